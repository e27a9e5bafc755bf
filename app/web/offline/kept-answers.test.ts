import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusal } from '#app/web/call.ts';
import { followKept, forgetKept, listKept, orKept } from './kept-answers.ts';

type Report = { id: string; text: string; mayWrite: boolean };
const name = 'report.ha.1';
const away = () => Promise.reject(new Refusal(0, { title: 'Không kết nối được với máy chủ' }));
const answer =
  (text: string, mayWrite = true) =>
  () =>
    Promise.resolve({ id: '1', text, mayWrite });
const ask = (how: () => Promise<Report>) => orKept(name, how, ({ mayWrite }) => mayWrite);

beforeEach(() => {
  // As browsers do it: what is kept are own keys of the storage.
  const hidden = (value: unknown) => ({ value, enumerable: false });
  const storage: Record<string, string> = Object.create(null, {
    getItem: hidden((key: string) => storage[key] ?? null),
    setItem: hidden((key: string, value: string) => {
      storage[key] = value;
    }),
    removeItem: hidden((key: string) => {
      delete storage[key];
    }),
  });
  vi.stubGlobal('localStorage', storage);
  vi.useFakeTimers({ now: new Date('2027-06-15T02:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('out of reach, the last answer is shown with its time; what was saved since is in it', async () => {
  await ask(answer('Đã đón 03 đoàn.'));
  followKept<Report>(name, { text: 'Đã đón 04 đoàn.' });
  expect(await ask(away)).toEqual({
    id: '1',
    text: 'Đã đón 04 đoàn.',
    mayWrite: true,
    keptAt: '2027-06-15T02:00:00.000Z',
  });
  expect(listKept('report.ha.').map((one) => one.name)).toEqual([name]);
  expect(listKept('report.mai.')).toEqual([]);
});

test('a refusal of the server is no reason to show what was kept', async () => {
  await ask(answer('Đã đón 03 đoàn.'));
  await expect(ask(() => Promise.reject(new Refusal(403, { title: 'Không được xem' })))).rejects.toThrow();
});

test('what is no longer one’s to write is no longer kept', async () => {
  await ask(answer('Đã đón 03 đoàn.'));
  await ask(answer('Đã đón 03 đoàn.', false));
  await expect(ask(away)).rejects.toThrow(/Không kết nối/);
});

test('nothing opens after signing out, nor after as long as a session lasts; drafts are no answers and stay', async () => {
  localStorage.setItem('nhipcau.draft.ha.1', '{}');
  await ask(answer('Đã đón 03 đoàn.'));
  vi.setSystemTime(new Date('2027-06-15T10:00:01Z'));
  await expect(ask(away)).rejects.toThrow();
  await ask(answer('Đã đón 03 đoàn.'));
  forgetKept();
  await expect(ask(away)).rejects.toThrow();
  expect(localStorage.getItem('nhipcau.draft.ha.1')).toBe('{}');
});
