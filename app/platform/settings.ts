import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Stop } from './stop.ts';

const root = resolve(import.meta.dirname, '../..');

const databaseAddress = z.string().regex(/^postgres(ql)?:\/\/[^\s]+$/);

/** Every setting of the program: its environment variable, its default and what it is for. README prints this table. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('cổng phục vụ'),
  HOST: z.string().min(1).default('127.0.0.1').describe('địa chỉ lắng nghe'),
  DATABASE_URL: databaseAddress
    .optional()
    .describe('PostgreSQL ≥ 15 của đơn vị; bỏ trống thì dùng CSDL đi kèm'),
  DATABASE_APP_URL: databaseAddress.optional().describe('tài khoản ứng dụng riêng, không sở hữu bảng nào'),
  NHIPCAU_DATA: z.string().default(resolve(root, '.data')).describe('thư mục dữ liệu: CSDL đi kèm và tệp'),
  NHIPCAU_PAGES: z.string().default(resolve(root, 'dist/web')).describe('thư mục giao diện đã dựng'),
  NHIPCAU_EXAMPLE: z.enum(['0', '1']).optional().describe('1: nạp ví dụ Kế hoạch 217; 0: không nạp'),
  NHIPCAU_KEY: z
    .string()
    .min(32)
    .optional()
    .describe(
      'khóa mã hóa dữ liệu nhạy cảm, từ 32 ký tự; bỏ trống thì tạo tệp seal.key trong thư mục dữ liệu',
    ),
  NHIPCAU_S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('địa chỉ kho S3 giữ tệp; bỏ trống thì tệp nằm trong thư mục dữ liệu'),
  NHIPCAU_S3_BUCKET: z.string().min(3).max(63).optional().describe('bucket giữ tệp, đã tạo sẵn'),
  NHIPCAU_S3_REGION: z.string().min(1).default('us-east-1').describe('vùng của kho S3'),
  NHIPCAU_S3_ACCESS_KEY: z.string().min(1).optional().describe('khóa truy cập kho S3'),
  NHIPCAU_S3_SECRET_KEY: z.string().min(1).optional().describe('khóa bí mật của kho S3'),
  NHIPCAU_S3_PATH_STYLE: z
    .enum(['0', '1'])
    .default('1')
    .describe('1: tên bucket nằm trong đường dẫn; 0: nằm trong tên máy'),
  NHIPCAU_CLAMD: z
    .string()
    .regex(/^(\/.+|[^\s/:]+:\d{1,5})$/)
    .optional()
    .describe('clamd quét vi-rút tệp gửi lên, máy:cổng hoặc /đường/dẫn/socket; bỏ trống thì không quét'),
  NHIPCAU_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/)
    .optional()
    .describe(
      'máy chủ thư, smtp://tên:mật-khẩu@máy:587; bỏ trống thì thư nằm ở trang Thư gửi đi để trao tay',
    ),
  NHIPCAU_MAIL_FROM: z
    .string()
    .regex(/@/)
    .optional()
    .describe('người gửi in trên thư, ví dụ "Nhịp Cầu <nhipcau@tinh.gov.vn>"'),
  NHIPCAU_HOOKS_PRIVATE: z
    .enum(['0', '1'])
    .default('0')
    .describe('1: cho phép báo tin cho hệ thống ngoài có địa chỉ trong mạng nội bộ'),
  NHIPCAU_PROXY: z
    .string()
    .regex(/^[\da-fA-F.:/,\s]+$/)
    .optional()
    .describe('địa chỉ của proxy HTTPS đứng trước, để biết đúng địa chỉ người dùng'),
  NHIPCAU_BACKUP_FOLDER: z
    .string()
    .optional()
    .describe(
      'nơi để các bản sao lưu, nên ở ổ đĩa khác; bỏ trống thì là thư mục backups trong thư mục dữ liệu',
    ),
  NHIPCAU_BACKUP_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('02:00')
    .describe('giờ sao lưu hằng đêm, giờ Việt Nam'),
  NHIPCAU_BACKUP_KEEP: z
    .string()
    .regex(/^[1-9]\d{0,2},\d{1,3},\d{1,3}$/)
    .default('7,5,12')
    .describe('giữ bao nhiêu bản sao lưu: số ngày, số tuần, số tháng gần nhất'),
  NHIPCAU_BACKUP_RECIPIENT: z
    .string()
    .regex(/^age1[0-9a-z]+( *, *age1[0-9a-z]+)*$/)
    .optional()
    .describe(
      'khóa công khai age1… mở được bản sao lưu, ngoài khóa của chính máy này; nhiều khóa cách bằng dấu phẩy',
    ),
  NHIPCAU_BACKUP_PASSPHRASE: z
    .string()
    .min(16)
    .optional()
    .describe('mật khẩu của bản sao lưu, từ 16 ký tự, thay cho mọi khóa age'),
  NHIPCAU_METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('mã để đọc /metrics từ máy khác, từ 16 ký tự; bỏ trống thì chỉ đọc được ngay trên máy chủ'),
  NHIPCAU_LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug'])
    .default('warn')
    .describe('mức ghi nhật ký vận hành (JSON): error, warn, info (mỗi yêu cầu một dòng), debug'),
  NHIPCAU_ORIGIN: z.url().optional().describe('địa chỉ người dùng gõ, khi đứng sau proxy HTTPS'),
});

export type S3Settings = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
  pathStyle: boolean;
};

export type Settings = {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  databaseAppUrl: string | undefined;
  dataFolder: string;
  pagesFolder: string;
  /** Load the example on first start: yes by default with the embedded database only. */
  withExample: boolean;
  origin: string;
  sealKey: string | undefined;
  mail: { url: string; from: string } | undefined;
  /** Addresses of the proxies whose word on the caller's address is believed. */
  proxy: string | undefined;
  backup: BackupSettings;
  metricsToken: string | undefined;
  logLevel: LogLevel;
  /** Files are kept here instead of in the data folder. */
  s3: S3Settings | undefined;
  /** `host:port` or the path of a socket. */
  clamd: string | undefined;
  allowPrivateHooks: boolean;
};

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** How many archives stay: the newest of each of so many days, weeks and months. */
export type Keep = { daily: number; weekly: number; monthly: number };

export type BackupSettings = {
  folder: string;
  /** 'HH:MM', office time. */
  at: string;
  keep: Keep;
  /** Public keys (age1…) that open an archive besides the installation's own. */
  recipients: string[];
  passphrase: string | undefined;
};

/** @throws Stop naming the variable that is wrong */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]);
    // A key and a database address, which holds a password, are not repeated.
    const least = { NHIPCAU_KEY: 32, NHIPCAU_BACKUP_PASSPHRASE: 16, NHIPCAU_METRICS_TOKEN: 16 }[name];
    if (least) throw new Stop(`${name} phải có từ ${least} ký tự trở lên: hãy đặt lại.`);
    if (name === 'NHIPCAU_CLAMD')
      throw new Stop('NHIPCAU_CLAMD phải là máy:cổng (127.0.0.1:3310) hoặc đường dẫn socket: hãy sửa lại.');
    if (name === 'NHIPCAU_SMTP_URL')
      throw new Stop('NHIPCAU_SMTP_URL không đúng dạng smtp://tên:mật-khẩu@máy:587: hãy sửa lại.');
    if (name.startsWith('DATABASE'))
      throw new Stop(`${name} không đúng dạng postgres://tên:mật-khẩu@máy:5432/csdl: hãy sửa lại.`);
    if (name.startsWith('NHIPCAU_S3')) throw new Stop(`Biến ${name} không hợp lệ: hãy sửa lại.`);
    throw new Stop(`Biến ${name}=${env[name]} không hợp lệ: sửa lại hoặc bỏ đi rồi khởi động lại.`);
  }
  const s = read.data;
  if (!s.NHIPCAU_SMTP_URL !== !s.NHIPCAU_MAIL_FROM)
    throw new Stop('NHIPCAU_SMTP_URL và NHIPCAU_MAIL_FROM phải đặt cùng nhau: hãy thêm biến còn thiếu.');
  return {
    port: s.PORT,
    host: s.HOST,
    databaseUrl: s.DATABASE_URL,
    databaseAppUrl: s.DATABASE_APP_URL,
    dataFolder: resolve(s.NHIPCAU_DATA),
    pagesFolder: resolve(s.NHIPCAU_PAGES),
    withExample: s.NHIPCAU_EXAMPLE ? s.NHIPCAU_EXAMPLE === '1' : !s.DATABASE_URL,
    sealKey: s.NHIPCAU_KEY,
    backup: readBackupSettings(s),
    metricsToken: s.NHIPCAU_METRICS_TOKEN,
    logLevel: s.NHIPCAU_LOG_LEVEL,
    mail:
      s.NHIPCAU_SMTP_URL && s.NHIPCAU_MAIL_FROM
        ? { url: s.NHIPCAU_SMTP_URL, from: s.NHIPCAU_MAIL_FROM }
        : undefined,
    proxy: s.NHIPCAU_PROXY,
    s3: readS3(s),
    clamd: s.NHIPCAU_CLAMD,
    allowPrivateHooks: s.NHIPCAU_HOOKS_PRIVATE === '1',
    origin: s.NHIPCAU_ORIGIN ?? `http://${s.HOST}:${s.PORT}`,
  };
}

/** All four that matter, or none. @throws Stop naming those that are missing */
function readS3(s: z.output<typeof schema>): S3Settings | undefined {
  const needed = {
    NHIPCAU_S3_ENDPOINT: s.NHIPCAU_S3_ENDPOINT,
    NHIPCAU_S3_BUCKET: s.NHIPCAU_S3_BUCKET,
    NHIPCAU_S3_ACCESS_KEY: s.NHIPCAU_S3_ACCESS_KEY,
    NHIPCAU_S3_SECRET_KEY: s.NHIPCAU_S3_SECRET_KEY,
  };
  const missing = Object.keys(needed).filter((name) => !needed[name as keyof typeof needed]);
  if (missing.length === Object.keys(needed).length) return undefined;
  if (missing.length)
    throw new Stop(`Kho tệp S3 còn thiếu ${missing.join(', ')}: đặt đủ, hoặc bỏ hết để giữ tệp trên đĩa.`);
  return {
    endpoint: needed.NHIPCAU_S3_ENDPOINT!,
    bucket: needed.NHIPCAU_S3_BUCKET!,
    region: s.NHIPCAU_S3_REGION,
    accessKey: needed.NHIPCAU_S3_ACCESS_KEY!,
    secretKey: needed.NHIPCAU_S3_SECRET_KEY!,
    pathStyle: s.NHIPCAU_S3_PATH_STYLE === '1',
  };
}

function readBackupSettings(s: z.output<typeof schema>): BackupSettings {
  const [daily = 7, weekly = 5, monthly = 12] = s.NHIPCAU_BACKUP_KEEP.split(',').map(Number);
  return {
    folder: resolve(s.NHIPCAU_BACKUP_FOLDER ?? join(s.NHIPCAU_DATA, 'backups')),
    at: s.NHIPCAU_BACKUP_AT,
    keep: { daily, weekly, monthly },
    recipients: s.NHIPCAU_BACKUP_RECIPIENT?.split(',').map((one) => one.trim()) ?? [],
    passphrase: s.NHIPCAU_BACKUP_PASSPHRASE,
  };
}

/** Not shown to whoever looks at a terminal: keys, and addresses that hold a password. */
const SECRET = /^DATABASE|KEY$|TOKEN$|PASSPHRASE$|SMTP_URL$|SECRET/;

/** Rows of the settings table, for README and `bin/nhipcau settings`. */
export const settingsTable = Object.entries(schema.shape).map(([name, field]) => ({
  name,
  meaning: field.description ?? '',
  isSecret: SECRET.test(name),
  /** null: nothing stands for it when it is left out. */
  preset: field.safeParse(undefined).data ?? null,
}));
