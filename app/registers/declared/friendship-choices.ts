/** What registers of friendship, agreements and delegations choose from, so that they can be laid side by side. */

export const fieldsOfCooperation = {
  friendship: ['hữu nghị, giao lưu nhân dân', 'friendship, people to people'],
  economy: ['kinh tế, thương mại', 'economy, trade'],
  investment: ['đầu tư', 'investment'],
  culture: ['văn hóa, nghệ thuật', 'culture, arts'],
  sport: ['thể thao', 'sport'],
  tourism: ['du lịch', 'tourism'],
  education: ['giáo dục, đào tạo', 'education'],
  health: ['y tế', 'health'],
  agriculture: ['nông nghiệp', 'agriculture'],
  science: ['khoa học, công nghệ, chuyển đổi số', 'science, technology'],
  environment: ['môi trường, khí hậu', 'environment, climate'],
  humanitarian: ['nhân đạo, viện trợ', 'humanitarian aid'],
  youth: ['thanh niên, phụ nữ', 'youth, women'],
  labour: ['lao động', 'labour'],
  other: ['lĩnh vực khác', 'other'],
} as const;

/** On what level a foreign side stands. */
export const foreignLevels = {
  state: ['nhà nước, quốc hội, chính phủ', 'state, parliament, government'],
  ministry: ['bộ, ngành', 'ministry'],
  province: ['tỉnh, bang, vùng, thành phố trực thuộc', 'province, state, region'],
  city: ['thành phố, quận, huyện', 'city, district'],
  people: ['tổ chức hữu nghị, tổ chức nhân dân', "people's organisation"],
  international: ['tổ chức quốc tế', 'international organisation'],
  mission: ['cơ quan đại diện ngoại giao, lãnh sự', 'diplomatic or consular mission'],
  academic: ['trường, viện', 'university, institute'],
  company: ['doanh nghiệp, hiệp hội', 'company, business association'],
  other: ['khác', 'other'],
} as const;

/** How a country matters to the province (Kế hoạch 217, II.3). */
export const priorities = {
  neighbour: ['láng giềng', 'neighbouring'],
  traditional: ['truyền thống', 'traditional'],
  strategic: ['đối tác quan trọng, chiến lược', 'important, strategic'],
  other: ['khác', 'other'],
} as const;
