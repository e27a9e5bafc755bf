import { expect, test } from 'vitest';
import { importsOf, listImports } from './imports.ts';
import { findCycle, rules } from './rules.ts';

const imports = listImports();

test.each(rules)('$name', ({ breaks, because }) => {
  const broken = imports.filter(breaks).map(({ from, to }) => `${from} → ${to}`);
  expect(broken, because).toEqual([]);
});

test('no import cycles: two files that need each other are one file, or want a third', () => {
  expect(findCycle(imports)).toBeNull();
});

test('the rules see what they forbid', () => {
  const bad = [
    ...importsOf('libraries/document/index.ts', "import { x } from '#app/duties/index.ts';"),
    ...importsOf(
      'app/documents/document.routes.ts',
      "import { x } from '#app/duties/index.ts'; import { y } from '#app/agencies/agency.store.ts'; import { sql } from 'kysely';",
    ),
    ...importsOf('app/duties/duty.policy.ts', "import { readFile } from 'node:fs';"),
    ...importsOf('app/duties/duty.page.tsx', "import { x } from './duty.store.ts';"),
    ...importsOf('app/duties/duty.routes.ts', "import { X } from './duty.page.tsx';"),
    ...importsOf('app/platform/http.ts', "export { x } from '#app/duties/index.ts';"),
  ];
  expect(rules.filter((rule) => !bad.some(rule.breaks)).map((rule) => rule.name)).toEqual([]);
  const cycle = [
    ...importsOf('app/a.ts', "import { b } from './b.ts';"),
    ...importsOf('app/b.ts', "import { a } from './a.ts';"),
  ];
  expect(findCycle(cycle)).toEqual(['app/a.ts', 'app/b.ts', 'app/a.ts']);
});
