import { introductionsIn, writeShortName } from '../../model/citations/shortNames.ts';
import { isGenericShortName } from '../../statutes/registry/genericNames.ts';
import type { TextFact } from '../../syntax/paragraphFacts.ts';
import { fold } from '../../text/fold.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding, replace, type Finding, type Fix } from '../support/rule.ts';
import { matchesOf } from '../../text/matches.ts';

/**
 * 简称没有定义，或定义得前后不一。
 *
 * 《条例》《办法》《规定》这样的通称，第一次用前要写明“以下简称”。全文没有定义的，在第一次用处提示；前面恰有一个全称的，快速修复
 * 在全称后补上。同一简称先后指不同的文件，或同一文件有两个简称的，在后一处提示。
 *
 * 不报：
 * - 《任务分解表》这样本身说得清的名称，后面写了文号的。
 * - 没有书名号的条例、办法。
 * - 节选：不到三个部分，或看不出年度。
 *
 * English: A generic short name (《条例》, 《办法》) that the draft never introduces, one that is introduced for two
 * documents, or a document with two short names. Names that speak for themselves and extracts are not judged.
 */
export const shortName = defineRule({
  id: 'citations/short-name',
  catalogue: [],
  basis: ['practice'],
  severity: 'hint',
  scope: 'report',
  readers: { names: readNames },
  *run({ report }, { names }) {
    yield* introducedTwice(names);
    if (report.sections.length >= FEWEST_SECTIONS && report.reportYear) yield* neverIntroduced(names, report);
  },
});

const FEWEST_SECTIONS = 3;

interface Name {
  readonly kind: 'introduced' | 'generic' | 'title';
  /** The name without brackets. */
  readonly name: string;
  readonly folded: string;
  /** With its brackets. */
  readonly start: number;
  readonly end: number;
  /** Title that a short name is introduced for; undefined where none stands before it. */
  readonly title?: string;
}

const TITLE = /《([^《》\n]{2,100})》/g;
/** A number behind a name tells which document it is. */
const NUMBER = /^\s{0,2}[（(][^（()）]{0,40}\d[^（()）]{0,10}号/;

type NameFact = TextFact<Name>;

function readNames(text: string): readonly Name[] {
  const names: Name[] = [];
  const introduced = new Set<number>();
  const titles = matchesOf(text, TITLE);
  let next = 0;
  for (const { name, span, wordStart, isBracketed } of introductionsIn(text)) {
    const fact: Name = { kind: 'introduced', name, folded: fold(name), ...span };
    if (!isBracketed) {
      names.push(fact);
      continue;
    }
    introduced.add(span.start);
    for (let title = titles[next]; title && title.index + title[0].length <= wordStart; title = titles[next]) next++;
    const before = titles[next - 1];
    const isBehind =
      before !== undefined &&
      /^\s{0,2}[（(〔]/.test(text.slice(before.index + before[0].length, before.index + before[0].length + 3)) &&
      wordStart - before.index - before[0].length < 60;
    names.push({ ...fact, ...(isBehind ? { title: before[1] ?? '' } : {}) });
  }
  for (const match of titles) {
    const [whole, name = ''] = match;
    const start = match.index;
    const end = start + whole.length;
    if (introduced.has(start)) continue;
    const folded = fold(name);
    if (!isGenericShortName(folded)) names.push({ kind: 'title', name, folded, start, end });
    else if (!NUMBER.test(text.slice(end, end + 60))) names.push({ kind: 'generic', name, folded, start, end });
  }
  return names.sort((a, b) => a.start - b.start);
}

function* introducedTwice(facts: readonly NameFact[]): Iterable<Finding> {
  const byName = new Map<string, NameFact>();
  const byTitle = new Map<string, NameFact>();
  for (const each of facts) {
    const { fact, place } = each;
    if (fact.kind !== 'introduced' || fact.title === undefined) continue;
    const title = titleKey(fact.title);
    const sameName = byName.get(fact.folded);
    const sameTitle = byTitle.get(title);
    const details = (
      first: NameFact,
      message: 'citations/short-name#ambiguous' | 'citations/short-name#second',
    ): Finding =>
      finding(place(fact.start, fact.end), {
        message,
        args: { name: fact.name, first: first.fact.name, title: fact.title ?? '', other: first.fact.title ?? '' },
        related: [
          {
            span: first.place(first.fact.start, first.fact.end),
            message: 'related.introduced',
            args: { name: first.fact.name },
          },
        ],
      });
    if (sameName?.fact.title !== undefined && !isSameTitle(titleKey(sameName.fact.title), title)) {
      yield { ...details(sameName, 'citations/short-name#ambiguous'), severity: 'warning' };
    } else if (sameTitle && sameTitle.fact.folded !== fact.folded)
      yield details(sameTitle, 'citations/short-name#second');
    if (!sameName) byName.set(fact.folded, each);
    if (!sameTitle) byTitle.set(title, each);
  }
}

function titleKey(title: string): string {
  return fold(title)
    .replace(/^中华人民共和国/, '')
    .replace(/\(.*\)$/, '');
}

/** One may be written shorter, or stand in the name of the notice that issues it. */
function isSameTitle(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

function* neverIntroduced(facts: readonly NameFact[], report: ReportOutline): Iterable<Finding> {
  const settled = new Set(facts.flatMap(({ fact }) => (fact.kind === 'introduced' ? [fact.folded] : [])));
  for (const [index, { fact, place }] of facts.entries()) {
    if (fact.kind !== 'generic' || settled.has(fact.folded)) continue;
    settled.add(fact.folded);
    const titles = facts
      .slice(0, index)
      .filter(({ fact: { kind, folded } }) => kind === 'title' && folded.endsWith(fact.folded));
    const fix =
      new Set(titles.map(title => titleKey(title.fact.name))).size === 1 ? fixOf(titles[0], fact.name, report) : [];
    yield finding(place(fact.start, fact.end), {
      message: 'citations/short-name',
      args: { name: fact.name },
      fixes: fix,
    });
  }
}

/** Introduces the short name behind the title, or in the parentheses that stand there. */
function fixOf(title: NameFact | undefined, name: string, report: ReportOutline): Fix[] {
  if (!title) return [];
  const { fact, text, place } = title;
  const parentheses = /^[（(][^（()）]{1,40}(?=[）)])/.exec(text.slice(fact.end, fact.end + 60));
  const at = place(fact.end - 1, fact.end + (parentheses?.[0].length ?? 0)).end;
  const written = parentheses ? `，${writeShortName(name)}` : `（${writeShortName(name)}）`;
  if (at > report.source.text.length) return [];
  return [
    {
      kind: 'review',
      message: 'fix.introduce',
      args: { title: fact.name, name },
      edits: [replace({ start: at, end: at }, written)],
    },
  ];
}
