import type { EquationsPlace } from '../../protocol/protocol.ts';
import type { TableFormPlace } from '../../protocol/tableForm.ts';
import type { CodeLens } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { toPosition } from '../support/convert.ts';
import { countEquations, tablesWithEquations } from './equations.ts';
import { tablesOfForm } from './formTables.ts';

/** Command of the client that lists a table's equations; its argument is a {@link EquationsPlace}. */
export const SHOW_EQUATIONS_COMMAND = 'annualReport.showEquations';

/** Command of the client that opens the table form; its argument is a {@link TableFormPlace}. */
export const OPEN_TABLE_FORM_COMMAND = 'annualReport.openTableForm';

/** Commands behind lenses. */
export const LENS_COMMANDS: readonly string[] = [SHOW_EQUATIONS_COMMAND, OPEN_TABLE_FORM_COMMAND];

/**
 * Above each official table what the client has a command for: the form to fill it in, and how many of its equations
 * hold, are broken and are undecided, which a click lists.
 */
export function codeLenses(
  snapshot: Pick<Snapshot, 'uri' | 'source' | 'report'>,
  commands: ReadonlySet<string>,
  language: Language,
): CodeLens[] {
  return [
    ...(commands.has(OPEN_TABLE_FORM_COMMAND) ? formLenses(snapshot, language) : []),
    ...(commands.has(SHOW_EQUATIONS_COMMAND) ? equationLenses(snapshot, language) : []),
  ];
}

function formLenses(
  { uri, source, report }: Pick<Snapshot, 'uri' | 'source' | 'report'>,
  language: Language,
): CodeLens[] {
  return tablesOfForm(report).flatMap(({ id, table }) => {
    if (!table) return [];
    const position = toPosition(source, table.span.start);
    const place: TableFormPlace = { uri, table: id };
    return [
      {
        range: { start: position, end: position },
        command: { title: message(language, 'lens.fillIn'), command: OPEN_TABLE_FORM_COMMAND, arguments: [place] },
      },
    ];
  });
}

function equationLenses(snapshot: Pick<Snapshot, 'uri' | 'source' | 'report'>, language: Language): CodeLens[] {
  const { uri, source, report } = snapshot;
  return tablesWithEquations(report).map(table => {
    const position = toPosition(source, table.span.start);
    const place: EquationsPlace = { uri, position };
    return {
      range: { start: position, end: position },
      command: {
        title: message(language, 'lens.equations', { ...countEquations(table) }),
        command: SHOW_EQUATIONS_COMMAND,
        arguments: [place],
      },
    };
  });
}
