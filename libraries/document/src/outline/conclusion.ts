const headings =
  /^(?:[-–•*+]\s*)?(?:(?:các |nội dung |phần |ý kiến )?kết luận|phân công (?:nhiệm vụ|công việc|thực hiện)|(?:các )?(?:nhiệm vụ|công việc) (?:được )?giao)(?: (?:của|tại|và|cuộc|phiên|buổi|hội|họp|chủ|người)[^.;]{0,90})?[.:]?$/iu;
const leadIn =
  /(?:kết luận|thống nhất|chỉ đạo|giao nhiệm vụ|phân công)(?:,? (?:và )?(?:kết luận|chỉ đạo|giao nhiệm vụ|phân công))?(?: (?:một số )?(?:nội dung|nhiệm vụ|việc|công việc|ý kiến))?(?: (?:cụ thể|chính))?(?: như sau| sau)?(?: đây)? ?:$/iu;

/**
 * The line of minutes or of a notice after which the chair gives work: “Chủ tịch UBND tỉnh kết luận như sau:”, “II. Kết
 * luận của chủ tọa”, “Phân công nhiệm vụ”.
 */
export const isConclusion = (text: string): boolean =>
  text.length < 600 && (headings.test(text) || leadIn.test(text));
