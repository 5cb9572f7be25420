import type { ReviewComment } from '../../server/src/analysis/files/decision.ts';
import {
  CommentMode,
  comments,
  CommentThreadCollapsibleState,
  CommentThreadState,
  Position,
  Range,
  window,
  workspace,
  type Comment,
  type CommentController,
  type CommentingRangeProvider,
  type CommentReply,
  type CommentThread,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { REVIEW_COMMENTS_REQUEST, type PlacedCommentRecord } from '../../server/src/protocol/review.ts';
import {
  WORKSPACE_FINDINGS_REQUEST,
  type WorkspaceFinding,
  type WorkspaceStatus,
} from '../../server/src/protocol/workspace.ts';
import { changeReviewFile, reviewer, REVIEWER, reviewFile, type Review } from './decide.ts';
import { LANGUAGE_ID } from './languageId.ts';
import type { LanguageServer } from './languageServer.ts';
import { toRange } from './ranges.ts';

/** Longest words that a comment is about, and how many signs before them tell their place. */
const LONGEST_QUOTE = 80;
const BEFORE = 20;
/** Edits and changed decisions come one behind the other. */
const REFRESH_MS = 400;

/** Every line may be commented on. */
const COMMENTING: CommentingRangeProvider = {
  provideCommentingRanges: ({ languageId, lineCount }) =>
    languageId === LANGUAGE_ID ? [new Range(0, 0, Math.max(0, lineCount - 1), 0)] : [],
};

/** Threads of an open draft, with the comments that they show. */
interface Shown {
  readonly key: string;
  readonly threads: readonly CommentThread[];
}

/**
 * Review comments as threads beside the text: one for each place that somebody said something of, and one for each
 * finding that was marked as to be mended. They are kept in the file with decisions, not in the draft.
 */
export class ReviewComments implements Disposable {
  readonly #controller: CommentController;
  readonly #shown = new Map<string, Shown>();
  readonly #records = new Map<CommentThread, readonly PlacedCommentRecord[]>();
  readonly #subscriptions: Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was decided and said when it was looked at last. */
  #decisions = '';

  constructor(
    private readonly review: Review,
    private readonly server: LanguageServer,
  ) {
    const { say } = review.editor;
    this.#controller = comments.createCommentController('annualReport.review', say('client.comments.title'));
    this.#controller.options = {
      prompt: say('client.comments.prompt'),
      placeHolder: say('client.comments.placeHolder'),
    };
    this.#offerCommenting();
    const refresh = () => {
      this.#refreshSoon();
    };
    this.#subscriptions = [
      this.#controller,
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(`annualReport.${REVIEWER}`)) this.#offerCommenting();
      }),
      window.onDidChangeVisibleTextEditors(refresh),
      workspace.onDidChangeTextDocument(({ document }) => {
        if ((this.#shown.get(document.uri.toString())?.threads.length ?? 0) > 0) refresh();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#clear(uri.toString());
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Takes what is said of the workspace: with other decisions and comments the drafts in sight show others. */
  noteWorkspace({ decisions }: Pick<WorkspaceStatus, 'decisions'>): void {
    if (decisions === this.#decisions) return;
    this.#decisions = decisions;
    this.#refreshSoon();
  }

  /**
   * Offers a comment beside every line to who is named as a reviewer. To a clerk who drafts it is not offered at all:
   * VS Code keeps every draft that it asks about open for minutes after its tab was closed, with old findings.
   */
  #offerCommenting(): void {
    const isReviewer = (this.review.editor.setting(undefined, REVIEWER)?.trim() ?? '') !== '';
    // Its type knows no way back.
    Object.assign(this.#controller, { commentingRangeProvider: isReviewer ? COMMENTING : undefined });
  }

  #refreshSoon(): void {
    if (this.#decisions === '' && this.#shown.size === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#refresh();
    }, REFRESH_MS);
  }

  /** Writes what was typed into a thread, a new one or one that is there. */
  async add(reply: unknown): Promise<void> {
    const { thread, text } = (reply ?? {}) as Partial<CommentReply>;
    if (!thread || text === undefined || text.trim() === '') return;
    const document = await workspace.openTextDocument(thread.uri);
    const known = this.#records.get(thread)?.[0]?.comment;
    const isWritten = await this.#write(document, thread.range ?? new Range(0, 0, 0, 0), text.trim(), known);
    // One that is written comes back with the file.
    if (isWritten && !this.#records.has(thread)) thread.dispose();
  }

  /** Asks for a comment on what is selected. */
  async addAtSelection(): Promise<void> {
    const { editor } = this.review;
    const active = window.activeTextEditor;
    if (active?.document.languageId !== LANGUAGE_ID) {
      void editor.inform(editor.say('client.noEditor'));
      return;
    }
    const { document, selection } = active;
    const text = await editor.ask({
      title: editor.say('client.comments.title'),
      prompt: editor.say('client.comments.prompt'),
      whenEmpty: editor.say('client.comments.empty'),
    });
    if (text !== undefined) await this.#write(document, selection, text, undefined);
  }

  /** Marks all that is said in a thread as done, or as open again. */
  async resolve(thread: unknown, done: boolean): Promise<void> {
    for (const { comment, file, index } of this.#records.get(thread as CommentThread) ?? [])
      await changeReviewFile(this.review, file, { kind: 'comment', comment: { ...comment, done }, replaces: index });
  }

  /** Takes a thread's comments out of the file. */
  async remove(thread: unknown): Promise<void> {
    const records = this.#records.get(thread as CommentThread);
    // One that was never written is gone at once.
    if (!records) (thread as Partial<CommentThread> | undefined)?.dispose?.();
    // From behind, as each takes its place out of the list.
    for (const { file, index } of [...(records ?? [])].sort((a, b) => b.index - a.index))
      await changeReviewFile(this.review, file, { kind: 'deleteComment', index });
  }

  async #write(document: TextDocument, range: Range, text: string, known: ReviewComment | undefined): Promise<boolean> {
    const { editor, today } = this.review;
    const file = await reviewFile(this.review, document.uri.toString());
    const who = file && (await reviewer(editor));
    if (!file || who === undefined) return false;
    const { path, body, year } = file;
    const place = known ?? quoteAt(document, range);
    const { quote, before } = place;
    const comment = { path, body, year, quote, before, text, who, on: today(), done: false };
    return changeReviewFile(this.review, file.file, { kind: 'comment', comment });
  }

  async #refresh(): Promise<void> {
    if (this.server.state !== 'running') return;
    for (const { document } of window.visibleTextEditors)
      if (document.languageId === LANGUAGE_ID) await this.#show(document);
  }

  async #show(document: TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const { version } = document;
    const params = { uri: this.server.addressOf(document) };
    const placed =
      (await this.server.ask<readonly PlacedCommentRecord[] | null>(REVIEW_COMMENTS_REQUEST, params)) ?? [];
    const found = (await this.server.ask<readonly WorkspaceFinding[] | null>(WORKSPACE_FINDINGS_REQUEST, params)) ?? [];
    const marked = found.filter(({ decision }) => decision?.verdict === 'to-fix');
    if (document.isClosed || document.version !== version) return;
    const key = JSON.stringify([placed, marked.map(({ range, decision }) => [range, decision])]);
    if (this.#shown.get(uri)?.key === key) return;
    this.#clear(uri);
    const groups = new Map<string, PlacedCommentRecord[]>();
    for (const each of placed) {
      const group = `${each.file} ${each.comment.before} ${each.comment.quote}`;
      groups.set(group, [...(groups.get(group) ?? []), each]);
    }
    const threads = [
      ...[...groups.values()].map(group => this.#threadOf(document, group)),
      ...marked.map(finding => this.#threadOfFinding(document, finding)),
    ];
    this.#shown.set(uri, { key, threads });
  }

  #threadOf(document: TextDocument, records: readonly PlacedCommentRecord[]): CommentThread {
    const [first] = records;
    const { say } = this.review.editor;
    const range = first?.range ? toRange(first.range) : new Range(0, 0, 0, 0);
    const thread = this.#controller.createCommentThread(
      document.uri,
      range,
      records.map(({ comment }) => commentOf(comment.who, comment.on, comment.text)),
    );
    const isDone = records.every(({ comment }) => comment.done);
    thread.label = first?.range
      ? say('client.comments.title')
      : say('client.comments.lost', { text: first?.comment.quote ?? '' });
    thread.contextValue = isDone ? 'done' : 'open';
    thread.state = isDone ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
    thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    this.#records.set(thread, records);
    return thread;
  }

  #threadOfFinding(document: TextDocument, { range, decision, title }: WorkspaceFinding): CommentThread {
    const thread = this.#controller.createCommentThread(document.uri, toRange(range), [
      commentOf(decision?.who ?? '', decision?.on ?? '', decision?.why ?? ''),
    ]);
    thread.label = `${this.review.editor.say('client.review.markedToFix')} · ${title}`;
    thread.contextValue = 'finding';
    thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    return thread;
  }

  #clear(uri: string): void {
    for (const thread of this.#shown.get(uri)?.threads ?? []) {
      this.#records.delete(thread);
      thread.dispose();
    }
    this.#shown.delete(uri);
  }
}

function commentOf(name: string, on: string, body: string): Comment {
  return {
    author: { name },
    body,
    mode: CommentMode.Preview,
    ...(Number.isNaN(Date.parse(on)) ? {} : { timestamp: new Date(on) }),
  };
}

/** The words at a place: what is selected, else the line; cut to a length that is found again. */
function quoteAt(document: TextDocument, range: Range): Pick<ReviewComment, 'quote' | 'before'> {
  const line = document.lineAt(range.start.line);
  const isWhole = range.isEmpty || range.start.character === range.end.character;
  const start = isWhole ? new Position(line.lineNumber, line.firstNonWhitespaceCharacterIndex) : range.start;
  const end = isWhole ? line.range.end : range.end;
  const quote = document.getText(new Range(start, end)).slice(0, LONGEST_QUOTE);
  const at = document.offsetAt(start);
  const before = document.getText(new Range(document.positionAt(Math.max(0, at - BEFORE)), start));
  return { quote, before };
}
