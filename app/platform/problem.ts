/** One field that the user can mend, e.g. `{ path: 'password', message: 'Mật khẩu cần ít nhất 12 ký tự.' }`. */
export type FieldError = { path: string; message: string };

/**
 * What went wrong with a request, in the shape of RFC 9457. `title` is one plain Vietnamese sentence that
 * says what is wrong and what to do.
 */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly errors: FieldError[];
  readonly extra: Record<string, unknown>;

  constructor(
    status: number,
    code: string,
    title: string,
    more: { errors?: FieldError[] } & Record<string, unknown> = {},
  ) {
    super(title);
    const { errors = [], ...extra } = more;
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.extra = extra;
  }

  toJSON() {
    return {
      type: `/problems/${this.code}`,
      title: this.message,
      status: this.status,
      ...(this.errors.length ? { errors: this.errors } : {}),
      ...this.extra,
    };
  }
}

export const notFound = (what: string) =>
  new Problem(
    404,
    'not-found',
    `Không tìm thấy ${what}: có thể đã được chuyển đi hoặc bạn không có quyền xem.`,
  );
export const invalid = (title: string, errors: FieldError[] = []) =>
  new Problem(422, 'invalid', title, { errors });
export const conflict = (title: string, extra: Record<string, unknown> = {}) =>
  new Problem(409, 'conflict', title, extra);
