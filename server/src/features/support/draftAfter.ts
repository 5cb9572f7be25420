import { Snapshot } from '../../analysis/snapshot.ts';
import type { Parsed } from '../../syntax/readBlocks.ts';
import { isWebPage } from '../../syntax/webPage.ts';
import type { Change } from '../../text/change.ts';
import { Source } from '../../text/source.ts';

/** What has to be known of a draft to read it again after changes. */
export type EditedDraft = Pick<Snapshot, 'uri' | 'version' | 'source' | 'settings' | 'parsedOrInherited'>;

/** With more changes each made after the other would take longer than reading the draft anew. */
const MOST_STEPS = 20;

/**
 * The draft with changes that do not overlap, each made after the other: blocks between distant changes stay what they
 * were, and so do their findings. A web page is read as a whole each time, so there all are made at once, as are very
 * many.
 */
export function draftAfter(draft: EditedDraft, changes: readonly Change[]): Snapshot {
  const next = (text: string, previous: Parsed | undefined): Snapshot =>
    new Snapshot(draft.uri, draft.version, new Source(text), draft.settings, previous);
  const ordered = [...changes].sort((a, b) => a.span.start - b.span.start);
  let { text } = draft.source;
  let parsed = draft.parsedOrInherited;
  if (changes.length > MOST_STEPS || isWebPage(text)) {
    const pieces: string[] = [];
    let at = 0;
    for (const { span, text: inserted } of ordered) {
      pieces.push(text.slice(at, span.start), inserted);
      at = span.end;
    }
    return next(pieces.join('') + text.slice(at), parsed);
  }
  for (const { span, text: inserted } of ordered.reverse()) {
    text = text.slice(0, span.start) + inserted + text.slice(span.end);
    ({ parsed } = next(text, parsed));
  }
  return next(text, parsed);
}
