import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-sse';
import * as operations from './documents.mjs';
import { run } from './flow.mjs';
import { endpoint, fetchLikeABrowser } from './storefront.mjs';

// <client>
let connected;
const streams = createClient({ url: endpoint, fetchFn: fetchLikeABrowser, on: { connected: () => connected() } });
const client = new Client({
  url: endpoint,
  fetch: fetchLikeABrowser,
  preferGetMethod: false,
  requestPolicy: 'network-only',
  exchanges: [
    subscriptionExchange({ forwardSubscription: ({ query, variables }) => ({ subscribe: sink => ({ unsubscribe: streams.subscribe({ query, variables }, sink) }) }) }),
    fetchExchange,
  ],
});
// </client>

const dataOf = ({ data, error }) => {
  if (error) throw error;
  return data;
};

await run({
  operations,
  ask: async (document, variables = {}) => dataOf(await (/^\s*mutation/.test(document) ? client.mutation(document, variables) : client.query(document, variables)).toPromise()),
  listen: document => {
    const listening = new Promise(resolve => { connected = resolve; });
    const event = new Promise((resolve, reject) => client.subscription(document, {}).subscribe(result => (result.error ? reject(result.error) : result.data && resolve(result.data))));
    return { event, listening };
  },
});
streams.dispose();
