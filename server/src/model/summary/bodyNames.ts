import { BODY_ENDINGS, hasPlace, isPlace, looksLikeBody } from '../publicBody.ts';
import { fold } from '../../text/fold.ts';

/** Brackets behind a name that say what becomes of the report: （汇总）, （送审稿）. Other brackets belong to the name. */
const STATUS = /\((?:汇总|送审稿|审定稿|定稿|终稿|初稿|草稿|本级|全文|公开版|征求意见稿)\)$/;
const AND = /[及与,]/g;

/**
 * Name of a body as it is compared: folded, without brackets of status; 和, 及, 与 and 、 alike; 人民政府, 管委会 and
 * 办事处 left out where they only say that a place is meant as a body. An office of a government stays apart from it.
 */
export function bodyKey(name: string): string {
  const folded = fold(name).replace(STATUS, '').replace(AND, '和');
  return folded
    .replace(/管理委员会/, '管委会')
    .replace(/人民政府(?=办公[室厅]$)/, '政府')
    .replace(/(?<=[省市县区州旗盟镇乡])(?:人民)?政府$/, '')
    .replace(/(?<=.区)管委会$/, '')
    .replace(/街道办事处$/, '街道');
}

/** A second name plate behind a name: 教育局（县委教育工委）. What is below the body, such as 公安局（交警大队）, is none. */
const SECOND_NAME = /\([^()]{2,20}(?:委|局|办|办公室|服务中心)\)$/;

/** A key without the second name of its body; undefined where there is none. */
export function withoutSecondName(key: string): string | undefined {
  const bare = key.replace(SECOND_NAME, '');
  return bare === key ? undefined : bare;
}

/** Ends of places that have a government of their own, outermost first, as they stand one behind the other in names. */
const LEADING_PLACE =
  /^(?:[^省市县区州旗盟]{1,8}?(?:省|自治区|特别行政区)|[^省市县区州旗盟]{1,8}?(?:自治州|地区|[市州盟])|[^省市县区州旗盟]{1,12}?(?:自治县|[县区旗]))(?=.|$)/;

/** The outermost place that a key begins with; the key itself where it names none. */
export function groupOf(key: string): string {
  return LEADING_PLACE.exec(key)?.[0] ?? key;
}

const OUTER_PLACE = /^[^省市县区州旗盟]{1,8}?(?:省|自治区|特别行政区|自治州|地区|[市州盟])(?=.)/;

/** The same body without one outer place: 天门市教育局 of 湖北省天门市教育局; undefined where what is left names no place. */
export function withoutOuterPlace(key: string): string | undefined {
  const place = OUTER_PLACE.exec(key)?.[0];
  if (place === undefined) return undefined;
  const rest = key.slice(place.length);
  return LEADING_PLACE.test(rest) || /^.{1,6}(?:镇|乡|街道)/.test(rest) ? rest : undefined;
}

/** Whether a key is that of a government: a bare place, a management committee or a street. */
export function isGovernmentKey(key: string): boolean {
  return isPlace(key) || /.(?:区|街道|管委会)$/.test(key);
}

/** Whether a name says where its body is. */
export function isPlaced(name: string): boolean {
  return hasPlace(name) || isPlace(name);
}

const NAME = new RegExp(`^[\\u4e00-\\u9fff]{0,18}?${BODY_ENDINGS}(?![\\u4e00-\\u9fff]{0,2}(?:长|会议|网站))`);
const MOST_NAMES = 30;

/** Folded names in a text that begin with a place, each once, with the offsets of each. */
export function namesBehind(text: string, place: string): { name: string; start: number; end: number }[] {
  const found = new Map<string, { name: string; start: number; end: number }>();
  for (let at = text.indexOf(place); at >= 0 && found.size < MOST_NAMES; at = text.indexOf(place, at + place.length)) {
    const rest = NAME.exec(text.slice(at + place.length, at + place.length + 24))?.[0];
    if (rest === undefined) continue;
    const name = bodyKey(place + rest);
    const end = at + place.length + rest.length;
    if (!found.has(name)) found.set(name, { name, start: at, end });
  }
  return [...found.values()];
}

/** The whole name of a body whose title leaves its place out, where a line of the draft is that name with its place. */
export function placedName(name: string, lines: Iterable<string>): string | undefined {
  for (const line of lines) {
    const written = line.trim();
    if (written.length > 40 || !written.includes(name)) continue;
    const found = written.slice(0, written.indexOf(name) + name.length);
    if (found !== name && looksLikeBody(found) && isPlaced(found)) return found;
  }
  return undefined;
}
