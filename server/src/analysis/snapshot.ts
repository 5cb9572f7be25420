import { editionSet, type EditionSet } from '../format/editionSet.ts';
import { bind } from '../model/bind.ts';
import { localStatutes } from '../statutes/registry/localStatutes.ts';
import type { Report } from '../model/report.ts';
import { vocabularyFor } from '../model/vocabulary.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import type { Placed } from '../syntax/block.ts';
import { parse, type Parsed } from '../syntax/readBlocks.ts';
import { reparse } from '../syntax/reparse.ts';
import { fileNameOf } from '../text/address.ts';
import type { Source } from '../text/source.ts';
import { runRules } from './engine.ts';
import type { Findings } from './findings.ts';
import type { Settings } from './files/settings.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * Everything known about one version of one draft. Pieces are computed on first use and never change.
 *
 * `previous` is what the last version left ({@link Snapshot.parsedOrInherited}): blocks that the edit did not touch
 * stay the same objects, and what was read out of a block is kept with the block.
 */
export class Snapshot {
  private ownParsed: Parsed | undefined;
  private bound: Report | undefined;
  private found: Promise<Findings> | undefined;

  constructor(
    readonly uri: string,
    readonly version: number,
    readonly source: Source,
    readonly settings: Settings,
    private readonly previous?: Parsed,
  ) {}

  get blocks(): readonly Placed[] {
    return this.parsed.blocks;
  }

  private get editions(): EditionSet {
    return editionSet(this.settings.localFormats);
  }

  private get vocabulary(): Vocabulary {
    return vocabularyFor(this.editions, this.source.text);
  }

  /** What the next version may reuse: plain data, so that no chain of versions is kept alive. */
  get parsed(): Parsed {
    return (this.ownParsed ??= this.previous
      ? reparse(this.previous, this.source.text, this.vocabulary)
      : parse(this.source.text, this.vocabulary));
  }

  /** The same without reading anything: a version that nobody looked at leaves what it got itself. */
  get parsedOrInherited(): Parsed | undefined {
    return this.ownParsed ?? this.previous;
  }

  get report(): Report {
    return (this.bound ??= bind(this.source, this.blocks, this.settings.edition, {
      editions: this.editions,
      localStatutes: localStatutes(this.settings.localStatutes),
      fileName: fileNameOf(this.uri),
    }));
  }

  /** Findings with the rules that failed; computed once. Rejects with {@link Cancelled} when `scheduler` says so. */
  findings(scheduler: Scheduler): Promise<Findings> {
    this.found ??= runRules(this.report, this.settings, scheduler).catch((error: unknown) => {
      this.found = undefined;
      throw error;
    });
    return this.found;
  }
}
