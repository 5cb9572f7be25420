/** What the reviewer's page and the extension tell each other. */
import type { BodyYears, BodyYearsParams, RollUp, RollUpParams } from '../../../server/src/protocol/review.ts';
import type {
  FigureEntry,
  FiguresParams,
  FiguresResult,
  WorkspaceReportsResult,
} from '../../../server/src/protocol/workspace.ts';

/** Words of the page that need no arguments, by their ids in the catalogue. */
export const REVIEW_WORDS = [
  'client.reviewPage.folder',
  'client.reviewPage.year',
  'client.reviewPage.tabs',
  'client.reviewPage.table',
  'client.reviewPage.years',
  'client.reviewPage.rollUp',
  'client.reviewPage.above',
  'client.reviewPage.all',
  'client.reviewPage.figures',
  'client.reviewPage.totals',
  'client.reviewPage.found',
  'client.reviewPage.errors',
  'client.reviewPage.grave',
  'client.reviewPage.toFix',
  'client.reviewPage.unchecked',
  'client.reviewPage.clean',
  'client.reviewPage.name',
  'client.reviewPage.lastYear',
  'client.reviewPage.lastYearIs',
  'client.reviewPage.unit',
  'client.reviewPage.sum',
  'client.reviewPage.own',
  'client.reviewPage.difference',
  'client.reviewPage.unknown',
  'client.reviewPage.unknownOf',
  'client.reviewPage.without',
  'client.reviewPage.notAdded',
  'client.reviewPage.severalReports',
  'client.reviewPage.noUnits',
  'client.reviewPage.nothing',
  'client.reviewPage.xlsx',
  'client.reviewPage.csv',
  'client.reviewPage.findings',
  'client.reviewPage.sarif',
  'client.reviewPage.letters',
  'client.reviewPage.keys',
  'client.reviewPage.actions',
  'client.reviewPage.error',
  'client.reviewPage.warning',
  'client.reviewPage.information',
  'client.reviewPage.chart',
  'client.reviewPage.noValue',
  'client.reviewPage.noYears',
  'client.reviewPage.copy',
  'client.reviewPage.save',
  'client.reviewPage.units',
  'client.reviewPage.madeOf',
  'client.reviewPage.pick',
  'client.reviewPage.noRollUp',
] as const;

export type ReviewWord = (typeof REVIEW_WORDS)[number];
export type ReviewWords = Readonly<Record<ReviewWord, string>>;

export type Place = Pick<FigureEntry, 'range'> & { readonly uri: string };

/** Extension → page. */
export type ToReview =
  | { readonly kind: 'words'; readonly words: ReviewWords }
  | { readonly kind: 'reports'; readonly reports: WorkspaceReportsResult }
  | { readonly kind: 'figures'; readonly serial: number; readonly figures: FiguresResult | null }
  | { readonly kind: 'years'; readonly serial: number; readonly years: BodyYears | null }
  | { readonly kind: 'rollUp'; readonly serial: number; readonly rollUp: RollUp | null }
  /** A body whose years are wanted. */
  | { readonly kind: 'show'; readonly folder: string; readonly body: string };

/** Forms in which the table is exported. */
export type ExportKind = 'xlsx' | 'csv' | 'findings' | 'sarif';

/** Page → extension. */
export type FromReview =
  | { readonly kind: 'ready' }
  | { readonly kind: 'figures'; readonly serial: number; readonly params: FiguresParams }
  | { readonly kind: 'years'; readonly serial: number; readonly params: BodyYearsParams }
  | { readonly kind: 'rollUp'; readonly serial: number; readonly params: RollUpParams }
  | { readonly kind: 'open'; readonly place: Place }
  | { readonly kind: 'export'; readonly as: ExportKind; readonly params: FiguresParams }
  | { readonly kind: 'letters'; readonly uris: readonly string[] }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'save'; readonly params: RollUpParams };

const KINDS: readonly unknown[] = [
  'ready',
  'figures',
  'years',
  'rollUp',
  'open',
  'export',
  'letters',
  'copy',
  'save',
] satisfies FromReview['kind'][];
const EXPORTS: readonly unknown[] = ['xlsx', 'csv', 'findings', 'sarif'] satisfies ExportKind[];

/** What the page tells, where it is that; undefined for anything else. The server looks at its parameters itself. */
export function readFromReview(message: unknown): FromReview | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, params, place, as, uris, text } = message as Readonly<Record<string, unknown>>;
  if (!KINDS.includes(kind)) return undefined;
  const isWhole = {
    ready: true,
    figures: isObject(params),
    years: isObject(params),
    rollUp: isObject(params),
    save: isObject(params),
    open: isObject(place) && typeof place['uri'] === 'string' && isObject(place['range']),
    export: isObject(params) && EXPORTS.includes(as),
    letters: Array.isArray(uris) && uris.every(uri => typeof uri === 'string'),
    copy: typeof text === 'string',
  }[kind as FromReview['kind']];
  return isWhole ? (message as FromReview) : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
