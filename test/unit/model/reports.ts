import { bind } from '../../../server/src/model/bind.ts';
import type { EditionId } from '../../../server/src/format/types.ts';
import type { Report } from '../../../server/src/model/report.ts';
import { VOCABULARY } from '../../../server/src/model/vocabulary.ts';
import { parse } from '../../../server/src/syntax/readBlocks.ts';
import { Source } from '../../../server/src/text/source.ts';

/** A draft understood. */
export function reportOf(text: string, edition: EditionId | null = null): Report {
  return bind(new Source(text), parse(text, VOCABULARY).blocks, edition);
}
