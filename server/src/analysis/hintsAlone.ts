import { BUILT_IN } from '../format/editionSet.ts';
import type { TableContent } from '../model/report.ts';
import type { Finding } from '../rules/support/rule.ts';

/** Whether nobody has verified the form of a table that a format file describes; rules know those built in. */
export function isOfUnverifiedForm({ spec, edition }: Pick<TableContent, 'spec' | 'edition'>): boolean {
  return spec.isUnverified === true && BUILT_IN.byId(edition.id) !== edition;
}

/** Findings that rest on what is not verified: hints, whatever the rule says of them. */
export function* asHints(findings: Iterable<Finding>): Iterable<Finding> {
  for (const finding of findings) yield { ...finding, severity: 'hint' };
}
