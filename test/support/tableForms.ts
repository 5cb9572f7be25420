// The table form as tests use it: its cells, and what is left of a draft after something was done in it.
import { DEFAULT_SETTINGS } from '../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import { tableFormEdit } from '../../server/src/features/tables/formEdits.ts';
import { tableForm } from '../../server/src/features/tables/tableForm.ts';
import { toSpan } from '../../server/src/features/support/convert.ts';
import { editionById } from '../../server/src/format/index.ts';
import { writeTable } from '../../server/src/model/writing/write.ts';
import type { FormFigure, TableForm, TableFormAction, TableFormEdit } from '../../server/src/protocol/tableForm.ts';
import { Source } from '../../server/src/text/source.ts';
import type { Layout } from './layouts.ts';
import { SAMPLE_2021, sampleReport, type Figures } from './sample.ts';

const edition2021 = editionById('2021');

export const snapshotOf = (text: string, uri = 'file:///2024.md') =>
  new Snapshot(uri, 1, new Source(text), DEFAULT_SETTINGS);

export const formOf = (text: string): TableForm => tableForm(snapshotOf(text), 'zh-CN');

/** The figure cells of a form, or of one table of it. */
export const figuresOf = (form: TableForm, table?: string): FormFigure[] =>
  form.tables
    .filter(({ id }) => table === undefined || id === table)
    .flatMap(({ rows }) => rows.flat())
    .filter(cell => cell.kind === 'figure');

/** The cell of a name as the form of a draft shows it. */
export const cellIn = (text: string, id: string): FormFigure | undefined =>
  figuresOf(formOf(text)).find(cell => cell.id === id);

/** The sample with its tables written in a layout; without figures they are blank. */
export function reportIn(layout: Layout, figures: Figures): string {
  let text = sampleReport('tabbed', undefined, figures, 'plain');
  for (const table of edition2021.tables) {
    const figure = (row: string, column: string) => String(figures[table.id]?.[row]?.[column] ?? '');
    text = text.replace(writeTable(table, 'tabbed', figure), () => layout(table, figure));
  }
  return text;
}

const ROLES: Readonly<Record<string, string>> = {
  proactive: 't2.disclosure',
  requests: 't3.requests',
  reviewLitigation: 't4.review_litigation',
};

/** What the sample states in a cell of the form. */
export function sampleText(id: string): string {
  const [table = '', row = '', column = ''] = id.split(' ');
  return String(SAMPLE_2021[ROLES[table] ?? '']?.[row]?.[column] ?? '');
}

/** The plan of an action in the form of a draft. */
export const planOf = (snapshot: Snapshot, action: TableFormAction, language: 'zh-CN' | 'en' = 'zh-CN') =>
  tableFormEdit(snapshot, { version: snapshot.version, action }, 'comment', language);

/** A draft after the edits of a plan. */
export function applied(snapshot: Snapshot, plan: TableFormEdit): string {
  if (plan.kind !== 'edits') throw new Error(JSON.stringify(plan));
  return plan.edits
    .map(({ range, newText }) => ({ span: toSpan(snapshot.source, range), newText }))
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.end),
      snapshot.source.text,
    );
}

/** A draft after an action that was not refused in any part. */
export function after(text: string, action: TableFormAction): string {
  const snapshot = snapshotOf(text);
  const plan = planOf(snapshot, action);
  if (plan.kind !== 'edits' || plan.refusals.length > 0) throw new Error(JSON.stringify(plan));
  return applied(snapshot, plan);
}
