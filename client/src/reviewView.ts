import {
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type Disposable,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import { LIMITS } from '../../server/src/text/limits.ts';
import { LOOK_AT_FILES_NOTIFICATION } from '../../server/src/protocol/protocol.ts';
import type { FindingToDecide } from '../../server/src/protocol/review.ts';
import {
  WORKSPACE_FINDINGS_REQUEST,
  WORKSPACE_REPORTS_REQUEST,
  type ReportEntry,
  type WorkspaceFinding,
  type WorkspaceReportsResult,
  type WorkspaceStatus,
} from '../../server/src/protocol/workspace.ts';
import { IMPORTED_ENDINGS } from './importDocument.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { toRange } from './ranges.ts';
import {
  documentsNotRead,
  placesOf,
  reportWords,
  unitWords,
  type PlaceEntry,
  type UnitEntry,
} from './reviewEntries.ts';

const VIEW = 'annualReport.review';
/** Many changes come together while a folder is read. */
const REFRESH_MS = 400;

/** An entry of the tree: place, unit, report of a year, finding. */
export type ReviewNode =
  | { readonly kind: 'place'; readonly place: PlaceEntry }
  | { readonly kind: 'unit'; readonly unit: UnitEntry }
  | { readonly kind: 'report'; readonly unit: UnitEntry; readonly report: ReportEntry }
  | { readonly kind: 'finding'; readonly uri: string; readonly finding: WorkspaceFinding }
  /** Word and other files that nobody has read as drafts: they are not checked. */
  | { readonly kind: 'documents'; readonly uris: readonly Uri[] }
  | { readonly kind: 'document'; readonly uri: Uri };

/** Documents that may be reports, and drafts that may have been made of them. */
const DOCUMENTS = `**/*.{${IMPORTED_ENDINGS.filter(ending => !/^html?$/.test(ending)).join(',')}}`;
const DRAFTS = '**/*.{md,txt,html,htm}';
const NOT_OURS = '**/node_modules/**';
/** More documents are not listed. */
const MOST_DOCUMENTS = 1000;

const SEVERITY_ICONS = {
  error: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  information: new ThemeIcon('info'),
  hint: new ThemeIcon('lightbulb'),
} as const;

/** The reports of the workspace in the side bar: by place, unit and year, each with its findings. */
export class ReviewView implements TreeDataProvider<ReviewNode>, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<ReviewNode>;
  readonly #watcher = workspace.createFileSystemWatcher(DOCUMENTS, false, true, false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #documents: Promise<readonly Uri[]> | undefined;

  constructor(private readonly server: LanguageServer) {
    const documentsChanged = () => {
      this.#documents = undefined;
      this.#refreshSoon();
    };
    this.#watcher.onDidCreate(documentsChanged);
    this.#watcher.onDidDelete(documentsChanged);
    this.#view = window.createTreeView(VIEW, { treeDataProvider: this, canSelectMany: true, showCollapseAll: true });
    this.#view.onDidChangeVisibility(({ visible }) => {
      if (visible) this.server.notify(LOOK_AT_FILES_NOTIFICATION);
    });
  }

  /** The reports that are selected, or all of a unit or a place that is. */
  selectedReports(named: ReviewNode | undefined): readonly string[] {
    const nodes = named ? [named] : this.#view.selection;
    return [...new Set(nodes.flatMap(reportsOf))];
  }

  /** The reports of the newest year of all units. */
  async newestReports(): Promise<readonly string[]> {
    const places = await this.getChildren();
    return places.flatMap(reportsOf);
  }

  /** What was said of the workspace changed. */
  noteWorkspace({ waiting }: WorkspaceStatus): void {
    this.#view.message = waiting > 0 ? text('client.workspace.reading', { count: waiting }) : '';
    // A draft that was just read may be that of a document.
    if (waiting === 0) this.#documents = undefined;
    this.#refreshSoon();
  }

  #refreshSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#changed.fire();
    }, REFRESH_MS);
  }

  async getChildren(parent?: ReviewNode): Promise<ReviewNode[]> {
    switch (parent?.kind) {
      case undefined: {
        // Asking would start the server for whoever never reviews.
        if (this.server.state !== 'running') return [];
        const result = await this.server.ask<WorkspaceReportsResult>(WORKSPACE_REPORTS_REQUEST, {});
        const uris = await (this.#documents ??= documentsToRead());
        return [
          ...placesOf(result?.folders ?? [], text).map((place): ReviewNode => ({ kind: 'place', place })),
          ...(uris.length > 0 ? [{ kind: 'documents', uris } as const] : []),
        ];
      }
      case 'documents':
        return parent.uris.map(uri => ({ kind: 'document', uri }));
      case 'place':
        return parent.place.units.map(unit => ({ kind: 'unit', unit }));
      case 'unit':
        return [...parent.unit.reports].reverse().map(report => ({ kind: 'report', unit: parent.unit, report }));
      case 'report': {
        const { uri } = parent.report;
        const found = await this.server.ask<readonly WorkspaceFinding[] | null>(WORKSPACE_FINDINGS_REQUEST, { uri });
        return (found ?? []).map(finding => ({ kind: 'finding', uri, finding }));
      }
      case 'finding':
      case 'document':
        return [];
    }
  }

  getTreeItem(node: ReviewNode): TreeItem {
    switch (node.kind) {
      case 'place': {
        const item = new TreeItem(node.place.label, TreeItemCollapsibleState.Expanded);
        item.id = `place ${node.place.id}`;
        item.description = text('client.review.units', { count: node.place.units.length });
        item.contextValue = 'place';
        return item;
      }
      case 'unit':
        return unitItem(node.unit);
      case 'report':
        return reportItem(node.report);
      case 'finding':
        return findingItem(node.uri, node.finding);
      case 'documents': {
        const item = new TreeItem(text('client.review.documents'), TreeItemCollapsibleState.Collapsed);
        item.id = 'documents';
        item.description = text('client.review.documentCount', { count: node.uris.length });
        item.iconPath = new ThemeIcon('circle-slash', new ThemeColor('disabledForeground'));
        item.contextValue = 'documents';
        return item;
      }
      case 'document': {
        const item = new TreeItem(node.uri);
        item.id = `document ${node.uri.toString()}`;
        item.description = true;
        item.contextValue = 'document';
        item.command = { command: 'annualReport.importDocument', title: '', arguments: [node.uri] };
        return item;
      }
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watcher.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }
}

/** A finding of the tree, to be decided on. */
export function findingToDecide(node: unknown, verdict: FindingToDecide['verdict']): FindingToDecide | undefined {
  const { kind, uri, finding } = (node ?? {}) as Partial<Extract<ReviewNode, { kind: 'finding' }>>;
  if (kind !== 'finding' || uri === undefined || finding === undefined) return undefined;
  const { rule, title, fingerprint } = finding;
  return { uri, rule, title, fingerprint, verdict };
}

function reportsOf(node: ReviewNode): readonly string[] {
  switch (node.kind) {
    case 'place':
      return node.place.units.flatMap(unit => reportsOf({ kind: 'unit', unit }));
    case 'unit': {
      // The newest ones are those that are being reviewed.
      const { reports, newestYear } = node.unit;
      return reports.filter(({ year }) => year === newestYear).map(({ uri }) => uri);
    }
    case 'report':
      return [node.report.uri];
    case 'finding':
      return [node.uri];
    case 'documents':
    case 'document':
      return [];
  }
}

/** Documents of the workspace that are named as reports and were not read as drafts. */
async function documentsToRead(): Promise<readonly Uri[]> {
  const documents = await workspace.findFiles(DOCUMENTS, NOT_OURS, MOST_DOCUMENTS);
  if (documents.length === 0) return [];
  const drafts = await workspace.findFiles(DRAFTS, NOT_OURS, LIMITS.workspaceFiles);
  const wanted = new Set(
    documentsNotRead(
      documents.map(({ path }) => path),
      drafts.map(({ path }) => path),
    ),
  );
  return documents.filter(({ path }) => wanted.has(path)).sort((a, b) => a.path.localeCompare(b.path, 'zh'));
}

function unitItem(unit: UnitEntry): TreeItem {
  const isEmpty = unit.reports.length === 0;
  const item = new TreeItem(unit.name, isEmpty ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed);
  item.id = `unit ${unit.id}`;
  item.description = unitWords(unit, text);
  item.contextValue = isEmpty ? 'missing' : 'unit';
  item.iconPath = unit.isWaitedFor
    ? new ThemeIcon('circle-slash', new ThemeColor('disabledForeground'))
    : new ThemeIcon('organization');
  return item;
}

function reportItem(report: ReportEntry): TreeItem {
  const label = report.year === null ? text('client.drafts.noYear') : text('client.drafts.year', { year: report.year });
  const item = new TreeItem(
    label,
    report.counts === null || Object.values(report.counts).some(count => count > 0)
      ? TreeItemCollapsibleState.Collapsed
      : TreeItemCollapsibleState.None,
  );
  item.id = `report ${report.uri}`;
  item.description = reportWords(report, text);
  item.contextValue = 'report';
  item.iconPath = new ThemeIcon(report.counts === null ? 'circle-outline' : 'file');
  item.tooltip = Uri.parse(report.uri).path;
  item.command = { command: 'vscode.open', title: label, arguments: [Uri.parse(report.uri)] };
  return item;
}

function findingItem(uri: string, finding: WorkspaceFinding): TreeItem {
  const { title, where, severity, message, range, decision, rule, fingerprint } = finding;
  const item = new TreeItem(title, TreeItemCollapsibleState.None);
  item.id = `finding ${uri} ${rule} ${fingerprint}`;
  const verdict =
    decision && text(decision.verdict === 'accepted' ? 'client.review.accepted' : 'client.review.markedToFix');
  item.description = [verdict, where].filter(Boolean).join(' · ');
  item.contextValue = decision ? `finding.${decision.verdict}` : 'finding.open';
  item.iconPath =
    decision?.verdict === 'accepted'
      ? new ThemeIcon('pass', new ThemeColor('disabledForeground'))
      : SEVERITY_ICONS[severity];
  const words = new MarkdownString();
  words.appendText([message, ...(decision ? [`${decision.who} ${decision.on}：${decision.why}`] : [])].join('\n'));
  item.tooltip = words;
  const options = { selection: toRange(range) };
  item.command = { command: 'vscode.open', title, arguments: [Uri.parse(uri), options] };
  return item;
}
