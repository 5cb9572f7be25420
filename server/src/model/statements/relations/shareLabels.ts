import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';

// What the words before a percentage name.

/** 采纳比例为50%: a rate by its form. */
export function isNamedRatio({ labelFrom, start }: StatedFigure, { text, tokens }: ChainReading): boolean {
  return /[^占其总]{2}比[例率][为达是]?$/.test(text.slice(tokens[labelFrom]?.start ?? start, start));
}

/** 执法信息326条，检查类占18.7%: what the percentage names before 占 is not what was counted before. */
export function namesAnother(
  { labelFrom, token }: StatedFigure,
  before: StatedFigure,
  tokens: ChainReading['tokens'],
  text: string,
): boolean {
  const counted = text.slice(
    tokens[before.labelFrom]?.start ?? before.start,
    tokens[before.nounTo - 1]?.end ?? before.end,
  );
  for (let at = labelFrom; at < token; at++) {
    const each = tokens[at];
    if (each?.kind === 'unknown' && each.end - each.start > 1)
      return !counted.includes(text.slice(each.start, each.end));
    if (each?.kind !== 'word') continue;
    const { stat, matter, part } = each.meaning;
    if (stat !== undefined) return false;
    if ((matter !== undefined || part !== undefined) && !counted.includes(text.slice(each.start, each.end)))
      return matter !== before.matter || part !== undefined;
  }
  return false;
}
