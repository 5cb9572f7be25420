import { similarityOf } from '../../model/summary/sentences.ts';
import type { SectionSummary, SentenceSummary, Summary } from '../../model/summary/summary.ts';
import { memoByObject } from '../../text/memo.ts';
import type { YearsContext } from './acrossContexts.ts';

const LEAST_HAN_OF_SECTION = 60;
const SIMILAR = 0.98;

/** The section on problems and remedies. */
export function problemsOf({ sections }: Summary): SectionSummary | undefined {
  return sections.find(({ id }) => id === 'problems');
}

/** Whether that section is last year’s as a whole. */
export function copiedSection({ earlier, later }: Pick<YearsContext, 'earlier' | 'later'>): boolean {
  const before = problemsOf(earlier);
  const now = problemsOf(later);
  if (!before?.minHashes || !now?.minHashes) return false;
  if (before.han < LEAST_HAN_OF_SECTION || now.han < LEAST_HAN_OF_SECTION) return false;
  return similarityOf(before.minHashes, now.minHashes) >= SIMILAR;
}

/** Sentences that go on together, each last year’s; `earlier` are their counterparts. */
export interface CopiedRun {
  readonly later: readonly SentenceSummary[];
  readonly earlier: readonly SentenceSummary[];
  readonly han: number;
}

/** How many sentences of its own may stand in a run. */
const MOST_BETWEEN = 1;

/** The longest run of sentences of a section that stand in last year’s report too; undefined for none. */
export function longestRun(section: SectionSummary, context: YearsContext): CopiedRun | undefined {
  const { isShared } = context;
  const known = earlierSentences(context);
  let best: CopiedRun | undefined;
  let run: { later: SentenceSummary[]; earlier: SentenceSummary[]; han: number } | undefined;
  let between = 0;
  for (const sentence of section.sentences) {
    const before = known.get(signOf(sentence));
    if (before && sentence.isCommon !== true && !isShared(sentence.words)) {
      run ??= { later: [], earlier: [], han: 0 };
      run.later.push(sentence);
      run.earlier.push(before);
      run.han += sentence.han;
      between = 0;
      if (!best || run.han > best.han) best = { ...run, later: [...run.later], earlier: [...run.earlier] };
    } else if (sentence.isCommon !== true && ++between > MOST_BETWEEN) run = undefined;
  }
  return best;
}

/** The sentences of last year's report, by what they say. */
const earlierSentences = memoByObject(
  ({ earlier: { sections } }: YearsContext): ReadonlyMap<string, SentenceSummary> =>
    new Map(sections.flatMap(({ sentences }) => sentences.map(each => [signOf(each), each] as const))),
);

function signOf({ words, figures }: SentenceSummary): string {
  return `${words} ${figures}`;
}
