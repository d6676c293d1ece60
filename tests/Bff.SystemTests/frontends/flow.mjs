// What every storefront does, told once. Each program brings the two ways in which its client is asked: ask(operation, variables) gives the
// data of a query or mutation, listen(operation) gives the data of a subscription's first event and says when it listens.
import { bookingInput, codeSentTo, day, done, expect, memberPhone } from './storefront.mjs';

export async function run({ ask, listen, operations }) {
  const { services } = await ask(operations.list, { day });
  expect(services.nodes.length === 30, 'thirty services are listed');
  done('list', services.totalCount);

  const ids = new Set();
  for (let after = null, more = true; more; ) {
    const { services: part } = await ask(operations.page, { after });
    part.nodes.forEach(service => ids.add(service.id));
    ({ endCursor: after, hasNextPage: more } = part.pageInfo);
  }
  expect(ids.size === services.totalCount, `${services.totalCount} services come page by page, not ${ids.size}`);
  done('page', ids.size);

  const { createGuestBooking } = await ask(operations.book, { input: bookingInput(services.nodes) });
  expect(createGuestBooking.booking, JSON.stringify(createGuestBooking.errors));
  done('book', createGuestBooking.booking.id);

  const sent = await ask(operations.requestCode, { phone: memberPhone });
  expect(sent.requestOtp.errors.length === 0, JSON.stringify(sent.requestOtp.errors));
  const { verifyOtp } = await ask(operations.signIn, { phone: memberPhone, code: await codeSentTo(memberPhone) });
  expect(verifyOtp.customer, JSON.stringify(verifyOtp.errors));
  const { me } = await ask(operations.me);
  expect(me.id === verifyOtp.customer.id, 'the cookie says who has signed in');
  done('sign in', me.name);

  const { event, listening } = listen(operations.sessionEnded);
  await listening;
  await ask(operations.me);
  await ask(operations.signOut);
  const { sessionEnded } = await event;
  expect(sessionEnded.sessionId, 'the event names the session');
  done('subscribe', sessionEnded.sessionId);
}
