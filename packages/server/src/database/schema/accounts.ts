// Tables of accounts: who somebody is, how they come in, and what happened to them.
import type { AccountEvent } from '@mixmodel/contract';
import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, id } from './columns.ts';

export const accounts = pgTable('accounts', {
  id: id(),
  /** Lower case. */
  email: text('email').notNull().unique(),
  /** When a letter to the address was answered, or its provider vouched for it. */
  emailConfirmedAt: at('email_confirmed_at'),
  name: text('name').notNull(),
  /** Null for who only ever signed in with a provider. */
  passwordHash: text('password_hash'),
  /** Belongs to the installation, not to a workspace. */
  operator: boolean('operator').notNull().default(false),
  createdAt: at('created_at').notNull(),
  /** What others made with it stays theirs and names it: the row stays, emptied of the person. */
  deletedAt: at('deleted_at'),
});

/** One row a refresh token; all that came from one sign-in share `familyId`, and are revoked together. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    familyId: uuid('family_id').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** SHA-256 of the token: the token itself is never stored. */
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    /** Of the sign-in its family came from, and the browser or program that signed in. */
    begunAt: at('begun_at').notNull(),
    device: text('device').notNull(),
    /** Set when the token was exchanged for the next of its family. */
    usedAt: at('used_at'),
    revokedAt: at('revoked_at'),
  },
  (table) => [index('sessions_family').on(table.familyId), index('sessions_account').on(table.accountId)],
);

/** Links and tickets: each is good once, for one thing, for a short time. */
export const accountTokens = pgTable(
  'account_tokens',
  {
    id: id(),
    purpose: text('purpose')
      .$type<'register' | 'reset_password' | 'change_email' | 'second_factor'>()
      .notNull(),
    /** Null for who has no account yet. */
    accountId: uuid('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    /** Where the letter went: so many are written to one address. */
    email: text('email').notNull(),
    /** SHA-256, as of refresh tokens. */
    tokenHash: text('token_hash').notNull().unique(),
    /** Of `register`: what is made when it is confirmed. */
    registration: jsonb('registration').$type<PendingRegistration>(),
    /** Wrong codes given with a ticket. */
    attempts: integer('attempts').notNull().default(0),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (table) => [
    index('account_tokens_account').on(table.accountId),
    index('account_tokens_email').on(table.email),
  ],
);

/** Where an account is to be: in a workspace made for it, or in that of an invitation (hash of its token). */
export type Place = { readonly workspace: string } | { readonly invitation: string };

export type PendingRegistration = Place & { readonly name: string; readonly passwordHash: string };

/** An authenticator app, from the moment its secret is shown; it counts once a code of it was given. */
export const secondFactors = pgTable('second_factors', {
  accountId: uuid('account_id')
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  /** Encrypted. */
  secret: text('secret').notNull(),
  createdAt: at('created_at').notNull(),
  confirmedAt: at('confirmed_at'),
  /** Number of the half minute whose code was taken last: no code is taken twice. */
  lastStep: integer('last_step').notNull().default(0),
  /** Wrong codes since `failingSince`, of every ticket. */
  failures: integer('failures').notNull().default(0),
  failingSince: at('failing_since'),
});

export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: at('used_at'),
  },
  (table) => [index('recovery_codes_account').on(table.accountId)],
);

/** Who somebody is at a provider (OIDC). */
export const identities = pgTable(
  'identities',
  {
    id: id(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [
    unique('identities_subject').on(table.issuer, table.subject),
    index('identities_account').on(table.accountId),
  ],
);

/** What happened to an account, for whoever it belongs to. */
export const accountEvents = pgTable(
  'account_events',
  {
    id: id(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<AccountEvent>().notNull(),
    device: text('device').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [index('account_events_account').on(table.accountId)],
);

/** What the operator has set while the server runs. */
export const installationSettings = pgTable('installation_settings', {
  name: text('name').$type<'registration'>().primaryKey(),
  value: text('value').notNull(),
});
