import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DIRECTIVE_RULES } from '../analysis/directiveRules.ts';
import type { Language } from '../messages/message.ts';
import { isDraftFileName } from '../format/reportNames.ts';
import { ACROSS_RULES } from '../rules/acrossRules.ts';
import { RULES } from '../rules/index.ts';
import { LIMITS } from '../text/limits.ts';
import { nearest } from '../text/nearest.ts';
import { Source } from '../text/source.ts';
import { check } from '../reporters/check.ts';
import { Configs, settingsFor } from './configs.ts';
import { refuse } from './output.ts';
import { EXPECTATION_MARK, isAsExpected, readExpectation, type Expectation } from './expectations.ts';
import { readText } from './files.ts';
import { write } from './output.ts';
import { printable } from '../text/printable.ts';
import { say, sayOf } from '../reporters/words.ts';

/** A draft of a file with expectations. */
interface Draft {
  readonly text: string;
  /** For each line of the draft the number of its line in the file. */
  readonly origin: readonly number[];
  readonly expectations: readonly Expectation[];
}

/**
 * Checks the drafts of a folder, with the settings that hold there, against what they say is to be found; gives the
 * exit status: 0 for all as expected, 1 for differences, 2 for what cannot be read.
 */
export async function testFormats(folder: string, language: Language): Promise<0 | 1 | 2> {
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder).filter(isDraftFileName).sort();
  } catch {
    // Told as a folder without drafts.
  }
  if (names.length === 0) return refuse(say(language, 'cli.noTestDrafts', { path: folder }));
  const configs = new Configs(undefined, language);
  const lines: string[] = [];
  let count = 0;
  for (const name of names) {
    const path = join(folder, name);
    const config = await configs.for(path);
    if (config.problems.length > 0) {
      // With a format left out each draft would be judged by another one.
      for (const { path: place, reason, detail } of config.problems)
        await refuse(say(language, reason, { path: place, detail }));
      return refuse(say(language, 'cli.formatsUntested', { path: folder }));
    }
    const content = readText(path, 'auto', LIMITS.fileBytes);
    if (typeof content !== 'string') return refuse(say(language, content.reason, { path, detail: content.detail }));
    const { drafts, unread } = draftsOf(content);
    for (const line of unread) lines.push(`${printable(path)}:${String(line)}  ${say(language, 'cli.notExpectation')}`);
    for (const draft of drafts) {
      count++;
      const known = draft.expectations.filter(({ rule, line }) => {
        if (RULE_IDS.includes(rule)) return true;
        lines.push(
          `${printable(path)}:${String(line)}  ${say(language, 'cli.unknownRule', { rule, name: nearest(rule, RULE_IDS) })}`,
        );
        return false;
      });
      const { findings } = await check(path, draft.text, settingsFor(path, config));
      const source = new Source(draft.text);
      const missing = [...known];
      for (const finding of findings) {
        const line = draft.origin[source.lineAt(finding.span.start)];
        const at = missing.findIndex(each => isAsExpected(finding, each, source, line));
        if (at >= 0) missing.splice(at, 1);
        else {
          const detail = `${finding.severity} ${finding.rule} 「${source.slice(finding.span)}」 ${sayOf(language, finding)}`;
          lines.push(`${printable(path)}:${String(line ?? 1)}  ${say(language, 'cli.unexpected', { detail })}`);
        }
      }
      for (const { written, line } of missing)
        lines.push(`${printable(path)}:${String(line)}  ${say(language, 'cli.notSeen', { detail: written })}`);
    }
  }
  const broken = lines.length;
  lines.push(say(language, 'cli.formatsTested', { count, broken }));
  await write(process.stdout, `${lines.join('\n')}\n`);
  return broken > 0 ? 1 : 0;
}

/** Ids that a finding may have, those of the checker's comments among them. */
const RULE_IDS: readonly string[] = [...RULES, ...ACROSS_RULES, ...DIRECTIVE_RULES].map(({ id }) => id);

/** The drafts of a file, each begun by a line `//! draft name`; and the lines with the mark that are not understood. */
function draftsOf(content: string): { readonly drafts: readonly Draft[]; readonly unread: readonly number[] } {
  const drafts: { lines: string[]; origin: number[]; expectations: Expectation[] }[] = [];
  const unread: number[] = [];
  const begin = () => {
    const draft = { lines: [], origin: [], expectations: [] };
    drafts.push(draft);
    return draft;
  };
  let draft: (typeof drafts)[number] | undefined;
  for (const [index, line] of content
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const number = index + 1;
    const words = line.startsWith(EXPECTATION_MARK) ? line.slice(EXPECTATION_MARK.length).trim() : undefined;
    if (words !== undefined && /^draft\s/.test(words)) draft = begin();
    else if (words === undefined) {
      draft ??= begin();
      draft.lines.push(line);
      draft.origin.push(number);
    } else if (words !== 'none') {
      const about = draft?.origin.at(-1);
      const expectation = about === undefined ? undefined : readExpectation(words, number, about);
      if (expectation) draft?.expectations.push(expectation);
      else unread.push(number);
    }
  }
  return { drafts: drafts.map(({ lines, ...rest }) => ({ ...rest, text: lines.join('\n') })), unread };
}
