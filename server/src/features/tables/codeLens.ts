import type { EquationsPlace } from '../../protocol/protocol.ts';
import type { CodeLens } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { toPosition } from '../support/convert.ts';
import { countEquations, tablesWithEquations } from './equations.ts';

/** Command of the client that lists a table's equations; its argument is a {@link EquationsPlace}. */
export const SHOW_EQUATIONS_COMMAND = 'annualReport.showEquations';

/** Above each official table how many of its equations hold, are broken and are undecided; a click lists them. */
export function codeLenses(snapshot: Pick<Snapshot, 'uri' | 'source' | 'report'>, language: Language): CodeLens[] {
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
