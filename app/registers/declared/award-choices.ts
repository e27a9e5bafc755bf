import type { Mark, Said } from '#libraries/register/index.ts';

/** Who decides on an award. */
export const deciders = {
  president: ['Chủ tịch nước', 'President'],
  premier: ['Thủ tướng Chính phủ', 'Prime Minister'],
  minister: ['Bộ trưởng', 'Minister'],
  province: ['Chủ tịch UBND tỉnh, thành phố', 'Chairman of the province'],
  vufo: ['Chủ tịch Liên hiệp các tổ chức hữu nghị Việt Nam', 'Chairman of VUFO'],
  union: ['Chủ tịch Liên hiệp các tổ chức hữu nghị tỉnh', "Chairman of the province's union"],
} satisfies Record<string, Said>;

type Form = { said: Said; decider: keyof typeof deciders; source: string; mark: Mark };

/** Forms of award in people-to-people work and who decides each (sổ tay §7). */
export const awardForms = {
  'friendship-order': {
    said: ['Huân chương Hữu nghị', 'Friendship Order'],
    decider: 'president',
    source: 'Luật Thi đua, khen thưởng 06/2022/QH15 (sổ tay §7)',
    mark: 'V',
  },
  'friendship-medal': {
    said: ['Huy chương Hữu nghị', 'Friendship Medal'],
    decider: 'president',
    source: 'Nhớ lại, cần đối chiếu Luật 06/2022/QH15',
    mark: 'R',
  },
  'premier-certificate': {
    said: ['Bằng khen của Thủ tướng Chính phủ', 'Certificate of the Prime Minister'],
    decider: 'premier',
    source: 'Đọc gián tiếp (sổ tay §7)',
    mark: 'V2',
  },
  'minister-certificate': {
    said: ['Bằng khen cấp bộ', 'Certificate of a minister'],
    decider: 'minister',
    source: 'Nhớ lại, cần đối chiếu Luật 06/2022/QH15',
    mark: 'R',
  },
  'province-certificate': {
    said: ['Bằng khen của UBND tỉnh, thành phố', 'Certificate of the province'],
    decider: 'province',
    source: 'Đọc gián tiếp (sổ tay §7)',
    mark: 'V2',
  },
  'vufo-medal': {
    said: ['Kỷ niệm chương “Vì hòa bình, hữu nghị giữa các dân tộc”', 'VUFO medal for peace and friendship'],
    decider: 'vufo',
    source: 'Trang của Liên hiệp các tổ chức hữu nghị Việt Nam (sổ tay §7)',
    mark: 'V',
  },
  'vufo-certificate': {
    said: ['Bằng khen của Liên hiệp các tổ chức hữu nghị Việt Nam', 'VUFO certificate'],
    decider: 'vufo',
    source: 'Báo chí (sổ tay §7)',
    mark: 'V',
  },
  'union-certificate': {
    said: ['Giấy khen của Liên hiệp các tổ chức hữu nghị tỉnh', "Certificate of the province's union"],
    decider: 'union',
    source: 'Nhớ lại, tỉnh xác nhận theo quy chế khen thưởng',
    mark: 'R',
  },
} satisfies Record<string, Form>;

export const awardFormChoices: Record<string, Said> = Object.fromEntries(
  Object.entries(awardForms).map(([code, { said }]) => [code, said]),
);

export const orders = ['friendship-order', 'friendship-medal'];

/** What a dossier holds; recalled as common practice (sổ tay §7 [R]), so a missing paper is a warning. */
export const dossierPapers = {
  petition: ['tờ trình, danh sách', 'petition and list'],
  report: ['báo cáo thành tích có xác nhận', 'report of merits, confirmed'],
  minutes: ['biên bản họp hội đồng, tỷ lệ phiếu', 'council minutes with votes'],
  foreign: ['ý kiến cơ quan ngoại vụ', 'opinion of foreign affairs'],
  police: ['ý kiến Công an', 'opinion of the police'],
  bio: ['tóm tắt tiểu sử bằng tiếng Việt', 'short life in Vietnamese'],
  proof: ['minh chứng đóng góp, giá trị dự án', 'proof of contributions'],
} satisfies Record<string, Said>;
