import { folded, type Said } from './said.ts';

/** ISO 3166-1 alpha-2. */
export const countryCodes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

/** What offices call them; other names are those of Unicode (CLDR). */
const ownNames: Record<string, string> = {
  CN: 'Trung Quốc',
  GB: 'Vương quốc Anh',
  KP: 'Triều Tiên',
  KR: 'Hàn Quốc',
  LA: 'Lào',
  RU: 'Liên bang Nga',
  US: 'Hoa Kỳ',
  TW: 'Đài Loan',
  AU: 'Ô-xtrây-li-a',
  IN: 'Ấn Độ',
};
const otherNames: Record<string, string[]> = {
  AU: ['Úc', 'Australia', 'Ốt-xtrây-li-a'],
  CN: ['CHND Trung Hoa', 'Cộng hòa Nhân dân Trung Hoa'],
  CU: ['Cu-ba'],
  CZ: ['Cộng hòa Séc', 'Séc', 'Tiệp Khắc'],
  DE: ['CHLB Đức', 'Cộng hòa Liên bang Đức'],
  ES: ['Tây Ban Nha'],
  FR: ['Pháp', 'Cộng hòa Pháp'],
  GB: ['Anh', 'Anh quốc', 'UK', 'Great Britain'],
  ID: ['In-đô-nê-xi-a', 'Inđônêxia'],
  IT: ['I-ta-li-a', 'Ý', 'Italia'],
  JP: ['Nhật', 'Nhật Bản'],
  KH: ['Cam-pu-chia', 'Campuchia', 'Vương quốc Campuchia'],
  KR: ['Đại Hàn Dân Quốc', 'Nam Hàn', 'Korea', 'Republic of Korea'],
  LA: ['CHDCND Lào', 'Cộng hòa Dân chủ Nhân dân Lào'],
  MM: ['Mi-an-ma', 'Myanmar', 'Miến Điện'],
  MY: ['Ma-lai-xi-a', 'Malaysia'],
  NZ: ['Niu Di-lân', 'New Zealand'],
  PH: ['Phi-líp-pin', 'Philippines'],
  RU: ['Nga', 'Russia', 'Russian Federation'],
  SG: ['Xinh-ga-po', 'Singapore'],
  TH: ['Thái Lan', 'Vương quốc Thái Lan'],
  US: ['Mỹ', 'USA', 'Hợp chúng quốc Hoa Kỳ', 'United States of America'],
};

const named = {
  vi: new Intl.DisplayNames('vi', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

const nameOfCode = new Map(
  countryCodes.map((code): [string, Said] => [
    code,
    [ownNames[code] ?? named.vi.of(code) ?? code, named.en.of(code) ?? code],
  ]),
);

export const countryNames = (code: string): Said => nameOfCode.get(code) ?? [code, code];

const codeByName = new Map(
  countryCodes.flatMap((code) =>
    [named.vi.of(code) ?? code, ...countryNames(code), ...(otherNames[code] ?? [])].map((name) => [
      folded(name),
      code,
    ]),
  ),
);

/** The code itself, or what a name stands for, in Vietnamese or English, with or without marks ('Bỉ' is not BI). */
export const countryOf = (name: string): string | undefined =>
  nameOfCode.has(name) ? name : codeByName.get(folded(name));
