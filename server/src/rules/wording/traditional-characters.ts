import { shift, type Span } from '../../text/span.ts';
import { isStandard, simplifiedText } from '../../text/traditional.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 稿件里有繁体字。
 *
 * 公文用规范汉字。繁体字照简体字读，检查不受影响；全文只提示一次，指着第一个字。快速修复把全文的繁体字改成简体字，
 * 请核对后再用。
 *
 * 不报：
 * - 简体文本也用的字，如“乾县”的“乾”、“著作”的“著”。
 * - 《通用规范汉字表》收作姓氏、人名、地名用字的，如“於潜镇”的“於”、“昇”“陞”“谿”；全文是繁体的，照样算。
 *
 * English: The draft has traditional characters. They are read like the simplified ones; one information stands at the
 * first, with a fix for all. Characters that simplified text uses as well are fine, and so are standard characters of
 * names, unless the whole draft is traditional.
 */
export const traditionalCharacters = defineRule({
  id: 'wording/traditional-characters',
  catalogue: ['S15'],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
  scope: 'report',
  *run({ report, written }) {
    const found = written.flatMap(({ at, signs }) => signs.traditional.map(span => shift(span, at)));
    const sure = found.flatMap(span => withoutStandard(report.source.slice(span), span));
    const places = count(sure) < FEWEST_OF_WHOLE ? sure : found;
    const [first] = places;
    if (!first) return;
    const args = { count: count(places) };
    const edits = places.map(place => replace(place, simplifiedText(report.source.slice(place))));
    yield finding(first, {
      message: 'wording/traditional-characters',
      args: { text: report.source.slice(first), ...args },
      fixes: [{ kind: 'review', message: 'fix.simplified', args, edits }],
    });
  },
});

/** With so many characters that are nothing but traditional, the draft is written in them. */
const FEWEST_OF_WHOLE = 30;

function count(places: readonly Span[]): number {
  return places.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The parts of a stretch of traditional characters between those that are standard ones as well. */
function withoutStandard(text: string, { start }: Span): Span[] {
  const parts: Span[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isStandard(text.charAt(at))) continue;
    if (at > from) parts.push({ start: start + from, end: start + at });
    from = at + 1;
  }
  return parts;
}
