import type { FormCell, FormFigure, FormTable, TableForm } from '../../protocol/tableForm.ts';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { demandsOn, YES_AND_NO } from '../../format/cellTypes.ts';
import { CARRIED_OVER } from '../../format/metrics.ts';
import type { LayoutCell } from '../../format/types.ts';
import type { Language } from '../../messages/message.ts';
import { message, messagesIn } from '../../messages/text.ts';
import { evaluate } from '../../model/equations/evaluate.ts';
import { anchorOf, computedTotals, totalFigures, verdicts } from '../../model/equations/totals.ts';
import { figureKey, valueOf, type Figure, type TableContent } from '../../model/report.ts';
import { withBlankCells } from '../../model/writing/cellChanges.ts';
import { styleOf } from '../../model/writing/draftStyle.ts';
import { replaceByStandard } from '../../model/writing/standardTable.ts';
import { labelFor } from '../../model/writing/write.ts';
import { toRange } from '../support/convert.ts';
import { countEquations, tablesWithEquations } from './equations.ts';
import { cellName, equationText, plainNumber } from './equationText.ts';
import { mentionsForForm } from './formMentions.ts';
import { cellById, cellId, tablesOfForm, type TableOfForm } from './formTables.ts';

type Draft = Pick<Snapshot, 'version' | 'source' | 'report'>;

/** Figures of last year's report by {@link FormFigure.id}. */
export type LastYear = ReadonlyMap<string, number>;

/** The official tables of a draft as a form, with the state of their equations and what the text says of them. */
export function tableForm(draft: Draft, language: Language, lastYear: LastYear = new Map()): TableForm {
  const { version, report } = draft;
  const tables = tablesOfForm(report);
  const counts = tablesWithEquations(report).map(countEquations);
  return {
    version,
    title: report.title?.value ?? '',
    tables: tables.map(each => formTable(draft, each, language, lastYear)),
    equations: message(language, 'lens.equations', {
      holds: counts.reduce((sum, { holds }) => sum + holds, 0),
      broken: counts.reduce((sum, { broken }) => sum + broken, 0),
      unknown: counts.reduce((sum, { unknown }) => sum + unknown, 0),
    }),
    prose: mentionsForForm(report, tables, language),
  };
}

function formTable(draft: Draft, entry: TableOfForm, language: Language, lastYear: LastYear): FormTable {
  const { source, report } = draft;
  const { id, spec, table, isChecked, heads, section } = entry;
  const say = messagesIn(language);
  const base = { id, title: language === 'en' ? spec.englishTitle : spec.title };
  const figureCell = cellWriter(draft, entry, language, lastYear);
  const rows = spec.layout.map(cells =>
    cells.map((cell): FormCell => ({
      ...(cell.kind === 'figure'
        ? figureCell(cell)
        : { kind: 'label', text: labelFor(spec, cell.text, report.reportYear?.value) }),
      rowSpan: cell.rowSpan ?? 1,
      columnSpan: cell.columnSpan ?? 1,
    })),
  );
  if (!table) {
    const isInsertable = section !== undefined && styleOf(report) !== null;
    const note = isInsertable
      ? say(heads ? 'form.missing#heads' : 'form.missing')
      : section
        ? say('form.missing#webPage')
        : say('form.missing#section', { title: sectionTitle(draft, entry) });
    return { ...base, state: isInsertable ? 'insertable' : 'missing', note, isReplaceable: false, rows, computed: 0 };
  }
  const isReplaceable = replaceByStandard(report, table, 'line') !== undefined;
  const note = !isChecked
    ? say('form.otherEdition')
    : report.tables.some(({ repeats }) => repeats === table)
      ? say('form.repeated')
      : isReplaceable
        ? say('form.notStandard')
        : '';
  return {
    ...base,
    state: 'present',
    note,
    isReplaceable,
    rows,
    computed: isChecked ? computedTotals(withBlankCells(table)).size : 0,
    range: toRange(source, table.span),
  };
}

function sectionTitle({ report }: Draft, { spec }: TableOfForm): string {
  return report.edition?.sections.find(({ id }) => id === spec.section)?.title ?? spec.title;
}

type Written = Omit<FormFigure, 'rowSpan' | 'columnSpan'>;

/** Makes the cells of one table. */
function cellWriter(
  { source }: Draft,
  entry: TableOfForm,
  language: Language,
  lastYear: LastYear,
): (cell: Extract<LayoutCell, { kind: 'figure' }>) => Written {
  const table = entry.table && withBlankCells(entry.table);
  const checked = entry.isChecked ? table : undefined;
  const totals: ReadonlySet<Figure | undefined> = table ? totalFigures(table) : new Set();
  const problems = checked ? problemsIn(checked, language) : new Map<Figure, FormFigure['problem']>();
  const computed = checked ? computedTotals(checked) : new Map<Figure, number>();
  return ({ row: rowKey, column: columnKey }) => {
    const id = cellId(entry, rowKey, columnKey);
    const found = cellById([entry], id);
    const key = figureKey(rowKey, columnKey);
    const figure = table?.figures.get(key);
    const number = figure && computed.get(figure);
    const problem = figure && problems.get(figure);
    return {
      kind: 'figure',
      id,
      name: found ? cellName(found) : id,
      text: figure?.text ?? '',
      state: figure?.quantity.kind ?? 'locked',
      ...choicesOf(figure),
      isTotal: totals.has(figure),
      ...(number === undefined ? {} : { computed: plainNumber(number) }),
      ...(problem ? { problem } : {}),
      ...fromLastYear(entry, rowKey, columnKey, lastYear, language),
      ...(entry.table?.figures.has(key) === true && figure ? { range: toRange(source, figure.span) } : {}),
    };
  };
}

/** What a cell of words may be chosen from. */
function choicesOf(figure: Figure | undefined): Pick<FormFigure, 'choices'> {
  if (!figure) return {};
  const { type, choices } = demandsOn(figure.row, figure.column);
  return type === 'choice' && choices ? { choices } : type === 'yesNo' ? { choices: YES_AND_NO.slice(0, 2) } : {};
}

function fromLastYear(
  entry: TableOfForm,
  row: string,
  column: string,
  lastYear: LastYear,
  language: Language,
): Pick<FormFigure, 'lastYear' | 'origin'> {
  const value = lastYear.get(cellId(entry, row, column));
  const isCarried = entry.spec.id === CARRIED_OVER.table && row === CARRIED_OVER.into;
  const carried = isCarried ? lastYear.get(cellId(entry, CARRIED_OVER.from, column)) : undefined;
  return {
    ...(value === undefined ? {} : { lastYear: plainNumber(value) }),
    ...(carried === undefined ? {} : { origin: message(language, 'form.carried', { value: plainNumber(carried) }) }),
  };
}

/** What is wrong with cells, with both numbers and the number that mends it. */
function problemsIn(table: TableContent, language: Language): ReadonlyMap<Figure, FormFigure['problem']> {
  const style = { language, computed: computedTotals(table) };
  const problems = new Map<Figure, FormFigure['problem']>();
  const spoken = new Set<unknown>();
  for (const { figure, kind, values, outcomes } of verdicts(table)) {
    if (kind !== 'wrong' && kind !== 'doubtful') continue;
    const [value, ...others] = values.map(plainNumber);
    if (value === undefined) continue;
    for (const outcome of outcomes) spoken.add(outcome);
    const stated = valueOf(figure) === undefined ? message(language, 'form.blank') : figure.text;
    const lines = outcomes.map(outcome => equationText(outcome, style)).filter(line => line !== undefined);
    const isSure = kind === 'wrong' && others.length === 0;
    const say = isSure ? 'form.wrong' : kind === 'wrong' ? 'form.wrong#either' : 'form.doubtful';
    const first = message(language, say, { stated, value: [value, ...others].join(message(language, 'inlay.or')) });
    problems.set(figure, {
      kind: kind === 'wrong' ? 'wrong' : 'doubtful',
      text: [first, ...lines].join('\n'),
      ...(isSure ? { mended: value } : {}),
    });
  }
  for (const outcome of evaluate(table)) {
    const anchor = anchorOf(outcome);
    const text = equationText(outcome, style);
    if (outcome.kind !== 'broken' || spoken.has(outcome) || !anchor || problems.has(anchor) || text === undefined)
      continue;
    problems.set(anchor, { kind: 'doubtful', text });
  }
  return problems;
}
