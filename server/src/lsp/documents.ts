import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { Findings } from '../analysis/findings.ts';
import type { Settings } from '../analysis/files/settings.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { Cancelled, nextTurn, schedulerUntil } from '../analysis/scheduler.ts';
import { memoByObject } from '../text/memo.ts';
import { Source } from '../text/source.ts';
import { applyChanges } from './textChanges.ts';

/** The part of a snapshot that the server uses; tests put others in its place. */
export type DraftSnapshot = Pick<
  Snapshot,
  'uri' | 'version' | 'source' | 'settings' | 'blocks' | 'report' | 'parsedOrInherited' | 'findings'
>;

/** Makes the snapshot of a new version; `previous` is the last one that was made, if its parts may be used again. */
export type SnapshotFactory = (
  uri: string,
  version: number,
  source: Source,
  settings: Settings,
  previous: DraftSnapshot | undefined,
) => DraftSnapshot;

interface DocumentsHooks {
  readonly createSnapshot: SnapshotFactory;
  readonly settingsFor: (uri: string) => Promise<Settings>;
  /** Findings of a draft as they count, what was accepted put aside. */
  readonly judge: (uri: string, findings: Findings) => Findings;
  /** Called once for each snapshot whose findings are complete, before they are judged. */
  readonly onAnalysed: (snapshot: DraftSnapshot, findings: Findings) => void;
}

interface OpenDocument {
  readonly text: TextDocument;
  /** Settings as they were last requested. */
  settings: Promise<Settings>;
  /** The same once they have arrived. */
  knownSettings: Settings | undefined;
  snapshot: DraftSnapshot | undefined;
  /**
   * Whether the text is newer than the snapshot: non-increasing versions are accepted, so versions alone cannot say.
   */
  isEdited: boolean;
}

/** The open documents with the snapshots of their current versions. Versions that do not increase are accepted. */
export class Documents {
  private readonly documents = new Map<string, OpenDocument>();
  private lastSerial = 0;

  /** All who ask for a snapshot's findings share one run. */
  private readonly analysed = memoByObject((snapshot: DraftSnapshot): Promise<Findings> => this.run(snapshot));

  /** Number that no other snapshot has, for the protocol's result ids. */
  readonly serial = memoByObject((_: DraftSnapshot): number => ++this.lastSerial);

  constructor(private readonly hooks: DocumentsHooks) {}

  /** Addresses of the open documents. */
  get uris(): readonly string[] {
    return [...this.documents.keys()];
  }

  open({ uri, languageId, version, text }: TextDocumentItem): void {
    this.documents.set(uri, {
      text: TextDocument.create(uri, languageId, version, text),
      settings: this.hooks.settingsFor(uri),
      knownSettings: undefined,
      snapshot: undefined,
      isEdited: false,
    });
  }

  /** Applies an edit; whatever runs for the version before it ends. A document that is not open is left alone. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.documents.get(uri);
    if (!document) return;
    document.isEdited = true;
    applyChanges(document.text, changes, version);
  }

  close(uri: string): void {
    this.documents.delete(uri);
  }

  /**
   * Reads the settings of all documents again and gives the addresses of those whose settings are different now;
   * whatever runs for them with the old ones ends.
   */
  async rereadSettings(): Promise<readonly string[]> {
    const changed = [...this.documents].map(async ([uri, document]) => {
      const before = document.settings;
      // Settings that could not be had are none to compare with, and bind nobody to wait for them again.
      const known = before.catch(() => undefined);
      const after = Promise.all([known, this.hooks.settingsFor(uri)]).then(([old, fresh]) =>
        old && areEqual(old, fresh) ? old : fresh,
      );
      document.settings = after;
      document.knownSettings = await after;
      return (await known) === document.knownSettings ? [] : [uri];
    });
    // One draft whose settings cannot be had keeps no other from its own; whoever asks for that one is told.
    const results = await Promise.allSettled(changed);
    return results.flatMap(result => (result.status === 'fulfilled' ? result.value : []));
  }

  /** Language id that the client gave; undefined for a document that is not open. */
  languageId(uri: string): string | undefined {
    return this.documents.get(uri)?.text.languageId;
  }

  /** Snapshot of the current version, nothing in it computed yet; undefined for a document that is not open. */
  async current(uri: string): Promise<DraftSnapshot | undefined> {
    for (;;) {
      const document = this.documents.get(uri);
      if (!document) return undefined;
      const wanted = document.settings;
      const settings = await wanted;
      if (this.documents.get(uri) !== document || document.settings !== wanted) continue;
      document.knownSettings = settings;
      const { version } = document.text;
      if (!document.isEdited && document.snapshot?.version === version && document.snapshot.settings === settings)
        return document.snapshot;
      document.isEdited = false;
      const source = new Source(document.text.getText());
      document.snapshot = this.hooks.createSnapshot(uri, version, source, settings, document.snapshot);
      return document.snapshot;
    }
  }

  /** Snapshot of a text that is no open document. */
  snapshotOf(uri: string, text: string, settings: Settings): DraftSnapshot {
    return this.hooks.createSnapshot(uri, 0, new Source(text), settings, undefined);
  }

  /** Whether no newer version, and no newer settings, of the draft exist. */
  isCurrent(snapshot: DraftSnapshot): boolean {
    const document = this.documents.get(snapshot.uri);
    return (
      document?.snapshot === snapshot &&
      !document.isEdited &&
      document.text.version === snapshot.version &&
      document.knownSettings === snapshot.settings
    );
  }

  /**
   * Findings of a snapshot. Rejects with {@link Cancelled} when a newer version appears before the run is complete.
   */
  async findings(snapshot: DraftSnapshot): Promise<Findings> {
    return this.hooks.judge(snapshot.uri, await this.analysed(snapshot));
  }

  /** Current snapshot with its findings; starts anew as long as newer versions overtake it. */
  async currentFindings(
    uri: string,
  ): Promise<{ readonly snapshot: DraftSnapshot; readonly findings: Findings } | undefined> {
    for (;;) {
      const snapshot = await this.current(uri);
      if (!snapshot) return undefined;
      try {
        return { snapshot, findings: await this.findings(snapshot) };
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
      }
    }
  }

  private async run(snapshot: DraftSnapshot): Promise<Findings> {
    // Edits that wait already make the run useless: they come first.
    await nextTurn();
    if (!this.isCurrent(snapshot)) throw new Cancelled();
    const findings = await snapshot.findings(schedulerUntil(() => !this.isCurrent(snapshot)));
    if (!this.isCurrent(snapshot)) throw new Cancelled();
    // Whoever waits for the findings comes first.
    void nextTurn().then(() => {
      this.hooks.onAnalysed(snapshot, findings);
    });
    return findings;
  }
}

function areEqual(a: Settings, b: Settings): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
