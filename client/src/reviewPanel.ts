import { Uri, ViewColumn, window, workspace, type Disposable, type WebviewPanel } from 'vscode';
import {
  BODY_YEARS_REQUEST,
  REVIEW_EXPORT_REQUEST,
  ROLL_UP_REQUEST,
  type BodyYears,
  type ReviewExport,
  type ReviewExportParams,
  type RollUp,
  type RollUpParams,
} from '../../server/src/protocol/review.ts';
import {
  WORKSPACE_FIGURES_REQUEST,
  WORKSPACE_REPORTS_REQUEST,
  type FiguresParams,
  type FiguresResult,
  type WorkspaceReportsResult,
} from '../../server/src/protocol/workspace.ts';
import { nameOf, stemOf } from './fileNames.ts';
import { text } from './language.ts';
import type { Editor } from './editor.ts';
import { writeLetters, type FolderDocuments } from './letters.ts';
import { toRange } from './ranges.ts';
import { inThread, written } from './readDocument.ts';
import {
  readFromReview,
  REVIEW_WORDS,
  type ExportKind,
  type FromReview,
  type ReviewWords,
  type ToReview,
} from './review/messages.ts';
import { fillWebview, PAGE_OPTIONS, pagesFolder } from './webviews.ts';

/** Changes of the workspace come one behind the other. */
const REFRESH_MS = 700;

/** The reviewer's page: units with their figures, the years of one, the sums. There is one at most. */
export class ReviewPanel implements Disposable {
  #panel: WebviewPanel | undefined;
  #isReady = false;
  /** Shown as soon as the page is there. */
  #first: Extract<ToReview, { kind: 'show' }> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly documents: FolderDocuments & { readonly editor: Editor },
    private readonly extensionUri: Uri,
    private readonly version: string,
  ) {}

  /** Opens the page or brings it to the front; `body`: with the years of a body. */
  show(body?: { readonly folder: string; readonly body: string }): void {
    this.#first = body && { kind: 'show', ...body };
    if (this.#panel) {
      this.#panel.reveal(undefined, false);
      if (this.#isReady) void this.#showFirst();
      return;
    }
    const panel = window.createWebviewPanel('annualReport.review', text('client.reviewPage.title'), ViewColumn.Active, {
      ...PAGE_OPTIONS,
      localResourceRoots: [pagesFolder(this.extensionUri)],
      retainContextWhenHidden: true,
    });
    this.#panel = panel;
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#isReady = false;
      clearTimeout(this.#timer);
      this.#timer = undefined;
    });
    panel.webview.onDidReceiveMessage(async (message: unknown) => {
      const told = readFromReview(message);
      if (told) await this.#receive(told);
    });
    fillWebview(panel, this.extensionUri, { name: 'review', root: 'review' });
  }

  /** What is said of the reports may have changed. */
  noteWorkspace(): void {
    if (!this.#isReady) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#sendReports();
    }, REFRESH_MS);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #post(message: ToReview): void {
    void this.#panel?.webview.postMessage(message);
  }

  #ask<R>(method: string, params: object): Promise<R | undefined> {
    return this.documents.server.ask<R>(method, params);
  }

  async #sendReports(): Promise<void> {
    const reports = await this.#ask<WorkspaceReportsResult>(WORKSPACE_REPORTS_REQUEST, {});
    if (reports) this.#post({ kind: 'reports', reports });
  }

  async #showFirst(): Promise<void> {
    await this.#sendReports();
    if (this.#first) this.#post(this.#first);
    this.#first = undefined;
  }

  async #receive(message: FromReview): Promise<void> {
    switch (message.kind) {
      case 'ready': {
        this.#isReady = true;
        const words = Object.fromEntries(REVIEW_WORDS.map(id => [id, text(id)])) as ReviewWords;
        this.#post({ kind: 'words', words });
        return this.#showFirst();
      }
      case 'figures': {
        const figures = await this.#ask<FiguresResult | null>(WORKSPACE_FIGURES_REQUEST, message.params);
        this.#post({ kind: 'figures', serial: message.serial, figures: figures ?? null });
        return;
      }
      case 'years': {
        const years = await this.#ask<BodyYears | null>(BODY_YEARS_REQUEST, message.params);
        this.#post({ kind: 'years', serial: message.serial, years: years ?? null });
        return;
      }
      case 'rollUp': {
        const rollUp = await this.#ask<RollUp | null>(ROLL_UP_REQUEST, message.params);
        this.#post({ kind: 'rollUp', serial: message.serial, rollUp: rollUp ?? null });
        return;
      }
      case 'open': {
        const uri = Uri.parse(message.place.uri);
        if (!workspace.getWorkspaceFolder(uri)) return;
        await window.showTextDocument(uri, { selection: toRange(message.place.range), viewColumn: ViewColumn.Beside });
        return;
      }
      case 'export':
        return this.export(message.as, message.params);
      case 'letters':
        return writeLetters(this.documents, message.uris);
      case 'copy':
        await this.documents.desk.copy(message.text);
        void this.documents.editor.inform(text('client.reviewPage.copied'));
        return;
      case 'save':
        return this.#saveRollUp(message.params);
    }
  }

  /** Writes the table, or findings, where the user says. */
  async export(as: ExportKind, params: FiguresParams): Promise<void> {
    const { editor, desk } = this.documents;
    const form = as === 'findings' ? 'csv' : as;
    const ending = as === 'sarif' ? 'sarif' : form;
    const stem = text(
      as === 'xlsx' || as === 'csv' ? 'client.reviewPage.exportFigures' : 'client.reviewPage.exportFindings',
      {
        year: params.year,
      },
    );
    const target = await desk.pickTarget(desk.inside(desk.at(params.folder), `${stem}.${ending}`));
    if (!target) return;
    const asked: ReviewExportParams = {
      ...params,
      form,
      of: as === 'csv' ? 'figures' : 'findings',
      version: this.version,
    };
    const result = await inThread(
      this.documents,
      nameOf(target),
      async signal => {
        const found = await this.#ask<ReviewExport | null>(REVIEW_EXPORT_REQUEST, asked);
        if (!found) return { trouble: text('client.documents.noServer') };
        if (found.kind === 'texts') return { files: found.texts.map(each => new TextEncoder().encode(each)) };
        const book = written(editor, await desk.runJob({ kind: 'workbook', sheets: found.sheets }, signal));
        return 'trouble' in book ? book : { files: [book.bytes] };
      },
      'client.documents.notWritten',
    );
    if (!result) return;
    for (const [i, bytes] of result.files.entries()) {
      const file = i === 0 ? target : desk.beside(target, `${stemOf(target)}-${String(i + 1)}.${ending}`);
      const fault = await desk.write(file, bytes);
      const name = nameOf(file);
      if (fault) void editor.warn(text('client.documents.notWritten', { name, detail: fault.trouble }));
      else void editor.inform(text('client.reviewPage.exported', { name }));
    }
  }

  async #saveRollUp(params: RollUpParams): Promise<void> {
    const { editor, desk } = this.documents;
    const rollUp = await this.#ask<RollUp | null>(ROLL_UP_REQUEST, params);
    if (!rollUp) return;
    const name =
      rollUp.name !== ''
        ? rollUp.name
        : await editor.ask({
            title: text('client.reviewPage.save'),
            prompt: text('client.reviewPage.rollUpName'),
            whenEmpty: text('client.reviewPage.noName'),
          });
    if (name === undefined) return;
    const named = rollUp.name === '' ? await this.#ask<RollUp | null>(ROLL_UP_REQUEST, { ...params, name }) : rollUp;
    if (!named) return;
    await desk.openDraft({
      name: named.title,
      text: named.markdown,
      beside: desk.inside(desk.at(params.folder), 'x'),
    });
  }
}
