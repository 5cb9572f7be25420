import type { FormFigure, FormTable } from '../../../server/src/protocol/tableForm.ts';
import { button, element, set } from '../pages/dom.ts';
import { placesOf, type PlacedCell } from './grid.ts';
import type { FormWords } from './messages.ts';

/** Makes ids of elements of names that hold blanks. */
export function elementId(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '-');
}

/** What the form does for a table's own buttons. */
export interface TableActions {
  insert(table: string): void;
  replace(table: string): void;
}

/** A table with its heading, its note and its buttons. */
export function tableView(table: FormTable, words: FormWords, actions: TableActions): HTMLElement {
  const heading = `table-${elementId(table.id)}`;
  const name = element('h2', { id: heading }, [table.title]);
  const note = table.note === '' ? [] : [element('p', { class: 'note' }, [table.note])];
  const does = (label: string, act: (id: string) => void) =>
    button(
      label,
      () => {
        act(table.id);
      },
      { 'aria-describedby': heading },
    );
  const buttons = [
    ...(table.state === 'insertable' ? [does(words['client.form.insert'], actions.insert)] : []),
    ...(table.isReplaceable ? [does(words['client.form.replace'], actions.replace)] : []),
  ];
  const grid = table.state === 'present' ? [element('div', { class: 'scroll' }, [gridOf(table, heading)])] : [];
  return element('section', { 'aria-labelledby': heading, 'data-table': table.id }, [
    name,
    ...note,
    ...buttons,
    ...grid,
  ]);
}

/** The grid as printed; cells are filled in by {@link showFigure}. */
function gridOf(table: FormTable, heading: string): HTMLTableElement {
  const places = placesOf(table);
  const heads = headsOf(places);
  const rows = table.rows.map((_, row) =>
    element(
      'tr',
      { role: 'row' },
      places.filter(place => place.row === row).map(place => cellOf(table, place, heads)),
    ),
  );
  return element('table', { role: 'grid', 'aria-labelledby': heading, 'data-grid': table.id }, [
    element('tbody', { role: 'rowgroup' }, rows),
  ]);
}

type Place = PlacedCell<FormTable['rows'][number][number]>;

function cellOf(table: FormTable, place: Place, heads: Heads): HTMLTableCellElement {
  const { cell } = place;
  const spans = {
    rowspan: cell.rowSpan > 1 && cell.rowSpan,
    colspan: cell.columnSpan > 1 && cell.columnSpan,
  };
  if (cell.kind === 'figure')
    return element(
      'td',
      {
        role: 'gridcell',
        tabindex: -1,
        id: `cell-${elementId(cell.id)}`,
        'data-cell': cell.id,
        headers:
          heads
            .of(place)
            .map(head => headId(table, head))
            .join(' ') || undefined,
        ...spans,
      },
      [element('span', { class: 'text' }), element('span', { class: 'aside' })],
    );
  // A cell without words heads nothing.
  if (cell.text === '') return element('td', { role: 'gridcell', ...spans });
  const isRowHead = heads.isRowHead(place);
  const scope = `${isRowHead ? 'row' : 'col'}${(isRowHead ? cell.rowSpan : cell.columnSpan) > 1 ? 'group' : ''}`;
  return element('th', { role: isRowHead ? 'rowheader' : 'columnheader', scope, id: headId(table, place), ...spans }, [
    cell.text,
  ]);
}

function headId({ id }: FormTable, { row, column }: Place): string {
  return `head-${elementId(id)}-${String(row)}-${String(column)}`;
}

/** Which labels head which figures: those before them in their rows, those above them since the last figures. */
interface Heads {
  isRowHead(label: Place): boolean;
  of(figure: Place): readonly Place[];
}

function headsOf(places: readonly Place[]): Heads {
  const labels = places.filter(({ cell }) => cell.kind === 'label' && cell.text !== '');
  const figureRows = new Set(places.flatMap(({ cell, row }) => (cell.kind === 'figure' ? [row] : [])));
  const isRowHead = ({ row }: Place) => figureRows.has(row);
  return {
    isRowHead,
    of: figure => {
      const { row, column, cell } = figure;
      const before = labels.filter(
        label => isRowHead(label) && label.row <= row && label.row + label.cell.rowSpan > row && label.column < column,
      );
      const above = labels.filter(
        label =>
          !isRowHead(label) &&
          label.row < row &&
          label.column < column + cell.columnSpan &&
          label.column + label.cell.columnSpan > column,
      );
      // Heads of a part go with the part: between them and the figures no other heads stand below figures.
      const nearest = above.filter(label => !above.some(other => isBelowFigures(other, label, figureRows)));
      return [...before, ...nearest];
    },
  };
}

function isBelowFigures(below: Place, above: Place, figureRows: ReadonlySet<number>): boolean {
  for (let row = above.row + 1; row < below.row; row++) if (figureRows.has(row)) return true;
  return false;
}

/** Shows a cell's text, its computed number and its state. `pending`: typed, and not yet in the draft. */
export function showFigure(
  target: HTMLElement,
  figure: FormFigure,
  pending: string | undefined,
  isReadOnly: boolean,
  words: FormWords,
): void {
  const [text, aside] = target.querySelectorAll('span');
  const written = pending ?? figure.text;
  const isGhost = pending === undefined && figure.state !== 'value' && figure.computed !== undefined;
  if (text) text.textContent = written;
  if (aside) {
    const marks = [
      isGhost ? `= ${figure.computed ?? ''}` : '',
      figure.problem ? '≠' : '',
      figure.lastYear === undefined ? '' : `${words['client.form.lastYear']} ${figure.lastYear}`,
    ];
    aside.textContent = marks.filter(mark => mark !== '').join(' ');
  }
  set(target, 'data-state', figure.state);
  set(target, 'data-problem', figure.problem?.kind);
  set(target, 'data-total', figure.isTotal);
  set(target, 'data-pending', pending !== undefined);
  set(target, 'aria-invalid', figure.problem ? 'true' : undefined);
  set(target, 'aria-readonly', isReadOnly || figure.state === 'locked' ? 'true' : undefined);
  set(target, 'aria-description', [...linesAbout(figure, words)].join('；') || undefined);
}

/** What is to be said of a cell besides its text. */
export function* linesAbout(figure: FormFigure, words: FormWords): Iterable<string> {
  if (figure.state === 'locked') yield words['client.form.locked'];
  if (figure.computed !== undefined) yield `${words['client.form.computed']} ${figure.computed}`;
  if (figure.problem) yield* figure.problem.text.split('\n');
  if (figure.lastYear !== undefined) yield `${words['client.form.lastYear']} ${figure.lastYear}`;
  if (figure.origin !== undefined) yield figure.origin;
}
