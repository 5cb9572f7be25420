import { bodyKey } from '../../model/summary/bodyNames.ts';
import type { Saying, Summary } from '../../model/summary/summary.ts';
import type { SkipReason, YearsContext } from '../../rules/support/acrossContexts.ts';
import type { YearsRule } from '../../rules/support/across.ts';

/** Why a rule does not compare two reports that stand one behind the other; undefined where it does. */
export function skipReason(rule: YearsRule, context: YearsContext): SkipReason | undefined {
  const own = rule.skip?.(context);
  if (own !== undefined) return own;
  if (rule.matter === 'text') return undefined;
  if (isReorganised(context)) return 'reorganised';
  const { earlier, later, body } = context;
  if (later.says.some(saying => saying.kind === 'corrected' && isAbout(saying, rule))) return 'corrected';
  for (const kind of rule.silencedBy ?? []) {
    const isSaid = (report: Summary) => report.says.some(saying => saying.kind === kind);
    if (kind === 'firstYear' ? isSaid(later) : isSaid(later) || isSaidAtEnd(earlier, kind))
      return kind === 'firstYear' ? 'transitional-year' : 'cleaned-up';
  }
  const before = body.setting?.scope ?? earlier.scope;
  const now = body.setting?.scope ?? later.scope;
  return before !== null && now !== null && before !== now ? 'scope-differs' : undefined;
}

/** Whether the settings or the later report say that bodies were merged or functions moved. */
function isReorganised({ body, earlier, later }: YearsContext): boolean {
  const keys = new Set([earlier.bodyKey, later.bodyKey]);
  const isSet = body.settings.reorganised.some(
    ({ year, from, to }) => year === later.year && [...from, ...to].some(name => keys.has(bodyKey(name))),
  );
  if (isSet) return true;
  // A new name that the settings know changes nothing but the name.
  const isKnownName = body.setting !== undefined && earlier.bodyKey !== later.bodyKey;
  return later.says.some(({ kind }) => kind === 'reorganised' || (kind === 'renamed' && !isKnownName));
}

/** Whether a correction concerns what a rule compares: all figures, where it names none. */
function isAbout({ about }: Saying, { topics }: YearsRule): boolean {
  return about.length === 0 || about.some(topic => topics.includes(topic));
}

/** Whether the last section of a report says so: what happened there holds for the next year. */
function isSaidAtEnd({ says, sections }: Summary, kind: Saying['kind']): boolean {
  const other = sections.findIndex(({ id }) => id === 'other');
  const start = sections[other]?.place;
  if (!start) return false;
  const end = sections[other + 1]?.place;
  return says.some(
    saying => saying.kind === kind && isBefore(start, saying.place) && (!end || isBefore(saying.place, end)),
  );
}

function isBefore(a: Saying['place'], b: Saying['place']): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);
}
