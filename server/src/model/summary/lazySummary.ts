import { decodeLoosely } from '../../text/decode.ts';
import { SUMMARY_VERSION, type Summary } from './summary.ts';

/** Parts of a summary that few ask for at a time. */
type Heavy = Pick<
  Summary,
  'tables' | 'statements' | 'changes' | 'rates' | 'sections' | 'says' | 'names' | 'citations' | 'silenced'
>;

/** Summaries that are held as objects; a group of bodies and years is compared by turns. */
const MOST_READ = 1500;

/**
 * Summaries that are kept as their lines and read when they are asked for, as an object takes several times the room of
 * its line. What puts bodies together is read at once.
 */
export class LazySummaries {
  private readonly read = new Map<LazySummary, Heavy>();

  /** `most`: summaries that are held as objects. */
  constructor(private readonly most = MOST_READ) {}

  /**
   * The summary of a line; undefined where it is none, or of another version. With the `head` of a line that is known
   * to be one, the line is read when more than that is asked for.
   */
  add(line: Uint8Array | string, head?: SummaryHead): Summary | undefined {
    if (head) return head.version === SUMMARY_VERSION ? new LazySummary(line, head, this) : undefined;
    const parsed = parseSummary(typeof line === 'string' ? line : decode(line));
    if (!parsed) return undefined;
    const summary = new LazySummary(line, parsed, this);
    if (this.read.size < this.most) this.read.set(summary, parsed);
    return summary;
  }

  heavyOf(summary: LazySummary, line: Uint8Array | string): Heavy {
    const known = this.read.get(summary);
    if (known) return known;
    const parsed = JSON.parse(typeof line === 'string' ? line : decode(line)) as Summary;
    if (this.read.size >= this.most) {
      const [oldest] = this.read.keys();
      if (oldest) this.read.delete(oldest);
    }
    this.read.set(summary, parsed);
    return parsed;
  }
}

/** What is read at once: it puts reports together. */
export type SummaryHead = Omit<Summary, keyof Heavy>;

export function headOf(summary: SummaryHead): SummaryHead {
  const { version, hash, path, body, bodyKey, group, title, year, kind, edition, isFreeForm, scope } = summary;
  return {
    version,
    hash,
    path,
    body,
    bodyKey,
    group,
    title,
    year,
    kind,
    edition,
    ...(isFreeForm ? { isFreeForm } : {}),
    scope,
  };
}

class LazySummary implements Summary {
  readonly #light: SummaryHead;
  readonly #line: Uint8Array | string;
  readonly #all: LazySummaries;

  constructor(line: Uint8Array | string, head: SummaryHead, all: LazySummaries) {
    this.#light = headOf(head);
    this.#line = line;
    this.#all = all;
  }

  get version() {
    return this.#light.version;
  }
  get hash() {
    return this.#light.hash;
  }
  get path() {
    return this.#light.path;
  }
  get body() {
    return this.#light.body;
  }
  get bodyKey() {
    return this.#light.bodyKey;
  }
  get group() {
    return this.#light.group;
  }
  get title() {
    return this.#light.title;
  }
  get year() {
    return this.#light.year;
  }
  get kind() {
    return this.#light.kind;
  }
  get edition() {
    return this.#light.edition;
  }
  get isFreeForm() {
    return this.#light.isFreeForm;
  }
  get scope() {
    return this.#light.scope;
  }
  get tables() {
    return this.#heavy.tables;
  }
  get statements() {
    return this.#heavy.statements;
  }
  get changes() {
    return this.#heavy.changes;
  }
  get rates() {
    return this.#heavy.rates;
  }
  get sections() {
    return this.#heavy.sections;
  }
  get says() {
    return this.#heavy.says;
  }
  get names() {
    return this.#heavy.names;
  }
  get citations() {
    return this.#heavy.citations;
  }
  get silenced() {
    return this.#heavy.silenced;
  }

  get #heavy(): Heavy {
    return this.#all.heavyOf(this, this.#line);
  }
}

function decode(line: Uint8Array): string {
  return decodeLoosely('utf-8', line);
}

/** A summary's line: JSON without line ends. */
export function summaryLine(summary: Summary): string {
  return JSON.stringify(summary);
}

/** The summary of a line; undefined where it is none, or of another version. */
export function parseSummary(line: string): Summary | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return isSummary(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const LISTS = ['statements', 'changes', 'rates', 'sections', 'says', 'names', 'citations', 'silenced', 'title'];

function isSummary(value: unknown): value is Summary {
  if (typeof value !== 'object' || value === null) return false;
  const { version, hash, path, group, tables, ...rest } = value as Record<string, unknown>;
  return (
    version === SUMMARY_VERSION &&
    [hash, path, group].every(each => typeof each === 'string') &&
    typeof rest['kind'] === 'string' &&
    typeof tables === 'object' &&
    tables !== null &&
    LISTS.every(name => Array.isArray(rest[name]))
  );
}
