import { describe, expect, it } from 'vitest';
import type { ReportedFinding } from '../../../server/src/analysis/findings.ts';
import { valueOf } from '../../../server/src/model/report.ts';
import { checkDraft, snapshotOf } from '../../fuzz/checks.ts';
import { HOSTILE } from '../../fuzz/hostile.ts';
import { askEverything } from '../../fuzz/requests.ts';
import { SAMPLE_2021, sampleReport } from '../../support/sample.ts';

/** Far above what any of these takes: only a hang passes it. */
const HANG_MS = 20_000;

const MISTAKE = { table: 't3.requests', row: 'granted', column: 'enterprise', text: '9' };

function said(findings: readonly ReportedFinding[]): unknown[] {
  return findings.map(({ rule, severity, args }) => ({ rule, severity, args }));
}

async function findingsOf(text: string): Promise<unknown[]> {
  return said((await checkDraft(text)).findings);
}

/** Asks for everything at a place and at the end. */
async function askAround(text: string, at = Math.floor(text.length / 2)): Promise<void> {
  for (const place of [at, text.length]) {
    await askEverything({
      text,
      at: place,
      end: Math.min(text.length, place + 5),
      language: 'zh-CN',
      uri: 'file:///a.md',
      pasted: text.slice(0, 2000),
      newName: '7',
    });
  }
}

/** Findings but for the hint that there is an invisible sign. */
async function otherFindings(text: string): Promise<unknown> {
  const found = (await findingsOf(text)) as { readonly rule: string }[];
  return found.filter(({ rule }) => rule !== 'wording/odd-signs');
}

describe('line ends and marks change nothing', () => {
  it.each(['pipe', 'html', 'tabbed'] as const)('%s', async layout => {
    const text = sampleReport(layout, MISTAKE);
    const expected = await findingsOf(text);
    expect(expected).toHaveLength(1);
    let n = 0;
    const ends = ['\n', '\r\n', '\r'];
    const mixed = text.replace(/\n/g, () => ends[n++ % 3] ?? '');
    for (const other of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), mixed, `\ufeff${text}`]) {
      expect(await findingsOf(other)).toEqual(expected);
      await askAround(other, other.indexOf('予以公开'));
    }
  });

  it('a byte order mark inside, as where files were put together', async () => {
    const text = sampleReport('pipe', MISTAKE);
    expect(await otherFindings(text.replace('## 三、', '\ufeff## 三、'))).toEqual(await findingsOf(text));
    expect(await otherFindings(text.replace('| 86 |', '| \ufeff86 |'))).toEqual(await findingsOf(text));
  });
});

describe('signs that are no words', () => {
  const text = sampleReport('pipe', MISTAKE);
  it.each([
    ['NUL', '\0'],
    ['a high surrogate', '\ud842'],
    ['a low surrogate', '\udfb7'],
    ['a bidi override', '\u202e'],
    ['a bidi isolate', '\u2066'],
    ['a character beyond the first plane', '𠮷'],
    ['an emoji', '😀'],
    ['a family', '👨‍👩‍👧'],
    ['a zero-width space', '\u200b'],
    ['a combining accent', '\u0301'],
    ['a line separator', '\u2028'],
    ['a vertical tab', '\u000b'],
    ['a form feed', '\f'],
  ])('%s', async (_, sign) => {
    const expected = await findingsOf(text);
    // In prose it harms nothing.
    expect(await otherFindings(text.replace('造林补助', `造林${sign}补助`))).toEqual(expected);
    // Beside a figure, in a label, in a heading, in the title: whatever is made of it, everything answers.
    for (const [words, at] of [
      ['| 31 |', 3],
      ['予以公开', 2],
      ['三、收到', 1],
      ['2024年政府', 4],
    ] as const) {
      const place = text.indexOf(words) + at;
      const changed = text.slice(0, place) + sign + text.slice(place);
      await checkDraft(changed);
      await askAround(changed, place);
    }
  });
});

describe('characters of two units', () => {
  const run = '𠮷'.repeat(300);
  it.each([
    ['in a table', `| ${run} | ${run} |\n|---|---|\n| ${run} | 1 |\n`],
    ['in headings', `## 一、${run}\n\n### （一）${run}\n\n（1）${run}。\n`],
    ['in a word that stands twice', `全年推进推进${run}工作。${run}${run}\n`],
    ['in brackets within brackets', `工作（${run}（${run}）${run}）。\n`],
    ['in what was left over', `XX${run}XX（请填写${run}）【${run}】\n`],
    ['before figures', `${run}主动公开政府信息12件，${run}收到申请7件，其中${run}3件，${run}9件。\n`],
    ['in citations', `根据《${run}办法》（${run}令第3号）第三条、《${run}》规定。\n`],
    ['in comments', `<!-- 年报检查 ${run} -->\n<!-- 年报检查 忽略 ${run}：${run} -->\n`],
  ])('are never parted: %s', async (_, part) => {
    const text = sampleReport('pipe', MISTAKE);
    // At every parity of the places at which texts are cut.
    for (const before of ['', '甲']) {
      const shifted = part.replaceAll('𠮷'.repeat(300), before + run);
      const draft = text.replace('## 二、', `${shifted}\n## 二、`);
      await checkDraft(draft);
      const at = draft.indexOf(shifted);
      for (const sign of ['主动', '申请', '《', '（', '12', '7', '忽略']) {
        const place = shifted.indexOf(sign);
        if (place >= 0) await askAround(draft, at + place);
      }
      await askAround(draft, at);
    }
  });
});

describe('merged cells without end', () => {
  const html = sampleReport('html', MISTAKE);
  it.each(['1000000000', '99999999999999999999', '-1', '0', '1e9', 'x', '', '2.5'])(
    'rowspan and colspan of %j',
    async span => {
      const places = [...html.matchAll(/<td(?: (?:row|col)span="\d+")*>/g)];
      for (const index of [0, Math.floor(places.length / 2), places.length - 1]) {
        const match = places[index]!;
        for (const attributes of [`rowspan="${span}"`, `rowspan=${span} colspan=${span}`]) {
          const changed = `${html.slice(0, match.index)}<td ${attributes}>${html.slice(match.index + match[0].length)}`;
          const { blocks } = snapshotOf(changed);
          expect(
            Math.max(...blocks.map(({ block }) => (block.kind === 'table' ? block.columnCount : 0))),
          ).toBeLessThanOrEqual(1000);
          await askAround(changed, match.index);
        }
      }
    },
    HANG_MS,
  );

  it('in a last cell takes nothing from the cells before', () => {
    const changed = html.replace(/<td>88<\/td>/, '<td colspan="1000000000" rowspan="1000000000">88</td>');
    const { report } = snapshotOf(changed);
    const requests = report.tables.find(({ spec }) => spec.id === 't3.requests');
    expect(valueOf(requests?.figures.get('newReceived.naturalPerson'))).toBe(
      SAMPLE_2021['t3.requests']?.['newReceived']?.['naturalPerson'],
    );
  });
});

describe('what stands in a cell', () => {
  const html = sampleReport('html');
  it.each([
    ['&#49;2', '12'],
    ['&#x31;&#50;', '12'],
    ['1<!-- a -->2', '12'],
    ['<b>12</b>', '12'],
    ['12&nbsp;', '12'],
    ['12&#0;', undefined],
    ['12&#x110000;', undefined],
    ['12&#xd800;', undefined],
    ['12&amp', undefined],
    ['<![CDATA[12]]>', undefined],
    ['12<!--', undefined],
    ['12<![CDATA[', undefined],
    ['12\0', undefined],
    ['<table><tr><td>12</td></tr></table>', undefined],
    ['12</td', undefined],
    ['<script>12</script>', undefined],
  ])('%j', async (inside, expected) => {
    const changed = html.replace('<td>86</td>', () => `<td>${inside}</td>`);
    expect(changed).not.toBe(html);
    await checkDraft(changed);
    await askAround(changed, changed.indexOf(inside));
    if (expected === undefined) return;
    const requests = snapshotOf(changed).report.tables.find(({ spec }) => spec.id === 't3.requests');
    expect(valueOf(requests?.figures.get('newReceived.naturalPerson'))).toBe(Number(expected));
  });
});

/** `npm run fuzz -- --bounds` measures them at 1 MB. */
describe('drafts made to be slow', () => {
  const sizeOf = (name: string) =>
    name.startsWith('a line each') || name.startsWith('from the first') ? 1_000 : 8_000;
  const groups = new Map<string, (typeof HOSTILE)[number][]>();
  for (const hostile of HOSTILE) {
    const group =
      /^(?:one line|lines of|a line each|from the first character|a page)/.exec(hostile.name)?.[0] ?? 'built';
    groups.set(group, [...(groups.get(group) ?? []), hostile]);
  }
  // Lines of 100 KB are for the long run.
  groups.delete('lines of');
  it.each([...groups])(
    '%s',
    async (_, drafts) => {
      for (const { name, make } of drafts) {
        try {
          await checkDraft(make(sizeOf(name)));
        } catch (error) {
          throw new Error(name, { cause: error });
        }
      }
    },
    120_000,
  );
});
