export { SECRET_MARK } from './letter.ts';
export { mailBook } from './mail.events.ts';
export { mailFigures } from './mail.figures.ts';
export { mailRoutes } from './mail.routes.ts';
export { type NewMail, queueMail } from './queue-mail.ts';
export { sendMailJob } from './send-mail.ts';
