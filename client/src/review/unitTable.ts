import type { FigureEntry, FigureRow, FiguresResult, FigureSum } from '../../../server/src/protocol/workspace.ts';
import { element, set } from '../pages/dom.ts';
import type { Place, ReviewWords } from './messages.ts';

/** Height of a row in pixels; the style sheet has the same. */
const ROW = 28;
/** Rows that are drawn beyond what is in sight. */
const SPARE = 10;

interface UnitTableHooks {
  readonly open: (place: Place) => void;
  readonly years: (body: string) => void;
}

/**
 * Units by figures, as a grid for the keyboard: of many rows those in sight alone are in the page. The sum stands
 * below, and the figures of the body above with the difference, where one is chosen.
 */
export class UnitTable {
  readonly #scroller: HTMLElement;
  readonly #table = element('table', { role: 'grid', class: 'units' });
  #body = element('tbody');
  #shown: { readonly figures: FiguresResult; readonly hasLastYear: boolean } | undefined;
  /** The cell that has the focus, or would get it; column 0 is the unit's name. */
  #at = { row: 0, column: 0 };
  /** The first row that is drawn, and the one behind the last. */
  #drawn = { from: -1, to: -1 };

  constructor(
    root: HTMLElement,
    private readonly words: ReviewWords,
    private readonly hooks: UnitTableHooks,
  ) {
    this.#scroller = element('div', { class: 'scroller' }, [this.#table]);
    root.append(this.#scroller);
    this.#scroller.addEventListener('scroll', () => {
      this.#drawRows();
    });
    new ResizeObserver(() => {
      this.#drawRows();
    }).observe(this.#scroller);
    this.#table.addEventListener('keydown', event => {
      if (this.#press(event)) event.preventDefault();
    });
    this.#table.addEventListener('click', event => {
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
      if (!cell) return;
      this.#focus(Number(cell.dataset['row']), Number(cell.dataset['column']));
      this.#go();
    });
  }

  show(figures: FiguresResult, hasLastYear: boolean): void {
    this.#shown = { figures, hasLastYear };
    this.#at = {
      row: Math.min(this.#at.row, Math.max(0, figures.rows.length - 1)),
      column: Math.min(this.#at.column, figures.columns.length),
    };
    this.#drawn = { from: -1, to: -1 };
    this.#body = element('tbody');
    const { words } = this;
    set(this.#table, 'aria-label', words['client.reviewPage.table']);
    set(this.#table, 'aria-rowcount', figures.rows.length + 2);
    set(this.#table, 'aria-colcount', figures.columns.length + 1);
    this.#table.replaceChildren(this.#head(figures), this.#body, this.#foot(figures));
    this.#drawRows();
  }

  #head({ columns }: FiguresResult): HTMLElement {
    const groups: { row: string; count: number }[] = [];
    for (const { row } of columns) {
      const last = groups.at(-1);
      if (last?.row === row) last.count++;
      else groups.push({ row, count: 1 });
    }
    return element('thead', {}, [
      element('tr', { 'aria-rowindex': 1 }, [
        element('th', { scope: 'col', rowspan: 2, class: 'name' }, [this.words['client.reviewPage.unit']]),
        ...groups.map(({ row, count }) =>
          element('th', { scope: 'colgroup', colspan: count, title: row }, [element('span', {}, [row])]),
        ),
      ]),
      element(
        'tr',
        { 'aria-rowindex': 2 },
        columns.map(({ column, row }) =>
          element('th', { scope: 'col', title: `${row} ${column}` }, [element('span', {}, [column])]),
        ),
      ),
    ]);
  }

  #foot({ sums, above, rows }: FiguresResult): HTMLElement {
    const { words } = this;
    const line = (name: string, cells: readonly string[], titles: readonly string[] = []) =>
      element('tr', {}, [
        element('th', { scope: 'row', class: 'name' }, [name]),
        ...cells.map((text, i) => element('td', { title: titles[i] ?? '' }, [text])),
      ]);
    const own = above?.cells.map(cell => cell?.value ?? null) ?? [];
    return element('tfoot', {}, [
      line(
        `${words['client.reviewPage.sum']} (${String(rows.length)})`,
        sums.map(({ value, unknown }) => `${shown(value)}${unknown > 0 ? '*' : ''}`),
        sums.map(sum => unknownWords(sum, words)),
      ),
      ...(above
        ? [
            line(`${words['client.reviewPage.own']}${above.name}`, own.map(shown)),
            line(
              words['client.reviewPage.difference'],
              sums.map(({ value }, i) => {
                const stated = own[i] ?? null;
                return stated === null || value === null ? '' : signed(Number((stated - value).toFixed(6)));
              }),
            ),
          ]
        : []),
    ]);
  }

  /** Draws the rows in sight, with room above and below for the others. */
  #drawRows(): void {
    const figures = this.#shown?.figures;
    if (!figures) return;
    const { rows, columns } = figures;
    const first = Math.max(0, Math.floor(this.#scroller.scrollTop / ROW) - SPARE);
    const count = Math.ceil(this.#scroller.clientHeight / ROW) + 2 * SPARE;
    const last = Math.min(rows.length, first + count);
    if (first === this.#drawn.from && last === this.#drawn.to) return;
    const hadFocus = this.#body.contains(document.activeElement);
    this.#drawn = { from: first, to: last };
    const spacer = (height: number) => {
      const row = element('tr', { 'aria-hidden': 'true', class: 'spacer' }, [
        element('td', { colspan: columns.length + 1 }),
      ]);
      row.style.height = `${String(height)}px`;
      return row;
    };
    this.#body.replaceChildren(
      ...(first > 0 ? [spacer(first * ROW)] : []),
      ...rows.slice(first, last).map((row, i) => this.#rowOf(row, first + i, figures)),
      ...(last < rows.length ? [spacer((rows.length - last) * ROW)] : []),
    );
    this.#mark(hadFocus);
  }

  #rowOf(row: FigureRow, at: number, { columns }: FiguresResult): HTMLElement {
    const { words } = this;
    const cells = row.cells.map((cell, i) => {
      const name = `${columns[i]?.row ?? ''} ${columns[i]?.column ?? ''}`;
      return element(
        'td',
        {
          role: 'gridcell',
          tabindex: -1,
          'data-row': at,
          'data-column': i + 1,
          'aria-colindex': i + 2,
          class: cell?.severity,
          title: [row.name, name, cell ? cellWords(cell, words) : ''].filter(Boolean).join('\n'),
        },
        cell ? this.#content(cell) : [],
      );
    });
    return element('tr', { 'aria-rowindex': at + 3 }, [
      element(
        'th',
        {
          scope: 'row',
          role: 'rowheader',
          class: 'name',
          tabindex: -1,
          'data-row': at,
          'data-column': 0,
          title: row.name,
        },
        [row.name],
      ),
      ...cells,
    ]);
  }

  #content(cell: FigureEntry): (Node | string)[] {
    const change =
      this.#shown?.hasLastYear && cell.lastYear !== undefined && cell.value !== null
        ? [element('small', {}, [signed(Number((cell.value - cell.lastYear).toFixed(6)))])]
        : [];
    // Colour alone says nothing to who does not see it.
    const mark = cell.severity
      ? [element('span', { class: 'hidden' }, [` ${this.words[`client.reviewPage.${cell.severity}`]}`])]
      : [];
    return [cellText(cell), ...change, ...mark];
  }

  #press(event: KeyboardEvent): boolean {
    const figures = this.#shown?.figures;
    if (!figures || event.altKey) return false;
    const page = Math.max(1, Math.floor(this.#scroller.clientHeight / ROW) - 4);
    const last = figures.rows.length - 1;
    switch (event.key) {
      case 'ArrowUp':
        return this.#focus(this.#at.row - 1, this.#at.column);
      case 'ArrowDown':
        return this.#focus(this.#at.row + 1, this.#at.column);
      case 'ArrowLeft':
        return this.#focus(this.#at.row, this.#at.column - 1);
      case 'ArrowRight':
        return this.#focus(this.#at.row, this.#at.column + 1);
      case 'PageUp':
        return this.#focus(this.#at.row - page, this.#at.column);
      case 'PageDown':
        return this.#focus(this.#at.row + page, this.#at.column);
      case 'Home':
        return this.#focus(event.ctrlKey ? 0 : this.#at.row, 0);
      case 'End':
        return this.#focus(event.ctrlKey ? last : this.#at.row, figures.columns.length);
      case 'Enter':
        this.#go();
        return true;
      default:
        return false;
    }
  }

  /** Moves the focus to a cell, which is brought into sight. */
  #focus(row: number, column: number): boolean {
    const figures = this.#shown?.figures;
    if (!figures || figures.rows.length === 0) return false;
    this.#at = {
      row: Math.min(figures.rows.length - 1, Math.max(0, row)),
      column: Math.min(figures.columns.length, Math.max(0, column)),
    };
    const { clientHeight, scrollTop } = this.#scroller;
    const edge = this.#edges();
    const top = this.#at.row * ROW;
    if (top < scrollTop) this.#scroller.scrollTop = top;
    else if (top + ROW > scrollTop + clientHeight - edge) this.#scroller.scrollTop = top + ROW - clientHeight + edge;
    this.#drawRows();
    this.#mark(true);
    return true;
  }

  /** Height that head and foot take of what is in sight. */
  #edges(): number {
    const height = (name: string) => this.#table.querySelector(name)?.getBoundingClientRect().height ?? 0;
    return height('thead') + height('tfoot');
  }

  /** Marks the one cell that the tabulator reaches, and gives it the focus. */
  #mark(hasFocus: boolean): void {
    for (const cell of this.#body.querySelectorAll('[tabindex="0"]')) set(cell, 'tabindex', -1);
    const cell = this.#body.querySelector<HTMLElement>(
      `[data-row="${String(this.#at.row)}"][data-column="${String(this.#at.column)}"]`,
    );
    if (!cell) {
      // It is out of sight: the first one that is drawn is reached.
      const first = this.#body.querySelector('[data-row]');
      if (first) set(first, 'tabindex', 0);
      return;
    }
    set(cell, 'tabindex', 0);
    if (hasFocus) cell.focus();
  }

  #go(): void {
    const row = this.#shown?.figures.rows[this.#at.row];
    if (!row) return;
    if (this.#at.column === 0) {
      this.hooks.years(row.body);
      return;
    }
    const cell = row.cells[this.#at.column - 1];
    if (cell) this.hooks.open({ uri: row.uri, range: cell.range });
  }
}

function cellText({ state, value }: FigureEntry): string {
  if (value !== null) return String(value);
  return state === 'dash' ? '-' : state === 'unreadable' ? '?' : '';
}

/** A cell in words: its number, last year's, and what was found. */
function cellWords(cell: FigureEntry, words: ReviewWords): string {
  return [
    cellText(cell),
    ...(cell.lastYear === undefined ? [] : [`${words['client.reviewPage.lastYearIs']}${String(cell.lastYear)}`]),
    ...(cell.severity === undefined ? [] : [words[`client.reviewPage.${cell.severity}`]]),
  ].join('\n');
}

function unknownWords({ unknown }: FigureSum, words: ReviewWords): string {
  return unknown > 0 ? `${words['client.reviewPage.unknownOf']}${String(unknown)}` : '';
}

function shown(value: number | null): string {
  return value === null ? '' : String(value);
}

function signed(value: number): string {
  return value > 0 ? `+${String(value)}` : String(value);
}
