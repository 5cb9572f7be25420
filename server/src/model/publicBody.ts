import { fold } from '../text/fold.ts';

/**
 * Kind of a public body, as far as its name tells.
 *
 * - `township`: 乡镇, 街道, villages and communities; the regulation of 2019 sets them no deadline.
 * - `localDepartment`: a department of a local government, also where the name leaves out the place.
 * - `nationalOffice`: a department of the State Council, or its branch in a place (税务局, 海关).
 * - `unknown`: the name leaves a doubt. An office may report for its government, a 市 may or may not have districts, a
 *   中心 may be anybody's.
 */
export type BodyKind = 'countyGovernment' | 'township' | 'localDepartment' | 'nationalOffice' | 'unknown';

const CENTRAL = /^(?:中华人民共和国|国务院|国家|中国|中央|全国)/;
const TOWNSHIP =
  /(?:[乡镇]人民政府|[^乡]乡政府|.镇政府|街道办|街道|[乡镇村]|社区|(?:(?<!农)村|居)(?:民委员会|民?委会)|(?<!农)村委员会|(?<!驻.{1,6}|特派员|专员)办事处)$/;
const DISTRICT_GOVERNMENT = /(?:[县旗]|[^治政管]区)(?:人民)?政府$/;
/** New and special districts are governments of their own kind. */
const SPECIAL_DISTRICT = /(?:新|开发|特|保税|合作|示范|园|矿|林|风景|地)区(?:人民)?政府$/;
const DEPARTMENT = /(?:局|厅|委员会|委|大队|支队)$/;
const NO_DEPARTMENT =
  /(?:办公厅|办公室|[省市县区州旗盟党]委|(?<!监督)管理?委(?:员会|会)?|(?:人大|政协|^中共|常务委员).*)$/;
/** Branches of the State Council's departments in a place. */
const BRANCH =
  /(?:海关|税务局|邮政管理局|气象局|地震局|海事局|烟草专卖局|通信管理局|矿山安全监察局|专员办|特派员办事处|调查总?队)$/;
/** Shorter names are placeholders and words for oneself: 某局, 本机关. */
const SHORTEST_DEPARTMENT = 3;
const SHORTEST_NAME = 4;

/** Kind of a public body by its name; see {@link BodyKind}. */
export function kindOfBody(name: string): BodyKind {
  const body = fold(name);
  if (NO_DEPARTMENT.test(body)) return 'unknown';
  if (BRANCH.test(body)) return body.length < SHORTEST_NAME ? 'unknown' : 'nationalOffice';
  if (CENTRAL.test(body)) return DEPARTMENT.test(body) ? 'nationalOffice' : 'unknown';
  if (TOWNSHIP.test(body)) return 'township';
  if (body.length >= SHORTEST_DEPARTMENT && DEPARTMENT.test(body)) return 'localDepartment';
  if (body.length < SHORTEST_NAME || !DISTRICT_GOVERNMENT.test(body)) return 'unknown';
  return SPECIAL_DISTRICT.test(body) ? 'unknown' : 'countyGovernment';
}

/** Whether the name is that of an office with a task of its own, not of a government, a party or a council. */
export function isOffice(name: string): boolean {
  const kind = kindOfBody(name);
  return (kind === 'localDepartment' || kind === 'nationalOffice') && /(?:局|委员会|委|厅)$/.test(fold(name));
}

/** Names by which a text calls the office of a government, besides the whole one: 市政府办公室, 市政府办, 盟行署办公室. */
export function shortOfficeNames(name: string): readonly string[] {
  if (!/(?:政府|行政公署)办公[室厅]$/.test(name)) return [];
  const short = name.replace('人民政府', '政府').replace('行政公署', '行署');
  return [short, short.replace(/公[室厅]$/, '')];
}

/**
 * Whether a name leaves out signs of another and nothing else: 市城管局 of 城市管理局, 市发改委 of 发展和改革委员会. Both begin
 * with a place and end in the kind of body.
 */
export function isShortFor(short: string, name: string): boolean {
  const end = short.charAt(short.length - 1);
  if (!PLACE_BEFORE.test(short) || !(name.endsWith(end) || (end === '委' && name.endsWith('委员会')))) return false;
  let at = 0;
  for (const sign of short) {
    at = name.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const PLACE_BEFORE = /^[省市县区州旗盟].{2,}[局委厅办]$/;

/** Endings of the names that bodies bear in texts, the longer ones first. Source of a regular expression. */
export const BODY_ENDINGS = '(?:局|委员会|委|厅|办公室|中心|街道办事处|街道|人民政府|镇|乡)';

/** A place and the body in it: 青川县|林业局. */
const PLACED_BODY = /^(.{1,12}?(?:省|自治区|市|自治州|州|盟|县|旗|区))(?!.{0,3}(?:自治)?(?:县|旗|区|市)\S)(.{2,20})$/;

/** Place and body of a folded name: 青川县 and 林业局; undefined where the name does not begin with its place. */
export function placedBody(name: string): { readonly place: string; readonly office: string } | undefined {
  const match = PLACED_BODY.exec(name);
  return match ? { place: match[1] ?? '', office: match[2] ?? '' } : undefined;
}

/**
 * Names by which a report speaks of its own body, the longest first: 青川县教育局, 县教育局, 教育局; of a government its
 * whole name and 县人民政府, 县政府.
 */
export function ownNames(name: string): readonly string[] {
  const body = fold(name);
  const { place = '', office = '' } = placedBody(body) ?? {};
  if (place === '') return [body];
  const kind = place.charAt(place.length - 1);
  if (office === '人民政府') return [body, `${place}政府`, `${kind}人民政府`, `${kind}政府`];
  return [body, kind + office, office].filter(each => each.length >= SHORTEST_DEPARTMENT);
}

/** Name of an office without its ending: 林业 of 林业局. */
export function matterOf(office: string): string {
  return office.replace(/(?:委员会|局|委|厅)$/, '');
}

/** Name of the township or street that a body without its place bears: 白河 of 白河镇人民政府. */
export function townOf(office: string): string | undefined {
  return /^(.{1,6}?)(?:镇|乡|街道)(?:人民政府|办事处)?$/.exec(office)?.[1];
}

/** Whether a line may be the name of a public body and nothing else. */
export function looksLikeBody(line: string): boolean {
  const name = line.trim();
  return name.length >= 3 && name.length <= 40 && BODY_END.test(name);
}

const BODY_END =
  /(?:政府|局|委|厅|办|处|部|院|会|室|队|所|署|社|中心|街道|社区|镇|乡|村|区|县|旗|市|州|盟|省)(?:[（(][^（()）]{1,20}[）)])?$/;

/** Whether the name of a body says where it is: 青川县林业局, 白河镇, not 林业局. */
export function hasPlace(name: string): boolean {
  return /.(?:省|市|县|区|州|盟|旗|镇|乡|街道|村|社区)/.test(name) || CENTRAL.test(fold(name));
}

const PLACE_ENDS = '省市县区州盟旗镇乡';

/** Whether a name is that of a place and nothing else: 云州市, 青屿县. */
export function isPlace(name: string): boolean {
  return name.length >= 2 && name.length <= 12 && isPlaceEnd(name.charAt(name.length - 1));
}

/** Whether a sign ends the names of places. */
export function isPlaceEnd(sign: string): boolean {
  return sign !== '' && PLACE_ENDS.includes(sign);
}

/**
 * Whether a name cannot be the end of a longer one: a whole department or government with the place from the county on.
 */
export function isFullName(name: string): boolean {
  return /^.{2,}(?:省|市|县|自治州|盟|旗).+$/.test(name);
}
