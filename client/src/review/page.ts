import type {
  FiguresParams,
  FiguresResult,
  FolderReports,
  WorkspaceReportsResult,
} from '../../../server/src/protocol/workspace.ts';
import { button, element, set } from '../pages/dom.ts';
import { bodiesAbove, bodiesShown, FOUND, yearsOf, type Found } from './filters.ts';
import type { ExportKind, FromReview, ReviewWords, ToReview } from './messages.ts';
import { RollUpTab } from './rollUpTab.ts';
import { UnitTable } from './unitTable.ts';
import { yearsView } from './yearsTab.ts';

const TABS = ['table', 'years', 'rollUp'] as const;
type Tab = (typeof TABS)[number];

/** Waits so long after the last key in the field for names. */
const TYPING_MS = 250;

/** The tables of the official format that can be chosen; `main` shows of each row its total. */
const TABLES = ['main', 't2.disclosure', 't3.requests', 't4.review_litigation'] as const;

const EXPORTS = [
  ['xlsx', 'client.reviewPage.xlsx'],
  ['csv', 'client.reviewPage.csv'],
  ['findings', 'client.reviewPage.findings'],
  ['sarif', 'client.reviewPage.sarif'],
] as const satisfies readonly (readonly [ExportKind, string])[];

/** The page: which folder and year, and in three tabs the units with their figures, the years of one, the sums. */
export class ReviewPage {
  readonly #state: {
    folders: readonly FolderReports[];
    tab: Tab;
    /** Number of the question that was asked last; answers to earlier ones are not shown. */
    serial: number;
    figures: FiguresResult | undefined;
  } = { folders: [], tab: 'table', serial: 0, figures: undefined };
  readonly #fields: Fields;
  readonly #panels: Readonly<Record<Tab, HTMLElement>>;
  readonly #tabs: Readonly<Record<Tab, HTMLElement>>;
  readonly #views: { readonly table: UnitTable; readonly rollUp: RollUpTab };
  readonly #notice = element('p', { class: 'notice', role: 'status' });

  constructor(
    root: HTMLElement,
    private readonly words: ReviewWords,
    private readonly post: (message: FromReview) => void,
  ) {
    const panel = (tab: Tab) =>
      element('section', {
        id: `panel-${tab}`,
        role: 'tabpanel',
        'aria-labelledby': `tab-${tab}`,
        hidden: tab !== 'table',
        class: tab,
      });
    this.#panels = { table: panel('table'), years: panel('years'), rollUp: panel('rollUp') };
    this.#tabs = { table: this.#tabOf('table'), years: this.#tabOf('years'), rollUp: this.#tabOf('rollUp') };
    this.#fields = fieldsOf(words, () => {
      this.#ask();
    });
    const { folder, year, above, figures, found, name, lastYear, body } = this.#fields;
    const tabs = element('div', { role: 'tablist', 'aria-label': words['client.reviewPage.tabs'] }, [
      ...TABS.map(tab => this.#tabs[tab]),
    ]);
    const open = (place: Extract<FromReview, { kind: 'open' }>['place']) => {
      post({ kind: 'open', place: { uri: place.uri, range: place.range } });
    };
    const actions = element(
      'div',
      { class: 'buttons', role: 'toolbar', 'aria-label': words['client.reviewPage.actions'] },
      [
        ...EXPORTS.map(([as, word]) =>
          button(words[word], () => {
            post({ kind: 'export', as, params: this.#params() });
          }),
        ),
        button(words['client.reviewPage.letters'], () => {
          post({ kind: 'letters', uris: (this.#state.figures?.rows ?? []).map(({ uri }) => uri) });
        }),
      ],
    );
    this.#panels.table.append(
      element('div', { class: 'filters' }, [above.label, figures.label, found.label, name.label, lastYear.label]),
      actions,
      element('p', { class: 'note' }, [words['client.reviewPage.keys']]),
    );
    const years = (id: string) => {
      body.field.value = id;
      this.#select('years');
    };
    const table = new UnitTable(this.#panels.table, words, { open, years });
    const sums = element('div');
    const rollUp = new RollUpTab(sums, words, {
      open,
      copy: text => {
        post({ kind: 'copy', text });
      },
      save: () => {
        post({ kind: 'save', params: this.#params() });
      },
    });
    this.#views = { table, rollUp };
    this.#panels.years.append(element('div', { class: 'filters' }, [body.label]), element('div'));
    this.#panels.rollUp.append(sums);
    root.replaceChildren(
      element('header', {}, [element('div', { class: 'filters' }, [folder.label, year.label]), tabs, this.#notice]),
      ...TABS.map(tab => this.#panels[tab]),
    );
  }

  receive(message: Exclude<ToReview, { kind: 'words' }>): void {
    switch (message.kind) {
      case 'reports':
        this.#showReports(message.reports);
        return;
      case 'figures':
        if (message.serial !== this.#state.serial || !message.figures) return;
        this.#state.figures = message.figures;
        this.#views.table.show(message.figures, this.#fields.lastYear.field.checked);
        this.#notice.textContent = notesOn(message.figures, this.words);
        return;
      case 'years':
        if (message.serial !== this.#state.serial) return;
        this.#panels.years.lastElementChild?.replaceChildren(
          ...yearsView(message.years, this.words, {
            open: place => {
              this.post({ kind: 'open', place: { uri: place.uri, range: place.range } });
            },
          }),
        );
        return;
      case 'rollUp':
        if (message.serial === this.#state.serial) this.#views.rollUp.show(message.rollUp);
        return;
      case 'show':
        this.#fields.folder.field.value = message.folder;
        this.#fillFolder();
        this.#fields.body.field.value = message.body;
        this.#select('years');
    }
  }

  get #folder(): FolderReports | undefined {
    return this.#state.folders.find(({ uri }) => uri === this.#fields.folder.field.value) ?? this.#state.folders[0];
  }

  #showReports({ folders }: WorkspaceReportsResult): void {
    this.#state.folders = folders;
    const { folder } = this.#fields;
    fill(
      folder.field,
      folders.map(({ uri, name }) => [uri, name]),
    );
    set(folder.label, 'hidden', folders.length < 2);
    this.#notice.textContent = folders.length === 0 ? this.words['client.reviewPage.nothing'] : '';
    this.#fillFolder();
    this.#ask();
  }

  /** Offers what the chosen folder has. */
  #fillFolder(): void {
    const folder = this.#folder;
    if (!folder) return;
    const { year, above, body } = this.#fields;
    fill(
      year.field,
      yearsOf(folder).map(each => [String(each), String(each)]),
      folder.newestYear === null ? undefined : String(folder.newestYear),
    );
    const every: [string, string] = ['', this.words['client.reviewPage.all']];
    fill(above.field, [every, ...bodiesAbove(folder).map(({ id, name }): [string, string] => [id, name])]);
    fill(
      body.field,
      [...folder.bodies].sort((a, b) => a.name.localeCompare(b.name, 'zh')).map(({ id, name }) => [id, name]),
    );
  }

  #params(): FiguresParams {
    const { year, above, figures, found, name } = this.#fields;
    const folder = this.#folder;
    const wanted = Number(year.field.value);
    const table = figures.field.value;
    const isFiltered = found.field.value !== 'all' || name.field.value.trim() !== '';
    return {
      folder: folder?.uri ?? '',
      year: wanted,
      ...(table === 'main' ? { isTotalsOnly: true } : { table }),
      ...(above.field.value === '' ? {} : { parent: above.field.value }),
      ...(folder && isFiltered
        ? {
            bodies: bodiesShown(folder, {
              year: wanted,
              name: name.field.value,
              found: found.field.value as Found,
            }),
          }
        : {}),
    };
  }

  /** Asks for what the tab in front shows. */
  #ask(): void {
    const folder = this.#folder;
    if (!folder) return;
    const serial = ++this.#state.serial;
    switch (this.#state.tab) {
      case 'table':
        this.post({ kind: 'figures', serial, params: this.#params() });
        return;
      case 'years':
        this.post({ kind: 'years', serial, params: { folder: folder.uri, body: this.#fields.body.field.value } });
        return;
      case 'rollUp': {
        const { folder: uri, year, parent, bodies } = this.#params();
        const params = {
          folder: uri,
          year,
          ...(parent === undefined ? {} : { parent }),
          ...(bodies ? { bodies } : {}),
        };
        this.post({ kind: 'rollUp', serial, params });
      }
    }
  }

  #tabOf(tab: Tab): HTMLElement {
    const made = element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${tab}`,
        'aria-controls': `panel-${tab}`,
        'aria-selected': String(tab === 'table'),
        tabindex: tab === 'table' ? 0 : -1,
      },
      [this.words[`client.reviewPage.${tab}`]],
    );
    made.addEventListener('click', () => {
      this.#select(tab);
    });
    made.addEventListener('keydown', event => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
      if (step === 0 || next === undefined) return;
      this.#select(next);
      this.#tabs[next].focus();
      event.preventDefault();
    });
    return made;
  }

  #select(tab: Tab): void {
    this.#state.tab = tab;
    for (const each of TABS) {
      set(this.#tabs[each], 'aria-selected', String(each === tab));
      set(this.#tabs[each], 'tabindex', each === tab ? 0 : -1);
      set(this.#panels[each], 'hidden', each !== tab);
    }
    this.#ask();
  }
}

interface Field<Control> {
  readonly label: HTMLLabelElement;
  readonly field: Control;
}

interface Fields {
  readonly folder: Field<HTMLSelectElement>;
  readonly year: Field<HTMLSelectElement>;
  readonly above: Field<HTMLSelectElement>;
  readonly figures: Field<HTMLSelectElement>;
  readonly found: Field<HTMLSelectElement>;
  readonly name: Field<HTMLInputElement>;
  readonly lastYear: Field<HTMLInputElement>;
  readonly body: Field<HTMLSelectElement>;
}

function fieldsOf(words: ReviewWords, onChange: () => void): Fields {
  const labelled = <Control extends HTMLElement>(word: string, field: Control): Field<Control> => {
    field.addEventListener('change', onChange);
    return { label: element('label', {}, [word, field]), field };
  };
  const name = element('input', { type: 'search' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  name.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, TYPING_MS);
  });
  const figures = element('select');
  fill(
    figures,
    TABLES.map((table, i) => [
      table,
      i === 0 ? words['client.reviewPage.totals'] : `${words['client.reviewPage.figures']} ${String(i + 1)}`,
    ]),
  );
  const found = element('select');
  fill(
    found,
    FOUND.map(each => [each, words[`client.reviewPage.${each}`]]),
  );
  return {
    folder: labelled(words['client.reviewPage.folder'], element('select')),
    year: labelled(words['client.reviewPage.year'], element('select')),
    above: labelled(words['client.reviewPage.above'], element('select')),
    figures: labelled(words['client.reviewPage.figures'], figures),
    found: labelled(words['client.reviewPage.found'], found),
    name: labelled(words['client.reviewPage.name'], name),
    lastYear: labelled(words['client.reviewPage.lastYear'], element('input', { type: 'checkbox' })),
    body: labelled(words['client.reviewPage.unit'], element('select')),
  };
}

/** Puts choices into a list; what was chosen stays, where it is still there. */
function fill(
  list: HTMLSelectElement,
  choices: readonly (readonly [value: string, label: string])[],
  preset = '',
): void {
  const before = list.value || preset;
  list.replaceChildren(...choices.map(([value, label]) => element('option', { value }, [label])));
  if (choices.some(([value]) => value === before)) list.value = before;
}

/** What the sums leave out, or take one of several of. */
function notesOn({ rows, without, notAdded, severalReports }: FiguresResult, words: ReviewWords): string {
  const named = (id: 'without' | 'notAdded' | 'severalReports', names: readonly string[]) =>
    names.length > 0 ? [words[`client.reviewPage.${id}`] + names.join('、')] : [];
  return [
    ...(rows.length === 0 ? [words['client.reviewPage.noUnits']] : []),
    ...named('without', without),
    ...named('notAdded', notAdded),
    ...named('severalReports', severalReports),
  ].join(' · ');
}
