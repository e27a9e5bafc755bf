import { words } from '#app/platform/words.ts';

export const scanWords = words({
  vi: {
    text: 'Chữ',
    scan: 'Trang quét',
    left: 'Xem văn bản bằng',
    region: 'Ảnh trang quét',
    pictureOf: (page: number, pages: number) => `Ảnh quét trang ${page} trên ${pages}`,
    pageOf: (page: number, pages: number) => `Trang ${page}/${pages}`,
    previous: 'Trang trước',
    next: 'Trang sau',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    notScanned: 'Trang này có sẵn chữ, không phải ảnh quét.',
    unsure: 'chữ nhận dạng chưa chắc',
    doubt: (list: string) => `Chữ nhận dạng chưa chắc: ${list}; hãy đối chiếu với trang quét.`,
    toCheck: 'Cần xem kỹ',
    toCheckHelp: (count: number) => `${count} chữ trên trang này nhận dạng chưa chắc:`,
    nothingToCheck: 'Trang này không có chữ nào nhận dạng chưa chắc.',
    sure: (percent: number) => `chắc ${percent} %`,
    outlined:
      'khung đậm: lời văn đang chọn; khung vàng: chỗ đọc ra cơ quan, thời hạn; gạch dưới: chữ chưa chắc',
  },
  en: {
    text: 'Text',
    scan: 'Scanned page',
    left: 'Show the document as',
    region: 'Picture of the scanned page',
    pictureOf: (page, pages) => `Scan of page ${page} of ${pages}`,
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
    previous: 'Previous page',
    next: 'Next page',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    notScanned: 'This page has letters of its own and is no scan.',
    unsure: 'words not surely recognised',
    doubt: (list) => `Words not surely recognised: ${list}; compare them with the scan.`,
    toCheck: 'Look closely',
    toCheckHelp: (count) =>
      `${count === 1 ? '1 word' : `${count} words`} on this page not surely recognised:`,
    nothingToCheck: 'All words of this page were recognised surely.',
    sure: (percent) => `${percent} % sure`,
    outlined:
      'bold frame: the chosen words; yellow frame: where bodies and deadline were read; underlined: not sure',
  },
});
