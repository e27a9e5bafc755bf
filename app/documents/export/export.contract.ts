/** Addresses of a reading as a file to take away. */
export const exportForms = ['xlsx', 'json', 'akn.xml'] as const;
export type ExportForm = (typeof exportForms)[number];
export const exportPath = (id: string, form: ExportForm): string => `/api/documents/${id}/export.${form}`;
