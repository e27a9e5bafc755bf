import { checkStore, copyStore, listNamedFiles } from '#app/files/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { readSettings } from '#app/platform/settings.ts';
import { Stop } from '#app/platform/stop.ts';
import { WrongUsage } from '#app/platform/wrong-usage.ts';
import { filesOnDisk, openHouse } from './open-house.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `files copy`: from the data folder into the S3 store of the settings, `--back` the other way; `files check`. */
export async function filesCommand([what, ...rest]: string[]): Promise<number> {
  const isBack = rest.length === 1 && rest[0] === '--back';
  if ((what !== 'copy' && what !== 'check') || (rest.length && !(what === 'copy' && isBack)))
    throw new WrongUsage();
  const settings = readSettings(process.env);
  if (what === 'copy' && !settings.s3)
    throw new Stop('Chưa khai kho S3: đặt NHIPCAU_S3_ENDPOINT, NHIPCAU_S3_BUCKET và hai khóa rồi chạy lại.');
  const open = await openHouse(settings);
  try {
    if (what === 'check') return await check(open.house);
    const disk = filesOnDisk(settings);
    return await (isBack ? copy(open.house.files, disk) : copy(disk, open.house.files));
  } finally {
    await open.close();
  }
}

async function copy(...[from, to]: Parameters<typeof copyStore>): Promise<number> {
  print(`Chép từ ${from.place} sang ${to.place}.`);
  const done = await copyStore(from, to, ({ copied, already }) => {
    if ((copied + already) % 500 === 0) print(`… ${copied + already} tệp`);
  });
  print(`Đã chép ${done.copied} tệp (${done.bytes} byte); ${done.already} tệp đã có từ trước.`);
  for (const sha256 of done.broken) print(`Tệp hỏng, không chép: ${sha256}`);
  return done.broken.length ? 1 : 0;
}

async function check(house: House): Promise<number> {
  let bad = 0;
  for (const tenant of await house.db.selectFrom('tenant').select(['id', 'name']).execute()) {
    const named = await inTenant(house.db, tenant.id, listNamedFiles);
    const findings = await checkStore(house.files, named, { deep: true });
    for (const { name, sha256, wrong } of findings)
      print(`${tenant.name}: ${wrong === 'missing' ? 'mất' : 'bị thay đổi'}: ${name} (${sha256})`);
    print(`${tenant.name}: ${named.length} tệp trong CSDL, ${findings.length} tệp mất hoặc bị thay đổi.`);
    bad += findings.length;
  }
  if (bad) throw new Stop('Kho tệp không đủ: khôi phục các tệp nêu trên từ bản sao lưu rồi kiểm tra lại.');
  return 0;
}
