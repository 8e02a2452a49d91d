// What is said of operations on webhooks.
import type { Operations } from './operation.ts';

const address = ['webhook_address_wrong', 'webhook_address_internal'];

export const webhookOperations: Operations = {
  'GET ~/webhooks': { says: 'All of them, at most ten: there are no pages.' },
  'POST ~/webhooks': {
    says: 'A message is a POST of JSON, signed as Standard Webhooks (headers `webhook-id`, `webhook-timestamp`, `webhook-signature`) with the `secret` of this answer, which is shown this once. It tells that something happened and no figures: read those with a key. Answer 2xx within ten seconds; otherwise it comes again, with the same `webhook-id`, later and later for a day. Addresses inside the server’s own network are refused.',
    refuses: [...address, 'too_many_webhooks'],
  },
  'GET ~/webhooks/:webhookId': { says: 'Without its secret, which is shown only when it is made.' },
  'PATCH ~/webhooks/:webhookId': {
    says: 'What is left out stays. The secret stays too: for another one, make another webhook. What ended while it was off, or before it was asked for, is not told.',
    refuses: address,
  },
  'DELETE ~/webhooks/:webhookId': { says: 'Messages that wait are not sent any more.' },
  'POST ~/webhooks/:webhookId/test': {
    says: 'Its `type` is `test`. It is sent in the background like any other: look at the deliveries for what became of it.',
  },
  'GET ~/webhooks/:webhookId/deliveries': {
    says: 'With the number of attempts, the status of the last answer, and why it was not taken.',
  },
  'POST ~/webhooks/:webhookId/deliveries/:deliveryId/again': {
    id: 'repeatWebhookDelivery',
    says: 'Also one that was taken: the receiver knows it by its `webhook-id`, which stays the same.',
  },
};
