import { type LocalStatutes } from '../../statutes/registry/localStatutes.ts';
import { isKind } from '../../syntax/block.ts';
import { textOf, type TextBlock } from '../../syntax/paragraphFacts.ts';
import { memoByContext, memoByObject } from '../../text/memo.ts';
import { publicationOf } from '../publication.ts';
import type { Report } from '../report.ts';
import { contextOfYear, type Abbreviation, type CitationContext } from './citation.ts';
import { introducedIn } from './citationScanner.ts';
import { mayIntroduceShortName } from './shortNames.ts';

/**
 * Context of a draft: its report year (that of its edition where it states none), its day of publication and the short
 * names it introduces. Versions of a draft that say the same of these share one object, so that what was read with it
 * can be kept with the blocks.
 */
export const citationContext = memoByObject((report: Report): CitationContext => shared(readContext(report)));

/** Short names that a paragraph introduces: they follow from its words and from the statutes that are known. */
function readIntroductions(block: TextBlock, local?: LocalStatutes) {
  const text = textOf(block);
  return mayIntroduceShortName(text) ? [...introducedIn(text, contextOfYear(null, local))] : [];
}
const builtInIntroductions = memoByObject((block: TextBlock) => readIntroductions(block));
const localIntroductions = memoByContext<LocalStatutes, TextBlock, ReturnType<typeof readIntroductions>>(
  readIntroductions,
);

function readContext(report: Report): CitationContext {
  const reportYear =
    report.reportYear?.value ?? (report.edition ? (report.edition.years.to ?? report.edition.years.from) : null);
  const publishedOn = publicationOf(report)?.date;
  const local = report.localStatutes;
  const abbreviations = new Map<string, Abbreviation>();
  for (const placed of report.blocks) {
    if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) continue;
    const introduced = local ? localIntroductions(placed.block, local) : builtInIntroductions(placed.block);
    for (const [folded, abbreviation] of introduced)
      if (!abbreviations.has(folded)) abbreviations.set(folded, abbreviation);
  }
  return {
    reportYear,
    abbreviations,
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(local ? { local } : {}),
  };
}

/**
 * Contexts of the last drafts, the last used first: an equal context is replaced by the one that readings are kept
 * with.
 */
const recent: CitationContext[] = [];
/**
 * More than the closed drafts that a search for references reads: it must not displace the context of the draft in
 * which somebody types, or the next keystroke would check all of that draft anew.
 */
const MOST_RECENT_CONTEXTS = 256;

function shared(context: CitationContext): CitationContext {
  const index = recent.findIndex(other => saysTheSame(other, context));
  const found = index < 0 ? context : (recent.splice(index, 1)[0] ?? context);
  recent.unshift(found);
  recent.length = Math.min(recent.length, MOST_RECENT_CONTEXTS);
  return found;
}

function saysTheSame(a: CitationContext, b: CitationContext): boolean {
  if (
    a.local !== b.local ||
    a.reportYear !== b.reportYear ||
    a.publishedOn !== b.publishedOn ||
    a.abbreviations.size !== b.abbreviations.size
  )
    return false;
  for (const [folded, one] of a.abbreviations) {
    const other = b.abbreviations.get(folded);
    if (!other || (other !== one && !introduceTheSame(one, other))) return false;
  }
  return true;
}

function introduceTheSame(a: Abbreviation, b: Abbreviation): boolean {
  return (
    a.name === b.name &&
    a.title === b.title &&
    a.hint.age === b.hint.age &&
    a.hint.year === b.hint.year &&
    a.hint.numbered === b.hint.numbered &&
    a.candidates.length === b.candidates.length &&
    a.candidates.every((candidate, i) => candidate === b.candidates[i])
  );
}
