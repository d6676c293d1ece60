import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode, parse } from 'graphql';
import { createClient } from 'graphql-ws';
import * as operations from './documents.mjs';
import { run } from './flow.mjs';
import { endpoint, fetchLikeABrowser, socketOptions } from './storefront.mjs';

// <client>
let connected;
const socket = createClient({ ...socketOptions, on: { connected: () => connected() } });
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    new GraphQLWsLink(socket),
    new HttpLink({ uri: endpoint, fetch: fetchLikeABrowser, credentials: 'include' })),
});
// </client>

await run({
  operations,
  ask: async (document, variables) => {
    const operation = parse(document);
    const result = operation.definitions[0].operation === 'mutation'
      ? await client.mutate({ mutation: operation, variables })
      : await client.query({ query: operation, variables, fetchPolicy: 'network-only' });
    return result.data;
  },
  listen: document => {
    const listening = new Promise(resolve => { connected = resolve; });
    const event = new Promise((resolve, reject) => client.subscribe({ query: parse(document) }).subscribe({ next: ({ data }) => resolve(data), error: reject }));
    return { event, listening };
  },
});
client.stop();
await socket.dispose();
