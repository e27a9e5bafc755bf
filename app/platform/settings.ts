import { resolve } from 'node:path';
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
  NHIPCAU_ORIGIN: z.url().optional().describe('địa chỉ người dùng gõ, khi đứng sau proxy HTTPS'),
});

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
};

/** @throws Stop naming the variable that is wrong */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]);
    // A key and a database address, which holds a password, are not repeated.
    if (name === 'NHIPCAU_KEY') throw new Stop('NHIPCAU_KEY phải có từ 32 ký tự trở lên: hãy đặt lại.');
    if (name.startsWith('DATABASE'))
      throw new Stop(`${name} không đúng dạng postgres://tên:mật-khẩu@máy:5432/csdl: hãy sửa lại.`);
    throw new Stop(`Biến ${name}=${env[name]} không hợp lệ: sửa lại hoặc bỏ đi rồi khởi động lại.`);
  }
  const s = read.data;
  return {
    port: s.PORT,
    host: s.HOST,
    databaseUrl: s.DATABASE_URL,
    databaseAppUrl: s.DATABASE_APP_URL,
    dataFolder: resolve(s.NHIPCAU_DATA),
    pagesFolder: resolve(s.NHIPCAU_PAGES),
    withExample: s.NHIPCAU_EXAMPLE ? s.NHIPCAU_EXAMPLE === '1' : !s.DATABASE_URL,
    sealKey: s.NHIPCAU_KEY,
    origin: s.NHIPCAU_ORIGIN ?? `http://${s.HOST}:${s.PORT}`,
  };
}

/** Rows of the settings table, for README and `nhipcau help`. */
export const settingsTable = Object.entries(schema.shape).map(([name, field]) => ({
  name,
  meaning: field.description ?? '',
}));
