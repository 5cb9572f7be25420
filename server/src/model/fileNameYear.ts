import { halfWidthDigits } from '../text/numerals.ts';

/** Years as file names write them; days (2025-01-20, 2025年1月) and documents (〔2025〕3号) state none. */
const YEAR =
  /(?<![\d.])((?:19|20)\d\d)(?!\d)(?!\s*[-._年/]\s*\d{1,2}(?!\d)\s*(?:[-._月/]|$))(?![\])）〕】]\s*\d)(\s*年)?/g;
const CHINESE_YEAR = /二[〇○零O0][〇○零O0一二三四五六七八九]{2}(?=\s*年)/g;
const NUMERALS = '〇一二三四五六七八九';
const LONGEST_NAME = 300;

/**
 * The report year that a file's name states: 某镇2024年政府信息公开工作年度报告.md; undefined where it states none, or several.
 */
export function yearOfFileName(path: string): number | undefined {
  const name = halfWidthDigits(path.slice(-LONGEST_NAME))
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '');
  const found = Array.from(name.matchAll(YEAR), ([, year, word]) => ({
    year: Number(year),
    isSure: word !== undefined,
  }));
  for (const [numerals] of name.matchAll(CHINESE_YEAR)) {
    const digits = Array.from(numerals.replace(/[○零O0]/g, '〇'), sign => String(NUMERALS.indexOf(sign)));
    found.push({ year: Number(digits.join('')), isSure: true });
  }
  const sure = found.filter(({ isSure }) => isSure);
  const years = new Set((sure.length > 0 ? sure : found).map(({ year }) => year));
  return years.size === 1 ? [...years][0] : undefined;
}
