import { isReportFileName } from '../../server/src/format/reportNames.ts';
import type { Say } from '../../server/src/messages/message.ts';
import type { BodyReports, FolderReports, ReportEntry } from '../../server/src/protocol/workspace.ts';

/** A unit of the tree. */
export interface UnitEntry {
  readonly id: string;
  readonly name: string;
  /** Year of the newest report in its folder. */
  readonly newestYear: number | null;
  readonly reports: readonly ReportEntry[];
  /** How the page names it; left out for what is no body. */
  readonly body?: { readonly folder: string; readonly body: string };
  /** Whether there is no report of that year. */
  readonly isWaitedFor: boolean;
}

/** A place with its units. */
export interface PlaceEntry {
  readonly id: string;
  readonly label: string;
  readonly units: readonly UnitEntry[];
}

/** The reports of the folders by place; units without a report of the newest year stand at the end. */
export function placesOf(folders: readonly FolderReports[], say: Say): readonly PlaceEntry[] {
  const isOne = folders.length < 2;
  return folders.flatMap(({ uri, name: folder, newestYear, bodies, missing, unidentified, otherKinds }) => {
    const byPlace = new Map<string, UnitEntry[]>();
    const put = (place: string, unit: UnitEntry) => {
      const known = byPlace.get(place);
      if (known) known.push(unit);
      else byPlace.set(place, [unit]);
    };
    const placeOf = new Map(bodies.map(({ id, place }) => [id, place]));
    for (const body of bodies) put(body.place, unitOf(uri, body, newestYear));
    for (const { name, parent } of missing)
      put((parent !== null && placeOf.get(parent)) || '', {
        id: `${uri} missing ${name}`,
        name,
        newestYear,
        reports: [],
        isWaitedFor: true,
      });
    const apart = [
      ['unidentified', say('client.review.unidentified'), unidentified],
      ['otherKinds', say('client.review.otherKinds'), otherKinds],
    ] as const;
    for (const [id, name, reports] of apart) {
      if (reports.length > 0) put('', { id: `${uri} ${id}`, name, newestYear, reports, isWaitedFor: false });
    }
    return [...byPlace]
      .sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'zh'))
      .map(([place, units]) => ({
        id: `${uri} ${place}`,
        label: [place === '' ? say('client.review.otherPlaces') : place, ...(isOne ? [] : [folder])].join(' · '),
        units: units.sort(
          (a, b) => Number(a.isWaitedFor) - Number(b.isWaitedFor) || a.name.localeCompare(b.name, 'zh'),
        ),
      }));
  });
}

function unitOf(folder: string, { id, name, reports }: BodyReports, newestYear: number | null): UnitEntry {
  return {
    id: `${folder} ${id}`,
    body: { folder, body: id },
    name,
    newestYear,
    reports,
    isWaitedFor: newestYear !== null && !reports.some(({ year }) => year === newestYear),
  };
}

/** What stands behind a unit's name: that the newest year's report is not there, else how it is. */
export function unitWords({ reports, newestYear, isWaitedFor }: UnitEntry, say: Say): string {
  if (isWaitedFor) return say('client.review.noReport', { year: newestYear ?? '' });
  const newest = reports.at(-1);
  return newest ? reportWords(newest, say) : '';
}

/** What stands behind a report's year: its findings, what was decided; that it is not checked. */
export function reportWords({ counts }: ReportEntry, say: Say): string {
  if (!counts) return say('client.review.unchecked');
  const { errors, warnings, others, accepted, toFix } = counts;
  const parts = [
    ...(errors > 0 ? [say('client.review.errors', { count: errors })] : []),
    ...(warnings > 0 ? [say('client.review.warnings', { count: warnings })] : []),
    ...(others > 0 ? [say('client.review.others', { count: others })] : []),
    ...(accepted > 0 ? [say('client.review.acceptedCount', { count: accepted })] : []),
    ...(toFix > 0 ? [say('client.review.toFixCount', { count: toFix })] : []),
  ];
  return parts.length === 0 ? say('client.review.nothing') : parts.join(' · ');
}

/**
 * Which of some documents, by their paths, are named as reports and have no draft of the same name beside them: nobody
 * has checked these. Copies with comments and letters, which were written here, are none.
 */
export function documentsNotRead(paths: readonly string[], drafts: readonly string[]): readonly string[] {
  const stemOf = (path: string) => path.replace(/\.[^./]*$/, '');
  const read = new Set(drafts.map(stemOf));
  return paths.filter(path => {
    const stem = stemOf(path);
    return isReportFileName(`${stem.slice(stem.lastIndexOf('/') + 1)}.md`) && !read.has(stem);
  });
}
