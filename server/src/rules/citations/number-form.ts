import { issuerOf, statuteNumbered, type DocumentNumber } from '../../statutes/registry/documentNumbers.ts';
import { citationFindings, type JudgedCitations } from '../support/citationFindings.ts';
import { defineRule, finding, replace, type Finding } from '../support/rule.ts';

/**
 * 文号的写法不规范。
 *
 * 发文字号的年份用全称、加六角括号，序号不编虚位、不加“第”（GB/T 9704）：国办发〔2018〕23号。括号用了（）、[]、【】的，年份后
 * 带“年”的，序号前有“第”或0的，可以统一快速修复，文号本身没有错。年份不是四位数或混入字母的、晚于报告公布之年的，按警告报告。
 *
 * 不报：
 * - 括号缺一半的：另有规则。
 * - 令号、公告、案号、门牌号。
 *
 * English: The form of a document number: year in full and in 〔〕, no 第 and no leading zeros before the number. Safe to
 * fix. A year that has not four digits, or lies behind the year of publication, is a warning.
 */
export const numberForm = defineRule({
  id: 'citations/number-form',
  catalogue: ['S11'],
  basis: ['practice'],
  severity: 'hint',
  kinds: 'every',
  scope: 'paragraph',
  run: context => findingsOf(context),
});

const findingsOf = citationFindings('numbers', function* (block, { reportYear, publishedOn }) {
  const latest = reportYear === null ? Infinity : Math.max(reportYear + 1, Number(publishedOn?.slice(0, 4) ?? 0));
  for (const number of block.numbers) {
    if (number.kind !== 'letter') continue;
    const found = judgeYear(number, latest, block) ?? judgeForm(number, block);
    if (found) yield found;
  }
});

/** Before this year no document on the matter bore a number. */
const EARLIEST = 1949;

function judgeYear(number: DocumentNumber, latest: number, { place }: JudgedCitations): Finding | undefined {
  const { year } = number;
  const span = place(number.yearSpan.start, number.yearSpan.end);
  if (/^\d{4}$/.test(year)) {
    // Whether a known document existed is for another rule.
    if (Number(year) > latest)
      return statuteNumbered(number)
        ? undefined
        : finding(span, { message: 'citations/number-form#future', severity: 'warning', args: { year, latest } });
    return Number(year) >= EARLIEST
      ? undefined
      : finding(span, { message: 'citations/number-form#year', severity: 'warning', args: { year } });
  }
  const digits = year.replace(/[oO〇○]/g, '0').replace(/[lI]/g, '1');
  const meant = /^(?:19|20)\d\d$/.test(digits) ? digits : /^[012]\d$/.test(digits) ? `20${digits}` : undefined;
  return finding(span, {
    message: 'citations/number-form#year',
    severity: 'warning',
    args: { year },
    fixes:
      meant === undefined
        ? []
        : [{ kind: 'review', message: 'fix.useYear', args: { year: meant }, edits: [replace(span, meant)] }],
  });
}

/** Pairs that stand for 〔〕. A pair of two kinds is no pair. */
const PAIRS: ReadonlySet<string> = new Set([
  '〔〕',
  '［］',
  '[]',
  '【】',
  '（）',
  '()',
  '﹝﹞',
  '〈〉',
  '<>',
  '﹙﹚',
  '{}',
  '（)',
  '(）',
]);

const ROUND: ReadonlySet<string> = new Set(['（', '(', '﹙']);
/** 公告〔2023〕第5号 */
const MAY_HAVE_ORDINAL = /(?:公告|通告|令)$/;
/** 解放路（2018）12号 */
const OF_STREET = /[路街巷弄道里村区城苑园楼栋座]$/;

function judgeForm(number: DocumentNumber, { text, place }: JudgedCitations): Finding | undefined {
  const {
    brackets: [opening, closing],
    year,
    serial,
    hasYearWord,
    hasOrdinal,
    span,
  } = number;
  if (!PAIRS.has(opening + closing)) return undefined;
  if (MAY_HAVE_ORDINAL.test(number.issuer) || (ROUND.has(opening) && OF_STREET.test(number.issuer))) return undefined;
  const isProper = opening === '〔' && !hasYearWord && !hasOrdinal && !serial.startsWith('0');
  if (isProper || Number(serial) === 0) return undefined;
  const from = span.start + number.issuer.length;
  const start = from - issuerOf(number).length;
  const right = `〔${year}〕${String(Number(serial))}号`;
  return finding(place(start, span.end), {
    message: 'citations/number-form',
    args: { number: text.slice(start, span.end), right: issuerOf(number) + right },
    fixes: [
      {
        kind: 'safe',
        message: 'fix.useNumber',
        args: { number: issuerOf(number) + right },
        edits: [replace(place(from, span.end), right)],
      },
    ],
  });
}
