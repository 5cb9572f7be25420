import { editionById, editionForYear } from '../format/index.ts';
import type { Edition } from '../format/types.ts';
import type { LocalStatutes } from '../statutes/registry/localStatutes.ts';
import { blocksByKind, type Directive, type Placed } from '../syntax/block.ts';
import type { Source } from '../text/source.ts';
import { shift } from '../text/span.ts';
import { bindTables } from './boundTables.ts';
import { readIdentity } from './identity.ts';
import { ownSideOf } from './mergeConflicts.ts';
import type { Report, Stated } from './report.ts';
import { bindSections } from './sections.ts';
import { bindTable } from './tables/binder.ts';

/**
 * Understands a draft: which edition, which sections, which tables. `edition` overrides the choice by year;
 * `localStatutes` are those of the workspace's own; `fileName` tells the year where the draft does not.
 */
export function bind(
  source: Source,
  blocks: readonly Placed[],
  edition: Edition['id'] | null,
  localStatutes?: LocalStatutes,
  fileName?: string,
): Report {
  const { directives } = blocksByKind(blocks);
  const own = ownSideOf(blocks);
  const identity = readIdentity(own, fileName);
  const yearDirective = directives.findLast(({ block }) => block.command.kind === 'year');
  const reportYear: Stated<number> | null =
    yearDirective?.block.command.kind === 'year'
      ? { value: yearDirective.block.command.year, span: shift(yearDirective.block.span, yearDirective.at) }
      : identity.year;
  const chosen =
    directedEdition(directives) ??
    (edition === null ? undefined : editionById(edition)) ??
    (reportYear ? editionForYear(reportYear.value) : undefined) ??
    editionByTables(blocks) ??
    null;
  const sections = bindSections(own, chosen, identity.place);
  const { tables, otherTables } = bindTables(own, chosen, sections);
  return {
    source,
    blocks,
    directives,
    edition: chosen,
    reportYear,
    yearSource: yearDirective ? 'comment' : identity.yearSource,
    title: identity.title,
    publicBody: identity.publicBody,
    sections,
    tables,
    otherTables,
    ...(localStatutes ? { localStatutes } : {}),
  };
}

function directedEdition(directives: readonly Placed<Directive>[]): Edition | undefined {
  for (const { block } of directives) {
    if (block.command.kind === 'edition') {
      const edition = editionById(block.command.edition);
      if (edition) return edition;
    }
  }
  return undefined;
}

/** Without a year only labels that one edition has alone decide. */
function editionByTables(blocks: readonly Placed[]): Edition | undefined {
  for (const placed of blocksByKind(blocks).tables) {
    const binding = bindTable(placed.block, null);
    if (binding?.spec.id === 't2.disclosure') return editionById(binding.editionId);
  }
  return undefined;
}
