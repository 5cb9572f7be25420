import { env } from 'vscode';
import type { Language, MessageId, RestArgs } from '../../server/src/messages/message.ts';
import { languageFor, message } from '../../server/src/messages/text.ts';

/*
 * The manifest has its own wording: VS Code looks for package.nls.<display language>.json, then for the same without
 * its region, then takes package.nls.json. As there is no look-up by `en` of its own in every version, package.nls.json
 * is the English file and package.nls.zh-cn.json the Chinese one; command titles are then found in both languages.
 */

/** The language of what the editor itself shows. */
export function displayLanguage(): Language {
  return languageFor(env.language);
}

/** Wording of a message in the editor's display language. */
export function text<Id extends MessageId>(id: Id, ...args: RestArgs<Id>): string {
  return message(displayLanguage(), id, ...args);
}
