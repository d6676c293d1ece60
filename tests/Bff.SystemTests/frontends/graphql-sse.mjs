// The protocol's own client, in distinct connections mode.
import { createClient } from 'graphql-sse';
import * as operations from './documents.mjs';
import { codeSentTo, done, endpoint, expect, fetchLikeABrowser, memberPhone } from './storefront.mjs';

let connected = () => {};
const client = createClient({ url: endpoint, fetchFn: fetchLikeABrowser, retryAttempts: 0, on: { connected: () => connected() } });
const resultsOf = async (query, variables) => {
  const results = [];
  for await (const result of client.iterate({ query, variables })) results.push(result);
  return results;
};

const [page] = await resultsOf(operations.page);
expect(page.data.services.nodes.length === 15, 'a query is a stream of one');
done('query', page.data.services.nodes.length);

const [refused] = await resultsOf('{ nope }');
expect(refused.errors[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED', 'an operation that cannot be run is told in the stream');
done('error', refused.errors[0].extensions.code);

await resultsOf(operations.requestCode, { phone: memberPhone });
const [signedIn] = await resultsOf(operations.signIn, { phone: memberPhone, code: await codeSentTo(memberPhone) });
expect(signedIn.data.verifyOtp.customer, JSON.stringify(signedIn));
const listening = new Promise(resolve => { connected = resolve; });
const ended = resultsOf(operations.sessionEnded);
await listening;
const [{ data: { me } }] = await resultsOf(operations.me);
expect(me.id === signedIn.data.verifyOtp.customer.id, 'the cookie holds');
await resultsOf(operations.signOut);
const begun = performance.now();
const events = await ended;
expect(events.length === 1 && events[0].data?.sessionEnded.sessionId, `the end of the session is told, not ${JSON.stringify(events)}`);
done('session ended', `${Math.round(performance.now() - begun)} ms`);
client.dispose();
