export { allowedTransitions } from './src/allowed-transitions.ts';
export { findFaultsOfAll } from './src/check-declaration.ts';
export { countryCodes, countryNames, countryOf } from './src/countries.ts';
export { defineRegister, snake } from './src/define-register.ts';
export {
  type BookColumn,
  bookColumns,
  type CellFault,
  type CellQuestion,
  readCells,
  rowToCells,
} from './src/derive/book.ts';
export { followedBySearch, foundBy, isFoundEverywhere } from './src/derive/found-by.ts';
export { schemaOf } from './src/derive/schema.ts';
export {
  additionOf,
  columnsOf,
  compareTable,
  migrationOf,
  type SortOrder,
  sortedBy,
  sortIndexes,
  sortOrder,
  type TableColumn,
} from './src/derive/table.ts';
export { type Due, dayAfter, dayOf, duesOf, type WorkingDays } from './src/dues.ts';
export type {
  AnyField,
  Cell,
  Field,
  Find,
  Input,
  JsonSchema,
  Names,
  Part,
  Question,
  Read,
  Style,
  Target,
} from './src/field.ts';
export { agency } from './src/fields/agency.ts';
export { choice } from './src/fields/choice.ts';
export { choices } from './src/fields/choices.ts';
export { countries } from './src/fields/countries.ts';
export { country } from './src/fields/country.ts';
export { date } from './src/fields/date.ts';
export { email } from './src/fields/email.ts';
export { file } from './src/fields/file.ts';
export { link } from './src/fields/link.ts';
export { links } from './src/fields/links.ts';
export { longText } from './src/fields/long-text.ts';
export { type Money, money } from './src/fields/money.ts';
export { number } from './src/fields/number.ts';
export { partialDate } from './src/fields/partial-date.ts';
export { type Period, period } from './src/fields/period.ts';
export { person } from './src/fields/person.ts';
export { phone } from './src/fields/phone.ts';
export { type Place, place } from './src/fields/place.ts';
export { sealed } from './src/fields/sealed.ts';
export { symbol } from './src/fields/symbol.ts';
export { type Line, table } from './src/fields/table.ts';
export { text } from './src/fields/text.ts';
export { webAddress } from './src/fields/web-address.ts';
export { yesNo } from './src/fields/yes-no.ts';
export type { Condition, Filter } from './src/filter.ts';
export type { Indicator } from './src/indicator.ts';
export { alikeFields, likenessOf, likeWords } from './src/likeness.ts';
export { closedOn, endingField } from './src/open-row.ts';
export {
  type Act,
  focalOnly,
  isAllowed,
  leadersDecide,
  ownRows,
  type Permission,
  type Permissions,
  usualPermissions,
  type Who,
} from './src/permission.ts';
export { isDay, showDay } from './src/read-day.ts';
export { readNumber, showNumber } from './src/read-number.ts';
export type { CheckContext, Declaration, Fields, Finding, Register, Row, Values } from './src/register.ts';
export {
  columnOf,
  type FieldFault,
  fromColumns,
  readForm,
  rowReader,
  searchWords,
  toColumns,
} from './src/row.ts';
export { folded, type Language, type Said, say } from './src/said.ts';
export type { Mark, Threshold, Timer } from './src/timer.ts';
export { type Amounting, fulfils, isAmounting, type Where } from './src/where.ts';
export { firstState, type Transition, type Workflow } from './src/workflow.ts';
