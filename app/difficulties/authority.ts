import { listAgencies } from '#app/agencies/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { invalid } from '#app/platform/problem.ts';

/** The agency that is said to have authority. @throws Problem 422 for one that is not in the register, or asks itself */
export async function requireAuthority(tx: Tx, id: string | undefined, raisedByAgency: string) {
  const wrong = (message: string) => invalid(message, [{ path: 'authorityId', message }]);
  const agency = (await listAgencies(tx)).find((one) => one.id === id);
  if (!agency) throw wrong('Cần chọn cơ quan có thẩm quyền trong danh mục: chọn một cơ quan rồi gửi.');
  if (agency.id === raisedByAgency)
    throw wrong('Đây chính là cơ quan đang vướng mắc: chọn một cơ quan khác.');
  return agency;
}
