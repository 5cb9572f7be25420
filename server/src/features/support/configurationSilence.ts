import type { CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import type { ReportedFinding } from '../../analysis/findings.ts';
import { insertSilence } from '../../analysis/files/silencedEntry.ts';
import type { Language } from '../../messages/message.ts';
import { message, messageOf } from '../../messages/text.ts';
import {
  CONFIGURATION_FILE_NAME,
  type ConfigurationFileResult,
  type SettingsSilence,
  type SilenceEdit,
  type SilenceEditParams,
} from '../../protocol/protocol.ts';
import { pathBeside } from '../../text/address.ts';
import type { Change } from '../../text/change.ts';
import { Source } from '../../text/source.ts';
import { toRange } from './convert.ts';

/**
 * The entry that silences a finding in the nearest `.annual-report.json`, or in a new one beside the draft: a draft
 * that is published with its comments must stay clean. Undefined where the draft has no folder.
 */
export function settingsSilence(
  draftUri: string,
  { rule, fingerprint }: Pick<ReportedFinding, 'rule' | 'fingerprint'>,
  settingsUri: string | undefined,
  reason: string,
): SettingsSilence | undefined {
  const uri = settingsUri ?? besideDraft(draftUri);
  const file = uri === undefined ? undefined : pathBeside(draftUri, uri);
  return uri === undefined || file === undefined ? undefined : { uri, entry: { file, rule, fingerprint, reason } };
}

function besideDraft(uri: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?\//i.test(uri) ? uri.replace(/[^/]*$/, CONFIGURATION_FILE_NAME) : undefined;
}

/**
 * Edits that write an entry, for a client that cannot do so itself: they count in the file as it is on the disk,
 * `file`, or make it where there is none. Undefined for a file that cannot be understood, and for one that is empty:
 * what was just written into it may not be saved yet.
 */
export function silenceEdits(
  { uri, entry }: SettingsSilence,
  file: ConfigurationFileResult | null,
): (CreateFile | TextDocumentEdit)[] | undefined {
  if (file && (file.text === null || file.isLegacy || file.text.trim() === '')) return undefined;
  const text = file?.text ?? '';
  const insertion = insertSilence(text, entry);
  if (insertion.kind !== 'change') return undefined;
  const edit = { textDocument: { uri, version: null }, edits: [textEdit(text, insertion.change)] };
  return file ? [edit] : [{ kind: 'create', uri, options: { ignoreIfExists: true } }, edit];
}

/** What our client has to write into the text of a settings file that it has open, or why it must not. */
export function silenceEdit({ text, entry }: SilenceEditParams, language: Language): SilenceEdit {
  const insertion = insertSilence(text, entry);
  if (insertion.kind === 'known') return insertion;
  if (insertion.kind === 'change') {
    const { change, reason } = insertion;
    const after = text.slice(0, change.span.start) + change.text + text.slice(change.span.end);
    return { kind: 'edit', edit: textEdit(text, change), reason: toRange(new Source(after), reason) };
  }
  const { problem } = insertion;
  const range = toRange(new Source(text), problem.span);
  const words = { line: range.start.line + 1, problem: messageOf(language, problem) };
  return { kind: 'refused', sentence: message(language, 'silence.refused', words), range };
}

function textEdit(text: string, { span, text: newText }: Change): TextEdit {
  return { range: toRange(new Source(text), span), newText };
}
