// Opens the page for developers at argv[2] in a real browser, runs the query that it begins with, then a subscription, books a slot that the
// subscription watches, and prints one JSON line of what was seen.
// Usage: node page.mjs <endpoint> <browser> <screenshot of the query> <screenshot of the subscription>
import { chromium } from 'playwright-core';

const [endpoint, executablePath, pictureOfQuery, pictureOfSubscription] = process.argv.slice(2);

// The page takes up to 25 s to draw itself where there is no graphics card and little processor.
const patience = 90_000;

const browser = await chromium.launch({
  executablePath,
  // Root, as in a container, has no sandbox of its own to give.
  args: ['--disable-gpu', '--disable-dev-shm-usage', ...(process.getuid() === 0 ? ['--no-sandbox'] : [])],
});
const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
context.setDefaultTimeout(patience);

const errors = [], outside = [];
const isOurs = url => /^(blob|data):/.test(url) || new URL(url).origin === new URL(endpoint).origin;
context.on('request', request => { if (!isOurs(request.url())) outside.push(request.url()); });
context.on('console', message => { if (message.type() === 'error') errors.push(message.text()); });
context.on('weberror', problem => errors.push(problem.error().message));
await context.exposeFunction('violated', violation => errors.push(violation));
await context.addInitScript(() => addEventListener('securitypolicyviolation', event =>
  globalThis.violated(`${event.violatedDirective} forbids ${event.blockedURI}`)));

const page = await context.newPage();
page.on('websocket', socket => { if (new URL(socket.url()).host !== new URL(endpoint).host) outside.push(socket.url()); });
await page.goto(endpoint, { timeout: patience, waitUntil: 'domcontentloaded' });

// The page reloads itself once, when its service worker has come, and then it has forgotten the click.
const create = page.getByRole('button', { name: 'Create Document' });
const run = page.getByRole('button', { name: 'Run ▷' });
await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
for (let tries = 0; tries < 5 && !(await run.isVisible()); tries++) {
  await create.or(run).first().waitFor();
  await create.click({ timeout: 5_000 }).catch(() => {});
  await run.waitFor({ timeout: patience / 5 }).catch(() => {});
}

const asked = page.waitForResponse(response => response.request().postData()?.includes('FirstServices') ?? false);
await run.click();
const { data } = await (await asked).json();
const names = data.services.nodes.map(service => service.name);

// The editor writes spaces that do not break.
const shows = async text => (await page.locator('body').innerText()).replaceAll('\u00a0', ' ').includes(text);
const becomesShown = async text => {
  for (const end = Date.now() + patience; Date.now() < end; await page.waitForTimeout(200)) {
    if (await shows(text)) return true;
  }
  return false;
};
const seen = [];
for (const name of names) {
  if (await becomesShown(`"name": "${name}"`)) seen.push(name);
}

await page.screenshot({ path: pictureOfQuery });

// What a storefront asks, from the page's own origin; the tenant is the one that the page is set to.
const ask = (query, variables) => page.evaluate(async body => {
  const { httpHeaders } = await (await fetch('bcp-config.json')).json();
  const response = await fetch('/graphql', {
    method: 'POST', headers: { ...httpHeaders, 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  return (await response.json()).data;
}, { query, variables });

const date = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString().slice(0, 10);
const { services } = await ask(`query($date: LocalDate!) { services(first: 50) { nodes {
  id requiresStaff requiresResource requireLogin paymentRequired slots(date: $date) { slots { startsAt endsAt available } } } } }`, { date });
const free = services.nodes
  .filter(service => !service.requiresStaff && !service.requiresResource && !service.requireLogin && !service.paymentRequired)
  .flatMap(service => service.slots.slots.filter(slot => slot.available).map(slot => ({ service: service.id, ...slot })))[0];

const subscription = page.waitForEvent('websocket');
await page.locator('.monaco-editor').first().click();
await page.keyboard.press('ControlOrMeta+A');
await page.keyboard.insertText(`subscription Watch { slotDayChanged(serviceId: "${free.service}", date: "${date}") { version slots { startsAt } } }`);
// The page has read what was typed when its builder names the operation.
await page.getByText('Watch: Subscription').first().waitFor();
await run.click();
await subscription;
const watched = await becomesShown('"slotDayChanged": {');
const { createGuestBooking } = await ask(`mutation($input: CreateGuestBookingInput!) {
  createGuestBooking(input: $input) { booking { id } errors { ... on Error { code } } } }`, {
  input: {
    serviceId: free.service, occurrenceStart: free.startsAt, occurrenceEnd: free.endsAt, customerName: 'Chan Tai Man', customerPhone: '+85261234567',
  },
});
const told = await becomesShown(`"startsAt": "${free.startsAt}"`);

await page.screenshot({ path: pictureOfSubscription });
await browser.close();
console.log(JSON.stringify({ names, seen, watched, booked: createGuestBooking.booking !== null, told, errors, outside }));
