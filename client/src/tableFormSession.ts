import type { Say } from '../../server/src/messages/message.ts';
import type { FormFigure, TableForm, TableFormAction, TableFormEdit } from '../../server/src/protocol/tableForm.ts';
import type { ShownCell, ToForm } from './tableForm/messages.ts';

type Edits = Extract<TableFormEdit, { kind: 'edits' }>['edits'];

/** What the form asks of the editor about its draft. `undefined`: the server does not answer; `null`: not checked. */
export interface FormDraft {
  /** Opens the draft where need be; undefined where it is gone. */
  version(): Promise<number | undefined>;
  form(): Promise<TableForm | null | undefined>;
  plan(version: number, action: TableFormAction): Promise<TableFormEdit | null | undefined>;
  /** Makes edits of a version as one step; false where the draft has another by now, or takes none. */
  apply(version: number, edits: Edits): Promise<boolean>;
  isReadOnly(): Promise<boolean>;
}

/** A draft that changes faster than it can be read is left alone after so many tries. */
const MOST_TRIES = 5;

/**
 * Keeps a table form in step with its draft. What is done in the form is planned for the version that it shows, and
 * read again first where the draft moved on: a cell that somebody else changed meanwhile is never written over.
 */
export class TableFormSession {
  #form: TableForm | undefined;
  /** Ends with the last thing that was asked for; one is done after the other. */
  #last: Promise<void> = Promise.resolve();
  /** Texts that stood there after the form's last own action. */
  readonly #own = new Map<string, string>();

  constructor(
    private readonly draft: FormDraft,
    private readonly show: (message: ToForm) => void,
    private readonly say: Say,
  ) {}

  /** Shows the draft's version of now. */
  refresh(): Promise<void> {
    return this.inTurn(async () => {
      await this.#current();
    });
  }

  /** Shows the form again to a page that was just made. */
  showAgain(): Promise<void> {
    this.#form = undefined;
    return this.refresh();
  }

  /** Does in the draft what was done in the form, or says why not. */
  act(serial: number, action: TableFormAction, shown: readonly ShownCell[]): Promise<void> {
    return this.inTurn(async () => {
      const sentences = await this.#perform(action, shown);
      if (this.#form) for (const [id, { text }] of cellsOf(this.#form)) this.#own.set(id, text);
      if (sentences.length > 0) this.show({ kind: 'trouble', sentences });
      this.show({ kind: 'done', serial });
    });
  }

  /** Does something once the draft has all that was done in the form before: what is saved is what was typed. */
  inTurn(step: () => Promise<void> | void): Promise<void> {
    const done = this.#last.then(step);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #perform(action: TableFormAction, shown: readonly ShownCell[]): Promise<readonly string[]> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const form = await this.#current();
      if (!form) return [];
      if (await this.draft.isReadOnly()) return [this.say('client.form.readOnly')];
      const cells = cellsOf(form);
      const changed = shown.find(
        ({ id, text }) => (text ?? this.#own.get(id) ?? cells.get(id)?.text) !== cells.get(id)?.text,
      );
      if (changed) return [this.#changedSentence(cells.get(changed.id))];
      const plan = await this.draft.plan(form.version, action);
      if (!plan) return [this.say(plan === null ? 'client.form.notChecked' : 'client.form.noServer')];
      if (plan.kind === 'refused') return [plan.reason];
      if (plan.kind === 'moved') continue;
      const { version, edits, refusals } = plan;
      if (edits.length > 0 && !(await this.draft.apply(version, edits))) {
        if ((await this.draft.version()) !== version) continue;
        return [this.say('client.form.notWritten')];
      }
      await this.#current();
      return this.#refusals(refusals.map(({ reason }) => reason));
    }
    return [this.say('client.form.moving')];
  }

  #changedSentence(cell: FormFigure | undefined): string {
    return cell
      ? this.say('client.form.changed', {
          cell: cell.name,
          text: cell.text === '' ? this.say('form.blank') : cell.text,
        })
      : this.say('form.gone');
  }

  #refusals(reasons: readonly string[]): readonly string[] {
    const different = [...new Set(reasons)];
    const more = different.length - MOST_SENTENCES;
    if (more <= 0) return different;
    return [...different.slice(0, MOST_SENTENCES), this.say('client.form.more', { count: more })];
  }

  /** The form of the draft's version of now, shown where it is new; undefined where there is none, which is said. */
  async #current(): Promise<TableForm | undefined> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const version = await this.draft.version();
      if (version === undefined) return this.#unavailable(this.say('client.form.closed'));
      if (this.#form?.version === version) return this.#form;
      const form = await this.draft.form();
      if (!form) return this.#unavailable(this.say(form === null ? 'client.form.notChecked' : 'client.form.noServer'));
      if (form.version !== version && tries < MOST_TRIES - 1) continue;
      this.#form = form;
      this.show({ kind: 'form', form, isReadOnly: await this.draft.isReadOnly() });
      return form;
    }
    return this.#form;
  }

  #unavailable(sentence: string): undefined {
    this.#form = undefined;
    this.show({ kind: 'unavailable', sentence });
    return undefined;
  }
}

const MOST_SENTENCES = 8;

function cellsOf({ tables }: TableForm): ReadonlyMap<string, FormFigure> {
  return new Map(
    tables.flatMap(({ rows }) =>
      rows.flat().flatMap(cell => (cell.kind === 'figure' ? [[cell.id, cell] as const] : [])),
    ),
  );
}
