import type { PolicyDocument, Statute } from '../types.ts';
import { appliesFrom, namesOf, newest, statutes, versionOn } from '../index.ts';
import { policyDocuments } from '../data/policy-documents.ts';
import { fold } from '../../text/fold.ts';

/**
 * Why a name means this version of a statute: it has only one (`only`), the draft says which (`stated`: 新《条例》, the
 * number, the year), the report year decides or, where that is not known, the day of publication (`published`), the
 * newest was assumed because neither is known, or no version recorded here was in force yet.
 */
export type VersionReason = 'only' | 'stated' | 'reportYear' | 'published' | 'newest' | 'noneInForce';

/** Statute that a name means. */
export interface Resolution {
  readonly statute: Statute;
  readonly reason: VersionReason;
}

/** Statements of a draft about the version, beside the name. */
export interface VersionHint {
  /** 新, 新修订的; 原, 旧. */
  readonly age?: 'new' | 'old';
  /** （2007）, 2019年修订. */
  readonly year?: number;
  /** Statute whose number stands behind the name. */
  readonly numbered?: Statute;
}

/** A name, and the statutes (versions of one law) that it may mean. */
export interface KnownName {
  /** Folded, see text/fold.ts. */
  readonly folded: string;
  readonly candidates: readonly Statute[];
  readonly age?: 'new' | 'old';
  /** Set for the number of a document on policy; there are no candidates then. */
  readonly policy?: PolicyDocument;
}

/** Short name of the regulation on government information disclosure, which no annual report needs to introduce. */
export const REGULATION_NAME = '条例';

/** The versions of that regulation: what 《条例》 means in an annual report. */
export const REGULATION: readonly Statute[] = statutes.filter(({ shortNames }) => shortNames.includes(REGULATION_NAME));

/** How a new or an old version is called in front of the name. */
const NEW = [
  '新',
  '最新',
  '新版',
  '新修订',
  '新修订的',
  '新修改的',
  '新颁布的',
  '新公布的',
  '修订后',
  '修订后的',
  '修改后的',
  '修订的',
];
const OLD = ['原', '旧', '旧版', '原来的', '修订前', '修订前的', '修改前的'];

const BY_NAME = new Map<string, KnownName>();
const BY_NUMBER = new Map<string, Statute>();
for (const statute of statutes) {
  for (const name of namesOf(statute)) {
    const folded = fold(name);
    BY_NAME.set(folded, { folded, candidates: [...(BY_NAME.get(folded)?.candidates ?? []), statute] });
  }
  if (statute.documentNumber !== undefined) {
    const folded = fold(statute.documentNumber);
    BY_NUMBER.set(folded, statute);
    const short = folded.replace(/^中华人民共和国/, '');
    BY_NUMBER.set(short, statute);
    // 国令第711号, as reports shorten it.
    BY_NUMBER.set(short.replace(/^国务院令/, '国令'), statute);
  }
}

const POLICY_BY_NUMBER = new Map(policyDocuments.map(document => [fold(document.number), document]));

/** Names and numbers found in running text without 《》: 政府信息公开条例, 新条例, 国办函〔2020〕109号. */
export const PLAIN_NAMES: readonly KnownName[] = [
  ...BY_NAME.values(),
  ...[...BY_NUMBER].map(([folded, statute]) => ({ folded, candidates: [statute] })),
  ...[...POLICY_BY_NUMBER].map(([folded, policy]) => ({ folded, candidates: [], policy })),
  ...NEW.map(age => ({ folded: `${age}${REGULATION_NAME}`, candidates: REGULATION, age: 'new' as const })),
  ...OLD.map(age => ({ folded: `${age}${REGULATION_NAME}`, candidates: REGULATION, age: 'old' as const })),
  ...['本', '该', '此', '现行', '现行的'].map(word => ({
    folded: `${word}${REGULATION_NAME}`,
    candidates: REGULATION,
  })),
];

/** Statutes of this title or alias, which may carry 新 or 原 in front; undefined where it is none. */
export function statutesNamed(name: string): KnownName | undefined {
  const folded = fold(name);
  const known = BY_NAME.get(folded);
  if (known) return known;
  for (const [words, age] of [
    [NEW, 'new'],
    [OLD, 'old'],
  ] as const) {
    for (const word of words) {
      if (!folded.startsWith(word)) continue;
      const rest = folded.slice(word.length);
      if (rest === REGULATION_NAME) return { folded, candidates: REGULATION, age };
      const other = BY_NAME.get(rest);
      if (other) return { folded, candidates: other.candidates, age };
    }
  }
  return undefined;
}

/** Statute whose document number stands in `text`, in any form of brackets; undefined where there is none. */
export function statuteNumberedIn(text: string): Statute | undefined {
  return numberedIn(text, BY_NUMBER);
}

/** Document on policy whose number stands in `text`, in any form of brackets; undefined where there is none. */
export function policyNumberedIn(text: string): PolicyDocument | undefined {
  return numberedIn(text, POLICY_BY_NUMBER);
}

/** What the first of these folded numbers that stands in `text` belongs to; undefined where none does. */
export function numberedIn<T>(text: string, numbers: ReadonlyMap<string, T>): T | undefined {
  const folded = fold(text);
  for (const [number, numbered] of numbers) {
    if (folded.includes(number)) return numbered;
  }
  return undefined;
}

/** The version as the words say that end at the name: 新修订的, 原, 2019年. */
export function hintBefore(before: string): VersionHint {
  const folded = fold(before);
  const year = /((?:19|20)\d\d)年?(?:版|修订|修订的|修正|修正的|公布的)?的?$/.exec(folded.slice(-12))?.[1];
  if (year !== undefined) return { year: Number(year) };
  // 创新《…》 is a verb, not a version.
  if (NEW.some(word => folded.endsWith(word)) && !/[创更革翻]新$/.test(folded)) return { age: 'new' };
  return OLD.some(word => folded.endsWith(word)) ? { age: 'old' } : {};
}

/**
 * The version that is meant. A statute that superseded another is chosen by what the draft says, else by the report
 * year, else by the day of publication (an ISO date), else the newest is taken. Undefined only for no candidates.
 */
export function chooseVersion(
  candidates: readonly Statute[],
  hint: VersionHint,
  reportYear: number | null,
  publishedOn?: string,
): Resolution | undefined {
  const latest = newest(candidates);
  if (!latest) return undefined;
  if (hint.numbered && candidates.includes(hint.numbered)) return { statute: hint.numbered, reason: 'stated' };
  const { year } = hint;
  if (year !== undefined) {
    const stated = candidates.find(
      candidate => candidate.version?.startsWith(String(year)) || candidate.id.endsWith(`-${String(year)}`),
    );
    if (stated) return { statute: stated, reason: 'stated' };
  }
  const lastDay = reportYear === null ? publishedOn : `${String(reportYear)}-12-31`;
  if (candidates.length === 1) {
    const isTooNew = lastDay !== undefined && appliesFrom(latest) > lastDay;
    return { statute: latest, reason: isTooNew ? 'noneInForce' : 'only' };
  }
  const inForce = lastDay === undefined ? undefined : versionOn(candidates, lastDay);
  if (hint.age === 'new')
    return { statute: inForce && isRecent(inForce, lastDay) ? inForce : latest, reason: 'stated' };
  if (hint.age === 'old') {
    const before = candidates.find(candidate => candidate.superseded?.by === latest.id);
    if (before) return { statute: before, reason: 'stated' };
  }
  if (lastDay === undefined) return { statute: latest, reason: 'newest' };
  if (inForce) return { statute: inForce, reason: reportYear === null ? 'published' : 'reportYear' };
  return { statute: oldest(candidates, latest), reason: 'noneInForce' };
}

/** Reports call a version new for some years: 新颁布的《条例》 is that of 2007 in a report on 2009. */
const NEW_FOR_YEARS = 3;

function isRecent(statute: Statute, day = ''): boolean {
  return Number(day.slice(0, 4)) - Number(appliesFrom(statute).slice(0, 4)) < NEW_FOR_YEARS;
}

function oldest(candidates: readonly Statute[], latest: Statute): Statute {
  return candidates.reduce(
    (best, candidate) => (appliesFrom(candidate) < appliesFrom(best) ? candidate : best),
    latest,
  );
}
