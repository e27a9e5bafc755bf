import { listNewcomers, makeEntryLink } from '#app/accounts/index.ts';
import { checkBackupKeys } from '#app/backup/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { keepJobs } from '#app/platform/jobs.ts';
import { readSettings, type Settings } from '#app/platform/settings.ts';
import { Stop } from '#app/platform/stop.ts';
import { requireTables } from '#app/registers/index.ts';
import { buildPages } from '#app/web/build.ts';
import { exampleTenantName, loadExample } from './example.ts';
import { openProgram, programJobs } from './main.ts';
import { openHouse } from './open-house.ts';

/** Starts everything and serves until a signal ends it. @throws Stop with one sentence when it cannot start */
export async function start(): Promise<number> {
  const settings = readSettings(process.env);
  const { house, makeTenant, close } = await openHouse(settings);
  let web: Web | undefined;
  let jobs: ReturnType<typeof keepJobs> | undefined;
  try {
    await requireTables(house.db);
    await checkBackupKeys(house.installation);
    const firstTime = settings.withExample && (await makeTenant(exampleTenantName));
    if (firstTime) await loadExample(house, firstTime);
    await buildPages(settings.pagesFolder);
    web = await openProgram(house, {
      pagesFolder: settings.pagesFolder,
      logger: { level: settings.logLevel },
      proxy: settings.proxy,
    });
    jobs = keepJobs({ ...house, log: web.log }, programJobs);
    await listen(web, settings);
    await announce(house);
    await signalled();
  } finally {
    await jobs?.stop();
    await web?.close();
    await close();
  }
  return 0;
}

async function listen(web: Web, { port, host }: Settings): Promise<void> {
  try {
    await web.listen({ port, host });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new Stop(
        `Cổng ${port} đang được chương trình khác dùng: dừng chương trình đó, hoặc chọn cổng khác bằng PORT=3001 npm start.`,
      );
    if (code === 'EACCES')
      throw new Stop(`Không được phép dùng cổng ${port}: chọn cổng từ 1024 trở lên bằng PORT=3000.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Stop(`Máy này không có địa chỉ ${host}: sửa HOST, ví dụ HOST=127.0.0.1.`);
    throw error;
  }
}

/** Says where the program is and, in an example that nobody has moved into yet, hands out one-time links. */
async function announce(house: House): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`\nNhịp Cầu đang chạy tại ${house.origin}   (Ctrl-C để dừng)\n`);
  const tenants = await house.db.selectFrom('tenant').select(['id', 'name']).execute();
  const example = tenants.find((tenant) => tenant.name === exampleTenantName);
  if (!tenants.length)
    say(
      'Chưa có tỉnh nào: tạo bằng  bin/nhipcau init --province "Tỉnh …" --name "Họ tên" --email thu@tinh.gov.vn\n',
    );
  if (!example) return;
  const people = (await inTenant(house.db, example.id, listNewcomers)).filter((person) =>
    person.email.endsWith('@example.vn'),
  );
  if (!people.length) return;
  say('Liên kết đăng nhập dùng một lần cho người mẫu chưa đặt mật khẩu:\n');
  for (const person of people) {
    say(
      `  ${roleName[person.role].padEnd(24)} ${person.name}, ${person.agencyName}\n  ${await makeEntryLink(house, example.id, person.id)}\n`,
    );
  }
}

const roleName = {
  administrator: 'Quản trị',
  'focal-officer': 'Chuyên viên đầu mối',
  leader: 'Lãnh đạo UBND',
  'agency-focal': 'Đầu mối cơ quan',
  'agency-head': 'Thủ trưởng cơ quan',
  staff: 'Chuyên viên',
  inspector: 'Thanh tra',
};

/** Resolves on Ctrl-C, on a polite kill, and when the process that started us is gone. */
function signalled(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
    process.once('disconnect', () => done());
    // The channel alone must not keep a stopped program alive.
    process.channel?.unref();
  });
}
