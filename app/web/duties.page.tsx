import { DutiesPage } from '#app/duties/duties.page.tsx';
import { useRemindPlan } from '#app/notices/use-remind-plan.ts';

/** The list of duties with what later concepts can do to many of them: work flows one way, so it cannot name them. */
export const DutiesRecordPage = () => <DutiesPage useMore={useRemindPlan} />;
