import { summaryOf } from '../analysis/across/summaryOf.ts';
import type { Settings } from '../analysis/files/settings.ts';
import { Snapshot } from '../analysis/snapshot.ts';
import { beginsAsReport } from '../format/anyTitle.ts';
import { editionSet } from '../format/editionSet.ts';
import { isReportFileName } from '../format/reportNames.ts';
import { folderOf } from '../hosts/uris.ts';
import { LazySummaries, summaryLine } from '../model/summary/lazySummary.ts';
import type { Summary } from '../model/summary/summary.ts';
import type { ReportFile, ReportFiles, ReportText } from '../protocol/workspace.ts';
import { decodeAddress, fileNameOf } from '../text/address.ts';
import { hash64 } from '../text/hash.ts';
import { LIMITS } from '../text/limits.ts';
import { memoByObject } from '../text/memo.ts';
import { Source } from '../text/source.ts';
import { isAtOrBelow } from './fileChanges.ts';

/** Summaries that are held as objects: those of the bodies that somebody works at. */
const MOST_READ = 64;
/** Statements that are kept of a report whose summary is too large. */
const MOST_STATEMENTS = 200;
/** Between two listings that nobody knows a reason for, so many times as long as one takes. */
const LISTING_SHARE = 9;

export interface ReportIndexHooks {
  readonly list: () => Promise<ReportFiles>;
  readonly read: (uri: string) => Promise<ReportText>;
  /** Settings that hold for a file. Never rejects. */
  readonly settings: (uri: string) => Promise<Settings>;
}

/** A file that may be a report. */
export interface IndexedFile {
  readonly uri: string;
  /** Its address without escapes, which is the path of its summary. */
  readonly path: string;
  readonly version: string;
  /** `other`: no report, or kept out by the settings. */
  readonly state: 'waiting' | 'report' | 'other' | 'unread';
  readonly summary?: Summary;
  readonly settings?: Settings;
}

/** A report that was just read. */
export interface ReadReport {
  readonly file: IndexedFile & { readonly summary: Summary; readonly settings: Settings };
  readonly snapshot: Snapshot;
}

/**
 * The reports among the workspace's files. Of each that was read a summary is kept as a line of text, and no more; a
 * file that did not change is not read again.
 */
export class ReportIndex {
  private readonly known = new Map<string, IndexedFile>();
  private readonly lazy = new LazySummaries(MOST_READ);
  /** Paths of files that wait to be read, the next one last. */
  private queue: string[] = [];
  private readonly listing = { isWanted: true, isRunning: false, quietUntil: 0 };
  /** Whether there are more files than are listed. */
  isCut = false;

  constructor(private readonly hooks: ReportIndexHooks) {}

  get files(): Iterable<IndexedFile> {
    return this.known.values();
  }

  get waiting(): number {
    return this.queue.length;
  }

  at(path: string): IndexedFile | undefined {
    return this.known.get(path);
  }

  /**
   * Lists the workspace's files: new and changed ones wait to be read, those near to a path first, and of these the
   * last by name, which mostly are the newest. Gives the paths of files that are gone.
   */
  async list(near: string): Promise<readonly string[]> {
    const { listing } = this;
    const began = performance.now();
    Object.assign(listing, { isWanted: false, isRunning: true });
    const { files, isCut } = await this.hooks.list().finally(() => {
      const now = performance.now();
      Object.assign(listing, { isRunning: false, quietUntil: now + LISTING_SHARE * (now - began) });
    });
    this.isCut = isCut === true;
    const present = new Set<string>();
    for (const file of files) {
      const path = decodeAddress(file.uri);
      present.add(path);
      if (this.known.get(path)?.version !== file.version) this.expect(path, file);
    }
    const gone = [...this.known.keys()].filter(path => !present.has(path));
    this.forgetAll(new Set(gone));
    this.orderBy(near);
    return gone;
  }

  /** Whether there may be others than were listed. */
  get mustList(): boolean {
    return this.listing.isWanted;
  }

  /** There are others than were listed. */
  expectOthers(): void {
    this.listing.isWanted = true;
  }

  /** Whatever changed unseen is looked for, which takes at most a tenth of the time. */
  look(): void {
    if (performance.now() >= this.listing.quietUntil) this.expectOthers();
  }

  /** Whether there is no file at an address, as far as that can be told. Never rejects. */
  async isMissing(uri: string): Promise<boolean> {
    if (this.known.has(decodeAddress(uri))) return false;
    const { isMissing } = await this.hooks.read(uri).catch((): ReportText => ({ text: null }));
    return isMissing === true;
  }

  /** Has a file read (again) before all others. */
  expectAgain(uri: string): void {
    const path = decodeAddress(uri);
    this.queue = this.queue.filter(each => each !== path);
    this.queue.push(path);
    const known = this.known.get(path);
    this.known.set(path, { ...known, uri: known?.uri ?? uri, path, version: '', state: 'waiting' });
  }

  /** Reads the settings of all files again; those with others now wait to be read. Gives their paths. */
  async rereadSettings(): Promise<readonly string[]> {
    const changed: string[] = [];
    for (const { uri, path, settings } of [...this.known.values()]) {
      if (!settings || areEqual(await this.hooks.settings(uri), settings)) continue;
      this.expectAgain(uri);
      changed.push(path);
    }
    return changed;
  }

  /** Files, and folders with all that is in them, are gone. Gives the paths of those that were known. */
  forgetAll(gone: ReadonlySet<string>): readonly string[] {
    // What is being listed may still name them.
    if (this.listing.isRunning) this.expectOthers();
    const paths = [...this.known.keys()].filter(path => isAtOrBelow(path, gone));
    for (const path of paths) this.known.delete(path);
    if (paths.length > 0) this.queue = this.queue.filter(path => this.known.has(path));
    return paths;
  }

  /** Reads the next file; undefined where none waits. Never rejects. */
  async readNext(): Promise<{ readonly path: string; readonly report: ReadReport | null } | undefined> {
    const path = this.queue.pop();
    const file = path === undefined ? undefined : this.known.get(path);
    return file && { path: file.path, report: await this.read(file) };
  }

  /** Reads a report again, to be checked. */
  readAgain(path: string): Promise<ReadReport | null> {
    const file = this.known.get(path);
    return file ? this.read(file) : Promise.resolve(null);
  }

  /** Reads a file; null where it is no report. */
  private async read(file: IndexedFile): Promise<ReadReport | null> {
    const { uri, path, version } = file;
    const { text } = await this.hooks.read(uri).catch(() => ({ text: null }));
    // It may have changed again, or be gone, by now.
    if (this.known.get(path) !== file) return null;
    if (text === null) {
      // Whether it cannot be read or is gone, the list says.
      if (version === '') this.expectOthers();
      return this.note({ uri, path, version, state: 'unread' });
    }
    const settings = await this.hooks.settings(uri);
    if (this.known.get(path) !== file) return null;
    if (!isReportFileName(fileNameOf(uri)) && !beginsAsReport(text, editionSet(settings.localFormats).kinds))
      return this.note({ uri, path, version, state: 'other' });
    if (settings.isExcluded) return this.note({ uri, path, version, state: 'other', settings });
    const snapshot = new Snapshot(uri, 0, new Source(text), settings);
    const isKnown = file.summary?.hash === hash64(text) && file.settings?.edition === settings.edition;
    const summary = isKnown ? file.summary : this.lazy.add(lineOf(summaryOf(snapshot.report, path)));
    if (!summary) return this.note({ uri, path, version, state: 'other' });
    const report = { uri, path, version, state: 'report', summary, settings } as const;
    this.known.set(path, report);
    return { file: report, snapshot };
  }

  private note(file: IndexedFile): null {
    this.known.set(file.path, file);
    return null;
  }

  private expect(path: string, { uri, version }: ReportFile): void {
    const known = this.known.get(path);
    if (known?.state !== 'waiting') this.queue.push(path);
    this.known.set(path, { ...known, uri, path, version, state: 'waiting' });
  }

  private orderBy(near: string): void {
    const folder = folderOf(near);
    const closeness = new Map(this.queue.map(path => [path, sharedLength(path, folder)]));
    this.queue.sort((a, b) => (closeness.get(a) ?? 0) - (closeness.get(b) ?? 0) || (a < b ? -1 : 1));
  }
}

/** Whether two settings say the same; what is read once for many files is mostly the same object. */
function areEqual(a: Settings, b: Settings): boolean {
  const { across, localStatutes: statutes, localFormats: formats, ...others } = a;
  const { across: acrossOfB, localStatutes: statutesOfB, localFormats: formatsOfB, ...othersOfB } = b;
  return (
    isSame(across, acrossOfB) &&
    isSame(statutes, statutesOfB) &&
    isSame(formats, formatsOfB) &&
    JSON.stringify(others) === JSON.stringify(othersOfB)
  );
}

function isSame(a: object | undefined, b: object | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && jsonOf(a) === jsonOf(b));
}

const jsonOf = memoByObject((value: object): string => JSON.stringify(value));

/** A summary's line in UTF-8, cut to its bound: then texts are not compared any more. */
function lineOf(summary: Summary): Uint8Array {
  const line = encode(summary);
  if (line.length <= LIMITS.closedSummaryBytes) return line;
  return encode({
    ...summary,
    statements: summary.statements.slice(0, MOST_STATEMENTS),
    sections: summary.sections.map(({ minHashes: _, ...section }) => ({ ...section, sentences: [] })),
  });
}

function encode(summary: Summary): Uint8Array {
  return new TextEncoder().encode(summaryLine(summary));
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
