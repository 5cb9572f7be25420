import { ruleGroup, ruleTitle } from '../../server/src/messages/ruleTitles.ts';
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
  const items: (Choice & { readonly id: string })[] = (await rulePages(editor))
    .map(id => ({
      id,
      label: ruleTitle(language, id),
      description: id,
      detail: ruleGroup(language, id) + (found.has(id) ? ` · ${say('client.rule.found')}` : ''),
    }))
    .sort((a, b) => Number(found.has(b.id)) - Number(found.has(a.id)));
  if (items.length === 0) {
    await editor.inform(say('client.rule.none'));
    return undefined;
  }
  const picked = await editor.pick(items, { title: say('client.rule.title'), placeHolder: say('client.rule.which') });
  return picked?.id;
}

/** Ids of the rules that have a page; a build without pages has none to show. */
async function rulePages(editor: Editor): Promise<string[]> {
  const ids: string[] = [];
  for (const { name: group, isFolder } of await editor.listExtensionFolder(PAGES)) {
    if (!isFolder) continue;
    for (const { name } of await editor.listExtensionFolder(`${PAGES}/${group}`))
      if (name.endsWith('.md')) ids.push(`${group}/${name.slice(0, -'.md'.length)}`);
  }
  return ids.sort();
}
