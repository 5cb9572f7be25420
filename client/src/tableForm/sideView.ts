import type { FormFigure, FormMention } from '../../../server/src/protocol/tableForm.ts';
import { button, element } from '../pages/dom.ts';
import type { FormWords } from './messages.ts';
import { linesAbout } from './tableView.ts';

/** What stands beside the tables about one cell. */
export interface CellActions {
  /** Writes the number that the cell's parts give, or that mends it. */
  takeNumber(figure: FormFigure): void;
  goTo(mention: FormMention): void;
}

/** The number that one key writes into a cell; undefined for none. */
export function numberFor({ computed, problem, state }: FormFigure): string | undefined {
  return state === 'locked' ? undefined : (problem?.mended ?? computed);
}

/** The selected cell in words, with the button for its number and the places of the text that state it. */
export function cellView(
  figure: FormFigure | undefined,
  prose: readonly FormMention[],
  words: FormWords,
  actions: CellActions,
): HTMLElement[] {
  if (!figure) return [element('p', {}, [words['client.form.noCell']])];
  const number = numberFor(figure);
  const label = figure.problem?.mended === undefined ? words['client.form.write'] : words['client.form.mend'];
  return [
    element('p', { class: 'name' }, [figure.name]),
    ...[...linesAbout(figure, words)].map(line => element('p', {}, [line])),
    ...(number === undefined
      ? []
      : [
          button(`${label} ${number}`, () => {
            actions.takeNumber(figure);
          }),
        ]),
    proseView(
      prose.filter(({ cells }) => cells.includes(figure.id)),
      actions,
    ),
  ];
}

/** Figures of the text as a list of places to go to. */
export function proseView(prose: readonly FormMention[], { goTo }: Pick<CellActions, 'goTo'>): HTMLElement {
  return element(
    'ul',
    {},
    prose.map(mention =>
      element('li', { 'data-fits': mention.isFitting ? 'yes' : 'no' }, [
        button(
          `${mention.isFitting ? '✓' : '≠'} ${mention.text}`,
          () => {
            goTo(mention);
          },
          { class: 'link' },
        ),
      ]),
    ),
  );
}
