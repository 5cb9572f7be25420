import { CARRIED_OVER } from '../../format/metrics.ts';
import { isFreeForm } from '../../model/summary/forms.ts';
import { hasTable } from '../../model/across/readings.ts';
import type { KnownReport } from '../../model/across/body.ts';
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
 *
 * 不报：
 * - 上一年的报告不在，或同一年有两份不同的报告。
 * - 整行空白、写“-”、认不准的；空格旁边有数字的按 0 算，只作警告。
 * - 机构改革、职责划转、合并，更正或调整统计口径，两年的范围不同（全市与本级）。
 * - 本年报告自己已经指出这一格、改正后正等于上年结转数的：那里附上上年的位置。
 *
 * English: Each column of the applications carried over from last year equals what last year’s report carries over to
 * this year. Not judged where bodies were reorganised, figures corrected, or the scope differs.
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
    return hasTable(earlier, TABLE) && hasTable(later, TABLE) ? undefined : 'no-table';
  },
  *run({ earlier, later }): Iterable<Verdict> {
    const pairs = COLUMNS.map(column => ({
      column,
      into: numberIn(later, TABLE, `${INTO}.${column}`, () => keysOf(INTO)),
      from: numberIn(earlier, TABLE, `${FROM}.${column}`, () => keysOf(FROM)),
    }));
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
  },
});

function keysOf(row: string): readonly string[] {
  return COLUMNS.map(column => `${row}.${column}`);
}

interface Column {
  readonly earlier: KnownReport;
  readonly later: KnownReport;
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
