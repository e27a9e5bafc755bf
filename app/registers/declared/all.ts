import { findFaultsOfAll, type Register } from '#libraries/register/index.ts';
import { budget } from './budget.ts';
import { foreignNgo } from './foreign-ngo.ts';
import { headings } from './headings.ts';
import { inspection } from './inspection.ts';
import { policyInstrument } from './policy-instrument.ts';
import { securityNotice } from './security-notice.ts';

/** Every register of the program; one that stands here has list, form, book, workflow, timers and figures. */
export const registers: readonly Register[] = [
  foreignNgo,
  inspection,
  budget,
  securityNotice,
  policyInstrument,
];

const faults = [
  ...findFaultsOfAll(registers),
  ...registers.flatMap(({ name, heading }) =>
    heading in headings ? [] : [`${name}.heading: the plan has no heading "${heading}"`],
  ),
];
if (faults.length) throw new Error(faults.join('\n'));
