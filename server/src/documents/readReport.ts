import type { FormatDescription } from '../format/description.ts';
import { editionSet } from '../format/editionSet.ts';
import type { EditionId } from '../format/types.ts';
import { bind } from '../model/bind.ts';
import type { Report } from '../model/report.ts';
import { vocabularyFor } from '../model/vocabulary.ts';
import { parse } from '../syntax/readBlocks.ts';
import { Source } from '../text/source.ts';

/**
 * The report that a draft is. `edition`: the one that a setting names; `formats`: those of the workspace's own;
 * `fileName` tells the year where the draft does not.
 */
export function readReport(
  markdown: string,
  edition: EditionId | null,
  { formats, fileName }: ReadOptions = {},
): Report {
  const source = new Source(markdown.replace(/^\ufeff/, ''));
  const editions = editionSet(formats);
  return bind(source, parse(source.text, vocabularyFor(editions, source.text)).blocks, edition, { editions, fileName });
}

interface ReadOptions {
  readonly formats?: readonly FormatDescription[] | undefined;
  readonly fileName?: string | undefined;
}
