import type { Say } from '../../server/src/messages/message.ts';
import type { StatusParams } from '../../server/src/protocol/protocol.ts';

/** How far a draft is: unwritten parts first, then what is open, then what could not be checked. */
export function progressWords(say: Say, params: StatusParams): string {
  const unchecked = uncheckedWords(say, params);
  if (unchecked !== undefined) return unchecked;
  const { progress, errors, warnings, others, hints, isAllChecked } = params;
  if (progress && (progress.sectionsWritten < progress.sections || progress.tablesFilled < progress.tables))
    return say('client.status.written', {
      count: progress.sectionsWritten,
      total: progress.sections,
      items: `${String(progress.tablesFilled)}/${String(progress.tables)}`,
    });
  const open = errors + warnings + others - hints;
  if (open > 0) return say('client.status.open', { count: open });
  return say(isAllChecked ? 'client.status.ready' : 'client.status.partlyChecked');
}

/** Why a draft as a whole was not checked; undefined for one that was. */
export function uncheckedWords(say: Say, { isRecognised, reportYear }: StatusParams): string | undefined {
  if (!isRecognised) return say('client.status.notRecognised');
  return reportYear === null ? say('client.status.yearUnchecked') : undefined;
}
