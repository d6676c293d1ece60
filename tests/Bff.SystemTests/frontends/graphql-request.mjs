import { GraphQLClient } from 'graphql-request';
import { createClient } from 'graphql-sse';
import * as operations from './documents.mjs';
import { run } from './flow.mjs';
import { endpoint, fetchLikeABrowser } from './storefront.mjs';

// <client>
const client = new GraphQLClient(endpoint, { fetch: fetchLikeABrowser, credentials: 'include' });

// graphql-request has no subscriptions: graphql-sse stands beside it.
let connected;
const streams = createClient({ url: endpoint, fetchFn: fetchLikeABrowser, on: { connected: () => connected() } });
// </client>

await run({
  operations,
  ask: (document, variables) => client.request(document, variables),
  listen: document => {
    const listening = new Promise(resolve => { connected = resolve; });
    const event = new Promise((resolve, reject) => streams.subscribe(
      { query: document }, { next: ({ data, errors }) => (data ? resolve(data) : reject(new Error(JSON.stringify(errors)))), error: reject, complete: () => {} }));
    return { event, listening };
  },
});
streams.dispose();
