import type { Snapshot } from '../../analysis/snapshot.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { totalFills, zeroFills } from '../../model/writing/fillTable.ts';
import type { BoundTable, Report } from '../../model/report.ts';
import { convertTable } from '../../model/writing/rewrite.ts';
import { replaceByStandard } from '../../model/writing/standardTable.ts';
import type { TableLayout } from '../../model/writing/write.ts';
import type { FixId } from '../../rules/support/rule.ts';
import { isKind, type Placed, type Table } from '../../syntax/block.ts';
import type { Change } from '../../text/change.ts';
import type { Span } from '../../text/span.ts';
import { memoByObjectAndKey } from '../../text/memo.ts';
import { draftAfter, type ReadDraft } from '../support/draftAfter.ts';
import { allowsComments, type DraftFile } from '../support/draftFile.ts';

/** The part of a draft that actions on its tables are made of. */
export type TableDraft = ReadDraft & Pick<Snapshot, 'report'>;

/** Something that can be done with the whole table under the cursor. */
export interface TableAction {
  /** Message that its title is made of. */
  readonly fix: FixId;
  readonly title: string;
  readonly changes: readonly Change[];
  /** Messages of the findings on the table that it removes. */
  readonly solves: readonly string[];
  /** Extent of the table. */
  readonly span: Span;
}

const LAYOUTS: readonly TableLayout[] = ['pipe', 'html', 'tabbed'];
/** Findings that a standard table does not have. */
const SOLVED_BY_STANDARD: readonly string[] = [
  'tables/missing-row',
  'tables/missing-row#column',
  'tables/extra-row#renamed',
  'tables/not-readable',
  'tables/not-readable#none',
  'tables/other-edition',
  'tables/row-order',
  'tables/row-order#column',
];

/**
 * What can be done with the table that a place meets: fill blanks with 0, compute totals, put the standard table in its
 * place, write it in another layout. None where no table is met or several are.
 */
export function tableActions(draft: TableDraft, place: Span, language: Language, file: DraftFile): TableAction[] {
  const { report } = draft;
  const met = report.blocks.filter(
    (placed): placed is Placed<Table> => isKind(placed, 'table') && meets(placed, place),
  );
  const [placed, ...others] = met;
  if (!placed) return [];
  const table = report.tables.find(({ blocks }) => blocks.some(({ at }) => at === placed.at));
  if (others.some(({ at }) => table?.blocks.every(block => block.at !== at) ?? true)) return [];
  return [
    ...(table ? officialActions(report, table, language, file) : []),
    ...(others.length === 0 ? conversions(draft, placed, language) : []),
  ];
}

function meets({ at, block }: Placed<Table>, { start, end }: Span): boolean {
  return at + block.span.start <= end && start <= at + block.span.end;
}

function officialActions(report: Report, table: BoundTable, language: Language, file: DraftFile): TableAction[] {
  const { span } = table;
  const zeros = zeroFills(report.source, table);
  const totals = totalFills(report.source, table);
  const standard = replaceByStandard(report, table, allowsComments(file) ? 'comment' : 'line');
  return [
    ...(zeros.length > 0
      ? [
          {
            fix: 'fix.fillBlanks' as const,
            title: message(language, 'fix.fillBlanks', { count: zeros.length }),
            changes: zeros,
            solves: ['tables/blank-cells', 'tables/blank-cells#all'],
            span,
          },
        ]
      : []),
    ...(totals.length > 0
      ? [
          {
            fix: 'fix.computeTotals' as const,
            title: message(language, 'fix.computeTotals', { count: totals.length }),
            changes: totals,
            solves: [],
            span,
          },
        ]
      : []),
    ...(standard
      ? [
          {
            fix: 'fix.standardTable' as const,
            title: message(language, 'fix.standardTable'),
            changes: standard,
            solves: SOLVED_BY_STANDARD,
            span,
          },
        ]
      : []),
  ];
}

function conversions(draft: TableDraft, placed: Placed<Table>, language: Language): TableAction[] {
  return conversionsOf(draft, placed.at).map(({ layout, change }) => ({
    fix: `fix.convert.${layout}`,
    title: message(language, `fix.convert.${layout}`),
    changes: [change],
    solves: [],
    span: change.span,
  }));
}

/**
 * Conversions of the table that starts at a place, each read again with the whole draft; kept with the draft's version,
 * as they are asked for with every move of the cursor.
 */
const conversionsOf = memoByObjectAndKey((draft: TableDraft, at: number) => {
  const placed = draft.report.blocks.find((each): each is Placed<Table> => each.at === at && isKind(each, 'table'));
  return LAYOUTS.flatMap(layout => {
    const change = placed && convertTable(draft.report, placed, layout, one => draftAfter(draft, [one]).report);
    return change ? [{ layout, change }] : [];
  });
});
