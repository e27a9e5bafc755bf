/** What registers of aid choose from: one vocabulary, so that their figures and tables can be laid side by side. */

export const fieldsOfWork = {
  health: ['y tế', 'health'],
  education: ['giáo dục', 'education'],
  children: ['trẻ em, phụ nữ', 'children, women'],
  disability: ['người khuyết tật', 'disability'],
  environment: ['môi trường, khí hậu', 'environment, climate'],
  water: ['nước sạch, vệ sinh', 'water, sanitation'],
  livelihood: ['sinh kế, nông nghiệp', 'livelihoods, farming'],
  mines: ['khắc phục hậu quả chiến tranh', 'consequences of war'],
  disaster: ['thiên tai, cứu trợ', 'disasters, relief'],
  other: ['lĩnh vực khác', 'other'],
} as const;

export const donorKinds = {
  ngo: ['tổ chức phi chính phủ nước ngoài', 'foreign NGO'],
  foundation: ['quỹ, tổ chức từ thiện', 'foundation, charity'],
  government: ['cơ quan, địa phương nước ngoài', 'foreign public body'],
  international: ['tổ chức quốc tế', 'international organisation'],
  company: ['doanh nghiệp nước ngoài', 'foreign company'],
  academic: ['trường, viện nước ngoài', 'foreign university, institute'],
  overseas: ['hội đoàn, cá nhân kiều bào', 'overseas Vietnamese'],
  person: ['cá nhân nước ngoài', 'foreign person'],
} as const;

/** Levels that approve aid (NĐ 80/2020; the ladder of NĐ 313/2025 is not verified, so none of it is checked). */
export const approvers = {
  primeMinister: ['Thủ tướng Chính phủ', 'Prime Minister'],
  chairman: ['Chủ tịch UBND tỉnh, thành phố', 'Chairman of the province'],
  minister: ['Bộ trưởng, thủ trưởng cơ quan trung ương', 'minister, head of a central body'],
  union: ['cơ quan trung ương của tổ chức', 'central body of an organisation'],
} as const;

/** Out of what money is spent. */
export const moneySources = {
  aid: ['viện trợ', 'aid'],
  counterpart: ['vốn đối ứng', 'counterpart funds'],
  other: ['nguồn khác', 'other'],
} as const;

/** What an appraisal looks at (NĐ 80/2020). */
export const appraisalTopics = {
  fit: ['phù hợp mục tiêu của địa phương', 'fit with local goals'],
  legal: ['tư cách pháp nhân, chức năng các bên', 'legal status, mandate'],
  capacity: ['năng lực, vốn đối ứng', 'capacity, counterpart funds'],
  finance: ['cơ chế tài chính', 'financial mechanism'],
  commitments: ['cam kết, điều kiện tiên quyết', 'commitments, preconditions'],
  impact: ['tác động kinh tế - xã hội', 'socio-economic impact'],
  security: ['an ninh, trật tự', 'security'],
  sustainability: ['tính bền vững', 'sustainability'],
} as const;
