import { Cancelled, schedulerUntil } from '../analysis/scheduler.ts';
import { LIMITS } from '../text/limits.ts';
import type { LocalDocuments } from '../statutes/types.ts';
import type { DraftFileEntry, FilesParams, FilesResult } from '../protocol/protocol.ts';

/** A draft with its summary. */
export interface SummarisedDraft<T> {
  readonly uri: string;
  readonly summary: T;
}

interface DraftIndexHooks<T> {
  readonly list: () => Promise<readonly DraftFileEntry[]>;
  readonly read: (params: FilesParams) => Promise<FilesResult>;
  /** What is kept of a draft instead of its text; `local` are the statutes of the workspace's own. */
  readonly summarise: (uri: string, text: string, local: LocalDocuments) => T;
}

export interface DraftIndexQuery {
  /** The draft that asks. */
  readonly from: string;
  readonly isSkipped: (uri: string) => boolean;
  /** Workspace folder of a draft. */
  readonly root: (uri: string) => string;
  /** Statutes of the workspace's own. */
  readonly local: LocalDocuments;
  readonly isOver: () => boolean;
}

/** Drafts of the workspace that are not open: only a summary of each is kept, until the file changes. */
export class DraftIndex<T> {
  private known = new Map<string, { readonly version: string; readonly local: LocalDocuments; readonly summary: T }>();

  constructor(private readonly hooks: DraftIndexHooks<T>) {}

  /** A summary of each of them; none where files cannot be listed, and no more once the question is over. */
  async read({ from, isSkipped, root, local, isOver }: DraftIndexQuery): Promise<readonly SummarisedDraft<T>[]> {
    const scheduler = schedulerUntil(isOver);
    const entries = (await this.hooks.list().catch(() => [])).slice(0, LIMITS.closedDrafts);
    const before = this.known;
    this.known = new Map(
      entries.flatMap(({ uri }) => {
        const known = before.get(uri);
        return known ? [[uri, known]] : [];
      }),
    );
    const found: SummarisedDraft<T>[] = [];
    try {
      for (const { uri, version } of entries) {
        if (isSkipped(uri)) continue;
        await scheduler.yieldIfNeeded();
        let known = this.known.get(uri);
        if (known?.version !== version || known.local !== local) {
          const {
            files: [file],
          } = await this.hooks.read({ draft: from, uri, root: root(uri), ending: '.md' });
          const text = file?.text ?? '';
          known = {
            version,
            local,
            summary: this.hooks.summarise(uri, text.length > LIMITS.closedDraftLength ? '' : text, local),
          };
          this.known.set(uri, known);
        }
        found.push({ uri, summary: known.summary });
      }
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    }
    return found;
  }
}
