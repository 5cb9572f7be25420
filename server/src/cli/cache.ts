import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Draft, Examined, ExamineOptions, Outcome } from './examine.ts';
import type { FileRecord } from './records.ts';

/** Entries are divided by their names, so that one changed draft leaves most files alone. */
const SHARDS = 16;
/** An entry that was not used for so many runs goes. */
const MOST_UNUSED = 20;

interface Entry {
  /** Of the file when it was read. */
  size: number;
  modified: number;
  readonly content: string;
  /** Runs since it was used. */
  unused: number;
  readonly file: FileRecord | null;
  /** Line of the summary; empty for none. */
  readonly summary: string;
}

interface Shard {
  readonly entries: Map<string, Entry>;
  isChanged: boolean;
}

/**
 * What earlier runs found in files, kept in a folder: by path, content, settings and the checker itself. A damaged file
 * of it is dropped. Nothing of it is trusted beyond what a checksum says.
 */
export class Cache {
  private readonly shards = new Map<number, Shard>();
  private readonly program: string;
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  constructor(
    private readonly folder: string,
    program: string,
  ) {
    mkdirSync(folder, { recursive: true });
    this.program = digest(readFileSync(program));
  }

  /** What is known of a draft as its file is now; undefined where it has to be examined. */
  find(draft: Draft, options: ExamineOptions): Examined | undefined {
    const id = idOf(draft, options);
    const shard = this.shardOf(id);
    const entry = shard.entries.get(id);
    if (!entry) return undefined;
    try {
      const { size, mtimeMs } = statSync(draft.path);
      if (size !== entry.size) return undefined;
      if (mtimeMs !== entry.modified) {
        if (digest(readFileSync(draft.path)) !== entry.content) return undefined;
        entry.modified = mtimeMs;
        shard.isChanged = true;
      }
    } catch {
      return undefined;
    }
    entry.unused = 0;
    return {
      ...(entry.file ? { file: entry.file } : {}),
      ...(entry.summary === '' ? {} : { summary: this.encoder.encode(entry.summary) }),
      failures: [],
    };
  }

  /** Keeps what was found, where nothing failed. */
  add(draft: Draft, options: ExamineOptions, outcome: Outcome): void {
    if ('reason' in outcome || outcome.failures.length > 0) return;
    try {
      const { size, mtimeMs } = statSync(draft.path);
      const content = digest(readFileSync(draft.path));
      const id = idOf(draft, options);
      const shard = this.shardOf(id);
      shard.entries.set(id, {
        size,
        modified: mtimeMs,
        content,
        unused: 0,
        file: outcome.file ?? null,
        summary: outcome.summary ? this.decoder.decode(outcome.summary) : '',
      });
      shard.isChanged = true;
    } catch {
      // A file that has gone meanwhile.
    }
  }

  /** Writes what has changed. Never throws: a cache that cannot be written is none. */
  save(): void {
    for (const [number, shard] of this.shards) {
      if (!shard.isChanged) continue;
      try {
        this.write(number, shard);
      } catch {
        // The next run examines the drafts again.
      }
    }
    try {
      for (const name of readdirSync(this.folder))
        if (/\.tmp$/.test(name)) rmSync(join(this.folder, name), { force: true });
    } catch {
      // Nobody needs them.
    }
  }

  private shardOf(id: string): Shard {
    const number = parseInt(id.slice(0, 2), 16) % SHARDS;
    let shard = this.shards.get(number);
    if (!shard) this.shards.set(number, (shard = { entries: this.read(number), isChanged: false }));
    return shard;
  }

  private pathOf(number: number): string {
    return join(this.folder, `summaries-${number.toString(16)}.jsonl`);
  }

  private read(number: number): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    try {
      const text = readFileSync(this.pathOf(number), 'utf8');
      const end = text.indexOf('\n');
      const body = text.slice(end + 1);
      if (text.slice(0, end) !== this.header(body)) return entries;
      for (const line of body.split('\n')) {
        if (line === '') continue;
        const [id, entry] = JSON.parse(line) as [string, Entry];
        entry.unused++;
        if (entry.unused < MOST_UNUSED) entries.set(id, entry);
      }
    } catch {
      entries.clear();
    }
    return entries;
  }

  private write(number: number, { entries }: Shard): void {
    const body = [...entries].map(each => `${JSON.stringify(each)}\n`).join('');
    const aside = `${this.pathOf(number)}.${String(process.pid)}.tmp`;
    writeFileSync(aside, `${this.header(body)}\n${body}`);
    renameSync(aside, this.pathOf(number));
  }

  private header(body: string): string {
    return `annual-report 1 ${this.program} ${digest(body)}`;
  }
}

function idOf(draft: Draft, options: ExamineOptions): string {
  const { settings, silenced } = draft.config;
  const own = silenced.get(resolve(draft.path)) ?? [];
  return digest(JSON.stringify([draft.path, draft.isRelated === true, options, settings, own]));
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
