import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Hierarchy } from '#app/agencies/hierarchy.ts';

/** How the register is looked at; the address keeps it, so that a view can be sent to a colleague. */
export type RegisterView = {
  view?: 'list' | 'tree' | 'chart';
  text?: string;
  kind?: string;
  hierarchy?: Hierarchy;
  users?: 'none';
  ended?: 'too';
  whole?: 'yes';
  asOf?: string;
};
type Change = { [K in keyof RegisterView]: RegisterView[K] | '' | undefined };

export function useRegisterView(): RegisterView & { look: (change: Change) => void } {
  const view = useSearch({ strict: false }) as RegisterView;
  const navigate = useNavigate();
  const look = (change: Change) =>
    void navigate({
      to: '/agencies',
      search: Object.fromEntries(
        Object.entries({ ...view, ...change }).filter(([, value]) => value),
      ) as never,
      replace: true,
    });
  return { ...view, look };
}
