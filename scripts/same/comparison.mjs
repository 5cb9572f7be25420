// Two states of the program, asked side by side about the same drafts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup.mjs';
import { COMMAND_LINE, COMMAND_LINE_ASPECTS, observeCommandLine } from './commandLine.mjs';
import { observationDifferences } from './compare.mjs';
import { Editor, EDITOR_ASPECTS } from './editor.mjs';

/** What can be compared. In the second language an aspect is called like `findings[en]`. */
export const ASPECTS = [...COMMAND_LINE_ASPECTS, ...EDITOR_ASPECTS];

const LANGUAGES = ['zh-CN', 'en'];

/** Ids of the commands that the editor knows: those of the working tree, for both states. */
function knownCommands() {
  const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return contributes.commands.map(({ command }) => command);
}

/**
 * Compares both states over the drafts. Calls `found(name, differences, after)` for each draft, and for what is about
 * none, once for the command line and once for each language of the editor; `after` is what the second state says.
 */
export async function compareStates(folders, drafts, places, aspects, found) {
  const names = draft => [draft.uri, draft.path];
  const inTerminal = async () => {
    if (!COMMAND_LINE_ASPECTS.some(aspect => aspects.includes(aspect))) return;
    const observe = folder => observeCommandLine(folder, drafts, places, LANGUAGES, aspects);
    const [before, after] = await Promise.all(folders.map(observe));
    for (const draft of [{ name: COMMAND_LINE, path: COMMAND_LINE }, ...drafts]) {
      const [old, recent] = [before.get(draft.path), after.get(draft.path)];
      found(draft.name, observationDifferences(old, recent, draft.uri ? names(draft) : []), recent);
    }
  };
  const inEditor = async (language, index) => {
    if (!EDITOR_ASPECTS.some(aspect => aspects.includes(aspect))) return;
    const editors = folders.map(folder => new Editor(folder, language, knownCommands(), aspects, index === 0));
    const labelled = aspect => (index === 0 || aspect === 'failures' ? aspect : `${aspect}[${language}]`);
    const label = observation =>
      Object.fromEntries(Object.entries(observation).map(([aspect, entries]) => [labelled(aspect), entries]));
    const compare = async (name, observe, replaced) => {
      const [before, after] = await Promise.all(editors.map(observe));
      found(name, observationDifferences(label(before), label(after), replaced), label(after));
      return [before, after];
    };
    try {
      const statutes = new Set();
      for (const draft of drafts) {
        for (const { definitions = [] } of await compare(draft.name, editor => editor.observe(draft), names(draft))) {
          for (const { targetUri } of definitions) if ((targetUri ?? draft.uri) !== draft.uri) statutes.add(targetUri);
        }
      }
      await compare('语言服务器 / language server', editor => editor.observeServer());
      if (!aspects.includes('statutes')) return;
      for (const uri of statutes) await compare(uri, editor => editor.observeStatute(uri));
    } finally {
      await Promise.all(editors.map(editor => editor.stop()));
    }
  };
  await Promise.all([inTerminal(), ...LANGUAGES.map(inEditor)]);
}
