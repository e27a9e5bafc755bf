import {
  IconAffiliate,
  IconApi,
  IconBuildingBank,
  IconChecklist,
  IconFileText,
  IconHistory,
  IconHome,
  IconLayoutDashboard,
  IconMail,
  IconReport,
  IconReportAnalytics,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { shellWords } from './shell.words.ts';
import { holds, type PageViewer } from './viewer.ts';

type Entry = {
  to: string;
  label: keyof typeof shellWords.vi & string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  for?: (viewer: PageViewer) => boolean;
};

const overseer = (viewer: PageViewer) =>
  holds(viewer, 'focal-officer', 'leader', 'administrator', 'inspector');

/** The left navigation, in the order in which work flows. */
export const navigation: Entry[] = [
  { to: '/', label: 'home', icon: IconHome },
  { to: '/documents', label: 'documents', icon: IconFileText },
  { to: '/citations', label: 'citations', icon: IconAffiliate },
  { to: '/duties', label: 'duties', icon: IconChecklist },
  { to: '/reports', label: 'reports', icon: IconReport },
  { to: '/consolidation', label: 'consolidation', icon: IconReportAnalytics, for: overseer },
  { to: '/figures', label: 'figures', icon: IconLayoutDashboard },
  { to: '/agencies', label: 'agencies', icon: IconBuildingBank },
  {
    to: '/ledger',
    label: 'ledger',
    icon: IconHistory,
    for: (viewer) => holds(viewer, 'inspector', 'administrator'),
  },
  { to: '/mail', label: 'mail', icon: IconMail, for: (viewer) => holds(viewer, 'administrator') },
  { to: '/api', label: 'api', icon: IconApi, for: (viewer) => holds(viewer, 'administrator') },
];
