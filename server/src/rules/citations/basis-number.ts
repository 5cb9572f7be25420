import { namesOf, statutes } from '../../statutes/index.ts';
import { fold } from '../../text/fold.ts';
import { matchesOf } from '../../text/matches.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 依据文件的文号写错。
 *
 * 报告引用规定它的文件（如《法治政府建设与责任落实督察工作规定》），后面括注的文号与这一文件的文号发文字号相同、年份或序号不同。
 * 快速修复改成规定的文号。
 *
 * 不报：
 * - 没有括注文号。
 * - 发文字号不同：可能是本地转发的文件。
 * - 政府信息公开工作年度报告，题名收录在法规里的（“通知”里引用的除外）：另有规则。
 *
 * English: The document that prescribes the report is cited with another number of the same issuer. No number, or one
 * of another issuer, is fine. Reports on open government information, and titles that are recorded as statutes, have a
 * rule of their own.
 */
export const basisNumber = defineRule({
  id: 'citations/basis-number',
  catalogue: ['S11'],
  basis: ['edition:rule-of-law-2019'],
  severity: 'information',
  kinds: 'others',
  scope: 'report',
  *run({ report, passages }) {
    const documents = report.editions.editions.flatMap(({ issuingDocument }) => issuingDocument ?? []);
    if (documents.length === 0) return;
    for (const passage of passages) {
      if (!passage.text.includes('号')) continue;
      for (const { 0: whole, 1: title = '', 2: number = '', index } of matchesOf(passage.text, CITED)) {
        const known = documents.find(document => titlesIn(title).includes(fold(document.title)));
        // What is recorded as a statute, wrong-number judges by its own title.
        if (STATUTE_TITLES.has(fold(title))) continue;
        if (!known || fold(number) === fold(known.number) || issuerOf(number) !== issuerOf(known.number)) continue;
        const start = index + whole.lastIndexOf(number);
        const span = passage.place(start, start + number.length);
        yield finding(span, {
          message: 'citations/basis-number',
          args: { title: known.title, text: number, expected: known.number },
          fixes: [
            {
              kind: 'review',
              message: 'fix.useWording',
              args: { expected: known.number },
              edits: [replace(span, known.number)],
            },
          ],
        });
      }
    }
  },
});

const STATUTE_TITLES: ReadonlySet<string> = new Set(statutes.flatMap(namesOf).map(fold));

/** 《…》（厅字〔2019〕28号）: title and number. */
const CITED =
  /《([^《》]{4,100})》\s?[（(]\s?([\u4e00-\u9fff]{1,10}\s?[〔[【(（]\s?\d{4}\s?[〕\]】)）]\s?(?:第\s?)?\d{1,4}\s?号)\s?[）)]/g;

/** The title itself, and the one that it quotes: …关于印发〈…〉的通知. */
function titlesIn(title: string): readonly string[] {
  const quoted = /[〈<]([^〈〉<>]{4,100})[〉>]/.exec(title)?.[1];
  return [title, ...(quoted === undefined ? [] : [quoted])].map(fold);
}

function issuerOf(number: string): string {
  return number.replace(/[\s〔[【(（].*$/, '');
}
