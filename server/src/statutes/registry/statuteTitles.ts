import { namesOf, statutes } from '../index.ts';
import { fold } from '../../text/fold.ts';
import { kindOfTitle } from './genericNames.ts';
import { statutesNamed } from './statuteNames.ts';

const COUNTRY = '中华人民共和国';
/** Shorter titles than this differ from one another by as little as a slip of the pen: 行政许可法, 行政处罚法. */
const LONG = 8;
const SHORTEST = 5;

interface Title {
  readonly title: string;
  readonly folded: string;
  readonly hasCountry: boolean;
  readonly core: string;
}

const TITLES: readonly Title[] = [...new Set(statutes.flatMap(statute => namesOf(statute)))]
  .map(title => {
    const folded = fold(title);
    return { title, folded, hasCountry: folded.startsWith(COUNTRY), core: withoutCountry(folded) };
    // The rules of other places differ from those of one by the place's name.
  })
  .filter(({ core, folded }) => core.length >= SHORTEST && !/^.{2,8}[省市区县]/.test(folded));

/**
 * The official title that a name misquotes: a sign or two too many, too few, wrong or exchanged. Undefined for a name
 * that is right, and for one that may well be another document: of a place, of another kind, for carrying out a law, or
 * with so short a title that other laws differ from it as little.
 */
export function titleMisquoted(name: string): string | undefined {
  if (statutesNamed(name)) return undefined;
  const folded = fold(name)
    .replace(/\([^()]{0,40}\)$/, '')
    .replace(/^(?:新修订的?|新|最新的?|修订后的?|原)/, '');
  if (folded.length < SHORTEST || folded.length > 80 || statutesNamed(folded)) return undefined;
  const hasCountry = folded.startsWith(COUNTRY) || looksLikeCountry(folded);
  let best: Title | undefined;
  let least = Infinity;
  for (const title of TITLES) {
    // 《政府信息公开…》 of a province has the national title's words: only the country's name makes a short one certain.
    if (hasCountry !== title.hasCountry) continue;
    // A part of the title is a short name, unless it claims to be the whole.
    if (!hasCountry && title.folded.includes(folded)) continue;
    const limit = limitFor(title, hasCountry);
    if (Math.abs(folded.length - title.folded.length) > limit || !mayBeMeant(folded, title)) continue;
    const steps = hasSameSigns(folded, title.folded) ? 1 : distance(folded, title.folded, limit);
    if (steps <= limit && steps < least) {
      least = steps;
      best = title;
    }
  }
  return best?.title;
}

function withoutCountry(folded: string): string {
  return folded.startsWith(COUNTRY) ? folded.slice(COUNTRY.length) : folded;
}

/** 中华人名共和国, 中华人民共国. */
function looksLikeCountry(folded: string): boolean {
  return (
    folded.startsWith('中') &&
    [-1, 0, 1].some(more => distance(folded.slice(0, COUNTRY.length + more), COUNTRY, 1) <= 1)
  );
}

/** 政府公开信息条例: nothing but the order of the words is wrong. */
function hasSameSigns(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}

function limitFor({ core }: Title, hasCountry: boolean): number {
  if (core.length < LONG) return 1;
  return hasCountry || core.length > 2 * LONG ? 3 : 2;
}

/** Words that make a title another one: who issued it, how it is carried out. */
const OWN =
  /省|市|县|区|州|盟|旗|镇|乡|街道|兵团|实施|试行|暂行|工作规|机构|企业|单位|高校|学校|医院|行业|部门|系统|信访|考核|保密|审查|申请|监督|责任|评估|目录|指南|平台|服务/;

function mayBeMeant(folded: string, { folded: title }: Title): boolean {
  const kind = kindOf(folded);
  if (kind === undefined ? !endsAlike(folded, title) : kind !== kindOf(title)) return false;
  const own = OWN.exec(added(folded, title));
  return own === null;
}

/** A slip in the last word leaves one of its signs: 条列, 条; 手册 is another word. */
function endsAlike(folded: string, title: string): boolean {
  const last = title.slice(-2);
  return folded.endsWith(last.charAt(0)) || folded.at(-2) === last.charAt(0) || folded.endsWith(last.charAt(1));
}

/** Kind of document: titles of different kinds are different documents. A 方法 is none. */
function kindOf(folded: string): string | undefined {
  return folded.endsWith('方法') ? undefined : kindOfTitle(folded);
}

/** The middle of `text`, without the beginning and the end that it has in common with `other`. */
function added(text: string, other: string): string {
  let start = 0;
  while (start < text.length && start < other.length && text.charAt(start) === other.charAt(start)) start++;
  let end = 0;
  while (
    end < text.length - start &&
    end < other.length - start &&
    text.charAt(text.length - 1 - end) === other.charAt(other.length - 1 - end)
  )
    end++;
  return text.slice(start, text.length - end);
}

/** Signs to put in, leave out, replace or exchange with the next; more than `limit` gives a number above it. */
function distance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1)) {
        steps = Math.min(steps, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(steps);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
