import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { accountWords } from '#app/accounts/account.words.ts';
import { chromiumFlags, findChromium } from './chromium.ts';

/** Set to a folder, the journeys leave their pictures there: README shows the program as it is. */
const pictures = process.env.NHIPCAU_PICTURES;

export const openBrowser = (): Promise<Browser> => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium on this machine');
  return chromium.launch({ executablePath, args: chromiumFlags });
};

export type Seat = { page: Page; context: BrowserContext; errors: string[] };

/** A computer of its own where nobody is signed in yet. */
export async function takeSeat(browser: Browser, viewport = { width: 1366, height: 768 }): Promise<Seat> {
  const context = await browser.newContext({
    viewport,
    locale: 'vi-VN',
    colorScheme: 'light',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && errors.push(message.text()),
  );
  return { page, context, errors };
}

/** A person at a computer of their own, come in by a one-time link. */
export async function sit(
  browser: Browser,
  link: string,
  viewport?: { width: number; height: number },
): Promise<Seat> {
  const seat = await takeSeat(browser, viewport);
  await seat.page.goto(link);
  await seat.page.getByRole('button', { name: accountWords.vi.enter }).click();
  await seat.page.getByRole('heading', { level: 1, name: accountWords.vi.setTitle }).waitFor();
  return seat;
}

/** No violation of WCAG 2.2 AA on the page as it stands, light and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate(() => new Promise((done) => setTimeout(done, 350)));
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const found = violations.map(
      (v) =>
        `${scheme}: ${v.id}: ${v.nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    );
    expect(found, page.url()).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Nothing sticks out sideways on a phone of 360 px. */
export async function expectFitsPhone(page: Page): Promise<void> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide, `${page.url()} at 360 px`).toBeLessThanOrEqual(shown!);
  await page.setViewportSize(before);
  // What stood as cards stands as a table again: a press before that would go to what is no longer there.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
}

/** Keeps a file that came out of the program beside the pictures, to be looked at. */
export function keep(name: string, bytes: Buffer): void {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, name), bytes);
}

export async function takePicture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** The page has its heading and works for everybody. */
export async function look(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await takePicture(page, name);
  await expectAccessible(page);
  await expectFitsPhone(page);
}
