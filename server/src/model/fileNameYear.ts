import { YEAR } from '../format/reportNames.ts';
import { yearValue } from '../format/titleText.ts';
import { halfWidthDigits } from '../text/numerals.ts';
import { matchesOf } from '../text/matches.ts';

/** Years as file names write them; days (2025-01-20, 2025年1月) and documents (〔2025〕3号) state none. */
const STATED = new RegExp(
  `(?<![\\d.])(${YEAR})(?!\\d)(?!\\s*[-._年/]\\s*\\d{1,2}(?!\\d)\\s*(?:[-._月/]|$))(?![\\])）〕】]\\s*\\d)(\\s*年)?`,
  'g',
);
const LONGEST_NAME = 300;

/**
 * The report year that a file's name states: 某镇2024年政府信息公开工作年度报告.md; undefined where it states none, or several.
 */
export function yearOfFileName(path: string): number | undefined {
  const name = halfWidthDigits(path.slice(-LONGEST_NAME))
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '');
  const found = matchesOf(name, STATED).map(([, year = '', word]) => ({
    year: yearValue(year),
    isSure: word !== undefined,
  }));
  const sure = found.filter(({ isSure }) => isSure);
  const years = new Set((sure.length > 0 ? sure : found).map(({ year }) => year));
  return years.size === 1 ? [...years][0] : undefined;
}
