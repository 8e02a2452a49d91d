// Webhooks: where a workspace wants to be told of its runs, and what became of each message.
import { z } from 'zod';

/** What can be told; the names of the messages. */
export const webhookEvents = ['run.completed', 'run.failed', 'run.cancelled'] as const;

export type WebhookEvent = (typeof webhookEvents)[number];

const address = z.string().trim().max(2000).meta({
  description: 'An https address that takes POST',
  example: 'https://hooks.example.com/mixmodel',
});
const events = z
  .array(z.enum(webhookEvents))
  .min(1)
  .max(webhookEvents.length)
  .meta({ description: 'What is told; all of it when left out' });

export const newWebhookSchema = z
  .strictObject({ url: address, events: events.optional() })
  .meta({ id: 'NewWebhook' });

export const editWebhookSchema = z
  .strictObject({
    url: address.optional(),
    events: events.optional(),
    active: z.boolean().optional().meta({ description: 'False: nothing is sent until it is true again' }),
  })
  .meta({ id: 'EditWebhook' });

export const webhookSchema = z
  .object({
    id: z.uuid(),
    url: z.string(),
    events: z.array(z.enum(webhookEvents)),
    active: z.boolean(),
    createdAt: z.iso.datetime(),
    createdBy: z.string().meta({ description: 'Name of who made it' }),
  })
  .meta({ id: 'Webhook' });

export const madeWebhookSchema = webhookSchema
  .extend({
    secret: z.string().meta({
      description: 'What the messages are signed with; shown only now',
      example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    }),
  })
  .meta({ id: 'MadeWebhook' });

export const webhooksSchema = z.object({ items: z.array(webhookSchema) }).meta({ id: 'Webhooks' });

export const deliverySchema = z
  .object({
    id: z.uuid().meta({ description: 'The `webhook-id` of the message: the same at every attempt' }),
    event: z.enum([...webhookEvents, 'test']),
    runId: z.uuid().nullable(),
    state: z.enum(['waiting', 'delivered', 'failed']),
    attempts: z.int(),
    status: z.int().nullable().meta({ description: 'HTTP status of the last answer; null when none came' }),
    problem: z.string().nullable().meta({ description: 'Why the last attempt failed, in one sentence' }),
    createdAt: z.iso.datetime(),
    nextAttemptAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });

export const deliveryPageSchema = z
  .object({ items: z.array(deliverySchema), next: z.string().nullable() })
  .meta({ id: 'WebhookDeliveryPage' });

/** The body of a message. It tells that something happened, and no figure: those are read with a key. */
export const webhookMessageSchema = z
  .object({
    type: z.enum([...webhookEvents, 'test']),
    timestamp: z.iso.datetime(),
    data: z.object({
      workspaceId: z.uuid(),
      run: z
        .object({
          id: z.uuid(),
          number: z.int(),
          name: z.string(),
          state: z.string(),
          converged: z.boolean().nullable(),
        })
        .nullable(),
    }),
  })
  .meta({ id: 'WebhookMessage' });

export type WebhookView = z.infer<typeof webhookSchema>;
export type MadeWebhook = z.infer<typeof madeWebhookSchema>;
export type DeliveryView = z.infer<typeof deliverySchema>;
export type DeliveryPage = z.infer<typeof deliveryPageSchema>;
export type WebhookMessage = z.infer<typeof webhookMessageSchema>;
export type NewWebhook = z.infer<typeof newWebhookSchema>;
export type EditWebhook = z.infer<typeof editWebhookSchema>;
