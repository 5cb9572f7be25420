import type { TextDocument } from 'vscode';
import type { PlannedEdits } from '../../server/src/protocol/protocol.ts';
import type { Choice, Editor } from './editor.ts';
import { sayNotWritten } from './plannedEdits.ts';

/** Something that can be done in a draft. */
export interface Fix {
  readonly title: string;
  /** Writes its edits, which are right for the version that it was found in; whether that was done. */
  readonly write?: () => PromiseLike<boolean>;
  /** Done after the edits: what asks first, or writes elsewhere. */
  readonly run?: () => PromiseLike<unknown>;
  /** What it mends where that is not at the cursor, to be shown first. */
  readonly elsewhere?: { readonly range: PlannedEdits['edits'][number]['range']; readonly message: string };
}

/** How fixes are looked for, and what is said. */
export interface FixSearch {
  /** What can be done in the draft as it is now; undefined where nobody answers. */
  find(): Promise<readonly Fix[] | undefined>;
  /** Said where nothing can be done. */
  readonly none: string;
}

/** A draft that changes faster than it can be read is left alone after so many tries. */
const MOST_TRIES = 5;
/** No version of a document. */
const MOVED_ON = -1;

/**
 * Does what can be done in a draft, or what is picked of it, in the version that it was found for: one that moved on
 * meanwhile is asked anew. Whatever comes of it is seen, in the text or as a message.
 */
export async function applyFix(editor: Editor, document: TextDocument, { find, none }: FixSearch): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES && !document.isClosed; tries++) {
    const { version } = document;
    const fixes = await find();
    if (document.version !== version) continue;
    if (!fixes) {
      void editor.warn(editor.say('client.noServer'));
      return;
    }
    if (fixes.length === 0) {
      void editor.inform(none);
      return;
    }
    const chosen = fixes.length > 1 ? await pick(editor, fixes) : fixes[0];
    if (chosen) await perform(editor, document, version, chosen);
    return;
  }
  sayNotWritten(editor, document, MOVED_ON);
}

async function pick(editor: Editor, fixes: readonly Fix[]): Promise<Fix | undefined> {
  const items = fixes.map((fix): Choice & { readonly fix: Fix } => ({
    fix,
    label: fix.title,
    ...(fix.elsewhere
      ? {
          description: editor.say('client.fix.line', { line: fix.elsewhere.range.start.line + 1 }),
          detail: fix.elsewhere.message,
        }
      : {}),
  }));
  const titles = { title: editor.say('client.fix.title'), placeHolder: editor.say('client.fix.which') };
  return (await editor.pick(items, titles))?.fix;
}

async function perform(
  editor: Editor,
  document: TextDocument,
  version: number,
  { write, run, elsewhere }: Fix,
): Promise<void> {
  const isAsFound = (): boolean => document.version === version && !document.isClosed;
  // The place of a version that is gone would show other words.
  if (elsewhere && isAsFound()) {
    const { start } = elsewhere.range;
    await editor.showDocument(document, { start, end: start });
  }
  if (write && !(isAsFound() && (await write()))) sayNotWritten(editor, document, version);
  else await run?.();
}
