import type { Comparison } from '../analysis/across/parts.ts';
import type { Language } from '../messages/message.ts';
import { say } from './words.ts';
import type { WorkspaceRecord } from './workspaceRecord.ts';

/** Why reports were not compared: reasons of the rules, and what keeps a report from being compared at all. */
type Reason = Comparison['skipped'][number]['reason'] | 'one-year' | 'same-content' | 'unidentified' | 'no-report';

/** In the order in which they are told. */
const REASONS: readonly Reason[] = [
  'one-year',
  'gap',
  'duplicate',
  'same-content',
  'unidentified',
  'reorganised',
  'corrected',
  'cleaned-up',
  'scope-differs',
  'transitional-year',
  'edition-changed',
  'no-table',
  'no-report',
  'children-missing',
];

/** Reasons that concern some rule or other in most reports: told where nothing else was compared either. */
const COMMON: ReadonlySet<Reason> = new Set<Reason>(['edition-changed', 'no-table']);

/** Names that are listed of one reason; of more only the number. */
const MOST_NAMED = 10;

/**
 * Lines that say how many bodies were compared, and which were not for what reason: where nothing is found, silence
 * would look as if all had been.
 */
export function comparedText(workspace: WorkspaceRecord, language: Language): string {
  const { comparisons } = workspace;
  const bodies = new Set(comparisons.flatMap(each => (each.kind === 'years' && isMade(each) ? [each.body] : [])));
  const parents = new Set(comparisons.flatMap(each => (each.kind === 'levels' && isMade(each) ? [each.parent] : [])));
  return [
    say(language, 'cli.compared', { count: bodies.size, others: parents.size }),
    ...notCompared(workspace, language, MOST_NAMED).map(sentence => `  ${sentence}`),
  ]
    .map(line => `${line}\n`)
    .join('');
}

/** What was not compared, a sentence a reason, each with at most so many names. */
export function notCompared(workspace: WorkspaceRecord, language: Language, most = Infinity): readonly string[] {
  const left = leftOut(workspace);
  return REASONS.flatMap(reason => {
    const names = [...(left.get(reason) ?? [])];
    if (names.length === 0) return [];
    const items = names.slice(0, most).join(language === 'en' ? ', ' : '、');
    const more = names.length > most ? ` … (${String(names.length)})` : '';
    return [say(language, `cli.notCompared.${reason}`, { items: items + more })];
  });
}

/** Bodies, or files, that were not compared, by reason. */
function leftOut({ bodies, comparisons, unidentified }: WorkspaceRecord): ReadonlyMap<Reason, ReadonlySet<string>> {
  const left = new Map<Reason, Set<string>>();
  const add = (reason: Reason, name: string): void => {
    const known = left.get(reason);
    if (known) known.add(name);
    else left.set(reason, new Set([name]));
  };
  const names = new Map(bodies.map(({ id, names: [name] }) => [id, name ?? id] as const));
  const nameOf = (id: string) => names.get(id) ?? id;
  for (const each of comparisons) {
    const isYears = each.kind === 'years';
    const name = isYears ? `${nameOf(each.body)} ${String(each.from)}—${String(each.to)}` : nameOf(each.parent);
    const reasons = each.skipped.flatMap(({ reason }) => (isYears && reason === 'duplicate' ? [] : [reason]));
    if (each.kind === 'levels') for (const missing of each.missing) add('no-report', `${missing} ${String(each.year)}`);
    const telling = reasons.filter(reason => !COMMON.has(reason));
    for (const reason of telling.length > 0 || isMade(each) ? telling : reasons) add(reason, name);
  }
  for (const { id, years, duplicates, doubtful } of bodies) {
    if (years.length === 1) add('one-year', `${nameOf(id)} ${String(years[0])}`);
    for (const year of doubtful) add('duplicate', `${nameOf(id)} ${String(year)}`);
    if (doubtful.length === 0) for (const path of duplicates) add('same-content', path);
  }
  for (const path of unidentified) add('unidentified', path);
  return left;
}

/** Whether anything was compared. */
function isMade({ rules }: Comparison): boolean {
  return Object.values(rules).some(({ holds, broken }) => holds + broken > 0);
}
