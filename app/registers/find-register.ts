import { notFound } from '#app/platform/problem.ts';
import type { Register } from '#libraries/register/index.ts';
import { registers } from './declared/all.ts';

export const findRegister = (name: string): Register | undefined =>
  registers.find((register) => register.name === name);

/** @throws Problem 404 */
export function getRegister(name: string): Register {
  const found = findRegister(name);
  if (!found) throw notFound('sổ theo dõi này');
  return found;
}
