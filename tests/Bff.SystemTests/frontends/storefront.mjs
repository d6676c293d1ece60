// What all the programs here share: where the endpoint is, a browser's cookie jar, and how a customer gets at a one-time code.
// Usage of each program: node <program>.mjs <endpoint> <sandbox admin> <tenant>
import WebSocket from 'ws';

const [, , endpoint, admin, tenant] = process.argv;
export { endpoint, tenant };

// A browser keeps the __Host- cookie by itself; node does not.
const jar = new Map();
const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

export async function fetchLikeABrowser(url, init = {}) {
  const headers = new Headers(init.headers);
  headers.set('Origin', new URL(endpoint).origin);
  headers.set('X-Company-Id', tenant);
  if (jar.size > 0) headers.set('Cookie', cookies());
  const response = await fetch(url, { ...init, headers });
  for (const cookie of response.headers.getSetCookie()) {
    const [name, value] = cookie.split(';')[0].split(/=(.*)/s);
    if (value) jar.set(name, value);
    else jar.delete(name);
  }
  return response;
}

// A browser sends Origin and the cookie with a WebSocket too. What it cannot send, the tenant's header, goes into connection_init.
export class WebSocketLikeABrowser extends WebSocket {
  constructor(url, protocols) {
    super(url, protocols, { headers: { Origin: new URL(endpoint).origin, ...(jar.size > 0 && { Cookie: cookies() }) } });
  }
}

export const socketOptions = {
  url: endpoint.replace('http', 'ws'),
  connectionParams: { 'X-Company-Id': tenant },
  webSocketImpl: WebSocketLikeABrowser,
};

export const memberPhone = '+85291230001';

export async function codeSentTo(phone) {
  const response = await fetch(`${admin}/admin/otp?tenant=${tenant}&to=${encodeURIComponent(phone)}`);
  return (await response.json()).code;
}

// One line for each step that went well: the test that runs the program reads them.
export function done(step, detail) {
  console.log(JSON.stringify({ step, detail }));
}

export function expect(holds, what) {
  if (!holds) throw new Error(`Not so: ${what}`);
}

// In three days, as the company's calendar writes it: far enough for every time zone.
export const day = new Date(Date.now() + 3 * 24 * 3600 * 1000).toISOString().slice(0, 10);

// Of the services that need nothing but a name: the input of a booking at a random free time, so that several runs seldom want the same.
export function bookingInput(services) {
  const simple = services.filter(s => !s.requiresStaff && !s.requiresResource && !s.requireLogin && !s.paymentRequired);
  const free = simple.flatMap(s => s.slots.slots.filter(slot => slot.available).map(slot => ({ serviceId: s.id, slot })));
  const { serviceId, slot } = free[Math.floor(Math.random() * free.length)];
  return {
    serviceId,
    occurrenceStart: slot.startsAt,
    occurrenceEnd: slot.endsAt,
    customerName: 'Chan Tai Man',
    customerPhone: '+85291234567',
    idempotencyKey: crypto.randomUUID(),
  };
}
