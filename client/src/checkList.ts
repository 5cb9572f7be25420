import { QuickPickItemKind, ThemeIcon, window, type QuickPickItem, type TextDocument } from 'vscode';
import {
  CHECK_LIST_REQUEST,
  type CheckEntry,
  type CheckList,
  type CheckListParams,
} from '../../server/src/protocol/protocol.ts';
import { editorOf } from './equations.ts';
import { goTo } from './goTo.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { sayNothing } from './openDocument.ts';

interface Item extends QuickPickItem {
  readonly entry?: CheckEntry;
}

const KINDS = ['notChecked', 'checked', 'beyond'] as const satisfies readonly CheckEntry['kind'][];
/** What the icon says stands in the group's heading as well. */
const ICONS = { notChecked: 'circle-slash', checked: 'pass', beyond: 'person' } as const;

/** Lists what of a draft was checked and what was not, and goes to the place of the entry that is picked. */
export async function showCheckList(server: LanguageServer, draft: TextDocument): Promise<void> {
  const params: CheckListParams = { textDocument: { uri: server.addressOf(draft) } };
  const list = await server.ask<CheckList | null>(CHECK_LIST_REQUEST, params);
  if (!list) {
    await sayNothing(list, text('client.checkList.none'));
    return;
  }
  const { open, entries } = list;
  const picked = await window.showQuickPick(itemsOf(entries), {
    title: text('client.checkList.title'),
    placeHolder: open === 0 ? text('client.checkList.nothingOpen') : text('client.checkList.open', { count: open }),
  });
  if (picked?.entry?.range) await goTo(await editorOf(draft.uri), picked.entry.range);
}

function itemsOf(entries: readonly CheckEntry[]): Item[] {
  return KINDS.flatMap(kind => {
    const group = entries.filter(entry => entry.kind === kind);
    if (group.length === 0) return [];
    return [
      { label: text(`client.checkList.${kind}`), kind: QuickPickItemKind.Separator },
      ...group.map(entry => ({ label: entry.text, iconPath: new ThemeIcon(ICONS[kind]), entry })),
    ];
  });
}
