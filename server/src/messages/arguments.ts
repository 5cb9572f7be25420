/** A value that a message may mention. */
export type Value = string | number;

/** Arguments of any message, by name. */
export type MessageValues = Readonly<Record<string, Value>>;

/** What each argument is. A name means the same kind of value in every message that uses it. */
export interface ArgumentKinds {
  after: Value;
  announced: number;
  article: number;
  articles: string;
  axis: string;
  basis: string;
  before: Value;
  body: string;
  broken: number;
  carried: number;
  cell: string;
  checked: string;
  clause: string;
  column: string;
  columns: string;
  computed: Value;
  each: string;
  corrected: number;
  count: number;
  date: string;
  day: number;
  deadlineYear: number;
  detail: string;
  difference: Value;
  digits: string;
  direction: number;
  earlier: string;
  edition: string;
  effective: string;
  error: string;
  errors: number;
  expected: string;
  figures: string;
  file: string;
  files: number;
  first: string;
  found: Value;
  from: string;
  group: string;
  guidance: string;
  handled: number;
  holds: number;
  how: string;
  instead: string;
  item: string;
  items: string;
  label: string;
  later: string;
  latest: number;
  left: string;
  leftSum: string;
  limit: number;
  line: number;
  listed: number;
  made: string;
  matter: string;
  metric: string;
  month: number;
  name: string;
  names: string;
  next: string;
  now: string;
  number: string;
  numeral: string;
  old: string;
  ordinal: number;
  other: string;
  others: number;
  part: Value;
  parts: string;
  path: string;
  places: string;
  present: number;
  problem: string;
  readings: string;
  reason: string;
  read: number;
  received: number;
  replied: number;
  reviews: number;
  right: string;
  rightSum: string;
  row: string;
  rows: string;
  rule: string;
  rules: string;
  same: string;
  seconds: number;
  sign: Value;
  signs: string;
  split: number;
  start: string;
  state: string;
  stated: Value;
  statute: string;
  step: string;
  sum: string;
  table: Value;
  tables: string;
  text: string;
  times: number;
  title: string;
  titles: string;
  titleYear: string;
  topic: string;
  total: Value;
  troubles: string;
  unknown: number;
  value: Value;
  version: string;
  warnings: number;
  what: string;
  when: string;
  where: string;
  whole: Value;
  words: string;
  year: Value;
}

/** Arguments of a message, by their names. */
export type Args<Name extends keyof ArgumentKinds> = Readonly<Pick<ArgumentKinds, Name>>;

/** A cell by its row and column; the rows of table four have no name but a group header. */
export type CellArgs = Args<'row' | 'column'> & Partial<Args<'group'>>;

/** A cell whose correction makes several equations hold. */
export type CulpritArgs = CellArgs &
  Args<'found' | 'corrected' | 'count' | 'stated' | 'computed' | 'difference'> &
  Partial<Args<'split'>>;

/** A figure of a table, what it should be by an earlier report, and how that was computed. */
export type BalanceArgs = CellArgs & Args<'stated' | 'year' | 'sum' | 'computed' | 'difference'>;

/** A figure of a government beside the sum of the bodies below it. */
export type RollUpArgs = CellArgs & Args<'stated' | 'computed' | 'difference' | 'count' | 'parts'>;
