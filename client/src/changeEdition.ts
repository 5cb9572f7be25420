import { EDITION_IDS, type BuiltInId } from '../../server/src/format/editionIds.ts';
import { editionCommentIn, writeComment } from '../../server/src/syntax/directiveGrammar.ts';
import { EDITIONS_REQUEST, type EditionChoices, type EditionsParams } from '../../server/src/protocol/newReport.ts';
import type { TextDocument } from 'vscode';
import type { Editor, SettingTarget } from './editor.ts';
import type { LanguageServer } from './languageServer.ts';
import { writePlanned } from './plannedEdits.ts';

/** Editions that are named for the years that they are for. */
const NAMED: readonly string[] = ['auto', ...EDITION_IDS];
type Place = 'draft' | SettingTarget;

/**
 * Lets the user pick the edition, and whether for this draft (a comment in it) or for all drafts of a folder (setting).
 */
export async function changeEdition(
  editor: Editor,
  server: Pick<LanguageServer, 'ask' | 'addressOf'>,
  document: TextDocument,
): Promise<void> {
  const { say } = editor;
  const inForce = editor.setting(document, 'format.edition');
  const params: EditionsParams = { textDocument: { uri: server.addressOf(document) } };
  const known = await server.ask<EditionChoices | null>(EDITIONS_REQUEST, params);
  const editions = known?.editions ?? [...EDITION_IDS].reverse().map(id => ({ id, name: id }));
  const edition = await editor.pick(
    [{ id: 'auto', name: '' }, ...editions].map(({ id, name }) => ({
      id,
      label: isNamed(id) ? say(`client.edition.${id}`) : name,
      description: id === inForce ? say('client.edition.inForce') : '',
    })),
    { title: say('client.edition.title'), placeHolder: known?.whyUnchecked ?? say('client.edition.which') },
  );
  if (!edition) return;
  const place = await editor.pick(
    places(editor, document).map(id => ({
      id,
      label: say(`client.edition.for.${id}`),
      detail: say(`client.edition.for.${id}.detail`),
    })),
    { title: edition.label, placeHolder: say('client.edition.where') },
  );
  if (!place) return;
  if (place.id === 'draft') await writeEditionComment(editor, document, edition.id);
  else await editor.changeSetting(document, 'format.edition', edition.id === 'auto' ? undefined : edition.id, place.id);
}

function isNamed(id: string): id is 'auto' | BuiltInId {
  return NAMED.includes(id);
}

function places(editor: Editor, document: TextDocument): Place[] {
  const folders = editor.folderCount();
  return [
    'draft',
    ...(folders > 1 && editor.isInFolder(document) ? (['folder'] as const) : []),
    ...(folders > 0 ? (['workspace'] as const) : []),
    'user',
  ];
}

async function writeEditionComment(editor: Editor, document: TextDocument, edition: string): Promise<void> {
  const comment = edition === 'auto' ? '' : `${writeComment({ kind: 'edition', edition })}\n`;
  const { start, end } = editionCommentIn(document.getText()) ?? { start: 0, end: 0 };
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  await writePlanned(editor, document, { version: document.version, edits: [{ range, newText: comment }] });
}
