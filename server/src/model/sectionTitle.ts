import type { ChosenEdition, EditionSet } from '../format/editionSet.ts';
import type { Edition, SectionRole, SectionSpec } from '../format/types.ts';
import { FIRST_KIND } from '../format/kind.ts';
import { findPattern } from '../format/titlePattern.ts';
import type { Heading } from '../syntax/block.ts';
import { fold, similarity } from '../text/fold.ts';
import { memoByObject, memoByObjectAndKey } from '../text/memo.ts';

/** The section that a title names, and how well. */
export interface TitleMatch {
  readonly spec: SectionSpec;
  readonly match: 'exact' | 'variant' | 'similar';
}

/**
 * The section that a heading names; the edition decides which titles count, all editions (newest first) where there is
 * none. Looked up once for each heading and edition.
 */
export function matchTitle(heading: Heading, { edition, editions }: ChosenEdition): TitleMatch | null {
  return matchAmong(heading, edition ?? editions);
}

const matchAmong = memoByObjectAndKey((heading: Heading, among: Edition | EditionSet) =>
  findTitle(heading.title.text, 'editions' in among ? [...among.editions].reverse() : [among]),
);

function findTitle(title: string, editions: readonly Edition[]): TitleMatch | null {
  const folded = fold(title).replace(/^(?:19|20)\d\d年(?:度)?/, '');
  const plain = plainTitle(folded);
  if (plain === '') return null;
  const candidates = editions.map(titlesOf);
  for (const titles of candidates) {
    const same = titles.find(each => each.plain === plain);
    if (same) return { spec: same.spec, match: same.isOfficial ? 'exact' : 'variant' };
  }
  for (const edition of editions) {
    const spec = byPatterns(edition).find(({ headings }) => headings.some(pattern => findPattern(pattern, title)));
    if (spec) return { spec, match: 'similar' };
  }
  for (const titles of candidates) {
    let best: { spec: SectionSpec; score: number } | undefined;
    for (const { spec, plain: other } of titles) {
      const score = similarity(other, plain);
      if (score > (best?.score ?? 0)) best = { spec, score };
    }
    if (best && best.score >= MIN_SIMILARITY) return { spec: best.spec, match: 'similar' };
  }
  if (editions.some(({ kind }) => kind.id !== FIRST_KIND)) return null;
  const role = KEYWORDS.find(([pattern]) => pattern.test(folded))?.[1];
  const spec = role === undefined ? undefined : candidates.flat().find(each => each.spec.role === role)?.spec;
  return spec ? { spec, match: 'similar' } : null;
}

/** Sections with patterns of headings; that which takes all others' headings comes last. */
const byPatterns = memoByObject(({ sections }: Edition): readonly SectionSpec[] => {
  const known = sections.filter(({ headings }) => headings.length > 0);
  return [...known.filter(({ takesOthers }) => !takesOthers), ...known.filter(({ takesOthers }) => takesOthers)];
});

const MIN_SIMILARITY = 0.75;

interface KnownTitle {
  readonly spec: SectionSpec;
  readonly plain: string;
  readonly isOfficial: boolean;
}

/** Titles of an edition, the official ones first. */
const titlesOf = memoByObject((edition: Edition): readonly KnownTitle[] => [
  ...edition.sections.map(spec => ({ spec, plain: plainTitle(spec.title), isOfficial: true })),
  ...edition.sections.flatMap(spec =>
    spec.variants.map(variant => ({ spec, plain: plainTitle(variant), isOfficial: false })),
  ),
]);

/** 和/及/、 and 的 make no difference in titles. */
function plainTitle(title: string): string {
  return fold(title).replace(/[和及与,的':.;!]/g, '');
}

/** Words of headings in reports of the first kind. */
const KEYWORDS: readonly [RegExp, SectionRole][] = [
  [/收到和处理|依申请|申请.*(?:受理|办理|处理)/, 'requests'],
  [/复议|诉讼/, 'reviewLitigation'],
  [/主动公开/, 'proactive'],
  [/收费|减免/, 'fees'],
  [/问题/, 'problems'],
  [/其他.*(?:事项|情况)|附表|统计表/, 'other'],
  [/总体.{0,6}情况|概述|概况|基本(?:工作)?情况|工作情况$/, 'overview'],
  [/(?:回应|解读).*情况/, 'interpretation'],
];
