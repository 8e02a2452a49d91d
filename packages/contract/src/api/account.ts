// What accounts and their sessions look like to the API.
import * as z from 'zod';
import { roles } from '../roles.ts';

export const passwordLength = { least: 10, most: 200 } as const;

export const emailSchema = z.email().max(254);
export const passwordSchema = z.string().min(passwordLength.least).max(passwordLength.most);
export const nameSchema = z.string().trim().min(1).max(100);

export const registerSchema = z
  .strictObject({
    email: emailSchema,
    password: passwordSchema,
    name: nameSchema,
    workspace: nameSchema.meta({ description: 'Name of the workspace that is made for the account' }),
    code: z
      .string()
      .trim()
      .max(40)
      .optional()
      .meta({ description: 'The one-time code printed at start; only the first account needs it' }),
  })
  .meta({ id: 'Register' });

/** Registering with an invitation is open also where registration is not. */
export const registerInvitedSchema = z
  .strictObject({
    invitation: z.string().min(1).max(100).meta({ description: 'What stands after `#` in the link' }),
    email: emailSchema,
    password: passwordSchema,
    name: nameSchema,
  })
  .meta({ id: 'RegisterInvited' });

export const signInSchema = z
  .strictObject({ email: z.string().max(254), password: z.string().max(passwordLength.most) })
  .meta({ id: 'SignIn' });

export const workspaceSchema = z
  .object({ id: z.uuid(), name: z.string(), role: z.enum(roles) })
  .meta({ id: 'Workspace' });

export const accountSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    operator: z.boolean(),
    workspaces: z.array(workspaceSchema),
  })
  .meta({ id: 'Account' });

/** The access token stays in memory; the refresh token travels in an HttpOnly cookie and is never in a body. */
export const sessionSchema = z
  .object({ accessToken: z.string(), expiresAt: z.iso.datetime(), account: accountSchema })
  .meta({ id: 'Session' });

/** What a page needs to know before anyone has signed in. */
export const installationSchema = z
  .object({
    version: z.string(),
    claimed: z
      .boolean()
      .meta({ description: 'Whether a first owner exists; until then registering needs the code' }),
    registration: z.enum(['open', 'confirmed', 'closed']).meta({
      description: 'Who may register: anyone, at once; anyone, with a link that a letter brings; nobody',
    }),
    mail: z.enum(['smtp', 'outbox']).meta({
      description: 'Whether letters are mailed, or wait for whoever runs the server',
    }),
    provider: z.string().nullable().meta({ description: 'Name of the provider one may sign in with (OIDC)' }),
  })
  .meta({ id: 'Installation' });

export type Register = z.infer<typeof registerSchema>;
export type RegisterInvited = z.infer<typeof registerInvitedSchema>;
export type SignIn = z.infer<typeof signInSchema>;
export type WorkspaceView = z.infer<typeof workspaceSchema>;
export type AccountView = z.infer<typeof accountSchema>;
export type SessionView = z.infer<typeof sessionSchema>;
export type InstallationView = z.infer<typeof installationSchema>;
