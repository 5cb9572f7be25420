import { commands, window, type Disposable, type ExtensionContext, type QuickPickItem } from 'vscode';
import {
  DECIDE_COMMAND,
  REVIEW_REMAINS_REQUEST,
  type FindingToDecide,
  type ReviewRemains,
} from '../../server/src/protocol/review.ts';
import { LOOK_AT_FILES_NOTIFICATION } from '../../server/src/protocol/protocol.ts';
import type { WorkspaceStatus } from '../../server/src/protocol/workspace.ts';
import { changeReviewFile, decide, withdraw, type Review } from './decide.ts';
import type { LanguageServer } from './languageServer.ts';
import type { Editor } from './editor.ts';
import { writeLetters, type FolderDocuments } from './letters.ts';
import { ReviewComments } from './reviewComments.ts';
import { ReviewPanel } from './reviewPanel.ts';
import { findingToDecide, ReviewView, type ReviewNode } from './reviewView.ts';

/** The reviewer's desk: its view, its page, its comments, and the commands that belong to them. */
export class ReviewDesk implements Disposable {
  readonly #view: ReviewView;
  readonly #panel: ReviewPanel;
  readonly #comments: ReviewComments;
  readonly #review: Review;
  readonly #subscriptions: readonly Disposable[];

  constructor(
    private readonly documents: FolderDocuments & { readonly editor: Editor },
    server: LanguageServer,
    context: ExtensionContext,
  ) {
    this.#review = {
      editor: documents.editor,
      ask: (method, params) => server.ask(method, params),
      today: () => new Date().toISOString().slice(0, 10),
    };
    const { version } = context.extension.packageJSON as { readonly version: string };
    this.#view = new ReviewView(server);
    this.#panel = new ReviewPanel(documents, context.extensionUri, version);
    this.#comments = new ReviewComments(this.#review, server);
    const on = (node: unknown, verdict: FindingToDecide['verdict']) => findingToDecide(node, verdict);
    this.#subscriptions = [
      this.#view,
      this.#panel,
      this.#comments,
      commands.registerCommand(DECIDE_COMMAND, (finding?: unknown) => decide(this.#review, finding)),
      commands.registerCommand('annualReport.acceptFinding', (node?: unknown) =>
        decide(this.#review, on(node, 'accepted')),
      ),
      commands.registerCommand('annualReport.markToFix', (node?: unknown) => decide(this.#review, on(node, 'to-fix'))),
      commands.registerCommand('annualReport.withdrawDecision', (node?: unknown) =>
        withdraw(this.#review, on(node, 'accepted')),
      ),
      commands.registerCommand('annualReport.openReview', () => {
        server.notify(LOOK_AT_FILES_NOTIFICATION);
        this.#panel.show();
      }),
      commands.registerCommand('annualReport.showYears', (node?: ReviewNode) => {
        this.#showYears(node);
      }),
      commands.registerCommand('annualReport.writeLetters', (node?: ReviewNode) => this.#writeLetters(node)),
      commands.registerCommand('annualReport.listUnusedDecisions', () => this.#listRemains()),
      commands.registerCommand('annualReport.addReviewComment', () => this.#comments.addAtSelection()),
      commands.registerCommand('annualReport.saveReviewComment', (reply?: unknown) => this.#comments.add(reply)),
      commands.registerCommand('annualReport.resolveReviewComment', (thread?: unknown) =>
        this.#comments.resolve(thread, true),
      ),
      commands.registerCommand('annualReport.reopenReviewComment', (thread?: unknown) =>
        this.#comments.resolve(thread, false),
      ),
      commands.registerCommand('annualReport.deleteReviewComment', (thread?: unknown) => this.#comments.remove(thread)),
    ];
  }

  /** What is said of the workspace changed. */
  noteWorkspace(status: WorkspaceStatus): void {
    this.#view.noteWorkspace(status);
    this.#panel.noteWorkspace();
    this.#comments.noteWorkspace(status);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #showYears(node: ReviewNode | undefined): void {
    const unit = node?.kind === 'unit' || node?.kind === 'report' ? node.unit : undefined;
    this.#panel.show(unit?.body);
  }

  async #writeLetters(node: ReviewNode | undefined): Promise<void> {
    const { editor } = this.documents;
    const named = this.#view.selectedReports(node);
    const uris = named.length > 0 ? named : await this.#view.newestReports();
    if (uris.length > 0) await writeLetters(this.documents, uris);
    else void editor.inform(editor.say('client.letters.none'));
  }

  /** Lists decisions that nothing fits any more, and takes those that are picked out of their files. */
  async #listRemains(): Promise<void> {
    const { editor } = this.documents;
    const remains = await this.#review.ask<ReviewRemains>(REVIEW_REMAINS_REQUEST, {});
    const [fault] = remains?.faults ?? [];
    if (fault) void editor.warn(editor.say('review.refused', { detail: `${fault.file} ${fault.detail}` }));
    if (!remains || remains.unused.length === 0) {
      void editor.inform(editor.say('client.review.noUnused'));
      return;
    }
    const items = remains.unused.map((unused): QuickPickItem & { readonly unused: typeof unused } => ({
      unused,
      label: unused.title,
      description: [unused.who, unused.on].filter(Boolean).join(' '),
      detail: [unused.path, unused.why].filter(Boolean).join(' · '),
    }));
    const picked = await window.showQuickPick(items, {
      title: editor.say('client.review.unused'),
      placeHolder: editor.say('client.review.unusedHelp'),
      canPickMany: true,
    });
    const files = new Set((picked ?? []).map(({ unused }) => unused.file));
    for (const file of files) {
      const decisions = (picked ?? []).flatMap(({ unused }) =>
        unused.file === file
          ? [
              {
                rule: unused.rule,
                fingerprint: unused.fingerprint,
                ...(unused.path === undefined ? {} : { path: unused.path }),
              },
            ]
          : [],
      );
      await changeReviewFile(this.#review, file, { kind: 'withdraw', decisions });
    }
  }
}
