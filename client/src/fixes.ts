import {
  CodeActionKind,
  commands,
  languages,
  Range,
  window,
  type CodeAction,
  type Diagnostic,
  type Disposable,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { Choice, Editor } from './editor.ts';
import { goTo } from './goTo.ts';
import { text } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';
import { nameOf } from './fileNames.ts';

/** Sorts of fixes that the command palette lists one by one; docs/fixes.md has all. */
const IN_PALETTE = [
  'fillBlanks',
  'computeTotals',
  'standardTable',
  'insertSection',
  'insertTable',
  'convert.pipe',
  'convert.html',
  'convert.tabbed',
  'silence',
] as const;

const FIX_ALL = 'source.fixAll.annualReport';

/** Commands that do what the light bulb offers, so that keys can be bound to it and the palette finds it. */
export function registerFixes(editor: Editor): Disposable[] {
  return [
    // The argument says which sort; without one all that mends the place of the cursor is listed.
    commands.registerCommand('annualReport.fix', (sort?: unknown) => fix(editor, typeof sort === 'string' ? sort : '')),
    commands.registerCommand('annualReport.fixAll', () => apply(FIX_ALL)),
    ...IN_PALETTE.map(sort => commands.registerCommand(`annualReport.fix.${sort}`, () => fix(editor, sort))),
  ];
}

/**
 * Applies a sort of fix at the cursor; where there is none, at the one place of the draft that has it, or the one that
 * is picked. VS Code asks the server anew and applies what it answers, so no edit gets old.
 */
async function fix(editor: Editor, sort: string): Promise<void> {
  const active = window.activeTextEditor;
  if (active?.document.languageId !== LANGUAGE_ID) {
    await window.showInformationMessage(text('client.noEditor'));
    return;
  }
  const { document } = active;
  const { version } = document;
  const [here] = await actionsIn(document, active.selection, sort);
  if (here) {
    await apply(sort === '' ? kindOf(CodeActionKind.QuickFix, sort) : (here.kind?.value ?? ''));
    return;
  }
  const places = await placesOf(document, sort);
  const chosen = places.length > 1 ? await pick(editor, places) : places[0];
  if (chosen) await applyAt(editor, active, chosen, version);
  else if (places.length === 0) void window.showInformationMessage(text('client.fix.none'));
}

/** A finding with the fix of the wanted sort that it has. */
interface Place {
  readonly finding: Diagnostic;
  readonly action: CodeAction;
}

/** Where a draft has a sort of fix. VS Code does not tell which finding an action mends: each is asked for its own. */
async function placesOf(document: TextDocument, sort: string): Promise<readonly Place[]> {
  if ((await actionsIn(document, new Range(0, 0, document.lineCount, 0), sort)).length === 0) return [];
  const places: Place[] = [];
  for (const finding of languages.getDiagnostics(document.uri).slice(0, MOST_FINDINGS)) {
    if (finding.source !== text('diagnostic.source')) continue;
    const { start } = finding.range;
    const [action] = await actionsIn(document, new Range(start, start), sort);
    if (action) places.push({ finding, action });
  }
  return places;
}

const MOST_FINDINGS = 200;

/** What can be done in a range, of one sort or of all: what mends something, and what changes a table. */
async function actionsIn(document: TextDocument, range: Range, sort: string): Promise<readonly CodeAction[]> {
  const found = await Promise.all(
    [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite].map(group =>
      commands.executeCommand<CodeAction[] | undefined>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        kindOf(group, sort),
      ),
    ),
  );
  return found.flatMap(actions => actions ?? []);
}

function kindOf(group: CodeActionKind, sort: string): string {
  return (sort === '' ? group.append('annualReport') : group.append(`annualReport.${sort}`)).value;
}

async function pick(editor: Editor, places: readonly Place[]): Promise<Place | undefined> {
  const items = places.map((place): Choice & { readonly place: Place } => ({
    place,
    label: place.action.title,
    description: text('client.fix.line', { line: place.finding.range.start.line + 1 }),
    detail: place.finding.message,
  }));
  return (await editor.pick(items, { title: text('client.fix.title'), placeHolder: text('client.fix.which') }))?.place;
}

/** Goes to a finding and applies its fix there; says so where the draft has changed meanwhile. */
async function applyAt(editor: Editor, active: TextEditor, { finding, action }: Place, version: number): Promise<void> {
  if (active.document.isClosed || active.document.version !== version) {
    void editor.warn(text('client.notWritten', { name: nameOf(active.document.uri) }));
    return;
  }
  await goTo(active, new Range(finding.range.start, finding.range.start));
  await apply(action.kind?.value ?? '');
}

async function apply(kind: string): Promise<void> {
  await commands.executeCommand('editor.action.codeAction', { kind, apply: 'ifSingle' });
}
