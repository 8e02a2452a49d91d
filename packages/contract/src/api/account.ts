// What accounts and their sessions look like to the API.
import * as z from 'zod';
import { roles } from '../roles.ts';

export const passwordLength = { least: 10, most: 200 } as const;

const email = z.email().max(254);
const password = z.string().min(passwordLength.least).max(passwordLength.most);
const name = z.string().trim().min(1).max(100);

export const registerSchema = z
  .strictObject({
    email,
    password,
    name,
    workspace: name.meta({ description: 'Name of the workspace that is made for the account' }),
    code: z
      .string()
      .trim()
      .max(40)
      .optional()
      .meta({ description: 'The one-time code printed at start; only the first account needs it' }),
  })
  .meta({ id: 'Register' });

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
  })
  .meta({ id: 'Installation' });

export type Register = z.infer<typeof registerSchema>;
export type SignIn = z.infer<typeof signInSchema>;
export type WorkspaceView = z.infer<typeof workspaceSchema>;
export type AccountView = z.infer<typeof accountSchema>;
export type SessionView = z.infer<typeof sessionSchema>;
export type InstallationView = z.infer<typeof installationSchema>;
