import { element } from '../pages/dom.ts';

/** The field in which one cell is typed. */
export class CellEditor {
  #field: HTMLInputElement | undefined;

  get isOpen(): boolean {
    return this.#field !== undefined;
  }

  /** Opens a field over a cell, the cursor behind its text. */
  open(cell: HTMLElement, name: string, text: string): void {
    this.close();
    const field = element('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', 'aria-label': name });
    field.value = text;
    this.#field = field;
    cell.append(field);
    field.focus();
    field.setSelectionRange(text.length, text.length);
  }

  /** Takes the field away and gives what was typed; undefined where none is open. */
  close(): string | undefined {
    const field = this.#field;
    this.#field = undefined;
    field?.remove();
    return field?.value;
  }
}
