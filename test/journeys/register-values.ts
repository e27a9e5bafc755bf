// What a person could write into any field of any register: made up from what the program itself says of the field.
import type { Locator, Page } from 'playwright-core';
import type { FieldShown } from '#app/registers/register.contract.ts';

export type Target = { id: string; name: string };
/** A value of each kind of control, as a form sends it, and how a person puts it there: written, or chosen. */
type Way = { value: (field: FieldShown, given: Given) => unknown } & ({ write: Write } | { choose: Choose });
/** What is written, box by box. */
type Write = (field: FieldShown, given: Given) => string[];
type Choose = (box: Locator, field: FieldShown, given: Given) => Promise<unknown>;
export type Given = {
  page: Page;
  /** 'YYYY-MM-DD' of a field: each stands a few days after those above it in the form. */
  dayOf: (field: FieldShown) => string;
  /** Stands in every word, so that rows differ and are found. */
  word: string;
  /** What a field that points elsewhere points at. */
  pointsAt: (field: FieldShown) => Target;
};

const printed = (day: string) => day.split('-').reverse().join('/');

export const inDays = (day: string, count: number) =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const dayIn = (field: FieldShown, { dayOf }: Given) => dayOf(field);

const linesOf: Record<string, string> = {
  symbol: '12/KH-UBND',
  phone: '0292 3 821 777',
  email: 'vanphong@cantho.example.vn',
  webAddress: 'https://cantho.example.vn/tin',
};
const line = ({ kind, said, input }: FieldShown, { word }: Given) =>
  linesOf[kind] ?? `${word}, ${said.vi.toLowerCase()}`.slice(0, input.longest ?? 200);

/** Opens a list, if need be narrows it, and takes the one of this name. */
async function pick(box: Locator, page: Page, name: string): Promise<void> {
  const field = box.getByRole('combobox').first();
  await field.click();
  await page.getByRole('option', { name, exact: true }).first().click();
  if ((await field.getAttribute('aria-expanded')) === 'true') await field.press('Escape');
}

const first = ({ input }: FieldShown) => input.choices![0]!;
const pointed = (field: FieldShown, { pointsAt }: Given) => pointsAt(field);

const ways: Record<string, Way> = {
  line: { value: line, write: (field, given) => [line(field, given)] },
  text: { value: line, write: (field, given) => [line(field, given)] },
  number: { value: () => 1, write: () => ['1'] },
  money: {
    value: () => ({ amount: 1_000_000, currency: 'VND', rateOn: null }),
    write: () => ['1000000'],
  },
  day: { value: dayIn, write: (field, given) => [printed(dayIn(field, given))] },
  'partial-day': { value: dayIn, write: (field, given) => [printed(dayIn(field, given))] },
  period: {
    value: (field, given) => ({ from: dayIn(field, given), to: inDays(dayIn(field, given), 1) }),
    write: (field, given) => {
      const from = dayIn(field, given);
      return [from, inDays(from, 1)].map(printed);
    },
  },
  'yes-no': { value: () => true, choose: (box) => box.getByRole('combobox').selectOption('yes') },
  choice: {
    value: (field) => first(field).value,
    choose: (box, field, { page }) => pick(box, page, first(field).said.vi),
  },
  choices: {
    value: (field) => [first(field).value],
    choose: async (box, field, { page }) => {
      const said = first(field).said.vi;
      const tick = box.getByRole('checkbox', { name: said, exact: true });
      await ((await tick.count()) ? tick.check() : pick(box, page, said));
    },
  },
  reference: {
    value: (field, given) => pointed(field, given).id,
    choose: (box, field, given) => pick(box, given.page, pointed(field, given).name),
  },
  references: {
    value: (field, given) => [pointed(field, given).id],
    choose: (box, field, given) => pick(box, given.page, pointed(field, given).name),
  },
  file: {
    value: () => null,
    choose: async (box) => {
      const file = { name: 'Hồ sơ.txt', mimeType: 'text/plain', buffer: Buffer.from('Hồ sơ kèm theo') };
      await box.locator('input[type=file]').setInputFiles(file);
      await box.getByRole('link', { name: file.name }).waitFor();
    },
  },
  place: {
    value: () => ({ commune: 'Xã Nhơn Ái', oldDistrict: 'Phong Điền' }),
    write: () => ['Xã Nhơn Ái', 'Phong Điền'],
  },
  table: {
    value: (field, given) => [
      Object.fromEntries(
        columnsOf(field).map((column) => [column.name, valueFor(column, inside(field, given))]),
      ),
    ],
    choose: async (box, field, given) => {
      await box.getByRole('button').last().click();
      for (const column of columnsOf(field)) {
        const cell = box.getByLabel(`${column.said.vi}, dòng 1`, { exact: true });
        const way = ways[column.input.control]!;
        if ('write' in way) await cell.fill(way.write(column, inside(field, given))[0]!);
        else await cell.selectOption(String(way.value(column, given)));
      }
    },
  },
};

/** Columns of a line of a table as fields. */
const columnsOf = ({ input }: FieldShown): FieldShown[] =>
  (input.columns ?? []).map((column) => ({ ...column, hint: null, isSealed: false, filter: null }));
/** Days of a table's lines are its own day. */
const inside = (field: FieldShown, given: Given): Given => ({ ...given, dayOf: () => given.dayOf(field) });

/** What a form sends for a field. */
export const valueFor = (field: FieldShown, given: Given): unknown =>
  ways[field.input.control]!.value(field, given);

/** Puts values into fields of a form: all that is written at once, what is chosen one after the other. */
export async function fillFields(form: Locator, fields: readonly FieldShown[], given: Given): Promise<void> {
  const written = fields.flatMap((field) => {
    const way = ways[field.input.control]!;
    return 'write' in way ? [{ name: field.name, words: way.write(field, given) }] : [];
  });
  await form.evaluate((element, all) => {
    for (const { name, words } of all) {
      const boxes = element.querySelectorAll<HTMLInputElement>(
        `[data-field="${name}"] :is(textarea, input:not([type=date]))`,
      );
      for (const [at, one] of words.entries()) {
        const box = boxes[at]!;
        // As a browser does it when somebody writes; React does not see a value that a script sets.
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')!.set!.call(box, one);
        box.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
  }, written);
  for (const field of fields) {
    const way = ways[field.input.control]!;
    if ('choose' in way) await way.choose(form.locator(`[data-field="${field.name}"]`), field, given);
  }
}
