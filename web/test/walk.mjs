/**
 * Walks every view in headless Chromium, served by `laut serve` on an archive made from examples/:
 *
 *     node walk.mjs LAUT [SHOTS]
 *
 * Each view must show its source and its caveat, ask no other server, log no error, have nothing that axe finds, and fit a phone.
 * With a folder SHOTS, pictures of every view are put there (docs/views/). Status 77 (left out): no chromium.
 */
import { join } from 'node:path';
import { axe, check, failures, get, launch, openPage, serve } from './browser.mjs';

const [laut, shots] = process.argv.slice(2);
if (!laut) throw new Error('usage: walk.mjs LAUT [SHOTS]');

/** The views with what must be seen on them before they count as loaded. */
async function views(url) {
  const reports = (await get(`${url}/api/v1/reports?limit=50`)).items;
  const incidents = (await get(`${url}/api/v1/incidents?limit=500`)).items;
  const most = [...incidents].sort((a, b) => b.sources - a.sources || b.contradictions.length - a.contradictions.length || b.claims - a.claims)[0];
  const versions = reports.find((report) => report.versions > 1);
  return [
    { name: 'search', path: '/', ready: '.claims .claim', caveat: true },
    { name: 'search-filtered', path: '/?q=party%3AIRN', ready: '.claims .claim', caveat: true },
    { name: 'reader', path: `/reports/${versions.id}`, ready: '.marked-text .note', caveat: true },
    { name: 'paste', path: '/paste', ready: '#paste-text', caveat: true },
    { name: 'incidents', path: '/incidents', ready: '.list li', caveat: true },
    { name: 'incident', path: `/incidents/${most.id}`, ready: '.board .claim', caveat: true },
    { name: 'transfers', path: '/transfers', ready: '.ledger tbody tr', caveat: true },
    { name: 'flows', path: '/transfers?show=flows', ready: '.flow-node', caveat: true },
    { name: 'map', path: '/map', ready: '.country[role=button]', caveat: true },
    { name: 'actors', path: '/actors', ready: '.ledger tbody tr', caveat: true },
    { name: 'actor', path: '/actors/RUS', ready: '.figures-row', caveat: true },
    { name: 'review', path: '/review', ready: 'form input[name=reviewer]', caveat: true },
    { name: 'reports', path: '/reports', ready: '.list li', caveat: true },
    { name: 'about', path: '/about', ready: '.prose' },
    { name: 'nothing', path: '/nothing/here', ready: '.message' },
    { name: 'empty', path: '/?q=Zuckerwatte', ready: '.message', caveat: true },
    { name: 'wrong', path: '/?q=what%3AASSALT', ready: '.failure', caveat: true, refused: true },
  ];
}

async function visit({ page, said }, url, view, label) {
  said.length = 0;
  await page.goto(url + view.path);
  try {
    await page.waitForSelector(view.ready);
  } catch {
    check(false, `${label} ${view.name}: ${view.ready} does not come; ${await page.innerText('main')}`);
    return;
  }
  await page.waitForLoadState('networkidle');
  check(await page.locator('h1').count() === 1, `${label} ${view.name}: not one h1`);
  if (view.caveat) check(/maschin|machine/i.test(await page.innerText('.caveat')), `${label} ${view.name}: no caveat`);
  const sourceless = await page.$$eval('.claim .by, .note-source', (all) => all.filter((one) => !one.textContent?.trim()).length);
  check(sourceless === 0, `${label} ${view.name}: ${sourceless} claims without source`);
  const errors = said.filter((text) => !(view.refused && text.includes('400')));
  check(errors.length === 0, `${label} ${view.name}: ${errors.slice(0, 3).join('; ')}`);
}

async function walk(browser, url, list) {
  for (const [label, options] of [['de light', {}], ['en dark', { locale: 'en-GB', colorScheme: 'dark' }]]) {
    const opened = await openPage(browser, url, options);
    for (const view of list) {
      await visit(opened, url, view, label);
      for (const violation of await axe(opened.page)) check(false, `${label} ${view.name}: axe ${violation}`);
      if (shots && label === 'de light' && !['search-filtered', 'nothing', 'empty', 'wrong', 'about', 'review'].includes(view.name)) await opened.page.screenshot({ path: join(shots, `${view.name}.png`) });
      if (shots && label === 'en dark' && view.name === 'search-filtered') await opened.page.screenshot({ path: join(shots, 'dark.png') });
    }
    await opened.close();
  }
  const phone = await openPage(browser, url, { viewport: { width: 360, height: 740 }, hasTouch: true });
  for (const view of list) {
    await visit(phone, url, view, 'phone');
    const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    check(wide <= 0, `phone ${view.name}: ${wide} pixels too wide`);
    if (shots && view.name === 'reader') await phone.page.screenshot({ path: join(shots, 'phone.png') });
  }
  await phone.page.emulateMedia({ media: 'print' });
  check(!(await phone.page.locator('header.site nav').isVisible()), 'the menu is printed');
  await phone.close();
}

async function search(page, url) {
  await page.goto(url);
  await page.waitForSelector('.claim');
  await page.keyboard.press('/');
  await page.keyboard.type('who:RUS Rakete*');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.chips li');
  check(page.url().includes('q=who%3ARUS'), `the search is not in the address: ${page.url()}`);
  await page.goto(`${url}/?q=who%3ARUS`);
  await page.waitForSelector('.facets a');
  const before = await page.innerText('.results-head');
  await page.click('.facets section:nth-of-type(2) li:nth-of-type(2) a');
  await page.waitForFunction((old) => document.querySelector('.results-head')?.textContent !== old && !document.querySelector('[aria-busy=true]'), before);
  check((await page.locator('.chips li').count()) === 2, 'a facet is no word of the search');
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('.chips li').length === 1);
  await page.click('.saved summary');
  await page.fill('#save-name', 'Russland');
  await page.keyboard.press('Enter');
  await page.reload();
  await page.waitForSelector('.claim');
  await page.click('.saved summary');
  check((await page.innerText('.saved ul')).includes('Russland'), 'a saved search is gone');
  check((await page.locator('.saved ul a[href*="events.atom"]').count()) === 1, 'a saved search has no feed');
}

async function paste(page, url) {
  await page.goto(`${url}/paste`);
  await page.fill('#paste-text', '');
  await page.type('#paste-text', 'Teheran dementiert, Drohnen an Russland geliefert zu haben.');
  await page.waitForSelector('.paste-result .note.denied');
  check((await page.innerText('.paste-result .note.denied')).includes('Teheran'), 'a pasted claim lacks its source');
  await page.click('.paste-result .note.denied button');
  check((await page.innerText('.paste-result .fields')).includes('Zeile'), 'the record does not say why');
  await page.waitForFunction(() => /\d+ ms/.test(document.querySelector('output')?.textContent ?? ''));
  if (shots) await page.screenshot({ path: join(shots, 'paste.png') });
  await files(page);
}

/** Files of any kind that laut reads, dropped on the box or chosen. */
async function files(page) {
  const words = 'Minsk dementiert, Panzer an Russland geliefert zu haben.';
  const webPage = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Panzer</title></head><body><nav>Start</nav><article><p>${words}</p></article></body></html>`;
  const given = [
    ['seite.html', webPage], ['bericht.txt', words], ['bericht.json', JSON.stringify({ text: words })],
    ['brief.rtf', `{\\rtf1\\ansi ${words}\\par}`.replace(/\\\\/g, '\\')], ['zwei.jsonl', `${JSON.stringify({ text: words })}\n${JSON.stringify({ text: 'Kiew dementiert das.' })}\n`],
  ];
  for (const [name, content] of given) {
    await page.click('text=Leeren');
    await page.waitForSelector('.paste-result .placeholder');
    await page.evaluate(([fileName, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName));
      document.querySelector('.paste-box').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, [name, content]);
    await page.waitForSelector('.paste-result .note.denied', { timeout: 10000 });
    check((await page.innerText('.paste-box')).includes(`Datei: ${name}`), `${name}: its name is not shown`);
    check(!(await page.innerText('.paste-result')).includes('Start'), `${name}: it was not read as what it is`);
    check((await page.innerText('.paste-result')).includes('weitere Berichte') === (name === 'zwei.jsonl'), `${name}: whether there are more reports`);
  }
  await page.setInputFiles('#paste-file', { name: 'gewählt.html', mimeType: 'text/html', buffer: Buffer.from(webPage) });
  await page.waitForFunction(() => document.querySelector('.paste-box').textContent.includes('gewählt.html'));
  await page.waitForSelector('.paste-result .note.denied');
  await page.setInputFiles('#paste-file', { name: 'bild.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') });
  await page.waitForSelector('.paste-result .failure');
  check((await page.innerText('.paste-result .failure')).includes('lässt sich nicht lesen'), 'a file that is no text is refused in another language');
  await page.fill('#paste-text', 'Moskau dementiert, Drohnen erhalten zu haben.');
  await page.waitForSelector('.paste-result .note.denied');
  check(!(await page.innerText('.paste-box')).includes('Datei: '), 'a text does not take the place of a file');
}

async function reader(page, url, list) {
  await page.goto(url + list.find((view) => view.name === 'reader').path);
  await page.waitForSelector('.note');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.waitForSelector('.note.expanded .fields');
  check(new URL(page.url()).hash.startsWith('#c-'), 'the chosen claim is not in the address');
  check((await page.locator('.evidence.selected').count()) > 0, 'the chosen words are not set off');
  if (shots) await page.screenshot({ path: join(shots, 'reader.png') });
  const address = page.url();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('.note.expanded'));
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForSelector('.note.expanded');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('.note.expanded'));
  await page.click('.evidence.trigger >> nth=0');
  await page.waitForSelector('.note.expanded');
}

async function transfers(page, url) {
  await page.goto(`${url}/transfers`);
  await page.waitForSelector('.ledger tbody tr');
  await page.click('.sort >> nth=0');
  const names = await page.$$eval('.ledger tbody tr[id] th', (all) => all.map((one) => one.firstChild?.textContent ?? ''));
  const known = names.filter((name) => name !== 'nicht gesagt' && name !== '');
  check(JSON.stringify(known) === JSON.stringify([...known].sort(new Intl.Collator('de', { numeric: true }).compare)), `not sorted: ${known}`);
  await page.click('.ledger button[aria-expanded] >> nth=0');
  await page.waitForSelector('.opened .claim');
}

async function map(page, url) {
  await page.goto(`${url}/map`);
  await page.waitForSelector('.country[role=button]');
  const whole = await page.locator('.place-list li').count();
  await page.locator('.brush svg').scrollIntoViewIfNeeded();
  const box = await page.locator('.brush svg').boundingBox();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + 40, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => window.location.search.includes('when'));
  await page.waitForFunction((before) => !document.querySelector('[aria-busy=true]') && document.querySelectorAll('.place-list li').length < before, whole);
  await page.fill('#from', '2017-01-01');
  await page.waitForFunction(() => decodeURIComponent(window.location.search).includes('when:2017-01-01..'));
  await page.click('.place-list li a >> nth=0');
  await page.waitForFunction(() => decodeURIComponent(window.location.search).includes('where:'));
  await page.waitForSelector('.country.chosen, .place-list a[aria-current]');
  check((await page.locator('.point').count()) < (await page.locator('.country').count()), 'points are no countries');
}

async function settings(page, url) {
  await page.goto(url);
  await page.waitForSelector('.claim');
  await page.click('.settings button >> nth=0');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  check((await page.innerText('nav')).includes('Incidents'), 'the page does not change its language');
  await page.click('.settings button >> nth=1');
  await page.reload();
  await page.waitForSelector('.claim');
  check((await page.evaluate(() => document.documentElement.dataset.theme)) === 'dark', 'the theme is forgotten');
  await page.keyboard.press('Tab');
  check((await page.evaluate(() => document.activeElement?.className)) === 'skip', 'the first stop is not the way to the content');
}

/** What the page says when its server is gone. */
async function gone(page, url, stop) {
  await page.goto(`${url}/reports`);
  await page.waitForSelector('.list li');
  await stop();
  await page.click('nav a >> nth=1');
  await page.waitForSelector('.failure');
  check(/laut serve/.test(await page.innerText('.failure')), 'a server that is gone is not told in words');
}

const browser = await launch();
const server = await serve(laut);
try {
  const list = await views(server.url);
  await walk(browser, server.url, list);
  // Playwright waits for conditions by way of eval, which the page's policy forbids; the walk above keeps the policy.
  const { page, close } = await openPage(browser, server.url, { bypassCSP: true });
  for (const step of [search, paste, (one, url) => reader(one, url, list), transfers, map, settings]) await step(page, server.url);
  await gone(page, server.url, server.stop);
  await close();
} finally {
  await browser.close();
  await server.stop();
}
process.exit(failures.length > 0 ? 1 : 0);
