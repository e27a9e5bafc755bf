import type { Part, Telling } from './finding.ts';

/**
 * Reports of a province with contradictions and double counts put in, and pairs that only look like them. Written
 * from how officials write (press and reports of handbook §11), not from how the program reads: the same fact in
 * other sentences, order and abbreviations, with and without diacritics, in dollars or dong, with slips of the hand.
 */
export type Pair = {
  what: string;
  /** null: the two tellings are of two things. */
  expected: 'double' | 'contradiction' | null;
  a: Telling;
  b: Telling;
};
export type Generated = { tellings: Telling[]; parts: Part[]; pairs: Pair[] };

/** Mulberry32: the same seed, the same set. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const topics = [
  'Cung cấp nước sạch và vệ sinh môi trường cho trường học',
  'Nâng cao sinh kế cho phụ nữ nghèo',
  'Phẫu thuật nụ cười cho trẻ em sứt môi, hở hàm ếch',
  'Xây dựng cầu nông thôn',
  'Phục hồi chức năng cho người khuyết tật tại cộng đồng',
  'Trồng rừng ngập mặn thích ứng biến đổi khí hậu',
  'Hỗ trợ học bổng cho học sinh vượt khó',
  'Phòng chống bệnh không lây nhiễm',
  'Thư viện thân thiện',
  'Khám và cấp thuốc miễn phí cho người cao tuổi',
  'Xây dựng nhà tình thương',
  'Dạy nghề cho thanh niên nông thôn',
  'Canh tác lúa giảm phát thải',
  'Quản lý rác thải nhựa tại chợ nổi',
  'Chăm sóc mắt học đường',
  'Phòng ngừa đuối nước trẻ em',
  'Bếp ăn bán trú',
  'Giảm nghèo dựa vào tín dụng vi mô',
  'Nâng cao năng lực ứng phó thiên tai',
  'Trang bị máy thở cho bệnh viện tuyến cơ sở',
  'Phát triển chuỗi giá trị cây ăn trái',
  'Chống mua bán người',
  'Giáo dục hòa nhập cho trẻ khiếm thính',
  'Bảo tồn đa dạng sinh học vùng đất ngập nước',
];
const donors = [
  'Tổ chức World Vision International',
  'Tổ chức Habitat for Humanity',
  'Quỹ Good Neighbors International',
  'Tổ chức Plan International',
  'Tổ chức Oxfam',
  'Tổ chức Orbis International',
  'Quỹ Bánh mì cho Thế giới',
  'Tổ chức Heifer International',
  'Tổ chức Samaritan’s Purse',
  'Tổ chức Norwegian Church Aid',
  'Quỹ Thriive',
  'Tổ chức Save the Children',
  'Tổ chức ChildFund',
  'Tổ chức Room to Read',
  'Tổ chức East Meets West',
  'Hội Hy vọng Sunny Korea',
  'Tổ chức Caritas Đức',
  'Quỹ Toyota',
  'Tổ chức Maison Chance',
  'Tổ chức Aide et Action',
];
const communes = [
  'Thới Thạnh',
  'Trường Xuân',
  'Thạnh Phú',
  'Vĩnh Trinh',
  'Nhơn Nghĩa',
  'Mỹ Khánh',
  'Giai Xuân',
  'Trung Hưng',
  'Thạnh Quới',
  'Đông Hiệp',
  'Phong Điền',
  'Cờ Đỏ',
  'Trường Long',
  'Định Môn',
  'Thới Lai',
  'Vĩnh Thạnh',
  'Thạnh An',
  'Trường Thành',
  'Đông Thuận',
  'Hòa Tú',
  'Gia Hòa',
  'Nhu Gia',
  'Ngã Năm',
  'Long Hưng',
  'An Ninh',
  'Mỹ Tú',
  'Phú Tâm',
  'Lịch Hội Thượng',
  'Tài Văn',
  'Liêu Tú',
  'Vị Thanh',
  'Vị Thủy',
  'Lương Tâm',
  'Xà Phiên',
]; // prettier-ignore
const delegations: [string, string][] = [
  ['Hội Hữu nghị Nhật - Việt tỉnh Kumamoto', 'Nhật Bản'],
  ['chính quyền thành phố Saga', 'Nhật Bản'],
  ['Trường Đại học Chonnam', 'Hàn Quốc'],
  ['Hội Hữu nghị Hàn - Việt thành phố Ulsan', 'Hàn Quốc'],
  ['Đại sứ quán Vương quốc Hà Lan', 'Hà Lan'],
  ['Tổng Lãnh sự quán Ấn Độ', 'Ấn Độ'],
  ['chính quyền tỉnh Champasak', 'Lào'],
  ['Hội Hữu nghị Campuchia - Việt Nam tỉnh Kandal', 'Campuchia'],
  ['thành phố Nice', 'Pháp'],
  ['Phòng Thương mại Riverside', 'Hoa Kỳ'],
  ['cựu chiến binh bang Oregon', 'Hoa Kỳ'],
  ['Hội Hữu nghị Đức - Việt', 'Đức'],
  ['Đại học Griffith', 'Úc'],
  ['tỉnh đoàn Quảng Tây', 'Trung Quốc'],
  ['Hội Hữu nghị Nga - Việt', 'Nga'],
  ['Hội Bác sĩ tình nguyện Busan', 'Hàn Quốc'],
  ['Viện Goethe', 'Đức'],
  ['Hội Hữu nghị Cuba - Việt Nam', 'Cuba'],
  ['tập đoàn Sunwah', 'Trung Quốc'],
  ['Hội đồng thành phố Krasnodar', 'Nga'],
  ['Tổng Lãnh sự quán Nhật Bản', 'Nhật Bản'],
  ['chính quyền tỉnh Jeollanam', 'Hàn Quốc'],
  ['Liên hiệp Công đoàn Vientiane', 'Lào'],
  ['Hội Khmer - Việt Nam tỉnh Takeo', 'Campuchia'],
  ['Tổ chức Pháp ngữ AEFE', 'Pháp'],
  ['thanh niên vùng Flanders', 'Bỉ'],
  ['Viện Lúa quốc tế', 'Phi-líp-pin'],
  ['Phái đoàn thương mại Queensland', 'Úc'],
  ['Trường Cao đẳng Sun Moon', 'Hàn Quốc'],
  ['Câu lạc bộ Rotary Osaka', 'Nhật Bản'],
];
const events = [
  'Lễ kỷ niệm {n} năm thiết lập quan hệ ngoại giao Việt Nam - {c}',
  'Hội thảo xúc tiến đầu tư và thương mại với {c}',
  'Ngày hội văn hóa Việt Nam - {c}',
  'Chương trình giao lưu hữu nghị thanh niên với {c}',
  'Hội nghị gặp mặt kiều bào tại {c}',
  'Tọa đàm hợp tác đào tạo nhân lực với {c}',
  'Triển lãm ảnh đất nước và con người {c}',
  'Cuộc thi hùng biện tiếng {c}',
];
const partners = [
  'Nhật Bản',
  'Hàn Quốc',
  'Lào',
  'Campuchia',
  'Pháp',
  'Cuba',
  'Ấn Độ',
  'Trung Quốc',
  'Hoa Kỳ',
  'Đức',
];
const localEvents = [
  'Hội nghị tuyên truyền chủ trương đối ngoại nhân dân',
  'Lớp tập huấn kỹ năng tiếp khách nước ngoài',
  'Ngày hội đại đoàn kết và giao lưu văn nghệ',
  'Hội nghị phổ biến quy định tiếp nhận viện trợ',
  'Lễ ra quân bảo vệ môi trường',
];
const duties = [
  'tuyên truyền về đối ngoại nhân dân trên sóng truyền thanh',
  'rà soát các tổ chức phi chính phủ nước ngoài hoạt động trên địa bàn',
  'xây dựng quy chế phối hợp quản lý đoàn ra, đoàn vào',
  'cập nhật cơ sở dữ liệu kiều bào',
  'bố trí kinh phí đối ngoại trong dự toán',
];
const figures = [
  'tổ chức phi chính phủ nước ngoài đang hoạt động',
  'hội hữu nghị thành viên',
  'dự án viện trợ đang triển khai',
  'thỏa thuận hợp tác còn hiệu lực',
  'kiều bào về thăm quê',
];
const otherFigures = [
  'hội viên hội hữu nghị',
  'lượt khách quốc tế lưu trú',
  'du học sinh nước ngoài',
  'doanh nghiệp có vốn nước ngoài',
  'chuyên gia nước ngoài làm việc',
  'câu lạc bộ ngoại ngữ',
  'học bổng của đối tác nước ngoài',
  'bài viết bằng tiếng nước ngoài',
  'địa phương kết nghĩa',
  'cán bộ đi học nước ngoài',
];
const fillers = [
  'Tham mưu Ủy ban nhân dân thành phố ban hành kế hoạch công tác đối ngoại nhân dân năm.',
  'Công tác phối hợp giữa các sở, ngành và địa phương từng bước đi vào nền nếp.',
  'Đã đăng 12 tin, bài về hoạt động đối ngoại trên trang thông tin điện tử của đơn vị.',
  'Kinh phí dành cho hoạt động đối ngoại nhân dân còn hạn chế, chủ yếu vận động xã hội hóa.',
  'Tiếp tục quán triệt Chỉ thị số 12-CT/TW đến cán bộ, đảng viên và Nhân dân.',
  'Đề nghị cấp trên sớm hướng dẫn quy trình tiếp nhận các khoản hỗ trợ nhỏ lẻ.',
  'Cử 02 cán bộ tham gia lớp bồi dưỡng nghiệp vụ đối ngoại do Trung ương tổ chức.',
];

type Fact = {
  kind: 'project' | 'delegation' | 'event';
  name: string;
  place: string;
  giver: string;
  country: string;
  phase: number | null;
  day: string;
  days: number;
  people: number;
  dong: number;
  window: string | null;
};

/** @param seed another seed, another province */
export function generate(seed: number): Generated {
  const random = randomOf(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const chance = (share: number) => random() < share;
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const agencies = Array.from({ length: 60 }, (_, n) => ({
    id: `co-quan-${n}`,
    name: n < 20 ? `Sở thứ ${n + 1}` : `Ủy ban nhân dân xã ${communes[n % communes.length]}`,
  }));
  const tellings: Telling[] = [];
  const parts: Part[] = [];
  const pairs: Pair[] = [];
  const used = new Set<string>();

  const day = (shift = 0): string => {
    const at = new Date(Date.UTC(2026, between(0, 5), between(1, 27)));
    at.setUTCDate(at.getUTCDate() + shift);
    return at.toISOString().slice(0, 10);
  };
  const later = (from: string, days: number): string => {
    const at = new Date(`${from}T00:00:00Z`);
    at.setUTCDate(at.getUTCDate() + days);
    return at.toISOString().slice(0, 10);
  };
  const fresh = <T extends { name: string; place: string; giver: string }>(make: () => T): T => {
    for (;;) {
      const made = make();
      const key = `${made.name}|${made.place}`;
      const other = `${made.name}|${made.giver}`;
      if (used.has(key) || used.has(other)) continue;
      used.add(key).add(other);
      return made;
    }
  };
  const project = (): Fact =>
    fresh(() => ({
      kind: 'project' as const,
      name: pick(topics),
      place: pick(communes),
      giver: pick(donors),
      country: '',
      phase: null,
      day: day(),
      days: 0,
      people: between(40, 900),
      dong: between(3, 90) * 110_000_000 + between(1, 9) * 10_000_000,
      window: null,
    }));
  /** One body does not come twice in ten days. */
  const visits: [string, string][] = [];
  const isFree = (name: string, on: string) =>
    visits.every(
      ([other, at]) => other !== name || Math.abs(Date.parse(at) - Date.parse(on)) > 10 * 86_400_000,
    );
  const delegation = (): Fact =>
    fresh(() => {
      let [[name, country], on] = [pick(delegations), day()];
      while (!isFree(name, on)) [[name, country], on] = [pick(delegations), day()];
      visits.push([name, on]);
      return {
        kind: 'delegation' as const,
        name,
        place: on,
        giver: on.slice(0, 7),
        country,
        phase: null,
        day: on,
        days: between(0, 3),
        people: between(4, 34),
        dong: 0,
        window: null,
      };
    });
  const event = (): Fact =>
    fresh(() => {
      const country = pick(partners);
      const name = pick(events)
        .replace('{c}', country)
        .replace('{n}', String(pick([30, 35, 45, 50, 55])));
      const on = day();
      return {
        kind: 'event' as const,
        name,
        place: on,
        giver: on.slice(0, 7),
        country,
        phase: null,
        day: on,
        days: chance(0.3) ? 1 : 0,
        people: between(8, 60) * 10,
        dong: 0,
        window: null,
      };
    });

  // How people write.
  const showDay = (on: string): string => {
    const [y, m, d] = on.split('-').map(Number) as [number, number, number];
    const two = (n: number) => String(n).padStart(2, '0');
    return pick([
      `ngày ${two(d)}/${m}/${y}`,
      `ngày ${d}/${m}`,
      `ngày ${two(d)}/${two(m)}/${y}`,
      `ngày ${two(d)} tháng ${m} năm ${y}`,
      `ngày ${d}-${m}-${y}`,
    ]);
  };
  const showDays = (from: string, days: number): string => {
    if (!days) return showDay(from);
    const [, m, d] = from.split('-').map(Number) as [number, number, number];
    const [y2, m2, d2] = later(from, days).split('-').map(Number) as [number, number, number];
    return pick([
      `từ ngày ${d}/${m} đến ngày ${d2}/${m2}/${y2}`,
      `từ ngày ${d}/${m} đến ${d2}/${m2}/${y2}`,
      m === m2 ? `từ ngày ${d} - ${d2}/${m2}/${y2}` : `từ ${d}/${m}/${y2} đến ${d2}/${m2}/${y2}`,
    ]);
  };
  const comma = (n: number, digits: number) =>
    n
      .toFixed(digits)
      .replace(/\.?0+$/, '')
      .replace('.', ',');
  const showMoney = (dong: number, inDollars = false): string => {
    if (inDollars) {
      const dollars = Math.round(dong / between(25_200, 26_300) / 100) * 100;
      if (dollars > 900_000 && chance(0.5)) return `${comma(dollars / 1e6, 2)} triệu USD`;
      return `${dollars.toLocaleString('vi-VN')} ${pick(['USD', 'USD', 'đô la Mỹ'])}`;
    }
    if (dong >= 1e9)
      return pick([
        `${comma(dong / 1e9, 2)} tỷ đồng`,
        `${dong.toLocaleString('vi-VN')} đồng`,
        `${Math.round(dong / 1e6).toLocaleString('vi-VN')} triệu đồng`,
      ]);
    return pick([`${Math.round(dong / 1e6)} triệu đồng`, `${dong.toLocaleString('vi-VN')} đồng`]);
  };
  const shorten = (text: string): string =>
    text
      .replace(/học sinh/g, () => (chance(0.3) ? 'HS' : 'học sinh'))
      .replace(/vệ sinh môi trường/g, () => (chance(0.4) ? 'VSMT' : 'vệ sinh môi trường'))
      .replace(/người khuyết tật/g, () => (chance(0.4) ? 'NKT' : 'người khuyết tật'))
      .replace(/biến đổi khí hậu/g, () => (chance(0.4) ? 'BĐKH' : 'biến đổi khí hậu'))
      .replace(/Hội Hữu nghị/g, () => (chance(0.25) ? 'HHN' : 'Hội Hữu nghị'))
      .replace(/quan hệ ngoại giao/g, () => (chance(0.3) ? 'QHNG' : 'quan hệ ngoại giao'))
      .replace(/World Vision International/g, () =>
        pick(['World Vision International', 'World Vision', 'WVI']),
      );
  const bare = (text: string): string =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFC');
  const slip = (text: string): string => {
    const words = text.split(' ');
    const at = between(3, Math.max(3, words.length - 2));
    const word = words[at];
    if (!word || word.length < 5 || /\d|\p{Lu}/u.test(word)) return text;
    const cut = between(1, word.length - 2);
    words[at] = word.slice(0, cut) + word.slice(cut + 1);
    return words.join(' ');
  };
  const hand = (text: string): string => {
    let written = shorten(text);
    if (chance(0.08)) written = slip(written);
    if (chance(0.1)) written = bare(written);
    if (chance(0.05)) written = written.normalize('NFD');
    return written;
  };
  /** Nobody copies a long name whole: the tail is dropped, or the middle. */
  const nameBy = (name: string): string => {
    const words = name.split(' ');
    if (words.length > 7 && chance(0.3))
      return words
        .slice(0, between(6, words.length - 1))
        .join(' ')
        .replace(/[,\s]+$/, '');
    return name;
  };
  const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  const phaseOf = (fact: Fact) =>
    fact.phase
      ? pick([
          ` giai đoạn ${fact.phase}`,
          ` giai đoạn ${['', 'I', 'II', 'III'][fact.phase]}`,
          ` (giai đoạn ${fact.phase})`,
        ])
      : '';

  const tellProject = (fact: Fact, { sum = fact.dong, dollars = false, told = fact.window } = {}): string => {
    const name = `${nameBy(fact.name)}${phaseOf(fact)}`;
    const head = pick([
      `Dự án “${name}”`,
      `Dự án ${name}`,
      `dự án ${lower(name)}`,
      `Chương trình ${name}`,
      `phi dự án "${name}"`,
    ]);
    const where = pick([`tại xã ${fact.place}`, `trên địa bàn xã ${fact.place}`, `ở xã ${fact.place}`]);
    const money = showMoney(sum, dollars);
    const when = told ?? (chance(0.4) ? showDay(fact.day) : '');
    const text = told
      ? pick([
          `${head} ${where} giải ngân ${money} ${told}.`,
          `${told.charAt(0).toUpperCase()}${told.slice(1)}, ${head} ${where} do ${fact.giver} tài trợ đã giải ngân ${money}.`,
        ])
      : pick([
          `Tiếp nhận ${head} do ${fact.giver} tài trợ ${where}, tổng giá trị ${money}${when ? `, ký ${when}` : ''}.`,
          `${head}, ${where}, với kinh phí ${money}, nhà tài trợ: ${fact.giver}.`,
          `Đã phối hợp với ${fact.giver} triển khai ${head} ${where}. Tổng kinh phí cam kết ${money}.`,
          `${fact.giver} hỗ trợ ${money} để thực hiện ${head} ${where}${when ? ` (khởi động ${when})` : ''}.`,
          `Vận động được ${head} (${money}) cho ${fact.people} người dân ${where}.`,
        ]);
    return hand(text.charAt(0).toUpperCase() + text.slice(1));
  };
  const tellDelegation = (fact: Fact, { people = fact.people, shift = 0 } = {}): string => {
    const days = showDays(later(fact.day, shift), shift ? 0 : fact.days);
    const n = pick([`${people} người`, `${people} thành viên`, `gồm ${people} đại biểu`]);
    return hand(
      pick([
        `Đón tiếp đoàn ${fact.name} (${fact.country}) ${n} đến thăm và làm việc ${days}.`,
        `${days.charAt(0).toUpperCase()}${days.slice(1)}, tiếp và làm việc với đoàn ${fact.name}, ${fact.country}, ${n}.`,
        `Tham gia tiếp đoàn đại biểu ${fact.name} (${n}) ${days}.`,
        `Phối hợp đón đoàn công tác ${fact.name} của ${fact.country} sang thăm thành phố ${days}; đoàn có ${people} thành viên.`,
      ]),
    );
  };
  const tellEvent = (fact: Fact, { people = fact.people, at = '', n = '' } = {}): string => {
    const days = showDays(fact.day, fact.days);
    const seen = pick([
      `${people} đại biểu tham dự`,
      `thu hút ${people} người tham gia`,
      `với ${people} lượt người`,
    ]);
    const where = at ? ` tại ${at}` : '';
    return hand(
      pick([
        `Phối hợp tổ chức ${fact.name}${n}${where} ${days}, ${seen}.`,
        `Tổ chức thành công ${lower(fact.name)}${n}${where} vào ${days}; ${seen}.`,
        `${days.charAt(0).toUpperCase()}${days.slice(1)},${where} đã diễn ra ${fact.name}${n}, ${seen}.`,
        `Cử cán bộ tham gia phục vụ ${fact.name}${n} (${days})${where}.`,
      ]),
    );
  };
  // Who says it.
  let n = 0;
  const say = (
    agency: { id: string; name: string },
    text: string,
    dutyIds: string[] = [],
    counted: Telling['counted'] = null,
  ): Telling => {
    n += 1;
    const telling: Telling = {
      id: `${agency.id}:${String(n).padStart(5, '0')}`,
      kind: counted ? 'counted' : 'paragraph',
      agencyReportId: agency.id,
      agencyId: agency.id,
      agency: agency.name,
      text,
      dutyIds,
      counted,
    };
    tellings.push(telling);
    return telling;
  };
  const two = () => {
    const first = pick(agencies);
    for (;;) {
      const second = pick(agencies);
      if (second !== first) return [first, second] as const;
    }
  };
  const asCounted = (fact: Fact, { money = fact.dong } = {}): Telling['counted'] => ({
    indicator: fact.kind === 'project' ? 'du-an-moi' : fact.kind === 'delegation' ? 'doan-vao' : 'giao-luu',
    key: null,
    record: null,
    on: chance(0.7) ? fact.day : null,
    money: fact.kind === 'project' ? { amount: money, currency: 'VND' } : null,
    count: fact.kind === 'project' ? null : { amount: fact.people, unit: 'người' },
  });
  const countedName = (fact: Fact): string => {
    const name = `${fact.name}${phaseOf(fact)}`;
    if (fact.kind === 'project') return hand(`${chance(0.5) ? 'Dự án ' : ''}${name}, xã ${fact.place}`);
    return hand(fact.kind === 'delegation' ? `${chance(0.6) ? 'Đoàn ' : ''}${fact.name}` : fact.name);
  };
  const put = (
    what: string,
    expected: Pair['expected'],
    left: (agency: { id: string; name: string }) => Telling,
    right: typeof left,
  ) => {
    const [one, other] = two();
    pairs.push({ what, expected, a: left(one), b: right(other) });
  };
  const times = (count: number, make: (index: number) => void) => {
    for (let index = 0; index < count; index += 1) make(index);
  };

  // 200 that must be found.
  times(50, () => {
    const fact = project();
    const dollars = chance(0.4);
    put(
      'dự án kể hai lần',
      'double',
      (a) => say(a, tellProject(fact)),
      (b) => say(b, tellProject(fact, { dollars })),
    );
  });
  times(14, () => {
    const fact = project();
    put(
      'dự án trong biểu và trong lời',
      'double',
      (a) => say(a, countedName(fact), [], asCounted(fact)),
      (b) => say(b, tellProject(fact)),
    );
  });
  times(30, () => {
    const fact = delegation();
    const shift = fact.days && chance(0.5) ? 1 : 0;
    put(
      'đoàn kể hai lần',
      'double',
      (a) => say(a, tellDelegation(fact)),
      (b) => say(b, tellDelegation(fact, { shift })),
    );
  });
  times(8, () => {
    const fact = delegation();
    put(
      'đoàn trong hai biểu',
      'double',
      (a) => say(a, countedName(fact), [], { ...asCounted(fact)!, on: fact.day }),
      (b) => say(b, countedName(fact), [], { ...asCounted(fact)!, on: fact.day }),
    );
  });
  times(28, () => {
    const fact = event();
    put(
      'sự kiện kể hai lần',
      'double',
      (a) => say(a, tellEvent(fact)),
      (b) => say(b, tellEvent(fact)),
    );
  });
  times(30, () => {
    const fact = project();
    const wrong = Math.round((fact.dong * pick([0.6, 0.75, 1.4, 2, 10])) / 1e7) * 1e7;
    put(
      'dự án hai giá trị',
      'contradiction',
      (a) => say(a, tellProject(fact)),
      (b) => say(b, tellProject(fact, { sum: wrong })),
    );
  });
  times(14, () => {
    const fact = delegation();
    put(
      'đoàn hai số người',
      'contradiction',
      (a) => say(a, tellDelegation(fact)),
      (b) => say(b, tellDelegation(fact, { people: fact.people + between(2, 9) })),
    );
  });
  times(10, (index) => {
    const what = figures[index % figures.length]!;
    const where = index < 5 ? 'toàn thành phố' : `trên địa bàn xã ${communes[index]}`;
    const value = between(12, 60);
    const line = (m: number) =>
      hand(
        pick([
          `Hiện ${where} có ${m} ${what}.`,
          `Đến nay, ${where} có ${m} ${what}.`,
          `${where.charAt(0).toUpperCase()}${where.slice(1)} có ${m} ${what}.`,
        ]),
      );
    put(
      'hai số của một chỉ tiêu',
      'contradiction',
      (a) => say(a, line(value)),
      (b) => say(b, line(value + between(1, 9))),
    );
  });
  const duty = (lead: { id: string; name: string }, other: { id: string; name: string }, index: number) => {
    const dutyId = `nhiem-vu-${seed}-${parts.length}`;
    const part = { dutyId, path: `III.${index + 1}` };
    parts.push({
      ...part,
      agencyId: lead.id,
      agency: lead.name,
      leads: true,
      role: 'holder',
      state: 'in-progress',
    });
    parts.push({
      ...part,
      agencyId: other.id,
      agency: other.name,
      leads: false,
      role: 'coordinator',
      state: 'in-progress',
    });
    return dutyId;
  };
  const doneWords = [
    'Đã hoàn thành việc',
    'Cơ bản hoàn thành',
    'Đến nay đã hoàn thành 100% việc',
    'Đã thực hiện xong việc',
  ];
  const notBegunWords = [
    'Chưa triển khai việc',
    'Đến nay chưa thực hiện việc',
    'Chưa nhận được kế hoạch phối hợp',
    'Hiện đang chờ hướng dẫn để',
    'Chưa phối hợp',
  ];
  const halfWords = [
    'Đang phối hợp',
    'Đã phối hợp một phần',
    'Chưa hoàn thành việc',
    'Tiếp tục phối hợp',
    'Chưa thực hiện đầy đủ việc',
    'Phấn đấu hoàn thành trong quý III việc',
  ];
  const twoOnDuty = (
    what: string,
    expected: Pair['expected'],
    leadSays: readonly string[],
    otherSays: readonly string[],
    index: number,
  ) => {
    const [lead, other] = two();
    const dutyId = duty(lead, other, index);
    const about = duties[index % duties.length]!;
    pairs.push({
      what,
      expected,
      a: say(lead, hand(`${pick(leadSays)} ${about}.`), [dutyId]),
      b: say(other, hand(`${pick(otherSays)} ${about}.`), [dutyId]),
    });
  };
  times(16, (index) =>
    twoOnDuty('chủ trì xong, phối hợp chưa làm', 'contradiction', doneWords, notBegunWords, index),
  );

  // 200 that must be let alone.
  times(10, (index) => twoOnDuty('chủ trì xong, phối hợp đang làm', null, doneWords, halfWords, index));
  times(30, () => {
    const fact = project();
    const years = pick([
      [2024, 2026],
      [2025, 2026],
    ]);
    const line = (y: number, sum: number) =>
      tellProject({ ...fact, name: fact.name, day: `${y}${fact.day.slice(4)}` }, { sum, told: `năm ${y}` });
    put(
      'cùng tên, khác năm',
      null,
      (a) => say(a, line(years[0]!, fact.dong)),
      (b) => say(b, line(years[1]!, Math.round(fact.dong * 0.9))),
    );
  });
  times(32, () => {
    const fact = project();
    const same = chance(0.3);
    put(
      'giai đoạn 1 và 2',
      null,
      (a) => say(a, tellProject({ ...fact, phase: 1 })),
      (b) =>
        say(
          b,
          tellProject({
            ...fact,
            phase: 2,
            dong: same ? fact.dong : Math.round(fact.dong * 1.3),
            day: later(fact.day, 40),
          }),
        ),
    );
  });
  times(25, () => {
    const name = pick(localEvents);
    const on = day();
    const [x, y] = [pick(communes), pick(communes)];
    const where = x === y ? `${y} Đông` : y;
    const fact: Fact = { ...event(), name, day: on, days: 0, country: '' };
    const people = fact.people;
    put(
      'cùng sự kiện, khác xã',
      null,
      (a) => say(a, tellEvent(fact, { at: `xã ${x}` })),
      (b) =>
        say(
          b,
          tellEvent(
            { ...fact, day: chance(0.5) ? on : later(on, 3) },
            { at: `xã ${where}`, people: chance(0.4) ? people : people + 30 },
          ),
        ),
    );
  });
  times(20, () => {
    const fact = project();
    put(
      'giải ngân của hai quý',
      null,
      (a) => say(a, tellProject(fact, { told: 'trong quý I năm 2026' })),
      (b) => say(b, tellProject(fact, { told: 'trong quý II năm 2026', sum: Math.round(fact.dong * 0.6) })),
    );
  });
  times(18, () => {
    const fact = project();
    let other = pick(communes);
    while (used.has(`${fact.name}|${other}`)) other = pick(communes);
    used.add(`${fact.name}|${other}`);
    put(
      'cùng nhà tài trợ, khác xã',
      null,
      (a) => say(a, tellProject(fact)),
      (b) =>
        say(
          b,
          tellProject({ ...fact, place: other, dong: chance(0.4) ? fact.dong : Math.round(fact.dong * 0.8) }),
        ),
    );
  });
  times(10, () => {
    const fact = project();
    let name = pick(topics);
    while (used.has(`${name}|${fact.place}`)) name = pick(topics);
    used.add(`${name}|${fact.place}`);
    put(
      'cùng xã, cùng giá trị, khác dự án',
      null,
      (a) => say(a, tellProject(fact)),
      (b) => say(b, tellProject({ ...fact, name })),
    );
  });
  times(20, () => {
    const fact = delegation();
    let again = later(fact.day, between(12, 60));
    while (!isFree(fact.name, again)) again = later(fact.day, between(12, 200));
    visits.push([fact.name, again]);
    put(
      'cùng đoàn, hai lần sang',
      null,
      (a) => say(a, tellDelegation(fact)),
      (b) => say(b, tellDelegation({ ...fact, day: again })),
    );
  });
  times(10, () => {
    const fact = delegation();
    const free = delegations.filter(([other]) => isFree(other, fact.day));
    const [name, country] = free.find(([, where]) => where === fact.country) ?? free[0]!;
    visits.push([name, fact.day]);
    put(
      'cùng nước, cùng tuần, khác đoàn',
      null,
      (a) => say(a, tellDelegation(fact)),
      (b) => say(b, tellDelegation({ ...fact, name, country, day: later(fact.day, 1) })),
    );
  });
  times(10, () => {
    const fact = { ...event(), name: pick(localEvents), country: '' };
    const at = `xã ${pick(communes)}`;
    put(
      'lớp lần 1 và lần 2',
      null,
      (a) => say(a, tellEvent(fact, { n: ' lần 1', at })),
      (b) => say(b, tellEvent({ ...fact, day: later(fact.day, chance(0.5) ? 0 : 2) }, { n: ' lần 2', at })),
    );
  });
  times(10, (index) => {
    const what = otherFigures[index]!;
    const line = (window: string, m: number) => hand(`${window}, toàn thành phố có ${m} ${what}.`);
    put(
      'số của hai thời kỳ',
      null,
      (a) => say(a, line('Quý I năm 2026', 20 + index)),
      (b) => say(b, line('Quý II năm 2026', 31 + index)),
    );
  });
  times(5, () => {
    const line = (m: number) =>
      hand(
        pick([
          `Trong kỳ, đơn vị đã đón ${m} đoàn khách quốc tế.`,
          `Đơn vị tiếp ${m} lượt khách nước ngoài đến làm việc.`,
        ]),
      );
    put(
      'số của riêng từng cơ quan',
      null,
      (a) => say(a, line(between(2, 9))),
      (b) => say(b, line(between(10, 20))),
    );
  });

  times(300, () => say(pick(agencies), hand(pick(fillers))));
  return { tellings: shuffled(tellings, random), parts, pairs };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const all = [...items];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}
