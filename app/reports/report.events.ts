import type { LedgerBook, Payload } from '#app/ledger/index.ts';
import { agenciesOf } from '#app/platform/viewer.ts';
import { getAgencyReport } from './agency-report.store.ts';
import { handoverWordings } from './handover.events.ts';
import { definitionHistory } from './history/definition-book.ts';
import { titleOfPeriod } from './history/history.store.ts';
import { reportHistory } from './history/report-book.ts';
import { listPeriods } from './period.store.ts';
import { mayRead, maySeeBoard } from './report.policy.ts';

const lockOf = (p: Payload) =>
  (p.changed as { locksOn?: [unknown, string | null] } | undefined)?.locksOn?.[1] ?? null;
const because = (p: Payload) => (p.reason ? `: “${p.reason}”` : '');

export const periodBook: LedgerBook = {
  subjectKind: 'report-period',
  name: { vi: 'Kỳ báo cáo', en: 'Reporting period' },
  mayRead: async (tx, viewer, id) =>
    maySeeBoard.allows(viewer, undefined) ||
    (await listPeriods(tx, agenciesOf(viewer))).some((period) => period.id === id),
  pageOf: (id) => `/reports/${id}`,
  titleOf: titleOfPeriod,
  wordings: {
    'report-period.opened': {
      vi: (p) => `mở kỳ báo cáo ${p.name} cho ${p.expected} cơ quan`,
      en: (p) => `opened the period ${p.name} for ${p.expected} agencies`,
    },
    'report-period.locked': {
      vi: (p) => `${lockOf(p) ? `đặt ngày khóa kỳ ${lockOf(p)}` : 'bỏ khóa kỳ'} ${p.name}${because(p)}`,
      en: (p) => `${lockOf(p) ? `set the lock day ${lockOf(p)} for` : 'unlocked'} ${p.name}${because(p)}`,
    },
  },
};

export const agencyReportBook: LedgerBook = {
  subjectKind: 'agency-report',
  name: { vi: 'Báo cáo của cơ quan', en: 'Agency report' },
  mayRead: async (tx, viewer, id) => mayRead.allows(viewer, await getAgencyReport(tx, id)),
  pageOf: (id) => `/reports/agency/${id}`,
  ...reportHistory,
  wordings: {
    ...handoverWordings,
    'agency-report.handed-over': {
      vi: (p) =>
        `chuyển việc theo dõi báo cáo của ${p.agency} từ ${p.fromPerson ?? 'người đã rời'} sang ${p.toPerson ?? 'người đã rời'}`,
      en: (p) =>
        `passed the report of ${p.agency} from ${p.fromPerson ?? 'someone who left'} to ${p.toPerson ?? 'someone who left'}`,
    },
    'agency-report.started': {
      vi: (p) => `bắt đầu soạn báo cáo của ${p.agency}`,
      en: (p) => `began the report of ${p.agency}`,
    },
    'agency-report.submitted': {
      vi: (p) => `gửi báo cáo của ${p.agency}, bản ${p.number}${p.late ? ', quá hạn' : ''}`,
      en: (p) => `filed the report of ${p.agency}, version ${p.number}${p.late ? ', late' : ''}`,
    },
    'agency-report.approval-asked': {
      vi: (p) => `trình thủ trưởng duyệt báo cáo của ${p.agency}`,
      en: (p) => `asked the head to approve the report of ${p.agency}`,
    },
    'agency-report.approval-ended': {
      vi: (p) => `${p.takenBack ? 'lấy lại' : 'chưa duyệt'} báo cáo của ${p.agency}${because(p)}`,
      en: (p) => `${p.takenBack ? 'took back' : 'did not approve'} the report of ${p.agency}${because(p)}`,
    },
    'agency-report.unlocked': {
      vi: (p) => `mở khóa riêng cho báo cáo của ${p.agency} đến hết ngày ${p.until}${because(p)}`,
      en: (p) => `unlocked the report of ${p.agency} until ${p.until}${because(p)}`,
    },
    'agency-report.link-made': {
      vi: (p) => `tạo liên kết ba câu hỏi cho ${p.name}, dùng đến ngày ${p.until}`,
      en: (p) => `made a three-question link for ${p.name}, good until ${p.until}`,
    },
    'agency-report.link-revoked': {
      vi: (p) => `thu hồi liên kết ba câu hỏi của ${p.name}`,
      en: (p) => `revoked the three-question link of ${p.name}`,
    },
    'agency-report.answer-placed': {
      vi: (p) => `xác nhận câu trả lời của ${p.name} và đưa vào báo cáo của ${p.agency}`,
      en: (p) => `confirmed the answer of ${p.name} into the report of ${p.agency}`,
    },
    'agency-report.answer-set-aside': {
      vi: (p) => `không dùng câu trả lời của ${p.name}${because(p)}`,
      en: (p) => `set the answer of ${p.name} aside${because(p)}`,
    },
    'agency-report.file-attached': {
      vi: (p) => `đính kèm ${p.name} vào báo cáo của ${p.agency}`,
      en: (p) => `attached ${p.name} to the report of ${p.agency}`,
    },
    'agency-report.file-taken-out': {
      vi: (p) => `bỏ tệp ${p.name} khỏi báo cáo của ${p.agency}`,
      en: (p) => `took ${p.name} out of the report of ${p.agency}`,
    },
    'agency-report.returned': {
      vi: (p) => `trả lại báo cáo của ${p.agency}${because(p)}`,
      en: (p) => `returned the report of ${p.agency}${because(p)}`,
    },
    'agency-report.accepted': {
      vi: (p) => `nhận báo cáo của ${p.agency}`,
      en: (p) => `accepted the report of ${p.agency}`,
    },
  },
};

export const definitionBook: LedgerBook = {
  subjectKind: 'report-definition',
  name: { vi: 'Chế độ báo cáo', en: 'Report definition' },
  mayRead: async (_tx, viewer) => maySeeBoard.allows(viewer, undefined),
  pageOf: (id) => `/reports/definitions/${id}`,
  ...definitionHistory,
  wordings: {
    'report-definition.created': {
      vi: (p) => `lập chế độ báo cáo “${p.name}”`,
      en: (p) => `made the report definition “${p.name}”`,
    },
    'report-definition.changed': {
      vi: (p) => `sửa chế độ báo cáo thành phiên bản ${p.version}`,
      en: (p) => `changed the report definition, now version ${p.version}`,
    },
  },
};
