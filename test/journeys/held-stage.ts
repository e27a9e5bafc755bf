import type { Browser } from 'playwright-core';
import { openProgram } from '#app/main.ts';
import { readSettings } from '#app/platform/settings.ts';
import { buildPages } from '#app/web/build.ts';
import { openTestHouse, type Person, type TestHouse } from '../house.ts';
import { openBrowser, type Seat, takeSeat } from './browser.ts';
import { freePort } from './stage.ts';

/**
 * The program with its pages in this process, so that a journey may hold its clock: half a year passes in a moment.
 * Sessions end as time goes by; whoever acts on another day takes a new seat.
 */
export type HeldStage = TestHouse & {
  browser: Browser;
  origin: string;
  /** A sample person at a computer of their own, signed in, and what they call beside it. */
  sit(email: string): Promise<Seat & { person: Person }>;
  go(seat: Seat, path: string): Promise<unknown>;
};

export async function openHeldStage(): Promise<HeldStage> {
  const house = await openTestHouse();
  const pagesFolder = readSettings(process.env).pagesFolder;
  await buildPages(pagesFolder);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const served = await openProgram({ ...house.house, origin }, { pagesFolder });
  await served.listen({ port, host: '127.0.0.1' });
  const browser = await openBrowser();
  return {
    ...house,
    browser,
    origin,
    async sit(email) {
      const person = await house.as(email);
      const seat = await takeSeat(browser);
      const [name = '', value = ''] = person.cookie.split(/=(.*)/s);
      await seat.context.addCookies([{ name, value, url: origin.replace('http:', 'https:'), secure: true }]);
      return { ...seat, person };
    },
    go: (seat, path) => seat.page.goto(origin + path),
    async close() {
      await browser.close();
      await served.close();
      await house.close();
    },
  };
}
