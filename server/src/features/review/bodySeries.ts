import type { NamedMetric } from '../../format/metrics.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import type { Body } from '../../model/across/body.ts';
import { reportOf } from '../../model/across/neighbours.ts';
import { readingsOf } from '../../model/across/readings.ts';
import type { BodyYears } from '../../protocol/review.ts';
import { rangeOfPlace } from '../across/acrossDiagnostics.ts';

/** Quantities that are shown over the years, with their titles. */
const SERIES = [
  ['newReceived', 'review.series.received'],
  ['replied', 'review.series.replied'],
  ['carriedOut', 'review.series.carriedOut'],
  ['review', 'review.series.review'],
  ['litigation', 'review.series.litigation'],
] as const satisfies readonly (readonly [NamedMetric, string])[];

/** Years that are shown; the newest, where there are more. */
const MOST_YEARS = 40;

/** Quantities of a body over the years, as its tables, or else its texts, state them. */
export function bodySeries(body: Body, addressOf: (path: string) => string, language: Language): BodyYears {
  const known = body.reports.map(({ year }) => year);
  const last = known.at(-1) ?? 0;
  const first = Math.max(known[0] ?? 0, last - MOST_YEARS + 1);
  const years = Array.from({ length: known.length === 0 ? 0 : last - first + 1 }, (_, i) => first + i);
  return {
    name: body.names[0] ?? body.id,
    years,
    series: SERIES.map(([metric, title]) => ({
      metric,
      label: message(language, title),
      points: years.map(year => {
        const report = reportOf(body, year);
        // Before 2019 the tables have one number of what was received in the year.
        const metrics: readonly NamedMetric[] = metric === 'newReceived' ? ['newReceived', 'received'] : [metric];
        const [reading] = report ? metrics.flatMap(each => readingsOf(report, each, 'annual')) : [];
        if (!report || !reading || reading.isLoose || reading.low !== reading.high) return null;
        return { value: reading.low, uri: addressOf(report.path), range: rangeOfPlace(reading.place) };
      }),
    })),
  };
}
