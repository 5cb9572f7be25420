import type { TableForm, TableFormAction } from '../../../server/src/protocol/tableForm.ts';
import { LIMITS } from '../../../server/src/text/limits.ts';
import { CellEditor } from './cellEditor.ts';
import { FormView } from './formView.ts';
import { Grid, type Move, type Stop } from './grid.ts';
import type { FormWords, FromForm, ShownCell } from './messages.ts';
import { numberFor } from './sideView.ts';

/** What the extension showed last. */
interface ShownForm {
  readonly form: TableForm;
  readonly isReadOnly: boolean;
  readonly grid: Grid;
}

/** Where the selection began, and the active cell, which is its other end. */
interface Selection {
  readonly active: Stop | undefined;
  readonly anchor: Stop | undefined;
}

const NO_FORM: TableForm = { version: -1, title: '', tables: [], equations: '', prose: [] };

/** The form's state: what the draft states, what was typed since, and which cells are selected. */
export class FormController {
  readonly #view: FormView;
  readonly #editor: CellEditor;
  #shown: ShownForm = { form: NO_FORM, isReadOnly: true, grid: new Grid([]) };
  #selection: Selection = { active: undefined, anchor: undefined };
  #serial = 0;
  /** What was typed and not yet dealt with, by cell, with the action that brings it. */
  readonly #pending = new Map<string, { readonly text: string; readonly serial: number }>();

  constructor(
    root: HTMLElement,
    private readonly words: FormWords,
    private readonly post: (message: FromForm) => void,
  ) {
    this.#view = new FormView(root, words, {
      totals: () => {
        this.writeTotals();
      },
      toText: () => {
        post({ kind: 'toText' });
      },
      insert: table => {
        this.#act({ kind: 'insert', table });
      },
      replace: table => {
        this.#act({ kind: 'replace', table }, this.#shownIn(table));
      },
      takeNumber: figure => {
        const stop = this.#shown.grid.stop(figure.id);
        if (stop) this.writeNumber(stop);
      },
      goTo: ({ range }) => {
        post({ kind: 'goTo', range });
      },
    });
    this.#editor = new CellEditor();
  }

  get active(): Stop | undefined {
    return this.#selection.active;
  }

  get isEditing(): boolean {
    return this.#editor.isOpen;
  }

  // ── What the extension says ──

  showForm(form: TableForm, isReadOnly: boolean): void {
    const hadFocus = this.#hasFocus();
    const grid = new Grid(form.tables);
    this.#shown = { form, isReadOnly, grid };
    const { active, anchor } = this.#selection;
    const stop = grid.stop(active?.cell.id) ?? grid.stops[0];
    this.#selection = { active: stop, anchor: grid.stop(anchor?.cell.id) ?? stop };
    this.#view.show(this.#state());
    if (hadFocus && !this.#editor.isOpen) this.focus();
  }

  /** An action was dealt with: what the draft states counts again. */
  done(serial: number): void {
    for (const [id, pending] of this.#pending) if (pending.serial === serial) this.#pending.delete(id);
    this.#view.show(this.#state());
  }

  showTroubles(sentences: readonly string[]): void {
    this.#view.showTroubles(sentences);
  }

  /** Nothing can be written any more; the last form stays to be read. */
  showUnavailable(sentence: string): void {
    this.#shown = { ...this.#shown, isReadOnly: true };
    this.#pending.clear();
    this.#view.show(this.#state());
    this.#view.showTroubles([sentence]);
  }

  begin(table: string): void {
    const stop = this.#shown.grid.stops.find(each => each.table === table);
    if (stop) this.select(stop);
    else document.querySelector(`[data-table="${CSS.escape(table)}"]`)?.scrollIntoView();
  }

  // ── Selection ──

  stopOf(target: EventTarget | null): Stop | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
    return this.#shown.grid.stop(cell?.dataset['cell']);
  }

  select(stop: Stop, extend = false): void {
    const { anchor } = this.#selection;
    this.#selection = { active: stop, anchor: extend && anchor?.table === stop.table ? anchor : stop };
    this.#view.showSelection(this.#state());
    this.focus();
  }

  selectTable(): void {
    const first = this.#selection.active && this.#shown.grid.go(this.#selection.active, 'first');
    const last = this.#selection.active && this.#shown.grid.go(this.#selection.active, 'last');
    if (!first || !last) return;
    this.#selection = { active: first, anchor: first };
    this.select(last, true);
  }

  /** Moves to another cell; false where there is none. */
  move(move: Move, extend = false): boolean {
    const next = this.#selection.active && this.#shown.grid.go(this.#selection.active, move);
    if (next) this.select(next, extend);
    return next !== undefined;
  }

  focus(): void {
    const target = this.#selection.active && this.#view.elementOf(this.#selection.active);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  focusButtons(): void {
    this.#view.focusButtons();
  }

  /** The selected cells as rows between tabs. */
  copied(): string {
    return this.#block()
      .map(line => line.map(({ cell }) => this.#textOf(cell.id)).join('\t'))
      .join('\n');
  }

  // ── Changes ──

  /** Opens the cell for typing: on its text, or on nothing where a sign replaces it. */
  edit(initial: 'text' | 'nothing'): void {
    const stop = this.#selection.active;
    const target = stop && this.#view.elementOf(stop);
    if (!stop || !target || this.#shown.isReadOnly || stop.cell.state === 'locked') return;
    this.#selection = { active: stop, anchor: stop };
    this.#editor.open(target, stop.cell, initial === 'text' ? this.#textOf(stop.cell.id) : '');
  }

  /** Closes the cell and writes what was typed, where it is another text. */
  commit(): void {
    const typed = this.#editor.close();
    const stop = this.#selection.active;
    if (typed === undefined || !stop) return;
    if (typed.trim() !== this.#textOf(stop.cell.id)) this.#write([{ id: stop.cell.id, text: typed.trim() }]);
    this.focus();
  }

  cancel(): void {
    this.#editor.close();
    this.focus();
  }

  empty(): void {
    const filled = this.#block()
      .flat()
      .filter(({ cell }) => cell.state !== 'locked' && this.#textOf(cell.id) !== '');
    if (filled.length > 0) this.#write(filled.map(({ cell: { id } }) => ({ id, text: '' })));
  }

  writeNumber(stop: Stop): void {
    const text = numberFor(stop.cell);
    if (text !== undefined) this.#write([{ id: stop.cell.id, text }]);
  }

  writeTotals(): void {
    this.#act({ kind: 'totals' });
  }

  paste(clipboard: { readonly html: string; readonly text: string }): void {
    const at = this.#block()[0]?.[0];
    if (!at) return;
    if (clipboard.html.length + clipboard.text.length > LIMITS.clipboardLength) {
      this.#view.showTroubles([this.words['client.form.tooMuch']]);
      return;
    }
    this.#act({ kind: 'paste', at: at.cell.id, clipboard }, this.#shownIn(at.table));
  }

  #write(cells: readonly { readonly id: string; readonly text: string }[]): void {
    const shown = cells.map(({ id }) => this.#shownCell(id));
    const serial = this.#act({ kind: 'write', cells }, shown);
    if (serial === undefined) return;
    for (const { id, text } of cells) this.#pending.set(id, { text, serial });
    this.#view.show(this.#state());
  }

  /** Asks for something to be done; undefined where the draft takes nothing. */
  #act(action: TableFormAction, shown: readonly ShownCell[] = []): number | undefined {
    if (this.#shown.isReadOnly) {
      this.#view.showTroubles([this.words['client.form.readOnly']]);
      return undefined;
    }
    this.#view.showTroubles([]);
    const serial = ++this.#serial;
    this.post({ kind: 'action', serial, action, shown });
    return serial;
  }

  #shownCell(id: string): ShownCell {
    return { id, text: this.#pending.has(id) ? null : this.#textOf(id) };
  }

  #shownIn(table: string): readonly ShownCell[] {
    return this.#shown.grid.stops.filter(stop => stop.table === table).map(({ cell }) => this.#shownCell(cell.id));
  }

  #textOf(id: string): string {
    return this.#pending.get(id)?.text ?? this.#shown.grid.stop(id)?.cell.text ?? '';
  }

  #block(): readonly (readonly Stop[])[] {
    const { active, anchor } = this.#selection;
    return active && anchor ? this.#shown.grid.block(anchor, active) : [];
  }

  /** Whether keys come here: the focus is not taken from the text, in which a step back may be about to be taken. */
  #hasFocus(): boolean {
    if (!document.hasFocus()) return false;
    return document.activeElement === document.body || this.stopOf(document.activeElement) !== undefined;
  }

  #state(): Parameters<FormView['show']>[0] {
    return {
      form: this.#shown.form,
      isReadOnly: this.#shown.isReadOnly,
      pending: new Map([...this.#pending].map(([id, { text }]) => [id, text])),
      active: this.#selection.active,
      selected: new Set(this.#block().flatMap(line => line.map(({ cell }) => cell.id))),
    };
  }
}
