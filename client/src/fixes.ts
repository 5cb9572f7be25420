import {
  CodeActionKind,
  commands,
  languages,
  Range,
  workspace,
  type CodeAction,
  type Diagnostic,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { applyFix, type Fix } from './applyFix.ts';
import type { Editor } from './editor.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { editorInFront } from './openDocument.ts';

/** Commands of the palette, each with the sorts of fixes that it does; docs/fixes.md has all. */
const IN_PALETTE: Readonly<Record<string, readonly string[]>> = {
  fillBlanks: ['fillBlanks'],
  computeTotals: ['computeTotals'],
  standardTable: ['standardTable'],
  // Of a young draft all parts are missing at once; of one whose headings alone are, the part is there.
  insertSection: ['insertSections', 'insertSection', 'insertHeading'],
  insertTable: ['insertTable'],
  'convert.pipe': ['convert.pipe'],
  'convert.html': ['convert.html'],
  'convert.tabbed': ['convert.tabbed'],
  silence: ['silence'],
};

/** Every sort of fix. */
const ANY = [''];

const FIX_ALL = 'source.fixAll.annualReport';

/** Commands that do what the light bulb offers, so that keys can be bound to it and the palette finds it. */
export function registerFixes(editor: Editor, server: LanguageServer): Disposable[] {
  return [
    // The argument says which sort; without one all that mends the place of the cursor is listed.
    commands.registerCommand('annualReport.fix', (sort?: unknown) =>
      fix(editor, server, typeof sort === 'string' ? [sort] : ANY),
    ),
    commands.registerCommand('annualReport.fixAll', () => fixAll(editor, server)),
    ...Object.entries(IN_PALETTE).map(([name, sorts]) =>
      commands.registerCommand(`annualReport.fix.${name}`, () => fix(editor, server, sorts)),
    ),
  ];
}

/**
 * Applies a fix at the cursor; where there is none, at the one place of the draft that has it, or the one that is
 * picked. The edits are applied here: VS Code's own command gives up without a word when it looks for a light bulb
 * meanwhile, as it does soon after each move of the cursor and whenever findings arrive.
 */
async function fix(editor: Editor, server: LanguageServer, sorts: readonly string[]): Promise<void> {
  const active = await editorInFront();
  if (!active) return;
  const { document } = active;
  await applyFix(editor, document, {
    find: async () => {
      if (!(await isThere(server))) return undefined;
      const here = await actionsIn(document, active.selection, sorts);
      if (here.length > 0) return here.map(action => fixOf(editor, document, action));
      return placesOf(editor, document, sorts);
    },
    none: text('client.fix.none'),
  });
}

/** Applies all fixes that change no figure and no wording. */
async function fixAll(editor: Editor, server: LanguageServer): Promise<void> {
  const active = await editorInFront();
  if (!active) return;
  const { document } = active;
  await applyFix(editor, document, {
    find: async () => {
      if (!(await isThere(server))) return undefined;
      const actions = await actionsOfKind(document, wholeOf(document), FIX_ALL);
      return actions.map(action => fixOf(editor, document, action));
    },
    none: text('client.fix.noneSafe'),
  });
}

/** Whether the server runs, started where need be: where it does not, VS Code finds nothing to fix. */
async function isThere(server: LanguageServer): Promise<boolean> {
  await server.start();
  return server.state === 'running';
}

/** Where a draft has fixes. VS Code does not tell which finding an action mends: each place is asked for its own. */
async function placesOf(editor: Editor, document: TextDocument, sorts: readonly string[]): Promise<readonly Fix[]> {
  const all = await actionsIn(document, wholeOf(document), sorts);
  if (all.length === 0) return [];
  const places = new Map<string, Diagnostic>();
  for (const finding of languages.getDiagnostics(document.uri)) {
    const { start } = finding.range;
    const place = `${String(start.line)}:${String(start.character)}`;
    if (finding.source === text('diagnostic.source') && !places.has(place)) places.set(place, finding);
  }
  const fixes: Fix[] = [];
  for (const { range, message } of [...places.values()].slice(0, MOST_PLACES)) {
    const actions = await actionsIn(document, new Range(range.start, range.start), sorts);
    // Of several, which of the findings there each one mends is in its title.
    const about = { range, message: actions.length === 1 ? message : '' };
    for (const action of actions) fixes.push({ ...fixOf(editor, document, action), elsewhere: about });
  }
  // Findings of an earlier version may stand where nothing is found any more.
  return fixes.length > 0 ? fixes : all.map(action => fixOf(editor, document, action));
}

const MOST_PLACES = 200;

function wholeOf({ lineCount }: TextDocument): Range {
  return new Range(0, 0, lineCount, 0);
}

/** What can be done in a range, of some sorts or of all: what mends something, and what changes a table. */
async function actionsIn(
  document: TextDocument,
  range: Range,
  sorts: readonly string[],
): Promise<readonly CodeAction[]> {
  const kinds = sorts.flatMap(sort =>
    [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite].map(group => kindOf(group, sort)),
  );
  const found = (await Promise.all(kinds.map(kind => actionsOfKind(document, range, kind)))).flat();
  // What mends a table is of both groups where only one is asked for.
  const different = new Map(found.map(action => [JSON.stringify([action.title, action.edit, action.command]), action]));
  return [...different.values()];
}

async function actionsOfKind({ uri }: TextDocument, range: Range, kind: string): Promise<readonly CodeAction[]> {
  const command = 'vscode.executeCodeActionProvider';
  return (await commands.executeCommand<CodeAction[] | undefined>(command, uri, range, kind)) ?? [];
}

function kindOf(group: CodeActionKind, sort: string): string {
  return (sort === '' ? group.append('annualReport') : group.append(`annualReport.${sort}`)).value;
}

/** What an action does in a draft. */
function fixOf(editor: Editor, document: TextDocument, { title, edit, command }: CodeAction): Fix {
  const { version } = document;
  const edits = (edit?.get(document.uri) ?? []).map(({ range, newText }) => ({ range, newText }));
  // A silence leaves the cursor in its reason: such an edit is no plain text and is the editor's own to apply.
  const write = edits.length > 0 ? () => editor.applyEdits(document, { version, edits }) : undefined;
  return {
    title,
    ...(edit ? { write: write ?? (() => workspace.applyEdit(edit)) } : {}),
    ...(command
      ? { run: () => commands.executeCommand(command.command, ...((command.arguments as unknown[] | undefined) ?? [])) }
      : {}),
  };
}
