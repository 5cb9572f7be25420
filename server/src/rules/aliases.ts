/** Ids of rules that are no more, and of the rules that answer their questions now. */
export const RULE_ALIASES: Readonly<Record<string, string>> = {
  'prose/media-accounts': 'prose/parts-total',
  'prose/handled-above-received': 'prose/parts-total',
  'prose/other-replies': 'prose/against-table',
};

/** The id under which a rule is known now; any other id as it is. */
export function currentRuleId(id: string): string {
  return Object.hasOwn(RULE_ALIASES, id) ? (RULE_ALIASES[id] ?? id) : id;
}
