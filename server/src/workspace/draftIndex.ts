import { DEFAULT_SETTINGS } from '../analysis/files/settings.ts';
import { Snapshot } from '../analysis/snapshot.ts';
import { Cancelled } from '../analysis/stop.ts';
import { citedClauses, type CitedClause } from '../features/statutes/references.ts';
import type { Statute } from '../statutes/types.ts';
import { Source } from '../text/source.ts';
import { stopWhen } from '../lsp/documents.ts';
import type { DraftFileEntry, FilesParams, FilesResult } from '../protocol/protocol.ts';

/** What one draft cites. */
export interface CitingDraft {
  readonly uri: string;
  readonly cited: readonly CitedClause[];
}

export interface ClosedDraftsHooks {
  readonly list: () => Promise<readonly DraftFileEntry[]>;
  readonly read: (params: FilesParams) => Promise<FilesResult>;
}

export interface ClosedDraftsQuestion {
  /** The draft that asks. */
  readonly from: string;
  readonly isSkipped: (uri: string) => boolean;
  /** Workspace folder of a draft. */
  readonly root: (uri: string) => string;
  /** Statutes of the workspace's own. */
  readonly local: readonly Statute[];
  readonly isOver: () => boolean;
}

const MOST_DRAFTS = 200;
/** Longer files are no drafts. */
const LONGEST_DRAFT = 1_000_000;

/** Drafts of the workspace that are not open: only what they cite is kept, until the file changes. */
export class ClosedDrafts {
  private known = new Map<string, { readonly version: string; readonly local: readonly Statute[]; readonly cited: readonly CitedClause[] }>();

  constructor(private readonly hooks: ClosedDraftsHooks) {}

  /** What each of them cites; nothing where files cannot be listed, and no more once the question is over. */
  async read({ from, isSkipped, root, local, isOver }: ClosedDraftsQuestion): Promise<readonly CitingDraft[]> {
    const stop = stopWhen(isOver);
    const entries = (await this.hooks.list().catch(() => [])).slice(0, MOST_DRAFTS);
    const before = this.known;
    this.known = new Map(entries.flatMap(({ uri }) => {
      const known = before.get(uri);
      return known ? [[uri, known]] : [];
    }));
    const found: CitingDraft[] = [];
    try {
      for (const { uri, version } of entries) {
        if (isSkipped(uri)) continue;
        await stop.breathe();
        let known = this.known.get(uri);
        if (known?.version !== version || known.local !== local) {
          const { files: [file] } = await this.hooks.read({ draft: from, uri, root: root(uri), ending: '.md' });
          const text = file?.text ?? '';
          known = { version, local, cited: text.length > LONGEST_DRAFT ? [] : citedIn(uri, text, local) };
          this.known.set(uri, known);
        }
        found.push({ uri, cited: known.cited });
      }
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    }
    return found;
  }
}

function citedIn(uri: string, text: string, local: readonly Statute[]): readonly CitedClause[] {
  return citedClauses(new Snapshot(uri, 0, new Source(text), { ...DEFAULT_SETTINGS, localStatutes: local }));
}
