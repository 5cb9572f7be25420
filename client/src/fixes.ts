import {
  CodeActionKind,
  commands,
  Range,
  window,
  type CodeAction,
  type Disposable,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { Choice, Editor } from './editor.ts';
import { goTo } from './goTo.ts';
import { text } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';
import { nameOf } from './plannedEdits.ts';

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
  const found = await actionsIn(document, new Range(0, 0, document.lineCount, 0), sort);
  const places = found.filter(({ diagnostics }) => diagnostics?.length);
  const chosen = places.length > 1 ? await pick(editor, places) : places[0];
  if (chosen) await applyAt(editor, active, chosen, version);
  else if (places.length === 0) void window.showInformationMessage(text('client.fix.none'));
}

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

async function pick(editor: Editor, places: readonly CodeAction[]): Promise<CodeAction | undefined> {
  const items = places.map((action): Choice & { readonly action: CodeAction } => {
    const [diagnostic] = action.diagnostics ?? [];
    const line = (diagnostic?.range.start.line ?? 0) + 1;
    return {
      action,
      label: action.title,
      description: text('client.fix.line', { line }),
      detail: diagnostic?.message ?? '',
    };
  });
  return (await editor.pick(items, { title: text('client.fix.title'), placeHolder: text('client.fix.which') }))?.action;
}

/** Goes to the place that an action mends and applies it there; says so where the draft has changed meanwhile. */
async function applyAt(editor: Editor, active: TextEditor, action: CodeAction, version: number): Promise<void> {
  const [diagnostic] = action.diagnostics ?? [];
  if (!diagnostic) return;
  if (active.document.isClosed || active.document.version !== version) {
    void editor.warn(text('client.notWritten', { name: nameOf(active.document) }));
    return;
  }
  await goTo(active, new Range(diagnostic.range.start, diagnostic.range.start));
  await apply(action.kind?.value ?? '');
}

async function apply(kind: string): Promise<void> {
  await commands.executeCommand('editor.action.codeAction', { kind, apply: 'ifSingle' });
}
