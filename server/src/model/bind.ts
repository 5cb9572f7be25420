import { OGI_REPORT } from '../format/builtInKinds.ts';
import { BUILT_IN, type EditionSet } from '../format/editionSet.ts';
import type { Edition } from '../format/types.ts';
import type { LocalStatutes } from '../statutes/registry/localStatutes.ts';
import { blocksByKind, type Directive, type Placed } from '../syntax/block.ts';
import type { Source } from '../text/source.ts';
import { shift } from '../text/span.ts';
import { simplifiedText } from '../text/traditional.ts';
import { bindTables } from './boundTables.ts';
import { namedByFile } from './fileNameTitle.ts';
import { readIdentity } from './identity.ts';
import { readKind } from './kind.ts';
import { ownSideOf } from './mergeConflicts.ts';
import type { Report, Stated } from './report.ts';
import { bindSections } from './sections.ts';
import { bindTable } from './tables/binder.ts';

/** What a draft is read with, besides its text. */
export interface BindOptions {
  /** Editions to choose from; those built in where it is left out. */
  readonly editions?: EditionSet;
  /** Statutes of the workspace's own. */
  readonly localStatutes?: LocalStatutes | undefined;
  /** Tells the year where the draft does not, and may name another report. */
  readonly fileName?: string | undefined;
}

/**
 * Understands a draft: which kind, which edition of it, which sections, which tables. `wanted` overrides the choice of
 * an edition by year, for drafts of its kind.
 */
export function bind(
  source: Source,
  blocks: readonly Placed[],
  wanted: Edition['id'] | null,
  { editions: known = BUILT_IN, localStatutes, fileName }: BindOptions = {},
): Report {
  const { directives } = blocksByKind(blocks);
  const own = ownSideOf(blocks);
  const directed = directedEdition(directives, known);
  const wished = wanted === null ? undefined : known.byId(wanted);
  const kind = directed?.kind ?? readKind(own, known) ?? wished?.kind ?? OGI_REPORT;
  const editions = known.ofKind(kind);
  const identity = readIdentity(own, kind, fileName);
  const yearDirective = directives.findLast(({ block }) => block.command.kind === 'year');
  const reportYear: Stated<number> | null =
    yearDirective?.block.command.kind === 'year'
      ? { value: yearDirective.block.command.year, span: shift(yearDirective.block.span, yearDirective.at) }
      : identity.year;
  const edition =
    directed ??
    (wished?.kind === kind ? wished : undefined) ??
    (reportYear ? editions.forYear(reportYear.value) : undefined) ??
    editionByTables(blocks, editions) ??
    null;
  const chosen = { edition, editions };
  const sections = bindSections(own, chosen, identity.place);
  const { tables, otherTables } = bindTables(own, chosen, sections, reportYear?.value ?? null);
  return {
    source,
    blocks,
    directives,
    kind,
    edition,
    editions,
    reportYear,
    yearSource: yearDirective ? 'comment' : identity.yearSource,
    title: identity.title,
    publicBody: identity.publicBody && asWritten(identity.publicBody, source),
    namedByFile: fileName === undefined ? null : namedByFile(fileName),
    sections,
    tables,
    otherTables,
    ...(localStatutes ? { localStatutes } : {}),
  };
}

/** A name with the characters of the draft where those were read as simplified ones: 於潜镇, 雲州縣. */
function asWritten({ value, span }: Stated<string>, source: Source): Stated<string> {
  if (!span) return { value, span };
  const written = source.slice(span);
  const read = simplifiedText(written);
  if (read === written) return { value, span };
  let at = 0;
  const signs = Array.from(value, sign => {
    const found = read.indexOf(sign, at);
    if (found < 0) return sign;
    at = found + 1;
    return written.charAt(found);
  });
  return { value: signs.join(''), span };
}

function directedEdition(directives: readonly Placed<Directive>[], editions: EditionSet): Edition | undefined {
  for (const { block } of directives) {
    if (block.command.kind === 'edition') {
      const edition = editions.byId(block.command.edition);
      if (edition) return edition;
    }
  }
  return undefined;
}

/** Without a year only labels that one edition has alone decide. */
function editionByTables(blocks: readonly Placed[], editions: EditionSet): Edition | undefined {
  for (const placed of blocksByKind(blocks).tables) {
    const binding = bindTable(placed.block, { edition: null, editions });
    if (binding?.spec.role === 'disclosure') return binding.edition;
  }
  return undefined;
}
