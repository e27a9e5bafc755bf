import { Stop } from '#app/platform/stop.ts';
import { WrongUsage } from '#app/platform/wrong-usage.ts';

/** The commands of `bin/nhipcau`, loaded only when called so that each starts fast. */
const commands: Record<string, { usage: string; says: string; run: (args: string[]) => Promise<number> }> = {
  start: {
    usage: 'start',
    says: 'khởi động chương trình',
    run: async () => (await import('#app/start.ts')).start(),
  },
  read: {
    usage: 'read TỆP [--json]',
    says: 'đọc một văn bản, in nhiệm vụ theo cơ quan (hoặc JSON)',
    run: async (args) => (await import('#app/read-command.ts')).readCommand(args),
  },
  migrate: {
    usage: 'migrate',
    says: 'nâng CSDL (DATABASE_URL) lên phiên bản của chương trình',
    run: async () => (await import('#app/operate.ts')).migrateCommand(),
  },
  init: {
    usage: 'init --province TÊN --name HỌ-TÊN --email THƯ',
    says: 'tạo tỉnh và quản trị viên đầu tiên, in liên kết đăng nhập',
    run: async (args) => (await import('#app/operate.ts')).initCommand(args),
  },
  link: {
    usage: 'link THƯ',
    says: 'in liên kết đăng nhập dùng một lần cho một người',
    run: async (args) => (await import('#app/operate.ts')).linkCommand(args),
  },
  verify: {
    usage: 'verify [--seal TỆP] [--proof TỆP]',
    says: 'kiểm tra nhật ký, nêu dòng hỏng đầu tiên; hoặc so một dấu niêm phong, một bản chứng minh',
    run: async (args) => (await import('#app/verify-command.ts')).verifyCommand(args),
  },
  backup: {
    usage: 'backup',
    says: 'sao lưu ngay, kể cả khi chương trình đang chạy; in tên tệp',
    run: async () => (await import('#app/backup-command.ts')).backupCommand(),
  },
  restore: {
    usage: 'restore TỆP [--identity TỆP-KHÓA]',
    says: 'khôi phục vào CSDL và thư mục dữ liệu trống',
    run: async (args) => (await import('#app/backup-command.ts')).restoreCommand(args),
  },
  'search-rebuild': {
    usage: 'search-rebuild',
    says: 'lập lại danh mục tìm kiếm từ dữ liệu, kể cả khi chương trình đang chạy',
    run: async () => (await import('#app/search-command.ts')).searchRebuildCommand(),
  },
  'register-migration': {
    usage: 'register-migration TÊN-SỔ [SỐ]',
    says: 'ghi tệp tạo bảng (hoặc thêm cột) cho một sổ vừa khai báo',
    run: async (args) => (await import('#app/register-migration-command.ts')).registerMigrationCommand(args),
  },
  settings: {
    usage: 'settings',
    says: 'in mọi biến cài đặt, giá trị đang dùng và ý nghĩa',
    run: async () => (await import('#app/settings-command.ts')).settingsCommand(),
  },
  files: {
    usage: 'files copy [--back] | files check',
    says: 'chép tệp từ đĩa sang kho S3 (--back: ngược lại); kiểm tra kho tệp còn đủ, còn nguyên',
    run: async (args) => (await import('#app/files-command.ts')).filesCommand(args),
  },
};

async function main([name = 'help', ...args]: string[]): Promise<number> {
  const command = commands[name];
  if (!command) {
    const asked = ['help', '--help', '-h'].includes(name);
    (asked ? process.stdout : process.stderr).write(help());
    return asked ? 0 : 2;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof Stop) process.stderr.write(`${error.message}\n`);
    else if (
      error instanceof WrongUsage ||
      (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')
    ) {
      process.stderr.write(`Cách dùng: bin/nhipcau ${command.usage}\n`);
      return 2;
    } else process.stderr.write(`${(error as Error).stack}\n`);
    return 1;
  }
}

function help(): string {
  const lines = Object.values(commands).map((c) => `  bin/nhipcau ${c.usage.padEnd(52)} ${c.says}`);
  return `Nhịp Cầu: từ kế hoạch đã ký đến báo cáo đã ký.\n\n${lines.join('\n')}\n`;
}

process.exitCode = await main(process.argv.slice(2));
