import {
  commands,
  CompletionItemKind,
  ConfigurationTarget,
  FileType,
  languages,
  Position,
  Range,
  SnippetString,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type CompletionList,
  type Disposable,
  type ExtensionContext,
  type QuickPickItem,
  type TextDocument,
} from 'vscode';
import { EDITION_IDS } from '../../server/src/format/editionIds.ts';
import { listCitations } from './citations.ts';
import { reopenInRightEncoding } from './encoding.ts';
import { showEquations } from './equations.ts';
import { text } from './language.ts';
import { LANGUAGE_ID, type LanguageServer } from './languageServer.ts';
import { registerPasting } from './paste.ts';
import type { Recogniser } from './recognise.ts';

/** What the commands work on. */
interface Parts {
  readonly context: ExtensionContext;
  readonly server: LanguageServer;
  readonly recogniser: Recogniser;
}

/** Registers the commands that package.json contributes. */
export function registerCommands(parts: Parts): Disposable[] {
  const { server, recogniser } = parts;
  return [
    commands.registerCommand('annualReport.restartServer', () => server.restart()),
    commands.registerCommand('annualReport.showLog', () => server.log.show()),
    commands.registerCommand('annualReport.treatAsReport', () =>
      withDocument(document => recogniser.treatAsReport(document)),
    ),
    commands.registerCommand('annualReport.stopTreatingAsReport', () =>
      withDocument(document => recogniser.stopTreatingAsReport(document)),
    ),
    commands.registerCommand('annualReport.reopenAsGb18030', () => withDocument(reopenInRightEncoding)),
    commands.registerCommand('annualReport.openPreview', (uri?: unknown) => openPreview(uri)),
    commands.registerCommand('annualReport.newReport', () => newReport(server)),
    commands.registerCommand('annualReport.changeEdition', () => withDocument(changeEdition)),
    commands.registerCommand('annualReport.showRulePage', (rule?: unknown) => showRulePage(parts.context, rule)),
    commands.registerCommand('annualReport.listCitations', () => listCitations(server)),
    ...registerPasting(server),
    commands.registerCommand('annualReport.showEquations', (place?: unknown) => showEquations(server, place)),
  ];
}

async function withDocument(action: (document: TextDocument) => Promise<void>): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await action(document);
  else await window.showInformationMessage(text('client.noEditor'));
}

/** VS Code's own Markdown preview; it takes an address, whatever the document's language. */
async function openPreview(uri: unknown): Promise<void> {
  const target = uri instanceof Uri ? uri : window.activeTextEditor?.document.uri;
  if (target) await commands.executeCommand('markdown.showPreviewToSide', target);
}

/** Opens a new document with the skeleton of a whole report, tab stops in every blank. */
async function newReport(server: LanguageServer): Promise<void> {
  const document = await workspace.openTextDocument({ language: LANGUAGE_ID, content: '' });
  const editor = await window.showTextDocument(document);
  await server.start();
  const completions = await commands.executeCommand<CompletionList | undefined>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    new Position(0, 0),
    undefined,
    RESOLVED_ITEMS,
  );
  // In an empty document the whole report is what the server offers as a file.
  const skeleton = completions?.items.find(
    item => item.kind === CompletionItemKind.File && item.insertText instanceof SnippetString,
  );
  if (skeleton?.insertText instanceof SnippetString)
    await editor.insertSnippet(skeleton.insertText, new Position(0, 0));
  else await window.showWarningMessage(text('client.noSkeleton'));
}

const RESOLVED_ITEMS = 50;

const EDITIONS = ['auto', ...[...EDITION_IDS].reverse()] as const;
type EditionChoice = (typeof EDITIONS)[number];
type Place = 'draft' | 'folder' | 'workspace' | 'user';

/** Lets the user pick the edition, and whether for this draft (a comment in it) or for all drafts of a folder (setting). */
async function changeEdition(document: TextDocument): Promise<void> {
  const configuration = workspace.getConfiguration('annualReport', document);
  const inForce = configuration.get<string>('format.edition');
  const edition = await window.showQuickPick(
    EDITIONS.map(id => ({
      id,
      label: text(`client.edition.${id}`),
      description: id === inForce ? text('client.edition.inForce') : '',
    })),
    { title: text('client.edition.title'), placeHolder: text('client.edition.which') },
  );
  if (!edition) return;
  const place = await window.showQuickPick(
    places(document).map(id => ({
      id,
      label: text(`client.edition.for.${id}`),
      detail: text(`client.edition.for.${id}.detail`),
    })),
    { title: edition.label, placeHolder: text('client.edition.where') },
  );
  if (!place) return;
  if (place.id === 'draft') await writeEditionComment(document, edition.id);
  else await configuration.update('format.edition', edition.id === 'auto' ? undefined : edition.id, TARGETS[place.id]);
}

const TARGETS = {
  folder: ConfigurationTarget.WorkspaceFolder,
  workspace: ConfigurationTarget.Workspace,
  user: ConfigurationTarget.Global,
} as const satisfies Record<Exclude<Place, 'draft'>, ConfigurationTarget>;

function places(document: TextDocument): Place[] {
  const folders = workspace.workspaceFolders?.length ?? 0;
  const result: Place[] = ['draft'];
  if (folders > 1 && workspace.getWorkspaceFolder(document.uri)) result.push('folder');
  if (folders > 0) result.push('workspace');
  return [...result, 'user'];
}

const EDITION_COMMENT = /^[ \t]*<!--\s*年报检查\s*格式\s*[：:]?\s*\d{4}\s*年?(?:格式)?\s*-->[ \t]*(?:\r?\n|$)/m;

async function writeEditionComment(document: TextDocument, edition: EditionChoice): Promise<void> {
  const comment = edition === 'auto' ? '' : `<!-- 年报检查 格式 ${edition} -->\n`;
  const present = EDITION_COMMENT.exec(document.getText());
  const at = present?.index ?? 0;
  const edit = new WorkspaceEdit();
  edit.replace(
    document.uri,
    new Range(document.positionAt(at), document.positionAt(at + (present?.[0].length ?? 0))),
    comment,
  );
  await workspace.applyEdit(edit);
}

const RULE_ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** Shows a rule's page; without an id lets the user pick, first the rules of the findings in the draft. */
async function showRulePage(context: ExtensionContext, rule: unknown): Promise<void> {
  const pages = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  const id = typeof rule === 'string' && RULE_ID.test(rule) ? rule : await pickRule(pages);
  if (id === undefined) return;
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(pages, `${id}.md`));
}

async function pickRule(pages: Uri): Promise<string | undefined> {
  const found = rulesFound();
  const all = await rulePages(pages);
  const items: (QuickPickItem & { readonly id?: string })[] = all
    .map(id => ({ id, label: id, description: found.has(id) ? text('client.rule.found') : '' }))
    .sort((a, b) => Number(found.has(b.id)) - Number(found.has(a.id)));
  if (items.length === 0) {
    await window.showInformationMessage(text('client.rule.none'));
    return undefined;
  }
  const picked = await window.showQuickPick(items, {
    title: text('client.rule.title'),
    placeHolder: text('client.rule.which'),
  });
  return picked?.id;
}

/** Rules of the findings in the draft in front. */
function rulesFound(): Set<string> {
  const document = window.activeTextEditor?.document;
  const diagnostics = document ? languages.getDiagnostics(document.uri) : [];
  return new Set(
    diagnostics.map(({ code }) => String(typeof code === 'object' ? code.value : code)).filter(id => RULE_ID.test(id)),
  );
}

async function rulePages(pages: Uri): Promise<string[]> {
  const ids: string[] = [];
  for (const [group, type] of await list(pages)) {
    if ((type & FileType.Directory) === 0) continue;
    for (const [file] of await list(Uri.joinPath(pages, group))) {
      if (file.endsWith('.md')) ids.push(`${group}/${file.slice(0, -'.md'.length)}`);
    }
  }
  return ids.sort();
}

async function list(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    // A build without pages has none to show.
    return [];
  }
}
