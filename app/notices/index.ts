import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { feedRoutes } from './feed.routes.ts';
import { ladderRoutes } from './ladder.routes.ts';
import { noticeRoutes } from './notice.routes.ts';
import { noticeEventRoutes } from './notice-events.routes.ts';
import { pushRoutes } from './push.routes.ts';
import { reminderRoutes } from './reminder.routes.ts';
import { reportNoticeRoutes } from './report-notices.routes.ts';
import { webhookRoutes } from './webhook.routes.ts';

export { noticeBook } from './notice.events.ts';
export { insertNotices, listMutes, type NewNotice } from './notice.store.ts';
export { sendHooksJob } from './send-hooks.ts';
export { sendPushJob } from './send-push.ts';
export { sendNoticesJob } from './send-steps.ts';
export { tellAsk } from './tell-ask.ts';

/** Reminders: what is sent to whom and when, and how it reaches them. */
export function allNoticeRoutes(web: Web, house: House): void {
  noticeRoutes(web, house);
  noticeEventRoutes(web, house);
  reminderRoutes(web, house);
  reportNoticeRoutes(web, house);
  ladderRoutes(web, house);
  feedRoutes(web, house);
  webhookRoutes(web, house);
  pushRoutes(web, house);
}
