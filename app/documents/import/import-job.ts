/**
 * waiting: its turn has not come · running: being read · done: a document came of it, or was here already ·
 * refused: not taken in, for a reason the sender can mend · failed: the program could not read it, though it
 * tried several times · cancelled: by a person.
 */
export type ImportState = 'waiting' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled';

/** A file that is read in the background. */
export type ImportJob = {
  id: string;
  /** As its owner named it; '' once it was refused as secret. */
  name: string;
  mediaType: string;
  state: ImportState;
  /** How often its reading was begun. */
  attempts: number;
  /** Pages done, of all; null before the first and for forms without pages. */
  page: number | null;
  pages: number | null;
  /** The last page done had to be recognised from its picture. */
  recognised: boolean;
  /** One sentence: why it was refused or failed. */
  problem: string | null;
  documentId: string | null;
  known: boolean | null;
  createdBy: string;
  createdAt: Date;
  finishedAt: Date | null;
};

export const isUnfinished = (job: Pick<ImportJob, 'state'>): boolean =>
  job.state === 'waiting' || job.state === 'running';

export const importSentences = {
  failed:
    'Chương trình đã thử đọc tệp này nhiều lần mà không xong: hãy tách tệp thành nhiều phần, hoặc lưu sang dạng khác rồi gửi lại.',
  lost: 'Bản tạm của tệp không còn trên máy chủ nên không đọc tiếp được: hãy gửi lại tệp.',
};
