import { words } from '#app/platform/words.ts';

export const matchingWords = words({
  vi: {
    propose: (name: string) => `Thêm “${name}” vào danh mục`,
    title: 'Thêm cơ quan vào danh mục',
    help: 'Tên và loại lấy theo chữ trong văn bản: hãy xem lại trước khi lưu.',
    name: 'Tên đầy đủ',
    kind: 'Loại',
    save: 'Thêm cơ quan',
    added: 'Đã thêm cơ quan vào danh mục',
    toGroups: 'Xem và sửa các nhóm cơ quan',
  },
  en: {
    propose: (name) => `Add “${name}” to the register`,
    title: 'Add an agency to the register',
    help: 'Name and kind are taken from the words of the document: look at them before saving.',
    name: 'Full name',
    kind: 'Kind',
    save: 'Add the agency',
    added: 'The agency was added to the register',
    toGroups: 'See and change the groups of agencies',
  },
});
