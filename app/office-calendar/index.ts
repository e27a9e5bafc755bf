export { calendarBook } from './holiday.events.ts';
export { officeCalendarRoutes } from './holiday.routes.ts';
export { officeCalendar } from './holiday.store.ts';
