import { describe, expect, test } from 'vitest';
import example from '#data/example/example.json' with { type: 'json' };
import type { Agency } from './agency.ts';
import { matchPrintedName } from './match-printed-name.ts';

const register: Agency[] = example.agencies.map((agency) => ({
  id: agency.key,
  kind: agency.kind,
  name: agency.name,
  names: [agency.name, ...agency.names],
  parentId: 'parent' in agency ? (agency.parent as string) : null,
}));
const issuer = 'Ủy ban nhân dân thành phố Cần Thơ';
const ofKinds = (...kinds: string[]) =>
  register.filter((a) => kinds.includes(a.kind) && !a.parentId).map(({ id }) => id);
const departments = ofKinds('so', 'van-phong', 'ban-nganh', 'cong-an', 'quan-su');

/** A match in one line: 'ngoai-vu exact', 'group 24', 'unnamed', 'unknown', 'ambiguous noi-vu|ngoai-vu'. */
function said(printed: string, agencies = register, given: { issuer?: string } = { issuer }): string {
  const match = matchPrintedName(printed, agencies, given);
  if (match.kind === 'agency') return `${match.agencyId} ${match.how}`;
  if (match.kind === 'group') return `group ${match.agencyIds.length}`;
  return match.kind === 'ambiguous' ? `ambiguous ${match.candidates.join('|')}` : match.kind;
}

describe('every name Plan 217 prints', () => {
  test.each([
    ['Ban Thi đua - khen thưởng', 'thi-dua exact'],
    ['Liên hiệp các Tổ chức hữu nghị thành phố', 'lien-hiep exact'],
    ['Liên hiệp các tổ chức hữu nghị', 'lien-hiep other-name'],
    ['Sở Ngoại vụ', 'ngoai-vu exact'],
    ['Sở Nội vụ', 'noi-vu exact'],
    ['Sở Kế hoạch và Đầu tư', 'khdt exact'],
    ['Sở Thông tin và Truyền thông', 'tttt exact'],
    ['Sở Tài chính', 'tai-chinh exact'],
    ['Sở Văn hóa, Thể thao và Du lịch', 'vhttdl exact'],
    ['Công an thành phố', 'cong-an exact'],
    ['Trung tâm Xúc tiến Đầu tư Thương mại và Hội chợ triển lãm Cần Thơ', 'xuc-tien exact'],
    ['Ủy ban Mặt trận Tổ quốc Việt Nam thành phố', 'mttq exact'],
    ['Ủy ban Mặt trận Tổ quốc thành phố', 'mttq other-name'],
    ['Giám đốc Sở', 'group 16'],
    ['Thủ trưởng các cơ quan ban, ngành thành phố', 'group 5'],
    ['Chủ tịch Ủy ban nhân dân quận, huyện', 'group 9'],
    ['Ủy ban nhân dân các quận, huyện', 'group 9'],
    ['Các Sở, ban, ngành', `group ${departments.length}`],
    ['Các Sở, ban, ngành và Ủy ban nhân dân các quận, huyện', `group ${departments.length + 9}`],
    ['các Sở, ban ngành liên quan', 'unnamed'],
    ['các ban ngành, cơ quan liên quan', 'unnamed'],
    ['các cơ quan có liên quan', 'unnamed'],
    ['các cơ quan, đơn vị', 'unnamed'],
    ['các ngành', 'unnamed'],
    ['đơn vị có liên quan', 'unnamed'],
    ['các tổ chức đoàn thể chính trị - xã hội', 'unknown'],
    ['Ủy ban nhân dân thành phố', 'ubnd other-name'],
  ])('%s → %s', (printed, expected) => expect(said(printed)).toBe(expected));
});

describe('names as they come', () => {
  test.each([
    ['SỞ NGOẠI VỤ', 'ngoai-vu exact'],
    ['Uỷ ban nhân dân Thành phố Cần Thơ', 'ubnd exact'],
    ['UBND TP. Cần Thơ', 'ubnd abbreviation'],
    ['UBND tp', 'ubnd abbreviation'],
    ['so tai chinh', 'tai-chinh without-diacritics'],
    ['Sở Văn hoá - Thể thao & Du lịch', 'vhttdl exact'],
    ['Sở VH,TT&DL', 'vhttdl abbreviation'],
    ['Sở LĐ-TB&XH', 'ldtbxh abbreviation'],
    ['Sở GTVT', 'gtvt abbreviation'],
    ['SGTVT', 'gtvt abbreviation'],
    ['Sở Tư pháp thành phố Cần Thơ', 'tu-phap other-name'],
    ['MTTQ thành phố', 'mttq abbreviation'],
    ['Mặt trận Tổ quốc Việt Nam thành phố', 'mttq other-name'],
    ['UB MTTQ TP', 'mttq abbreviation'],
    ['Ủy ban MTTQ Việt Nam thành phố Cần Thơ', 'mttq abbreviation'],
    ['UBND Q. Ninh Kiều', 'ninh-kieu abbreviation'],
    ['UBND quận Ninh Kiều, thành phố Cần Thơ', 'ninh-kieu abbreviation'],
    ['Giám đốc Sở Tài chính', 'tai-chinh head-of'],
    ['Chánh Văn phòng UBND thành phố', 'van-phong head-of'],
    ['Chánh Thanh tra thành phố', 'thanh-tra head-of'],
    ['Trưởng Ban Dân tộc', 'ban-dan-toc head-of'],
    ['Chỉ huy trưởng Bộ Chỉ huy Quân sự thành phố', 'quan-su head-of'],
    ['Giám đốc Công an thành phố', 'cong-an head-of'],
    ['lực lượng Công an thành phố', 'cong-an exact'],
    ['Sở Nội vụ (Ban Thi đua Khen thưởng Thành phố)', 'noi-vu exact'],
    ['Giám đốc Sở, Thủ trưởng các cơ quan ban, ngành thành phố, Chủ tịch UBND quận, huyện', 'group 30'],
    ['Sở Nội vụ, Sở Y tế và UBND các quận, huyện', 'group 11'],
    ['UBND các quận: Ninh Kiều, Bình Thủy, Cái Răng', 'group 3'],
    ['Các sở: Nội vụ, Văn hóa, Thể thao và Du lịch, Tài chính', 'group 3'],
    ['UBND các quận: Ninh Kiều, Hải Châu', 'unknown'],
  ])('%s → %s', (printed, expected) => expect(said(printed)).toBe(expected));

  test('a unit of a sở is reached through it, not beside it', () => {
    const match = matchPrintedName('Các sở, ban, ngành thành phố', register, { issuer });
    expect(match.kind === 'group' && match.agencyIds).toContain('thanh-tra');
    expect(match.kind === 'group' && match.agencyIds).not.toContain('thi-dua');
    expect(match.kind === 'group' && match.agencyIds).not.toContain('mttq');
  });

  test('words that leave open which sở still narrow the choice', () => {
    const match = matchPrintedName('các sở, ngành có liên quan', register, { issuer });
    expect(match.kind === 'unnamed' && match.candidates).toEqual(departments);
    expect(match.explanation).toMatch(/không nêu rõ/);
  });

  test('a group nobody in the register belongs to says what to do', () => {
    expect(matchPrintedName('UBND các xã, phường', register, { issuer })).toEqual({
      kind: 'unknown',
      explanation: 'Danh mục chưa có cơ quan nào thuộc Ủy ban nhân dân các xã, phường: thêm ở trang Cơ quan',
      proposal: null,
    });
  });
});

describe('misread names', () => {
  test.each([
    ['Sờ Tài chlnh', 'tai-chinh noise'],
    ['SởTài chính', 'tai-chinh noise'],
    ['Sở Ngoạl vụ', 'ngoai-vu noise'],
    ['Sở Giáo dục và Đào tạọo', 'ambiguous giao-duc'],
    ['Sở Ngoi vụ', 'ambiguous ngoai-vu|noi-vu'],
    ['Sở Tài chánh', 'ambiguous tai-chinh'],
    ['Ủy ban nhân dân huyện Vĩnh Thanh', 'vinh-thanh without-diacritics'],
    ['Ủy ban nhân dân phường Bình Thủy', 'unknown'],
    ['Sở Xây', 'unknown'],
  ])('%s → %s', (printed, expected) => expect(said(printed)).toBe(expected));

  test('two communes that differ by a diacritic only are never taken for each other', () => {
    const communes = ['Ủy ban nhân dân xã Tân An', 'Ủy ban nhân dân xã Tân Ân'].map((name, index) => ({
      id: `xa${index}`,
      kind: 'ubnd-xa',
      name,
      names: [name],
      parentId: null,
    }));
    expect(said('UBND xã Tân Ân', [...register, ...communes])).toBe('xa1 abbreviation');
    expect(said('UBND xa Tan An', [...register, ...communes])).toBe('ambiguous xa0|xa1');
    expect(said('UBND xã Tân En', [...register, communes[0]!])).toBe('ambiguous xa0');
  });
});

describe('plans of other provinces', () => {
  const make = (kind: string, ...names: string[]): Agency[] =>
    names.map((name) => ({ id: name, kind, name, names: [name], parentId: null }));
  const konTum = [
    ...make('uy-ban', 'Ủy ban nhân dân tỉnh Kon Tum'),
    ...make('so', 'Sở Lao động - Thương binh và Xã hội', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở Y tế'),
    ...make('ban-nganh', 'Ban Quản lý Khu kinh tế tỉnh Kon Tum'),
    ...make(
      'mat-tran',
      'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
      'Liên đoàn Lao động tỉnh',
      'Hội Nông dân tỉnh',
    ),
    ...make('ubnd-huyen', 'Ủy ban nhân dân thành phố Kon Tum', 'Ủy ban nhân dân huyện Đăk Hà'),
    ...make(
      'ubnd-xa',
      'Ủy ban nhân dân xã Gia Thuận',
      'Ủy ban nhân dân xã Tân Điền',
      'Ủy ban nhân dân phường Quang Trung',
    ),
  ];
  const konTumIssuer = { issuer: 'Ủy ban nhân dân tỉnh Kon Tum' };
  test.each([
    ['Giám đốc Sở Lao động - Thương binh và Xã hội', 'Sở Lao động - Thương binh và Xã hội head-of'],
    ['Sở Lao động – Thương binh và xã hội', 'Sở Lao động - Thương binh và Xã hội exact'],
    ['Sở Văn hóa - Thể thao và Du lịch', 'Sở Văn hóa, Thể thao và Du lịch exact'],
    ['Ban quản lý Khu Kinh tế tỉnh', 'Ban Quản lý Khu kinh tế tỉnh Kon Tum other-name'],
    ['Ủy ban MTTQ Việt Nam', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh abbreviation'],
    ['UBND thành phố Kon Tum', 'Ủy ban nhân dân thành phố Kon Tum abbreviation'],
    ['UBND tỉnh', 'Ủy ban nhân dân tỉnh Kon Tum abbreviation'],
    ['Chủ tịch Ủy ban nhân dân các huyện, thành phố', 'group 2'],
    ['Uỷ ban nhân dân các huyện, thành phố', 'group 2'],
    ['các tổ chức chính trị xã hội tỉnh', 'group 2'],
    ['các Đoàn thể tỉnh', 'group 2'],
    ['Các sở, ban, ngành tỉnh', 'group 4'],
    ['các sở, ban, ngành cấp tỉnh', 'group 4'],
    ['các Sở, ban, ngành của tỉnh Kon Tum', 'group 4'],
    ['các cơ quan chuyên môn thuộc UBND tỉnh', 'group 4'],
    ['UBND xã, phường, đặc khu', 'group 3'],
    ['Chủ tịch Ủy ban nhân dân phường, xã, đặc khu', 'group 3'],
    ['Ủy ban nhân dân cấp xã', 'group 3'],
    ['Ủy ban nhân dân các xã: Gia Thuận, Tân Điền', 'group 2'],
    ['Ủy ban nhân dân 02 xã: Gia Thuận, Tân Điền', 'group 2'],
    ['UBND các phường, xã: Quang Trung, Gia Thuận', 'group 2'],
    ['UBND các xã: Gia Thuận, Gò Công', 'unknown'],
    ['các sở, ban, ngành và địa phương có liên quan', 'unnamed'],
    ['Các sở, ban, ngành tỉnh có liên quan tới việc thực hiện Kế hoạch này', 'unnamed'],
    ['Sở quản lý ngành, lĩnh vực đối với hàng hóa, dịch vụ', 'unnamed'],
    ['Các cơ quan được giao nhiệm vụ báo cáo tại khoản 1 Điều này', 'unnamed'],
    ['UBND các phường diễn ra sự kiện', 'unnamed'],
    ['Thủ trưởng các cơ quan, đơn vị liên quan', 'unnamed'],
    ['Các bộ, ngành, địa phương', 'unnamed'],
    ['Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương', 'unnamed'],
    ['Các cấp, các ngành', 'unnamed'],
    ['UBND xã Bát Tràng', 'unknown'],
    ['UBND tỉnh Điện Biên', 'unknown'],
    ['Bộ Công an', 'unknown'],
    ['các nghệ sĩ, học sinh, sinh viên', 'unknown'],
    ['Phó Thủ tướng Chính phủ Nguyễn Chí Dũng', 'unknown'],
  ])('%s → %s', (printed, expected) => expect(said(printed, konTum, konTumIssuer)).toBe(expected));

  test('a plan of another province means its own police, not ours', () => {
    const match = matchPrintedName('Công an thành phố', register, {
      issuer: 'Ủy ban nhân dân thành phố Hà Nội',
    });
    expect(match.kind).toBe('unknown');
    expect(match.explanation).toMatch(/thành phố Hà Nội/);
    expect(said('Công an thành phố Cần Thơ', register, { issuer: 'Ủy ban nhân dân thành phố Hà Nội' })).toBe(
      'cong-an other-name',
    );
  });

  test('without an issuer and without a committee in the register, names still match', () => {
    expect(said('Sở Y tế tỉnh', make('so', 'Sở Y tế'), {})).toBe('Sở Y tế other-name');
  });
});

describe('a name that the register does not hold is proposed as an agency, with its kind', () => {
  test.each([
    ['Sở Dân tộc và Tôn giáo', 'Sở Dân tộc và Tôn giáo', 'so'],
    ['Giám đốc Sở Dân tộc và Tôn giáo', 'Sở Dân tộc và Tôn giáo', 'so'],
    ['UBND xã Bát Tràng', 'Ủy ban nhân dân xã Bát Tràng', 'ubnd-xa'],
    ['UBND P. An Cư', 'Ủy ban nhân dân phường An Cư', 'ubnd-xa'],
    ['Ban Tuyên giáo và Dân vận Thành ủy', 'Ban Tuyên giáo và Dân vận Thành ủy', 'dang'],
    ['Báo và Phát thanh, Truyền hình Cần Thơ', 'Báo và Phát thanh, Truyền hình Cần Thơ', 'don-vi-su-nghiep'],
  ])('%s', (printed, name, kind) => {
    expect(matchPrintedName(printed, register, { issuer })).toMatchObject({
      kind: 'unknown',
      proposal: { name, kind },
    });
  });

  test.each(['Bộ Công an', 'các nghệ sĩ, học sinh, sinh viên', 'Đại sứ quán các nước: Lào, Campuchia'])(
    'nothing is proposed for “%s”',
    (printed) => expect(matchPrintedName(printed, register, { issuer })).toMatchObject({ proposal: null }),
  );
});

test('no name throws, whatever it is', () => {
  for (const odd of ['', ' ', '...', '()', '12', 'các', 'và', ':', 'UBND các : ', '\u0000', 'a'.repeat(5000)])
    expect(() => matchPrintedName(odd, register, { issuer })).not.toThrow();
});
