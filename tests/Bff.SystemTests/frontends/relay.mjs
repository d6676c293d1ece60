import { createClient } from 'graphql-ws';
import relay from 'relay-runtime';
import { run } from './flow.mjs';
import { endpoint, fetchLikeABrowser, socketOptions } from './storefront.mjs';

const { commitMutation, Environment, fetchQuery, Network, Observable, RecordSource, requestSubscription, Store } = relay;
const compiled = async name => (await import(`./relay/__generated__/operations${name}.graphql.js`)).default;
const names = { list: 'ListQuery', page: 'PageQuery', book: 'BookMutation', requestCode: 'RequestCodeMutation', signIn: 'SignInMutation', me: 'MeQuery', signOut: 'SignOutMutation', sessionEnded: 'SessionEndedSubscription' };
const operations = Object.fromEntries(await Promise.all(Object.entries(names).map(async ([key, name]) => [key, await compiled(name)])));

// <client>
let connected;
const socket = createClient({ ...socketOptions, on: { connected: () => connected() } });
const post = async ({ text }, variables) => (await fetchLikeABrowser(endpoint, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
  body: JSON.stringify({ query: text, variables }),
})).json();
const listenTo = ({ text }, variables) => Observable.create(sink => socket.subscribe({ query: text, variables }, sink));
const environment = new Environment({ network: Network.create(post, listenTo), store: new Store(new RecordSource()) });
// </client>

await run({
  operations,
  ask: (operation, variables = {}) => operation.params.operationKind === 'mutation'
    ? new Promise((resolve, reject) => commitMutation(environment, { mutation: operation, variables, onCompleted: resolve, onError: reject }))
    : fetchQuery(environment, operation, variables, { fetchPolicy: 'network-only' }).toPromise(),
  listen: operation => {
    const listening = new Promise(resolve => { connected = resolve; });
    const event = new Promise((resolve, reject) => requestSubscription(environment, { subscription: operation, variables: {}, onNext: resolve, onError: reject }));
    return { event, listening };
  },
});
await socket.dispose();
