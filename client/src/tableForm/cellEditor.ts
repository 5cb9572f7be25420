import type { FormFigure } from '../../../server/src/protocol/tableForm.ts';
import { element } from '../pages/dom.ts';

/** Id of the list of words that the open field offers. */
const CHOICES = 'choices';

/** The field in which one cell is typed. */
export class CellEditor {
  #field: HTMLInputElement | undefined;
  #choices: HTMLDataListElement | undefined;

  get isOpen(): boolean {
    return this.#field !== undefined;
  }

  /** Opens a field over a cell, the cursor behind its text. */
  open(cell: HTMLElement, { name, state, choices = [] }: FormFigure, text: string): void {
    this.close();
    const field = element('input', {
      type: 'text',
      inputmode: state === 'words' ? 'text' : 'decimal',
      autocomplete: 'off',
      'aria-label': name,
      list: choices.length > 0 && CHOICES,
    });
    field.value = text;
    this.#field = field;
    const offered = choices.map(choice => element('option', { value: choice }));
    this.#choices = offered.length > 0 ? element('datalist', { id: CHOICES }, offered) : undefined;
    cell.append(field, ...(this.#choices ? [this.#choices] : []));
    field.focus();
    field.setSelectionRange(text.length, text.length);
  }

  /** Takes the field away and gives what was typed; undefined where none is open. */
  close(): string | undefined {
    const field = this.#field;
    this.#field = undefined;
    field?.remove();
    this.#choices?.remove();
    return field?.value;
  }
}
