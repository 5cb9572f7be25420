import type { Location } from 'vscode-languageserver';
import { rangeOfPlace } from '../features/across/acrossDiagnostics.ts';
import { toRange } from '../features/support/convert.ts';
import type { PlaceInFile, Summary } from '../model/summary/summary.ts';
import { movedSpan, sameEnds, type SameEnds } from '../text/movedSpan.ts';
import type { Source } from '../text/source.ts';

/** The version of an open draft that a summary was made of, and the one that is shown. */
export interface DraftVersions {
  /** Undefined where it is known no more. */
  readonly summarised: Source | undefined;
  readonly now: Source;
}

/** Where places of summaries are now: those of open drafts move with the edits since the summary was made. */
export class PlacesNow {
  private last: { readonly before: Source; readonly after: Source; readonly same: SameEnds } | undefined;

  constructor(
    /** Address of the report at a path as the client writes it. */
    private readonly addressOf: (path: string) => string,
    /** Versions of an open draft; undefined for a report that is not open. */
    private readonly versionsOf: (report: Summary) => DraftVersions | undefined,
  ) {}

  /** Where a place is now; undefined where something in it was edited. */
  locate(report: Summary, place: PlaceInFile): Location | undefined {
    const uri = this.addressOf(report.path);
    const versions = this.versionsOf(report);
    if (!versions || versions.summarised === versions.now) return { uri, range: rangeOfPlace(place) };
    const { summarised, now } = versions;
    if (!summarised) return undefined;
    const { start, end } = rangeOfPlace(place);
    const span = movedSpan(
      { start: summarised.offsetAt(start), end: summarised.offsetAt(end) },
      this.sameEnds(summarised, now),
      summarised.text,
      now.text,
    );
    return span && { uri, range: toRange(now, span) };
  }

  private sameEnds(before: Source, after: Source): SameEnds {
    if (this.last?.before === before && this.last.after === after) return this.last.same;
    const same = sameEnds(before.text, after.text);
    this.last = { before, after, same };
    return same;
  }
}
