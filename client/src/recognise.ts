import type { Disposable, TextDocument, Uri } from 'vscode';
import { OLD_SIDE_SCHEME } from '../../server/src/protocol/protocol.ts';
import type { Editor, Question, Store } from './editor.ts';
import { LANGUAGE_ID } from './languageId.ts';
import { nameOf } from './fileNames.ts';
import { pageHasReportTitle } from './webPageTitle.ts';
import { workingFile } from './workingFile.ts';
import { carriesReportTitle } from '../../server/src/format/anyTitle.ts';
import { isReportFileName } from '../../server/src/format/reportNames.ts';
import { TITLE_LINES } from '../../server/src/format/reportTitle.ts';

/** Decision about a file: treat it as a report, leave it alone, or (asked, no answer) do not ask again. */
type Decision = 'report' | 'other' | 'asked';

/** Decisions by document key, oldest first. */
type Decisions = readonly (readonly [key: string, decision: Decision])[];

const STORE = 'annualReport.documents';
const STORE_LIMIT = 1000;
/** Lines in which a title is looked for, blank ones between them included. */
const LINES_WITH_TITLE = 2 * TITLE_LINES;

/**
 * Recognises reports whose names do not tell: a Markdown or text file with a report's title in its first lines, a saved
 * web page with one anywhere. Offers once to treat it as a report; the decision is remembered for each file, also where
 * the user switched a report back to its ordinary language.
 */
export class Recogniser implements Disposable {
  readonly #editor: Editor;
  readonly #store: Store;
  readonly #seen = new Set<string>();
  /** Offers that wait for an answer. */
  readonly #open = new Map<string, Question>();
  readonly #subscriptions: Disposable[];

  constructor(editor: Editor, store: Store) {
    this.#editor = editor;
    this.#store = store;
    this.#subscriptions = [
      // Only what the user looks at: searches and other extensions open documents too.
      editor.onDidShow(documents => {
        for (const document of documents) this.#look(document);
      }),
      editor.onDidEdit((document, firstLine) => {
        // A title typed or pasted into a new document; files are looked at when they are opened.
        if (document.isUntitled && firstLine() < LINES_WITH_TITLE) this.#look(document);
      }),
      editor.onDidClose(document => {
        this.#forgetClosed(document);
      }),
    ];
    for (const document of editor.visibleDocuments()) this.#look(document);
  }

  /** Treats a document as a report from now on. */
  async treatAsReport(document: TextDocument): Promise<void> {
    await this.#decide(document, 'report');
    await this.#editor.setLanguage(document, LANGUAGE_ID);
    // It was answered by command.
    await this.#open.get(keyOf(document.uri))?.dismiss();
  }

  /** Gives a document back to Markdown or plain text from now on. */
  async stopTreatingAsReport(document: TextDocument): Promise<void> {
    await this.#decide(document, 'other');
    await this.#editor.setLanguage(document, ordinaryLanguage(document.uri));
    await this.#open.get(keyOf(document.uri))?.dismiss();
  }

  dispose(): void {
    this.#subscriptions.forEach(subscription => void subscription.dispose());
  }

  #look(document: TextDocument): void {
    const isReport = document.languageId === LANGUAGE_ID;
    if (!isReport && !this.#isSwitchable(document)) return;
    const key = keyOf(document.uri);
    // Once for each time that it is opened; afterwards the language is as the user switches it.
    if (this.#seen.has(key)) return;
    const decision = this.#decisions().get(key);
    if (decision === 'report' && !isReport) {
      this.#seen.add(key);
      void this.#editor.setLanguage(document, LANGUAGE_ID);
    } else if (decision === 'other' && isReport) {
      this.#seen.add(key);
      void this.#editor.setLanguage(document, ordinaryLanguage(document.uri));
    } else if (decision === undefined && !isReport && isOffered(document) && hasTitle(document)) {
      this.#seen.add(key);
      void this.#offer(document);
    } else if (!document.isUntitled) {
      this.#seen.add(key);
    }
  }

  async #offer(document: TextDocument): Promise<void> {
    const { say } = this.#editor;
    const setting = this.#editor.setting(document, 'documents.recognise');
    if (setting === 'never') return;
    if (setting === 'always') {
      await this.#editor.setLanguage(document, LANGUAGE_ID);
      return;
    }
    const treat = say('client.treatAsReport');
    const always = say('client.treatAlways');
    const leave = say('client.leaveAlone');
    const key = keyOf(document.uri);
    const question = this.#editor.question(
      say('client.looksLikeReport', { name: nameOf(document.uri) }),
      treat,
      always,
      leave,
    );
    this.#open.set(key, question);
    const choice = await question.answer;
    this.#open.delete(key);
    if (choice === treat || choice === always) {
      if (choice === always) await this.#editor.changeSetting(document, 'documents.recognise', 'always', 'user');
      await this.treatAsReport(document);
    } else if (choice === leave || !this.#decisions().has(key)) {
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

  /** Whether the document may be switched to our language: a draft of the kinds we read, not output or settings. */
  #isSwitchable({ languageId, uri: { scheme } }: TextDocument): boolean {
    return (
      ['markdown', 'plaintext', 'html'].includes(languageId) &&
      (scheme === 'untitled' || scheme === OLD_SIDE_SCHEME || this.#editor.hasFileSystem(scheme))
    );
  }

  #forgetClosed(document: TextDocument): void {
    const key = keyOf(document.uri);
    // A change of language closes and opens the same document; only one that stays away was closed.
    setTimeout(() => {
      if (!this.#editor.openDocuments().some(open => keyOf(open.uri) === key)) this.#seen.delete(key);
    }, 0);
  }
}

/** The old side of a diff is no draft of its own. */
function isOffered({ uri }: TextDocument): boolean {
  return uri.scheme !== OLD_SIDE_SCHEME;
}

function hasTitle(document: TextDocument): boolean {
  // A page stays HTML whatever its name is, unless the user wants it otherwise.
  if (document.languageId === 'html')
    return isReportFileName(nameOf(document.uri)) || pageHasReportTitle(document.getText());
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
