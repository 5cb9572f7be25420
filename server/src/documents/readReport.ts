import type { EditionId } from '../format/types.ts';
import { bind } from '../model/bind.ts';
import type { Report } from '../model/report.ts';
import { VOCABULARY } from '../model/vocabulary.ts';
import { parse } from '../syntax/readBlocks.ts';
import { Source } from '../text/source.ts';

/**
 * The report that a draft is. `edition`: the one that a setting names; `fileName` tells the year where the draft does
 * not.
 */
export function readReport(markdown: string, edition: EditionId | null, fileName?: string): Report {
  const source = new Source(markdown.replace(/^\ufeff/, ''));
  return bind(source, parse(source.text, VOCABULARY).blocks, edition, { fileName });
}
