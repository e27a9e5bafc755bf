// What a person could write into any field of any register: made up from what the program itself says of the field.
import type { Locator, Page } from 'playwright-core';
import type { FieldShown } from '#app/registers/register.contract.ts';

export type Target = { id: string; name: string };
/** A value of each kind of control, as a form sends it, and how a person puts it there. */
type Way = { value: (field: FieldShown, given: Given) => unknown; fill: Fill };
type Fill = (box: Locator, field: FieldShown, given: Given) => Promise<unknown>;
export type Given = {
  page: Page;
  /** 'YYYY-MM-DD': every day of a row is the same, so that none stands before another. */
  day: string;
  /** Stands in every word, so that rows differ and are found. */
  word: string;
  /** What a field may point at, the first that is found. */
  pointsAt: ReadonlyMap<string, Target>;
};

const printed = (day: string) => day.split('-').reverse().join('/');

const linesOf: Record<string, string> = {
  symbol: '12/KH-UBND',
  phone: '0292 3 821 777',
  email: 'vanphong@cantho.example.vn',
  webAddress: 'https://cantho.example.vn/tin',
};
const line = ({ kind, said, input }: FieldShown, { word }: Given) =>
  linesOf[kind] ?? `${word}, ${said.vi.toLowerCase()}`.slice(0, input.longest ?? 200);

const type =
  (words: (field: FieldShown, given: Given) => string): Fill =>
  (box, field, given) =>
    box.getByRole('textbox').first().fill(words(field, given));

/** Opens a list, if need be narrows it, and takes the one of this name. */
async function pick(box: Locator, page: Page, name: string): Promise<void> {
  const field = box.getByRole('combobox').first();
  await field.click();
  await page.getByRole('option', { name, exact: true }).first().click();
  if ((await field.getAttribute('aria-expanded')) === 'true') await field.press('Escape');
}

const first = ({ input }: FieldShown) => input.choices![0]!;
const pointed = ({ input }: FieldShown, { pointsAt }: Given) => pointsAt.get(input.target!);

const ways: Record<string, Way> = {
  line: { value: line, fill: type(line) },
  text: { value: line, fill: type(line) },
  number: { value: () => 1, fill: type(() => '1') },
  money: {
    value: () => ({ amount: 1_000_000, currency: 'VND', rateOn: null }),
    fill: type(() => '1000000'),
  },
  day: { value: (_, { day }) => day, fill: type((_, { day }) => printed(day)) },
  'partial-day': { value: (_, { day }) => day, fill: type((_, { day }) => printed(day)) },
  period: {
    value: (_, { day }) => ({ from: day, to: day }),
    fill: async (box, _, { day }) => {
      for (const at of [0, 1]) await box.getByRole('textbox').nth(at).fill(printed(day));
    },
  },
  'yes-no': { value: () => true, fill: (box) => box.getByRole('combobox').selectOption('yes') },
  choice: {
    value: (field) => first(field).value,
    fill: (box, field, { page }) => pick(box, page, first(field).said.vi),
  },
  choices: {
    value: (field) => [first(field).value],
    fill: async (box, field, { page }) => {
      const said = first(field).said.vi;
      const tick = box.getByRole('checkbox', { name: said, exact: true });
      await ((await tick.count()) ? tick.check() : pick(box, page, said));
    },
  },
  reference: {
    value: (field, given) => pointed(field, given)?.id,
    fill: (box, field, given) => pick(box, given.page, pointed(field, given)!.name),
  },
  references: {
    value: (field, given) => [pointed(field, given)!.id],
    fill: (box, field, given) => pick(box, given.page, pointed(field, given)!.name),
  },
  file: {
    value: () => null,
    fill: async (box) => {
      const file = { name: 'Hồ sơ.txt', mimeType: 'text/plain', buffer: Buffer.from('Hồ sơ kèm theo') };
      await box.locator('input[type=file]').setInputFiles(file);
      await box.getByRole('link', { name: file.name }).waitFor();
    },
  },
  place: {
    value: () => ({ commune: 'Xã Nhơn Ái', oldDistrict: 'Phong Điền' }),
    fill: async (box) => {
      await box.getByRole('textbox').nth(0).fill('Xã Nhơn Ái');
      await box.getByRole('textbox').nth(1).fill('Phong Điền');
    },
  },
};

/** What a form sends for a field. */
export const valueFor = (field: FieldShown, given: Given): unknown =>
  ways[field.input.control]!.value(field, given);

/** Puts a value into the field of a form. */
export const fillField = (form: Locator, field: FieldShown, given: Given): Promise<unknown> =>
  ways[field.input.control]!.fill(form.locator(`[data-field="${field.name}"]`), field, given);
