import type { Said } from '#libraries/register/index.ts';

/** Headings of Plan 217 under which registers stand, in its order. */
export const headings = {
  friendship: ['Hội hữu nghị, hợp tác và giao lưu nhân dân', 'Friendship, co-operation, people to people'],
  aid: ['Viện trợ và tổ chức phi chính phủ nước ngoài', 'Aid and foreign NGOs'],
  delegations: ['Đoàn vào, đoàn ra và hoạt động quốc tế', 'Delegations and international events'],
  information: ['Tuyên truyền và thông tin đối ngoại', 'Information and communication'],
  overseas: ['Công tác kiều bào', 'Overseas Vietnamese'],
  people: ['Nhân sự, đào tạo, nghiên cứu', 'Staff, training, research'],
  state: ['Quản lý nhà nước, khen thưởng, kiểm tra', 'State management, awards, inspection'],
  means: ['Kinh phí, an ninh, cơ chế chính sách', 'Funds, security, policy'],
} satisfies Record<string, Said>;

export type Heading = keyof typeof headings;
