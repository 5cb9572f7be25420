import {
  ConfigurationTarget,
  languages,
  window,
  workspace,
  type Disposable,
  type Memento,
  type TextDocument,
  type Uri,
} from 'vscode';
import { carriesReportTitle } from '../../server/src/format/reportNames.ts';
import { workingFile } from './files.ts';
import { text } from './language.ts';
import { LANGUAGE_ID } from './languageServer.ts';

/** Decision about a file: treat it as a report, leave it alone, or (asked, no answer) do not ask again. */
type Decision = 'report' | 'other' | 'asked';

/** Decisions by document key, oldest first. */
type Decisions = readonly (readonly [key: string, decision: Decision])[];

const STORE = 'annualReport.documents';
const STORE_LIMIT = 1000;

/**
 * Recognises reports whose names do not tell: a Markdown or text file with a report's title in its first lines. Offers
 * once to treat it as a report; the decision is remembered for each file, also where the user switched a report back to
 * its ordinary language.
 */
export class Recogniser implements Disposable {
  readonly #store: Memento;
  readonly #seen = new Set<string>();
  readonly #subscriptions: Disposable[];

  constructor(store: Memento) {
    this.#store = store;
    this.#subscriptions = [
      // Only what the user looks at: searches and other extensions open documents too.
      window.onDidChangeVisibleTextEditors(editors => editors.forEach(editor => this.#look(editor.document))),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // A title typed or pasted into a new document; files are looked at when they are opened.
        if (document.isUntitled && contentChanges.some(change => change.range.start.line < 10)) this.#look(document);
      }),
      workspace.onDidCloseTextDocument(document => this.#forgetClosed(document)),
    ];
    window.visibleTextEditors.forEach(editor => this.#look(editor.document));
  }

  /** Treats a document as a report from now on. */
  async treatAsReport(document: TextDocument): Promise<void> {
    await this.#decide(document, 'report');
    await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  }

  /** Gives a document back to Markdown or plain text from now on. */
  async stopTreatingAsReport(document: TextDocument): Promise<void> {
    await this.#decide(document, 'other');
    await languages.setTextDocumentLanguage(document, ordinaryLanguage(document.uri));
  }

  dispose(): void {
    this.#subscriptions.forEach(subscription => void subscription.dispose());
  }

  #look(document: TextDocument): void {
    const isReport = document.languageId === LANGUAGE_ID;
    if (!isReport && !isSwitchable(document)) return;
    const key = keyOf(document.uri);
    // Once for each time that it is opened; afterwards the language is as the user switches it.
    if (this.#seen.has(key)) return;
    const decision = this.#decisions().get(key);
    if (decision === 'report' && !isReport) {
      this.#seen.add(key);
      void languages.setTextDocumentLanguage(document, LANGUAGE_ID);
    } else if (decision === 'other' && isReport) {
      this.#seen.add(key);
      void languages.setTextDocumentLanguage(document, ordinaryLanguage(document.uri));
    } else if (decision === undefined && isOffered(document) && hasTitle(document)) {
      this.#seen.add(key);
      void this.#offer(document);
    } else if (!document.isUntitled) {
      this.#seen.add(key);
    }
  }

  async #offer(document: TextDocument): Promise<void> {
    const configuration = workspace.getConfiguration('annualReport', document);
    const setting = configuration.get<string>('documents.recognise');
    if (setting === 'never') return;
    if (setting === 'always') {
      await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
      return;
    }
    const treat = text('client.treatAsReport');
    const always = text('client.treatAlways');
    const leave = text('client.leaveAlone');
    const name = document.uri.path.replace(/^.*\//, '');
    const choice = await window.showInformationMessage(text('client.looksLikeReport', { name }), treat, always, leave);
    if (choice === treat || choice === always) {
      if (choice === always) await configuration.update('documents.recognise', 'always', ConfigurationTarget.Global);
      await this.treatAsReport(document);
    } else {
      await this.#decide(document, choice === leave ? 'other' : 'asked');
    }
  }

  #decisions(): Map<string, Decision> {
    return new Map(this.#store.get<Decisions>(STORE, []));
  }

  async #decide(document: TextDocument, decision: Decision): Promise<void> {
    const key = keyOf(document.uri);
    this.#seen.add(key);
    // The names of untitled documents are used again for others.
    if (document.isUntitled) return;
    const decisions = this.#decisions();
    decisions.delete(key);
    decisions.set(key, decision);
    await this.#store.update(STORE, [...decisions].slice(-STORE_LIMIT));
  }

  #forgetClosed(document: TextDocument): void {
    const key = keyOf(document.uri);
    // A change of language closes and opens the same document; only one that stays away was closed.
    setTimeout(() => {
      if (!workspace.textDocuments.some(open => keyOf(open.uri) === key)) this.#seen.delete(key);
    }, 0);
  }
}

/** Whether the document may be switched to our language: a draft of the kinds we read, not output or settings. */
function isSwitchable({ languageId, uri }: TextDocument): boolean {
  return (
    ['markdown', 'plaintext', 'html'].includes(languageId) &&
    (uri.scheme === 'untitled' || uri.scheme === 'git' || workspace.fs.isWritableFileSystem(uri.scheme) !== undefined)
  );
}

/** Web pages are not offered, they stay HTML unless the user switches; the old side of a diff is no draft of its own. */
function isOffered({ languageId, uri }: TextDocument): boolean {
  return (languageId === 'markdown' || languageId === 'plaintext') && uri.scheme !== 'git';
}

function hasTitle(document: TextDocument): boolean {
  return carriesReportTitle(line => (line < document.lineCount ? document.lineAt(line).text : undefined));
}

function ordinaryLanguage(uri: Uri): 'markdown' | 'plaintext' | 'html' {
  if (/\.html?$/i.test(uri.path)) return 'html';
  return /\.(?:md|markdown)$/i.test(uri.path) ? 'markdown' : 'plaintext';
}

/** The old side of a diff follows the decision on the file itself. */
function keyOf(uri: Uri): string {
  return workingFile(uri).toString();
}
