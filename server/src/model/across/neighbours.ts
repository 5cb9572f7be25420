import type { Body, KnownReport } from './body.ts';

/** The reports that stand around one: the years of its body, the body above it, and those below in its year. */
export interface Neighbours {
  readonly body: Body;
  readonly own: KnownReport;
  /** One report a year, in the order of the years, the own one among them; years with several reports left out. */
  readonly years: readonly KnownReport[];
  readonly above: KnownReport | undefined;
  readonly below: readonly KnownReport[];
}

/** Neighbours of the report at a path; undefined where its body or its year is not known, or it is a second one. */
export function neighboursOf(path: string, bodies: readonly Body[]): Neighbours | undefined {
  for (const body of bodies) {
    const own = body.reports.find(report => report.path === path);
    if (!own) continue;
    const parent = body.parent === null ? undefined : bodies.find(({ id }) => id === body.parent);
    return {
      body,
      own,
      years: body.reports.filter(report => report === own || !body.doubtful.has(report.year)),
      above: parent && reportOf(parent, own.year),
      below: bodies.flatMap(each => (each.parent === body.id ? (reportOf(each, own.year) ?? []) : [])),
    };
  }
  return undefined;
}

/** A body's report on a year, where it has one alone. */
export function reportOf(body: Body, year: number): KnownReport | undefined {
  return body.doubtful.has(year) ? undefined : body.reports.find(report => report.year === year);
}

/** The report on the year before, where there is one. */
export function lastYearOf({ own, years }: Neighbours): KnownReport | undefined {
  return years.find(({ year }) => year === own.year - 1);
}
