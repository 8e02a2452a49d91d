// The client's only door: the API's paths as typed functions, their refusals as errors, a run's events as they come.
export type { components, paths } from './api.ts';
export { type ApiClient, apiClient, type ClientOptions } from './client.ts';
export { eventsOf, type ServerEvent } from './event-stream.ts';
export { answerOf, type Problem, Refusal } from './refusal.ts';
