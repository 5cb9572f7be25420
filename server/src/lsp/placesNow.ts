import type { Location } from 'vscode-languageserver';
import { rangeOfPlace } from '../features/across/acrossDiagnostics.ts';
import { toRange } from '../features/support/convert.ts';
import type { PlaceInFile, Summary } from '../model/summary/summary.ts';
import { movedSpan, sameEnds, type SameEnds } from '../text/movedSpan.ts';
import type { Source } from '../text/source.ts';

/** The version of an open draft that a summary was made of, and the one that is shown. */
export interface DraftVersions {
  readonly summarised: Source;
  readonly now: Source;
}

/** Where places of summaries are now: those of open drafts move with the edits since the summary was made. */
export class PlacesNow {
  private last: { readonly versions: DraftVersions; readonly same: SameEnds } | undefined;

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
    const { start, end } = rangeOfPlace(place);
    const span = movedSpan(
      { start: summarised.offsetAt(start), end: summarised.offsetAt(end) },
      this.sameEnds(versions),
      summarised.text,
      now.text,
    );
    return span && { uri, range: toRange(now, span) };
  }

  private sameEnds(versions: DraftVersions): SameEnds {
    const { last } = this;
    if (last?.versions.summarised === versions.summarised && last.versions.now === versions.now) return last.same;
    const same = sameEnds(versions.summarised.text, versions.now.text);
    this.last = { versions, same };
    return same;
  }
}
