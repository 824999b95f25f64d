/**
 * A scripted reviewer works through a hundred claims of the example reports by keyboard alone, beside a second one:
 *
 *     node reviewer.mjs LAUT [SHOTS]
 *
 * Nothing is clicked. Each verdict must arrive, none twice; whoever comes second to a claim is told so; what was missed is added, an
 * incident split and joined again, a sheet filled.
 */
import { join } from 'node:path';
import { axe, check, failures, get, launch, openPage, serve } from './browser.mjs';

const [laut, shots] = process.argv.slice(2);
if (!laut) throw new Error('usage: reviewer.mjs LAUT [SHOTS]');

const claims = 100;
const status = '.queue [role=status]';
const number = (text) => Number(/\d+/.exec(text)?.[0] ?? 0);

async function begin(page, url, name) {
  await page.goto(`${url}/review`);
  await page.waitForSelector('input[name=reviewer]:focus');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.queue-claim');
}

async function clean(page, label) {
  for (const violation of await axe(page)) check(false, `${label}: axe ${violation}`);
}

/** Confirms, and now and then corrects, rejects, skips or takes back. */
async function queue(page, url) {
  await begin(page, url, 'Ada');
  await clean(page, 'queue');
  for (let done = 0; done < claims; ) {
    const settled = () => page.waitForFunction(([selector, before]) => Number(/\d+/.exec(document.querySelector(selector)?.textContent ?? '')?.[0] ?? 0) === before, [status, done]);
    if (done % 20 === 7) {
      await page.keyboard.press('j');
      await page.keyboard.press('k');
    }
    if (done === 0) {
      await page.keyboard.press('c');
      done++;
      await settled();
      await page.keyboard.press('u');
      done--;
      await settled();
    }
    if (done % 10 === 4) {
      await page.keyboard.press('e');
      await page.waitForSelector('.claim-form');
      if (done === 4) await clean(page, 'form');
      if (done === 4 && shots) await page.screenshot({ path: join(shots, 'review.png') });
      await page.keyboard.press('Tab');
      await page.keyboard.type('PS');
      await page.keyboard.press('Control+Enter');
    } else if (done % 10 === 8) {
      await page.keyboard.press('r');
      await page.keyboard.type('trifft die Worte nicht');
      await page.keyboard.press('Enter');
      await page.keyboard.press('x');
    } else await page.keyboard.press('c');
    done++;
    await settled();
  }
  const reviews = (await get(`${url}/api/v1/reviews?limit=500`)).items.filter((one) => !one.undone && one.verdict !== 'undone' && one.reviewer === 'Ada');
  check(reviews.length === claims, `${reviews.length} reviews stand, not ${claims}`);
  check(new Set(reviews.map((one) => one.claim)).size === claims, 'a claim was reviewed twice');
  const kinds = new Set(reviews.map((one) => one.verdict));
  for (const kind of ['confirmed', 'corrected', 'rejected']) check(kinds.has(kind), `nothing was ${kind}`);
  return reviews;
}

/** Whoever comes second gets other claims in the queue, and in the reader is told who was there. */
async function second(page, url, reviews, other) {
  await begin(page, url, 'Ben');
  const left = number((await page.innerText(status)).split('noch')[1] ?? '');
  check(left > 0, 'nothing is left for a second reviewer');
  const open = reviews.find((one) => one.verdict === 'confirmed');
  const claim = await get(`${url}/api/v1/events/${open.claim}`);
  await page.goto(`${url}/reports/${claim.report}#${open.claim}`);
  await page.waitForSelector('.review-bar button');
  check((await page.innerText('.note.expanded')).includes('Ada'), 'the reader does not tell whose word stands');
  await other.goto(`${url}/reports/${claim.report}#${open.claim}`);
  await other.waitForSelector('.review-bar button');
  await other.keyboard.press('u');
  await other.waitForFunction(() => !document.querySelector('.note.expanded .review-confirmed'));
  await page.keyboard.press('x');
  await page.waitForSelector('.review-bar .failure');
  await page.keyboard.press('x');
  await page.waitForSelector('.note.expanded .review-rejected');
}

async function missed(page, url) {
  const report = (await get(`${url}/api/v1/reports?limit=1`)).items[0];
  await page.goto(`${url}/reports/${report.id}`);
  await page.waitForSelector('.review-bar');
  const before = await page.locator('.note').count();
  await page.keyboard.press('a');
  await page.waitForSelector('.review-bar [role=status]');
  await page.evaluate(() => {
    const text = [...document.querySelectorAll('.paragraph:not(.title-claims) span[data-begin]:not(.evidence), .paragraph:not(.title-claims) span.evidence')].find((one) => /\w{5,} /.test(one.textContent))?.firstChild;
    document.getSelection().setBaseAndExtent(text, 0, text, /\w{5,} /.exec(text.data).index + 5);
  });
  await page.keyboard.press('a');
  await page.waitForSelector('.claim-form');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction((count) => document.querySelectorAll('.note').length === count + 1, before);
  check((await page.locator('.review-added').count()) > 0, 'what was added is not told from what the machine found');
}

async function incidents(page, url) {
  const incident = (await get(`${url}/api/v1/incidents?limit=500`)).items.sort((a, b) => b.reports - a.reports)[0];
  await page.goto(`${url}/incidents/${incident.id}`);
  await page.waitForSelector('.choosable input');
  const whole = await page.locator('.choosable').count();
  await page.focus('.choosable input >> nth=0');
  await page.keyboard.press('Space');
  await page.focus('.review-bar button >> nth=0');
  await page.keyboard.press('Enter');
  await page.waitForFunction((id) => !window.location.pathname.endsWith(id), incident.id);
  await page.waitForFunction((count) => document.querySelectorAll('.choosable').length > 0 && document.querySelectorAll('.choosable').length < count, whole);
  await page.focus('.review-bar form input');
  await page.keyboard.type(incident.id);
  await page.keyboard.press('Enter');
  await page.waitForFunction((count) => document.querySelectorAll('.choosable').length === count, whole);
}

async function sheet(page, url) {
  await page.goto(`${url}/review?show=sheet&n=5&seed=3`);
  await page.waitForSelector('.sheet-lines li');
  check((await page.locator('.sheet-lines li').count()) === 5, 'a sheet of five has not five claims');
  await page.focus('.sheet-lines input >> nth=0');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('1 '));
  await clean(page, 'sheet');
  const file = decodeURIComponent(await page.getAttribute('a[download="laut-sheet.csv"]', 'href'));
  check(/,y,,,,,,,,,Ada,/.test(file), `the filled sheet does not hold what was judged: ${file.slice(-200)}`);
  if (shots) await page.screenshot({ path: join(shots, 'sheet.png') });
}

async function only(page, url) {
  await page.goto(`${url}/?q=reviewed%3Ayes`);
  await page.waitForSelector('.claim');
  check((await page.locator('.review-rejected').count()) === 0, 'what was rejected stands among what was confirmed');
}

const browser = await launch();
const server = await serve(laut);
const ada = await openPage(browser, server.url, { bypassCSP: true });
try {
  const reviews = await queue(ada.page, server.url);
  check(ada.said.length === 0, `queue: ${ada.said.slice(0, 3).join('; ')}`);
  const ben = await openPage(browser, server.url, { bypassCSP: true });
  await second(ben.page, server.url, reviews, ada.page);
  for (const step of [missed, incidents, sheet, only]) await step(ada.page, server.url);
  const phone = await openPage(browser, server.url, { bypassCSP: true, viewport: { width: 360, height: 740 }, hasTouch: true });
  await begin(phone.page, server.url, 'Cem');
  check((await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 0, 'the queue is too wide for a phone');
} catch (cause) {
  check(false, `${cause.message.split('\n')[0]} where the page says: ${(await ada.page.innerText('.queue, main >> nth=-1')).slice(0, 900)} … ${ada.said.join('; ')}`);
} finally {
  await browser.close();
  await server.stop();
}
process.exit(failures.length > 0 ? 1 : 0);
