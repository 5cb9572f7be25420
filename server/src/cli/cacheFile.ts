import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** An entry that was not used for so many runs goes. */
const MOST_UNUSED = 20;

const [TAB, LINE_END] = [0x09, 0x0a];

/** What is kept under a name: facts that are read at once, and bytes that are read when they are asked for. */
export interface CacheEntry<Facts extends object> {
  /** `unused`: runs since it was used. */
  readonly facts: Facts & { unused: number };
  /** Each JSON of one line, so that it has neither tabs nor line ends; empty for nothing. */
  readonly columns: readonly Uint8Array[];
}

/** One file of a cache, of the program whose digest is given. Nothing of it is trusted beyond what a checksum says. */
export class CacheFile<Facts extends object> {
  readonly entries: Map<string, CacheEntry<Facts>>;
  /** Whether it is to be written. */
  isChanged = false;

  constructor(
    private readonly path: string,
    private readonly program: string,
  ) {
    this.entries = this.read();
  }

  /** What is kept under a name; it counts as used. */
  find(name: string): CacheEntry<Facts> | undefined {
    const entry = this.entries.get(name);
    if (entry) entry.facts.unused = 0;
    return entry;
  }

  add(name: string, facts: Facts, columns: readonly Uint8Array[]): void {
    this.entries.set(name, { facts: { ...facts, unused: 0 }, columns });
    this.isChanged = true;
  }

  /** Writes what has changed. Never throws: a cache that cannot be written is none. */
  save(): void {
    if (!this.isChanged) return;
    try {
      const pieces: Uint8Array[] = [];
      for (const [name, { facts, columns }] of this.entries) {
        pieces.push(Buffer.from(JSON.stringify([name, facts])));
        for (const column of columns) pieces.push(Uint8Array.of(TAB), column);
        pieces.push(Uint8Array.of(LINE_END));
      }
      const body = Buffer.concat(pieces);
      const aside = `${this.path}.${String(process.pid)}.tmp`;
      writeFileSync(aside, Buffer.concat([Buffer.from(this.header(body)), body]));
      renameSync(aside, this.path);
    } catch {
      // The next run does the work again.
    }
  }

  /** A damaged file has no entries. */
  private read(): Map<string, CacheEntry<Facts>> {
    const entries = new Map<string, CacheEntry<Facts>>();
    try {
      const bytes = readFileSync(this.path);
      const start = bytes.indexOf(LINE_END) + 1;
      const body = bytes.subarray(start);
      if (textOf(bytes.subarray(0, start)) !== this.header(body)) return entries;
      for (let from = 0; from < body.length;) {
        const end = body.indexOf(LINE_END, from);
        const [head = body.subarray(0, 0), ...columns] = columnsOf(body.subarray(from, end));
        const [name, facts] = JSON.parse(textOf(head)) as [string, CacheEntry<Facts>['facts']];
        facts.unused++;
        if (facts.unused < MOST_UNUSED) entries.set(name, { facts, columns });
        from = end + 1;
      }
    } catch {
      entries.clear();
    }
    return entries;
  }

  private header(body: Uint8Array): string {
    return `annual-report 2 ${this.program} ${digest(body)}\n`;
  }
}

function columnsOf(line: Uint8Array): readonly Uint8Array[] {
  const columns: Uint8Array[] = [];
  let from = 0;
  for (let at = line.indexOf(TAB); at >= 0; at = line.indexOf(TAB, from)) {
    columns.push(line.subarray(from, at));
    from = at + 1;
  }
  return [...columns, line.subarray(from)];
}

export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

export function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
