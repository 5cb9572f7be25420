import { LIMITS } from '../../text/limits.ts';
import { JsonReader, placeOfValue, spanOf, valueOf } from './jsonReader.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts';
import type { FileProblem } from './workspaceFile.ts';

/**
 * Reads the text of a `.annual-report.json`, null for one that cannot be read. Never throws: what is not understood is
 * left out and reported at its place.
 */
export function readSettingsFile(text: string | null): {
  readonly settings: Settings;
  readonly problems: readonly FileProblem[];
} {
  const reader = new JsonReader();
  const nothing = { settings: DEFAULT_SETTINGS, problems: reader.problems };
  if (text === null || text.length > LIMITS.fileBytes) {
    reader.report({ start: 0, end: 0 }, 'settingsFile.unreadable');
    return nothing;
  }
  const root = reader.parse(text);
  if (!root) return nothing;
  const { settings, problems, unnamed } = readSettings(valueOf(root));
  for (const { steps, path, value } of problems)
    reader.report(spanOf(placeOfValue(root, steps)), 'settingsFile.setting', { path, value });
  if (unnamed > 0) reader.report(spanOf(root), 'statuteFile.more');
  return { settings, problems: reader.problems };
}
