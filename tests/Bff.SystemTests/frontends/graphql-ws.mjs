// The protocol's own client: what it makes of each way in which the endpoint speaks to it.
import { createClient } from 'graphql-ws';
import * as operations from './documents.mjs';
import { bookingInput, codeSentTo, day, done, endpoint, expect, fetchLikeABrowser, memberPhone, socketOptions, tenant } from './storefront.mjs';

const ask = (client, query, variables) => new Promise((resolve, reject) => {
  let result;
  client.subscribe({ query, variables }, { next: value => { result = value; }, error: reject, complete: () => resolve(result) });
});
const post = async (query, variables) => (await (await fetchLikeABrowser(endpoint, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query, variables }) })).json()).data;

const client = createClient({ ...socketOptions, lazy: false, keepAlive: 200 });
let pongs = 0;
client.on('pong', () => { pongs += 1; });
const page = await ask(client, operations.page);
expect(page.data.services.nodes.length === 15, 'a query is answered');
done('query', page.data.services.nodes.length);

const refused = await ask(client, '{ nope }').catch(errors => errors);
expect(refused[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED', 'an operation that cannot be run is told as an error');
done('error', refused[0].extensions.code);

// A day that is kept up to date: a snapshot replaces it, a change replaces some of its slots.
const { data: { services } } = await ask(client, operations.list, { day });
const input = bookingInput(services.nodes);
const slots = new Map();
const nameOf = ({ startsAt, endsAt, staffId, resourceId }) => [startsAt, endsAt, staffId, resourceId].join();
const versions = [];
for await (const { data: { slotDayChanged: { version, snapshot, slots: changed } } } of client.iterate({ query: operations.slotDayChanged, variables: { serviceId: input.serviceId, date: day } })) {
  if (snapshot) slots.clear();
  for (const slot of snapshot?.slots ?? changed) slots.set(nameOf(slot), slot);
  versions.push(version);
  if (versions.length > 1) break;
  const { data: { createGuestBooking } } = await ask(client, operations.book, { input });
  expect(createGuestBooking.booking, JSON.stringify(createGuestBooking.errors));
}
const before = services.nodes.find(service => service.id === input.serviceId).slots.slots.length;
expect(slots.size === before && versions[1] === versions[0] + 1, `the booking is the next change, not ${versions}`);
done('watched', versions[1]);

while (pongs === 0) await new Promise(resolve => setTimeout(resolve, 50));
done('ping', 'pong');
await client.dispose();

const closeOf = options => new Promise(resolve => {
  const other = createClient({ ...socketOptions, lazy: false, retryAttempts: 0, onNonLazyError: () => {}, ...options });
  other.on('closed', ({ code }) => resolve(code));
});
expect(await closeOf({ connectionParams: { 'X-Company-Id': tenant, authorization: 'Bearer x' } }) === 4403, 'a bad credential is forbidden');
done('forbidden', 4403);

await post(operations.requestCode, { phone: memberPhone });
const { verifyOtp } = await post(operations.signIn, { phone: memberPhone, code: await codeSentTo(memberPhone) });
expect(verifyOtp.customer, JSON.stringify(verifyOtp.errors));
const own = createClient({ ...socketOptions, lazy: false, retryAttempts: 0, onNonLazyError: () => {} });
const closed = new Promise(resolve => own.on('closed', ({ code }) => resolve(code)));
const mine = own.iterate({ query: operations.myBookingsChanged });
const next = async () => (await mine.next()).value.data.myBookingsChanged;
expect((await next()).kind === 'RELOAD', 'watching begins with reading the list');
const { data: { createGuestBooking: made } } = await ask(own, operations.book, { input: bookingInput((await ask(own, operations.list, { day })).data.services.nodes) });
expect(made.booking, JSON.stringify(made.errors));
const told = await next();
expect(told.kind === 'CREATED' && told.booking.id === made.booking.id, `the booking is told, not ${JSON.stringify(told)}`);
done('own booking', told.kind);
const ended = ask(own, operations.sessionEnded);
const { data: { me } } = await ask(own, operations.me);
expect(me.id === verifyOtp.customer.id, 'the cookie holds on the socket');
await post(operations.signOut);
const begun = performance.now();
expect((await ended).data.sessionEnded.sessionId, 'the end of the session is told');
done('session ended', `${Math.round(performance.now() - begun)} ms`);
expect(await closed === 4403, 'and the socket is closed for it');
done('closed', `4403 after ${Math.round(performance.now() - begun)} ms`);
await own.dispose();
