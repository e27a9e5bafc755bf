// A table of 10,000 rows moved in a real browser, as by a wheel and then as by a hand that pulls the bar: the longest
// tasks of the page's thread, out of the browser's own trace. A task is told twice: on the clock, which grows with what
// else the machine does, and of the processor, which is what it takes where nothing else runs. Beside it, in the same
// run, a bare page moved the same way: no script at all, the same 10,000 lines as a plain table with every line there
// from the beginning. What opening a page costs is measured elsewhere.   node bin/run bench/scroll.ts [--quick]
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildPages } from '#app/web/build.ts';
import { findChromium } from '#test/journeys/chromium.ts';
import { fillDuties, openProvince } from './province.ts';
import { serve } from './sides.ts';

const ROWS = 10_000;
const BAR = 50;
const STEPS = process.argv.includes('--quick') ? 60 : 300;
const pages = mkdtempSync(join(tmpdir(), 'nhipcau-pages-'));
const province = await openProvince();
try {
  await fillDuties(province, ROWS);
  await buildPages(pages);
  const { child, origin } = await serve('program-server.ts', { url: province.ownerUrl, pages });
  const browser = await chromium.launch({
    executablePath: findChromium()!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const token = await province.entryToken('daumoi@example.vn');
    await context.request.post(`${origin}/api/enter`, { data: { token }, headers: { origin } });
    const page = await context.newPage();
    await page.goto(`${origin}/duties?whose=all&rows=all`);
    await page.locator('.all-rows tbody tr').nth(5).waitFor();
    await page.waitForTimeout(3000);
    const ours = await moved(browser, page);
    await page.close();
    const plain = await context.newPage();
    await plain.setContent(barePage());
    await plain.waitForTimeout(3000);
    const bare = await moved(browser, plain);
    const isIn = ours.processor <= BAR;
    console.log(
      `${isIn ? ' ok ' : 'MISS'} ${ours.rows} rows moved in ${2 * STEPS} steps, load ${loadavg()[0]!.toFixed(1)} (bar ${BAR} ms)\n  program  ${say(ours)}\n  bare     ${say(bare)}`,
    );
    if (!isIn) process.exitCode = 1;
  } finally {
    await browser.close();
    child.kill();
  }
} finally {
  await province.close();
  rmSync(pages, { recursive: true, force: true });
}
process.exit();

type Moved = { rows: number; many: number; clock: number; processor: number; all: number; seconds: number };

function say({ many, clock, processor, all, seconds }: Moved): string {
  return `longest task ${processor.toFixed(0)} ms of the processor, ${clock.toFixed(0)} ms on the clock; ${many} over ${BAR} ms on the clock; ${all.toFixed(0)} ms of the processor in ${seconds.toFixed(1)} s`;
}

type Event = {
  name: string;
  ts: number;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
};

async function moved(browser: Browser, page: Page): Promise<Moved> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] });
  const { rows, seconds } = await page.evaluate(move, STEPS);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  // To begin a trace is a long task of its own.
  const { ts: begun } = traceEvents.find(({ name }) => name === 'moving')!;
  const tasks = traceEvents.filter(
    ({ name, ts, ph, pid, tid }) =>
      ts > begun && ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid} ${tid}`),
  );
  const inMs = (key: 'dur' | 'tdur') => tasks.map((task) => (task[key] ?? 0) / 1000);
  return {
    rows,
    seconds,
    many: inMs('dur').filter((ms) => ms > BAR).length,
    clock: Math.max(0, ...inMs('dur')),
    processor: Math.max(0, ...inMs('tdur')),
    all: inMs('tdur').reduce((sum, ms) => sum + ms, 0),
  };
}

/** Runs in the page. */
async function move(steps: number) {
  const list = document.querySelector('.all-rows')!;
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  await frame();
  performance.mark('moving');
  const began = performance.now();
  for (let step = 0; step < steps; step++, await frame()) list.scrollTop += 120;
  for (let step = 1; step <= steps; step++, await frame())
    list.scrollTop = (list.scrollHeight * step) / steps;
  await new Promise((next) => setTimeout(next, 1500));
  const rows = Number(list.querySelector('table')!.ariaRowCount) - 1;
  return { rows, seconds: (performance.now() - began) / 1000 };
}

function bareRow(n: number): string {
  return `<tr><th>III.${n % 100}</th><td>Chủ trì, phối hợp với các cơ quan liên quan triển khai nhiệm vụ đối ngoại nhân dân số ${n}</td><td>Chủ trì: Sở Tư pháp (đã tiếp nhận)<br>Phối hợp: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh (chưa tiếp nhận)</td><td>15/12/2026</td><td>Chủ trì đã tiếp nhận</td></tr>`;
}

function barePage(): string {
  return `<!doctype html><style>body{margin:0;font:14px sans-serif}.all-rows{height:470px;overflow:auto}table{width:100%;table-layout:fixed;border-collapse:collapse}tr{height:112px}</style>
<section class="all-rows"><table aria-rowcount="${ROWS + 1}">${Array.from({ length: ROWS }, (_, n) => bareRow(n)).join('')}</table></section>`;
}
