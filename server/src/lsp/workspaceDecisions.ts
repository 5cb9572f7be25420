import { DECISIONS_FILE_NAME } from '../analysis/files/decisionsFile.ts';
import { folderOf, rootOf } from '../hosts/uris.ts';
import { decodeAddress } from '../text/address.ts';
import { Decisions, NO_DECISIONS, type ReadDecisions } from '../workspace/decisions.ts';

/** What changes is read together. */
const READ_MS = 100;

interface WorkspaceDecisionsHooks {
  /** Addresses of the workspace folders. */
  readonly folders: () => readonly string[];
  /** Addresses of the reports that are known. */
  readonly reports: () => Iterable<string>;
  /** The settings file that holds for a report; null for none. Never rejects. */
  readonly settingsFile: (uri: string) => Promise<string | null>;
  /** The text of a file; null where there is none. Never rejects. */
  readonly text: (uri: string) => Promise<string | null>;
  readonly onChanged: (decisions: Decisions) => void;
  readonly hasEnded: () => boolean;
}

/**
 * The files with decisions of the workspace: as for the command line, beside each settings file that holds for a
 * report, and in the workspace folders.
 */
export class WorkspaceDecisions {
  decisions = NO_DECISIONS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly known = new Map<string, ReadDecisions | null>();
  /** Folders whose settings file was looked for. */
  private readonly seen = new Set<string>();
  private isReading = false;

  constructor(private readonly hooks: WorkspaceDecisionsHooks) {}

  /** Whether a file is one of these. */
  static isOne(uri: string): boolean {
    return uri.endsWith(`/${DECISIONS_FILE_NAME}`);
  }

  /** Reports in a new folder may have decisions of their own. */
  noteReport(uri: string): void {
    if (!this.seen.has(folderOf(uri))) this.note();
  }

  /** A file was written, or settings changed: all are read anew. */
  forget(): void {
    this.known.clear();
    this.seen.clear();
    this.note();
  }

  /** The file in which decisions on a report are kept, there or not. */
  async fileFor(uri: string): Promise<string> {
    const settings = await this.hooks.settingsFile(uri);
    return `${settings === null ? rootOf(uri, this.hooks.folders()) : folderOf(settings)}/${DECISIONS_FILE_NAME}`;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private note(): void {
    if (this.hooks.hasEnded()) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      // Whoever is reading sees to it that nothing is left.
      if (this.isReading) this.note();
      else void this.read();
    }, READ_MS);
  }

  private async read(): Promise<void> {
    this.isReading = true;
    try {
      const files = new Map(this.hooks.folders().map(folder => file(folder.replace(/\/+$/, ''))));
      for (const uri of [...this.hooks.reports()]) {
        const folder = folderOf(uri);
        if (this.seen.has(folder)) continue;
        this.seen.add(folder);
        files.set(...file(folderOf(await this.fileFor(uri))));
      }
      for (const [key, uri] of files) {
        if (this.known.has(key)) continue;
        const text = await this.hooks.text(uri);
        this.known.set(key, text === null ? null : { uri, text });
      }
    } finally {
      this.isReading = false;
    }
    if (this.hooks.hasEnded()) return;
    const found = [...this.known.values()].filter(each => each !== null);
    const decisions = new Decisions(found.sort((a, b) => (a.uri < b.uri ? -1 : 1)));
    if (decisions.id === this.decisions.id) return;
    this.decisions = decisions;
    this.hooks.onChanged(decisions);
  }
}

function file(folder: string): readonly [key: string, uri: string] {
  const uri = `${folder}/${DECISIONS_FILE_NAME}`;
  return [decodeAddress(uri), uri];
}
