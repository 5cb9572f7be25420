import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SummaryHead } from '../model/summary/lazySummary.ts';
import { CacheFile, digest, textOf } from './cacheFile.ts';
import type { WriteFault } from './outputFile.ts';
import type { Draft, Examined, ExamineOptions, Outcome } from './examine.ts';
import type { FileRecord } from '../reporters/records.ts';

/** Entries are divided by their names, so that one changed draft leaves most files alone. */
const SHARDS = 16;

/** What is known of a draft beside what was found in it: the columns file, and head and line of its summary. */
interface DraftFacts {
  /** Of the file when it was read. */
  size: number;
  modified: number;
  readonly content: string;
  /** Of the summary's line. */
  readonly summary: string;
}

const NOTHING = new Uint8Array();

/**
 * What earlier runs found, kept in a folder: of each draft by path, content, settings and the checker itself, and of
 * drafts that were compared by what they were compared with.
 */
export class Cache {
  /** What comparing gave, by everything that it followed from. */
  readonly comparisons: CacheFile<object>;
  private readonly shards = new Map<number, CacheFile<DraftFacts>>();
  private readonly program: string;

  /** The cache in a folder, which is made; undefined without one, or where it cannot be made, which is told. */
  static in(
    folder: string | undefined,
    program: string,
    onFault: (folder: string, fault: WriteFault) => void,
  ): Cache | undefined {
    if (folder === undefined) return undefined;
    try {
      return new Cache(folder, program);
    } catch (error) {
      onFault(folder, { reason: 'cli.notWritten', error });
      return undefined;
    }
  }

  constructor(
    private readonly folder: string,
    program: string,
  ) {
    mkdirSync(folder, { recursive: true });
    this.program = digest(readFileSync(program));
    this.comparisons = new CacheFile(join(folder, 'comparisons.jsonl'), this.program);
  }

  /** What is known of a draft as its file is now; undefined where it has to be examined. */
  find(draft: Draft, options: ExamineOptions): Examined | undefined {
    const name = nameOf(draft, options);
    const shard = this.shardOf(name);
    const entry = shard.entries.get(name);
    if (!entry) return undefined;
    const { facts } = entry;
    try {
      const { size, mtimeMs } = statSync(draft.path);
      if (size !== facts.size) return undefined;
      if (mtimeMs !== facts.modified) {
        if (digest(readFileSync(draft.path)) !== facts.content) return undefined;
        facts.modified = mtimeMs;
        shard.isChanged = true;
      }
    } catch {
      return undefined;
    }
    const [file = NOTHING, head = NOTHING, line = NOTHING] = shard.find(name)?.columns ?? [];
    return {
      ...(file.length > 0 ? { file: JSON.parse(textOf(file)) as FileRecord } : {}),
      ...(line.length > 0
        ? { summary: { line, head: JSON.parse(textOf(head)) as SummaryHead, digest: facts.summary } }
        : {}),
      failures: [],
    };
  }

  /** Keeps what was found, where nothing failed. */
  add(draft: Draft, options: ExamineOptions, outcome: Outcome): void {
    if ('reason' in outcome || outcome.failures.length > 0) return;
    const { file, summary } = outcome;
    try {
      const { size, mtimeMs } = statSync(draft.path);
      const content = digest(readFileSync(draft.path));
      const name = nameOf(draft, options);
      this.shardOf(name).add(name, { size, modified: mtimeMs, content, summary: summary ? digest(summary.line) : '' }, [
        file ? Buffer.from(JSON.stringify(file)) : NOTHING,
        summary ? Buffer.from(JSON.stringify(summary.head)) : NOTHING,
        summary?.line ?? NOTHING,
      ]);
    } catch {
      // A file that has gone meanwhile.
    }
  }

  /** Writes what has changed. Never throws. */
  save(): void {
    for (const file of [...this.shards.values(), this.comparisons]) file.save();
    try {
      for (const name of readdirSync(this.folder))
        if (/\.tmp$/.test(name)) rmSync(join(this.folder, name), { force: true });
    } catch {
      // Nobody needs them.
    }
  }

  private shardOf(name: string): CacheFile<DraftFacts> {
    const number = parseInt(name.slice(0, 2), 16) % SHARDS;
    let shard = this.shards.get(number);
    if (!shard) {
      const path = join(this.folder, `summaries-${number.toString(16)}.jsonl`);
      this.shards.set(number, (shard = new CacheFile(path, this.program)));
    }
    return shard;
  }
}

function nameOf(draft: Draft, options: ExamineOptions): string {
  const { settings, silenced } = draft.config;
  const own = silenced.get(resolve(draft.path)) ?? [];
  return digest(JSON.stringify([draft.path, draft.isRelated === true, options, settings, own]));
}
