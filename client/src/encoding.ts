import {
  CodeAction,
  CodeActionKind,
  commands,
  languages,
  window,
  workspace,
  type Diagnostic,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { isUtf8 } from '../../server/src/text/decode.ts';
import { text } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';

/** Code of the server's finding on a draft that was decoded wrongly. */
const WRONG_ENCODING = 'wording/wrong-encoding';

/** U+FFFD, which stands where a byte sequence had no meaning in the encoding that the file was opened with. */
const REPLACEMENT = '\ufffd';

/** Encodings that a report comes in and that can be told apart for certain: whatever is valid UTF-8 is UTF-8. */
type Encoding = 'utf8' | 'gb18030';

/** What VS Code has from 1.100 on; the types of our minimum version lack it. */
interface EncodedDocument {
  readonly encoding?: string;
}
type OpenWithEncoding = (uri: TextDocument['uri'], options: { readonly encoding: Encoding }) => Thenable<TextDocument>;

/** Offers to open a wrongly decoded draft again: once by message, and as quick fix on the server's finding. */
export function watchEncodings(): Disposable[] {
  const offered = new Set<string>();
  const look = (document: TextDocument) => {
    const key = document.uri.toString();
    if (document.languageId !== LANGUAGE_ID || offered.has(key) || !document.getText().includes(REPLACEMENT)) return;
    offered.add(key);
    void offerToReopen(document);
  };
  window.visibleTextEditors.forEach(editor => look(editor.document));
  return [
    window.onDidChangeVisibleTextEditors(editors => editors.forEach(editor => look(editor.document))),
    languages.registerCodeActionsProvider(
      { language: LANGUAGE_ID },
      {
        provideCodeActions: (_document, _range, { diagnostics }) =>
          diagnostics.filter(isWrongEncoding).map(reopenAction),
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  ];
}

/**
 * Opens a draft again in its own encoding: GB18030 unless its bytes are UTF-8. Says so where that cannot help, because
 * the draft has changes or the characters were lost before it was saved. Before VS Code 1.100 the user picks the
 * encoding.
 */
export async function reopenInRightEncoding(document: TextDocument): Promise<void> {
  if (document.isUntitled) {
    await window.showInformationMessage(text('client.encoding.notSaved'));
    return;
  }
  if (document.isDirty) {
    await window.showWarningMessage(text('client.encoding.unsavedChanges'));
    return;
  }
  const encoding = await encodingOf(document);
  if (encoding === 'utf8' && (document as EncodedDocument).encoding === 'utf8') {
    await window.showWarningMessage(text('client.encoding.lost'));
    return;
  }
  if (typeof (document as EncodedDocument).encoding !== 'string') {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.editor.changeEncoding');
    return;
  }
  // While the file was read somebody may have typed, and what is opened again loses that.
  if (document.isDirty) {
    await window.showWarningMessage(text('client.encoding.unsavedChanges'));
    return;
  }
  const open = workspace.openTextDocument as OpenWithEncoding;
  await open(document.uri, { encoding });
}

async function offerToReopen(document: TextDocument): Promise<void> {
  const reopen = text('client.encoding.reopen');
  if ((await window.showWarningMessage(text('client.encoding.wrong'), reopen)) === reopen)
    await reopenInRightEncoding(document);
}

async function encodingOf(document: TextDocument): Promise<Encoding> {
  try {
    return isUtf8(await workspace.fs.readFile(document.uri)) ? 'utf8' : 'gb18030';
  } catch {
    // It cannot be read here: GB18030 is what was asked for.
    return 'gb18030';
  }
}

function isWrongEncoding({ code }: Diagnostic): boolean {
  return (typeof code === 'object' ? code.value : code) === WRONG_ENCODING;
}

function reopenAction(diagnostic: Diagnostic): CodeAction {
  const title = text('client.encoding.reopen');
  const action = new CodeAction(title, CodeActionKind.QuickFix.append('annualReport.reopen'));
  action.command = { command: 'annualReport.reopenAsGb18030', title };
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}
