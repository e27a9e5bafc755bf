import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  checkLedger,
  checkProof,
  findSeal,
  isSealFileWhole,
  type ProofFault,
  proofShape,
  type SealFile,
  sealFileShape,
} from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { readSealKey, sealWith } from '#app/platform/seal.ts';
import { readSettings } from '#app/platform/settings.ts';
import { Stop } from '#app/platform/stop.ts';
import { ledgerBooks } from './main.ts';
import { openHouse } from './open-house.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const showDay = (day: string) => day.split('-').reverse().join('/');

/** `bin/nhipcau verify [--seal FILE] [--proof FILE]`: exit code 1 with the first broken line in words. */
export async function verifyCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { seal: { type: 'string' }, proof: { type: 'string' } } });
  const seal = values.seal ? readFile(values.seal, sealFileShape, 'dấu niêm phong') : undefined;
  if (values.proof) return verifyProof(values.proof, seal);
  const open = await openHouse(readSettings(process.env), { beside: true });
  try {
    if (seal) await compareSeal(open.house, seal);
    else await verifyAll(open.house);
    return 0;
  } finally {
    await open.close();
  }
}

/** @throws Stop naming the first broken line of the first province that has one */
export async function verifyAll(house: House, say: (line: string) => unknown = print): Promise<void> {
  for (const tenant of await house.db.selectFrom('tenant').select(['id', 'name']).execute()) {
    const { lines, chains, seals, lastSealedDay, findings } = await checkLedger(
      house,
      tenant.id,
      ledgerBooks,
    );
    const [first, ...more] = findings;
    if (first)
      throw new Stop(
        `${tenant.name}: nhật ký hỏng. ${first.said.vi}.${more.length ? `\n${more.map((one) => `  Còn: ${one.said.vi}.`).join('\n')}` : ''}`,
      );
    say(
      `${tenant.name}: ${lines} dòng nhật ký trong ${chains} chuỗi, tất cả nguyên vẹn; ${
        lastSealedDay
          ? `${seals} dấu niêm phong, đến hết ngày ${showDay(lastSealedDay)}`
          : 'chưa có ngày nào được niêm phong'
      }.`,
    );
  }
}

/** A seal that was kept outside: the database must still have the very same. @throws Stop */
export async function compareSeal(
  house: House,
  file: SealFile,
  say: (line: string) => unknown = print,
): Promise<void> {
  if (!isSealFileWhole(file))
    throw new Stop('Tệp dấu niêm phong đã bị sửa: mã băm không khớp nội dung của nó.');
  const kept = await inTenant(house.db, file.tenant.id, (tx) => findSeal(tx, file.day));
  const day = showDay(file.day);
  if (!kept) throw new Stop(`${file.tenant.name}: CSDL không còn dấu niêm phong ngày ${day}: đã bị xóa.`);
  if (kept.hash.toString('hex') !== file.hash)
    throw new Stop(
      `${file.tenant.name}: dấu niêm phong ngày ${day} trong CSDL khác với bản đã in: nhật ký đã bị làm lại.`,
    );
  say(
    `${file.tenant.name}: dấu niêm phong ngày ${day} đúng như bản đã in. Chạy  bin/nhipcau verify  để kiểm từng dòng.`,
  );
}

function verifyProof(path: string, seal: SealFile | undefined): number {
  const proof = readFile(path, proofShape, 'bản chứng minh');
  const key = keyAtHand();
  const fault = checkProof(proof, key);
  const name = `${proof.subject.kindName.vi} “${proof.subject.title}”`;
  if (fault) throw new Stop(`${name}: bản chứng minh không đúng. ${sayFault(fault)}`);
  if (seal && seal.hash !== proof.seal?.hash)
    throw new Stop(`${name}: bản chứng minh không mang dấu niêm phong ngày ${showDay(seal.day)} đã in.`);
  print(`${name}: ${proof.lines.length} dòng nguyên vẹn.`);
  print(
    proof.seal && proof.head
      ? `Niêm phong ngày ${showDay(proof.seal.day)} đến dòng ${proof.head.seq}; chữ ký ${key ? 'đúng' : 'chưa kiểm vì máy này không có khóa'}.`
      : 'Chưa có dòng nào được niêm phong: xem lại sau 0 giờ 10 phút.',
  );
  return 0;
}

function sayFault(fault: ProofFault): string {
  if (fault.what === 'line')
    return `Dòng ${fault.broken.seq} ${fault.broken.reason === 'missing' ? 'bị bỏ đi' : 'bị sửa'}.`;
  return {
    head: 'Dòng được niêm phong không có trong các dòng.',
    path: 'Đường dẫn đến gốc không khớp dấu niêm phong.',
    seal: 'Dấu niêm phong bị sửa.',
    signature: 'Chữ ký của dấu niêm phong không đúng với khóa của máy này.',
  }[fault.what];
}

/** The key is only looked for, never made. */
function keyAtHand() {
  const { dataFolder, sealKey } = readSettings(process.env);
  if (!sealKey && !existsSync(join(dataFolder, 'seal.key'))) return null;
  return sealWith(readSealKey(dataFolder, sealKey)).isSigned;
}

function readFile<T>(path: string, shape: { safeParse: (given: unknown) => { data?: T } }, what: string): T {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Stop(`Không có tệp ${path}: kiểm tra lại đường dẫn.`);
    throw new Stop(`${path} không phải tệp JSON đọc được: tải lại ${what} từ chương trình.`);
  }
  const { data } = shape.safeParse(given);
  if (!data) throw new Stop(`${path} không phải ${what} của Nhịp Cầu: tải lại từ chương trình.`);
  return data;
}
