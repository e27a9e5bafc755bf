import data from '#data/upload-rules.json' with { type: 'json' };

/** What a file is sent in for; each has its own largest size. */
export type UploadPurpose = keyof typeof data.rules;

export const largestBytes = (purpose: UploadPurpose): number => data.rules[purpose].largestMB * 1024 * 1024;

export const tooLarge = (name: string, purpose: UploadPurpose): string =>
  `Tệp ${name} vượt quá ${data.rules[purpose].largestMB} MB: hãy chia nhỏ hoặc nén lại rồi gửi.`;

export const isRefusedExtension = (extension: string): boolean => data.refusedExtensions.includes(extension);
