import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Draft, Examined, ExamineOptions, Outcome } from './examine.ts';
import type { FileRecord } from '../reporters/records.ts';

/** Entries are divided by their names, so that one changed draft leaves most files alone. */
const SHARDS = 16;
/** An entry that was not used for so many runs goes. */
const MOST_UNUSED = 20;

/** What is known of a draft beside what was found in it. */
interface Facts {
  /** Of the file when it was read. */
  size: number;
  modified: number;
  readonly content: string;
  /** Runs since it was used. */
  unused: number;
}

/** What was found is kept as bytes, outside of the heap, until it is asked for. */
interface Entry {
  readonly facts: Facts;
  /** JSON of the file's record; empty for none. */
  readonly file: Uint8Array;
  /** Line of the summary; empty for none. */
  readonly summary: Uint8Array;
}

interface Shard {
  readonly entries: Map<string, Entry>;
  isChanged: boolean;
}

const [TAB, LINE_END] = [0x09, 0x0a];
const NOTHING = new Uint8Array();

/**
 * What earlier runs found in files, kept in a folder: by path, content, settings and the checker itself. A damaged file
 * of it is dropped. Nothing of it is trusted beyond what a checksum says.
 */
export class Cache {
  private readonly shards = new Map<number, Shard>();
  private readonly program: string;

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
    const { facts, file, summary } = entry;
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
    facts.unused = 0;
    return {
      ...(file.length > 0 ? { file: JSON.parse(textOf(file)) as FileRecord } : {}),
      ...(summary.length > 0 ? { summary } : {}),
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
        facts: { size, modified: mtimeMs, content, unused: 0 },
        file: outcome.file ? Buffer.from(JSON.stringify(outcome.file)) : NOTHING,
        summary: outcome.summary ?? NOTHING,
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
      const bytes = readFileSync(this.pathOf(number));
      const start = bytes.indexOf(LINE_END) + 1;
      const body = bytes.subarray(start);
      if (textOf(bytes.subarray(0, start)) !== this.header(body)) return entries;
      for (let from = 0; from < body.length;) {
        const end = body.indexOf(LINE_END, from);
        const first = body.indexOf(TAB, from);
        const second = body.indexOf(TAB, first + 1);
        const [id, facts] = JSON.parse(textOf(body.subarray(from, first))) as [string, Facts];
        facts.unused++;
        if (facts.unused < MOST_UNUSED)
          entries.set(id, { facts, file: body.subarray(first + 1, second), summary: body.subarray(second + 1, end) });
        from = end + 1;
      }
    } catch {
      entries.clear();
    }
    return entries;
  }

  private write(number: number, { entries }: Shard): void {
    // JSON of one line has neither tabs nor line ends.
    const body = Buffer.concat(
      [...entries].flatMap(([id, { facts, file, summary }]) => [
        Buffer.from(`${JSON.stringify([id, facts])}\t`),
        file,
        Uint8Array.of(TAB),
        summary,
        Uint8Array.of(LINE_END),
      ]),
    );
    const aside = `${this.pathOf(number)}.${String(process.pid)}.tmp`;
    writeFileSync(aside, Buffer.concat([Buffer.from(this.header(body)), body]));
    renameSync(aside, this.pathOf(number));
  }

  private header(body: Uint8Array): string {
    return `annual-report 1 ${this.program} ${digest(body)}\n`;
  }
}

function idOf(draft: Draft, options: ExamineOptions): string {
  const { settings, silenced } = draft.config;
  const own = silenced.get(resolve(draft.path)) ?? [];
  return digest(JSON.stringify([draft.path, draft.isRelated === true, options, settings, own]));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
