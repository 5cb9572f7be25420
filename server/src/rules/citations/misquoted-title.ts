import { needing } from '../../syntax/paragraphFacts.ts';
import { titleMisquoted } from '../../statutes/registry/statuteTitles.ts';
import { introducesNameAt } from '../../model/citations/shortNames.ts';
import { fold } from '../../text/fold.ts';
import { defineRule, finding, replace } from '../support/rule.ts';
import { matchesOf } from '../../text/matches.ts';

/**
 * 法规、文件的题名写错。
 *
 * 书名号里的名称与收录的题名只差一两个字：多字、漏字、错字、字序颠倒。如《中华人民共和国政府信息公开工作条例》多“工作”二字。冠
 * “中华人民共和国”的，书名号外的也核对。快速修复改为正确的题名。没有冠国名、又差两个字以上的，可能是别的文件，按提示报告。
 *
 * 不报：
 * - 地方、部门自己的规定，实施办法、细则，试行、暂行的规定。
 * - 正确的简称，草稿里定义的简称。
 * - 题名太短、与别的法只差一两个字的。
 *
 * English: The title of a law or document differs from the recorded one by a sign or two. Titles of places, of another
 * kind (办法 for 条例), for carrying out a law, and short names are not judged.
 */
export const misquotedTitle = defineRule({
  id: 'citations/misquoted-title',
  catalogue: ['S11'],
  basis: ['statute:ogi-2019'],
  severity: 'warning',
  kinds: 'every',
  scope: 'paragraph',
  reader: needing('《〈<＜华', misquotationsIn),
  *run({ place, facts }, misquotations) {
    const { abbreviations, local } = facts.citations;
    for (const fact of misquotations) {
      if (abbreviations.has(fold(fact.name)) || local?.named(fact.name)) continue;
      const span = place(fact.start, fact.start + fact.name.length);
      yield finding(span, {
        message: 'citations/misquoted-title',
        args: { name: fact.name, title: fact.title },
        ...(fact.isCertain ? {} : { severity: 'information' as const }),
        fixes: [
          { kind: 'review', message: 'fix.useName', args: { title: fact.title }, edits: [replace(span, fact.title)] },
        ],
      });
    }
  },
});

interface Misquotation {
  readonly start: number;
  readonly name: string;
  readonly title: string;
  readonly isCertain: boolean;
}

/**
 * Names without others inside them, names with, and the country's own laws without brackets; each behind what a text
 * must hold for it.
 */
const FORMS: readonly (readonly [needs: RegExp, form: RegExp])[] = [
  [/[《〈<＜]/, /[《〈<＜]([^《》〈〉<>＜＞\n]{4,80})[》〉>＞]/g],
  [/[〈<＜]/, /《([^《》\n]{4,100})》/g],
  [/中华人民共和国政/, /(?<![《〈<＜])中华人民共和国政[^，。；、：《》〈〉（）()\s]{2,12}条[例列]/g],
];

function misquotationsIn(text: string): readonly Misquotation[] {
  if (!/[条法办规格解通]/.test(text)) return [];
  const found: Misquotation[] = [];
  for (const [needs, form] of FORMS) {
    if (!needs.test(text)) continue;
    for (const match of matchesOf(text, form)) {
      const name = match[1] ?? match[0];
      const start = match.index + (match[1] === undefined ? 0 : 1);
      const end = start + name.length;
      if (found.some(other => other.start < end && start < other.start + other.name.length)) continue;
      if (introducesNameAt(text, match.index)) continue;
      const title = titleMisquoted(name);
      if (title === undefined) continue;
      const isCertain = name.startsWith('中') || Math.abs(fold(name).length - fold(title).length) <= 1;
      found.push({ start, name, title, isCertain });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
