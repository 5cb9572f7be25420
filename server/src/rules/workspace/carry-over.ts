import { CARRIED_OVER } from '../../format/metrics.ts';
import { isFreeForm } from '../../model/summary/forms.ts';
import type { KnownReport } from '../../model/across/body.ts';
import { hasTable, meet, readingsOf, type Reading } from '../../model/across/readings.ts';
import {
  broken,
  cellPlace,
  defineAcrossRule,
  differenceOf,
  HOLDS,
  isParted,
  labelsOf,
  numberIn,
  relatedCell,
  UNKNOWN,
  type Verdict,
} from '../support/across.ts';

const { table: TABLE, into: INTO, from: FROM } = CARRIED_OVER;
const COLUMNS = [
  'naturalPerson',
  'enterprise',
  'researchInstitution',
  'publicWelfareOrg',
  'legalServiceOrg',
  'otherOrg',
  'total',
];

/**
 * 上年结转与上年报告的结转数不符。
 *
 * 表三“上年结转政府信息公开申请数量”各列，应等于同一机关上一年度报告“结转下年度继续办理”的同一列，换了格式（2020年到2021年）也一样。
 * 几列不符的，只在总计报告一次；总计相符的，在第一个不符的列报告。上年报告那一行自己就不平的，改为警告，两边都要核对。
 * 有一年没有表三或没有填的，用正文的数：正文写“上年结转5件”，上年报告写“结转下年度继续办理6件”的，作警告。
 *
 * 不报：
 * - 上一年的报告不在，或同一年有两份不同的报告。
 * - 整行空白、写“-”、认不准的；空格旁边有数字的按 0 算，只作警告。
 * - 机构改革、职责划转、合并，更正或调整统计口径，两年的范围不同（全市与本级）。
 * - 正文里有几个数，有一个对得上的。
 * - 本年报告自己已经指出这一格、改正后正等于上年结转数的：那里附上上年的位置。
 *
 * English: Each column of the applications carried over from last year equals what last year’s report carries over to
 * this year. Without a table of one year the figures of the text are compared. Not judged where bodies were
 * reorganised, figures corrected, or the scope differs.
 */
export const carryOver = defineAcrossRule({
  id: 'workspace/carry-over',
  catalogue: ['X01'],
  basis: ['edition:2021#t3.requests'],
  severity: 'error',
  scope: 'years',
  matter: 'figures',
  topics: ['requests'],
  silencedBy: ['firstYear'],
  skip({ earlier, later }) {
    if (isFreeForm(earlier) && !isFreeForm(later)) return 'edition-changed';
    return haveTables({ earlier, later }) || readingsIn({ earlier, later }) ? undefined : 'no-table';
  },
  *run({ earlier, later }): Iterable<Verdict> {
    const pairs = haveTables({ earlier, later }) ? pairsOf({ earlier, later }) : [];
    const isKnown = pairs.some(({ into, from }) => into && from);
    const readings = isKnown ? undefined : readingsIn({ earlier, later });
    if (readings) yield judgeText({ earlier, later }, readings);
    else yield* judgeTables({ earlier, later }, pairs);
  },
});

interface TwoYears {
  readonly earlier: KnownReport;
  readonly later: KnownReport;
}

function haveTables({ earlier, later }: TwoYears): boolean {
  return hasTable(earlier, TABLE) && hasTable(later, TABLE);
}

/** Each column of what was carried in, and of what last year carried over. */
function pairsOf({ earlier, later }: TwoYears) {
  return COLUMNS.map(column => ({
    column,
    into: numberIn(later, TABLE, `${INTO}.${column}`, () => keysOf(INTO)),
    from: numberIn(earlier, TABLE, `${FROM}.${column}`, () => keysOf(FROM)),
  }));
}

function* judgeTables({ earlier, later }: TwoYears, pairs: ReturnType<typeof pairsOf>): Iterable<Verdict> {
  const wrong = pairs.filter(({ into, from }) => into && from && into.value !== from.value);
  const told = wrong.find(({ column }) => column === 'total') ?? wrong[0];
  for (const each of pairs) {
    const { into, from, column } = each;
    if (!into || !from) yield UNKNOWN;
    else if (into.value === from.value) yield HOLDS;
    else if (each !== told) yield { kind: 'broken' };
    else {
      const others = wrong.filter(other => other !== told);
      yield brokenColumn(
        { earlier, later, column, stated: into.value, expected: from.value },
        {
          isBlank: wrong.some(other => other.into?.wasBlank === true || other.from?.wasBlank === true),
          parts: others.map(other => {
            const { column: label } = labelsOf(later, TABLE, `${INTO}.${other.column}`);
            return `${label} ${String(other.into?.value)}↔${String(other.from?.value)}`;
          }),
        },
      );
    }
  }
}

function keysOf(row: string): readonly string[] {
  return COLUMNS.map(column => `${row}.${column}`);
}

interface Column extends TwoYears {
  readonly column: string;
  readonly stated: number;
  readonly expected: number;
}

function brokenColumn(
  { earlier, later, column, stated, expected }: Column,
  { isBlank, parts }: { readonly isBlank: boolean; readonly parts: readonly string[] },
): Verdict {
  const into = `${INTO}.${column}`;
  const from = `${FROM}.${column}`;
  const isDoubtful = from in (earlier.tables[TABLE]?.broken ?? {});
  const isUncertain = isParted(later, TABLE, into) || isParted(earlier, TABLE, from);
  return broken({
    message: 'workspace/carry-over',
    args: {
      column: labelsOf(later, TABLE, into).column,
      stated,
      year: earlier.year,
      computed: expected,
      difference: differenceOf(stated, expected),
      parts: parts.join('，'),
    },
    report: later,
    place: cellPlace(later, TABLE, into),
    ...(isUncertain ? { severity: 'information' } : isBlank || isDoubtful ? { severity: 'warning' } : {}),
    stated,
    expected,
    terms: [{ sign: '+', report: earlier, key: from, value: expected }],
    keys: [into],
    related: [relatedCell(earlier, TABLE, from)],
    notes: [
      ...(isDoubtful ? [{ message: 'across.eitherMayBeWrong' as const, args: { year: earlier.year } }] : []),
      ...(isBlank ? [{ message: 'across.blankIsZero' as const, args: {} }] : []),
    ],
    isToldInside: later.tables[TABLE]?.broken[into] === expected,
  });
}

type CarriedReadings = readonly [Reading, ...Reading[]];

/** What the two reports say, in a table or in the text; undefined where one of them says nothing. */
function readingsIn({ earlier, later }: TwoYears): readonly [into: CarriedReadings, from: CarriedReadings] | undefined {
  const [into, ...otherInto] = readingsOf(later, INTO, 'annual');
  const [from, ...otherFrom] = readingsOf(earlier, FROM, 'annual');
  return into && from
    ? [
        [into, ...otherInto],
        [from, ...otherFrom],
      ]
    : undefined;
}

/** One figure of each text that fits is enough: besides its own a government may tell those of its whole area. */
function judgeText(
  { earlier, later }: TwoYears,
  [intos, froms]: readonly [into: CarriedReadings, from: CarriedReadings],
): Verdict {
  if (intos.some(into => froms.some(from => meet(into, from)))) return HOLDS;
  const [[into], [from]] = [intos, froms];
  const isSure = [...intos, ...froms].every(({ isLoose, low, high }) => !isLoose && low === high);
  const areAlike = [intos, froms].every(([first, ...others]) => others.every(each => meet(first, each)));
  return broken({
    message: 'workspace/carry-over#text',
    args: {
      stated: into.low,
      year: earlier.year,
      computed: from.low,
      difference: differenceOf(into.low, from.low),
    },
    report: later,
    place: into.place,
    severity: isSure && areAlike && isOfSame(into, from) ? 'warning' : 'information',
    stated: into.low,
    expected: from.low,
    terms: [{ sign: '+', report: earlier, key: from.key, value: from.low }],
    keys: [into.key],
    related: froms.map(({ place, low }) => ({
      report: earlier,
      place,
      message: 'related.yearFigure',
      args: { year: earlier.year, value: low },
    })),
  });
}

/** Figures of tables do not say whether they are of a whole area. */
function isOfSame(a: Reading, b: Reading): boolean {
  return a.isOfArea === undefined || b.isOfArea === undefined || a.isOfArea === b.isOfArea;
}
