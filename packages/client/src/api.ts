// Every path of the API with what it takes and answers. Written by `npm run docs` from docs/reference/openapi.json.
export interface paths {
    "/api/v1/errors/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a code means
         * @description The page that `type` of every problem leads to. Codes stay the same from version to version, sentences may be improved: act on `code`, show `detail`.
         */
        get: operations["readErrorCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is known before signing in
         * @description Whether a first owner exists, who may register, how letters are sent and which provider one may sign in with. Needs no sign-in, so that a page can show the right form.
         */
        get: operations["readInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/installation/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Open or close registration
         * @description Opens or closes registration while the server runs. Invitations work either way. Where REGISTRATION is `closed` in the settings of the server, only those can open it.
         *
         *     Needs the operator of the installation.
         */
        put: operations["setRegistration"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Makes an account with a workspace of its own. The first account of an installation needs the one-time code that is printed at start. Signs in at once (201) or, where `registration` of the installation is `confirmed`, writes a letter to the address (202), with the same answer whether it has an account or not. The refresh token comes as a cookie (HttpOnly, SameSite=Strict); `accessToken` is for `Authorization: Bearer …` and lasts fifteen minutes.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a registration with the link of its letter
         * @description Makes the account that a letter asked to confirm, and signs in. The link works once and for a day. The refresh token comes as a cookie (HttpOnly, SameSite=Strict); `accessToken` is for `Authorization: Bearer …` and lasts fifteen minutes.
         */
        post: operations["confirmRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/invited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register with an invitation, and join its workspace
         * @description Makes an account without a workspace of its own and joins the one of the invitation; open also where registration is closed. Signs in at once (201) with an invitation that was mailed to the address. With a link that names none, where `registration` is `confirmed` (or closed, and letters are mailed), a letter is written to the address (202), with the same answer whether it has an account or not; the invitation is taken when its link is used. The refresh token comes as a cookie (HttpOnly, SameSite=Strict); `accessToken` is for `Authorization: Bearer …` and lasts fifteen minutes.
         */
        post: operations["registerInvited"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account that asks
         * @description Name, address and the workspaces it is in, with its role in each: the ids for everything below `/workspaces`.
         *
         *     Needs a session; no API key will do.
         */
        get: operations["readAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one’s name
         * @description The name is what others in its workspaces see.
         *
         *     Needs a session; no API key will do.
         */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the account is signed in
         * @description Every live session with its browser and system, and which of them asks. All of them: there are no pages.
         *
         *     Needs a session; no API key will do.
         */
        get: operations["listSessions"];
        put?: never;
        /**
         * Sign in
         * @description The refresh token comes as a cookie (HttpOnly, SameSite=Strict); `accessToken` is for `Authorization: Bearer …` and lasts fifteen minutes. Where the account has a second factor, the answer (202) is a ticket: hand it back with a code of the app to `POST /sessions/second-factor`. An unknown address and a wrong password are refused alike.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description Ends the session of the cookie and clears it, and that of the access token; without either the answer is the same. Only from the server’s own pages: another origin is refused.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with the session of the cookie
         * @description A new access token for the refresh token of the cookie, which is exchanged for a new one: each is good once. One that comes a second time has been copied, and ends the session. Only from the server’s own pages: another origin is refused.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out everywhere else
         * @description Ends every session of the account but the one that asks, at once.
         *
         *     Needs a session; no API key will do.
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out of one session
         * @description Ends one session at once: its access token too is good no more.
         *
         *     Needs a session; no API key will do.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password by mail
         * @description Writes a letter with a link, if there is such an account. The answer is the same whether the address has an account or not.
         */
        post: operations["askPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password with the link of the letter
         * @description With the token of the link, which works once. Every session of the account ends; sign in with the new password. Where the address had not been confirmed before, providers, second factor, recovery codes, API keys and open invitations of the account end too.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one’s password
         * @description Asks for the password again; an account without one needs a session that is younger than ten minutes. Every other session of the account ends; a notice goes to its address.
         *
         *     Needs a session; no API key will do.
         */
        put: operations["setPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/me/email-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for another address
         * @description A letter with a link goes to the new address, and a notice to the old. Nothing changes until the link is used. Asks for the password again; an account without one needs a session that is younger than ten minutes. The answer is the same whether the address has an account or not.
         *
         *     Needs a session; no API key will do.
         */
        post: operations["askEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an address with the link of the letter
         * @description With the token of the link, which works once. No sign-in is needed: the link is the proof.
         */
        post: operations["confirmEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in, second step: a code of the app, or a recovery code
         * @description The second step after a 202 of `POST /sessions`. A recovery code works in place of one of the app, once. The refresh token comes as a cookie (HttpOnly, SameSite=Strict); `accessToken` is for `Authorization: Bearer …` and lasts fifteen minutes.
         */
        post: operations["signInWithCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether there is a second factor
         * @description Since when there is one, and how many recovery codes are left.
         *
         *     Needs a session; no API key will do.
         */
        get: operations["readSecondFactor"];
        put?: never;
        /**
         * Begin to set up a second factor
         * @description Answers with the secret for an authenticator app (TOTP). It asks for nothing at sign-in until its first code was confirmed. Asks for the password again; an account without one needs a session that is younger than ten minutes.
         *
         *     Needs a session; no API key will do.
         */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/me/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set it up with the first code of the app
         * @description From now on signing in asks for a code. The answer holds the recovery codes, this once.
         *
         *     Needs a session; no API key will do.
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the recovery codes
         * @description The ones before are good no more. Asks for the password again; an account without one needs a session that is younger than ten minutes.
         *
         *     Needs a session; no API key will do.
         */
        post: operations["replaceRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/me/second-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the second factor
         * @description From now on the password alone signs in. Asks for the password again; an account without one needs a session that is younger than ten minutes.
         *
         *     Needs a session; no API key will do.
         */
        post: operations["removeSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is kept about the account
         * @description One JSON file: the account, its sessions, what happened to it and what it did. What was made in workspaces is named here, and exported there; keys, shared links and webhooks come without what opens them.
         *
         *     Needs a session; no API key will do.
         */
        get: operations["exportAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/me/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete the account
         * @description Refused while others would be left in a workspace without an owner. Workspaces that nobody else is in are deleted with it, once `deleteWorkspaces` says so. Where the account has a second factor, `code` is needed as well. Afterwards logs call it a deleted account, also where others wrote its name or address. Asks for the password again; an account without one needs a session that is younger than ten minutes.
         *
         *     Needs a session; no API key will do.
         */
        post: operations["deleteAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/me/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who one is at the provider
         * @description By which the provider signs in to this account: its issuer and the name it has there. All of them: there are no pages.
         *
         *     Needs a session; no API key will do.
         */
        get: operations["listIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/me/identities/{identityId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disconnect one’s account from the provider
         * @description The provider signs in to this account no more. Not where it is the only way in: an account without a password chooses one first. Asks for the password again; an account without one needs a session that is younger than ten minutes.
         *
         *     Needs a session; no API key will do.
         */
        post: operations["disconnectProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/provider/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in with the provider
         * @description Send the browser to `url`; the provider sends it back to `/sign-in/return`, whose query goes to `POST /sessions/provider`. A cookie ties the two together.
         */
        post: operations["beginProviderSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/provider/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to connect one’s account with the provider
         * @description As for signing in; afterwards the account can be signed in to with the provider as well. Asks for the password again; an account without one needs a session that is younger than ten minutes.
         *
         *     Needs a session; no API key will do.
         */
        post: operations["beginProviderConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish what was begun with the provider
         * @description Signs in (200), asks for a second factor (202) or has connected the account (204). Who is not known yet gets an account where registration is open and the provider vouches for the address.
         */
        post: operations["finishProviderSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workspaces you are in
         * @description For people. A program knows its workspace: the one its API key was made in.
         *
         *     Needs a session; no API key will do.
         */
        get: operations["listWorkspaces"];
        put?: never;
        /**
         * Make a workspace, which you own
         * @description You are its owner. One account can be in many, and own as many as the server lets it (ACCOUNT_WORKSPACES).
         *
         *     Needs a session; no API key will do.
         */
        post: operations["createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A workspace and your role in it
         * @description With an API key, `role` is what the key may do.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a workspace
         * @description The name only; addresses and ids stay.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        patch: operations["changeWorkspace"];
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a workspace: it is gone for everyone, and an owner can restore it for some days
         * @description For everyone it is gone at once, runs at work are cancelled, keys are good no more. `name` has to be typed as it stands. An owner can restore it until `goneAt`; then its rows and files are removed.
         *
         *     Needs the role owner or a higher one in the workspace, and a session; no API key will do.
         */
        post: operations["deleteWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deleted-workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deleted workspaces that you own and can restore
         * @description Each with the time until which it can be restored.
         *
         *     Needs a session; no API key will do.
         */
        get: operations["listDeletedWorkspaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deleted-workspaces/{workspaceId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a deleted workspace that you own
         * @description Everything in it is there again, also members and keys.
         *
         *     Needs a session; no API key will do.
         */
        post: operations["restoreWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is in a workspace
         * @description With name, address and role.
         *
         *     Needs the role viewer or a higher one in the workspace, and a session; no API key will do.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/members/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member, whose API keys, shared links and open invitations end too
         * @description They see nothing more at once, also in pages that are open; their API keys, shared links and open invitations end too, each noted in the log. Their webhooks stay, which let nobody in; the log says how many.
         *
         *     Needs the role admin or a higher one in the workspace, and a session; no API key will do.
         */
        delete: operations["deleteMember"];
        options?: never;
        head?: never;
        /**
         * Give a member another role
         * @description Nobody gives or takes away a role above their own, and one owner always stays.
         *
         *     Needs the role admin or a higher one in the workspace, and a session; no API key will do.
         */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a workspace
         * @description Your API keys, shared links and open invitations of the workspace end too. The last owner cannot leave.
         *
         *     Needs the role viewer or a higher one in the workspace, and a session; no API key will do.
         */
        post: operations["leaveWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a member an owner in your place; you become an admin
         * @description The member becomes an owner and you an admin, in one step.
         *
         *     Needs the role owner or a higher one in the workspace, and a session; no API key will do.
         */
        post: operations["transferWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invitations that nobody has taken yet
         * @description Open ones only: those that were taken, revoked or ran out are not listed.
         *
         *     Needs the role admin or a higher one in the workspace, and a session; no API key will do.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody, by a letter to their address or by a link
         * @description Valid for seven days, works once. With `email` the link goes there and opens for that address alone; without, the answer holds it, this once. With an `idempotency-key` that has made one before, the answer (200) is that invitation with `link` null: it is kept nowhere. Whoever has lost it revokes the invitation, after which the same key makes another.
         *
         *     Needs the role admin or a higher one in the workspace, and a session; no API key will do.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an invitation
         * @description Its link opens nothing from now on.
         *
         *     Needs the role admin or a higher one in the workspace, and a session; no API key will do.
         */
        delete: operations["deleteInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invitation is for, before it is taken
         * @description For whoever has the link: workspace, role and who invited. Its token stands behind the `#`, and is sent in the body so that no log holds it.
         */
        post: operations["readInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join the workspace of an invitation
         * @description The account that asks joins. Who has none registers with the invitation instead (`POST /accounts/invited`).
         *
         *     Needs a session; no API key will do.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The API keys of a workspace, also those that ended
         * @description Also those that were revoked or have run out. The keys themselves are not kept: `start` tells them apart.
         *
         *     Needs the role admin or a higher one in the workspace, and a session; no API key will do.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key; the answer shows it this once
         * @description Send the `secret` as `Authorization: Bearer mm_…`; it is shown this once. `read` reads and exports, `run` also uploads and runs, `manage` also manages webhooks and shared links. In nothing may a key do more than whoever made it may now. With an `idempotency-key` that has made one before, the answer (200) is that key with `secret` null: it is kept nowhere. Whoever has lost it revokes the key, after which the same key makes another.
         *
         *     Needs the role admin or a higher one in the workspace, and a session; no API key will do.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Good no more, at once; streams it has opened end. Answers with the key as it is listed.
         *
         *     Needs the role admin or a higher one in the workspace, and a session; no API key will do.
         */
        delete: operations["deleteKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what in a workspace, newest first
         * @description Every change of roles, keys, data and runs: who (a person, or a key by its name), what, when. Nobody can change it.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much of the disk a workspace takes
         * @description Counted from the files themselves, also of what was deleted and can still be restored.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The datasets of a workspace, newest first unless `sort` says otherwise
         * @description The newest version of each dataset. `deleted=true` lists those that can be restored.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listDatasets"];
        put?: never;
        /**
         * Upload a CSV or Excel file of at most 50 MB; several files are joined on their dates
         * @description CSV (any common separator, decimal sign and encoding) or Excel, as the form field `file`; several files are joined on their dates. What is wrong inside the table does not refuse the upload: it stands in `findings`, and `PUT …/mapping` settles it. The answer has every column with its guessed role and the reason, every finding with what would settle it, and a draft of a spec. With an `idempotency-key`, sending it again after a cut connection finds what was made the first time.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        post: operations["createDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/datasets/{datasetId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All versions of a dataset, newest first
         * @description The id of any version names the dataset. All of them: there are no pages.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listDatasetVersions"];
        put?: never;
        /**
         * Upload a new version: it takes over the name, and the mapping where columns are the same
         * @description A run points to the version it was fitted on, so an upload of new weeks changes no result. With an `idempotency-key`, sending it again after a cut connection finds what was made the first time.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        post: operations["createDatasetVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/datasets/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add the simulated sample, whose truth is known
         * @description Two years of weekly sales with five channels, simulated from known returns: to try the API without data of one’s own. With an `idempotency-key`, sending it again after a cut connection finds what was made the first time.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        post: operations["createSampleDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/datasets/{datasetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A dataset with its columns, findings and the draft of a spec
         * @description The answer has every column with its guessed role and the reason, every finding with what would settle it, and a draft of a spec. A dataset can be run once no finding has the severity `error`.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readDataset"];
        put?: never;
        post?: never;
        /**
         * Delete a dataset with all its versions, unless runs were fitted on it
         * @description It can be restored for some days (DELETED_DAYS), and is gone after that. Refused while runs are there that were fitted on it. One of somebody else needs the role admin.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        delete: operations["deleteDataset"];
        options?: never;
        head?: never;
        /**
         * Rename a dataset, in all its versions
         * @description Every version has the new name.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        patch: operations["renameDataset"];
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/datasets/{datasetId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows as they stand in the file
         * @description Cells as text, rows numbered as a person counts them in the file (the header is row 1), so that a finding can be shown in its place.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readDatasetRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/datasets/{datasetId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file as it was uploaded; several of them in a zip, unchanged
         * @description The exact bytes that were uploaded: their SHA-256 is that of the dataset.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readDatasetFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/datasets/{datasetId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed in this version: rows by date, columns, cells
         * @description Rows are compared by their dates, so a row that moved is no change. Long lists are cut, and counted in full.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readDatasetChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/datasets/{datasetId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a dataset that was deleted
         * @description With all its versions, as long as it is listed with `deleted=true`.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        post: operations["restoreDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/data.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The columns that are needed, with example rows, as CSV
         * @description An empty table to be filled in, for people who ask what is needed.
         */
        get: operations["readTemplateCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/data.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The columns that are needed, with example rows, as Excel
         * @description The same as an Excel workbook.
         */
        get: operations["readTemplateExcel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/datasets/{datasetId}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what the columns are and how the file is read; what is absent is guessed
         * @description Replaces the mapping as a whole: send all that should hold, `{}` to have everything guessed again. It is kept even if findings remain; runs that were made before stay as they were.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        put: operations["mapDataset"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/datasets/{datasetId}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a model would be and cost, before it is run
         * @description Costs nothing and keeps nothing. What these data make wrong with the spec is answered in `faults`, so that a form can show it while it is typed; refused are a spec whose keys or kinds are wrong, and a dataset without date, KPI or media. The data are read anew at each call: a second or so.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        post: operations["planRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The runs of a workspace, newest first unless `sort` says otherwise
         * @description With where each stands; those at work with their progress.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listRuns"];
        put?: never;
        /**
         * Start a run
         * @description Answers at once with a run that is `queued`; read it until `state` is `completed`, `failed` or `cancelled`, follow its events, or let a webhook tell. Without `spec` the draft of the dataset is run. Every fault of spec and data is told at once, each in its place. With an `idempotency-key`, the same request again answers 200 with the run it made.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        post: operations["createRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the same run again: its data, model, seed and margin as they were
         * @description A new run with the same data, spec and seed: on the same version of the engine it gives the same numbers to the last bit. With an `idempotency-key`, the same request again answers 200 with the run it made.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        post: operations["repeatRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a run like this one with something about it changed
         * @description A new run: what the body names is changed, the rest is as it was. With an `idempotency-key`, the same request again answers 200 with the run it made.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        post: operations["duplicateRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run
         * @description `converged` is null until it has completed. A run that did not converge is complete too, but its numbers must not be used.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRun"];
        put?: never;
        post?: never;
        /**
         * Delete a run with its results and draws; one of somebody else needs the role admin
         * @description It is gone at once, also when it is at work, and cannot be restored. One of somebody else needs the role admin.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        delete: operations["deleteRun"];
        options?: never;
        head?: never;
        /**
         * Rename a run, or set the margin its results are read with
         * @description The margin changes no estimate: it says which return breaks even (1 / margin).
         *
         *     Needs the role member or a higher one in the workspace.
         */
        patch: operations["changeRun"];
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the numbers of a run follow from: data, spec, seed, engine, draws chain by chain
         * @description The hash of the uploaded bytes, the complete spec, the seed, the version of the engine and a hash of every segment of draws: two runs with equal lineage have equal numbers.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunLineage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a run that waits or is at work
         * @description What it had drawn is kept for some hours (KEEP_CANCELLED_HOURS), so that it can be resumed. Cancelling twice is no error.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a failed run begin anew
         * @description The same run under the same id, for when the cause of its failure is gone.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        post: operations["retryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a cancelled run go on from what it had drawn, to the numbers it would have had
         * @description It ends with the numbers it would have had without the interruption.
         *
         *     Needs the role member or a higher one in the workspace.
         */
        post: operations["resumeRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a run tells while it works, as server-sent events
         * @description The stream ends with the run, and after fifteen minutes: open it again, it begins with a snapshot. `eventsOf` of `@mixmodel/client` reads it; `EventSource` cannot send the token. So many may be open for one account (ACCOUNT_STREAMS).
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["watchRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a completed run says, also when it did not converge
         * @description Everything at once, some hundred kilobytes: the result file and what stands behind its charts. Look at `result.convergence.passed` first. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/quantities/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One reported quantity, chain by chain
         * @description Mean, thinned trace and ranks of each chain, for trace and rank plots. Names are those of `parameters`, such as `adstock_alpha[tv_spend]`, written into the address with `encodeURIComponent`.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunQuantity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The webhooks
         * @description All of them, at most ten: there are no pages.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Be told when runs end
         * @description A message is a POST of JSON, signed as Standard Webhooks (headers `webhook-id`, `webhook-timestamp`, `webhook-signature`) with the `secret` of this answer, which is shown this once. It tells that something happened and no figures: read those with a key. Answer 2xx within ten seconds; otherwise it comes again, with the same `webhook-id`, later and later for a day. Addresses inside the server’s own network are refused.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook
         * @description Without its secret, which is shown only when it is made.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        get: operations["readWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook with its messages
         * @description Messages that wait are not sent any more.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook, or stop and start it
         * @description What is left out stays. The secret stays too: for another one, make another webhook. What ended while it was off, or before it was asked for, is not told.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message that is only a test
         * @description Its `type` is `test`. It is sent in the background like any other: look at the deliveries for what became of it.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent and what became of it, newest first
         * @description With the number of attempts, the status of the last answer, and why it was not taken.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/webhooks/{webhookId}/deliveries/{deliveryId}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message once more
         * @description Also one that was taken: the receiver knows it by its `webhook-id`, which stays the same.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        post: operations["repeatWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Two to four completed runs side by side, and where their models and data differ
         * @description Lists within have one entry a run, in the order they were named. `spec` holds only what differs.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["compareRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/backtest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How well the model would have forecast from origins in the past, beside two baselines
         * @description For runs that were asked for with `backtest`. CRPS is the error of the whole forecast, intervals included; lower is better. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunBacktest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each channel returned: contribution, share, ROAS, marginal ROAS, cost, carry-over, saturation
         * @description The table most programs want. `roas` is the revenue one unit of spend brought on average, `marginalRoas` what the next one would bring. Estimates are mean, sd, median and the narrowest 94 % interval of the posterior draws. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/decomposition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the KPI came from: baseline, treatments, channels, and all media together
         * @description Shares add up to the KPI. `baselineNegative` is the probability that the baseline is below zero: more than a little means that media were given too much. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunDecomposition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contributions over time with bands
         * @description By period: mean, 25–75 % and 3–97 % of each part. Lists are as long as `dates`. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunContributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/predictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Actual beside predicted, with bands, and how well the model follows
         * @description `heldOut` marks periods whose KPI the model never saw. How well a model follows the past does not show that its returns are right. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunPredictions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/response-curves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What other amounts of spend would bring
         * @description What the channel would have brought had all of its spend been scaled. `extrapolated` marks points beyond the spend seen: there the curve is only its shape carried on. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunResponseCurves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/adstock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When what was spent has its effect: carry-over by lag, mean lag, half-life
         * @description `decay` is the share of the effect that comes in each period after the spend. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunAdstock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/distributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each return as 101 quantiles, to read any probability from; how likely each channel is the best
         * @description Quantiles at 0, 1 … 100 %. The probability that a ROAS is above 1 is one minus the position of 1 among them. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunDistributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/information": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much of each ROAS is the data, and how much was assumed
         * @description Decide nothing on a channel whose verdict is `mostly_assumed` or `not_determined`: another assumption would have given another number. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunInformation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every parameter with its interval and its convergence
         * @description With R-hat, effective sample sizes and Monte Carlo error. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunParameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/densities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Priors beside posteriors
         * @description On one grid each, ready to draw: a posterior that looks like its prior was not moved by the data. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunDensities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/diagnostics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How it was sampled, what the convergence check found, what is to be known
         * @description Each problem with the quantity, its value, the threshold and a sentence on what to change. Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunDiagnostics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A run as tables or as a report, the same file `mixmodel report` writes
         * @description CSV is one table (`channels` unless `table` says otherwise), Excel and JSON are all of them, Markdown is the report in sentences. Cells that a spreadsheet would take for a formula are made harmless.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["exportRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/result.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The result file, as `mixmodel fit --out` writes it
         * @description To be kept, or read by `mixmodel report` in the terminal. Its schema is `docs/reference/result.schema.json`.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunResultFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/backtest.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The backtest file, as `mixmodel backtest --out` writes it
         * @description To be kept, or read by `mixmodel report --backtest` in the terminal. Its schema is `docs/reference/backtest.schema.json`.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunBacktestFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All draws as one `.zarr.zip`, which xarray and ArviZ read
         * @description Posterior, sampler statistics and log densities by chain and draw: some megabytes to some gigabytes. In Python: `xarray.open_datatree(zarr.storage.ZipStore(path, mode="r"), engine="zarr", consolidated=False)`.
         *
         *     Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunDraws"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The links that show this result, and how often they were opened
         * @description Also those that ended, with how often and when each was opened last.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        get: operations["listRunShares"];
        put?: never;
        /**
         * Make a link that shows this result, and nothing else, to whoever has it
         * @description The link opens without an account, until it ends or is revoked. `url` is shown this once.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        post: operations["createRunShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/runs/{runId}/shares/{shareId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a link
         * @description It shows nothing from now on.
         *
         *     Needs the role admin or a higher one in the workspace.
         */
        delete: operations["deleteRunShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The result a shared link shows; its token is in the body, so that no log holds it
         * @description For whoever has the link: the token is what stands behind its `#`. A link that was never there is refused like one that has ended.
         */
        post: operations["readShared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the program lives
         * @description For load balancers and monitors: no sign-in, no rate limit. 503 when the database is down; `busy` when it did not answer within a second, which a machine at work on a long fit may need.
         */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    runEnded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A run completed, failed or was cancelled; or a test was asked for
         * @description Sent to the address of a webhook. Check the signature before believing it (Standard Webhooks: HMAC-SHA256 of `id.timestamp.body` under the secret, in base64 after `v1,`), and expect one twice: `webhook-id` stays the same.
         */
        post: operations["runEnded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Account: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            operator: boolean;
            workspaces: components["schemas"]["Workspace"][];
        };
        AccountExport: {
            /** Format: date-time */
            exportedAt: string;
            account: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string;
                operator: boolean;
                workspaces: components["schemas"]["Workspace"][];
                /** Format: date-time */
                createdAt: string;
                emailConfirmedAt: string | null;
                hasPassword: boolean;
            };
            sessions: components["schemas"]["LiveSession"][];
            secondFactor: components["schemas"]["SecondFactor"];
            identities: components["schemas"]["Identity"][];
            events: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                event: "registered" | "signed_in" | "sign_in_failed" | "session_revoked" | "sessions_revoked" | "session_reused" | "password_changed" | "password_reset" | "email_change_asked" | "email_changed" | "second_factor_enabled" | "second_factor_removed" | "recovery_code_used" | "recovery_codes_replaced" | "provider_connected" | "provider_disconnected" | "exported";
                words: string;
                device: string;
            }[];
            made: {
                /** @enum {string} */
                kind: "dataset" | "run";
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                workspaceId: string;
                name: string;
                /** Format: date-time */
                at: string;
            }[];
            keys: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                scope: "read" | "run" | "manage";
                /** @description The first letters of the key, to tell keys apart by */
                start: string;
                /** Format: date-time */
                createdAt: string;
                expiresAt: string | null;
                /** @description To some minutes */
                lastUsedAt: string | null;
                revokedAt: string | null;
                /** Format: uuid */
                workspaceId: string;
            }[];
            shares: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                runId: string;
                name: string;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                expiresAt: string;
                revokedAt: string | null;
                views: number;
                lastViewedAt: string | null;
                /** Format: uuid */
                workspaceId: string;
            }[];
            webhooks: {
                /** Format: uuid */
                id: string;
                events: ("run.completed" | "run.failed" | "run.cancelled")[];
                active: boolean;
                /** Format: date-time */
                createdAt: string;
                /** Format: uuid */
                workspaceId: string;
                /** @description Of its address, which may be secret */
                host: string;
            }[];
            /** @description What the audit logs of workspaces say of the account */
            acts: {
                /** Format: date-time */
                at: string;
                /** Format: uuid */
                workspaceId: string;
                action: string;
            }[];
        };
        Adstock: {
            /** @constant */
            kind: "geometric";
            lMax: number;
            normalize: boolean;
            priors: {
                alpha: components["schemas"]["FractionPrior"];
            };
        } | {
            /** @constant */
            kind: "delayed";
            lMax: number;
            normalize: boolean;
            priors: {
                alpha: components["schemas"]["FractionPrior"];
                theta: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "weibull_pdf";
            lMax: number;
            normalize: boolean;
            priors: {
                lam: components["schemas"]["PositivePrior"];
                k: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "weibull_cdf";
            lMax: number;
            normalize: boolean;
            priors: {
                lam: components["schemas"]["PositivePrior"];
                k: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "binomial";
            lMax: number;
            normalize: boolean;
            /** @enum {string} */
            divisor: "l_max" | "l_max_plus_one";
            priors: {
                alpha: components["schemas"]["FractionPrior"];
            };
        } | {
            /** @constant */
            kind: "none";
            lMax: number;
            normalize: boolean;
            priors: Record<string, never>;
        };
        AdstockDraft: {
            /** @constant */
            kind?: "geometric";
            lMax?: number;
            normalize?: boolean;
            priors?: {
                alpha?: components["schemas"]["FractionPrior"];
            };
        } | {
            /** @constant */
            kind: "delayed";
            lMax?: number;
            normalize?: boolean;
            priors?: {
                alpha?: components["schemas"]["FractionPrior"];
                theta?: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "weibull_pdf";
            lMax?: number;
            normalize?: boolean;
            priors?: {
                lam?: components["schemas"]["PositivePrior"];
                k?: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "weibull_cdf";
            lMax?: number;
            normalize?: boolean;
            priors?: {
                lam?: components["schemas"]["PositivePrior"];
                k?: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "binomial";
            lMax?: number;
            normalize?: boolean;
            /** @enum {string} */
            divisor?: "l_max" | "l_max_plus_one";
            priors?: {
                alpha?: components["schemas"]["FractionPrior"];
            };
        } | {
            /** @constant */
            kind: "none";
            lMax?: number;
            normalize?: boolean;
            priors?: Record<string, never>;
        };
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            scope: "read" | "run" | "manage";
            /** @description The first letters of the key, to tell keys apart by */
            start: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            expiresAt: string | null;
            /** @description To some minutes */
            lastUsedAt: string | null;
            revokedAt: string | null;
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            /** @description Hand back as `cursor`; null at the end */
            next: string | null;
        };
        AskReset: {
            email: string;
        };
        Attempt: {
            warmup: number;
            draws: number;
            targetAcceptance: number;
            /** @enum {string} */
            algorithm?: "hmc" | "nuts";
            divergences: number;
            maxRHat: number | null;
            minEssBulk: number | null;
            minEssTail: number | null;
            /** @enum {string} */
            outcome: "passed" | "extend" | "rerun" | "stop";
        };
        AuditEvent: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            actor: {
                /** @enum {string} */
                kind: "person" | "key" | "system";
                id: string | null;
                /** @description Null when the account is gone */
                name: string | null;
            };
            /** @enum {string} */
            action: "workspace.created" | "workspace.renamed" | "workspace.deleted" | "workspace.restored" | "member.made_owner" | "member.joined" | "member.role_changed" | "member.removed" | "member.left" | "invitation.created" | "invitation.revoked" | "key.created" | "key.revoked" | "run.created" | "run.cancelled" | "run.retried" | "run.resumed" | "run.renamed" | "run.margin_changed" | "run.deleted" | "share.created" | "share.revoked" | "webhook.created" | "webhook.changed" | "webhook.deleted" | "dataset.created" | "dataset.version_added" | "dataset.renamed" | "dataset.mapping_changed" | "dataset.deleted" | "dataset.restored" | "dataset.removed";
            /** @description The action, to be read after the name of the actor */
            words: string;
            subject: {
                kind: string;
                id: string | null;
            };
            /** @description Names and values as they were then */
            facts: {
                [key: string]: string | number | boolean | null;
            };
        };
        AuditPage: {
            items: components["schemas"]["AuditEvent"][];
            /** @description Hand back as `cursor`; null at the end */
            next: string | null;
        };
        /**
         * MixModel backtest
         * @description How well the model would have forecast from several origins, beside the same model without media and the KPI of the same weeks a year before. `from` of a fold is the first day forecast; its `horizons` and those of all folds together are the first periods after the origin. CRPS is in KPI units; a score that does not exist is null. `verdict` says in words what the numbers say.
         */
        BacktestFile: {
            /** @constant */
            schemaVersion: 1;
            spec: components["schemas"]["Spec"];
            seed: number;
            versions: components["schemas"]["ProgramVersions"];
            data: components["schemas"]["FittedData"];
            horizonWeeks: number[];
            originWeeks: number;
            originsAsked: number;
            controlsLeftOut: string[];
            hindsight: boolean;
            folds: {
                /** Format: date */
                from: string;
                trainingRows: number;
                /** @enum {string} */
                status: "scored" | "not_converged" | "skipped";
                problems: {
                    code: string;
                    path: string;
                    row?: number;
                    column?: string;
                    facts?: {
                        [key: string]: (number | null) | string | string[];
                    };
                    sentence: string;
                }[];
                leftOut: {
                    /** @enum {string} */
                    part: "channel" | "control" | "treatment" | "event" | "lift_test" | "size";
                    name: string;
                    code: string;
                }[];
                mode: ("quick" | "full") | null;
                maxRHat: number | null;
                horizons: {
                    model: {
                        rows: number;
                        r2: number | null;
                        mape: number | null;
                        mapeSkippedRows: number;
                        wmape: number | null;
                        crps: number | null;
                        coverage50: number | null;
                        coverage94: number | null;
                    };
                    noMedia: {
                        rows: number;
                        r2: number | null;
                        mape: number | null;
                        mapeSkippedRows: number;
                        wmape: number | null;
                        crps: number | null;
                        coverage50: number | null;
                        coverage94: number | null;
                    };
                    seasonalNaive: {
                        rows: number;
                        r2: number | null;
                        mape: number | null;
                        mapeSkippedRows: number;
                        wmape: number | null;
                        crps: number | null;
                        coverage50: number | null;
                        coverage94: number | null;
                    };
                }[];
            }[];
            scored: number;
            horizons: {
                model: {
                    rows: number;
                    r2: number | null;
                    mape: number | null;
                    mapeSkippedRows: number;
                    wmape: number | null;
                    crps: number | null;
                    coverage50: number | null;
                    coverage94: number | null;
                };
                noMedia: {
                    rows: number;
                    r2: number | null;
                    mape: number | null;
                    mapeSkippedRows: number;
                    wmape: number | null;
                    crps: number | null;
                    coverage50: number | null;
                    coverage94: number | null;
                };
                seasonalNaive: {
                    rows: number;
                    r2: number | null;
                    mape: number | null;
                    mapeSkippedRows: number;
                    wmape: number | null;
                    crps: number | null;
                    coverage50: number | null;
                    coverage94: number | null;
                };
                weeks: number;
                periods: number;
                againstNoMedia: {
                    crpsRatio: number | null;
                    closer: number;
                    /** @enum {string} */
                    verdict: "better" | "alike" | "worse";
                };
                againstSeasonalNaive: {
                    crpsRatio: number | null;
                    closer: number;
                    /** @enum {string} */
                    verdict: "better" | "alike" | "worse";
                };
                /** @enum {string} */
                intervals: "narrow" | "right" | "wide";
            }[];
            verdict: string[];
            gradients: number;
            wallMs: number;
        };
        BacktestRequest: {
            /** @description Fewer where the data are short; 4 unless said */
            origins?: number;
            /** @description Between two origins; 13 unless said */
            originWeeks?: number;
            /** @description How far ahead; 4 and 13 unless said */
            horizonWeeks?: number[];
            /** @description Use controls that nobody knows in advance as they came to be */
            hindsight?: boolean;
            /**
             * @description Quick unless said; what that does not settle is sampled in full
             * @enum {string}
             */
            mode?: "quick" | "full";
        };
        Band: {
            mean: number[];
            q03: number[];
            q25: number[];
            q75: number[];
            q97: number[];
        };
        Baseline: {
            intercept: components["schemas"]["Prior"];
            trend: components["schemas"]["Trend"];
            yearly: components["schemas"]["Seasonality"];
            weekly: components["schemas"]["Seasonality"];
            monthly?: components["schemas"]["Seasonality"];
            events?: components["schemas"]["Event"][];
        };
        BaselineDraft: {
            intercept?: components["schemas"]["Prior"];
            trend?: components["schemas"]["TrendDraft"];
            yearly?: components["schemas"]["SeasonalityDraft"];
            weekly?: components["schemas"]["SeasonalityDraft"];
            monthly?: components["schemas"]["SeasonalityDraft"];
            events?: components["schemas"]["EventDraft"][];
        };
        BetaPrior: {
            /** @constant */
            family: "beta";
            alpha: number;
            beta: number;
        };
        ChainProgress: {
            chain: number;
            /** @enum {string} */
            phase: "warmup" | "sampling";
            draw: number;
            of: number;
            drawsPerSecond: number;
            divergences: number;
        };
        ChangeEmail: {
            /** Format: email */
            email: string;
            /** @description The password again; left out by an account that has none */
            password?: string | null;
        };
        ChangePassword: {
            /** @description The password again; left out by an account that has none */
            current?: string | null;
            password: string;
        };
        Channel: {
            column: string;
            name: string;
            exposure?: string;
            organic?: boolean;
            demandCaptured?: boolean;
            /** @enum {string} */
            order: "adstock_first" | "saturation_first";
            adstock: components["schemas"]["Adstock"];
            saturation: components["schemas"]["Saturation"];
            size: components["schemas"]["Size"];
        };
        ChannelDraft: {
            column: string;
            name?: string;
            exposure?: string;
            organic?: boolean;
            demandCaptured?: boolean;
            /** @enum {string} */
            order?: "adstock_first" | "saturation_first";
            adstock?: components["schemas"]["AdstockDraft"];
            saturation?: components["schemas"]["SaturationDraft"];
            size?: components["schemas"]["SizeDraft"];
        };
        ChannelResult: {
            name: string;
            label: string;
            spend: number;
            contribution: components["schemas"]["Estimate"];
            incremental?: components["schemas"]["Estimate"];
            share: components["schemas"]["Estimate"];
            /** @description Null of media without spend, as newsletters. */
            roas: components["schemas"]["Estimate"] | null;
            roasOfSpend: components["schemas"]["Estimate"] | null;
            marginalRoas: components["schemas"]["Estimate"] | null;
            costPerKpi: {
                median: number;
                hdi94: components["schemas"]["Interval"];
            } | null;
            flatProbability: number;
            adstock: {
                kind: string;
                alpha: components["schemas"]["Estimate"] | null;
                meanLag: components["schemas"]["Estimate"];
            };
            saturation: {
                kind: string;
                level: components["schemas"]["Estimate"] | null;
            };
            responseCurve: components["schemas"]["ResponseCurve"] | null;
            /** @description Null where there is no ROAS, or where the draws are too few to say. */
            information: components["schemas"]["Information"] | null;
        };
        Code: {
            code: string;
        };
        Column: {
            name: string;
            role: components["schemas"]["ColumnRole"];
            /** @description The user said so */
            chosen: boolean;
            reason: string;
            /** @enum {string} */
            confidence: "high" | "medium" | "low";
            label: string | null;
            /** @description The spend column an exposure belongs to */
            spend: string | null;
            /** @enum {string} */
            kind: "number" | "date" | "text" | "empty";
            firstValues: string[];
            missing: number;
            total: number | null;
            sparkline: (number | null)[] | null;
        };
        /** @enum {string} */
        ColumnRole: "date" | "target" | "revenue_per_kpi" | "spend" | "exposure" | "organic" | "control" | "treatment" | "event" | "geo" | "population" | "reach" | "frequency" | "outcome" | "ignore";
        ComparedChannel: {
            spend: number;
            contribution: components["schemas"]["Estimate"];
            share: components["schemas"]["Estimate"];
            roas: components["schemas"]["Estimate"] | null;
            roasOfSpend: components["schemas"]["Estimate"] | null;
            marginalRoas: components["schemas"]["Estimate"] | null;
            /** @description How much of the ROAS is the data */
            verdict: string | null;
        };
        Comparison: {
            runs: components["schemas"]["Run"][];
            channels: {
                name: string;
                label: string;
                runs: (components["schemas"]["ComparedChannel"] | null)[];
            }[];
            baseline: components["schemas"]["Estimate"][];
            totalMedia: components["schemas"]["Estimate"][];
            fit: components["schemas"]["FitQuality"][];
            convergence: {
                passed: boolean;
                maxRHat: number | null;
                minEssBulk: number | null;
                minEssTail: number | null;
                minEBfmi: number | null;
            }[];
            sampling: {
                /** @enum {string} */
                mode: "quick" | "full";
                chains: number;
                warmup: number;
                draws: number;
                targetAcceptance: number;
                wallMs: number;
                gradients: number;
                divergences: number;
                seed: number;
            }[];
            /** @description Where their models differ; parts of a list are named by their column */
            spec: {
                path: string;
                values: (string | number | boolean | null)[];
            }[];
            data: {
                /** @description All read the same numbers */
                same: boolean;
                runs: components["schemas"]["FittedData"][];
            };
        };
        Control: {
            column: string;
            /** @enum {string} */
            role: "confounder" | "precision" | "outcome";
            knownAhead?: boolean;
            /** @enum {string} */
            sign?: "positive" | "negative";
            prior: components["schemas"]["Prior"];
        };
        ControlDraft: {
            column: string;
            /** @enum {string} */
            role?: "confounder" | "precision" | "outcome";
            knownAhead?: boolean;
            /** @enum {string} */
            sign?: "positive" | "negative";
            prior?: components["schemas"]["Prior"];
        };
        Convergence: {
            passed: boolean;
            maxRHat: number | null;
            minEssBulk: number | null;
            minEssTail: number | null;
            minEBfmi: number | null;
            problems: {
                /** @enum {string} */
                code: "r_hat" | "ess_bulk" | "ess_tail" | "e_bfmi" | "divergences" | "tree_depth" | "modes";
                quantity: string;
                value: number | null;
                threshold: number;
                /** @enum {string} */
                severity: "block" | "warn";
                sentence: string;
            }[];
        };
        Dataset: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Of the first version: all versions of a dataset share it
             */
            firstId: string;
            /** @description Counts from 1 */
            version: number;
            /** @description No version follows this one */
            newest: boolean;
            name: string;
            /** @description What it is downloaded as; a zip where there are several files */
            fileName: string;
            bytes: number;
            /** @description Of the exact bytes of its file. Of several files, of their hashes in hexadecimal, each on a line: `sha256sum a.csv b.csv | cut -c1-64 | sha256sum` */
            sha256: string;
            /** @description As they were given, in that order */
            files: {
                fileName: string;
                bytes: number;
                /** @description SHA-256 of the exact bytes */
                sha256: string;
            }[];
            /** @description Simulated, with a known truth */
            sample: boolean;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            deletedAt: string | null;
        };
        DatasetChange: {
            name: string;
        };
        DatasetChanges: {
            /** @description Version before */
            from: number;
            /** @description Version after */
            to: number;
            rows: {
                added: {
                    count: number;
                    /** @description The earliest, at most 20 */
                    first: string[];
                };
                removed: {
                    count: number;
                    /** @description The earliest, at most 20 */
                    first: string[];
                };
                changed: {
                    count: number;
                    /** @description The earliest, at most 20 */
                    first: string[];
                };
                same: number;
            };
            columns: {
                added: string[];
                removed: string[];
                /** @description A guess: the only two columns that hold the same in every row of both */
                renamed: {
                    from: string;
                    to: string;
                }[];
            };
            cells: {
                changed: number;
                /** @description At most 50 */
                first: {
                    /** Format: date */
                    date: string;
                    column: string;
                    before: string;
                    after: string;
                }[];
            };
        };
        DatasetPage: {
            items: components["schemas"]["Dataset"][];
            /** @description Hand back as `cursor`; null at the end */
            next: string | null;
        };
        DatasetView: {
            dataset: components["schemas"]["Dataset"];
            mapping: components["schemas"]["Mapping"];
            /** @description Null when the file could not be read as a table */
            table: {
                /** @enum {string} */
                kind: "csv" | "excel" | "joined";
                delimiter: string | null;
                encoding: string | null;
                sheet: string | null;
                sheets: string[];
                rows: number;
            } | null;
            columns: components["schemas"]["Column"][];
            /** @description The gravest first, at most 500 */
            findings: components["schemas"]["Finding"][];
            grid: {
                /** @enum {string} */
                period: "day" | "week" | "month";
                periods: number;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            } | null;
            draft: components["schemas"]["SpecDraft"] | null;
        };
        DateWindow: {
            first: string;
            last: string;
        };
        DeleteAccount: {
            /** @description The password again; left out by an account that has none */
            password?: string | null;
            /** @description Where the account has a second factor: a code of the app, or a recovery code */
            code?: string;
            /**
             * @description Whether workspaces that nobody else is in may be deleted with it
             * @default false
             */
            deleteWorkspaces: boolean;
        };
        DeletedWorkspace: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            deletedAt: string;
            /**
             * Format: date-time
             * @description From then on nothing can bring it back
             */
            goneAt: string;
        };
        DeletedWorkspacePage: {
            items: components["schemas"]["DeletedWorkspace"][];
            /** @description Hand back as `cursor`; null at the end */
            next: string | null;
        };
        EditAccount: {
            name: string;
        };
        EditWebhook: {
            /**
             * @description An https address that takes POST
             * @example https://hooks.example.com/mixmodel
             */
            url?: string;
            /** @description What is told; all of it when left out */
            events?: ("run.completed" | "run.failed" | "run.cancelled")[];
            /** @description False: nothing is sent until it is true again */
            active?: boolean;
        };
        ErrorCode: {
            code: string;
            status: number;
            /** @enum {string} */
            severity: "error" | "warning" | "suggestion" | "note";
            /** @description The sentence of a typical case */
            example: string;
        };
        Estimate: {
            mean: number;
            sd: number;
            median: number;
            hdi94: components["schemas"]["Interval"];
        };
        Event: {
            name: string;
            country?: string;
            region?: string;
            dates?: string[];
            windows?: components["schemas"]["DateWindow"][];
            prior: components["schemas"]["Prior"];
        };
        EventDraft: {
            name: string;
            country?: string;
            region?: string;
            dates?: string[];
            windows?: components["schemas"]["DateWindow"][];
            prior?: components["schemas"]["Prior"];
        };
        Experiment: {
            mean: number;
            sd: number;
            weeks: number;
            weeksAgo: number;
            /** @description Total spent on the channel over the weeks of the experiment. */
            spend?: number;
            gamma: number;
            tau: number;
        };
        ExperimentDraft: {
            mean: number;
            sd: number;
            weeks: number;
            weeksAgo: number;
            /** @description Total spent on the channel over the weeks of the experiment. */
            spend?: number;
            gamma?: number;
            tau?: number;
        };
        ExponentialPrior: {
            /** @constant */
            family: "exponential";
            rate: number;
        };
        Fault: {
            code: string;
            path: string;
            sentence: string;
            column?: string;
            row?: number;
        };
        Finding: {
            code: string;
            /** @enum {string} */
            severity: "error" | "warning" | "suggestion" | "note";
            title: string;
            sentence: string;
            columns: string[];
            /** @description As the user counts them, header = 1; the first hundred */
            rows: number[];
            fixes: components["schemas"]["Fix"][];
        };
        FitQuality: {
            rows: number;
            r2: number;
            bayesianR2: components["schemas"]["Estimate"];
            mape: number | null;
            mapeSkippedRows: number;
            wmape: number | null;
            crps?: number;
            coverage50?: number;
            coverage94: number;
            residualAcf1: number | null;
            residualAcf1PValue: number | null;
        };
        FittedData: {
            rows: number;
            /** @enum {string} */
            period: "day" | "week" | "month";
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            sha256: string;
            modelSha256: string;
        };
        Fix: {
            label: string;
            change: components["schemas"]["Mapping"];
        };
        /** @description It has to stay between 0 and 1: beta, uniform, truncated_normal */
        FractionPrior: components["schemas"]["Prior"];
        FromData: {
            until: string;
            sizes?: {
                [key: string]: components["schemas"]["Size"];
            };
            sizePriors?: {
                [key: string]: components["schemas"]["Prior"];
            };
            yearlyOrder?: number;
            intercept?: components["schemas"]["Prior"];
            scales?: components["schemas"]["Scales"];
        };
        GammaPrior: {
            /** @constant */
            family: "gamma";
            shape: number;
            rate: number;
        };
        HalfNormalPrior: {
            /** @constant */
            family: "half_normal";
            sd: number;
        };
        Health: {
            /** @enum {string} */
            status: "ok" | "degraded";
            version: string;
            uptimeSeconds: number;
            /** @enum {string} */
            database: "ok" | "busy" | "down";
            /** @constant */
            queue: "in_process";
        };
        Holdout: {
            rows: number;
            r2: number | null;
            mape: number | null;
            mapeSkippedRows: number;
            wmape: number | null;
            crps: number;
            coverage50: number;
            coverage94: number;
            periods: number;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        HoldoutRows: {
            periods: number;
        };
        Identities: {
            items: components["schemas"]["Identity"][];
        };
        Identity: {
            /** Format: uuid */
            id: string;
            issuer: string;
            subject: string;
            /** Format: date-time */
            connectedAt: string;
        };
        Information: {
            shares: components["schemas"]["InformationParts"];
            pulls: components["schemas"]["InformationParts"];
            total: number;
            mcse: number;
            /** @enum {string} */
            verdict: "measured" | "partly_assumed" | "mostly_assumed" | "not_determined";
            priorAndDataDisagree: boolean;
        };
        InformationParts: {
            data: number;
            /** @default 0 */
            experiments: number;
            ownSize: number;
            ownShape: number;
            otherPriors: number;
        };
        /** @description Series and distributions of one fit, all summaries of its draws. Quantiles are at 0, 1 … 100 %; bands are equal-tailed, 25–75 and 3–97 %. Dates are the first days of the periods. The grid of a density ascends and is finer where the posterior is. Points of charts have six significant digits. */
        Insights: {
            /** @constant */
            schemaVersion: 1;
            kpi: number;
            series: {
                dates: string[];
                actual: (number | null)[];
                fitted: boolean[];
                heldOut?: boolean[];
                predicted: components["schemas"]["Band"];
                baseline: components["schemas"]["Band"];
                treatments?: components["schemas"]["Band"][];
                channels: components["schemas"]["Band"][];
            };
            channels: {
                name: string;
                decay: components["schemas"]["Band"];
                halfLife: components["schemas"]["Estimate"];
                contribution: components["schemas"]["Quantiles"];
                incremental?: components["schemas"]["Quantiles"];
                roas: components["schemas"]["Quantiles"] | null;
                roasOfSpend: components["schemas"]["Quantiles"] | null;
                marginalRoas: components["schemas"]["Quantiles"] | null;
                /** @description P(no other channel has a higher ROAS of its spend) */
                best?: number | null;
            }[];
            paid: {
                spend: number;
                contribution: components["schemas"]["Estimate"];
                incremental?: components["schemas"]["Estimate"];
                roas: components["schemas"]["Estimate"] | null;
                roasQuantiles: components["schemas"]["Quantiles"] | null;
            };
            densities: {
                name: string;
                grid: number[];
                posterior: number[];
                prior: number[] | null;
            }[];
            residuals: {
                autocorrelation: (number | null)[];
                noise: number;
            };
        };
        Installation: {
            version: string;
            /** @description Whether a first owner exists; until then registering needs the code */
            claimed: boolean;
            /**
             * @description Who may register: anyone, at once; anyone, with a link that a letter brings; nobody
             * @enum {string}
             */
            registration: "open" | "confirmed" | "closed";
            /**
             * @description Whether letters are mailed, or wait for whoever runs the server
             * @enum {string}
             */
            mail: "smtp" | "outbox";
            /** @description Name of the provider one may sign in with (OIDC) */
            provider: string | null;
        };
        Interval: [
            number,
            number
        ];
        InverseGammaPrior: {
            /** @constant */
            family: "inverse_gamma";
            shape: number;
            scale: number;
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "viewer" | "member" | "admin" | "owner";
            /** @description Null: for whoever has the link */
            email: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
        };
        InvitationOffer: {
            workspace: string;
            /** @enum {string} */
            role: "viewer" | "member" | "admin" | "owner";
            invitedBy: string;
            email: string | null;
            /** Format: date-time */
            expiresAt: string;
        };
        InvitationPage: {
            items: components["schemas"]["Invitation"][];
            /** @description Hand back as `cursor`; null at the end */
            next: string | null;
        };
        InvitationToken: {
            /** @description What stands after `#` in the link */
            token: string;
        };
        Invite: {
            /**
             * @description Not above your own
             * @enum {string}
             */
            role: "viewer" | "member" | "admin" | "owner";
            /**
             * Format: email
             * @description Sends the link there, and nobody else may use it; without, the answer holds the link
             */
            email?: string;
        };
        KeyRequest: {
            name: string;
            /**
             * @description What the key may do: see `docs/reference/roles.md`
             * @enum {string}
             */
            scope: "read" | "run" | "manage";
            /** @description Without, the key is valid until it is revoked */
            expiresInDays?: number;
        };
        LaplacePrior: {
            /** @constant */
            family: "laplace";
            location: number;
            b: number;
        };
        LetterSent: {
            sentTo: string;
            /** Format: date-time */
            expiresAt: string;
        };
        LiftTest: {
            name: string;
            channels: string[];
            treated: components["schemas"]["DateWindow"];
            measured: components["schemas"]["DateWindow"];
            spendChange: {
                [key: string]: number;
            };
            lift: number;
            sd: number;
            marketShare: number;
            /** @enum {string} */
            unit: "kpi" | "log_ratio";
        };
        LiftTestDraft: {
            name?: string;
            channels: string[];
            treated: components["schemas"]["DateWindow"];
            measured?: components["schemas"]["DateWindow"];
            spendChange: {
                [key: string]: number;
            };
            lift: number;
            sd: number;
            marketShare?: number;
            /** @enum {string} */
            unit?: "kpi" | "log_ratio";
        };
        LiftTestResult: {
            name: string;
            channels: string[];
            /** @enum {string} */
            unit: "kpi" | "log_ratio";
            lift: number;
            sd: number;
            predicted: components["schemas"]["Estimate"];
            expected?: {
                mean: number;
                sd: number;
                /** @enum {string} */
                by: "weights" | "refit";
            };
            z: number;
        };
        Likelihood: {
            /** @enum {string} */
            family: "normal" | "student_t";
            /** @enum {string} */
            link: "identity" | "log";
            /** @enum {string} */
            errors: "independent" | "ar1";
            sigma: components["schemas"]["PositivePrior"];
            nu?: components["schemas"]["Prior"];
            rho?: components["schemas"]["Prior"];
        };
        LikelihoodDraft: {
            /** @enum {string} */
            family?: "normal" | "student_t";
            /** @enum {string} */
            link?: "identity" | "log";
            /** @enum {string} */
            errors?: "independent" | "ar1";
            sigma?: components["schemas"]["PositivePrior"];
            nu?: components["schemas"]["Prior"];
            rho?: components["schemas"]["Prior"];
        };
        LiveSession: {
            /** Format: uuid */
            id: string;
            /** @description Browser and system, as the browser names them */
            device: string;
            /** Format: date-time */
            signedInAt: string;
            /** Format: date-time */
            lastUsedAt: string;
            /** @description Whether it is the one that asks */
            current: boolean;
        };
        LiveSessions: {
            items: components["schemas"]["LiveSession"][];
        };
        LogNormalPrior: {
            /** @constant */
            family: "log_normal";
            mu: number;
            sigma: number;
        };
        MadeApiKey: {
            key: components["schemas"]["ApiKey"];
            /** @description For `Authorization: Bearer …`; shown this once, and null to a repeated request */
            secret: string | null;
        };
        MadeInvitation: {
            invitation: components["schemas"]["Invitation"];
            /** @description Shown this once; null when it was sent to its address instead, and to a repeated request */
            link: string | null;
        };
        MadeWebhook: {
            /** Format: uuid */
            id: string;
            url: string;
            events: ("run.completed" | "run.failed" | "run.cancelled")[];
            active: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Name of who made it */
            createdBy: string;
            /**
             * @description What the messages are signed with; shown only now
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
        };
        Mapping: {
            roles?: {
                [key: string]: components["schemas"]["ColumnRole"];
            };
            /** @enum {string} */
            kpi?: "money" | "units";
            /** @description ISO 4217, of spend and of a KPI in money */
            currency?: string;
            sheet?: string;
            encoding?: string;
            delimiter?: string;
            /** @enum {string} */
            decimal?: "." | ",";
            /** @enum {string} */
            dateOrder?: "dmy" | "mdy" | "ymd";
            /** @description How single files of several are read, by name; wins over what is said of all */
            files?: {
                [key: string]: {
                    sheet?: string;
                    encoding?: string;
                    delimiter?: string;
                    /** @enum {string} */
                    decimal?: "." | ",";
                    /** @enum {string} */
                    dateOrder?: "dmy" | "mdy" | "ymd";
                };
            };
            /** @constant */
            duplicates?: "sum";
            /** @description Daily data as weeks from this day, 1 = Monday */
            weeks?: number;
            /** @constant */
            partial?: "keep";
        };
        MediaShare: {
            median: number;
            interval94: components["schemas"]["Interval"];
            above1: number;
        };
        Member: {
            /** Format: uuid */
            accountId: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "viewer" | "member" | "admin" | "owner";
            /** Format: date-time */
            joinedAt: string;
        };
        MemberPage: {
            items: components["schemas"]["Member"][];
            /** @description Hand back as `cursor`; null at the end */
            next: string | null;
        };
        NewShare: {
            share: components["schemas"]["Share"];
            /** @description Shown once; its token stands behind the `#`, which no server sees */
            url: string;
        };
        NewWebhook: {
            /**
             * @description An https address that takes POST
             * @example https://hooks.example.com/mixmodel
             */
            url: string;
            /** @description What is told; all of it when left out */
            events?: ("run.completed" | "run.failed" | "run.cancelled")[];
        };
        NormalPrior: {
            /** @constant */
            family: "normal";
            mean: number;
            sd: number;
        };
        OpenShared: {
            token: string;
        };
        Parameter: {
            mean: number;
            sd: number;
            median: number;
            hdi94: components["schemas"]["Interval"];
            name: string;
            mcseMean: number | null;
            rHat: number | null;
            essBulk: number | null;
            essTail: number | null;
        };
        Plan: {
            draft: components["schemas"]["SpecDraft"];
            spec: components["schemas"]["Spec"] | null;
            totalMediaShare: components["schemas"]["MediaShare"] | null;
            /** @description Why this prior on the effects, in one sentence */
            sizeRule: string | null;
            estimateMs: {
                quick: number;
                full: number;
            } | null;
            memoryMb: number | null;
            backtest: {
                origins: number;
                /** @description On top of the run */
                estimateMs: number;
            } | null;
            faults: components["schemas"]["Fault"][];
        };
        PlanRequest: {
            spec?: components["schemas"]["SpecDraft"];
            sampling?: components["schemas"]["SamplingSettings"];
            backtest?: components["schemas"]["BacktestRequest"];
        };
        /** @description It has to never be below 0: half_normal, log_normal, gamma, beta, uniform, truncated_normal, inverse_gamma, exponential */
        PositivePrior: components["schemas"]["Prior"];
        /** @enum {string} */
        Preset: "default" | "pymc_1_3" | "meridian_2_1";
        Prior: components["schemas"]["NormalPrior"] | components["schemas"]["HalfNormalPrior"] | components["schemas"]["LogNormalPrior"] | components["schemas"]["GammaPrior"] | components["schemas"]["BetaPrior"] | components["schemas"]["UniformPrior"] | components["schemas"]["TruncatedNormalPrior"] | components["schemas"]["StudentTPrior"] | components["schemas"]["LaplacePrior"] | components["schemas"]["InverseGammaPrior"] | components["schemas"]["ExponentialPrior"];
        Problem: {
            /** @description Address of the page that explains the code */
            type: string;
            title: string;
            status: number;
            code: string;
            /** @description What was wanted, what was got, what to do */
            detail: string;
            requestId: string;
            faults?: components["schemas"]["Fault"][];
        };
        ProgramVersions: {
            mixmodel: string;
            numerics: number;
            node: string;
        };
        Progress: {
            /** @enum {string} */
            phase: "waiting" | "warmup" | "sampling" | "assembling";
            attempt: number;
            /** @description Part of the run that is done, its backtest included, by what was supposed; below 1 until it has ended. Another attempt begins anew */
            fraction: number;
            chains: components["schemas"]["ChainProgress"][];
            etaMs: number | null;
            worstRHat: number | null;
            backtest?: {
                fold: number;
                of: number;
                /** @enum {string} */
                forecaster: "model" | "noMedia";
            };
        };
        Proof: {
            /** @description The password again; left out by an account that has none */
            password?: string | null;
        };
        ProofAndCode: {
            /** @description The password again; left out by an account that has none */
            password?: string | null;
            code: string;
        };
        ProviderReturn: {
            /** @description What the provider wrote after the `?` of the address */
            query: string;
        };
        ProviderStart: {
            /** @description Where to send the browser */
            url: string;
        };
        Quantiles: number[];
        Quantity: {
            name: string;
            chains: {
                mean: number;
                trace: number[];
                ranks: number[];
            }[];
            every: number;
            /** @description Of each chain */
            draws: number;
            evenRanks: components["schemas"]["Interval"];
        };
        RecoveryCodes: {
            /** @description Each signs in once; they are shown only now */
            recoveryCodes: string[];
        };
        Register: {
            /** Format: email */
            email: string;
            password: string;
            name: string;
            /** @description Name of the workspace that is made for the account */
            workspace: string;
            /** @description The one-time code printed at start; only the first account needs it */
            code?: string;
        };
        RegisterInvited: {
            /** @description What stands after `#` in the link */
            invitation: string;
            /** Format: email */
            email: string;
            password: string;
            name: string;
        };
        RegistrationSwitch: {
            /** @enum {string} */
            registration: "open" | "closed";
        };
        ResetPassword: {
            /** @description From the link of the letter */
            token: string;
            password: string;
        };
        ResponseCurve: {
            mean: number[];
            q03: number[];
            q25: number[];
            q75: number[];
            q97: number[];
            scale: number[];
            spend: number[];
            extrapolated: boolean[];
            draws: number;
        };
        /**
         * MixModel result
         * @description What one fit says. `from` and `to` are the first days of the first and last measured period; estimates carry the narrowest 94 % interval. A statistic that does not exist is null. `warnings` hold what was found in the data, decided for you, and to be known about the fit; of long lists of rows the first hundred. `holdout`: how well the last periods were predicted by a model that never saw their KPI; no other number counts them.
         */
        ResultFile: {
            /** @constant */
            schemaVersion: 1;
            spec: components["schemas"]["Spec"];
            seed: number;
            versions: components["schemas"]["ProgramVersions"];
            data: components["schemas"]["FittedData"];
            sampling: components["schemas"]["SamplingDone"];
            convergence: components["schemas"]["Convergence"];
            prior: {
                totalMediaShare: components["schemas"]["MediaShare"];
                sizeRule: components["schemas"]["SizeRule"];
            };
            parameters: components["schemas"]["Parameter"][];
            channels: components["schemas"]["ChannelResult"][];
            multiplicative?: {
                /** @constant */
                contribution: "attributed";
                /** @constant */
                roas: "incremental";
                /** @constant */
                planning: "refused";
            };
            treatments?: components["schemas"]["TreatmentResult"][];
            liftTests?: components["schemas"]["LiftTestResult"][];
            baseline: components["schemas"]["Estimate"];
            baselineNegative: number;
            totalMedia: components["schemas"]["Estimate"];
            fit: components["schemas"]["FitQuality"];
            holdout?: components["schemas"]["Holdout"];
            warnings: components["schemas"]["ResultWarning"][];
        };
        ResultWarning: {
            code: string;
            /** @enum {string} */
            severity: "warning" | "suggestion" | "note";
            column?: string;
            row?: number;
            rows?: number[];
            facts?: {
                [key: string]: (number | null) | string | string[];
            };
            sentence: string;
        };
        RoleChange: {
            /**
             * @description Not above your own
             * @enum {string}
             */
            role: "viewer" | "member" | "admin" | "owner";
        };
        Rows: {
            columns: string[];
            rows: {
                row: number;
                cells: string[];
            }[];
            /** @description Rows in the table */
            of: number;
        };
        Run: {
            /** Format: uuid */
            id: string;
            /** @description Counts the runs of a workspace from 1 */
            number: number;
            name: string;
            /** @enum {string} */
            state: "queued" | "running" | "completed" | "failed" | "cancelled";
            /** @enum {string} */
            mode: "quick" | "full";
            /** @description The version it was fitted on */
            dataset: {
                /** Format: uuid */
                id: string;
                version: number;
                name: string;
                fileName: string;
                sample: boolean;
            };
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            startedAt: string | null;
            finishedAt: string | null;
            converged: boolean | null;
            estimateMs: number;
            margin: number | null;
            backtest: components["schemas"]["BacktestRequest"] | null;
            queue: {
                ahead: number;
                startsInMs: number;
            } | null;
            progress: components["schemas"]["Progress"] | null;
            error: components["schemas"]["Fault"] | null;
        };
        RunAdstock: {
            channels: {
                name: string;
                label: string;
                adstock: {
                    kind: string;
                    alpha: components["schemas"]["Estimate"] | null;
                    meanLag: components["schemas"]["Estimate"];
                };
                decay: components["schemas"]["Band"];
                halfLife: components["schemas"]["Estimate"];
            }[];
        };
        RunChange: {
            name?: string;
            margin?: number | null;
        };
        RunChannels: {
            channels: {
                name: string;
                label: string;
                spend: number;
                contribution: components["schemas"]["Estimate"];
                incremental?: components["schemas"]["Estimate"];
                share: components["schemas"]["Estimate"];
                /** @description Null of media without spend, as newsletters. */
                roas: components["schemas"]["Estimate"] | null;
                roasOfSpend: components["schemas"]["Estimate"] | null;
                marginalRoas: components["schemas"]["Estimate"] | null;
                costPerKpi: {
                    median: number;
                    hdi94: components["schemas"]["Interval"];
                } | null;
                flatProbability: number;
                adstock: {
                    kind: string;
                    alpha: components["schemas"]["Estimate"] | null;
                    meanLag: components["schemas"]["Estimate"];
                };
                saturation: {
                    kind: string;
                    level: components["schemas"]["Estimate"] | null;
                };
            }[];
        };
        RunContributions: {
            dates: string[];
            baseline: components["schemas"]["Band"];
            treatments?: components["schemas"]["Band"][];
            channels: components["schemas"]["Band"][];
            /** @description Columns of `channels`, in their order */
            names: string[];
        };
        RunDecomposition: {
            kpi: number;
            baseline: components["schemas"]["Estimate"];
            /** @description P(baseline < 0) */
            baselineNegative: number;
            treatments?: components["schemas"]["TreatmentResult"][];
            channels: {
                name: string;
                label: string;
                contribution: components["schemas"]["Estimate"];
                share: components["schemas"]["Estimate"];
            }[];
            totalMedia: components["schemas"]["Estimate"];
            paid: {
                spend: number;
                contribution: components["schemas"]["Estimate"];
                incremental?: components["schemas"]["Estimate"];
                roas: components["schemas"]["Estimate"] | null;
                roasQuantiles: components["schemas"]["Quantiles"] | null;
            };
        };
        RunDensities: {
            densities: {
                name: string;
                grid: number[];
                posterior: number[];
                prior: number[] | null;
            }[];
        };
        RunDiagnostics: {
            sampling: components["schemas"]["SamplingDone"];
            convergence: components["schemas"]["Convergence"];
            liftTests?: components["schemas"]["LiftTestResult"][];
            warnings: components["schemas"]["ResultWarning"][];
        };
        RunDistributions: {
            channels: {
                name: string;
                contribution: components["schemas"]["Quantiles"];
                incremental?: components["schemas"]["Quantiles"];
                roas: components["schemas"]["Quantiles"] | null;
                roasOfSpend: components["schemas"]["Quantiles"] | null;
                marginalRoas: components["schemas"]["Quantiles"] | null;
                /** @description P(no other channel has a higher ROAS of its spend) */
                best?: number | null;
            }[];
        };
        RunDuplicate: {
            name?: string;
            /** Format: uuid */
            datasetId?: string;
            spec?: components["schemas"]["SpecDraft"];
            sampling?: components["schemas"]["SamplingSettings"];
            margin?: number | null;
            backtest?: components["schemas"]["BacktestRequest"] | null;
        };
        RunEvent: {
            /** @enum {string} */
            kind: "snapshot" | "progress" | "completed" | "failed" | "cancelled";
            sequence: number;
            run: components["schemas"]["Run"];
        };
        RunInformation: {
            channels: {
                name: string;
                label: string;
                /** @description Null where there is no ROAS, or where the draws are too few to say. */
                information: components["schemas"]["Information"] | null;
            }[];
            prior: {
                totalMediaShare: components["schemas"]["MediaShare"];
                sizeRule: components["schemas"]["SizeRule"];
            };
        };
        RunLineage: {
            dataset: {
                /** Format: uuid */
                id: string;
                name: string;
                fileName: string;
            };
            /** @description Of the exact bytes that were uploaded */
            dataSha256: string;
            /** @description Of what the model read out of them */
            modelSha256: string;
            mapping: components["schemas"]["Mapping"];
            spec: components["schemas"]["Spec"];
            sampling: components["schemas"]["SamplingSettings"];
            seed: number;
            /** @description Another number may mean other bits */
            numerics: number;
            fits: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                purpose: "main" | "backtest";
                fold: number | null;
                forecaster: ("model" | "noMedia") | null;
                attempts: number;
                versions: components["schemas"]["ProgramVersions"] | null;
                chains: {
                    /** @description 0, and one more for every extension or rerun */
                    rung: number;
                    chain: number;
                    draws: number;
                    segments: components["schemas"]["SegmentLineage"][];
                }[];
            }[];
        };
        RunPage: {
            items: components["schemas"]["Run"][];
            /** @description Hand back as `cursor`; null at the end */
            next: string | null;
        };
        RunParameters: {
            parameters: components["schemas"]["Parameter"][];
        };
        RunPredictions: {
            dates: string[];
            actual: (number | null)[];
            fitted: boolean[];
            heldOut?: boolean[];
            predicted: components["schemas"]["Band"];
            fit: components["schemas"]["FitQuality"];
            holdout?: components["schemas"]["Holdout"];
            residuals: {
                autocorrelation: (number | null)[];
                noise: number;
            };
        };
        RunRequest: {
            /** Format: uuid */
            datasetId: string;
            name?: string;
            spec?: components["schemas"]["SpecDraft"];
            sampling?: components["schemas"]["SamplingSettings"];
            /** @description Profit in each unit of revenue, before media; break-even ROAS is 1 / margin */
            margin?: number;
            backtest?: components["schemas"]["BacktestRequest"];
        };
        RunResponseCurves: {
            channels: {
                name: string;
                label: string;
                spend: number;
                curve: components["schemas"]["ResponseCurve"] | null;
            }[];
        };
        RunResult: {
            run: components["schemas"]["Run"];
            result: components["schemas"]["ResultFile"];
            insights: components["schemas"]["Insights"];
        };
        SamplingDone: {
            /** @enum {string} */
            mode: "quick" | "full";
            chains: number;
            warmup: number;
            draws: number;
            targetAcceptance: number;
            wallMs: number;
            gradients: number;
            divergences: number;
            attempts: components["schemas"]["Attempt"][];
        };
        SamplingSettings: {
            /** @enum {string} */
            mode?: "quick" | "full";
            seed?: number;
            chains?: number;
            warmup?: number;
            draws?: number;
            targetAcceptance?: number;
        };
        Saturation: {
            /** @constant */
            kind: "logistic";
            priors: {
                lam: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "inverse_scaled_logistic";
            priors: {
                lam: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "hill";
            priors: {
                kappa: components["schemas"]["PositivePrior"];
                slope: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "tanh";
            priors: {
                lam?: components["schemas"]["PositivePrior"];
                c?: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "michaelis_menten";
            priors: {
                lam: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "root";
            priors: {
                alpha: components["schemas"]["FractionPrior"];
            };
        } | {
            /** @constant */
            kind: "hill_sigmoid";
            priors: {
                beta: components["schemas"]["PositivePrior"];
                lam: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "log";
            priors: Record<string, never>;
        } | {
            /** @constant */
            kind: "none";
            priors: Record<string, never>;
        };
        SaturationDraft: {
            /** @constant */
            kind?: "logistic";
            priors?: {
                lam?: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "inverse_scaled_logistic";
            priors?: {
                lam?: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "hill";
            priors?: {
                kappa?: components["schemas"]["PositivePrior"];
                slope?: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "tanh";
            priors?: {
                lam?: components["schemas"]["PositivePrior"];
                c?: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "michaelis_menten";
            priors?: {
                lam?: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "root";
            priors?: {
                alpha?: components["schemas"]["FractionPrior"];
            };
        } | {
            /** @constant */
            kind: "hill_sigmoid";
            priors?: {
                beta?: components["schemas"]["PositivePrior"];
                lam?: components["schemas"]["PositivePrior"];
            };
        } | {
            /** @constant */
            kind: "log";
            priors?: Record<string, never>;
        } | {
            /** @constant */
            kind: "none";
            priors?: Record<string, never>;
        };
        Scales: {
            target: number;
            kpiTotal?: number;
            channels: {
                [key: string]: number;
            };
        };
        Seasonality: {
            order: number;
            prior: components["schemas"]["Prior"];
        };
        SeasonalityDraft: {
            order?: number;
            prior?: components["schemas"]["Prior"];
        };
        SecondFactor: {
            /** @description Null while there is none */
            enabledAt: string | null;
            recoveryCodesLeft: number;
        };
        SecondFactorEnrolment: {
            /** @description To be typed where no picture can be taken */
            secret: string;
            /** @description What a QR code for authenticator apps holds */
            uri: string;
        };
        SecondFactorSignIn: {
            ticket: string;
            code: string;
        };
        SecondFactorWanted: {
            /** @description To be handed back with the code */
            ticket: string;
            /** Format: date-time */
            expiresAt: string;
        };
        SegmentLineage: {
            draws: number;
            /** @description Which beginning of the run drew it: more than 1 after an interruption */
            attempt: number;
            /** @description Of what was drawn; equal runs have equal ones */
            sha256: string;
        };
        Session: {
            accessToken: string;
            /** Format: date-time */
            expiresAt: string;
            account: components["schemas"]["Account"];
        };
        Share: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            runId: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            revokedAt: string | null;
            views: number;
            lastViewedAt: string | null;
        };
        SharePage: {
            items: components["schemas"]["Share"][];
            /** @description Hand back as `cursor`; null at the end */
            next: string | null;
        };
        ShareRequest: {
            /** @description To tell links apart by */
            name?: string;
            /** @default 30 */
            expiresInDays: number;
        };
        Shared: {
            name: string;
            margin: number | null;
            /** Format: date-time */
            expiresAt: string;
            result: components["schemas"]["ResultFile"];
            insights: components["schemas"]["Insights"];
        };
        SignIn: {
            email: string;
            password: string;
        };
        Size: {
            kind: components["schemas"]["SizeKind"];
            prior: components["schemas"]["Prior"];
            window?: components["schemas"]["DateWindow"];
            experiment?: components["schemas"]["Experiment"];
        };
        SizeDraft: {
            kind: components["schemas"]["SizeKind"];
            prior?: components["schemas"]["Prior"];
            window?: components["schemas"]["DateWindow"];
            experiment?: components["schemas"]["ExperimentDraft"];
        };
        /** @enum {string} */
        SizeKind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
        SizeRule: {
            kind: components["schemas"]["SizeKind"] | null;
            /** @enum {string} */
            reason: "money" | "not_money" | "returns_exceed_kpi" | "parts_multiply" | "explicit";
            under?: components["schemas"]["MediaShare"];
        };
        /**
         * MixModel spec, complete
         * @description The model that is fitted: every default written out.
         */
        Spec: {
            /** @constant */
            version: 1;
            preset: components["schemas"]["Preset"];
            columns: components["schemas"]["SpecColumns"];
            channels: components["schemas"]["Channel"][];
            baseline: components["schemas"]["Baseline"];
            controls: components["schemas"]["Control"][];
            treatments?: components["schemas"]["Treatment"][];
            likelihood: components["schemas"]["Likelihood"];
            holdout?: components["schemas"]["HoldoutRows"];
            liftTests?: components["schemas"]["LiftTest"][];
            scales?: components["schemas"]["Scales"];
            fromData?: components["schemas"]["FromData"];
        };
        SpecColumns: {
            date: string;
            target: components["schemas"]["Target"];
        };
        /**
         * MixModel spec
         * @description The model a person asks for; every key but the columns has a default. Dates, spend and KPI are read from the columns named here.
         */
        SpecDraft: {
            /** @constant */
            version?: 1;
            preset?: components["schemas"]["Preset"];
            columns: components["schemas"]["SpecColumns"];
            channels: components["schemas"]["ChannelDraft"][];
            baseline?: components["schemas"]["BaselineDraft"];
            controls?: components["schemas"]["ControlDraft"][];
            treatments?: components["schemas"]["TreatmentDraft"][];
            likelihood?: components["schemas"]["LikelihoodDraft"];
            holdout?: components["schemas"]["HoldoutRows"];
            liftTests?: components["schemas"]["LiftTestDraft"][];
            scales?: components["schemas"]["Scales"];
            fromData?: components["schemas"]["FromData"];
        };
        StudentTPrior: {
            /** @constant */
            family: "student_t";
            nu: number;
            location: number;
            scale: number;
        };
        Target: {
            column: string;
            /** @enum {string} */
            kind: "money" | "units";
            currency?: string;
            revenuePerKpi?: string;
        };
        Token: {
            /** @description From the link of the letter */
            token: string;
        };
        Treatment: {
            column: string;
            name: string;
            reference?: number;
            /** @enum {string} */
            sign?: "positive" | "negative";
            prior: components["schemas"]["Prior"];
        };
        TreatmentDraft: {
            column: string;
            name?: string;
            reference?: number;
            /** @enum {string} */
            sign?: "positive" | "negative";
            prior?: components["schemas"]["Prior"];
        };
        TreatmentResult: {
            name: string;
            label: string;
            reference: number;
            contribution: components["schemas"]["Estimate"];
            share: components["schemas"]["Estimate"];
            effect: components["schemas"]["Estimate"];
        };
        Trend: {
            /** @constant */
            kind: "none";
        } | {
            /** @constant */
            kind: "linear";
            prior: components["schemas"]["Prior"];
        } | {
            /** @constant */
            kind: "piecewise";
            prior: components["schemas"]["Prior"];
            scale: components["schemas"]["PositivePrior"];
        } | {
            /** @constant */
            kind: "gaussian_process";
            amplitude: components["schemas"]["PositivePrior"];
            lengthScale: components["schemas"]["PositivePrior"];
        };
        TrendDraft: {
            /** @constant */
            kind: "none";
        } | {
            /** @constant */
            kind: "linear";
            prior?: components["schemas"]["Prior"];
        } | {
            /** @constant */
            kind: "piecewise";
            prior?: components["schemas"]["Prior"];
            scale?: components["schemas"]["PositivePrior"];
        } | {
            /** @constant */
            kind: "gaussian_process";
            amplitude?: components["schemas"]["PositivePrior"];
            lengthScale?: components["schemas"]["PositivePrior"];
        };
        TruncatedNormalPrior: {
            /** @constant */
            family: "truncated_normal";
            mean: number;
            sd: number;
            low?: number;
            high?: number;
        };
        UniformPrior: {
            /** @constant */
            family: "uniform";
            low: number;
            high: number;
        };
        Usage: {
            /** @description Of everything that is stored, also of what can be restored. `storage_full` may name less: what runs at work keep, what was deleted and is about to go, and notes beside uploads are not held against the workspace */
            bytes: number;
            /** @description Of the files that were uploaded */
            datasets: number;
            /** @description Of draws and what is kept between them */
            runs: number;
        };
        Versions: {
            items: components["schemas"]["Dataset"][];
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            events: ("run.completed" | "run.failed" | "run.cancelled")[];
            active: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Name of who made it */
            createdBy: string;
        };
        WebhookDelivery: {
            /**
             * Format: uuid
             * @description The `webhook-id` of the message: the same at every attempt
             */
            id: string;
            /** @enum {string} */
            event: "run.completed" | "run.failed" | "run.cancelled" | "test";
            runId: string | null;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            attempts: number;
            /** @description HTTP status of the last answer; null when none came */
            status: number | null;
            /** @description Why the last attempt failed, in one sentence */
            problem: string | null;
            /** Format: date-time */
            createdAt: string;
            nextAttemptAt: string | null;
            finishedAt: string | null;
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            next: string | null;
        };
        WebhookMessage: {
            /** @enum {string} */
            type: "run.completed" | "run.failed" | "run.cancelled" | "test";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** Format: uuid */
                workspaceId: string;
                run: {
                    /** Format: uuid */
                    id: string;
                    number: number;
                    name: string;
                    state: string;
                    converged: boolean | null;
                } | null;
            };
        };
        Webhooks: {
            items: components["schemas"]["Webhook"][];
        };
        Workspace: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            role: "viewer" | "member" | "admin" | "owner";
        };
        WorkspaceDeletion: {
            /** @description The name of the workspace, typed as it stands */
            name: string;
        };
        WorkspaceHandover: {
            /**
             * Format: uuid
             * @description The member who becomes an owner
             */
            accountId: string;
        };
        WorkspaceName: {
            name: string;
        };
        WorkspacePage: {
            items: components["schemas"]["Workspace"][];
            /** @description Hand back as `cursor`; null at the end */
            next: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readErrorCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorCode"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationSwitch"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Register"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterSent"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Token"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerInvited: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterInvited"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterSent"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditAccount"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveSessions"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorWanted"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Only this session is left */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskReset"];
            };
        };
        responses: {
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterSent"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPassword"];
            };
        };
        responses: {
            /** @description Changed; every session has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Changed; other sessions have ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEmail"];
            };
        };
        responses: {
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterSent"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Token"];
            };
        };
        responses: {
            /** @description Confirmed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInWithCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorSignIn"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorEnrolment"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Code"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofAndCode"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofAndCode"];
            };
        };
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountExport"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteAccount"];
            };
        };
        responses: {
            /** @description Deleted; nobody is signed in any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identities"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disconnectProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description Disconnected */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderStart"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginProviderConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderStart"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderReturn"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorWanted"];
                };
            };
            /** @description Connected */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkspaces: {
        parameters: {
            query?: {
                /** @description Only those whose name holds this, in any case */
                q?: string;
                /** @description What to sort by; `-` puts the greatest, newest or last first */
                sort?: "createdAt" | "-createdAt" | "name" | "-name";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacePage"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWorkspace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again answers with what was made the first time, instead of making another */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceName"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceName"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceDeletion"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedWorkspace"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeletedWorkspaces: {
        parameters: {
            query?: {
                /** @description Only those whose name holds this, in any case */
                q?: string;
                /** @description What to sort by; `-` puts the greatest, newest or last first */
                sort?: "createdAt" | "-createdAt" | "name" | "-name";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedWorkspacePage"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description Only those whose name holds this, in any case */
                q?: string;
                /** @description What to sort by; `-` puts the greatest, newest or last first */
                sort?: "joinedAt" | "-joinedAt" | "name" | "-name";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                role?: ("viewer" | "member" | "admin" | "owner")[];
            };
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transferWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceHandover"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Only those whose name holds this, in any case */
                q?: string;
                /** @description What to sort by; `-` puts the greatest, newest or last first */
                sort?: "createdAt" | "-createdAt" | "expiresAt" | "-expiresAt";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again answers with what was made the first time, instead of making another */
                "idempotency-key"?: string;
            };
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invite"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeInvitation"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeInvitation"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationOffer"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description Only those whose name holds this, in any case */
                q?: string;
                /** @description What to sort by; `-` puts the greatest, newest or last first */
                sort?: "createdAt" | "-createdAt" | "name" | "-name";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again answers with what was made the first time, instead of making another */
                "idempotency-key"?: string;
            };
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRequest"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readUsage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDatasets: {
        parameters: {
            query?: {
                /** @description Only those whose name holds this, in any case */
                q?: string;
                /** @description What to sort by; `-` puts the greatest, newest or last first */
                sort?: "createdAt" | "-createdAt" | "name" | "-name" | "bytes" | "-bytes";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only simulated ones, or only real ones */
                sample?: "true" | "false";
                /** @description Those that were deleted and can be restored */
                deleted?: "true" | "false";
            };
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetPage"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDataset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again answers with what was made the first time, instead of making another */
                "idempotency-key"?: string;
            };
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description CSV or Excel; again for each further file. At most 50 MB together
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDatasetVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versions"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDatasetVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again answers with what was made the first time, instead of making another */
                "idempotency-key"?: string;
            };
            path: {
                workspaceId: string;
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description CSV or Excel; again for each further file. At most 50 MB together
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSampleDataset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again answers with what was made the first time, instead of making another */
                "idempotency-key"?: string;
            };
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasetChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDatasetRows: {
        parameters: {
            query?: {
                /** @description First row wanted, as the user counts them (header = 1) */
                from?: number;
                /** @description Row to stand in the middle, in place of `from` */
                around?: number;
                count?: number;
                /** @description Rows of one of several files (1 is the first), not of the table they are joined to */
                file?: number;
            };
            header?: never;
            path: {
                workspaceId: string;
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rows"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDatasetFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of a file, as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDatasetChanges: {
        parameters: {
            query?: {
                /** @description Another version; the one before this when absent */
                since?: string;
            };
            header?: never;
            path: {
                workspaceId: string;
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetChanges"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTemplateCsv: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of a file, as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTemplateExcel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of a file, as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mapDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Mapping"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanRequest"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description Only those whose name holds this, in any case */
                q?: string;
                /** @description What to sort by; `-` puts the greatest, newest or last first */
                sort?: "createdAt" | "-createdAt" | "number" | "-number" | "name" | "-name";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only runs in this state; repeat it for several */
                state?: ("queued" | "running" | "completed" | "failed" | "cancelled")[];
                /** @description Only runs of this dataset */
                datasetId?: string;
            };
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again answers with what was made the first time, instead of making another */
                "idempotency-key"?: string;
            };
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunRequest"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    repeatRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again answers with what was made the first time, instead of making another */
                "idempotency-key"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicateRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again answers with what was made the first time, instead of making another */
                "idempotency-key"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunDuplicate"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunLineage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunLineage"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each event has as its data a `RunEvent`: a snapshot first, then progress at most four times a second, at last completed, failed or cancelled. Its id is the sequence number of the run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunResult"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunQuantity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quantity"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeWebhook"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditWebhook"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                workspaceId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    repeatWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                webhookId: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareRuns: {
        parameters: {
            query: {
                /** @description Their ids with commas between them */
                runs: string;
            };
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunBacktest: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestFile"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunChannels: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunChannels"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunDecomposition: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDecomposition"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunContributions: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunContributions"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunPredictions: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPredictions"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunResponseCurves: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunResponseCurves"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunAdstock: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunAdstock"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunDistributions: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDistributions"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunInformation: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunInformation"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunParameters: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunParameters"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunDensities: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDensities"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunDiagnostics: {
        parameters: {
            query?: never;
            header?: {
                /** @description `etag` of the answer one has: 304 without a body while it is the same */
                "if-none-match"?: string;
            };
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDiagnostics"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    /** @description Of this answer, for `if-none-match` */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportRun: {
        parameters: {
            query?: {
                /** @description CSV holds one table; Markdown without `table` is a report in sentences */
                format?: "csv" | "json" | "xlsx" | "md";
                /** @description One table alone */
                table?: "channels" | "decomposition" | "information" | "response_curves" | "treatments" | "lift_tests" | "experiment_priors" | "parameters" | "convergence" | "warnings" | "run" | "prediction" | "contributions" | "adstock" | "densities" | "backtest" | "backtest_origins";
            };
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": unknown;
                    "application/json; charset=utf-8": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/markdown; charset=utf-8": unknown;
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunResultFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultFile"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunBacktestFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestFile"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRunDraws: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An uncompressed zip of a Zarr v3 group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRunShares: {
        parameters: {
            query?: {
                /** @description Only those whose name holds this, in any case */
                q?: string;
                /** @description What to sort by; `-` puts the greatest, newest or last first */
                sort?: "createdAt" | "-createdAt" | "expiresAt" | "-expiresAt";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharePage"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRunShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareRequest"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewShare"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRunShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
                shareId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readShared: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenShared"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shared"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description As asked */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Refused for another reason, perhaps by what stands before the server */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runEnded: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookMessage"];
            };
        };
        responses: {
            /** @description Taken: it does not come again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
