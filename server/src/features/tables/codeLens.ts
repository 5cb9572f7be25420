import type { EquationsPlace } from '../../protocol/protocol.ts';
import type { CodeLens } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { canBeTidied } from '../../model/writing/standardTable.ts';
import { toPosition } from '../support/convert.ts';
import { markupOf, type DraftFile } from '../support/draftFile.ts';
import { countEquations, tablesWithEquations } from './equations.ts';

/** Command of the client that lists a table's equations; its argument is a {@link EquationsPlace}. */
export const SHOW_EQUATIONS_COMMAND = 'annualReport.showEquations';

/** Command of the client that makes a standard table of one pasted as text; its argument is a place in it. */
export const TIDY_TABLE_COMMAND = 'annualReport.tidyTable';

/**
 * Above each official table how many of its equations hold, are broken and are undecided, a click lists them; above one
 * that was pasted as text, that it can be made a standard table. Lenses of commands that the client lacks are left out.
 */
export function codeLenses(
  { uri, source, report }: Pick<Snapshot, 'uri' | 'source' | 'report'>,
  language: Language,
  { commands, file }: { readonly commands: ReadonlySet<string>; readonly file: DraftFile },
): CodeLens[] {
  const lens = (at: number, title: string, command: string): CodeLens => {
    const position = toPosition(source, at);
    const place: EquationsPlace = { uri, position };
    return { range: { start: position, end: position }, command: { title, command, arguments: [place] } };
  };
  const equations = tablesWithEquations(report).map(table =>
    lens(table.span.start, message(language, 'lens.equations', { ...countEquations(table) }), SHOW_EQUATIONS_COMMAND),
  );
  const isMarkdown = markupOf(file) === 'markdown';
  const untidy = report.tables
    .filter(table => canBeTidied(report, table, isMarkdown))
    .map(table => lens(table.span.start, message(language, 'lens.tidyTable'), TIDY_TABLE_COMMAND));
  return [...equations, ...untidy].filter(({ command }) => command && commands.has(command.command));
}
