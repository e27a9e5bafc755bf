import type { Import } from './imports.ts';

/** The architecture, executable: `breaks` is true of an import that must not be, `because` is what its author reads. */
export type Rule = { name: string; because: string; breaks: (one: Import) => boolean };

/** The order in which work flows. Letters write official documents for all that comes after duties. */
export const flow = [
  'intake',
  'documents',
  'office-calendar',
  'agencies',
  'duties',
  'trackers',
  'difficulties',
  'letters',
  'registers',
  'register-screens',
  'reports',
  'correspondence',
  'consolidation',
  'succession',
  'figures',
  'people',
  'notices',
  'conversation',
  'search',
  'home',
];

const isTest = (path: string) => /\.test(-data)?\.tsx?$/.test(path);
const conceptOf = (path: string) => /^app\/([^/]+)\//.exec(path)?.[1];
const isLayer = (path: string, ...layers: string[]) =>
  layers.some((layer) => new RegExp(`\\.${layer}\\.tsx?$`).test(path));
/** Components, and the hooks (`use-….ts`) that only they call. */
const isView = (path: string) => path.endsWith('.tsx') || /\/use-[^/]+\.ts$/.test(path);
/** The program's own services, which know no concept, and the frame that pages hang in. */
const isGround = (concept: string | undefined) => concept === 'platform' || concept === 'web';
/** What a page may use of another concept: routes as declared, words, and pure files. */
const isShared = (path: string) => isLayer(path, 'contract', 'words');
/** A rule of the concept: no layer in its name. */
const isPlain = (path: string) => /\/[^/.]+\.ts$/.test(path) && !path.endsWith('/index.ts');

export const rules: Rule[] = [
  {
    name: 'a library imports only itself',
    because: 'it could be published tomorrow',
    breaks: ({ from, to }) =>
      from.startsWith('libraries/') && !isTest(from) && !to.startsWith(from.split('/').slice(0, 2).join('/')),
  },
  {
    name: 'work flows one way',
    because: `${flow.join(' → ')}: nobody looks downstream, so that each room can be understood without the next`,
    breaks: ({ from, to }) => {
      const [here, there] = [conceptOf(from), conceptOf(to)].map((concept) => flow.indexOf(concept ?? ''));
      return here! >= 0 && there! > here! && !isTest(from);
    },
  },
  {
    name: 'concepts meet at index.ts',
    because:
      'what is behind the front door can change; views may also use contracts, words and views, and pure rules other pure rules',
    breaks: ({ from, to }) => {
      const [here, there] = [conceptOf(from), conceptOf(to)];
      if (!here || !there || here === there || isGround(there) || isTest(from)) return false;
      if (to.endsWith('/index.ts') || isShared(to)) return false;
      if (isPlain(to) && (isView(from) || isPlain(from))) return false;
      return !((isView(from) || here === 'web') && isView(to));
    },
  },
  {
    name: 'only *.store.ts speak SQL',
    because: 'a question to the database has one home',
    breaks: ({ from, to, types }) =>
      /^(pg|kysely)(\/|$)/.test(to) &&
      !types &&
      !isTest(from) &&
      !isLayer(from, 'store') &&
      conceptOf(from) !== 'platform',
  },
  {
    name: 'plain files and policies stay pure',
    because: 'a rule takes values and returns values; clock, disk, network and database are handed to it',
    breaks: ({ from, to, types }) => {
      const concept = conceptOf(from);
      if (!concept || isGround(concept) || ['intake'].includes(concept) || types || isTest(from))
        return false;
      if (!isLayer(from, 'policy', 'words')) return false;
      return (
        to.startsWith('node:') || isLayer(to, 'store', 'routes', 'page') || /^(pg|kysely|fastify)$/.test(to)
      );
    },
  },
  {
    name: 'a page imports no server code',
    because: 'it runs in the browser; it may name types of the server',
    breaks: ({ from, to, types }) =>
      isView(from) &&
      !types &&
      !isTest(from) &&
      (to.startsWith('node:') ||
        isLayer(to, 'store', 'routes') ||
        /^app\/[^/]+\/index\.ts$/.test(to) ||
        /^(pg|kysely|fastify)$/.test(to)),
  },
  {
    name: 'server code imports no page',
    because: 'Node runs the source as it stands and does not know JSX',
    breaks: ({ from, to, types }) => !isView(from) && isView(to) && !types && conceptOf(from) !== 'web',
  },
  {
    name: 'the ground knows no concept',
    because: 'app/platform serves every room and depends on none',
    breaks: ({ from, to }) =>
      conceptOf(from) === 'platform' &&
      to.startsWith('app/') &&
      conceptOf(to) !== 'platform' &&
      !isTest(from),
  },
];

/** The files of one import cycle, or null. Type-only imports vanish at run time and do not count; neither do lazy pages. */
export function findCycle(imports: Import[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to, types, lazy } of imports)
    if (!types && !lazy) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, trail: string[]): string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    done.add(file);
    for (const to of next.get(file) ?? []) {
      const cycle = visit(to, [...trail, file]);
      if (cycle) return cycle;
    }
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return null;
}
