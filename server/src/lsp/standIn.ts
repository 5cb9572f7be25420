import type { Findings, SnapshotShape } from '../analysis/snapshot.ts';
import type { Settings } from '../analysis/settings.ts';
import type { Report, Section } from '../model/report.ts';
import { isKind } from '../model/report.ts';
import type { Block, Placed, Table } from '../syntax/block.ts';
import { parse } from '../syntax/parse.ts';
import type { Source } from '../text/source.ts';
import { place } from '../text/mapped.ts';
import { shift } from '../text/span.ts';

/** Stands in for the snapshot class until drafts are bound: headings and tables only, no findings. */
export class StandIn implements SnapshotShape {
  private known: { blocks: readonly Placed<Block>[]; report: Report } | undefined;
  constructor(readonly uri: string, readonly version: number, readonly source: Source, readonly settings: Settings) {}

  get blocks(): readonly Placed<Block>[] {
    return this.all.blocks;
  }

  get report(): Report {
    return this.all.report;
  }

  async findings(): Promise<Findings> {
    return { findings: [], failures: [] };
  }

  private get all() {
    return (this.known ??= read(this.source));
  }
}

function read(source: Source): { blocks: readonly Placed<Block>[]; report: Report } {
  const { blocks } = parse(source.text, { titles: new Set(), labels: new Set() });
  const sections: Section[] = [];
  const otherTables: Placed<Table>[] = [];
  for (const [i, placed] of blocks.entries()) {
    if (isKind(placed, 'table')) otherTables.push(placed);
    if (!isKind(placed, 'heading') || placed.block.numbering?.style !== 'chinese') continue;
    const next = blocks.slice(i + 1).find(each => each.block.kind === 'heading' && each.block.numbering?.style === 'chinese');
    const text = placed.block.text;
    sections.push({
      heading: placed, id: null, spec: null, match: 'none', title: text.text,
      titleSpan: shift(place(text, 0, text.text.length), placed.at),
      span: { start: placed.at, end: next?.at ?? source.text.length }, blocks: [], items: [],
    });
  }
  return {
    blocks,
    report: {
      source, blocks, directives: [], edition: null, reportYear: null, title: null, publicBody: null, sections, tables: [], otherTables,
    },
  };
}
