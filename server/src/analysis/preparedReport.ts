import type { Span } from '../text/span.ts';
import { citationsOf, type BlockCitations } from '../model/citations/paragraphCitations.ts';
import { contentsOf, type Content } from '../model/contents.ts';
import { mergeConflictsOf, strayMergeMarkers, type MergeConflict } from '../model/mergeConflicts.ts';
import { passagesOf, type Passage } from '../model/prose/passages.ts';
import { chainsOf, type Chain } from '../model/statements/chains.ts';
import { disagreementsOf, statedQuantities } from '../model/statements/disagreements.ts';
import type { Disagreement } from '../model/statements/relations/disagreement.ts';
import { pageDateOf, signatureOf } from '../model/publication.ts';
import type { Report, Section } from '../model/report.ts';
import { styleOf } from '../model/writing/draftStyle.ts';
import type { WriteOptions } from '../model/writing/write.ts';
import type { PlacedSigns, ReportContext } from '../rules/support/contexts.ts';
import type { ReportFacts } from '../rules/support/reportFacts.ts';
import { indexIn, isKind, type Placed } from '../syntax/block.ts';
import type { TextBlock } from '../syntax/paragraphFacts.ts';

/** The context of checks of a whole report; each part is made when the first check asks for it. */
export class PreparedReport implements ReportContext {
  private readonly known: {
    paragraphs?: readonly Placed<TextBlock>[];
    dates?: ReportContext['dates'];
    style?: WriteOptions | null;
    written?: readonly PlacedSigns[];
  } = {};

  constructor(
    readonly report: Report,
    readonly facts: ReportFacts,
  ) {}

  get paragraphs(): readonly Placed<TextBlock>[] {
    return (this.known.paragraphs ??= this.report.blocks.filter(
      (placed): placed is Placed<TextBlock> => isKind(placed, 'paragraph') || isKind(placed, 'heading'),
    ));
  }

  get contents(): readonly Content[] {
    return contentsOf(this.report);
  }

  get passages(): readonly Passage[] {
    return passagesOf(this.paragraphs);
  }

  get chains(): readonly Chain[] {
    return chainsOf(this.report);
  }

  get stated(): ReportContext['stated'] {
    return statedQuantities(this.report);
  }

  get disagreements(): readonly Disagreement[] {
    return disagreementsOf(this.report);
  }

  get dates(): ReportContext['dates'] {
    return (this.known.dates ??= { signature: signatureOf(this.report), page: pageDateOf(this.report) });
  }

  get style(): WriteOptions | null {
    return this.known.style === undefined ? (this.known.style = styleOf(this.report)) : this.known.style;
  }

  get written(): readonly PlacedSigns[] {
    return (this.known.written ??= this.report.blocks.flatMap(({ at, block }) => {
      const { kind, signs } = block;
      // What a comment holds is not published.
      const isNote = block.kind === 'directive' && block.command.kind === 'note';
      return signs && !isNote ? [{ at, kind, signs }] : [];
    }));
  }

  get mergeConflicts(): readonly MergeConflict[] {
    return mergeConflictsOf(this.report.blocks);
  }

  get strayMergeMarkers(): readonly Span[] {
    return strayMergeMarkers(this.report.blocks);
  }

  readonly citations = (section?: Section): Iterable<BlockCitations> => citationsOf(this.report, section?.blocks);

  readonly following = (block: Placed, most: number): readonly Placed[] => {
    const index = indexIn(this.report, block);
    return index < 0 ? [] : this.report.blocks.slice(index + 1, index + 1 + most);
  };

  readonly beginning = (most: number): readonly Placed[] => this.report.blocks.slice(0, most);

  readonly ending = (most: number): readonly Placed[] => this.report.blocks.slice(-most);
}
