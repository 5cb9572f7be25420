import type { PlaceInFile, SentenceSummary } from '../../model/summary/summary.ts';
import { copiedSection, longestRun, type CopiedRun } from '../support/copies.ts';
import { broken, defineAcrossRule, HOLDS, UNKNOWN } from '../support/across.ts';

/** A single sentence is told only where it is long. */
const LEAST_HAN_OF_ONE = 120;
/** Han characters from which on a run of sentences is told. */
const LEAST_HAN: Readonly<Record<string, number>> = { overview: 80, problems: 40 };

/**
 * 整段沿用上年的文字。
 *
 * “总体情况”有80个汉字以上、“存在的主要问题”有40个以上连着的几句，去掉年份后与上年报告相同的，提示一次，指出第一句。
 *
 * 不报：
 * - 三个以上单位都这样写的句子，法定依据、统计期限、联系方式、没有收到之类的套话。
 * - 数字改过的句子。
 * - 整个部分与上年相同的，由“问题部分与上年相同”报告。
 *
 * English: Several sentences of the overview or of the section on problems are last year’s. What several bodies write,
 * legal basis, period and statements of none are left out.
 */
export const copiedText = defineAcrossRule({
  id: 'workspace/copied-text',
  catalogue: ['X04'],
  basis: ['practice'],
  severity: 'information',
  scope: 'years',
  matter: 'text',
  topics: [],
  *run(context) {
    const { earlier, later } = context;
    let longest: CopiedRun | undefined;
    let isKnown = false;
    for (const section of later.sections) {
      const least = LEAST_HAN[section.id ?? ''];
      if (least === undefined || (section.id === 'problems' && copiedSection(context))) continue;
      isKnown ||= section.sentences.length > 0;
      const run = longestRun(section, context);
      const isRun = run !== undefined && (run.later.length > 1 || run.han >= LEAST_HAN_OF_ONE);
      if (isRun && run.han >= least && run.han > (longest?.han ?? 0)) longest = run;
    }
    if (!longest) {
      yield isKnown ? HOLDS : UNKNOWN;
      return;
    }
    yield broken({
      message: 'workspace/copied-text',
      args: { year: earlier.year, count: longest.later.length },
      report: later,
      place: around(longest.later),
      stated: null,
      expected: null,
      terms: [],
      keys: longest.later.map(({ words }) => words).slice(0, 1),
      related: [
        {
          report: earlier,
          place: around(longest.earlier),
          message: 'related.yearSentence',
          args: { year: earlier.year },
        },
      ],
    });
  },
});

function around(sentences: readonly SentenceSummary[]): PlaceInFile {
  const [first] = sentences;
  const last = sentences.at(-1);
  if (!first || !last) return [1, 1, 1, 1];
  const [line, column] = first.place;
  const [, , endLine, endColumn] = last.place;
  return endLine > line || (endLine === line && endColumn >= column) ? [line, column, endLine, endColumn] : first.place;
}
