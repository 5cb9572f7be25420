import type { FormFigure, FormMention, TableForm } from '../../../server/src/protocol/tableForm.ts';
import { button, element, set } from '../pages/dom.ts';
import type { Stop } from './grid.ts';
import type { FormWords } from './messages.ts';
import { cellView, proseView } from './sideView.ts';
import { elementId, showFigure, tableView } from './tableView.ts';

/** What the form's buttons do. */
export interface FormActions {
  totals(): void;
  toText(): void;
  insert(table: string): void;
  replace(table: string): void;
  takeNumber(figure: FormFigure): void;
  goTo(mention: FormMention): void;
}

/** What the view shows. */
export interface ViewState {
  readonly form: TableForm;
  readonly isReadOnly: boolean;
  /** Texts that were typed and are not yet in the draft, by cell. */
  readonly pending: ReadonlyMap<string, string>;
  readonly active: Stop | undefined;
  readonly selected: ReadonlySet<string>;
}

/** The form on its page. Tables are made anew only where their printed form changed; else cells alone change. */
export class FormView {
  readonly #parts = {
    title: element('h1'),
    equations: element('p', { class: 'equations', role: 'status' }),
    troubles: element('div', { class: 'troubles', role: 'alert' }),
    tables: element('div', { class: 'tables' }),
    cell: element('div', { class: 'cell' }),
    prose: element('div', { class: 'prose' }),
  };
  readonly #buttons: { readonly totals: HTMLButtonElement; readonly toText: HTMLButtonElement };
  /** Of what the tables on the page are made. */
  #printed = '';

  constructor(
    root: HTMLElement,
    private readonly words: FormWords,
    private readonly actions: FormActions,
  ) {
    const totals = button(words['client.form.totals'], actions.totals, { 'aria-keyshortcuts': 'Alt+=' });
    const toText = button(words['client.form.toText'], actions.toText, { class: 'secondary' });
    this.#buttons = { totals, toText };
    const { title, equations, troubles, tables, cell, prose } = this.#parts;
    const keys = element('details', {}, [
      element('summary', {}, [words['client.form.keys']]),
      ...words['client.form.keysList'].split('\n').map(line => element('p', {}, [line])),
    ]);
    root.replaceChildren(
      element('header', {}, [title, equations, element('div', { class: 'buttons' }, [totals, toText]), troubles]),
      element('div', { class: 'columns' }, [
        tables,
        element('aside', { 'aria-label': words['client.form.cell'] }, [
          element('h2', {}, [words['client.form.cell']]),
          cell,
          element('h2', {}, [words['client.form.prose']]),
          prose,
          keys,
        ]),
      ]),
    );
  }

  show(state: ViewState): void {
    const { form, isReadOnly, pending } = state;
    const { words } = this;
    this.#parts.title.textContent = form.title;
    this.#parts.equations.textContent = isReadOnly
      ? `${form.equations} · ${words['client.form.readOnly']}`
      : form.equations;
    const computed = form.tables.reduce((sum, table) => sum + table.computed, 0);
    this.#buttons.totals.textContent = `${words['client.form.totals']}（${String(computed)}）`;
    this.#buttons.totals.disabled = computed === 0 || isReadOnly;
    this.#showTables(form);
    for (const cell of figuresOf(form)) {
      const target = document.getElementById(`cell-${elementId(cell.id)}`);
      if (target) showFigure(target, cell, pending.get(cell.id), isReadOnly, words);
    }
    if (form.prose.length === 0) this.#parts.prose.replaceChildren(element('p', {}, [words['client.form.noProse']]));
    else this.#parts.prose.replaceChildren(proseView(form.prose, this.actions));
    this.showSelection(state);
  }

  showSelection({ form, active, selected }: Pick<ViewState, 'form' | 'active' | 'selected'>): void {
    for (const target of this.#parts.tables.querySelectorAll<HTMLElement>('[data-cell]')) {
      const id = target.dataset['cell'] ?? '';
      set(target, 'tabindex', id === active?.cell.id ? 0 : -1);
      set(target, 'aria-selected', selected.has(id) ? 'true' : 'false');
    }
    this.#parts.cell.replaceChildren(...cellView(active?.cell, form.prose, this.words, this.actions));
  }

  /** Says what went wrong, until it is closed or something else is done; nothing takes it away. */
  showTroubles(sentences: readonly string[]): void {
    if (sentences.length === 0) {
      this.#parts.troubles.replaceChildren();
      return;
    }
    const close = button(this.words['client.form.close'], () => {
      this.#parts.troubles.replaceChildren();
    });
    this.#parts.troubles.replaceChildren(...sentences.map(sentence => element('p', {}, [sentence])), close);
  }

  /** The element of a cell. */
  elementOf({ cell: { id } }: Stop): HTMLElement | null {
    return document.getElementById(`cell-${elementId(id)}`);
  }

  /** Puts the focus on the form's first button. */
  focusButtons(): void {
    (this.#buttons.totals.disabled ? this.#buttons.toText : this.#buttons.totals).focus();
  }

  #showTables({ tables }: TableForm): void {
    const printed = JSON.stringify(
      tables.map(({ id, title, state, note, isReplaceable, rows }) => [
        [id, title, state, note, isReplaceable],
        rows.map(cells =>
          cells.map(cell => [cell.kind === 'label' ? cell.text : cell.id, cell.rowSpan, cell.columnSpan]),
        ),
      ]),
    );
    if (printed === this.#printed) return;
    this.#printed = printed;
    const made = tables.map(table => tableView(table, this.words, this.actions));
    this.#parts.tables.replaceChildren(
      ...(made.length > 0 ? made : [element('p', {}, [this.words['client.form.noTables']])]),
    );
  }
}

/** The figure cells of a form. */
function figuresOf({ tables }: TableForm): readonly FormFigure[] {
  return tables.flatMap(({ rows }) => rows.flat().filter(cell => cell.kind === 'figure'));
}
