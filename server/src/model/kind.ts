import { kindByTitle } from '../format/anyTitle.ts';
import type { EditionSet } from '../format/editionSet.ts';
import { FIRST_KIND, type ReportKind } from '../format/kind.ts';
import { readKindAnnouncement, readKindTitle } from '../format/kindTitle.ts';
import { readMentions } from '../format/reportMentions.ts';
import { REPORT_NAME } from '../format/reportNames.ts';
import type { SectionRole } from '../format/types.ts';
import type { Placed } from '../syntax/block.ts';
import type { TextBlock } from '../syntax/paragraphFacts.ts';
import { memoByObject, memoByObjectAndKey } from '../text/memo.ts';
import { beginningOf, isSectionLine, simplifiedOf, titleIn, type Beginning, type Line } from './beginning.ts';
import { matchTitle } from './sectionTitle.ts';

/**
 * The kind of report that a draft is: told by its title, else by the sentence that presents it, else by what its
 * headings speak of. Null where nothing tells.
 */
export function readKind(blocks: readonly Placed[], editions: EditionSet): ReportKind | null {
  const [first, ...others] = editions.kinds;
  if (!first || others.length === 0) return null;
  const beginning = beginningOf(blocks);
  const { before } = beginning;
  const titled = kindByTitle(editions.kinds, kind => titleIn(before, kind));
  if (titled) return titled.kind;
  if (before.some(({ placed }) => announcesFirst(placed.block))) return first;
  const possible = others.filter(kind => !before.some(({ placed }) => lineOf(placed.block, kind).is === 'other'));
  return (
    possible.find(kind => before.some(({ text }) => readKindAnnouncement(text, kind) !== undefined)) ??
    possible.find(kind => isToldByHeadings(beginning, kind, editions)) ??
    null
  );
}

const NAME = new RegExp(REPORT_NAME);

/** Whether a paragraph presents a report of the first kind. */
const announcesFirst = memoByObject((block: TextBlock) => {
  const text = simplifiedOf(block);
  return NAME.test(text) && readMentions(text).some(({ isAnnounced }) => isAnnounced);
});

/** A line that is no title of a kind for the words in it. */
export interface Exclusion {
  readonly kind: ReportKind;
  readonly words: string;
}

/** By what a text begins with the title of something about reports of a kind that is none: an explanation, a notice. */
export function exclusionIn(blocks: readonly Placed[], editions: EditionSet): Exclusion | undefined {
  const { before } = beginningOf(blocks);
  for (const kind of editions.whole.kinds) {
    if (kind.titles.length === 0) continue;
    for (const { placed } of before) {
      const line = lineOf(placed.block, kind);
      if (line.is === 'other') return { kind, words: line.words };
    }
  }
  return undefined;
}

/** What a line by itself says of a kind. */
const lineOf = memoByObjectAndKey((block: TextBlock, kind: ReportKind) => readKindTitle(simplifiedOf(block), kind));

/** Sections that no other kind than the first has. */
const OWN_ROLES: readonly (SectionRole | undefined)[] = [
  'proactive',
  'interpretation',
  'requests',
  'fees',
  'reviewLitigation',
];

/**
 * Whether a text without any title is an extract of a kind: a heading of the first level speaks of its subject, or the
 * opening does and a heading is one of its sections.
 */
function isToldByHeadings({ all, before }: Beginning, kind: ReportKind, editions: EditionSet): boolean {
  const names = ({ text }: Line) => kind.subjects.some(subject => text.includes(subject));
  const headings = all.filter(isSectionLine);
  const isTitled = before.some(({ text }) => text.length <= LONGEST_TITLE && !SENTENCE_SIGN.test(text));
  const hasSubject = headings.some(names);
  if (headings.length === 0 || isTitled || !(hasSubject || before.some(names))) return false;
  const sectionIn = ({ placed: { block } }: Line, of: ReportKind | undefined) =>
    block.kind === 'heading' && of ? matchTitle(block, { edition: null, editions: editions.ofKind(of) }) : null;
  const first = editions.kindById(FIRST_KIND);
  if (headings.some(heading => OWN_ROLES.includes(sectionIn(heading, first)?.spec.role))) return false;
  return hasSubject || headings.some(heading => sectionIn(heading, kind) !== null);
}

const LONGEST_TITLE = 60;
const SENTENCE_SIGN = /[，,。；;：:]/;
