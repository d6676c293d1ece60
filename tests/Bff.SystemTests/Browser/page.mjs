// Opens the page for developers at argv[2] in a real browser, runs the query that it begins with, and prints one JSON line of what was seen.
// Usage: node page.mjs <endpoint> <browser> <screenshot>
import { chromium } from 'playwright-core';

const [endpoint, executablePath, screenshot] = process.argv.slice(2);

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
const end = Date.now() + patience;
let seen = [];
while (seen.length < names.length && Date.now() < end) {
  await page.waitForTimeout(200);
  seen = [];
  for (const name of names) {
    if (await shows(`"name": "${name}"`)) seen.push(name);
  }
}

await page.screenshot({ path: screenshot });
await browser.close();
console.log(JSON.stringify({ names, seen, errors, outside }));
