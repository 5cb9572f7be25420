import { importDocument, type Readers } from '../../server/src/documents/importDocument.ts';
import type { Note } from '../../server/src/documents/notes.ts';
import { readSheets } from '../../server/src/documents/read/xlsx.ts';
import type { RefusalId } from '../../server/src/documents/refused.ts';

const READERS: Readers = { sheets: async bytes => readSheets(bytes) };

/** A document as a draft, with the ids of its notes. Fails where it is refused. */
export async function imported(
  bytes: Uint8Array,
): Promise<{ readonly markdown: string; readonly notes: readonly Note[]; readonly noteIds: readonly string[] }> {
  const result = await importDocument(bytes, READERS);
  if (result.kind === 'refused') throw new Error(result.refusal.message);
  const { text, notes } = result.draft;
  return { markdown: text.text, notes, noteIds: notes.map(({ message }) => message.replace('documents.note.', '')) };
}

/** Lines of the draft that are not blank, its first comment left out. */
export async function importedLines(bytes: Uint8Array): Promise<string[]> {
  const { markdown } = await imported(bytes);
  return markdown.split('\n').filter(line => line !== '' && !line.startsWith('<!-- 导入说明'));
}

/** Why a document is refused; undefined where it is read. */
export async function refusalOfImport(bytes: Uint8Array): Promise<RefusalId | undefined> {
  const result = await importDocument(bytes, READERS);
  return result.kind === 'refused' ? result.refusal.message : undefined;
}
