import type { RollUp, RollUpCell } from '../../../server/src/protocol/review.ts';
import { button, element } from '../pages/dom.ts';
import type { Place, ReviewWords } from './messages.ts';

interface RollUpHooks {
  readonly open: (place: Place) => void;
  readonly copy: (text: string) => void;
  readonly save: () => void;
}

type Figure = Extract<RollUpCell, { readonly kind: 'figure' }>;

/** The official tables with the sums over the units; the figure that is picked says what it is made of. */
export class RollUpTab {
  #units: RollUp['units'] = [];
  readonly #parts = element('section', { class: 'parts', 'aria-live': 'polite' });

  constructor(
    private readonly root: HTMLElement,
    private readonly words: ReviewWords,
    private readonly hooks: RollUpHooks,
  ) {}

  show(rollUp: RollUp | null): void {
    const { words, hooks } = this;
    if (!rollUp || rollUp.units.length === 0) {
      this.root.replaceChildren(element('p', { class: 'note' }, [words['client.reviewPage.noRollUp']]));
      return;
    }
    this.#units = rollUp.units;
    this.#parts.replaceChildren(element('p', { class: 'note' }, [words['client.reviewPage.pick']]));
    const copy = button(words['client.reviewPage.copy'], () => {
      hooks.copy(textOf(rollUp));
    });
    const save = button(words['client.reviewPage.save'], () => {
      hooks.save();
    });
    this.root.replaceChildren(
      element('div', { class: 'buttons' }, [copy, save]),
      element('p', {}, [`${words['client.reviewPage.units']}${rollUp.units.map(({ name }) => name).join('、')}`]),
      ...rollUp.notes.map(note => element('p', { class: 'note' }, [note])),
      element('div', { class: 'columns' }, [
        element(
          'div',
          {},
          rollUp.tables.map(table => this.#table(table)),
        ),
        this.#parts,
      ]),
    );
  }

  #table({ title, rows }: RollUp['tables'][number]): HTMLElement {
    const body = element(
      'tbody',
      {},
      rows.map(cells =>
        element(
          'tr',
          {},
          cells.map(cell => this.#cell(cell)),
        ),
      ),
    );
    // Wide tables are moved by the keyboard as well.
    return element('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': title }, [
      element('table', { class: 'official' }, [element('caption', {}, [title]), body]),
    ]);
  }

  #cell(cell: RollUpCell): HTMLElement {
    const spans = {
      rowspan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
      colspan: cell.columnSpan > 1 ? cell.columnSpan : undefined,
    };
    if (cell.kind === 'label') return element('td', { class: 'label', ...spans }, [cell.text]);
    const shown = cell.sum === null ? '—' : String(cell.sum);
    const unknown = cell.unknown.length > 0 ? ` ${this.words['client.reviewPage.unknown']}` : '';
    const pick = button(
      shown,
      () => {
        this.#explain(cell);
      },
      { class: 'link', 'aria-label': `${cell.name} ${shown}${unknown}` },
    );
    return element('td', { class: cell.unknown.length > 0 ? 'figure doubtful' : 'figure', ...spans }, [pick]);
  }

  #explain({ name, sum, terms, unknown }: Figure): void {
    const { words } = this;
    const shown = [...terms]
      .sort((a, b) => b.value - a.value)
      .flatMap(({ unit, value, range }) => {
        const found = this.#units[unit];
        if (!found) return [];
        const go = button(
          `${found.name} ${String(value)}`,
          () => {
            this.hooks.open({ uri: found.uri, range });
          },
          { class: 'link' },
        );
        return [element('li', {}, [go])];
      });
    const notKnown = unknown.flatMap(unit => this.#units[unit]?.name ?? []);
    this.#parts.replaceChildren(
      element('h2', {}, [name]),
      element('p', {}, [`${words['client.reviewPage.madeOf']}${sum === null ? '—' : String(sum)}`]),
      element('ul', {}, shown),
      ...(notKnown.length > 0
        ? [element('p', { class: 'note' }, [`${words['client.reviewPage.unknownOf']}${notKnown.join('、')}`])]
        : []),
    );
  }
}

/** The tables as a spreadsheet takes them from the clipboard: merged cells stand at their first place. */
function textOf({ tables }: RollUp): string {
  return tables.map(({ title, rows }) => [title, ...linesOf(rows)].join('\n')).join('\n\n');
}

function linesOf(rows: readonly (readonly RollUpCell[])[]): string[] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((cells, at) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[at]?.[column] !== undefined) column++;
      for (const line of grid.slice(at, at + cell.rowSpan))
        for (let x = column; x < column + cell.columnSpan; x++) line[x] = '';
      const line = grid[at];
      if (line) line[column] = cell.kind === 'label' ? cell.text : cell.sum === null ? '' : String(cell.sum);
    }
  });
  return grid.map(cells => cells.join('\t'));
}
