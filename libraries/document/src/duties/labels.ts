/** What a label before a colon, or the head of a column, says of the words after it. */
export type FieldKind = 'task' | 'holder' | 'lead' | 'coordinators' | 'time' | 'product' | 'index' | 'other';

const patterns: readonly [FieldKind, RegExp][] = [
  ['index', /^(?:stt|tt|số tt|số thứ tự|stt\.?|tt\.?)$/],
  [
    'coordinators',
    /^(?:các )?(?:(?:cơ quan|đơn vị|cấp|tổ chức|bộ phận|sở,? (?:ban,? )?ngành|cơ quan, đơn vị|đơn vị, địa phương)(?: \/ ?đơn vị)? (?:cùng |được )?phối hợp|phối hợp(?: thực hiện| triển khai)?|(?:cơ quan|đơn vị) tham gia(?: phối hợp)?)(?: thực hiện| triển khai| chính)?$/,
  ],
  [
    'lead',
    /^(?:(?:các )?(?:cơ quan|đơn vị|cấp|phòng|bộ phận|sở,? (?:ban,? )?ngành|cơ quan, đơn vị|cơ quan\/đơn vị|đơn vị\/cơ quan|tổ chức|lãnh đạo|cá nhân)(?:,? cá nhân)? (?:được giao )?(?:chủ trì|đầu mối|tham mưu chính|phụ trách|chủ trì tham mưu|chủ quản)(?: thực hiện| tham mưu| triển khai| tổ chức(?: thực hiện)?)?|chủ trì(?: thực hiện| tham mưu)?|đầu mối(?: thực hiện| chủ trì)?)$/,
  ],
  [
    'holder',
    /^(?:(?:các )?(?:cơ quan|đơn vị|cấp|phòng|bộ phận|cơ quan, đơn vị|cơ quan\/đơn vị|tổ chức|tổ chức, cá nhân|cá nhân|người|sở,? (?:ban,? )?ngành|địa phương|chủ thể)(?:,? (?:chủ trì|tổ chức|cá nhân))?,? (?:có trách nhiệm|chịu trách nhiệm(?: chính)?|được (?:giao|phân công)|thực hiện|triển khai(?: thực hiện)?|tổ chức thực hiện|tham mưu|chủ trì,? ?(?:và )?phối hợp|chủ trì \/ ?phối hợp)(?: thực hiện)?|(?:phân công|trách nhiệm|giao|phân công nhiệm vụ)(?: thực hiện| nhiệm vụ| tổ chức thực hiện| chủ trì)?|cơ quan, đơn vị|cơ quan\/đơn vị|đơn vị|người phụ trách|chịu trách nhiệm)$/,
  ],
  [
    'time',
    /^(?:dự kiến )?(?:thời gian|thời hạn|tiến độ|thời điểm|hạn|lộ trình|kỳ hạn|mốc thời gian|ngày)(?: dự kiến| yêu cầu)?(?: thực hiện| hoàn thành| triển khai| tổ chức| báo cáo| kết thúc| xong| trình| ban hành| gửi)?(?: dự kiến| nhiệm vụ| và hoàn thành| hoàn thành)?$|^(?:hoàn thành|thời gian, tiến độ|thời gian bắt đầu|thời gian thực hiện\/hoàn thành)$/,
  ],
  [
    'product',
    /^(?:dự kiến )?(?:sản phẩm|kết quả|sản phẩm, kết quả|kết quả, sản phẩm|kết quả\/sản phẩm|sản phẩm\/kết quả|hình thức văn bản|đầu ra)(?: dự kiến| đầu ra| hoàn thành| đạt được| thực hiện| cần đạt| chủ yếu| cụ thể| đầu ra dự kiến| dự kiến hoàn thành)*$/,
  ],
  [
    'task',
    /^(?:tên |các |một số )?(?:nhiệm vụ|nội dung|công việc|hoạt động|nội dung công việc|nội dung,? (?:và )?nhiệm vụ|nhiệm vụ,? giải pháp|nhiệm vụ\/giải pháp|nội dung\/nhiệm vụ|nội dung nhiệm vụ|đề án|tên đề án|nhiệm vụ, đề án|nội dung hoạt động|đầu việc|giải pháp|chỉ tiêu|nhóm nhiệm vụ|nội dung chương trình|nội dung hỗ trợ|dự án|chương trình|văn bản|tên văn bản)(?: cụ thể| thực hiện| công việc| chủ yếu| trọng tâm| triển khai| chính| được giao| cần thực hiện|,? giải pháp| chủ yếu,? giải pháp| giao)*$/,
  ],
  [
    'other',
    /^(?:địa điểm|kinh phí|nguồn kinh phí|hình thức|phương thức|đối tượng|thành phần|số lượng|quy mô|ghi chú|nội dung truyền thông|dự toán|cơ sở pháp lý|căn cứ|mục tiêu|yêu cầu|chủ đề|nguồn lực|nguồn vốn|cách thức|biện pháp|cơ quan ban hành|cấp trình|cơ quan trình|cấp ban hành|cấp phê duyệt|tổng kinh phí|người theo dõi|lãnh đạo chỉ đạo|lãnh đạo phụ trách|cơ quan theo dõi|cơ quan thẩm định|cơ quan giám sát)(?: \p{L}+){0,3}$/u,
  ],
];

/** The field a label names; null for any other words. */
export function fieldOf(label: string): FieldKind | null {
  const plain = label
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/^[\s\-–+*\d.]+/, '')
    .replace(/[\s.:;]+$/, '')
    .replace(/\s+/g, ' ');
  if (plain === '' || plain.length > 60) return null;
  for (const [kind, pattern] of patterns) if (pattern.test(plain)) return kind;
  // “Thời gian trình/hoàn thành”: what stands before the stroke says it.
  const stroke = plain.search(/ ?[/–] ?/);
  return stroke > 3 ? fieldOf(plain.slice(0, stroke)) : null;
}

/** Label and value of “Đơn vị chủ trì: Sở X”; null if there is no known label. */
export function labelled(text: string): { kind: FieldKind; value: number } | null {
  const colon = text.indexOf(':');
  if (colon < 2 || colon > 62) return null;
  const kind = fieldOf(text.slice(0, colon));
  if (kind === null || kind === 'index') return null;
  let value = colon + 1;
  while (value < text.length && text[value] === ' ') value++;
  return { kind, value };
}
