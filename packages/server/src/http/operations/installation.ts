// What is said of operations of the installation itself.
import type { Operations } from './operation.ts';

export const installationOperations: Operations = {
  'GET /health': {
    says: 'For load balancers and monitors: no sign-in, no rate limit. 503 when the database is down; `busy` when it did not answer within a second, which a machine at work on a long fit may need.',
  },
  'GET /errors/:code': {
    id: 'readErrorCode',
    says: 'The page that `type` of every problem leads to. Codes stay the same from version to version, sentences may be improved: act on `code`, show `detail`.',
  },
  'GET /installation': {
    says: 'Whether a first owner exists, who may register, how letters are sent and which provider one may sign in with. Needs no sign-in, so that a page can show the right form.',
  },
  'PUT /installation/registration': {
    id: 'setRegistration',
    says: 'Opens or closes registration while the server runs. Invitations work either way. Where REGISTRATION is `closed` in the settings of the server, only those can open it.',
    refuses: ['registration_fixed'],
  },
};
