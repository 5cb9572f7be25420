import type { Language, MessageId } from '../messages/message.ts';
import { ruleTitle } from '../messages/ruleTitles.ts';
import type { Body } from '../model/across/body.ts';
import { formOf } from '../model/summary/forms.ts';
import { findingRows, FINDING_HEAD, summaryTable, SUMMARY_HEAD, type TableCell } from './csv.ts';
import type { FileRecord, SummaryRow } from './records.ts';
import { say } from './words.ts';

// What a workbook shows people: the tables that programs get as csv, headed and worded in a language.

type Rows = readonly (readonly TableCell[])[];

/** The table of findings. */
export function findingSheet(files: readonly FileRecord[], language: Language): Rows {
  const words = (name: string, cell: TableCell): TableCell => {
    if (typeof cell !== 'string') return cell;
    if (name === 'rule') return ruleTitle(language, cell);
    const id = `${name}.${cell}`;
    return isWorded(id) ? say(language, id) : cell;
  };
  return [
    [
      ...FINDING_HEAD.map(name => say(language, `cli.column.${name}`)),
      say(language, 'cli.column.where'),
      say(language, 'cli.column.ruleId'),
    ],
    ...files.flatMap(file =>
      findingRows(file).map((row, i) => [
        ...FINDING_HEAD.map((name, column) => words(name, row[column] ?? null)),
        file.findings[i]?.where ?? null,
        file.findings[i]?.rule ?? null,
      ]),
    ),
  ];
}

/** Cells that are words of a program, by column and word. */
const WORDED = [
  'severity.error',
  'severity.warning',
  'severity.information',
  'severity.hint',
  'decision.accepted',
  'decision.to-fix',
  'scope.area',
  'scope.body',
] as const satisfies readonly MessageId[];

function isWorded(id: string): id is (typeof WORDED)[number] {
  return (WORDED as readonly string[]).includes(id);
}

/** The table of bodies; figures whose names are not known stand under their keys. */
export function bodySheet(rows: readonly SummaryRow[], names: ReadonlyMap<string, string>, language: Language): Rows {
  const [head = [], ...lines] = summaryTable(rows);
  const scope = SUMMARY_HEAD.indexOf('scope');
  return [
    head.map((key, i) => {
      const name = SUMMARY_HEAD[i];
      return name === undefined ? (names.get(String(key)) ?? key) : say(language, `cli.column.${name}`);
    }),
    ...lines.map(line =>
      line.map((cell, i) => {
        const id = `scope.${String(cell)}`;
        return i === scope && isWorded(id) ? say(language, id) : cell;
      }),
    ),
  ];
}

/** How the figures of reports are called, by their keys: table, row and column. */
export function figureNames(bodies: readonly Body[], language: Language): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const seen = new Set<unknown>();
  for (const report of bodies.flatMap(({ reports }) => reports))
    for (const id of Object.keys(report.tables)) {
      const form = formOf(report, id);
      if (!form || seen.has(form)) continue;
      seen.add(form);
      const title = language === 'en' ? form.englishTitle : form.title;
      for (const { rows, columns } of form.parts)
        for (const row of rows)
          for (const column of columns) {
            const key = `${row.key}.${column.key}`;
            const name = [title, row.label || (row.path.at(-1) ?? ''), column.label].filter(Boolean).join('·');
            if (!names.has(key)) names.set(key, name);
          }
    }
  return names;
}
