/** How an agency judges its part: an toàn, khả thi, cần hỗ trợ, nguy cơ. */
export const signals = ['safe', 'feasible', 'needs-help', 'at-risk'] as const;
export type Signal = (typeof signals)[number];

/** These two ask somebody to look. */
export const isWorrying = (signal: Signal | null): boolean => signal === 'needs-help' || signal === 'at-risk';
