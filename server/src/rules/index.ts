import type { LintRule } from './rule.ts';

/** All rules, in the order in which they run; nothing registers itself. */
export const RULES: readonly LintRule[] = [
];
