import { RULE_TITLES, ruleGroup, ruleTitle } from '../../server/src/messages/ruleTitles.ts';
import type { Choice, Editor } from './editor.ts';

const PAGES = 'docs/rules';
const RULE_ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/**
 * Shows a rule's page; without an id lets the user pick by title, id or group, first the rules of the findings in the
 * draft.
 */
export async function showRulePage(editor: Editor, rule: unknown): Promise<void> {
  const id = typeof rule === 'string' && RULE_ID.test(rule) ? rule : await pickRule(editor);
  if (id !== undefined) await editor.showExtensionPage(`${PAGES}/${id}.md`);
}

async function pickRule(editor: Editor): Promise<string | undefined> {
  const { say, language } = editor;
  const document = editor.activeDocument();
  const found = new Set(document ? editor.rulesFoundIn(document) : []);
  const items: (Choice & { readonly id: string })[] = Object.keys(RULE_TITLES)
    .sort()
    .map(id => ({
      id,
      label: ruleTitle(language, id),
      description: id,
      detail: ruleGroup(language, id) + (found.has(id) ? ` · ${say('client.rule.found')}` : ''),
    }))
    .sort((a, b) => Number(found.has(b.id)) - Number(found.has(a.id)));
  const picked = await editor.pick(items, { title: say('client.rule.title'), placeHolder: say('client.rule.which') });
  return picked?.id;
}
