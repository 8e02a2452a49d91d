// What an account does for its own safety: sessions, password, address, second factor, leaving.
import { z } from 'zod';
import { accountSchema, emailSchema, nameSchema, passwordLength, passwordSchema } from './account.ts';
import { type AccountEvent, accountEvents } from './account-events.ts';
import { shareSchema } from './insights.ts';
import { webhookSchema } from './webhook.ts';
import { keySchema } from './workspace.ts';

const givenPassword = z.string().max(passwordLength.most);
const token = z.string().trim().min(1).max(200).meta({ description: 'From the link of the letter' });

/** As people type it: six digits of the app, or a recovery code. */
const code = z.string().trim().min(1).max(40);

/** Null where the account has none: then the session must be younger than ten minutes. */
const proof = givenPassword
  .nullish()
  .meta({ description: 'The password again; left out by an account that has none' });

/** The same for every address: whether it has an account, only its holder is told. */
export const letterSentSchema = z
  .object({ sentTo: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'LetterSent' });

export const tokenSchema = z.strictObject({ token }).meta({ id: 'Token' });

export const liveSessionSchema = z
  .object({
    id: z.uuid(),
    device: z.string().meta({ description: 'Browser and system, as the browser names them' }),
    signedInAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
    current: z.boolean().meta({ description: 'Whether it is the one that asks' }),
  })
  .meta({ id: 'LiveSession' });

export const liveSessionsSchema = z
  .object({ items: z.array(liveSessionSchema) })
  .meta({ id: 'LiveSessions' });

export const editAccountSchema = z.strictObject({ name: nameSchema }).meta({ id: 'EditAccount' });

export const changePasswordSchema = z
  .strictObject({ current: proof, password: passwordSchema })
  .meta({ id: 'ChangePassword' });

export const changeEmailSchema = z
  .strictObject({ email: emailSchema, password: proof })
  .meta({ id: 'ChangeEmail' });

export const askResetSchema = z.strictObject({ email: z.string().max(254) }).meta({ id: 'AskReset' });

export const resetPasswordSchema = z
  .strictObject({ token, password: passwordSchema })
  .meta({ id: 'ResetPassword' });

export const deleteAccountSchema = z
  .strictObject({
    password: proof,
    code: code.optional().meta({
      description: 'Where the account has a second factor: a code of the app, or a recovery code',
    }),
    deleteWorkspaces: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether workspaces that nobody else is in may be deleted with it' }),
  })
  .meta({ id: 'DeleteAccount' });

/** The password was right, and a code is wanted as well. */
export const secondFactorWantedSchema = z
  .object({
    ticket: z.string().meta({ description: 'To be handed back with the code' }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'SecondFactorWanted' });

export const secondFactorSignInSchema = z
  .strictObject({ ticket: z.string().max(200), code })
  .meta({ id: 'SecondFactorSignIn' });

export const secondFactorSchema = z
  .object({
    enabledAt: z.iso.datetime().nullable().meta({ description: 'Null while there is none' }),
    recoveryCodesLeft: z.int(),
  })
  .meta({ id: 'SecondFactor' });

export const enrolmentSchema = z
  .object({
    secret: z.string().meta({ description: 'To be typed where no picture can be taken' }),
    uri: z.string().meta({ description: 'What a QR code for authenticator apps holds' }),
  })
  .meta({ id: 'SecondFactorEnrolment' });

export const proofSchema = z.strictObject({ password: proof }).meta({ id: 'Proof' });
export const codeSchema = z.strictObject({ code }).meta({ id: 'Code' });
export const proofAndCodeSchema = z.strictObject({ password: proof, code }).meta({ id: 'ProofAndCode' });

export const recoveryCodesSchema = z
  .object({
    recoveryCodes: z.array(z.string()).meta({ description: 'Each signs in once; they are shown only now' }),
  })
  .meta({ id: 'RecoveryCodes' });

export const registrationSwitchSchema = z
  .strictObject({ registration: z.enum(['open', 'closed']) })
  .meta({ id: 'RegistrationSwitch' });

export const providerStartSchema = z
  .object({ url: z.string().meta({ description: 'Where to send the browser' }) })
  .meta({ id: 'ProviderStart' });

export const identitySchema = z
  .object({ id: z.uuid(), issuer: z.string(), subject: z.string(), connectedAt: z.iso.datetime() })
  .meta({ id: 'Identity' });

export const identitiesSchema = z.object({ items: z.array(identitySchema) }).meta({ id: 'Identities' });

export const providerReturnSchema = z
  .strictObject({
    query: z.string().max(8000).meta({ description: 'What the provider wrote after the `?` of the address' }),
  })
  .meta({ id: 'ProviderReturn' });

const kinds = Object.keys(accountEvents) as [AccountEvent, ...AccountEvent[]];

const ofWorkspace = { workspaceId: z.uuid() };

/** Everything that is kept about a person; what was made in workspaces is named, and exported there. */
export const accountExportSchema = z
  .object({
    exportedAt: z.iso.datetime(),
    account: accountSchema.extend({
      createdAt: z.iso.datetime(),
      emailConfirmedAt: z.iso.datetime().nullable(),
      hasPassword: z.boolean(),
    }),
    sessions: z.array(liveSessionSchema),
    secondFactor: secondFactorSchema,
    identities: z.array(identitySchema),
    events: z.array(
      z.object({ at: z.iso.datetime(), event: z.enum(kinds), words: z.string(), device: z.string() }),
    ),
    made: z.array(
      z.object({
        kind: z.enum(['dataset', 'run']),
        id: z.uuid(),
        workspaceId: z.uuid(),
        name: z.string(),
        at: z.iso.datetime(),
      }),
    ),
    keys: z.array(keySchema.omit({ createdBy: true }).extend(ofWorkspace)),
    shares: z.array(shareSchema.omit({ createdBy: true }).extend(ofWorkspace)),
    webhooks: z.array(
      webhookSchema.omit({ createdBy: true, url: true }).extend({
        ...ofWorkspace,
        host: z.string().meta({ description: 'Of its address, which may be secret' }),
      }),
    ),
    acts: z
      .array(z.object({ at: z.iso.datetime(), workspaceId: z.uuid(), action: z.string() }))
      .meta({ description: 'What the audit logs of workspaces say of the account' }),
  })
  .meta({ id: 'AccountExport' });

export type LetterSent = z.infer<typeof letterSentSchema>;
export type LiveSession = z.infer<typeof liveSessionSchema>;
export type ChangePassword = z.infer<typeof changePasswordSchema>;
export type ChangeEmail = z.infer<typeof changeEmailSchema>;
export type ResetPassword = z.infer<typeof resetPasswordSchema>;
export type DeleteAccount = z.infer<typeof deleteAccountSchema>;
export type SecondFactorWanted = z.infer<typeof secondFactorWantedSchema>;
export type SecondFactorSignIn = z.infer<typeof secondFactorSignInSchema>;
export type SecondFactorView = z.infer<typeof secondFactorSchema>;
export type Enrolment = z.infer<typeof enrolmentSchema>;
export type IdentityView = z.infer<typeof identitySchema>;
export type AccountExport = z.infer<typeof accountExportSchema>;
