// Every path of the API with what it takes and answers. Written by `npm run docs` from docs/reference/openapi.json.
export interface paths {
    "/api/v1/errors/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a code means */
        get: operations["readError"];
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
        /** What is known before signing in */
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
         * @description Needs the operator of the installation.
         */
        put: operations["setInstallationRegistration"];
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
         * @description Signs in at once (201), or, where `registration` of the installation is `confirmed`, writes to the address (202), with the same answer whether it has an account or not.
         */
        post: operations["createAccount"];
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
        /** Finish a registration with the link of its letter */
        post: operations["createAccountConfirmation"];
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
        /** Register with an invitation, and join its workspace */
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
        /** The account that asks */
        get: operations["readAccountMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one’s name */
        patch: operations["changeAccountMe"];
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the account is signed in */
        get: operations["listSessions"];
        put?: never;
        /**
         * Sign in
         * @description Where the account has a second factor, the answer (202) is a ticket for its code.
         */
        post: operations["createSession"];
        /** Sign out */
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
        /** Go on with the session of the cookie */
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
        /** Sign out everywhere else */
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
        /** Sign out of one session */
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
         * @description The answer is the same whether the address has an account or not.
         */
        post: operations["createPasswordReset"];
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
        /** Choose a new password with the link of the letter */
        post: operations["createPasswordResetRedemption"];
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
        /** Change one’s password */
        put: operations["setAccountMePassword"];
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
         * @description A letter goes to the new address, and a notice to the old. The answer is the same whether the address has an account or not.
         */
        post: operations["createAccountMeEmailChange"];
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
        /** Confirm an address with the link of the letter */
        post: operations["createEmailConfirmation"];
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
        /** Sign in, second step: a code of the app, or a recovery code */
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
        /** Whether there is a second factor */
        get: operations["readAccountMeSecondFactor"];
        put?: never;
        /** Begin to set up a second factor */
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
        /** Set it up with the first code of the app */
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
        /** Replace the recovery codes */
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
        /** Remove the second factor */
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
        /** Everything that is kept about the account */
        get: operations["readAccountMeExport"];
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
         * @description Refused while others would be left in a workspace without an owner. Workspaces that nobody else is in are deleted with it, once `deleteWorkspaces` says so.
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
        /** Who one is at the provider */
        get: operations["listAccountMeIdentities"];
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
         * @description Not where it is the only way in: an account without a password chooses one first.
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
        /** Begin to sign in with the provider */
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
        /** Begin to connect one’s account with the provider */
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
        /** Finish what was begun with the provider */
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
        /** The workspaces you are in */
        get: operations["listWorkspaces"];
        put?: never;
        /** Make a workspace, which you own */
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a workspace
         * @description Needs the role admin or a higher one in the workspace.
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
         * @description Needs the role owner or a higher one in the workspace.
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
        /** The deleted workspaces that you own and can restore */
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
        /** Restore a deleted workspace that you own */
        post: operations["restoreDeletedWorkspace"];
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
         * @description Needs the role viewer or a higher one in the workspace.
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
         * Remove a member, whose API keys and open invitations end too
         * @description Needs the role admin or a higher one in the workspace.
         */
        delete: operations["deleteMember"];
        options?: never;
        head?: never;
        /**
         * Give a member another role
         * @description Needs the role admin or a higher one in the workspace.
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
         * @description Needs the role viewer or a higher one in the workspace.
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
         * @description Needs the role owner or a higher one in the workspace.
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
         * @description Needs the role admin or a higher one in the workspace.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody, by a letter to their address or by a link
         * @description Needs the role admin or a higher one in the workspace.
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
         * @description Needs the role admin or a higher one in the workspace.
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
        /** What an invitation is for, before it is taken */
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
        /** Join the workspace of an invitation */
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
         * @description Needs the role admin or a higher one in the workspace.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key; the answer shows it this once
         * @description Needs the role admin or a higher one in the workspace.
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
         * @description Needs the role admin or a higher one in the workspace.
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
         * @description Needs the role admin or a higher one in the workspace.
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
         * @description Needs the role viewer or a higher one in the workspace.
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listDatasets"];
        put?: never;
        /**
         * Upload a CSV or Excel file of at most 50 MB; several files are joined on their dates
         * @description Needs the role member or a higher one in the workspace.
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listDatasetVersions"];
        put?: never;
        /**
         * Upload a new version: it takes over the name, and the mapping where columns are the same
         * @description Needs the role member or a higher one in the workspace.
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
         * @description Needs the role member or a higher one in the workspace.
         */
        post: operations["sampleDataset"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readDataset"];
        put?: never;
        post?: never;
        /**
         * Delete a dataset with all its versions, unless runs were fitted on it
         * @description Needs the role member or a higher one in the workspace.
         */
        delete: operations["deleteDataset"];
        options?: never;
        head?: never;
        /**
         * Rename a dataset, in all its versions
         * @description Needs the role member or a higher one in the workspace.
         */
        patch: operations["changeDataset"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listDatasetRows"];
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
         * @description Needs the role viewer or a higher one in the workspace.
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listDatasetChanges"];
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
         * @description Needs the role member or a higher one in the workspace.
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
        /** The columns that are needed, with example rows, as CSV */
        get: operations["readTemplateDataCsv"];
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
        /** The columns that are needed, with example rows, as Excel */
        get: operations["readTemplateDataXlsx"];
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
         * @description Needs the role member or a higher one in the workspace.
         */
        put: operations["setDatasetMapping"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        post: operations["planDataset"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listRuns"];
        put?: never;
        /**
         * Start a run
         * @description Needs the role member or a higher one in the workspace.
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
         * @description Needs the role member or a higher one in the workspace.
         */
        post: operations["againRun"];
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
         * @description Needs the role member or a higher one in the workspace.
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRun"];
        put?: never;
        post?: never;
        /**
         * Delete a run with its results and draws; one of somebody else needs the role admin
         * @description Needs the role member or a higher one in the workspace.
         */
        delete: operations["deleteRun"];
        options?: never;
        head?: never;
        /**
         * Rename a run, or set the margin its results are read with
         * @description Needs the role member or a higher one in the workspace.
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
         * @description Needs the role viewer or a higher one in the workspace.
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
         * @description Needs the role member or a higher one in the workspace.
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
         * @description Needs the role member or a higher one in the workspace.
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
         * @description Needs the role member or a higher one in the workspace.
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listRunEvents"];
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
         * @description Needs the role viewer or a higher one in the workspace.
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
         * @description Needs the role viewer or a higher one in the workspace.
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
         * @description Needs the role admin or a higher one in the workspace.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Be told when runs end
         * @description Needs the role admin or a higher one in the workspace.
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
         * @description Needs the role admin or a higher one in the workspace.
         */
        get: operations["readWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook with its messages
         * @description Needs the role admin or a higher one in the workspace.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook, or stop and start it
         * @description Needs the role admin or a higher one in the workspace.
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
         * @description Needs the role admin or a higher one in the workspace.
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
         * @description Needs the role admin or a higher one in the workspace.
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
         * @description Needs the role admin or a higher one in the workspace.
         */
        post: operations["againWebhookDelivery"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunCompare"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listRunChannels"];
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
         * @description Needs the role viewer or a higher one in the workspace.
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listRunContributions"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listRunPredictions"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listRunResponseCurves"];
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
         * @description Needs the role viewer or a higher one in the workspace.
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
         * Each return as 101 quantiles, to read any probability from
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listRunDistributions"];
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
         * @description Needs the role viewer or a higher one in the workspace.
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listRunParameters"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listRunDensities"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listRunDiagnostics"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunExport"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["readRunResultJson"];
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
         * @description Needs the role viewer or a higher one in the workspace.
         */
        get: operations["listRunDraws"];
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
         * @description Needs the role admin or a higher one in the workspace.
         */
        get: operations["listRunShares"];
        put?: never;
        /**
         * Make a link that shows this result, and nothing else, to whoever has it
         * @description Needs the role admin or a higher one in the workspace.
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
         * @description Needs the role admin or a higher one in the workspace.
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
        /** The result a shared link shows; its token is in the body, so that no log holds it */
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
        /** Whether the program lives */
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
export type webhooks = Record<string, never>;
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
            /** @description What the audit logs of workspaces say of the account */
            acts: {
                /** Format: date-time */
                at: string;
                /** Format: uuid */
                workspaceId: string;
                action: string;
            }[];
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
            action: "workspace.created" | "workspace.renamed" | "workspace.deleted" | "workspace.restored" | "member.made_owner" | "member.joined" | "member.role_changed" | "member.removed" | "member.left" | "invitation.created" | "invitation.revoked" | "key.created" | "key.revoked" | "run.created" | "run.cancelled" | "run.retried" | "run.resumed" | "run.deleted" | "share.created" | "share.revoked" | "webhook.created" | "webhook.changed" | "webhook.deleted" | "dataset.created" | "dataset.version_added" | "dataset.renamed" | "dataset.deleted" | "dataset.restored" | "dataset.removed";
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
        Code: {
            code: string;
        };
        Column: {
            name: string;
            /** @enum {string} */
            role: "date" | "target" | "revenue_per_kpi" | "spend" | "exposure" | "organic" | "control" | "treatment" | "event" | "geo" | "population" | "reach" | "frequency" | "outcome" | "ignore";
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
        Comparison: {
            runs: components["schemas"]["Run"][];
            channels: {
                name: string;
                label: string;
                runs: ({
                    spend: number;
                    contribution: components["schemas"]["estimate"];
                    share: components["schemas"]["estimate"];
                    roas: components["schemas"]["estimate"] | null;
                    roasOfSpend: components["schemas"]["estimate"] | null;
                    marginalRoas: components["schemas"]["estimate"] | null;
                    /** @description How much of the ROAS is the data */
                    verdict: string | null;
                } | null)[];
            }[];
            baseline: components["schemas"]["estimate"][];
            totalMedia: components["schemas"]["estimate"][];
            fit: {
                rows: number;
                r2: number;
                bayesianR2: components["schemas"]["estimate"];
                mape: number | null;
                mapeSkippedRows: number;
                wmape: number | null;
                crps?: number;
                coverage50?: number;
                coverage94: number;
                residualAcf1: number | null;
                residualAcf1PValue: number | null;
            }[];
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
                runs: {
                    rows: number;
                    /** @enum {string} */
                    period: "day" | "week" | "month";
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                    sha256: string;
                    modelSha256: string;
                }[];
            };
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
            draft: {
                /** @constant */
                version?: 1;
                /** @enum {string} */
                preset?: "default" | "pymc_1_3" | "meridian_2_1";
                columns: {
                    date: string;
                    target: {
                        column: string;
                        /** @enum {string} */
                        kind: "money" | "units";
                        currency?: string;
                        revenuePerKpi?: string;
                    };
                };
                channels: {
                    column: string;
                    name?: string;
                    exposure?: string;
                    organic?: boolean;
                    demandCaptured?: boolean;
                    /** @enum {string} */
                    order?: "adstock_first" | "saturation_first";
                    adstock?: {
                        /** @constant */
                        kind?: "geometric";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "delayed";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                            theta?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_pdf";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            k?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_cdf";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            k?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "binomial";
                        lMax?: number;
                        normalize?: boolean;
                        /** @enum {string} */
                        divisor?: "l_max" | "l_max_plus_one";
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "none";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: Record<string, never>;
                    };
                    saturation?: {
                        /** @constant */
                        kind?: "logistic";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "inverse_scaled_logistic";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill";
                        priors?: {
                            kappa?: components["schemas"]["positivePrior"];
                            slope?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "tanh";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            c?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "michaelis_menten";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "root";
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill_sigmoid";
                        priors?: {
                            beta?: components["schemas"]["positivePrior"];
                            lam?: components["schemas"]["positivePrior"];
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
                    size?: {
                        /** @enum {string} */
                        kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                        prior?: components["schemas"]["prior"];
                        window?: {
                            first: string;
                            last: string;
                        };
                        experiment?: {
                            mean: number;
                            sd: number;
                            weeks: number;
                            weeksAgo: number;
                            /** @description Total spent on the channel over the weeks of the experiment. */
                            spend?: number;
                            gamma?: number;
                            tau?: number;
                        };
                    };
                }[];
                baseline?: {
                    intercept?: components["schemas"]["prior"];
                    trend?: {
                        /** @constant */
                        kind: "none";
                    } | {
                        /** @constant */
                        kind: "linear";
                        prior?: components["schemas"]["prior"];
                    } | {
                        /** @constant */
                        kind: "piecewise";
                        prior?: components["schemas"]["prior"];
                        scale?: components["schemas"]["positivePrior"];
                    } | {
                        /** @constant */
                        kind: "gaussian_process";
                        amplitude?: components["schemas"]["positivePrior"];
                        lengthScale?: components["schemas"]["positivePrior"];
                    };
                    yearly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    weekly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    monthly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    events?: {
                        name: string;
                        country?: string;
                        region?: string;
                        dates?: string[];
                        windows?: {
                            first: string;
                            last: string;
                        }[];
                        prior?: components["schemas"]["prior"];
                    }[];
                };
                controls?: {
                    column: string;
                    /** @enum {string} */
                    role?: "confounder" | "precision" | "outcome";
                    knownAhead?: boolean;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior?: components["schemas"]["prior"];
                }[];
                treatments?: {
                    column: string;
                    name?: string;
                    reference?: number;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior?: components["schemas"]["prior"];
                }[];
                likelihood?: {
                    /** @enum {string} */
                    family?: "normal" | "student_t";
                    /** @enum {string} */
                    link?: "identity" | "log";
                    /** @enum {string} */
                    errors?: "independent" | "ar1";
                    sigma?: components["schemas"]["positivePrior"];
                    nu?: components["schemas"]["prior"];
                    rho?: components["schemas"]["prior"];
                };
                holdout?: {
                    periods: number;
                };
                liftTests?: {
                    name?: string;
                    channels: string[];
                    treated: {
                        first: string;
                        last: string;
                    };
                    measured?: {
                        first: string;
                        last: string;
                    };
                    spendChange: {
                        [key: string]: number;
                    };
                    lift: number;
                    sd: number;
                    marketShare?: number;
                    /** @enum {string} */
                    unit?: "kpi" | "log_ratio";
                }[];
                scales?: {
                    target: number;
                    kpiTotal?: number;
                    channels: {
                        [key: string]: number;
                    };
                };
                fromData?: {
                    until: string;
                    sizes?: {
                        [key: string]: {
                            /** @enum {string} */
                            kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                            prior: components["schemas"]["prior"];
                            window?: {
                                first: string;
                                last: string;
                            };
                            experiment?: {
                                mean: number;
                                sd: number;
                                weeks: number;
                                weeksAgo: number;
                                /** @description Total spent on the channel over the weeks of the experiment. */
                                spend?: number;
                                gamma: number;
                                tau: number;
                            };
                        };
                    };
                    sizePriors?: {
                        [key: string]: components["schemas"]["prior"];
                    };
                    yearlyOrder?: number;
                    intercept?: components["schemas"]["prior"];
                    scales?: {
                        target: number;
                        kpiTotal?: number;
                        channels: {
                            [key: string]: number;
                        };
                    };
                };
            } | null;
        };
        DeleteAccountInput: {
            /** @description The password again; left out by an account that has none */
            password?: string | null;
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
        Fix: {
            label: string;
            change: components["schemas"]["Mapping"];
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
                predicted: {
                    mean: number[];
                    q03: number[];
                    q25: number[];
                    q75: number[];
                    q97: number[];
                };
                baseline: {
                    mean: number[];
                    q03: number[];
                    q25: number[];
                    q75: number[];
                    q97: number[];
                };
                treatments?: {
                    mean: number[];
                    q03: number[];
                    q25: number[];
                    q75: number[];
                    q97: number[];
                }[];
                channels: {
                    mean: number[];
                    q03: number[];
                    q25: number[];
                    q75: number[];
                    q97: number[];
                }[];
            };
            channels: {
                name: string;
                decay: {
                    mean: number[];
                    q03: number[];
                    q25: number[];
                    q75: number[];
                    q97: number[];
                };
                halfLife: components["schemas"]["estimate"];
                contribution: number[];
                incremental?: number[];
                roas: number[] | null;
                roasOfSpend: number[] | null;
                marginalRoas: number[] | null;
            }[];
            paid: {
                spend: number;
                contribution: components["schemas"]["estimate"];
                incremental?: components["schemas"]["estimate"];
                roas: components["schemas"]["estimate"] | null;
                roasQuantiles: number[] | null;
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
        LetterSent: {
            sentTo: string;
            /** Format: date-time */
            expiresAt: string;
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
                [key: string]: "date" | "target" | "revenue_per_kpi" | "spend" | "exposure" | "organic" | "control" | "treatment" | "event" | "geo" | "population" | "reach" | "frequency" | "outcome" | "ignore";
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
        OpenShared: {
            token: string;
        };
        Plan: {
            /**
             * MixModel spec
             * @description The model a person asks for; every key but the columns has a default. Dates, spend and KPI are read from the columns named here.
             */
            draft: {
                /** @constant */
                version?: 1;
                /** @enum {string} */
                preset?: "default" | "pymc_1_3" | "meridian_2_1";
                columns: {
                    date: string;
                    target: {
                        column: string;
                        /** @enum {string} */
                        kind: "money" | "units";
                        currency?: string;
                        revenuePerKpi?: string;
                    };
                };
                channels: {
                    column: string;
                    name?: string;
                    exposure?: string;
                    organic?: boolean;
                    demandCaptured?: boolean;
                    /** @enum {string} */
                    order?: "adstock_first" | "saturation_first";
                    adstock?: {
                        /** @constant */
                        kind?: "geometric";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "delayed";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                            theta?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_pdf";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            k?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_cdf";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            k?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "binomial";
                        lMax?: number;
                        normalize?: boolean;
                        /** @enum {string} */
                        divisor?: "l_max" | "l_max_plus_one";
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "none";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: Record<string, never>;
                    };
                    saturation?: {
                        /** @constant */
                        kind?: "logistic";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "inverse_scaled_logistic";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill";
                        priors?: {
                            kappa?: components["schemas"]["positivePrior"];
                            slope?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "tanh";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            c?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "michaelis_menten";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "root";
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill_sigmoid";
                        priors?: {
                            beta?: components["schemas"]["positivePrior"];
                            lam?: components["schemas"]["positivePrior"];
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
                    size?: {
                        /** @enum {string} */
                        kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                        prior?: components["schemas"]["prior"];
                        window?: {
                            first: string;
                            last: string;
                        };
                        experiment?: {
                            mean: number;
                            sd: number;
                            weeks: number;
                            weeksAgo: number;
                            /** @description Total spent on the channel over the weeks of the experiment. */
                            spend?: number;
                            gamma?: number;
                            tau?: number;
                        };
                    };
                }[];
                baseline?: {
                    intercept?: components["schemas"]["prior"];
                    trend?: {
                        /** @constant */
                        kind: "none";
                    } | {
                        /** @constant */
                        kind: "linear";
                        prior?: components["schemas"]["prior"];
                    } | {
                        /** @constant */
                        kind: "piecewise";
                        prior?: components["schemas"]["prior"];
                        scale?: components["schemas"]["positivePrior"];
                    } | {
                        /** @constant */
                        kind: "gaussian_process";
                        amplitude?: components["schemas"]["positivePrior"];
                        lengthScale?: components["schemas"]["positivePrior"];
                    };
                    yearly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    weekly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    monthly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    events?: {
                        name: string;
                        country?: string;
                        region?: string;
                        dates?: string[];
                        windows?: {
                            first: string;
                            last: string;
                        }[];
                        prior?: components["schemas"]["prior"];
                    }[];
                };
                controls?: {
                    column: string;
                    /** @enum {string} */
                    role?: "confounder" | "precision" | "outcome";
                    knownAhead?: boolean;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior?: components["schemas"]["prior"];
                }[];
                treatments?: {
                    column: string;
                    name?: string;
                    reference?: number;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior?: components["schemas"]["prior"];
                }[];
                likelihood?: {
                    /** @enum {string} */
                    family?: "normal" | "student_t";
                    /** @enum {string} */
                    link?: "identity" | "log";
                    /** @enum {string} */
                    errors?: "independent" | "ar1";
                    sigma?: components["schemas"]["positivePrior"];
                    nu?: components["schemas"]["prior"];
                    rho?: components["schemas"]["prior"];
                };
                holdout?: {
                    periods: number;
                };
                liftTests?: {
                    name?: string;
                    channels: string[];
                    treated: {
                        first: string;
                        last: string;
                    };
                    measured?: {
                        first: string;
                        last: string;
                    };
                    spendChange: {
                        [key: string]: number;
                    };
                    lift: number;
                    sd: number;
                    marketShare?: number;
                    /** @enum {string} */
                    unit?: "kpi" | "log_ratio";
                }[];
                scales?: {
                    target: number;
                    kpiTotal?: number;
                    channels: {
                        [key: string]: number;
                    };
                };
                fromData?: {
                    until: string;
                    sizes?: {
                        [key: string]: {
                            /** @enum {string} */
                            kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                            prior: components["schemas"]["prior"];
                            window?: {
                                first: string;
                                last: string;
                            };
                            experiment?: {
                                mean: number;
                                sd: number;
                                weeks: number;
                                weeksAgo: number;
                                /** @description Total spent on the channel over the weeks of the experiment. */
                                spend?: number;
                                gamma: number;
                                tau: number;
                            };
                        };
                    };
                    sizePriors?: {
                        [key: string]: components["schemas"]["prior"];
                    };
                    yearlyOrder?: number;
                    intercept?: components["schemas"]["prior"];
                    scales?: {
                        target: number;
                        kpiTotal?: number;
                        channels: {
                            [key: string]: number;
                        };
                    };
                };
            };
            spec: {
                /** @constant */
                version: 1;
                /** @enum {string} */
                preset: "default" | "pymc_1_3" | "meridian_2_1";
                columns: {
                    date: string;
                    target: {
                        column: string;
                        /** @enum {string} */
                        kind: "money" | "units";
                        currency?: string;
                        revenuePerKpi?: string;
                    };
                };
                channels: {
                    column: string;
                    name: string;
                    exposure?: string;
                    organic?: boolean;
                    demandCaptured?: boolean;
                    /** @enum {string} */
                    order: "adstock_first" | "saturation_first";
                    adstock: {
                        /** @constant */
                        kind: "geometric";
                        lMax: number;
                        normalize: boolean;
                        priors: {
                            alpha: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "delayed";
                        lMax: number;
                        normalize: boolean;
                        priors: {
                            alpha: components["schemas"]["fractionPrior"];
                            theta: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_pdf";
                        lMax: number;
                        normalize: boolean;
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                            k: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_cdf";
                        lMax: number;
                        normalize: boolean;
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                            k: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "binomial";
                        lMax: number;
                        normalize: boolean;
                        /** @enum {string} */
                        divisor: "l_max" | "l_max_plus_one";
                        priors: {
                            alpha: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "none";
                        lMax: number;
                        normalize: boolean;
                        priors: Record<string, never>;
                    };
                    saturation: {
                        /** @constant */
                        kind: "logistic";
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "inverse_scaled_logistic";
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill";
                        priors: {
                            kappa: components["schemas"]["positivePrior"];
                            slope: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "tanh";
                        priors: {
                            lam?: components["schemas"]["positivePrior"];
                            c?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "michaelis_menten";
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "root";
                        priors: {
                            alpha: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill_sigmoid";
                        priors: {
                            beta: components["schemas"]["positivePrior"];
                            lam: components["schemas"]["positivePrior"];
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
                    size: {
                        /** @enum {string} */
                        kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                        prior: components["schemas"]["prior"];
                        window?: {
                            first: string;
                            last: string;
                        };
                        experiment?: {
                            mean: number;
                            sd: number;
                            weeks: number;
                            weeksAgo: number;
                            /** @description Total spent on the channel over the weeks of the experiment. */
                            spend?: number;
                            gamma: number;
                            tau: number;
                        };
                    };
                }[];
                baseline: {
                    intercept: components["schemas"]["prior"];
                    trend: {
                        /** @constant */
                        kind: "none";
                    } | {
                        /** @constant */
                        kind: "linear";
                        prior: components["schemas"]["prior"];
                    } | {
                        /** @constant */
                        kind: "piecewise";
                        prior: components["schemas"]["prior"];
                        scale: components["schemas"]["positivePrior"];
                    } | {
                        /** @constant */
                        kind: "gaussian_process";
                        amplitude: components["schemas"]["positivePrior"];
                        lengthScale: components["schemas"]["positivePrior"];
                    };
                    yearly: {
                        order: number;
                        prior: components["schemas"]["prior"];
                    };
                    weekly: {
                        order: number;
                        prior: components["schemas"]["prior"];
                    };
                    monthly?: {
                        order: number;
                        prior: components["schemas"]["prior"];
                    };
                    events?: {
                        name: string;
                        country?: string;
                        region?: string;
                        dates?: string[];
                        windows?: {
                            first: string;
                            last: string;
                        }[];
                        prior: components["schemas"]["prior"];
                    }[];
                };
                controls: {
                    column: string;
                    /** @enum {string} */
                    role: "confounder" | "precision" | "outcome";
                    knownAhead?: boolean;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior: components["schemas"]["prior"];
                }[];
                treatments?: {
                    column: string;
                    name: string;
                    reference?: number;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior: components["schemas"]["prior"];
                }[];
                likelihood: {
                    /** @enum {string} */
                    family: "normal" | "student_t";
                    /** @enum {string} */
                    link: "identity" | "log";
                    /** @enum {string} */
                    errors: "independent" | "ar1";
                    sigma: components["schemas"]["positivePrior"];
                    nu?: components["schemas"]["prior"];
                    rho?: components["schemas"]["prior"];
                };
                holdout?: {
                    periods: number;
                };
                liftTests?: {
                    name: string;
                    channels: string[];
                    treated: {
                        first: string;
                        last: string;
                    };
                    measured: {
                        first: string;
                        last: string;
                    };
                    spendChange: {
                        [key: string]: number;
                    };
                    lift: number;
                    sd: number;
                    marketShare: number;
                    /** @enum {string} */
                    unit: "kpi" | "log_ratio";
                }[];
                scales?: {
                    target: number;
                    kpiTotal?: number;
                    channels: {
                        [key: string]: number;
                    };
                };
                fromData?: {
                    until: string;
                    sizes?: {
                        [key: string]: {
                            /** @enum {string} */
                            kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                            prior: components["schemas"]["prior"];
                            window?: {
                                first: string;
                                last: string;
                            };
                            experiment?: {
                                mean: number;
                                sd: number;
                                weeks: number;
                                weeksAgo: number;
                                /** @description Total spent on the channel over the weeks of the experiment. */
                                spend?: number;
                                gamma: number;
                                tau: number;
                            };
                        };
                    };
                    sizePriors?: {
                        [key: string]: components["schemas"]["prior"];
                    };
                    yearlyOrder?: number;
                    intercept?: components["schemas"]["prior"];
                    scales?: {
                        target: number;
                        kpiTotal?: number;
                        channels: {
                            [key: string]: number;
                        };
                    };
                };
            } | null;
            totalMediaShare: {
                median: number;
                interval94: components["schemas"]["interval"];
                above1: number;
            } | null;
            /** @description Why this prior on the effects, in one sentence */
            sizeRule: string | null;
            estimateMs: {
                quick: number;
                full: number;
            } | null;
            memoryMb: number | null;
            faults: components["schemas"]["Fault"][];
        };
        PlanRequest: {
            /**
             * MixModel spec
             * @description The model a person asks for; every key but the columns has a default. Dates, spend and KPI are read from the columns named here.
             */
            spec?: {
                /** @constant */
                version?: 1;
                /** @enum {string} */
                preset?: "default" | "pymc_1_3" | "meridian_2_1";
                columns: {
                    date: string;
                    target: {
                        column: string;
                        /** @enum {string} */
                        kind: "money" | "units";
                        currency?: string;
                        revenuePerKpi?: string;
                    };
                };
                channels: {
                    column: string;
                    name?: string;
                    exposure?: string;
                    organic?: boolean;
                    demandCaptured?: boolean;
                    /** @enum {string} */
                    order?: "adstock_first" | "saturation_first";
                    adstock?: {
                        /** @constant */
                        kind?: "geometric";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "delayed";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                            theta?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_pdf";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            k?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_cdf";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            k?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "binomial";
                        lMax?: number;
                        normalize?: boolean;
                        /** @enum {string} */
                        divisor?: "l_max" | "l_max_plus_one";
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "none";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: Record<string, never>;
                    };
                    saturation?: {
                        /** @constant */
                        kind?: "logistic";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "inverse_scaled_logistic";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill";
                        priors?: {
                            kappa?: components["schemas"]["positivePrior"];
                            slope?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "tanh";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            c?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "michaelis_menten";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "root";
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill_sigmoid";
                        priors?: {
                            beta?: components["schemas"]["positivePrior"];
                            lam?: components["schemas"]["positivePrior"];
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
                    size?: {
                        /** @enum {string} */
                        kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                        prior?: components["schemas"]["prior"];
                        window?: {
                            first: string;
                            last: string;
                        };
                        experiment?: {
                            mean: number;
                            sd: number;
                            weeks: number;
                            weeksAgo: number;
                            /** @description Total spent on the channel over the weeks of the experiment. */
                            spend?: number;
                            gamma?: number;
                            tau?: number;
                        };
                    };
                }[];
                baseline?: {
                    intercept?: components["schemas"]["prior"];
                    trend?: {
                        /** @constant */
                        kind: "none";
                    } | {
                        /** @constant */
                        kind: "linear";
                        prior?: components["schemas"]["prior"];
                    } | {
                        /** @constant */
                        kind: "piecewise";
                        prior?: components["schemas"]["prior"];
                        scale?: components["schemas"]["positivePrior"];
                    } | {
                        /** @constant */
                        kind: "gaussian_process";
                        amplitude?: components["schemas"]["positivePrior"];
                        lengthScale?: components["schemas"]["positivePrior"];
                    };
                    yearly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    weekly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    monthly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    events?: {
                        name: string;
                        country?: string;
                        region?: string;
                        dates?: string[];
                        windows?: {
                            first: string;
                            last: string;
                        }[];
                        prior?: components["schemas"]["prior"];
                    }[];
                };
                controls?: {
                    column: string;
                    /** @enum {string} */
                    role?: "confounder" | "precision" | "outcome";
                    knownAhead?: boolean;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior?: components["schemas"]["prior"];
                }[];
                treatments?: {
                    column: string;
                    name?: string;
                    reference?: number;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior?: components["schemas"]["prior"];
                }[];
                likelihood?: {
                    /** @enum {string} */
                    family?: "normal" | "student_t";
                    /** @enum {string} */
                    link?: "identity" | "log";
                    /** @enum {string} */
                    errors?: "independent" | "ar1";
                    sigma?: components["schemas"]["positivePrior"];
                    nu?: components["schemas"]["prior"];
                    rho?: components["schemas"]["prior"];
                };
                holdout?: {
                    periods: number;
                };
                liftTests?: {
                    name?: string;
                    channels: string[];
                    treated: {
                        first: string;
                        last: string;
                    };
                    measured?: {
                        first: string;
                        last: string;
                    };
                    spendChange: {
                        [key: string]: number;
                    };
                    lift: number;
                    sd: number;
                    marketShare?: number;
                    /** @enum {string} */
                    unit?: "kpi" | "log_ratio";
                }[];
                scales?: {
                    target: number;
                    kpiTotal?: number;
                    channels: {
                        [key: string]: number;
                    };
                };
                fromData?: {
                    until: string;
                    sizes?: {
                        [key: string]: {
                            /** @enum {string} */
                            kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                            prior: components["schemas"]["prior"];
                            window?: {
                                first: string;
                                last: string;
                            };
                            experiment?: {
                                mean: number;
                                sd: number;
                                weeks: number;
                                weeksAgo: number;
                                /** @description Total spent on the channel over the weeks of the experiment. */
                                spend?: number;
                                gamma: number;
                                tau: number;
                            };
                        };
                    };
                    sizePriors?: {
                        [key: string]: components["schemas"]["prior"];
                    };
                    yearlyOrder?: number;
                    intercept?: components["schemas"]["prior"];
                    scales?: {
                        target: number;
                        kpiTotal?: number;
                        channels: {
                            [key: string]: number;
                        };
                    };
                };
            };
            sampling?: {
                /** @enum {string} */
                mode?: "quick" | "full";
                seed?: number;
                chains?: number;
                warmup?: number;
                draws?: number;
                targetAcceptance?: number;
            };
        };
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
        Progress: {
            /** @enum {string} */
            phase: "waiting" | "warmup" | "sampling" | "assembling";
            attempt: number;
            fraction: number;
            chains: {
                chain: number;
                /** @enum {string} */
                phase: "warmup" | "sampling";
                draw: number;
                of: number;
                drawsPerSecond: number;
                divergences: number;
            }[];
            etaMs: number | null;
            worstRHat: number | null;
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
            evenRanks: [
                number,
                number
            ];
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
        /**
         * MixModel result
         * @description What one fit says. `from` and `to` are the first days of the first and last measured period; estimates carry the narrowest 94 % interval. A statistic that does not exist is null. `warnings` hold what was found in the data, decided for you, and to be known about the fit; of long lists of rows the first hundred. `holdout`: how well the last periods were predicted by a model that never saw their KPI; no other number counts them.
         */
        ResultFile: {
            /** @constant */
            schemaVersion: 1;
            spec: {
                /** @constant */
                version: 1;
                /** @enum {string} */
                preset: "default" | "pymc_1_3" | "meridian_2_1";
                columns: {
                    date: string;
                    target: {
                        column: string;
                        /** @enum {string} */
                        kind: "money" | "units";
                        currency?: string;
                        revenuePerKpi?: string;
                    };
                };
                channels: {
                    column: string;
                    name: string;
                    exposure?: string;
                    organic?: boolean;
                    demandCaptured?: boolean;
                    /** @enum {string} */
                    order: "adstock_first" | "saturation_first";
                    adstock: {
                        /** @constant */
                        kind: "geometric";
                        lMax: number;
                        normalize: boolean;
                        priors: {
                            alpha: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "delayed";
                        lMax: number;
                        normalize: boolean;
                        priors: {
                            alpha: components["schemas"]["fractionPrior"];
                            theta: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_pdf";
                        lMax: number;
                        normalize: boolean;
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                            k: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_cdf";
                        lMax: number;
                        normalize: boolean;
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                            k: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "binomial";
                        lMax: number;
                        normalize: boolean;
                        /** @enum {string} */
                        divisor: "l_max" | "l_max_plus_one";
                        priors: {
                            alpha: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "none";
                        lMax: number;
                        normalize: boolean;
                        priors: Record<string, never>;
                    };
                    saturation: {
                        /** @constant */
                        kind: "logistic";
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "inverse_scaled_logistic";
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill";
                        priors: {
                            kappa: components["schemas"]["positivePrior"];
                            slope: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "tanh";
                        priors: {
                            lam?: components["schemas"]["positivePrior"];
                            c?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "michaelis_menten";
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "root";
                        priors: {
                            alpha: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill_sigmoid";
                        priors: {
                            beta: components["schemas"]["positivePrior"];
                            lam: components["schemas"]["positivePrior"];
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
                    size: {
                        /** @enum {string} */
                        kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                        prior: components["schemas"]["prior"];
                        window?: {
                            first: string;
                            last: string;
                        };
                        experiment?: {
                            mean: number;
                            sd: number;
                            weeks: number;
                            weeksAgo: number;
                            /** @description Total spent on the channel over the weeks of the experiment. */
                            spend?: number;
                            gamma: number;
                            tau: number;
                        };
                    };
                }[];
                baseline: {
                    intercept: components["schemas"]["prior"];
                    trend: {
                        /** @constant */
                        kind: "none";
                    } | {
                        /** @constant */
                        kind: "linear";
                        prior: components["schemas"]["prior"];
                    } | {
                        /** @constant */
                        kind: "piecewise";
                        prior: components["schemas"]["prior"];
                        scale: components["schemas"]["positivePrior"];
                    } | {
                        /** @constant */
                        kind: "gaussian_process";
                        amplitude: components["schemas"]["positivePrior"];
                        lengthScale: components["schemas"]["positivePrior"];
                    };
                    yearly: {
                        order: number;
                        prior: components["schemas"]["prior"];
                    };
                    weekly: {
                        order: number;
                        prior: components["schemas"]["prior"];
                    };
                    monthly?: {
                        order: number;
                        prior: components["schemas"]["prior"];
                    };
                    events?: {
                        name: string;
                        country?: string;
                        region?: string;
                        dates?: string[];
                        windows?: {
                            first: string;
                            last: string;
                        }[];
                        prior: components["schemas"]["prior"];
                    }[];
                };
                controls: {
                    column: string;
                    /** @enum {string} */
                    role: "confounder" | "precision" | "outcome";
                    knownAhead?: boolean;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior: components["schemas"]["prior"];
                }[];
                treatments?: {
                    column: string;
                    name: string;
                    reference?: number;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior: components["schemas"]["prior"];
                }[];
                likelihood: {
                    /** @enum {string} */
                    family: "normal" | "student_t";
                    /** @enum {string} */
                    link: "identity" | "log";
                    /** @enum {string} */
                    errors: "independent" | "ar1";
                    sigma: components["schemas"]["positivePrior"];
                    nu?: components["schemas"]["prior"];
                    rho?: components["schemas"]["prior"];
                };
                holdout?: {
                    periods: number;
                };
                liftTests?: {
                    name: string;
                    channels: string[];
                    treated: {
                        first: string;
                        last: string;
                    };
                    measured: {
                        first: string;
                        last: string;
                    };
                    spendChange: {
                        [key: string]: number;
                    };
                    lift: number;
                    sd: number;
                    marketShare: number;
                    /** @enum {string} */
                    unit: "kpi" | "log_ratio";
                }[];
                scales?: {
                    target: number;
                    kpiTotal?: number;
                    channels: {
                        [key: string]: number;
                    };
                };
                fromData?: {
                    until: string;
                    sizes?: {
                        [key: string]: {
                            /** @enum {string} */
                            kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                            prior: components["schemas"]["prior"];
                            window?: {
                                first: string;
                                last: string;
                            };
                            experiment?: {
                                mean: number;
                                sd: number;
                                weeks: number;
                                weeksAgo: number;
                                /** @description Total spent on the channel over the weeks of the experiment. */
                                spend?: number;
                                gamma: number;
                                tau: number;
                            };
                        };
                    };
                    sizePriors?: {
                        [key: string]: components["schemas"]["prior"];
                    };
                    yearlyOrder?: number;
                    intercept?: components["schemas"]["prior"];
                    scales?: {
                        target: number;
                        kpiTotal?: number;
                        channels: {
                            [key: string]: number;
                        };
                    };
                };
            };
            seed: number;
            versions: {
                mixmodel: string;
                numerics: number;
                node: string;
            };
            data: {
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
                attempts: {
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
                }[];
            };
            convergence: {
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
            prior: {
                totalMediaShare: {
                    median: number;
                    interval94: components["schemas"]["interval"];
                    above1: number;
                };
                sizeRule: {
                    kind: ("coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution") | null;
                    /** @enum {string} */
                    reason: "money" | "not_money" | "returns_exceed_kpi" | "parts_multiply" | "explicit";
                    under?: {
                        median: number;
                        interval94: components["schemas"]["interval"];
                        above1: number;
                    };
                };
            };
            parameters: {
                mean: number;
                sd: number;
                median: number;
                hdi94: components["schemas"]["interval"];
                name: string;
                mcseMean: number | null;
                rHat: number | null;
                essBulk: number | null;
                essTail: number | null;
            }[];
            channels: {
                name: string;
                label: string;
                spend: number;
                contribution: components["schemas"]["estimate"];
                incremental?: components["schemas"]["estimate"];
                share: components["schemas"]["estimate"];
                roas: components["schemas"]["estimate"] | null;
                roasOfSpend: components["schemas"]["estimate"] | null;
                marginalRoas: components["schemas"]["estimate"] | null;
                costPerKpi: {
                    median: number;
                    hdi94: components["schemas"]["interval"];
                } | null;
                flatProbability: number;
                adstock: {
                    kind: string;
                    alpha: components["schemas"]["estimate"] | null;
                    meanLag: components["schemas"]["estimate"];
                };
                saturation: {
                    kind: string;
                    level: components["schemas"]["estimate"] | null;
                };
                responseCurve: {
                    mean: number[];
                    q03: number[];
                    q25: number[];
                    q75: number[];
                    q97: number[];
                    scale: number[];
                    spend: number[];
                    extrapolated: boolean[];
                    draws: number;
                } | null;
                information: {
                    shares: {
                        data: number;
                        /** @default 0 */
                        experiments: number;
                        ownSize: number;
                        ownShape: number;
                        otherPriors: number;
                    };
                    pulls: {
                        data: number;
                        /** @default 0 */
                        experiments: number;
                        ownSize: number;
                        ownShape: number;
                        otherPriors: number;
                    };
                    total: number;
                    mcse: number;
                    /** @enum {string} */
                    verdict: "measured" | "partly_assumed" | "mostly_assumed" | "not_determined";
                    priorAndDataDisagree: boolean;
                } | null;
            }[];
            multiplicative?: {
                /** @constant */
                contribution: "attributed";
                /** @constant */
                roas: "incremental";
                /** @constant */
                planning: "refused";
            };
            treatments?: {
                name: string;
                label: string;
                reference: number;
                contribution: components["schemas"]["estimate"];
                share: components["schemas"]["estimate"];
                effect: components["schemas"]["estimate"];
            }[];
            liftTests?: {
                name: string;
                channels: string[];
                /** @enum {string} */
                unit: "kpi" | "log_ratio";
                lift: number;
                sd: number;
                predicted: components["schemas"]["estimate"];
                expected?: {
                    mean: number;
                    sd: number;
                    /** @enum {string} */
                    by: "weights" | "refit";
                };
                z: number;
            }[];
            baseline: components["schemas"]["estimate"];
            baselineNegative: number;
            totalMedia: components["schemas"]["estimate"];
            fit: {
                rows: number;
                r2: number;
                bayesianR2: components["schemas"]["estimate"];
                mape: number | null;
                mapeSkippedRows: number;
                wmape: number | null;
                crps?: number;
                coverage50?: number;
                coverage94: number;
                residualAcf1: number | null;
                residualAcf1PValue: number | null;
            };
            holdout?: {
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
            warnings: {
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
            }[];
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
                    alpha: components["schemas"]["estimate"] | null;
                    meanLag: components["schemas"]["estimate"];
                };
                decay: {
                    mean: number[];
                    q03: number[];
                    q25: number[];
                    q75: number[];
                    q97: number[];
                };
                halfLife: components["schemas"]["estimate"];
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
                contribution: components["schemas"]["estimate"];
                incremental?: components["schemas"]["estimate"];
                share: components["schemas"]["estimate"];
                roas: components["schemas"]["estimate"] | null;
                roasOfSpend: components["schemas"]["estimate"] | null;
                marginalRoas: components["schemas"]["estimate"] | null;
                costPerKpi: {
                    median: number;
                    hdi94: components["schemas"]["interval"];
                } | null;
                flatProbability: number;
                adstock: {
                    kind: string;
                    alpha: components["schemas"]["estimate"] | null;
                    meanLag: components["schemas"]["estimate"];
                };
                saturation: {
                    kind: string;
                    level: components["schemas"]["estimate"] | null;
                };
            }[];
        };
        RunContributions: {
            dates: string[];
            baseline: {
                mean: number[];
                q03: number[];
                q25: number[];
                q75: number[];
                q97: number[];
            };
            treatments?: {
                mean: number[];
                q03: number[];
                q25: number[];
                q75: number[];
                q97: number[];
            }[];
            channels: {
                mean: number[];
                q03: number[];
                q25: number[];
                q75: number[];
                q97: number[];
            }[];
            /** @description Columns of `channels`, in their order */
            names: string[];
        };
        RunDecomposition: {
            kpi: number;
            baseline: components["schemas"]["estimate"];
            /** @description P(baseline < 0) */
            baselineNegative: number;
            treatments?: {
                name: string;
                label: string;
                reference: number;
                contribution: components["schemas"]["estimate"];
                share: components["schemas"]["estimate"];
                effect: components["schemas"]["estimate"];
            }[];
            channels: {
                name: string;
                label: string;
                contribution: components["schemas"]["estimate"];
                share: components["schemas"]["estimate"];
            }[];
            totalMedia: components["schemas"]["estimate"];
            paid: {
                spend: number;
                contribution: components["schemas"]["estimate"];
                incremental?: components["schemas"]["estimate"];
                roas: components["schemas"]["estimate"] | null;
                roasQuantiles: number[] | null;
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
                attempts: {
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
                }[];
            };
            convergence: {
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
            liftTests?: {
                name: string;
                channels: string[];
                /** @enum {string} */
                unit: "kpi" | "log_ratio";
                lift: number;
                sd: number;
                predicted: components["schemas"]["estimate"];
                expected?: {
                    mean: number;
                    sd: number;
                    /** @enum {string} */
                    by: "weights" | "refit";
                };
                z: number;
            }[];
            warnings: {
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
            }[];
        };
        RunDistributions: {
            channels: {
                name: string;
                contribution: number[];
                incremental?: number[];
                roas: number[] | null;
                roasOfSpend: number[] | null;
                marginalRoas: number[] | null;
            }[];
        };
        RunDuplicate: {
            name?: string;
            /** Format: uuid */
            datasetId?: string;
            /**
             * MixModel spec
             * @description The model a person asks for; every key but the columns has a default. Dates, spend and KPI are read from the columns named here.
             */
            spec?: {
                /** @constant */
                version?: 1;
                /** @enum {string} */
                preset?: "default" | "pymc_1_3" | "meridian_2_1";
                columns: {
                    date: string;
                    target: {
                        column: string;
                        /** @enum {string} */
                        kind: "money" | "units";
                        currency?: string;
                        revenuePerKpi?: string;
                    };
                };
                channels: {
                    column: string;
                    name?: string;
                    exposure?: string;
                    organic?: boolean;
                    demandCaptured?: boolean;
                    /** @enum {string} */
                    order?: "adstock_first" | "saturation_first";
                    adstock?: {
                        /** @constant */
                        kind?: "geometric";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "delayed";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                            theta?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_pdf";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            k?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_cdf";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            k?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "binomial";
                        lMax?: number;
                        normalize?: boolean;
                        /** @enum {string} */
                        divisor?: "l_max" | "l_max_plus_one";
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "none";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: Record<string, never>;
                    };
                    saturation?: {
                        /** @constant */
                        kind?: "logistic";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "inverse_scaled_logistic";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill";
                        priors?: {
                            kappa?: components["schemas"]["positivePrior"];
                            slope?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "tanh";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            c?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "michaelis_menten";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "root";
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill_sigmoid";
                        priors?: {
                            beta?: components["schemas"]["positivePrior"];
                            lam?: components["schemas"]["positivePrior"];
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
                    size?: {
                        /** @enum {string} */
                        kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                        prior?: components["schemas"]["prior"];
                        window?: {
                            first: string;
                            last: string;
                        };
                        experiment?: {
                            mean: number;
                            sd: number;
                            weeks: number;
                            weeksAgo: number;
                            /** @description Total spent on the channel over the weeks of the experiment. */
                            spend?: number;
                            gamma?: number;
                            tau?: number;
                        };
                    };
                }[];
                baseline?: {
                    intercept?: components["schemas"]["prior"];
                    trend?: {
                        /** @constant */
                        kind: "none";
                    } | {
                        /** @constant */
                        kind: "linear";
                        prior?: components["schemas"]["prior"];
                    } | {
                        /** @constant */
                        kind: "piecewise";
                        prior?: components["schemas"]["prior"];
                        scale?: components["schemas"]["positivePrior"];
                    } | {
                        /** @constant */
                        kind: "gaussian_process";
                        amplitude?: components["schemas"]["positivePrior"];
                        lengthScale?: components["schemas"]["positivePrior"];
                    };
                    yearly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    weekly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    monthly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    events?: {
                        name: string;
                        country?: string;
                        region?: string;
                        dates?: string[];
                        windows?: {
                            first: string;
                            last: string;
                        }[];
                        prior?: components["schemas"]["prior"];
                    }[];
                };
                controls?: {
                    column: string;
                    /** @enum {string} */
                    role?: "confounder" | "precision" | "outcome";
                    knownAhead?: boolean;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior?: components["schemas"]["prior"];
                }[];
                treatments?: {
                    column: string;
                    name?: string;
                    reference?: number;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior?: components["schemas"]["prior"];
                }[];
                likelihood?: {
                    /** @enum {string} */
                    family?: "normal" | "student_t";
                    /** @enum {string} */
                    link?: "identity" | "log";
                    /** @enum {string} */
                    errors?: "independent" | "ar1";
                    sigma?: components["schemas"]["positivePrior"];
                    nu?: components["schemas"]["prior"];
                    rho?: components["schemas"]["prior"];
                };
                holdout?: {
                    periods: number;
                };
                liftTests?: {
                    name?: string;
                    channels: string[];
                    treated: {
                        first: string;
                        last: string;
                    };
                    measured?: {
                        first: string;
                        last: string;
                    };
                    spendChange: {
                        [key: string]: number;
                    };
                    lift: number;
                    sd: number;
                    marketShare?: number;
                    /** @enum {string} */
                    unit?: "kpi" | "log_ratio";
                }[];
                scales?: {
                    target: number;
                    kpiTotal?: number;
                    channels: {
                        [key: string]: number;
                    };
                };
                fromData?: {
                    until: string;
                    sizes?: {
                        [key: string]: {
                            /** @enum {string} */
                            kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                            prior: components["schemas"]["prior"];
                            window?: {
                                first: string;
                                last: string;
                            };
                            experiment?: {
                                mean: number;
                                sd: number;
                                weeks: number;
                                weeksAgo: number;
                                /** @description Total spent on the channel over the weeks of the experiment. */
                                spend?: number;
                                gamma: number;
                                tau: number;
                            };
                        };
                    };
                    sizePriors?: {
                        [key: string]: components["schemas"]["prior"];
                    };
                    yearlyOrder?: number;
                    intercept?: components["schemas"]["prior"];
                    scales?: {
                        target: number;
                        kpiTotal?: number;
                        channels: {
                            [key: string]: number;
                        };
                    };
                };
            };
            sampling?: {
                /** @enum {string} */
                mode?: "quick" | "full";
                seed?: number;
                chains?: number;
                warmup?: number;
                draws?: number;
                targetAcceptance?: number;
            };
            margin?: number | null;
        };
        RunInformation: {
            channels: {
                name: string;
                label: string;
                information: {
                    shares: {
                        data: number;
                        /** @default 0 */
                        experiments: number;
                        ownSize: number;
                        ownShape: number;
                        otherPriors: number;
                    };
                    pulls: {
                        data: number;
                        /** @default 0 */
                        experiments: number;
                        ownSize: number;
                        ownShape: number;
                        otherPriors: number;
                    };
                    total: number;
                    mcse: number;
                    /** @enum {string} */
                    verdict: "measured" | "partly_assumed" | "mostly_assumed" | "not_determined";
                    priorAndDataDisagree: boolean;
                } | null;
            }[];
            prior: {
                totalMediaShare: {
                    median: number;
                    interval94: components["schemas"]["interval"];
                    above1: number;
                };
                sizeRule: {
                    kind: ("coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution") | null;
                    /** @enum {string} */
                    reason: "money" | "not_money" | "returns_exceed_kpi" | "parts_multiply" | "explicit";
                    under?: {
                        median: number;
                        interval94: components["schemas"]["interval"];
                        above1: number;
                    };
                };
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
            spec: {
                /** @constant */
                version: 1;
                /** @enum {string} */
                preset: "default" | "pymc_1_3" | "meridian_2_1";
                columns: {
                    date: string;
                    target: {
                        column: string;
                        /** @enum {string} */
                        kind: "money" | "units";
                        currency?: string;
                        revenuePerKpi?: string;
                    };
                };
                channels: {
                    column: string;
                    name: string;
                    exposure?: string;
                    organic?: boolean;
                    demandCaptured?: boolean;
                    /** @enum {string} */
                    order: "adstock_first" | "saturation_first";
                    adstock: {
                        /** @constant */
                        kind: "geometric";
                        lMax: number;
                        normalize: boolean;
                        priors: {
                            alpha: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "delayed";
                        lMax: number;
                        normalize: boolean;
                        priors: {
                            alpha: components["schemas"]["fractionPrior"];
                            theta: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_pdf";
                        lMax: number;
                        normalize: boolean;
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                            k: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_cdf";
                        lMax: number;
                        normalize: boolean;
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                            k: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "binomial";
                        lMax: number;
                        normalize: boolean;
                        /** @enum {string} */
                        divisor: "l_max" | "l_max_plus_one";
                        priors: {
                            alpha: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "none";
                        lMax: number;
                        normalize: boolean;
                        priors: Record<string, never>;
                    };
                    saturation: {
                        /** @constant */
                        kind: "logistic";
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "inverse_scaled_logistic";
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill";
                        priors: {
                            kappa: components["schemas"]["positivePrior"];
                            slope: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "tanh";
                        priors: {
                            lam?: components["schemas"]["positivePrior"];
                            c?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "michaelis_menten";
                        priors: {
                            lam: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "root";
                        priors: {
                            alpha: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill_sigmoid";
                        priors: {
                            beta: components["schemas"]["positivePrior"];
                            lam: components["schemas"]["positivePrior"];
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
                    size: {
                        /** @enum {string} */
                        kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                        prior: components["schemas"]["prior"];
                        window?: {
                            first: string;
                            last: string;
                        };
                        experiment?: {
                            mean: number;
                            sd: number;
                            weeks: number;
                            weeksAgo: number;
                            /** @description Total spent on the channel over the weeks of the experiment. */
                            spend?: number;
                            gamma: number;
                            tau: number;
                        };
                    };
                }[];
                baseline: {
                    intercept: components["schemas"]["prior"];
                    trend: {
                        /** @constant */
                        kind: "none";
                    } | {
                        /** @constant */
                        kind: "linear";
                        prior: components["schemas"]["prior"];
                    } | {
                        /** @constant */
                        kind: "piecewise";
                        prior: components["schemas"]["prior"];
                        scale: components["schemas"]["positivePrior"];
                    } | {
                        /** @constant */
                        kind: "gaussian_process";
                        amplitude: components["schemas"]["positivePrior"];
                        lengthScale: components["schemas"]["positivePrior"];
                    };
                    yearly: {
                        order: number;
                        prior: components["schemas"]["prior"];
                    };
                    weekly: {
                        order: number;
                        prior: components["schemas"]["prior"];
                    };
                    monthly?: {
                        order: number;
                        prior: components["schemas"]["prior"];
                    };
                    events?: {
                        name: string;
                        country?: string;
                        region?: string;
                        dates?: string[];
                        windows?: {
                            first: string;
                            last: string;
                        }[];
                        prior: components["schemas"]["prior"];
                    }[];
                };
                controls: {
                    column: string;
                    /** @enum {string} */
                    role: "confounder" | "precision" | "outcome";
                    knownAhead?: boolean;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior: components["schemas"]["prior"];
                }[];
                treatments?: {
                    column: string;
                    name: string;
                    reference?: number;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior: components["schemas"]["prior"];
                }[];
                likelihood: {
                    /** @enum {string} */
                    family: "normal" | "student_t";
                    /** @enum {string} */
                    link: "identity" | "log";
                    /** @enum {string} */
                    errors: "independent" | "ar1";
                    sigma: components["schemas"]["positivePrior"];
                    nu?: components["schemas"]["prior"];
                    rho?: components["schemas"]["prior"];
                };
                holdout?: {
                    periods: number;
                };
                liftTests?: {
                    name: string;
                    channels: string[];
                    treated: {
                        first: string;
                        last: string;
                    };
                    measured: {
                        first: string;
                        last: string;
                    };
                    spendChange: {
                        [key: string]: number;
                    };
                    lift: number;
                    sd: number;
                    marketShare: number;
                    /** @enum {string} */
                    unit: "kpi" | "log_ratio";
                }[];
                scales?: {
                    target: number;
                    kpiTotal?: number;
                    channels: {
                        [key: string]: number;
                    };
                };
                fromData?: {
                    until: string;
                    sizes?: {
                        [key: string]: {
                            /** @enum {string} */
                            kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                            prior: components["schemas"]["prior"];
                            window?: {
                                first: string;
                                last: string;
                            };
                            experiment?: {
                                mean: number;
                                sd: number;
                                weeks: number;
                                weeksAgo: number;
                                /** @description Total spent on the channel over the weeks of the experiment. */
                                spend?: number;
                                gamma: number;
                                tau: number;
                            };
                        };
                    };
                    sizePriors?: {
                        [key: string]: components["schemas"]["prior"];
                    };
                    yearlyOrder?: number;
                    intercept?: components["schemas"]["prior"];
                    scales?: {
                        target: number;
                        kpiTotal?: number;
                        channels: {
                            [key: string]: number;
                        };
                    };
                };
            };
            sampling: {
                /** @enum {string} */
                mode?: "quick" | "full";
                seed?: number;
                chains?: number;
                warmup?: number;
                draws?: number;
                targetAcceptance?: number;
            };
            seed: number;
            /** @description Another number may mean other bits */
            numerics: number;
            fits: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                purpose: "main" | "backtest";
                attempts: number;
                versions: {
                    mixmodel: string;
                    numerics: number;
                    node: string;
                } | null;
                chains: {
                    /** @description 0, and one more for every extension or rerun */
                    rung: number;
                    chain: number;
                    draws: number;
                    segments: {
                        draws: number;
                        /** @description Which beginning of the run drew it: more than 1 after an interruption */
                        attempt: number;
                        /** @description Of what was drawn; equal runs have equal ones */
                        sha256: string;
                    }[];
                }[];
            }[];
        };
        RunPage: {
            items: components["schemas"]["Run"][];
            /** @description Hand back as `cursor`; null at the end */
            next: string | null;
        };
        RunParameters: {
            parameters: {
                mean: number;
                sd: number;
                median: number;
                hdi94: components["schemas"]["interval"];
                name: string;
                mcseMean: number | null;
                rHat: number | null;
                essBulk: number | null;
                essTail: number | null;
            }[];
        };
        RunPredictions: {
            dates: string[];
            actual: (number | null)[];
            fitted: boolean[];
            heldOut?: boolean[];
            predicted: {
                mean: number[];
                q03: number[];
                q25: number[];
                q75: number[];
                q97: number[];
            };
            fit: {
                rows: number;
                r2: number;
                bayesianR2: components["schemas"]["estimate"];
                mape: number | null;
                mapeSkippedRows: number;
                wmape: number | null;
                crps?: number;
                coverage50?: number;
                coverage94: number;
                residualAcf1: number | null;
                residualAcf1PValue: number | null;
            };
            holdout?: {
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
            residuals: {
                autocorrelation: (number | null)[];
                noise: number;
            };
        };
        RunRequest: {
            /** Format: uuid */
            datasetId: string;
            name?: string;
            /**
             * MixModel spec
             * @description The model a person asks for; every key but the columns has a default. Dates, spend and KPI are read from the columns named here.
             */
            spec?: {
                /** @constant */
                version?: 1;
                /** @enum {string} */
                preset?: "default" | "pymc_1_3" | "meridian_2_1";
                columns: {
                    date: string;
                    target: {
                        column: string;
                        /** @enum {string} */
                        kind: "money" | "units";
                        currency?: string;
                        revenuePerKpi?: string;
                    };
                };
                channels: {
                    column: string;
                    name?: string;
                    exposure?: string;
                    organic?: boolean;
                    demandCaptured?: boolean;
                    /** @enum {string} */
                    order?: "adstock_first" | "saturation_first";
                    adstock?: {
                        /** @constant */
                        kind?: "geometric";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "delayed";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                            theta?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_pdf";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            k?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "weibull_cdf";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            k?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "binomial";
                        lMax?: number;
                        normalize?: boolean;
                        /** @enum {string} */
                        divisor?: "l_max" | "l_max_plus_one";
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "none";
                        lMax?: number;
                        normalize?: boolean;
                        priors?: Record<string, never>;
                    };
                    saturation?: {
                        /** @constant */
                        kind?: "logistic";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "inverse_scaled_logistic";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill";
                        priors?: {
                            kappa?: components["schemas"]["positivePrior"];
                            slope?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "tanh";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                            c?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "michaelis_menten";
                        priors?: {
                            lam?: components["schemas"]["positivePrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "root";
                        priors?: {
                            alpha?: components["schemas"]["fractionPrior"];
                        };
                    } | {
                        /** @constant */
                        kind: "hill_sigmoid";
                        priors?: {
                            beta?: components["schemas"]["positivePrior"];
                            lam?: components["schemas"]["positivePrior"];
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
                    size?: {
                        /** @enum {string} */
                        kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                        prior?: components["schemas"]["prior"];
                        window?: {
                            first: string;
                            last: string;
                        };
                        experiment?: {
                            mean: number;
                            sd: number;
                            weeks: number;
                            weeksAgo: number;
                            /** @description Total spent on the channel over the weeks of the experiment. */
                            spend?: number;
                            gamma?: number;
                            tau?: number;
                        };
                    };
                }[];
                baseline?: {
                    intercept?: components["schemas"]["prior"];
                    trend?: {
                        /** @constant */
                        kind: "none";
                    } | {
                        /** @constant */
                        kind: "linear";
                        prior?: components["schemas"]["prior"];
                    } | {
                        /** @constant */
                        kind: "piecewise";
                        prior?: components["schemas"]["prior"];
                        scale?: components["schemas"]["positivePrior"];
                    } | {
                        /** @constant */
                        kind: "gaussian_process";
                        amplitude?: components["schemas"]["positivePrior"];
                        lengthScale?: components["schemas"]["positivePrior"];
                    };
                    yearly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    weekly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    monthly?: {
                        order?: number;
                        prior?: components["schemas"]["prior"];
                    };
                    events?: {
                        name: string;
                        country?: string;
                        region?: string;
                        dates?: string[];
                        windows?: {
                            first: string;
                            last: string;
                        }[];
                        prior?: components["schemas"]["prior"];
                    }[];
                };
                controls?: {
                    column: string;
                    /** @enum {string} */
                    role?: "confounder" | "precision" | "outcome";
                    knownAhead?: boolean;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior?: components["schemas"]["prior"];
                }[];
                treatments?: {
                    column: string;
                    name?: string;
                    reference?: number;
                    /** @enum {string} */
                    sign?: "positive" | "negative";
                    prior?: components["schemas"]["prior"];
                }[];
                likelihood?: {
                    /** @enum {string} */
                    family?: "normal" | "student_t";
                    /** @enum {string} */
                    link?: "identity" | "log";
                    /** @enum {string} */
                    errors?: "independent" | "ar1";
                    sigma?: components["schemas"]["positivePrior"];
                    nu?: components["schemas"]["prior"];
                    rho?: components["schemas"]["prior"];
                };
                holdout?: {
                    periods: number;
                };
                liftTests?: {
                    name?: string;
                    channels: string[];
                    treated: {
                        first: string;
                        last: string;
                    };
                    measured?: {
                        first: string;
                        last: string;
                    };
                    spendChange: {
                        [key: string]: number;
                    };
                    lift: number;
                    sd: number;
                    marketShare?: number;
                    /** @enum {string} */
                    unit?: "kpi" | "log_ratio";
                }[];
                scales?: {
                    target: number;
                    kpiTotal?: number;
                    channels: {
                        [key: string]: number;
                    };
                };
                fromData?: {
                    until: string;
                    sizes?: {
                        [key: string]: {
                            /** @enum {string} */
                            kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                            prior: components["schemas"]["prior"];
                            window?: {
                                first: string;
                                last: string;
                            };
                            experiment?: {
                                mean: number;
                                sd: number;
                                weeks: number;
                                weeksAgo: number;
                                /** @description Total spent on the channel over the weeks of the experiment. */
                                spend?: number;
                                gamma: number;
                                tau: number;
                            };
                        };
                    };
                    sizePriors?: {
                        [key: string]: components["schemas"]["prior"];
                    };
                    yearlyOrder?: number;
                    intercept?: components["schemas"]["prior"];
                    scales?: {
                        target: number;
                        kpiTotal?: number;
                        channels: {
                            [key: string]: number;
                        };
                    };
                };
            };
            sampling?: {
                /** @enum {string} */
                mode?: "quick" | "full";
                seed?: number;
                chains?: number;
                warmup?: number;
                draws?: number;
                targetAcceptance?: number;
            };
            /** @description Profit in each unit of revenue, before media; break-even ROAS is 1 / margin */
            margin?: number;
        };
        RunResponseCurves: {
            channels: {
                name: string;
                label: string;
                spend: number;
                curve: {
                    mean: number[];
                    q03: number[];
                    q25: number[];
                    q75: number[];
                    q97: number[];
                    scale: number[];
                    spend: number[];
                    extrapolated: boolean[];
                    draws: number;
                } | null;
            }[];
        };
        RunResult: {
            run: components["schemas"]["Run"];
            /**
             * MixModel result
             * @description What one fit says. `from` and `to` are the first days of the first and last measured period; estimates carry the narrowest 94 % interval. A statistic that does not exist is null. `warnings` hold what was found in the data, decided for you, and to be known about the fit; of long lists of rows the first hundred. `holdout`: how well the last periods were predicted by a model that never saw their KPI; no other number counts them.
             */
            result: {
                /** @constant */
                schemaVersion: 1;
                spec: {
                    /** @constant */
                    version: 1;
                    /** @enum {string} */
                    preset: "default" | "pymc_1_3" | "meridian_2_1";
                    columns: {
                        date: string;
                        target: {
                            column: string;
                            /** @enum {string} */
                            kind: "money" | "units";
                            currency?: string;
                            revenuePerKpi?: string;
                        };
                    };
                    channels: {
                        column: string;
                        name: string;
                        exposure?: string;
                        organic?: boolean;
                        demandCaptured?: boolean;
                        /** @enum {string} */
                        order: "adstock_first" | "saturation_first";
                        adstock: {
                            /** @constant */
                            kind: "geometric";
                            lMax: number;
                            normalize: boolean;
                            priors: {
                                alpha: components["schemas"]["fractionPrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "delayed";
                            lMax: number;
                            normalize: boolean;
                            priors: {
                                alpha: components["schemas"]["fractionPrior"];
                                theta: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "weibull_pdf";
                            lMax: number;
                            normalize: boolean;
                            priors: {
                                lam: components["schemas"]["positivePrior"];
                                k: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "weibull_cdf";
                            lMax: number;
                            normalize: boolean;
                            priors: {
                                lam: components["schemas"]["positivePrior"];
                                k: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "binomial";
                            lMax: number;
                            normalize: boolean;
                            /** @enum {string} */
                            divisor: "l_max" | "l_max_plus_one";
                            priors: {
                                alpha: components["schemas"]["fractionPrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "none";
                            lMax: number;
                            normalize: boolean;
                            priors: Record<string, never>;
                        };
                        saturation: {
                            /** @constant */
                            kind: "logistic";
                            priors: {
                                lam: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "inverse_scaled_logistic";
                            priors: {
                                lam: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "hill";
                            priors: {
                                kappa: components["schemas"]["positivePrior"];
                                slope: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "tanh";
                            priors: {
                                lam?: components["schemas"]["positivePrior"];
                                c?: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "michaelis_menten";
                            priors: {
                                lam: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "root";
                            priors: {
                                alpha: components["schemas"]["fractionPrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "hill_sigmoid";
                            priors: {
                                beta: components["schemas"]["positivePrior"];
                                lam: components["schemas"]["positivePrior"];
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
                        size: {
                            /** @enum {string} */
                            kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                            prior: components["schemas"]["prior"];
                            window?: {
                                first: string;
                                last: string;
                            };
                            experiment?: {
                                mean: number;
                                sd: number;
                                weeks: number;
                                weeksAgo: number;
                                /** @description Total spent on the channel over the weeks of the experiment. */
                                spend?: number;
                                gamma: number;
                                tau: number;
                            };
                        };
                    }[];
                    baseline: {
                        intercept: components["schemas"]["prior"];
                        trend: {
                            /** @constant */
                            kind: "none";
                        } | {
                            /** @constant */
                            kind: "linear";
                            prior: components["schemas"]["prior"];
                        } | {
                            /** @constant */
                            kind: "piecewise";
                            prior: components["schemas"]["prior"];
                            scale: components["schemas"]["positivePrior"];
                        } | {
                            /** @constant */
                            kind: "gaussian_process";
                            amplitude: components["schemas"]["positivePrior"];
                            lengthScale: components["schemas"]["positivePrior"];
                        };
                        yearly: {
                            order: number;
                            prior: components["schemas"]["prior"];
                        };
                        weekly: {
                            order: number;
                            prior: components["schemas"]["prior"];
                        };
                        monthly?: {
                            order: number;
                            prior: components["schemas"]["prior"];
                        };
                        events?: {
                            name: string;
                            country?: string;
                            region?: string;
                            dates?: string[];
                            windows?: {
                                first: string;
                                last: string;
                            }[];
                            prior: components["schemas"]["prior"];
                        }[];
                    };
                    controls: {
                        column: string;
                        /** @enum {string} */
                        role: "confounder" | "precision" | "outcome";
                        knownAhead?: boolean;
                        /** @enum {string} */
                        sign?: "positive" | "negative";
                        prior: components["schemas"]["prior"];
                    }[];
                    treatments?: {
                        column: string;
                        name: string;
                        reference?: number;
                        /** @enum {string} */
                        sign?: "positive" | "negative";
                        prior: components["schemas"]["prior"];
                    }[];
                    likelihood: {
                        /** @enum {string} */
                        family: "normal" | "student_t";
                        /** @enum {string} */
                        link: "identity" | "log";
                        /** @enum {string} */
                        errors: "independent" | "ar1";
                        sigma: components["schemas"]["positivePrior"];
                        nu?: components["schemas"]["prior"];
                        rho?: components["schemas"]["prior"];
                    };
                    holdout?: {
                        periods: number;
                    };
                    liftTests?: {
                        name: string;
                        channels: string[];
                        treated: {
                            first: string;
                            last: string;
                        };
                        measured: {
                            first: string;
                            last: string;
                        };
                        spendChange: {
                            [key: string]: number;
                        };
                        lift: number;
                        sd: number;
                        marketShare: number;
                        /** @enum {string} */
                        unit: "kpi" | "log_ratio";
                    }[];
                    scales?: {
                        target: number;
                        kpiTotal?: number;
                        channels: {
                            [key: string]: number;
                        };
                    };
                    fromData?: {
                        until: string;
                        sizes?: {
                            [key: string]: {
                                /** @enum {string} */
                                kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                                prior: components["schemas"]["prior"];
                                window?: {
                                    first: string;
                                    last: string;
                                };
                                experiment?: {
                                    mean: number;
                                    sd: number;
                                    weeks: number;
                                    weeksAgo: number;
                                    /** @description Total spent on the channel over the weeks of the experiment. */
                                    spend?: number;
                                    gamma: number;
                                    tau: number;
                                };
                            };
                        };
                        sizePriors?: {
                            [key: string]: components["schemas"]["prior"];
                        };
                        yearlyOrder?: number;
                        intercept?: components["schemas"]["prior"];
                        scales?: {
                            target: number;
                            kpiTotal?: number;
                            channels: {
                                [key: string]: number;
                            };
                        };
                    };
                };
                seed: number;
                versions: {
                    mixmodel: string;
                    numerics: number;
                    node: string;
                };
                data: {
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
                    attempts: {
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
                    }[];
                };
                convergence: {
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
                prior: {
                    totalMediaShare: {
                        median: number;
                        interval94: components["schemas"]["interval"];
                        above1: number;
                    };
                    sizeRule: {
                        kind: ("coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution") | null;
                        /** @enum {string} */
                        reason: "money" | "not_money" | "returns_exceed_kpi" | "parts_multiply" | "explicit";
                        under?: {
                            median: number;
                            interval94: components["schemas"]["interval"];
                            above1: number;
                        };
                    };
                };
                parameters: {
                    mean: number;
                    sd: number;
                    median: number;
                    hdi94: components["schemas"]["interval"];
                    name: string;
                    mcseMean: number | null;
                    rHat: number | null;
                    essBulk: number | null;
                    essTail: number | null;
                }[];
                channels: {
                    name: string;
                    label: string;
                    spend: number;
                    contribution: components["schemas"]["estimate"];
                    incremental?: components["schemas"]["estimate"];
                    share: components["schemas"]["estimate"];
                    roas: components["schemas"]["estimate"] | null;
                    roasOfSpend: components["schemas"]["estimate"] | null;
                    marginalRoas: components["schemas"]["estimate"] | null;
                    costPerKpi: {
                        median: number;
                        hdi94: components["schemas"]["interval"];
                    } | null;
                    flatProbability: number;
                    adstock: {
                        kind: string;
                        alpha: components["schemas"]["estimate"] | null;
                        meanLag: components["schemas"]["estimate"];
                    };
                    saturation: {
                        kind: string;
                        level: components["schemas"]["estimate"] | null;
                    };
                    responseCurve: {
                        mean: number[];
                        q03: number[];
                        q25: number[];
                        q75: number[];
                        q97: number[];
                        scale: number[];
                        spend: number[];
                        extrapolated: boolean[];
                        draws: number;
                    } | null;
                    information: {
                        shares: {
                            data: number;
                            /** @default 0 */
                            experiments: number;
                            ownSize: number;
                            ownShape: number;
                            otherPriors: number;
                        };
                        pulls: {
                            data: number;
                            /** @default 0 */
                            experiments: number;
                            ownSize: number;
                            ownShape: number;
                            otherPriors: number;
                        };
                        total: number;
                        mcse: number;
                        /** @enum {string} */
                        verdict: "measured" | "partly_assumed" | "mostly_assumed" | "not_determined";
                        priorAndDataDisagree: boolean;
                    } | null;
                }[];
                multiplicative?: {
                    /** @constant */
                    contribution: "attributed";
                    /** @constant */
                    roas: "incremental";
                    /** @constant */
                    planning: "refused";
                };
                treatments?: {
                    name: string;
                    label: string;
                    reference: number;
                    contribution: components["schemas"]["estimate"];
                    share: components["schemas"]["estimate"];
                    effect: components["schemas"]["estimate"];
                }[];
                liftTests?: {
                    name: string;
                    channels: string[];
                    /** @enum {string} */
                    unit: "kpi" | "log_ratio";
                    lift: number;
                    sd: number;
                    predicted: components["schemas"]["estimate"];
                    expected?: {
                        mean: number;
                        sd: number;
                        /** @enum {string} */
                        by: "weights" | "refit";
                    };
                    z: number;
                }[];
                baseline: components["schemas"]["estimate"];
                baselineNegative: number;
                totalMedia: components["schemas"]["estimate"];
                fit: {
                    rows: number;
                    r2: number;
                    bayesianR2: components["schemas"]["estimate"];
                    mape: number | null;
                    mapeSkippedRows: number;
                    wmape: number | null;
                    crps?: number;
                    coverage50?: number;
                    coverage94: number;
                    residualAcf1: number | null;
                    residualAcf1PValue: number | null;
                };
                holdout?: {
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
                warnings: {
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
                }[];
            };
            insights: components["schemas"]["Insights"];
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
        ShareRequestInput: {
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
            /**
             * MixModel result
             * @description What one fit says. `from` and `to` are the first days of the first and last measured period; estimates carry the narrowest 94 % interval. A statistic that does not exist is null. `warnings` hold what was found in the data, decided for you, and to be known about the fit; of long lists of rows the first hundred. `holdout`: how well the last periods were predicted by a model that never saw their KPI; no other number counts them.
             */
            result: {
                /** @constant */
                schemaVersion: 1;
                spec: {
                    /** @constant */
                    version: 1;
                    /** @enum {string} */
                    preset: "default" | "pymc_1_3" | "meridian_2_1";
                    columns: {
                        date: string;
                        target: {
                            column: string;
                            /** @enum {string} */
                            kind: "money" | "units";
                            currency?: string;
                            revenuePerKpi?: string;
                        };
                    };
                    channels: {
                        column: string;
                        name: string;
                        exposure?: string;
                        organic?: boolean;
                        demandCaptured?: boolean;
                        /** @enum {string} */
                        order: "adstock_first" | "saturation_first";
                        adstock: {
                            /** @constant */
                            kind: "geometric";
                            lMax: number;
                            normalize: boolean;
                            priors: {
                                alpha: components["schemas"]["fractionPrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "delayed";
                            lMax: number;
                            normalize: boolean;
                            priors: {
                                alpha: components["schemas"]["fractionPrior"];
                                theta: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "weibull_pdf";
                            lMax: number;
                            normalize: boolean;
                            priors: {
                                lam: components["schemas"]["positivePrior"];
                                k: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "weibull_cdf";
                            lMax: number;
                            normalize: boolean;
                            priors: {
                                lam: components["schemas"]["positivePrior"];
                                k: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "binomial";
                            lMax: number;
                            normalize: boolean;
                            /** @enum {string} */
                            divisor: "l_max" | "l_max_plus_one";
                            priors: {
                                alpha: components["schemas"]["fractionPrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "none";
                            lMax: number;
                            normalize: boolean;
                            priors: Record<string, never>;
                        };
                        saturation: {
                            /** @constant */
                            kind: "logistic";
                            priors: {
                                lam: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "inverse_scaled_logistic";
                            priors: {
                                lam: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "hill";
                            priors: {
                                kappa: components["schemas"]["positivePrior"];
                                slope: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "tanh";
                            priors: {
                                lam?: components["schemas"]["positivePrior"];
                                c?: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "michaelis_menten";
                            priors: {
                                lam: components["schemas"]["positivePrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "root";
                            priors: {
                                alpha: components["schemas"]["fractionPrior"];
                            };
                        } | {
                            /** @constant */
                            kind: "hill_sigmoid";
                            priors: {
                                beta: components["schemas"]["positivePrior"];
                                lam: components["schemas"]["positivePrior"];
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
                        size: {
                            /** @enum {string} */
                            kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                            prior: components["schemas"]["prior"];
                            window?: {
                                first: string;
                                last: string;
                            };
                            experiment?: {
                                mean: number;
                                sd: number;
                                weeks: number;
                                weeksAgo: number;
                                /** @description Total spent on the channel over the weeks of the experiment. */
                                spend?: number;
                                gamma: number;
                                tau: number;
                            };
                        };
                    }[];
                    baseline: {
                        intercept: components["schemas"]["prior"];
                        trend: {
                            /** @constant */
                            kind: "none";
                        } | {
                            /** @constant */
                            kind: "linear";
                            prior: components["schemas"]["prior"];
                        } | {
                            /** @constant */
                            kind: "piecewise";
                            prior: components["schemas"]["prior"];
                            scale: components["schemas"]["positivePrior"];
                        } | {
                            /** @constant */
                            kind: "gaussian_process";
                            amplitude: components["schemas"]["positivePrior"];
                            lengthScale: components["schemas"]["positivePrior"];
                        };
                        yearly: {
                            order: number;
                            prior: components["schemas"]["prior"];
                        };
                        weekly: {
                            order: number;
                            prior: components["schemas"]["prior"];
                        };
                        monthly?: {
                            order: number;
                            prior: components["schemas"]["prior"];
                        };
                        events?: {
                            name: string;
                            country?: string;
                            region?: string;
                            dates?: string[];
                            windows?: {
                                first: string;
                                last: string;
                            }[];
                            prior: components["schemas"]["prior"];
                        }[];
                    };
                    controls: {
                        column: string;
                        /** @enum {string} */
                        role: "confounder" | "precision" | "outcome";
                        knownAhead?: boolean;
                        /** @enum {string} */
                        sign?: "positive" | "negative";
                        prior: components["schemas"]["prior"];
                    }[];
                    treatments?: {
                        column: string;
                        name: string;
                        reference?: number;
                        /** @enum {string} */
                        sign?: "positive" | "negative";
                        prior: components["schemas"]["prior"];
                    }[];
                    likelihood: {
                        /** @enum {string} */
                        family: "normal" | "student_t";
                        /** @enum {string} */
                        link: "identity" | "log";
                        /** @enum {string} */
                        errors: "independent" | "ar1";
                        sigma: components["schemas"]["positivePrior"];
                        nu?: components["schemas"]["prior"];
                        rho?: components["schemas"]["prior"];
                    };
                    holdout?: {
                        periods: number;
                    };
                    liftTests?: {
                        name: string;
                        channels: string[];
                        treated: {
                            first: string;
                            last: string;
                        };
                        measured: {
                            first: string;
                            last: string;
                        };
                        spendChange: {
                            [key: string]: number;
                        };
                        lift: number;
                        sd: number;
                        marketShare: number;
                        /** @enum {string} */
                        unit: "kpi" | "log_ratio";
                    }[];
                    scales?: {
                        target: number;
                        kpiTotal?: number;
                        channels: {
                            [key: string]: number;
                        };
                    };
                    fromData?: {
                        until: string;
                        sizes?: {
                            [key: string]: {
                                /** @enum {string} */
                                kind: "coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution";
                                prior: components["schemas"]["prior"];
                                window?: {
                                    first: string;
                                    last: string;
                                };
                                experiment?: {
                                    mean: number;
                                    sd: number;
                                    weeks: number;
                                    weeksAgo: number;
                                    /** @description Total spent on the channel over the weeks of the experiment. */
                                    spend?: number;
                                    gamma: number;
                                    tau: number;
                                };
                            };
                        };
                        sizePriors?: {
                            [key: string]: components["schemas"]["prior"];
                        };
                        yearlyOrder?: number;
                        intercept?: components["schemas"]["prior"];
                        scales?: {
                            target: number;
                            kpiTotal?: number;
                            channels: {
                                [key: string]: number;
                            };
                        };
                    };
                };
                seed: number;
                versions: {
                    mixmodel: string;
                    numerics: number;
                    node: string;
                };
                data: {
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
                    attempts: {
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
                    }[];
                };
                convergence: {
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
                prior: {
                    totalMediaShare: {
                        median: number;
                        interval94: components["schemas"]["interval"];
                        above1: number;
                    };
                    sizeRule: {
                        kind: ("coefficient" | "spend_share" | "roi" | "mroi" | "total_media" | "contribution") | null;
                        /** @enum {string} */
                        reason: "money" | "not_money" | "returns_exceed_kpi" | "parts_multiply" | "explicit";
                        under?: {
                            median: number;
                            interval94: components["schemas"]["interval"];
                            above1: number;
                        };
                    };
                };
                parameters: {
                    mean: number;
                    sd: number;
                    median: number;
                    hdi94: components["schemas"]["interval"];
                    name: string;
                    mcseMean: number | null;
                    rHat: number | null;
                    essBulk: number | null;
                    essTail: number | null;
                }[];
                channels: {
                    name: string;
                    label: string;
                    spend: number;
                    contribution: components["schemas"]["estimate"];
                    incremental?: components["schemas"]["estimate"];
                    share: components["schemas"]["estimate"];
                    roas: components["schemas"]["estimate"] | null;
                    roasOfSpend: components["schemas"]["estimate"] | null;
                    marginalRoas: components["schemas"]["estimate"] | null;
                    costPerKpi: {
                        median: number;
                        hdi94: components["schemas"]["interval"];
                    } | null;
                    flatProbability: number;
                    adstock: {
                        kind: string;
                        alpha: components["schemas"]["estimate"] | null;
                        meanLag: components["schemas"]["estimate"];
                    };
                    saturation: {
                        kind: string;
                        level: components["schemas"]["estimate"] | null;
                    };
                    responseCurve: {
                        mean: number[];
                        q03: number[];
                        q25: number[];
                        q75: number[];
                        q97: number[];
                        scale: number[];
                        spend: number[];
                        extrapolated: boolean[];
                        draws: number;
                    } | null;
                    information: {
                        shares: {
                            data: number;
                            /** @default 0 */
                            experiments: number;
                            ownSize: number;
                            ownShape: number;
                            otherPriors: number;
                        };
                        pulls: {
                            data: number;
                            /** @default 0 */
                            experiments: number;
                            ownSize: number;
                            ownShape: number;
                            otherPriors: number;
                        };
                        total: number;
                        mcse: number;
                        /** @enum {string} */
                        verdict: "measured" | "partly_assumed" | "mostly_assumed" | "not_determined";
                        priorAndDataDisagree: boolean;
                    } | null;
                }[];
                multiplicative?: {
                    /** @constant */
                    contribution: "attributed";
                    /** @constant */
                    roas: "incremental";
                    /** @constant */
                    planning: "refused";
                };
                treatments?: {
                    name: string;
                    label: string;
                    reference: number;
                    contribution: components["schemas"]["estimate"];
                    share: components["schemas"]["estimate"];
                    effect: components["schemas"]["estimate"];
                }[];
                liftTests?: {
                    name: string;
                    channels: string[];
                    /** @enum {string} */
                    unit: "kpi" | "log_ratio";
                    lift: number;
                    sd: number;
                    predicted: components["schemas"]["estimate"];
                    expected?: {
                        mean: number;
                        sd: number;
                        /** @enum {string} */
                        by: "weights" | "refit";
                    };
                    z: number;
                }[];
                baseline: components["schemas"]["estimate"];
                baselineNegative: number;
                totalMedia: components["schemas"]["estimate"];
                fit: {
                    rows: number;
                    r2: number;
                    bayesianR2: components["schemas"]["estimate"];
                    mape: number | null;
                    mapeSkippedRows: number;
                    wmape: number | null;
                    crps?: number;
                    coverage50?: number;
                    coverage94: number;
                    residualAcf1: number | null;
                    residualAcf1PValue: number | null;
                };
                holdout?: {
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
                warnings: {
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
                }[];
            };
            insights: components["schemas"]["Insights"];
        };
        SignIn: {
            email: string;
            password: string;
        };
        Token: {
            /** @description From the link of the letter */
            token: string;
        };
        Usage: {
            /** @description Of everything the workspace keeps, also of what can be restored */
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
        estimate: {
            mean: number;
            sd: number;
            median: number;
            hdi94: components["schemas"]["interval"];
        };
        fractionPrior: components["schemas"]["prior"];
        interval: [
            number,
            number
        ];
        positivePrior: components["schemas"]["prior"];
        prior: {
            /** @constant */
            family: "normal";
            mean: number;
            sd: number;
        } | {
            /** @constant */
            family: "half_normal";
            sd: number;
        } | {
            /** @constant */
            family: "log_normal";
            mu: number;
            sigma: number;
        } | {
            /** @constant */
            family: "gamma";
            shape: number;
            rate: number;
        } | {
            /** @constant */
            family: "beta";
            alpha: number;
            beta: number;
        } | {
            /** @constant */
            family: "uniform";
            low: number;
            high: number;
        } | {
            /** @constant */
            family: "truncated_normal";
            mean: number;
            sd: number;
            low?: number;
            high?: number;
        } | {
            /** @constant */
            family: "student_t";
            nu: number;
            location: number;
            scale: number;
        } | {
            /** @constant */
            family: "laplace";
            location: number;
            b: number;
        } | {
            /** @constant */
            family: "inverse_gamma";
            shape: number;
            scale: number;
        } | {
            /** @constant */
            family: "exponential";
            rate: number;
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
    readError: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorCode"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            /** @description Refused */
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
    setInstallationRegistration: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            /** @description Refused */
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
    createAccount: {
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
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterSent"];
                };
            };
            /** @description Refused */
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
    createAccountConfirmation: {
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
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused */
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
    readAccountMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Refused */
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
    changeAccountMe: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveSessions"];
                };
            };
            /** @description Refused */
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
    createSession: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorWanted"];
                };
            };
            /** @description Refused */
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
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused */
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
            /** @description Refused */
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
            /** @description Refused */
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
    createPasswordReset: {
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
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterSent"];
                };
            };
            /** @description Refused */
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
    createPasswordResetRedemption: {
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
            /** @description Refused */
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
    setAccountMePassword: {
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
            /** @description Refused */
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
    createAccountMeEmailChange: {
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
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterSent"];
                };
            };
            /** @description Refused */
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
    createEmailConfirmation: {
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
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused */
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
    readAccountMeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorEnrolment"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused */
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
            /** @description Refused */
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
    readAccountMeExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountExport"];
                };
            };
            /** @description Refused */
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
                "application/json": components["schemas"]["DeleteAccountInput"];
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
            /** @description Refused */
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
    listAccountMeIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identities"];
                };
            };
            /** @description Refused */
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
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderStart"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderStart"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Default Response */
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
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacePage"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedWorkspace"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedWorkspacePage"];
                };
            };
            /** @description Refused */
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
    restoreDeletedWorkspace: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description Refused */
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
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Refused */
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
            /** @description Refused */
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
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeInvitation"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeInvitation"];
                };
            };
            /** @description Refused */
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
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationOffer"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetPage"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versions"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
            /** @description Refused */
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
    sampleDataset: {
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
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    changeDataset: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description Refused */
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
    listDatasetRows: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rows"];
                };
            };
            /** @description Refused */
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
            /** @description Refused */
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
    listDatasetChanges: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetChanges"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description Refused */
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
    readTemplateDataCsv: {
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
            /** @description Refused */
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
    readTemplateDataXlsx: {
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
            /** @description Refused */
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
    setDatasetMapping: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
            /** @description Refused */
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
    planDataset: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused */
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
    againRun: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunLineage"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Refused */
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
    listRunEvents: {
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
            /** @description Refused */
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
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunResult"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quantity"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeWebhook"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Refused */
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
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description Refused */
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
    againWebhookDelivery: {
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
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description Refused */
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
    readRunCompare: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Refused */
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
    listRunChannels: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunChannels"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDecomposition"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    listRunContributions: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunContributions"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    listRunPredictions: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPredictions"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    listRunResponseCurves: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunResponseCurves"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunAdstock"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    listRunDistributions: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDistributions"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
            header?: never;
            path: {
                workspaceId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunInformation"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    listRunParameters: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunParameters"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    listRunDensities: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDensities"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    listRunDiagnostics: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDiagnostics"];
                };
            };
            /** @description `if-none-match` names what is there */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    readRunExport: {
        parameters: {
            query?: {
                /** @description CSV holds one table; Markdown without `table` is a report in sentences */
                format?: "csv" | "json" | "xlsx" | "md";
                /** @description One table alone */
                table?: "channels" | "decomposition" | "information" | "response_curves" | "treatments" | "lift_tests" | "experiment_priors" | "parameters" | "convergence" | "warnings" | "run" | "prediction" | "contributions" | "adstock" | "densities";
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
            /** @description Refused */
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
    readRunResultJson: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultFile"];
                };
            };
            /** @description Refused */
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
    listRunDraws: {
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
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharePage"];
                };
            };
            /** @description Refused */
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
                "application/json": components["schemas"]["ShareRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewShare"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shared"];
                };
            };
            /** @description Refused */
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Refused */
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
}
