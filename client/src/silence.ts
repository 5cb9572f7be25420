import type { TextDocument } from 'vscode';
import {
  CONFIGURATION_FILE_NAME,
  SILENCE_EDIT_REQUEST,
  type PlannedEdits,
  type SettingsSilence,
  type SilenceEdit,
  type SilenceEditParams,
} from '../../server/src/protocol/protocol.ts';
import type { Editor } from './editor.ts';
import { writePlanned } from './plannedEdits.ts';

/** How the server is asked; undefined where it does not answer. */
type Ask = (method: string, params: SilenceEditParams) => Promise<SilenceEdit | undefined>;

/** How often an edit is planned anew for a settings file that somebody is typing in. */
const ATTEMPTS = 3;

/**
 * Silences a finding in a settings file: inserts the one entry into the text as it is open, with whatever is not saved
 * yet. The file is saved if it had no changes of the user's own; else it is shown, as saving those is theirs to do.
 */
export async function silenceInSettings(editor: Editor, ask: Ask, silence: unknown): Promise<void> {
  if (!isSilence(silence)) return;
  const { uri } = silence;
  // Without a reason nothing is silenced.
  const reason = isPlaceholder(editor, silence.entry.reason)
    ? await editor.ask({
        title: editor.say('client.silence.title', { rule: silence.entry.rule }),
        prompt: editor.say('client.silence.prompt', { name: CONFIGURATION_FILE_NAME }),
        whenEmpty: editor.say('fix.silenceReason'),
      })
    : silence.entry.reason;
  if (reason === undefined) return;
  const entry = { ...silence.entry, reason };
  const document = await editor.openFile(uri, '{}\n');
  if (!document) {
    void editor.warn(editor.say('client.silence.noFile', { name: CONFIGURATION_FILE_NAME }));
    return;
  }
  for (let attempt = 1; ; attempt++) {
    const { version } = document;
    const found = await ask(SILENCE_EDIT_REQUEST, { text: document.getText(), entry });
    if (!found) {
      void editor.warn(editor.say('client.noServer'));
      return;
    }
    if (document.version !== version && attempt < ATTEMPTS) continue;
    if (found.kind === 'refused') {
      await editor.showDocument(document, found.range);
      void editor.warn(found.sentence);
      return;
    }
    if (found.kind === 'known') await tell(editor, document, undefined, document.isDirty);
    else await write(editor, document, { version, edits: [found.edit] }, found.reason);
    return;
  }
}

async function write(
  editor: Editor,
  document: TextDocument,
  planned: PlannedEdits,
  reason: PlannedEdits['edits'][number]['range'],
): Promise<void> {
  const hadChanges = document.isDirty;
  if (!(await writePlanned(editor, document, planned))) return;
  await tell(editor, document, reason, hadChanges || !(await editor.save(document)));
}

/** Says what was done; shows a file that is not saved, so that nobody looks for what is not in force yet. */
async function tell(
  editor: Editor,
  document: TextDocument,
  reason: PlannedEdits['edits'][number]['range'] | undefined,
  isUnsaved: boolean,
): Promise<void> {
  const name = CONFIGURATION_FILE_NAME;
  if (isUnsaved) {
    await editor.showDocument(document, reason);
    void editor.inform(editor.say('client.silence.unsaved', { name }));
    return;
  }
  const button = editor.say('client.silence.open');
  // Nobody has to answer; the command is done.
  void editor.inform(editor.say('client.silence.done', { name }), button).then(async pressed => {
    if (pressed === button) await editor.showDocument(document, reason);
  });
}

/** Whether an entry still has the words that stand where the reason belongs. */
function isPlaceholder(editor: Editor, reason: string): boolean {
  return reason.trim() === '' || reason === editor.say('fix.silenceReason');
}

/** Only a settings file is written, whoever calls the command. */
function isSilence(value: unknown): value is SettingsSilence {
  const { uri, entry } = (value ?? {}) as Partial<SettingsSilence>;
  return (
    typeof uri === 'string' &&
    uri.endsWith(`/${CONFIGURATION_FILE_NAME}`) &&
    typeof entry === 'object' &&
    [entry.file, entry.rule, entry.fingerprint, entry.reason].every(text => typeof text === 'string')
  );
}
