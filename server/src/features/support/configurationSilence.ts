import type { CreateFile, TextDocumentEdit } from 'vscode-languageserver-types';
import type { ReportedFinding } from '../../analysis/findings.ts';
import { CONFIGURATION_FILE_NAME } from '../../protocol/protocol.ts';
import { decodeAddress } from '../../text/address.ts';
import { isRecord, tooDeepAt } from '../../text/json.ts';
import { Source } from '../../text/source.ts';
import { toRange } from './convert.ts';

/** A `.annual-report.json` with its address; null for one that cannot be read. */
export interface ConfigurationFile {
  readonly uri: string;
  readonly text: string | null;
}

/**
 * Edits that silence a finding in the nearest `.annual-report.json`, or in a new one beside the draft: a draft that is
 * published with its comments must stay clean. Undefined where that file cannot be understood or the draft has no
 * folder.
 */
export function configurationSilence(
  draftUri: string,
  finding: Pick<ReportedFinding, 'rule' | 'fingerprint'>,
  file: ConfigurationFile | null,
  reason: string,
): (CreateFile | TextDocumentEdit)[] | undefined {
  const uri = file?.uri ?? besideDraft(draftUri);
  const name = uri === undefined ? undefined : pathFrom(uri, draftUri);
  const content = readObject(file ? file.text : '');
  if (uri === undefined || name === undefined || !content) return undefined;
  const silenced: unknown = content['silenced'] ?? [];
  if (!Array.isArray(silenced)) return undefined;
  const entry = { file: name, rule: finding.rule, fingerprint: finding.fingerprint, reason };
  const text = `${JSON.stringify({ ...content, silenced: [...silenced, entry] }, null, 2)}\n`;
  const old = new Source(file?.text ?? '');
  const edit: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [{ range: toRange(old, { start: 0, end: old.text.length }), newText: text }],
  };
  return file ? [edit] : [{ kind: 'create', uri, options: { ignoreIfExists: true } }, edit];
}

function besideDraft(uri: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?\//i.test(uri) ? uri.replace(/[^/]*$/, CONFIGURATION_FILE_NAME) : undefined;
}

/** Path of the draft as seen from the folder of the configuration file; undefined where it is not below it. */
function pathFrom(configurationUri: string, draftUri: string): string | undefined {
  const folder = decodeAddress(configurationUri.replace(/[^/]*$/, ''));
  const draft = decodeAddress(draftUri);
  return draft.startsWith(folder) ? draft.slice(folder.length) : undefined;
}

function readObject(text: string | null): Record<string, unknown> | undefined {
  if (text === null || tooDeepAt(text) !== undefined) return undefined;
  const body = text.replace(/^\ufeff/, '');
  if (body.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
