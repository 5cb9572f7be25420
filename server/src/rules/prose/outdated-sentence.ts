import { sentencesIn, writeSentence } from '../../model/writing/sentences.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 按表格写的句子，表格后来改了。
 *
 * “插入由表格写的句子”写出的“全年新收政府信息公开申请……”“全年制发……”“全年因政府信息公开工作……”，表格改动以后与表格不同的，
 * 提示一次，可以按现在的表格更新整句。
 *
 * 不报：
 * - 少写了几项、写了的都与表格相同的句子。
 * - 改过一个字的句子：那是您自己写的，其中的数由别的规则核对。
 * - 表格不平或没有填完，写不出句子的。
 * - 写了同比的，而上年的报告不在手边。
 *
 * English: A sentence that was written from the tables no longer says what they say. Sentences of which a single word
 * was changed are left alone, and so are all while the tables do not add up.
 */
export const outdatedSentence = defineRule({
  id: 'prose/outdated-sentence',
  catalogue: ['P01'],
  basis: ['practice'],
  severity: 'hint',
  scope: 'report',
  readers: { sentences: sentencesIn },
  *run({ report }, { sentences }) {
    for (const { fact, place } of sentences) {
      if (fact.statesChange) continue;
      const expected = writeSentence(report, fact.kind);
      if (expected === undefined || hasAllOf(expected, fact.text)) continue;
      const span = place(fact.span.start, fact.span.end);
      yield finding(span, {
        message: 'prose/outdated-sentence',
        args: { expected },
        fixes: [{ kind: 'review', message: 'fix.renewSentence', args: {}, edits: [replace(span, expected)] }],
      });
    }
  },
});

/** Whether a sentence says nothing that the other does not say in the same words. */
function hasAllOf(expected: string, sentence: string): boolean {
  const clauses = new Set(clausesOf(expected));
  return clausesOf(sentence).every(clause => clauses.has(clause));
}

function clausesOf(sentence: string): readonly string[] {
  return sentence.split('。').join('，').split('；').join('，').split('，');
}
