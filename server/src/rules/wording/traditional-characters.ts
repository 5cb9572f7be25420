import { shift } from '../../text/span.ts';
import { simplifiedText } from '../../text/traditional.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 稿件里有繁体字。
 *
 * 公文用规范汉字。繁体字照简体字读，检查不受影响；全文只提示一次，指着第一个字。快速修复把全文的繁体字改成简体字。
 *
 * 不报：
 * - 简体文本也用的字，如“乾县”的“乾”、“著作”的“著”。
 *
 * English: The draft has traditional characters. They are read like the simplified ones; one hint stands at the
 * first, with a fix for all. Characters that simplified text uses as well are fine.
 */
export const traditionalCharacters = defineRule({
  id: 'wording/traditional-characters',
  catalogue: ['S15'],
  basis: ['practice'],
  severity: 'hint',
  scope: 'report',
  *run({ report, written }) {
    const places = written.flatMap(({ at, signs }) => signs.traditional.map(span => shift(span, at)));
    const [first] = places;
    if (!first) return;
    const count = places.reduce((sum, { start, end }) => sum + end - start, 0);
    const edits = places.map(place => replace(place, simplifiedText(report.source.slice(place))));
    yield finding(first, {
      message: 'wording/traditional-characters',
      args: { text: report.source.slice(first), count },
      fixes: [{ kind: 'safe', message: 'fix.simplified', args: { count }, edits }],
    });
  },
});
