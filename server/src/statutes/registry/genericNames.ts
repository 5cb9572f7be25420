// Words that name a kind of document and no certain one. The only list of them.

/**
 * `shortName`: common as a short name of some document, so that a draft has to introduce it; the others stand in
 * reports for documents that everybody knows (《指南》, 《目录》). `ending`: ends titles and tells documents of otherwise equal
 * titles apart.
 */
type Role = 'shortName' | 'ending';

/** Longer words come before those that they end with. */
const GENERIC: readonly (readonly [name: string, ...roles: readonly Role[]])[] = [
  ['实施条例', 'ending'],
  ['实施办法', 'shortName', 'ending'],
  ['管理办法', 'shortName'],
  ['暂行办法', 'shortName'],
  ['工作办法'],
  ['实施细则', 'shortName', 'ending'],
  ['暂行规定', 'shortName'],
  ['工作规定'],
  ['实施意见'],
  ['条例', 'shortName', 'ending'],
  ['办法', 'shortName', 'ending'],
  ['细则', 'shortName', 'ending'],
  ['规定', 'shortName', 'ending'],
  ['规则', 'shortName', 'ending'],
  ['规范', 'shortName', 'ending'],
  ['解释', 'shortName', 'ending'],
  ['格式', 'ending'],
  ['通知', 'shortName', 'ending'],
  ['意见', 'shortName', 'ending'],
  ['决定', 'ending'],
  ['公告'],
  ['方案', 'shortName', 'ending'],
  ['要点', 'shortName'],
  ['指南', 'ending'],
  ['目录', 'ending'],
  ['制度', 'ending'],
  ['标准', 'shortName', 'ending'],
];

const ALL: ReadonlySet<string> = new Set(GENERIC.map(([name]) => name));
const SHORT_NAMES: ReadonlySet<string> = new Set(withRole('shortName'));
/** A law's title ends with its kind, too; alone that is no name. */
const ENDINGS: readonly string[] = [...withRole('ending'), '法'];

function withRole(role: Role): readonly string[] {
  return GENERIC.flatMap(([name, ...roles]) => (roles.includes(role) ? [name] : []));
}

/** Whether a folded name is nothing but a kind of document. */
export function isGenericName(folded: string): boolean {
  return ALL.has(folded);
}

/** Whether a folded name is one that a draft has to introduce before it uses it. */
export function isGenericShortName(folded: string): boolean {
  return SHORT_NAMES.has(folded);
}

/** The kind of document with which a folded title ends; undefined where it ends with none. */
export function kindOfTitle(folded: string): string | undefined {
  return ENDINGS.find(kind => folded.endsWith(kind));
}

/** Names by which a statute's own text calls it: 本条例, 本法. */
export const OWN_NAMES: readonly string[] = ENDINGS.map(kind => `本${kind}`);
