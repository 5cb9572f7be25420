import type { TextDocument } from 'vscode';
import type { RenamePreview } from '../../server/src/protocol/protocol.ts';
import type { Choice, Editor } from './editor.ts';
import { writePlanned } from './plannedEdits.ts';

/**
 * Renames a figure after listing every place that changes and what does not add up afterwards; the editor's own preview
 * would leave each place to be ticked. The list waits for a person, so the edit is written here and not handed back:
 * the editor would write it into whatever the draft has become by then.
 */
export async function renameAfterPreview(
  editor: Editor,
  document: TextDocument,
  { version, edits, title, places, troubles }: RenamePreview,
): Promise<void> {
  const apply: Choice = { label: editor.say('client.rename.apply', { count: places.length }), icon: 'check' };
  const picked = await editor.pick(
    [
      apply,
      ...group(editor.say('client.rename.places'), places, 'edit'),
      ...group(editor.say('client.rename.troubles'), troubles, 'warning'),
    ],
    { title, placeHolder: editor.say('client.rename.how'), isPatient: true },
  );
  if (picked?.label === apply.label) await writePlanned(editor, document, { version, edits });
}

function group(label: string, lines: readonly string[], icon: string): Choice[] {
  if (lines.length === 0) return [];
  return [{ label, isHeading: true }, ...lines.map(line => ({ label: line, icon }))];
}
