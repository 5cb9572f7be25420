import type { TableForm, TableFormAction } from '../../../server/src/protocol/tableForm.ts';
import { LIMITS } from '../../../server/src/text/limits.ts';
import { CellEditor } from './cellEditor.ts';
import { FormView } from './formView.ts';
import { Grid, type Move, type Stop } from './grid.ts';
import type { FormWords, FromForm, ShownCell } from './messages.ts';
import { numberFor } from './sideView.ts';

/** The form's state: what the draft states, what was typed since, and which cells are selected. */
export class FormController {
  readonly #view: FormView;
  readonly #editor: CellEditor;
  #form: TableForm = { version: -1, title: '', tables: [], equations: '', prose: [] };
  #isReadOnly = true;
  #grid = new Grid([]);
  #active: Stop | undefined;
  /** Where the selection began; the active cell is its other end. */
  #anchor: Stop | undefined;
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
        const stop = this.#grid.stop(figure.id);
        if (stop) this.writeNumber(stop);
      },
      goTo: ({ range }) => {
        post({ kind: 'goTo', range });
      },
    });
    this.#editor = new CellEditor();
  }

  get active(): Stop | undefined {
    return this.#active;
  }

  get isEditing(): boolean {
    return this.#editor.isOpen;
  }

  // ── What the extension says ──

  showForm(form: TableForm, isReadOnly: boolean): void {
    this.#form = form;
    this.#isReadOnly = isReadOnly;
    this.#grid = new Grid(form.tables);
    const hadFocus = this.#hasFocus();
    this.#active = this.#grid.stop(this.#active?.cell.id) ?? this.#grid.stops[0];
    this.#anchor = this.#grid.stop(this.#anchor?.cell.id) ?? this.#active;
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
    this.#isReadOnly = true;
    this.#pending.clear();
    this.#view.show(this.#state());
    this.#view.showTroubles([sentence]);
  }

  begin(table: string): void {
    const stop = this.#grid.stops.find(each => each.table === table);
    if (stop) this.select(stop);
    else document.querySelector(`[data-table="${CSS.escape(table)}"]`)?.scrollIntoView();
  }

  // ── Selection ──

  stopOf(target: EventTarget | null): Stop | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
    return this.#grid.stop(cell?.dataset['cell']);
  }

  select(stop: Stop, extend = false): void {
    this.#active = stop;
    if (!extend || this.#anchor?.table !== stop.table) this.#anchor = stop;
    this.#view.showSelection(this.#state());
    this.focus();
  }

  selectTable(): void {
    const first = this.#active && this.#grid.go(this.#active, 'first');
    const last = this.#active && this.#grid.go(this.#active, 'last');
    if (!first || !last) return;
    this.#anchor = first;
    this.select(last, true);
  }

  /** Moves to another cell; false where there is none. */
  move(move: Move, extend = false): boolean {
    const next = this.#active && this.#grid.go(this.#active, move);
    if (next) this.select(next, extend);
    return next !== undefined;
  }

  focus(): void {
    const target = this.#active && this.#view.elementOf(this.#active);
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
    const stop = this.#active;
    const target = stop && this.#view.elementOf(stop);
    if (!stop || !target || this.#isReadOnly || stop.cell.state === 'locked') return;
    this.#anchor = stop;
    this.#editor.open(target, stop.cell.name, initial === 'text' ? this.#textOf(stop.cell.id) : '');
  }

  /** Closes the cell and writes what was typed, where it is another text. */
  commit(): void {
    const typed = this.#editor.close();
    const stop = this.#active;
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
    const shown = cells.map(({ id }) => this.#shown(id));
    const serial = this.#act({ kind: 'write', cells }, shown);
    if (serial === undefined) return;
    for (const { id, text } of cells) this.#pending.set(id, { text, serial });
    this.#view.show(this.#state());
  }

  /** Asks for something to be done; undefined where the draft takes nothing. */
  #act(action: TableFormAction, shown: readonly ShownCell[] = []): number | undefined {
    if (this.#isReadOnly) {
      this.#view.showTroubles([this.words['client.form.readOnly']]);
      return undefined;
    }
    this.#view.showTroubles([]);
    const serial = ++this.#serial;
    this.post({ kind: 'action', serial, action, shown });
    return serial;
  }

  #shown(id: string): ShownCell {
    return { id, text: this.#pending.has(id) ? null : this.#textOf(id) };
  }

  #shownIn(table: string): readonly ShownCell[] {
    return this.#grid.stops.filter(stop => stop.table === table).map(({ cell }) => this.#shown(cell.id));
  }

  #textOf(id: string): string {
    return this.#pending.get(id)?.text ?? this.#grid.stop(id)?.cell.text ?? '';
  }

  #block(): readonly (readonly Stop[])[] {
    return this.#active && this.#anchor ? this.#grid.block(this.#anchor, this.#active) : [];
  }

  #hasFocus(): boolean {
    return document.activeElement === document.body || this.stopOf(document.activeElement) !== undefined;
  }

  #state(): Parameters<FormView['show']>[0] {
    return {
      form: this.#form,
      isReadOnly: this.#isReadOnly,
      pending: new Map([...this.#pending].map(([id, { text }]) => [id, text])),
      active: this.#active,
      selected: new Set(this.#block().flatMap(line => line.map(({ cell }) => cell.id))),
    };
  }
}
