// The API's paths as functions, each knowing what it takes and answers.
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.ts';

export interface ClientOptions {
  /** Where MixModel is: `https://mixmodel.example.com`. In a page of MixModel's own it may be left out. */
  readonly url?: string;
  /** An API key or an access token. */
  readonly token?: string;
  /** Sends each request in place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

export type ApiClient = Client<paths>;

/** `const { data, error } = await client.GET('/api/v1/workspaces/{workspaceId}/runs', { params: … })`. */
export function apiClient({ url = '', token, fetch }: ClientOptions = {}): ApiClient {
  return createClient<paths>({
    baseUrl: url,
    ...(fetch && { fetch }),
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
  });
}
