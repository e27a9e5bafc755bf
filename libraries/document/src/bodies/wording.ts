import { lexiconSize } from '../text/lexicon.ts';
import { Phrases } from '../text/phrases.ts';
import {
  areaNouns,
  determiners,
  fieldHeads,
  fields,
  groupNouns,
  nameParts,
  notHeads,
  openHeads,
  peoplesCommittees,
  positions,
  qualifiers,
  wholeHeads,
} from './heads.ts';
import { verbs } from './verbs.ts';

/** The wording of names, ready to be found word by word. */
export const phrases = {
  fieldHeads: new Phrases(fieldHeads),
  fields: new Phrases(fields),
  wholeHeads: new Phrases(wholeHeads),
  openHeads: new Phrases(openHeads),
  nameParts: new Phrases(nameParts),
  notHeads: new Phrases(notHeads),
  positions: new Phrases(positions),
  groupNouns: new Phrases(groupNouns),
  areaNouns: new Phrases(areaNouns),
  committees: new Phrases(peoplesCommittees),
  qualifiers: new Phrases(qualifiers),
  determiners: new Phrases(determiners),
};
const openers = [
  phrases.fieldHeads,
  phrases.wholeHeads,
  phrases.openHeads,
  phrases.positions,
  phrases.groupNouns,
  phrases.areaNouns,
  phrases.committees,
  phrases.determiners,
];
/** By number of word, 1 where some way to open a name begins with it: nearly all words are told off here. */
export const openings = Uint8Array.from({ length: lexiconSize() }, (_, id) =>
  openers.some((set) => set.opensWith(id)) ? 1 : 0,
);
export const verbPhrases = new Phrases(verbs);

export const mainVerbs = new Phrases([
  'có trách nhiệm',
  'chịu trách nhiệm',
  'chủ trì',
  'phối hợp',
  'tham mưu',
  'chủ động',
  'định kỳ',
  'khẩn trương',
  'lập dự toán',
  'căn cứ',
  'xây dựng',
  'tổ chức thực hiện',
  'tổ chức triển khai',
  'rà soát',
  'nghiêm túc',
  'cụ thể hóa',
  'theo chức năng',
]);

/** What ties a group to the body it is part of. */
export const belonging = new Phrases(['thuộc', 'thuộc, trực thuộc', 'thuộc và trực thuộc', 'trực thuộc']);

/** Verbs that also stand inside names before a level: “Viện Nghiên cứu phát triển Thành phố”. */
export const nameVerbs = new Phrases([
  'phát triển',
  'quản lý',
  'đào tạo',
  'bồi dưỡng',
  'kiểm soát',
  'ứng dụng',
  'chuyển giao',
  'khai thác',
  'xúc tiến',
  'đầu tư',
]);

export const levels = new Phrases([
  'tỉnh ủy',
  'thành ủy',
  'huyện ủy',
  'quận ủy',
  'đảng ủy',
  'tỉnh',
  'thành phố',
  'thủ đô',
  'huyện',
  'quận',
  'xã',
  'phường',
  'trung ương',
  'khu vực',
  'cấp tỉnh',
  'cấp xã',
  'cấp huyện',
  'cùng cấp',
  'các cấp',
  'nhân dân',
  'nhà nước',
  'của tỉnh',
  'của thành phố',
  'các tỉnh',
  'các huyện',
  'các xã',
  'các nước',
  'các phường',
  'liên quan',
  'có liên quan',
  'trực thuộc',
  'địa phương',
  'đặc khu',
  'thị xã',
  'thị trấn',
  'quản lý ngành',
  'phòng chống',
  'các cơ quan',
  'trung ương đảng',
  'ngành',
  'chuyên ngành',
  'và các khu vực',
  'chính trị - xã hội',
  'của',
  'quốc gia',
  'quốc tế',
]);
