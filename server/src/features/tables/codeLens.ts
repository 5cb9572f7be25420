import type { EquationsPlace } from '../../protocol/protocol.ts';
import type { TableFormPlace } from '../../protocol/tableForm.ts';
import type { CodeLens } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { canBeTidied } from '../../model/writing/standardTable.ts';
import type { Span } from '../../text/span.ts';
import { toPosition } from '../support/convert.ts';
import { markupOf, type DraftFile } from '../support/draftFile.ts';
import { countEquations, tablesWithEquations } from './equations.ts';
import { tablesOfForm } from './formTables.ts';

/** Command of the client that lists a table's equations; its argument is a {@link EquationsPlace}. */
export const SHOW_EQUATIONS_COMMAND = 'annualReport.showEquations';

/** Command of the client that opens the table form; its argument is a {@link TableFormPlace}. */
export const OPEN_TABLE_FORM_COMMAND = 'annualReport.openTableForm';

/** Command of the client that makes a standard table of one pasted as text; its argument is a place in it. */
export const TIDY_TABLE_COMMAND = 'annualReport.tidyTable';

/** Commands behind lenses. */
export const LENS_COMMANDS: readonly string[] = [SHOW_EQUATIONS_COMMAND, OPEN_TABLE_FORM_COMMAND, TIDY_TABLE_COMMAND];

/**
 * Above each official table the form to fill it in, and how many of its equations hold, are broken and are undecided,
 * which a click lists; above one that was pasted as text, that it can be made a standard table. Lenses of commands that
 * the client lacks are left out.
 */
export function codeLenses(
  { uri, source, report }: Pick<Snapshot, 'uri' | 'source' | 'report'>,
  language: Language,
  { commands, file }: { readonly commands: ReadonlySet<string>; readonly file: DraftFile },
): CodeLens[] {
  const lens = (at: number, title: string, command: string, place: EquationsPlace | TableFormPlace): CodeLens => {
    const position = toPosition(source, at);
    return { range: { start: position, end: position }, command: { title, command, arguments: [place] } };
  };
  const above = ({ span }: { readonly span: Span }): EquationsPlace => ({
    uri,
    position: toPosition(source, span.start),
  });
  const forms = tablesOfForm(report).flatMap(({ id, table }) =>
    table
      ? [lens(table.span.start, message(language, 'lens.fillIn'), OPEN_TABLE_FORM_COMMAND, { uri, table: id })]
      : [],
  );
  const equations = tablesWithEquations(report).map(table =>
    lens(
      table.span.start,
      message(language, 'lens.equations', { ...countEquations(table) }),
      SHOW_EQUATIONS_COMMAND,
      above(table),
    ),
  );
  const isMarkdown = markupOf(file) === 'markdown';
  const untidy = report.tables
    .filter(table => canBeTidied(report, table, isMarkdown))
    .map(table => lens(table.span.start, message(language, 'lens.tidyTable'), TIDY_TABLE_COMMAND, above(table)));
  return [...forms, ...equations, ...untidy].filter(({ command }) => command && commands.has(command.command));
}
