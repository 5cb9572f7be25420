import { ACROSS_RULES } from '../../rules/acrossRules.ts';
import { RULES } from '../../rules/index.ts';
import { currentRuleId } from '../../rules/aliases.ts';
import type { DecodedText } from '../../text/decode.ts';
import { LIMITS } from '../../text/limits.ts';
import { shortened } from '../../text/shortened.ts';
import { DIRECTIVE_RULES } from '../directiveRules.ts';
import { JsonReader, memberOf, placeOfValue, spanOf, valueOf, type Node } from './jsonReader.ts';
import { DEFAULT_SETTINGS, readSettings, unknownEdition, type Settings } from './settings.ts';
import type { FileProblem } from './workspaceFile.ts';

/** Names that a `.annual-report.json` may use; editors put `$schema` there by themselves. */
export const SETTINGS_FILE_NAMES: readonly string[] = [
  'edition',
  'severities',
  'silenced',
  'formats',
  'statutes',
  'statuteTexts',
  'bodies',
  'reorganised',
  'workspace',
];
const FOREIGN_NAME = '$schema';
const ENTRY_NAMES = ['file', 'rule', 'fingerprint', 'reason'];
const KNOWN_RULES: ReadonlySet<string> = new Set([...RULES, ...ACROSS_RULES, ...DIRECTIVE_RULES].map(({ id }) => id));

/**
 * Reads the content of a `.annual-report.json`, without text for one that cannot be read. Never throws: what is not
 * understood is left out and reported at its place, and so are names of settings and rules that there are not.
 */
export function readSettingsFile({ text, isLegacy }: DecodedText): {
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
  if (isLegacy) reader.warn({ ...root, length: 1 }, 'settingsFile.encoding');
  checkNames(reader, root);
  return { settings, problems: reader.problems };
}

/** What is wrong with the edition that a settings file names, with the formats that it names read. */
export function editionProblems(text: string, settings: Settings): readonly FileProblem[] {
  const unknown = unknownEdition(settings);
  const reader = new JsonReader();
  const root = unknown && reader.parse(text);
  if (root) reader.report(spanOf(placeOfValue(root, ['edition'])), 'settingsFile.unknownEdition', unknown);
  return reader.problems;
}

function checkNames(reader: JsonReader, root: Node): void {
  if (root.type !== 'object') return;
  const own = (root.children ?? []).filter(({ children }) => children?.[0]?.value !== FOREIGN_NAME);
  reader.object({ ...root, children: own }, SETTINGS_FILE_NAMES, []);
  for (const { children } of memberOf(root, 'severities')?.children ?? []) checkRule(reader, children?.[0]);
  for (const entry of memberOf(root, 'silenced')?.children ?? []) {
    if (entry.type === 'object') checkRule(reader, reader.object(entry, ENTRY_NAMES, [])?.get('rule'));
  }
}

function checkRule(reader: JsonReader, node: Node | undefined): void {
  const id: unknown = node?.value;
  if (node && typeof id === 'string' && !KNOWN_RULES.has(currentRuleId(id)))
    reader.warn(node, 'settingsFile.unknownRule', { rule: shortened(id, SHOWN_RULE) });
}

/** UTF-16 units of an unknown rule that a message repeats. */
const SHOWN_RULE = 120;
