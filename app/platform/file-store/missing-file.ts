import { Problem } from '../problem.ts';

/** The database names a file whose bytes are gone. */
export const missingFile = () =>
  new Problem(
    404,
    'file-missing',
    'Nội dung của tệp này không còn trong kho tệp: hãy báo quản trị viên khôi phục từ bản sao lưu.',
  );
