/** What the walks share: `laut serve` on the example reports, a page that notes what it logs and whom it asks, axe. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const failures = [];

export function check(good, message) {
  if (good) return;
  failures.push(message);
  console.log(`failed: ${message}`);
}

/** Status 77 (left out): no chromium. */
export function launch() {
  if (!browserPath) {
    console.log('chromium is missing');
    process.exit(77);
  }
  return chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export async function serve(laut) {
  const process_ = spawn(laut, ['serve', '--demo', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    let text = '';
    process_.stdout.on('data', (data) => {
      text += data;
      const found = /http:\S+/.exec(text);
      if (found) resolve(found[0].replace(/\/$/, ''));
    });
    process_.on('exit', (status) => reject(new Error(`laut serve ended with ${status}`)));
  });
  const ended = new Promise((resolve) => process_.on('exit', resolve));
  const stop = async () => {
    process_.kill('SIGTERM');
    check((await ended) === 0, 'laut serve does not end well');
  };
  return { url, stop };
}

export const get = async (url) => (await fetch(url)).json();

export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: 'de-DE', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') said.push(message.text()); });
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => { if (!request.url().startsWith(url) && !request.url().startsWith('data:')) said.push(`asks ${request.url()}`); });
  page.setDefaultTimeout(Number(process.env.WALK_TIMEOUT_MS ?? 20000));
  return { page, said, close: () => context.close() };
}

/** axe runs in the page's own world by way of the debugger, which the page's policy does not touch. */
export async function axe(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const result = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return result.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join(' | ')}`);
  });
  return found;
}
