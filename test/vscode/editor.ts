// What the journeys do in the editor, in the words of a drafter; through the `vscode` API only.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RULE_TITLES } from '../../server/src/messages/ruleTitles.ts';
import { answered } from './answers.ts';

/** Id of the language. */
export const LANGUAGE = 'annual-report';

/** What the list of problems calls us. */
const SOURCES: readonly (string | undefined)[] = ['年报', 'Annual Report'];

const PATIENCE_MS = 10_000;
/** Each look asks the window something, which costs it more than the waiting. */
const POLL_MS = 100;

/** Waits until `probe` gives something; fails with `what` and the last thing seen. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  seen?: () => unknown,
  patienceMs = PATIENCE_MS,
  pollMs = POLL_MS,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline)
      throw new Error(`没有等到 / still waiting for: ${what}${seen ? `\n${JSON.stringify(seen(), null, 1)}` : ''}`);
    await new Promise(resolve => {
      setTimeout(resolve, pollMs);
    });
  }
}

/** Address of a file in the workspace. */
export function fileUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('没有工作区 / no workspace');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)));
}

/** Closes every editor; what was changed is given up. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(one => one.isDirty)) {
    // VS Code opens editors of its own at times; then the wanted one comes at the next try.
    await until('编辑器 / the editor', () =>
      Promise.resolve(vscode.window.showTextDocument(document)).then(
        () => true,
        () => false,
      ),
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Opens a new document that has no file yet. */
export async function openUntitled(content: string, language = LANGUAGE): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** The language of an open document as the editor has it now (recognition may change it after opening). */
export function languageOf(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString())?.languageId;
}

/** Range of the nth occurrence (from 0) of a text. */
export function rangeOf(document: vscode.TextDocument, wanted: string, nth = 0): vscode.Range {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = document.getText().indexOf(wanted, at + 1);
  if (at < 0) throw new Error(`文中没有 / not in the text: ${wanted}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + wanted.length));
}

/** Replaces a text by another as one edit. */
export async function replace(editor: vscode.TextEditor, wanted: string, by: string): Promise<void> {
  await editor.edit(edit => {
    edit.replace(rangeOf(editor.document, wanted), by);
  });
}

/** Our findings in a document, as one line each. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => SOURCES.includes(source));
}

const RULES_BY_TITLE = new Map(
  Object.entries(RULE_TITLES).flatMap(([id, titles]) => Object.values(titles).map(title => [title, id] as const)),
);

/** Rule id of a finding: what is shown as its code is the title of the rule, which leads to its page. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  // In a browser there is no link to the page.
  if (typeof code !== 'object') return RULES_BY_TITLE.get(String(code)) ?? '';
  return /docs\/rules\/(.+)\.md$/.exec(code.target.path)?.[1] ?? '';
}

/** Findings in short, for messages of failed waits. */
export function inShort(uri: vscode.Uri): string[] {
  return findings(uri).map(finding => `${String(finding.range.start.line + 1)} ${ruleOf(finding)} ${finding.message}`);
}

/** Waits for a finding that fits. */
export function untilFinding(
  uri: vscode.Uri,
  what: string,
  fits: (finding: vscode.Diagnostic) => boolean,
): Promise<vscode.Diagnostic> {
  return until(
    what,
    () => findings(uri).find(fits),
    () => inShort(uri),
  );
}

/** Waits until no finding fits any more. */
export async function untilGone(
  uri: vscode.Uri,
  what: string,
  fits: (finding: vscode.Diagnostic) => boolean,
): Promise<void> {
  await until(
    what,
    () => !findings(uri).some(fits),
    () => inShort(uri),
  );
}

/** First-level entries of the outline, waited for until there are some. */
export function outline(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  return until('大纲 / the outline', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    return symbols !== undefined && symbols.length > 0 && symbols;
  });
}

/** Entries of the outline at any depth. */
export function everyEntry(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap(symbol => [symbol, ...everyEntry(symbol.children)]);
}

/** Text of the hovers at a position, waited for until there is one. */
export function hover(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  return until('悬停说明 / a hover', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
    const text = hovers
      .flatMap(one => one.contents)
      .map(content => (typeof content === 'string' ? content : content.value))
      .join('\n');
    return text !== '' && text;
  });
}

/** Completion items of the language server at a position, waited for until one fits. */
export function completion(
  uri: vscode.Uri,
  position: vscode.Position,
  what: string,
  fits: (item: vscode.CompletionItem) => boolean,
): Promise<vscode.CompletionItem> {
  let items: vscode.CompletionItem[] = [];
  return until(
    what,
    async () => {
      ({ items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        position,
        undefined,
        100,
      ));
      return items.find(fits);
    },
    () => items.map(item => `${labelOf(item)} ← ${item.filterText ?? ''}`),
  );
}

/** Label of a completion item. */
export function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label;
}

/** Quick fixes for a range, resolved, waited for until one fits. */
export function quickFix(
  uri: vscode.Uri,
  range: vscode.Range,
  what: string,
  fits: (action: vscode.CodeAction) => boolean,
): Promise<vscode.CodeAction> {
  let actions: vscode.CodeAction[] = [];
  return until(
    what,
    async () => {
      actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        'quickfix',
        50,
      );
      return actions.find(fits);
    },
    () => actions.map(action => action.title),
  );
}

/** Text that an edit would insert into a document. */
export function insertedText(action: vscode.CodeAction, uri: vscode.Uri): string {
  return (
    action.edit
      ?.get(uri)
      .map(edit => edit.newText)
      .join('\n') ?? ''
  );
}

/** What a person does at the window. */
export interface Deeds {
  /** Put on the clipboard by another program; HTML only together with text. */
  readonly text?: string;
  readonly html?: string;
  /** Keys as `Control+V`, pressed one after another. */
  readonly keys?: readonly string[];
  /** Typed after these, sign by sign; `\t` and `\n` are keys too. */
  readonly type?: string;
  /** Words of a message's button, as a regular expression. */
  readonly button?: string;
  /** A file in the explorer, and the entry of its menu, as a regular expression. */
  readonly menu?: { readonly file: string; readonly entry: string };
  /** A box that asks, by a regular expression for its title; what is filled in, and the key pressed then. */
  readonly box?: { readonly title: string; readonly text?: string; readonly key: string };
}

/** Whether somebody is at the window: the launcher of the server build is, on the desktop nobody is. */
export const hasHands = process.env['ANNUAL_REPORT_TEST_HANDS'] !== undefined;

/** What a person sees of the table form. */
export interface SeenForm {
  /** Name of the cell that has the focus. */
  readonly focus: string | null;
  readonly equations: string;
  readonly troubles: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** What is asked of the table form: what is seen of it, what `axe-core` finds, how long typing takes. */
type FormQuestion = 'state' | 'axe' | 'axe narrow' | 'typing';

/** A page that has just been made, and axe-core on it, take their time. */
const FORM_PATIENCE_MS = 40_000;

let questions = 0;

/** Asks something of the table form at the window. */
export function askForm<Answer>(form: FormQuestion): Promise<Answer | undefined> {
  return askPage({ form });
}

/** What a person sees of the layout preview. */
export interface SeenPreview {
  readonly text: string;
  readonly notice: string;
  /** Beginnings of the blocks in sight. */
  readonly inSight: readonly string[];
  readonly top: number;
  /** Words at the cursor of the text. */
  readonly current: string | null;
  readonly isCurrentInSight: boolean;
  readonly marks: readonly { readonly text: string; readonly severity: string; readonly title: string }[];
  readonly tags: readonly string[];
  readonly attributes: readonly string[];
  readonly wasRun: boolean;
}

/** What is asked of the preview or done there: `text` names what is pointed at, `lines` how far it is scrolled. */
interface PreviewQuestion {
  readonly question: 'state' | 'click' | 'double click' | 'press finding' | 'scroll' | 'axe' | 'axe narrow';
  readonly text?: string;
  readonly lines?: number;
}

/** Asks something of the layout preview at the window. */
export function askPreview<Answer = SeenPreview>(preview: PreviewQuestion): Promise<Answer | undefined> {
  return askPage({ preview });
}

/** What a person sees of the reviewer's page. */
export interface SeenReview {
  readonly tab: string;
  readonly years: readonly string[];
  /** Rows of the table, those that are not drawn among them. */
  readonly count: number;
  /** Row and column of the official table, by which each column is headed. */
  readonly columns: readonly string[];
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly sums: readonly string[];
  readonly marked: readonly string[];
  /** What the sums leave out. */
  readonly note: string;
  readonly chart: string | null;
  readonly text: string;
}

/** What is asked of the page or done there: `field` is the label of what is chosen, or a unit whose row is gone to. */
interface ReviewQuestion {
  readonly question: 'state' | 'choose' | 'tab' | 'press' | 'enter' | 'axe' | 'axe narrow';
  readonly field?: string;
  readonly value?: string;
  readonly text?: string;
}

/** Asks something of the reviewer's page at the window. */
export function askReview<Answer = SeenReview>(review: ReviewQuestion): Promise<Answer | undefined> {
  return askPage({ review });
}

/** Waits until the reviewer's page looks as is wanted. */
export async function untilReview(what: string, fits: (page: SeenReview) => boolean): Promise<SeenReview> {
  let seen: SeenReview | undefined;
  return until(
    what,
    async () => {
      seen = await askReview({ question: 'state' });
      return seen !== undefined && fits(seen) && seen;
    },
    () => seen && { ...seen, rows: Object.keys(seen.rows), text: seen.text.slice(0, 400) },
    FORM_PATIENCE_MS,
  );
}

/** Waits until the preview looks as is wanted. */
export async function untilPreview(what: string, fits: (preview: SeenPreview) => boolean): Promise<SeenPreview> {
  let seen: SeenPreview | undefined;
  return until(
    what,
    async () => {
      seen = await askPreview({ question: 'state' });
      return seen !== undefined && fits(seen) && seen;
    },
    () => seen && { ...seen, text: seen.text.slice(0, 400) },
    FORM_PATIENCE_MS,
  );
}

/** Pastes into the page for a copied report, once it is there. */
export async function pasteIntoPage(): Promise<void> {
  await until('粘贴的页面 / the page to paste into', async () => (await askPage<boolean>({ paste: true })) === true);
}

/** Asks something of the window or of a page of ours. */
async function askPage<Answer>(question: object): Promise<Answer | undefined> {
  const answer = `answer-${String(++questions)}.json`;
  console.log(`☞ ${JSON.stringify({ ...question, answer })}`);
  const text = await until(
    `窗口里的回答 / an answer from the window: ${JSON.stringify(question)}`,
    () => answered(answer),
    undefined,
    FORM_PATIENCE_MS,
  );
  return (JSON.parse(text) as Answer | null) ?? undefined;
}

/** Waits until the form looks as is wanted. */
export async function untilForm(what: string, fits: (form: SeenForm) => boolean): Promise<SeenForm> {
  let seen: SeenForm | undefined;
  return until(
    what,
    async () => {
      seen = await askForm<SeenForm>('state');
      return seen !== undefined && fits(seen) && seen;
    },
    () => seen,
    FORM_PATIENCE_MS,
  );
}

const THEMES = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light'];

/** Asserts that axe-core finds nothing grave on a page, in light, dark and high contrast, wide and narrow. */
export async function untilAccessible(
  ask: (question: 'axe' | 'axe narrow') => Promise<{ violations: unknown[]; passes: number } | undefined>,
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('workbench');
  try {
    for (const [i, theme] of THEMES.entries()) {
      await configuration.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      await until(`主题 / theme ${theme}`, () => vscode.window.activeColorTheme.kind === i + 1);
      for (const question of ['axe', 'axe narrow'] as const) {
        const found = await ask(question);
        assert.deepEqual(found?.violations, [], `${theme} ${question}`);
        assert.ok((found?.passes ?? 0) > 10);
      }
    }
  } finally {
    await configuration.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
  }
}

/** Has something done at the window. It happens soon after; wait for what it brings about. */
export function atWindow(deeds: Deeds): void {
  // The launcher reads the log.
  console.log(`☞ ${JSON.stringify(deeds)}`);
}

/**
 * Answers the box or list whose title fits, once it is there: with a text in place of what is proposed, or as proposed;
 * or gives it up by another key.
 */
export function answerBox(title: RegExp, { text, key = 'Enter' }: { text?: string; key?: string } = {}): void {
  atWindow({ box: { title: title.source, ...(text === undefined ? {} : { text }), key } });
}

const NEW_REPORT = /新建.*年度报告|New annual report|New report/;

/** Answers what a new report asks for first: the public body, and the year as proposed. */
export async function answerBodyAndYear(publicBody: string): Promise<void> {
  answerBox(NEW_REPORT, { text: publicBody });
  await untilShown('问年度 / the year', '.quick-input-widget .monaco-list-rows', rows =>
    /20\d\d 年度|Report on 20\d\d/.test(rows),
  );
  answerBox(NEW_REPORT);
}

/** Picks the kind of a new report by words of its name. */
export async function answerKind(words: string): Promise<void> {
  const list = '.quick-input-widget .monaco-list-rows';
  await untilShown('问哪一种报告 / the kind of report', list, rows => rows.includes(words));
  answerBox(NEW_REPORT, { text: words });
  await untilShown('问单位 / the body', '.quick-input-widget', box => /单位全称|Full name|name/.test(box));
}

/** Waits until a part of the window, named by a selector, shows what fits; of a box to type into, its text. */
export function untilShown(
  what: string,
  selector: string,
  fits: (text: string) => boolean,
  patienceMs = PATIENCE_MS,
): Promise<string> {
  let seen = '';
  return until(
    what,
    async () => {
      seen = (await askPage<string>({ read: selector })) ?? '';
      return fits(seen) ? `${seen} ` : undefined;
    },
    () => seen,
    patienceMs,
  );
}

/** So long the dialog takes until it knows what is there. */
const SETTLED_MS = 800;
/** So long a key may take to be answered. */
const PRESSED_MS = 4000;

/** Does something that asks where to write, and takes what is proposed; ends with it. */
export async function writtenWhereProposed(run: () => PromiseLike<unknown>): Promise<void> {
  const dialog = '.quick-input-titlebar:visible';
  const isOpen = (text: string) => /写到哪里|Where to write/.test(text);
  await untilShown('没有对话框 / no dialog', dialog, text => !isOpen(text));
  let isDone = false;
  const done = Promise.resolve(run()).finally(() => {
    isDone = true;
  });
  await untilShown('写到哪里 / where to write', dialog, isOpen, FORM_PATIENCE_MS);
  // On a busy machine the dialog learns late what is there, and takes no key before.
  while (!isDone) {
    await new Promise(resolve => setTimeout(resolve, SETTLED_MS));
    await untilShown('对话框 / the dialog', dialog, text => {
      if (isOpen(text)) atWindow({ keys: ['Enter'] });
      return true;
    });
    for (let waited = 0; !isDone && waited < PRESSED_MS; waited += 50)
      await new Promise(resolve => setTimeout(resolve, 50));
  }
  await done;
}
