// What happens to an account and is noted for whoever it belongs to.

/** After "the account". */
export const accountEvents = {
  registered: 'was made',
  signed_in: 'was signed in',
  sign_in_failed: 'met a wrong second code after the right password',
  session_revoked: 'was signed out of a session from another',
  sessions_revoked: 'was signed out of every other session',
  session_reused: 'met a copied session, which was ended',
  password_changed: 'got a new password',
  password_reset: 'got a new password by a letter',
  email_change_asked: 'was to get another address',
  email_changed: 'got another address',
  second_factor_enabled: 'got a second factor',
  second_factor_removed: 'lost its second factor',
  recovery_code_used: 'was signed in with a recovery code',
  recovery_codes_replaced: 'got new recovery codes',
  provider_connected: 'was connected with the provider',
  provider_disconnected: 'was disconnected from the provider',
  exported: 'was exported',
} as const;

export type AccountEvent = keyof typeof accountEvents;
