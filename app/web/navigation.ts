import {
  IconActivity,
  IconAffiliate,
  IconApi,
  IconBuildingBank,
  IconCalendar,
  IconChecklist,
  IconDatabaseExport,
  IconFileCertificate,
  IconFileText,
  IconHelpHexagon,
  IconHistory,
  IconHome,
  IconLayoutDashboard,
  IconMail,
  IconNotebook,
  IconReport,
  IconReportAnalytics,
  IconShieldLock,
  IconUserShield,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { shellWords } from './shell.words.ts';
import { holds, type PageViewer } from './viewer.ts';

export type NavigationEntry = {
  to: string;
  label: keyof typeof shellWords.vi & string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  for?: (viewer: PageViewer) => boolean;
};

const overseer = (viewer: PageViewer) =>
  holds(viewer, 'focal-officer', 'leader', 'administrator', 'inspector');

const administrator = (viewer: PageViewer) => holds(viewer, 'administrator');

/** The left navigation under its headings: daily work, what the province keeps, and who looks after the program. */
export const navigation: { heading: 'work' | 'province' | 'care'; entries: NavigationEntry[] }[] = [
  {
    heading: 'work',
    entries: [
      { to: '/', label: 'home', icon: IconHome },
      { to: '/documents', label: 'documents', icon: IconFileText },
      { to: '/duties', label: 'duties', icon: IconChecklist },
      { to: '/difficulties', label: 'difficulties', icon: IconHelpHexagon },
      { to: '/letters', label: 'letters', icon: IconFileCertificate },
      { to: '/registers', label: 'registers', icon: IconNotebook },
      { to: '/reports', label: 'reports', icon: IconReport },
      { to: '/consolidation', label: 'consolidation', icon: IconReportAnalytics, for: overseer },
      { to: '/figures', label: 'figures', icon: IconLayoutDashboard },
      { to: '/activity', label: 'activity', icon: IconActivity },
    ],
  },
  {
    heading: 'province',
    entries: [
      { to: '/agencies', label: 'agencies', icon: IconBuildingBank },
      {
        to: '/people',
        label: 'people',
        icon: IconUsers,
        for: (viewer) => holds(viewer, 'administrator', 'inspector', 'agency-head', 'agency-focal'),
      },
      { to: '/citations', label: 'citations', icon: IconAffiliate },
      { to: '/holidays', label: 'holidays', icon: IconCalendar },
    ],
  },
  {
    heading: 'care',
    entries: [
      {
        to: '/ledger',
        label: 'ledger',
        icon: IconHistory,
        for: (viewer) => holds(viewer, 'inspector', 'administrator'),
      },
      { to: '/mail', label: 'mail', icon: IconMail, for: administrator },
      { to: '/webhooks', label: 'webhooks', icon: IconWebhook, for: administrator },
      {
        to: '/sign-in-rules',
        label: 'signInRules',
        icon: IconShieldLock,
        for: (viewer) => holds(viewer, 'administrator'),
      },
      {
        to: '/personal-data',
        label: 'personalData',
        icon: IconUserShield,
        for: (viewer) => holds(viewer, 'administrator', 'leader'),
      },
      { to: '/backup', label: 'backup', icon: IconDatabaseExport, for: administrator },
      { to: '/api', label: 'api', icon: IconApi, for: administrator },
    ],
  },
];
