import { type Citation, contextOfYear } from '../../model/citations/citation.ts';
import { citationsIn } from '../../model/citations/citationScanner.ts';
import { clauseName } from '../../statutes/registry/clauseText.ts';
import { isOfEdition } from '../../model/equations/judgedTables.ts';
import type { Edition, TableSpec } from '../../format/types.ts';
import { type Placed, type Table } from '../../syntax/block.ts';
import { memoByObject } from '../../text/memo.ts';
import { shift, type Span } from '../../text/span.ts';
import type { ReportContext, ReportOutline } from '../support/contexts.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 第二部分表格小标题的条款项，本年格式没有。
 *
 * 2021年格式的第二部分有第二十条第（一）（五）（六）（八）项，2019年格式还有第（九）项。小标题写了别的项、别的条，多半是笔误，或
 * 沿用了旧格式。快速修复改为还缺的小标题。
 *
 * 不报：
 * - 整张表用了别的年份的表样：另有规则。
 * - 正文里提到的条款。
 *
 * English: A caption in the tables of section two names an item of article 20 that the edition does not have there.
 * Tables of another edition are reported by another rule.
 */
export const captionItem = defineRule({
  id: 'citations/caption-item',
  catalogue: ['S06'],
  basis: ['edition:2021#t2.disclosure', 'edition:2019#t2.disclosure'],
  severity: 'warning',
  scope: 'report',
  *run({ report, citations }) {
    const { edition } = report;
    if (!edition?.isPrescribed) return;
    const allowed = captionsOf(edition);
    const captions = [...captionsIn(report, citations)];
    const present = new Set(captions.map(({ citation }) => keyOf(citation)));
    const absent = [...allowed].flatMap(([key, name]) => (present.has(key) ? [] : [name]));
    const seen = new Set<number>();
    for (const { citation, span } of captions) {
      if (allowed.has(keyOf(citation)) || seen.has(span.start)) continue;
      seen.add(span.start);
      yield finding(span, {
        message: 'citations/caption-item',
        args: { clause: clauseName(citation), edition: edition.name, items: [...allowed.values()].join('、') },
        fixes: absent.map(clause => ({
          kind: 'review',
          message: 'fix.useClause',
          args: { clause },
          edits: [replace(span, clause)],
        })),
      });
    }
  },
});

function keyOf({ article, item = 0 }: Citation): string {
  return `${String(article)}.${String(item)}`;
}

const CONTEXT = contextOfYear(null);

/** `article.item` of the edition's captions, with their names. */
const captionsOf = memoByObject((edition: Edition): ReadonlyMap<string, string> => {
  const parts = edition.tables.filter(isOfSectionTwo).flatMap(table => table.parts);
  return new Map(
    parts
      .flatMap(({ caption }) => citationsIn(caption, CONTEXT))
      .map(citation => [keyOf(citation), clauseName(citation)]),
  );
});

function isOfSectionTwo({ role }: TableSpec): boolean {
  return role === 'disclosure';
}

interface Caption {
  readonly citation: Citation;
  readonly span: Span;
}

function* captionsIn(report: ReportOutline, citations: ReportContext['citations']): Iterable<Caption> {
  for (const table of report.tables) {
    if (!isOfSectionTwo(table.spec) || !isOfEdition(table, report)) continue;
    for (const placed of table.blocks) yield* inTable(placed);
  }
  const section = report.sections.find(({ role }) => role === 'proactive');
  if (!section || !report.tables.some(table => isOfSectionTwo(table.spec) && isOfEdition(table, report))) return;
  const others = new Set(report.otherTables.map(({ at }) => at));
  for (const placed of section.blocks) if (others.has(placed.at)) yield* inTable(placed);
  for (const {
    text,
    citations: [citation],
    place,
  } of citations(section)) {
    if (citation?.how !== 'bare' || citation.item === undefined) continue;
    const { start, end } = citation.span;
    if (text.slice(0, start).trim() === '' && text.slice(end).trim() === '')
      yield { citation, span: place(start, end) };
  }
}

/** Cells of a table that hold nothing but a clause; places count from the start of the table. */
const captionCells = memoByObject((table: Table): readonly Caption[] => {
  const cells = new Set(table.rows.flatMap(({ cells: row }) => row));
  return [...cells].flatMap(({ text, span }) => {
    if (!text.startsWith('第') || text.length > LONGEST_CAPTION) return [];
    const [citation, another] = citationsIn(text, CONTEXT);
    return citation?.item !== undefined && !another && citation.span.end === text.length ? [{ citation, span }] : [];
  });
});

/** The same with places in the draft. */
function* inTable({ at, block }: Placed): Iterable<Caption> {
  if (block.kind !== 'table') return;
  for (const { citation, span } of captionCells(block)) yield { citation, span: shift(span, at) };
}

const LONGEST_CAPTION = 30;
