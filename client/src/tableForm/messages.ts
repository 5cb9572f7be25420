/** What the table form in its webview and the extension tell each other. */
import type { TableForm, TableFormAction } from '../../../server/src/protocol/tableForm.ts';
import type { PageState } from '../pages/messages.ts';

/** Words of the form that need no arguments, by their ids in the catalogue. */
export const FORM_WORDS = [
  'client.form.totals',
  'client.form.toText',
  'client.form.insert',
  'client.form.replace',
  'client.form.cell',
  'client.form.noCell',
  'client.form.computed',
  'client.form.write',
  'client.form.mend',
  'client.form.lastYear',
  'client.form.locked',
  'client.form.readOnly',
  'client.form.prose',
  'client.form.noProse',
  'client.form.keys',
  'client.form.keysList',
  'client.form.close',
  'client.form.noTables',
  'client.form.tooMuch',
] as const;

export type FormWord = (typeof FORM_WORDS)[number];
export type FormWords = Readonly<Record<FormWord, string>>;

/** A cell as the form showed it; null where the form's own last change of it was not confirmed yet. */
export interface ShownCell {
  readonly id: string;
  readonly text: string | null;
}

/** Extension → form. */
export type ToForm =
  | { readonly kind: 'words'; readonly words: FormWords; readonly state: PageState }
  | { readonly kind: 'form'; readonly form: TableForm; readonly isReadOnly: boolean }
  /** An action was dealt with; the form sent before shows what came of it. */
  | { readonly kind: 'done'; readonly serial: number }
  | { readonly kind: 'trouble'; readonly sentences: readonly string[] }
  /** The draft cannot be shown; what the form holds stays to be read. */
  | { readonly kind: 'unavailable'; readonly sentence: string }
  | { readonly kind: 'begin'; readonly table: string }
  /** The text had the focus for a moment; it comes back to the cell. */
  | { readonly kind: 'focus' };

/** Form → extension. */
export type FromForm =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'action';
      readonly serial: number;
      readonly action: TableFormAction;
      /** The cells that it changes, as they were shown. */
      readonly shown: readonly ShownCell[];
    }
  | { readonly kind: 'goTo'; readonly range: TableForm['prose'][number]['range'] }
  | { readonly kind: 'undo' | 'redo' | 'save' | 'toText' };
