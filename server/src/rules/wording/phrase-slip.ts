import { isInOwnPhrase, ownSlips } from '../../model/wording/ownPhrases.ts';
import { phraseSlips } from '../../model/wording/phraseSlips.ts';
import { defineRule, finding, replace, reportCheck, type Finding } from '../support/rule.ts';
import type { Span } from '../../text/span.ts';

/**
 * 固定用语里有一个字写错、写漏、多写或颠倒。
 *
 * “不子公开”是“不予公开”，“残差不齐”是“参差不齐”，“进—步”是“进一步”，“公开信11条”是“公开信息11条”。对照的是年度报告的常用
 * 语、成语和格式规定的名称，字形、读音相近的优先。一般只作提示；引言列举的各部分名称写错的，按警告报告。快速修复改成正确的
 * 写法。
 *
 * 格式文件可以另写本格式的固定用语（`phrases`）。
 *
 * 不报：
 * - 写出来的也是词，或与前后的字成词：“现行有效”不是“行之有效”，“自己公开”不是“已公开”。
 * - 书名号里的题名：另有规则。
 * - 各部分的标题：另有规则。
 *
 * English: A fixed phrase with one character wrong, missing, too many or swapped. What makes a word with the characters
 * beside it is fine. In running text this is information; in the names of the parts in the introduction a warning.
 */
export const phraseSlip = defineRule({
  id: 'wording/phrase-slip',
  catalogue: ['S15'],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
  checks: [
    {
      scope: 'paragraph',
      reader: phraseSlips,
      *run({ block, text, place, facts }, found) {
        if (block.kind === 'heading' && block.numbering?.style === 'chinese') return;
        for (const slip of found as ReturnType<typeof phraseSlips>)
          if (!slip.isTitle && !isInOwnPhrase(text, slip, facts.edition))
            yield tell(place(slip.start, slip.end), text.slice(slip.start, slip.end), slip.right, false);
      },
    },
    {
      scope: 'paragraph',
      *run({ text, place, facts }) {
        for (const { start, end, right } of ownSlips(text, facts.edition))
          yield tell(place(start, end), text.slice(start, end), right, false);
      },
    },
    reportCheck({
      readers: { slips: phraseSlips },
      *run({ report }, { slips }) {
        const [first] = report.sections;
        for (const { fact, text, placed, place } of slips) {
          if (!fact.isTitle || (placed.block.kind === 'heading' && placed.block.numbering?.style === 'chinese'))
            continue;
          const isIntroduction = first !== undefined && placed.at < first.heading.at;
          yield tell(place(fact.start, fact.end), text.slice(fact.start, fact.end), fact.right, isIntroduction);
        }
      },
    }),
  ],
});

function tell(span: Span, text: string, right: string, isIntroduction: boolean): Finding {
  // Nothing but its characters stands there: no marks that a replacement would take away.
  const isVerbatim = span.end - span.start === text.length;
  return finding(span, {
    message: isIntroduction ? 'wording/phrase-slip#part' : 'wording/phrase-slip',
    severity: isIntroduction ? 'warning' : 'information',
    args: { text, expected: right },
    fixes: isVerbatim
      ? [{ kind: 'review', message: 'fix.useWording', args: { expected: right }, edits: [replace(span, right)] }]
      : [],
  });
}
