import { agencyKinds } from './agency.ts';
import { clashOf, type DatedName } from './dated-name.ts';
import type { DatedAgency } from './dated-register.ts';
import { type ParentLink, wouldLoop } from './hierarchy.ts';
import { overlaps, type Period } from './period.ts';

/** What is wrong with one agency: `part` and `rowId` say where, `message` is one sentence for its keeper. */
export type RegisterFault = {
  part: 'facts' | 'names' | 'parents';
  /** Row of the name or parent; absent for facts and for what is missing. */
  rowId?: string;
  field: string;
  message: string;
};

/** A register ready to be asked who holds a name or code, and who stands below whom. */
export type RegisterIndex = {
  byId: ReadonlyMap<string, DatedAgency>;
  holdersOf: (name: string) => readonly DatedAgency[];
  codeHolders: (code: string) => readonly DatedAgency[];
  links: readonly ParentLink[];
};

export function indexRegister(register: readonly DatedAgency[]): RegisterIndex {
  const names = new Map<string, Set<DatedAgency>>();
  const codes = new Map<string, DatedAgency[]>();
  for (const agency of register) {
    for (const { name } of agency.names)
      names.set(spelt(name), (names.get(spelt(name)) ?? new Set()).add(agency));
    for (const code of [agency.code, agency.codeOld])
      if (code) codes.set(code, [...(codes.get(code) ?? []), agency]);
  }
  return {
    byId: new Map(register.map((agency) => [agency.id, agency])),
    holdersOf: (name) => [...(names.get(spelt(name)) ?? [])],
    codeHolders: (code) => codes.get(code) ?? [],
    links: register.flatMap(({ parents }) => parents),
  };
}

const spelt = (name: string) => name.normalize('NFC').toLowerCase();

/** Everything about an agency that the register cannot hold. `index` is of the register with this agency as it would be. */
export function faultsOf(agency: DatedAgency, index: RegisterIndex): RegisterFault[] {
  return [
    ...factFaults(agency, index),
    ...(agency.names.some(({ kind }) => kind === 'full')
      ? []
      : [{ part: 'names' as const, field: 'name', message: 'Cơ quan cần có ít nhất một tên đầy đủ.' }]),
    ...agency.names.flatMap((name) => nameFaults(agency, name, index)),
    ...agency.parents.flatMap((link) => parentFaults(agency, link, index)),
  ];
}

const shapes = {
  code: {
    fits: /^(?=.{2,35}$)[A-Z]\w*(\.[\w-]+)*$/,
    message: 'Mã định danh viết theo kiểu H37.DN.001: chữ và số, các nhóm cách nhau bằng dấu chấm.',
  },
  codeOld: {
    fits: /^(?=.{2,35}$)\d[\w-]*(\.[\w-]+)+$/,
    message: 'Mã định danh cũ viết theo kiểu 000.01.12.H28: các nhóm cách nhau bằng dấu chấm.',
  },
  phone: {
    fits: /^[\d\s+().,;/-]{3,60}$/,
    message: 'Số điện thoại chỉ gồm chữ số, dấu cách và + ( ) . - /.',
  },
  email: {
    fits: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    message: 'Địa chỉ thư điện tử cần có dạng ten@coquan.gov.vn.',
  },
  website: {
    fits: /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(:\d+)?(\/\S*)?$/,
    message: 'Trang web cần có dạng noivu.cantho.gov.vn.',
  },
} as const;

function factFaults(agency: DatedAgency, index: RegisterIndex): RegisterFault[] {
  const fault = (field: string, message: string): RegisterFault => ({ part: 'facts', field, message });
  const found = orderFaults(agency).map((message) => fault('validTo', message));
  if (!agencyKinds.some(({ kind }) => kind === agency.kind))
    found.push(fault('kind', 'Không có loại cơ quan này: hãy chọn trong danh sách.'));
  for (const [field, { fits, message }] of Object.entries(shapes)) {
    const value = agency[field as keyof typeof shapes];
    if (value !== null && !fits.test(value)) found.push(fault(field, message));
  }
  for (const field of ['code', 'codeOld'] as const) {
    const code = agency[field];
    const holder =
      code && index.codeHolders(code).find((one) => one.id !== agency.id && overlaps(one, agency));
    if (holder) found.push(fault(field, `Mã ${code} đã là của ${holder.name}: mỗi cơ quan một mã.`));
  }
  return found;
}

function nameFaults(agency: DatedAgency, name: DatedName, index: RegisterIndex): RegisterFault[] {
  const fault = (field: string, message: string): RegisterFault => ({
    part: 'names',
    rowId: name.id,
    field,
    message,
  });
  const found = orderFaults(name).map((message) => fault('validTo', message));
  const clash = clashOf(agency.names, name);
  if (clash)
    found.push(
      name.kind === 'full'
        ? fault(
            'validFrom',
            `Trong thời gian này cơ quan đã có tên đầy đủ “${clash.name}”: hãy ghi ngày hết hiệu lực của tên đó trước.`,
          )
        : fault('name', `Cơ quan đã có tên “${name.name}” trong thời gian này: hãy sửa tên đang có.`),
    );
  const holder = index
    .holdersOf(name.name)
    .find(
      (other) =>
        other.id !== agency.id &&
        other.names.some((one) => spelt(one.name) === spelt(name.name) && overlaps(one, name)),
    );
  // Two agencies of one name at one time could not be told apart in a plan.
  if (holder)
    found.push(
      fault(
        'name',
        `“${name.name}” đã là tên gọi của ${holder.name}: hãy dùng tên khác, hoặc mở cơ quan đó.`,
      ),
    );
  return found;
}

function parentFaults(agency: DatedAgency, link: ParentLink, index: RegisterIndex): RegisterFault[] {
  const fault = (field: string, message: string): RegisterFault => ({
    part: 'parents',
    rowId: link.id,
    field,
    message,
  });
  const found = orderFaults(link).map((message) => fault('validTo', message));
  const parent = index.byId.get(link.parentId);
  if (!parent)
    return [...found, fault('parentId', 'Cơ quan cấp trên không có trong danh mục: hãy chọn lại.')];
  const other = agency.parents.find(
    (one) => one.id !== link.id && one.hierarchy === link.hierarchy && overlaps(one, link),
  );
  if (other)
    found.push(
      fault(
        'validFrom',
        `Trong thời gian này cơ quan đã trực thuộc ${index.byId.get(other.parentId)?.name ?? 'cơ quan khác'}: hãy ghi ngày kết thúc của dòng đó trước.`,
      ),
    );
  if (wouldLoop(index.links, link))
    found.push(fault('parentId', `${parent.name} lại trực thuộc chính cơ quan này: hãy chọn cấp trên khác.`));
  return found;
}

const orderFaults = ({ validFrom, validTo }: Period): string[] =>
  validFrom && validTo && validTo < validFrom
    ? ['Ngày kết thúc đứng trước ngày bắt đầu: hãy xem lại hai ngày.']
    : [];
