import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const s3 = {
  NHIPCAU_S3_ENDPOINT: 'https://s3.cantho.gov.vn',
  NHIPCAU_S3_BUCKET: 'nhip-cau',
  NHIPCAU_S3_ACCESS_KEY: 'TEN',
  NHIPCAU_S3_SECRET_KEY: 'bi-mat-khong-in-ra',
};

test('files lie on disk unless the S3 store is told whole', () => {
  expect(readSettings({}).s3).toBeUndefined();
  expect(readSettings(s3).s3).toMatchObject({ bucket: 'nhip-cau', region: 'us-east-1', pathStyle: true });
  expect(readSettings({ ...s3, NHIPCAU_S3_PATH_STYLE: '0' }).s3?.pathStyle).toBe(false);
});

test('half an S3 store stops the start with one sentence that names what is missing, and no secret', () => {
  const half = {
    NHIPCAU_S3_ENDPOINT: s3.NHIPCAU_S3_ENDPOINT,
    NHIPCAU_S3_SECRET_KEY: s3.NHIPCAU_S3_SECRET_KEY,
  };
  expect(() => readSettings(half)).toThrow(
    'Kho tệp S3 còn thiếu NHIPCAU_S3_BUCKET, NHIPCAU_S3_ACCESS_KEY: đặt đủ, hoặc bỏ hết để giữ tệp trên đĩa.',
  );
  expect(() => readSettings({ ...s3, NHIPCAU_S3_ENDPOINT: 's3.cantho.gov.vn' })).toThrow(
    /^Biến NHIPCAU_S3_ENDPOINT không hợp lệ/,
  );
});

test('the scanner is host and port or a socket', () => {
  expect(readSettings({ NHIPCAU_CLAMD: '127.0.0.1:3310' }).clamd).toBe('127.0.0.1:3310');
  expect(readSettings({ NHIPCAU_CLAMD: '/run/clamav/clamd.ctl' }).clamd).toBe('/run/clamav/clamd.ctl');
  expect(() => readSettings({ NHIPCAU_CLAMD: 'clamd' })).toThrow(/NHIPCAU_CLAMD phải là máy:cổng/);
});
