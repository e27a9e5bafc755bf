import { words } from '#app/platform/words.ts';

export const figuresWords = words({
  vi: {
    window: 'Khoảng tính',
    kinds: { month: 'Tháng', quarter: 'Quý', 'half-year': '6 tháng', year: 'Năm', days: 'Ngày tự chọn' },
    rule: 'Cách tính kỳ',
    rules: { '15-14': 'từ ngày 15 đến ngày 14', calendar: 'theo dương lịch' },
    period: 'Kỳ',
    year: 'Năm',
    half: (index: number) => `6 tháng ${index === 1 ? 'đầu' : 'cuối'} năm`,
    month: (index: number) => `Tháng ${index}`,
    quarter: (index: number) => `Quý ${['I', 'II', 'III', 'IV'][index - 1]}`,
    from: 'Từ ngày',
    to: 'Đến ngày',
    span: (from: string, to: string) => `từ ${from} đến hết ${to}`,
    thisWindow: 'Kỳ này',
    windowBefore: 'Kỳ trước',
    byCountry: 'Theo nước',
    ofFigure: 'Chỉ tiêu trên bản đồ',
    country: 'Nước, vùng lãnh thổ',
    rows: 'Số dòng',
    noTile: 'không có ô trên bản đồ',
    noCountry: 'Trong kỳ này chưa có dòng nào của nước nào: chọn kỳ khác hoặc chỉ tiêu khác.',
    map: (figure: string, countries: number, most: string) =>
      `Bản đồ ô: ${figure}, ${countries} nước${most ? `, nhiều nhất ${most}` : ''}. Số của từng nước ở bảng bên cạnh.`,
    mapNote:
      'Mỗi nước một ô, đặt gần vị trí của nước đó; không vẽ biên giới. Quần đảo Hoàng Sa và quần đảo Trường Sa thuộc Việt Nam.',
    levels: {
      none: 'không có',
      many: (from: string) => `từ ${from}`,
    },
  },
  en: {
    window: 'Window',
    kinds: { month: 'Month', quarter: 'Quarter', 'half-year': 'Half-year', year: 'Year', days: 'Own days' },
    rule: 'How periods are counted',
    rules: { '15-14': 'from the 15th to the 14th', calendar: 'by the calendar' },
    period: 'Period',
    year: 'Year',
    half: (index) => `${index === 1 ? 'First' : 'Second'} half`,
    month: (index) => `Month ${index}`,
    quarter: (index) => `Quarter ${['I', 'II', 'III', 'IV'][index - 1]}`,
    from: 'From',
    to: 'To',
    span: (from, to) => `${from} to ${to}`,
    thisWindow: 'This window',
    windowBefore: 'The one before',
    byCountry: 'By country',
    ofFigure: 'Indicator on the map',
    country: 'Country, territory',
    rows: 'Rows',
    noTile: 'has no tile on the map',
    noCountry: 'No row of any country in this window: choose another window or indicator.',
    map: (figure, countries, most) =>
      `Tile map: ${figure}, ${countries} countries${most ? `, most: ${most}` : ''}. The table beside it has the number of each.`,
    mapNote:
      'One tile for each country, near where it lies; no border is drawn. The Hoàng Sa and Trường Sa archipelagos belong to Viet Nam.',
    levels: {
      none: 'none',
      many: (from) => `${from} or more`,
    },
  },
});
