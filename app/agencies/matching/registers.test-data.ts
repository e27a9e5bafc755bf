import example from '#data/example/example.json' with { type: 'json' };
import type { Agency } from '../agency.ts';

type Kinds = Record<string, string[]>;

/** A province's bodies as its own register would call them, with ones that are easily taken for each other. */
function province(place: string, { so, ...others }: Kinds): Agency[] {
  const party = place.startsWith('tỉnh') ? 'Tỉnh ủy' : 'Thành ủy';
  const short = place.replace(/^(?:tỉnh|thành phố|Thành phố) /, '');
  const kinds: Kinds = {
    'uy-ban': [`Ủy ban nhân dân ${place}`],
    'van-phong': [`Văn phòng Ủy ban nhân dân ${place}`],
    so: so!.map((name) => `Sở ${name}`),
    'ban-nganh': [
      `Thanh tra ${place}`,
      `Ban Quản lý Khu kinh tế ${place}`,
      `Ban Quản lý các Khu công nghiệp ${place}`,
    ],
    'cong-an': [`Công an ${place}`],
    'mat-tran': [
      `Ủy ban Mặt trận Tổ quốc Việt Nam ${place}`,
      `Liên đoàn Lao động ${place}`,
      `Hội Nông dân ${place}`,
      `Hội Liên hiệp Phụ nữ ${place}`,
      `Hội Cựu chiến binh ${place}`,
    ],
    dang: ['Ban Tuyên giáo và Dân vận', 'Ban Tổ chức', 'Ban Nội chính', 'Văn phòng'].map(
      (name) => `${name} ${party} ${short}`,
    ),
    'lien-hiep': [`Liên hiệp các tổ chức hữu nghị ${place}`],
    hoi: [`Liên minh Hợp tác xã ${place}`, `Hiệp hội Doanh nghiệp ${place}`, `Hội Chữ thập đỏ ${place}`],
    'don-vi-su-nghiep': [`Báo và Phát thanh, Truyền hình ${short}`],
  };
  for (const [kind, names] of Object.entries(others)) kinds[kind] = [...(kinds[kind] ?? []), ...names];
  return Object.entries(kinds).flatMap(([kind, names]) => names.map((name) => agency(kind, name)));
}

/** `name` may carry other names behind it: 'Đoàn … | Thành đoàn Hà Nội'. */
function agency(kind: string, given: string): Agency {
  const names = given.split(' | ');
  return { id: names[0]!, kind, name: names[0]!, names, parentId: null };
}

const since2025 = [
  'Nội vụ',
  'Tư pháp',
  'Tài chính',
  'Công Thương',
  'Nông nghiệp và Môi trường',
  'Xây dựng',
  'Khoa học và Công nghệ',
  'Giáo dục và Đào tạo',
  'Y tế',
  'Dân tộc và Tôn giáo',
];
const culture = 'Văn hóa, Thể thao và Du lịch';
const until2025 = [
  'Nội vụ',
  'Tư pháp',
  'Tài chính',
  'Công Thương',
  'Xây dựng',
  'Khoa học và Công nghệ',
  'Giáo dục và Đào tạo',
  'Y tế',
  'Kế hoạch và Đầu tư',
  'Giao thông vận tải',
  'Thông tin và Truyền thông',
  'Lao động - Thương binh và Xã hội',
  'Nông nghiệp và Phát triển nông thôn',
  'Tài nguyên và Môi trường',
];
const committees = (...places: string[]): string[] => places.map((place) => `Ủy ban nhân dân ${place}`);

/** Registers of the provinces of the documents, on their days. Made up from public knowledge of 2025, not complete. */
export const registers: Record<string, Agency[]> = {
  'dong-thap': province('tỉnh Đồng Tháp', {
    so: [...since2025, culture],
    'quan-su': ['Bộ Chỉ huy Quân sự tỉnh Đồng Tháp', 'Ban Chỉ huy Bộ đội Biên phòng tỉnh Đồng Tháp'],
    'ubnd-xa': committees(
      ...['xã Gia Thuận', 'xã Tân Điền', 'xã Gò Công Đông', 'xã Tân Phú Đông', 'xã Tân Đông', 'xã Tân Phú'],
      ...[
        'xã Tân Phước 1',
        'xã Tân Phước 2',
        'phường Gò Công',
        'phường Mỹ Tho',
        'phường Cao Lãnh',
        'xã Cao Lãnh',
      ],
    ),
  }),
  'can-tho': province('thành phố Cần Thơ', {
    so: [...since2025, culture, 'Ngoại vụ'],
    'quan-su': ['Bộ Chỉ huy Quân sự thành phố Cần Thơ', 'Ban Chỉ huy Bộ đội Biên phòng thành phố Cần Thơ'],
    'ubnd-xa': committees(
      'phường Ninh Kiều',
      'phường Cái Khế',
      'phường Bình Thủy',
      'xã Phong Điền',
      'xã Nhơn Ái',
    ),
  }),
  'can-tho-2022': example.agencies.map((one) => ({
    id: one.name,
    kind: one.kind,
    name: one.name,
    names: [one.name, ...one.names],
    parentId: 'parent' in one ? (example.agencies.find(({ key }) => key === one.parent)?.name ?? null) : null,
  })),
  'ha-noi': province('thành phố Hà Nội', {
    so: [...since2025, 'Văn hóa và Thể thao', 'Du lịch', 'Quy hoạch - Kiến trúc'],
    'quan-su': ['Bộ Tư lệnh Thủ đô Hà Nội | Bộ Tư lệnh Thủ đô'],
    'mat-tran': ['Đoàn Thanh niên Cộng sản Hồ Chí Minh thành phố Hà Nội | Thành đoàn Hà Nội'],
    'don-vi-su-nghiep': [
      'Trung tâm Hoạt động Văn hóa Khoa học Văn Miếu - Quốc Tử Giám',
      'Trung tâm Bảo tồn Di sản Thăng Long - Hà Nội',
      'Bảo tàng Hà Nội',
    ],
    'ubnd-xa': committees(
      ...['phường Ba Đình', 'phường Hoàn Kiếm', 'phường Cửa Nam', 'phường Văn Miếu - Quốc Tử Giám'],
      ...[
        'phường Từ Liêm',
        'phường Xuân Đỉnh',
        'xã Bát Tràng',
        'xã Gia Lâm',
        'xã Đông Anh',
        'phường Đông Ngạc',
      ],
    ),
  }),
  'ho-chi-minh': province('Thành phố Hồ Chí Minh', {
    so: [
      ...since2025,
      'Văn hóa và Thể thao',
      'Du lịch',
      'Ngoại vụ',
      'Quy hoạch - Kiến trúc',
      'An toàn thực phẩm',
    ],
    'quan-su': ['Bộ Tư lệnh Thành phố Hồ Chí Minh'],
    'don-vi-su-nghiep': [
      'Trung tâm Chuyển đổi số Thành phố Hồ Chí Minh',
      'Viện Nghiên cứu phát triển Thành phố Hồ Chí Minh',
    ],
    'ubnd-xa': committees('phường Sài Gòn', 'phường Bến Thành', 'xã Củ Chi', 'xã Cần Giờ', 'đặc khu Côn Đảo'),
  }),
  'bac-ninh': province('tỉnh Bắc Ninh', {
    so: [...since2025, culture],
    'quan-su': ['Bộ Chỉ huy Quân sự tỉnh Bắc Ninh'],
    'ubnd-xa': committees(
      'phường Kinh Bắc',
      'phường Bắc Giang',
      'xã Yên Phong',
      'xã Yên Thế',
      'xã Yên Trung',
    ),
  }),
  'kon-tum': province('tỉnh Kon Tum', {
    so: [...until2025, culture, 'Ngoại vụ'],
    'quan-su': ['Bộ Chỉ huy Quân sự tỉnh Kon Tum', 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh Kon Tum'],
    'ubnd-huyen': committees(
      'thành phố Kon Tum',
      'huyện Đăk Hà',
      'huyện Đăk Tô',
      'huyện Đăk Glei',
      'huyện Kon Plông',
    ),
  }),
};
