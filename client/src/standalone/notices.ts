import { button, element } from '../pages/dom.ts';
import type { Say } from '../../../server/src/messages/message.ts';

/** What the page says to the user, and asks. */
export class Notices {
  readonly #list = element('div', { class: 'notices', role: 'status' });

  constructor(
    root: HTMLElement,
    private readonly say: Say,
  ) {
    root.append(this.#list);
  }

  /** Says something, with buttons; gives the one that was pressed, or undefined once it is closed. */
  tell(words: string, kind: 'warning' | 'information', buttons: readonly string[] = []): Promise<string | undefined> {
    return new Promise(answer => {
      const end = (given: string | undefined) => {
        notice.remove();
        answer(given);
      };
      const notice = element('div', { class: `notice ${kind}` }, [element('p', {}, [words])]);
      for (const label of [...buttons, this.say('page.close')])
        notice.append(
          button(label, () => {
            end(buttons.includes(label) ? label : undefined);
          }),
        );
      this.#list.append(notice);
      // Not by itself: what was left out in a report is not to be missed.
      if (buttons.length > 0) notice.querySelector('button')?.focus();
    });
  }

  /** Shows that something is being done; `onCancel` ends it. Gives what takes the notice away. */
  working(words: string, onCancel: () => void): () => void {
    const notice = element('div', { class: 'notice information' }, [
      element('p', {}, [words]),
      button(this.say('page.cancel'), onCancel),
    ]);
    this.#list.append(notice);
    return () => {
      notice.remove();
    };
  }

  /** Takes everything away. */
  clear(): void {
    this.#list.replaceChildren();
  }
}

/** Fields of a dialog, in order: what each is called, and the input. */
type Fields = readonly (readonly [label: string, input: HTMLInputElement | HTMLSelectElement])[];

/** Asks for something; whether it was given. */
export function askFields(title: string, fields: Fields, words: { readonly ok: string; readonly cancel: string }) {
  return new Promise<boolean>(answer => {
    const form = element('form', { method: 'dialog' }, [
      element('h2', { id: 'asking' }, [title]),
      ...fields.map(([label, input]) => element('label', {}, [label, input])),
    ]);
    const dialog = element('dialog', { 'aria-labelledby': 'asking' }, [form]);
    const end = (isGiven: boolean) => {
      dialog.remove();
      answer(isGiven);
    };
    form.append(
      element('div', { class: 'buttons' }, [
        element('button', { type: 'submit' }, [words.ok]),
        button(
          words.cancel,
          () => {
            end(false);
          },
          { class: 'secondary' },
        ),
      ]),
    );
    // The page sends nothing, so a form is not sent either.
    form.addEventListener('submit', event => {
      event.preventDefault();
      end(true);
    });
    dialog.addEventListener('cancel', () => {
      end(false);
    });
    document.body.append(dialog);
    dialog.showModal();
    fields[0]?.[1].focus();
  });
}
