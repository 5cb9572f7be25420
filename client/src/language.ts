import { env } from 'vscode';
import { languageFor, message } from '../../server/src/messages/text.ts';

/** Wording of a message in the editor's display language. */
export function text(id: string, args: Parameters<typeof message>[2] = {}): string {
  return message(languageFor(env.language), id, args);
}
