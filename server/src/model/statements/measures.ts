import { RECORD_UNITS } from '../../text/measureWords.ts';

/** Measure words that count the same things: 件 and 条 of information or applications, 人 and 名. */
export function isSameMeasure(a: string, b: string): boolean {
  return (
    a === b ||
    (isRecord(a) && isRecord(b)) ||
    (PERSONS.includes(a) && PERSONS.includes(b) && a !== '' && b !== '') ||
    (isEvent(a) && isEvent(b))
  );
}

const PERSONS = '人名位';

/** 培训6场次 and 上半年2场. */
function isEvent(unit: string): boolean {
  return unit === '场' || unit === '场次';
}

function isRecord(unit: string): boolean {
  return RECORD_UNITS.has(unit) || OTHER_RECORDS.has(unit);
}

const OTHER_RECORDS: ReadonlySet<string> = new Set(['件次', '条次', '篇次', '封', '通', '例']);
