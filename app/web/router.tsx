import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorRouteComponent,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { NoSuchPage, PageFailed } from './page-states.tsx';
import { queries } from './queries.ts';
import { Shell } from './shell.tsx';
import { viewerQuery } from './viewer.ts';

/** All addresses of the program's pages, in one place. Each page loads its own script when it is first opened. */
const root = createRootRoute({
  notFoundComponent: NoSuchPage,
  errorComponent: PageFailed as ErrorRouteComponent,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('#app/accounts/sign-in.page.tsx'), 'SignInPage'),
});
const enter = createRoute({
  getParentRoute: () => root,
  path: '/enter',
  component: lazyRouteComponent(() => import('#app/accounts/enter.page.tsx'), 'EnterPage'),
});

const threeQuestions = createRoute({
  getParentRoute: () => root,
  path: '/three-questions',
  component: lazyRouteComponent(
    () => import('#app/reports/links/three-questions.page.tsx'),
    'ThreeQuestionsPage',
  ),
});

const code = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/code',
  component: lazyRouteComponent(() => import('#app/accounts/two-step/code.page.tsx'), 'CodePage'),
});

const signOut = createRoute({
  getParentRoute: () => root,
  path: '/sign-out',
  component: lazyRouteComponent(() => import('#app/accounts/sign-out.page.tsx'), 'SignOutPage'),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const { viewer } = await queries.ensureQueryData(viewerQuery);
    if (!viewer) throw redirect({ to: '/sign-in', search: { returnTo: location.href } as never });
    if (viewer.twoStep.isForced && !['/account', '/password'].includes(location.pathname))
      throw redirect({ to: '/account' });
  },
});

const page = <const P extends string>(
  path: P,
  load: Parameters<typeof lazyRouteComponent>[0],
  name: string,
) =>
  createRoute({
    getParentRoute: () => shell,
    path,
    component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name),
  });

const pages = [
  page('/', () => import('#app/home/home.page.tsx'), 'HomePage'),
  page('/account', () => import('#app/accounts/sessions/account.page.tsx'), 'AccountPage'),
  page(
    '/sign-in-rules',
    () => import('#app/accounts/sign-in-rules/sign-in-rules.page.tsx'),
    'SignInRulesPage',
  ),
  page('/password', () => import('#app/accounts/password.page.tsx'), 'PasswordPage'),
  page('/documents', () => import('#app/documents/documents.page.tsx'), 'DocumentsPage'),
  page('/documents/$id', () => import('#app/documents/reader/document.page.tsx'), 'DocumentPage'),
  page(
    '/documents/$id/citations',
    () => import('#app/documents/citations/document-citations.page.tsx'),
    'DocumentCitationsPage',
  ),
  page('/citations', () => import('#app/documents/citations/citations.page.tsx'), 'CitationsPage'),
  page(
    '/documents/$id/compare/$comparisonId',
    () => import('#app/documents/comparison/comparison.page.tsx'),
    'ComparisonPage',
  ),
  page('/documents/$id/publish', () => import('#app/duties/publish.page.tsx'), 'PublishPage'),
  page('/documents/$id/amendment', () => import('#app/duties/amendment/amendment.page.tsx'), 'AmendmentPage'),
  page('/trackers/import', () => import('#app/trackers/import-tracker.page.tsx'), 'ImportTrackerPage'),
  page('/duties', () => import('./duties.page.tsx'), 'DutiesRecordPage'),
  page('/duties/$id', () => import('./duty.page.tsx'), 'DutyRecordPage'),
  page('/holidays', () => import('#app/office-calendar/holidays.page.tsx'), 'HolidaysPage'),
  page('/difficulties', () => import('#app/difficulties/difficulties.page.tsx'), 'DifficultiesPage'),
  page('/letters', () => import('#app/correspondence/letters.page.tsx'), 'LettersPage'),
  page('/letters/check', () => import('#app/correspondence/check.page.tsx'), 'CheckFormPage'),
  page('/letters/new', () => import('#app/correspondence/new-letter.page.tsx'), 'NewLetterPage'),
  page('/letters/rules', () => import('#app/correspondence/letter-rules.page.tsx'), 'LetterRulesPage'),
  page('/letters/$id', () => import('#app/correspondence/letter.page.tsx'), 'LetterPage'),
  page('/ledger', () => import('#app/ledger/ledger.page.tsx'), 'LedgerPage'),
  page('/ledger/check', () => import('#app/ledger/check.page.tsx'), 'CheckPage'),
  page('/ledger/$subjectKind/$subjectId', () => import('#app/ledger/history.page.tsx'), 'HistoryPage'),
  page('/ledger/$subjectKind/$subjectId/proof', () => import('#app/ledger/proof.page.tsx'), 'ProofPage'),
  page('/activity', () => import('#app/ledger/activity.page.tsx'), 'ActivityPage'),
  page('/removed', () => import('#app/ledger/removed.page.tsx'), 'RemovedPage'),
  page('/mail', () => import('#app/mail/mail.page.tsx'), 'MailPage'),
  page('/aid', () => import('#app/registers/aid/aid.page.tsx'), 'AidPage'),
  page('/registers', () => import('#app/register-screens/registers.page.tsx'), 'RegistersPage'),
  page('/registers/$register', () => import('#app/register-screens/register.page.tsx'), 'RegisterPage'),
  page('/registers/$register/new', () => import('#app/register-screens/new-row.page.tsx'), 'NewRowPage'),
  page(
    '/registers/$register/import',
    () => import('#app/register-screens/import.page.tsx'),
    'ImportRegisterPage',
  ),
  page('/registers/$register/alike', () => import('#app/register-screens/alike.page.tsx'), 'AlikePage'),
  page(
    '/registers/$register/figures',
    () => import('#app/register-screens/figures.page.tsx'),
    'RegisterFiguresPage',
  ),
  page('/registers/$register/$id', () => import('#app/register-screens/row.page.tsx'), 'RowPage'),
  page('/reports', () => import('#app/reports/reports.page.tsx'), 'ReportsPage'),
  page('/reports/season', () => import('./season.page.tsx'), 'SeasonPage'),
  page('/reports/$periodId', () => import('#app/reports/period.page.tsx'), 'PeriodPage'),
  page('/reports/$periodId/mine', () => import('#app/reports/mine.page.tsx'), 'MinePage'),
  page('/reports/agency/$reportId', () => import('./agency-report.page.tsx'), 'AgencyReportRecordPage'),
  page(
    '/reports/definitions/$definitionId',
    () => import('#app/reports/definition.page.tsx'),
    'DefinitionPage',
  ),
  page('/consolidation', () => import('#app/consolidation/consolidations.page.tsx'), 'ConsolidationsPage'),
  page('/consolidation/$id', () => import('./consolidation.page.tsx'), 'ConsolidationRecordPage'),
  page('/consolidation/$id/matrix', () => import('#app/consolidation/matrix/matrix.page.tsx'), 'MatrixPage'),
  page('/consolidation/$id/brief', () => import('#app/consolidation/brief/brief.page.tsx'), 'BriefPage'),
  page('/consolidation/$id/asks', () => import('#app/consolidation/ask/asks.page.tsx'), 'AsksPage'),
  page('/asks/$id', () => import('#app/consolidation/ask/ask.page.tsx'), 'AskPage'),
  page('/consolidation/$id/values', () => import('#app/consolidation/totals/totals.page.tsx'), 'TotalsPage'),
  page('/agencies', () => import('#app/agencies/agencies.page.tsx'), 'AgenciesPage'),
  page('/agencies/changes', () => import('#app/succession/successions.page.tsx'), 'SuccessionsPage'),
  page('/agencies/changes/new', () => import('#app/succession/draft.page.tsx'), 'SuccessionDraftPage'),
  page('/agencies/changes/$id', () => import('#app/succession/succession.page.tsx'), 'SuccessionPage'),
  page('/agencies/changes/$id/edit', () => import('#app/succession/draft.page.tsx'), 'SuccessionDraftPage'),
  page('/agencies/groups', () => import('#app/agencies/groups/groups.page.tsx'), 'GroupsPage'),
  page('/agencies/$id', () => import('#app/agencies/agency.page.tsx'), 'AgencyPage'),
  page('/agencies/import', () => import('#app/agencies/book/import-book.page.tsx'), 'ImportBookPage'),
  page('/people', () => import('#app/people/people.page.tsx'), 'PeoplePage'),
  page('/people/import', () => import('#app/people/import.page.tsx'), 'ImportPeoplePage'),
  page('/people/$id', () => import('#app/people/person.page.tsx'), 'PersonPage'),
  page('/people/$id/hand-over', () => import('#app/people/hand-over/hand-over.page.tsx'), 'HandOverPage'),
  page('/hand-overs', () => import('#app/people/hand-over/hand-overs.page.tsx'), 'HandOversPage'),
  page('/hand-overs/$id', () => import('#app/people/hand-over/hand-over-pack.page.tsx'), 'HandOverPackPage'),
  page('/my-data', () => import('#app/people/personal-data/my-data.page.tsx'), 'MyDataPage'),
  page(
    '/personal-data',
    () => import('#app/people/personal-data/personal-data.page.tsx'),
    'PersonalDataPage',
  ),
  page('/notices', () => import('#app/notices/notices.page.tsx'), 'NoticesPage'),
  page('/notices/settings', () => import('#app/notices/settings.page.tsx'), 'NoticeSettingsPage'),
  page('/webhooks', () => import('#app/notices/webhooks.page.tsx'), 'WebhooksPage'),
  page('/notices/ladder', () => import('#app/notices/ladder.page.tsx'), 'LadderPage'),
  page('/search', () => import('#app/search/search.page.tsx'), 'SearchPage'),
  page('/figures', () => import('#app/figures/figures.page.tsx'), 'FiguresPage'),
  page('/files/$id', () => import('#app/files/file.page.tsx'), 'FilePage'),
  page('/backup', () => import('#app/backup/backup.page.tsx'), 'BackupPage'),
  page('/api', () => import('#app/web/api.page.tsx'), 'ApiPage'),
];

export const router = createRouter({
  routeTree: root.addChildren([signIn, code, enter, signOut, threeQuestions, shell.addChildren(pages)]),
  defaultPreload: 'intent',
  // Inside the shell: who cannot open one page can still go to another.
  defaultErrorComponent: PageFailed as ErrorRouteComponent,
  scrollRestoration: true,
});
