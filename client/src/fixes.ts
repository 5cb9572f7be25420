import {
  CodeActionKind,
  commands,
  languages,
  Range,
  SnippetString,
  window,
  type CodeAction,
  type Diagnostic,
  type Disposable,
  type TextDocument,
} from 'vscode';
import {
  CodeActionRequest,
  type CodeAction as LspCodeAction,
  type CodeActionParams,
  type SnippetTextEdit,
} from 'vscode-languageclient';
import { applyFix, type Fix } from './applyFix.ts';
import type { Editor } from './editor.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { editorInFront } from './openDocument.ts';
import { toRange } from './ranges.ts';

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
      const write = writer(editor, server, document);
      if (here.length > 0) return here.map(action => fixOf(write, action, active.selection));
      return placesOf(write, document, sorts);
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
      const write = writer(editor, server, document);
      return actions.map(action => fixOf(write, action, wholeOf(document)));
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
async function placesOf(write: Write, document: TextDocument, sorts: readonly string[]): Promise<readonly Fix[]> {
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
    const place = new Range(range.start, range.start);
    const actions = await actionsIn(document, place, sorts);
    // Of several, which of the findings there each one mends is in its title.
    const about = { range, message: actions.length === 1 ? message : '' };
    for (const action of actions) fixes.push({ ...fixOf(write, action, place), elsewhere: about });
  }
  // Findings of an earlier version may stand where nothing is found any more.
  return fixes.length > 0 ? fixes : all.map(action => fixOf(write, action, wholeOf(document)));
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

/** Writes what an action that was found at a place changes; whether that was done. */
type Write = (action: CodeAction, place: Range) => PromiseLike<boolean>;

/** Writes into the version that a draft has now. */
function writer(editor: Editor, server: LanguageServer, document: TextDocument): Write {
  const { version } = document;
  return async (action, place) => {
    const edits = (action.edit?.get(document.uri) ?? []).map(({ range, newText }) => ({ range, newText }));
    if (edits.length > 0) return editor.applyEdits(document, { version, edits });
    const planned = await snippetOf(server, document, action, place);
    const shown = window.visibleTextEditors.find(each => each.document === document);
    if (!planned || !shown || document.version !== version) return false;
    await shown.insertSnippet(new SnippetString(planned.snippet.value), toRange(planned.range));
    return document.version !== version;
  };
}

/**
 * What a silence inserts, which leaves the cursor in its reason. The editor's edit does not tell it, and would write it
 * into a read-only editor as well.
 */
async function snippetOf(
  server: LanguageServer,
  document: TextDocument,
  { title, kind }: CodeAction,
  { start, end }: Range,
): Promise<SnippetTextEdit | undefined> {
  const params: CodeActionParams = {
    textDocument: { uri: server.addressOf(document) },
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
    context: { diagnostics: [], ...(kind ? { only: [kind.value] } : {}) },
  };
  const actions = await server.ask<readonly LspCodeAction[] | null>(CodeActionRequest.method, params);
  const [change] = actions?.find(action => action.title === title)?.edit?.documentChanges ?? [];
  const [edit] = change && 'edits' in change ? change.edits : [];
  return edit && 'snippet' in edit ? edit : undefined;
}

/** What an action that was found at a place does. */
function fixOf(write: Write, action: CodeAction, place: Range): Fix {
  const { title, edit, command } = action;
  return {
    title,
    ...(edit ? { write: () => write(action, place) } : {}),
    ...(command
      ? { run: () => commands.executeCommand(command.command, ...((command.arguments as unknown[] | undefined) ?? [])) }
      : {}),
  };
}
