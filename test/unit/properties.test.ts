import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings.ts';
import type { Findings } from '../../server/src/analysis/findings.ts';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import { NEVER_STOP } from '../../server/src/analysis/stop.ts';
import { VOCABULARY } from '../../server/src/model/vocabulary.ts';
import type { Edit } from '../../server/src/rules/rule.ts';
import { parse, type Parsed } from '../../server/src/syntax/parse.ts';
import { Source } from '../../server/src/text/source.ts';
import { cellsOf2021, sampleReport } from '../support/sample.ts';
import { expectInside } from './syntax/reading.ts';

const OPTIONS = { seed: 20240115, endOnFailure: true } as const;

/** Pieces of drafts: whole lines in every layout, and signs that begin or end something. */
const LINES = [
  '# 海东县林业局2024年政府信息公开工作年度报告', '海东县林业局2019年政府信息公开工作年度报告', '本报告由六个部分组成：总体情况、主动公开政府信息情况等。',
  '## 一、总体情况', '一、总体情况', '**二、主动公开政府信息情况**', '三、收到和处理政府信息公开申请情况 本年收到申请3件。', '（一）主动公开。公开信息120条。', '1.健全机制', '①明确专人',
  '\u3000\u3000六、其他需要报告的事项', '本局认真贯彻《条例》，全年公开信息120条。', '',
  '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |', '|---|---|---|---|', '| 规章 | 1 | 0 | 4 |', '| 行政规范性文件 | 1 | |', '规章 | 2',
  '<table>', '<tr><td rowspan="2">规章</td><td>1</td></tr>', '<tr><td>行政许可</td><td>5', '</table>', '<table><tr><td>行政处罚</td><td>3</td></tr></table>',
  '信息内容\t本年处理决定数量', '行政许可\t5', '\t\t1.属于国家秘密', '第二十条第（五）项',
  '规章', '行政规范性文件', '0', '12', '12 |', '件', '总计', '一、本年新收政府信息公开申请数量', '（一）予以公开',
  '<!-- 年报检查 忽略 totals/row-total：原表如此 -->', '<!-- 年报检查 年度 2020 -->', '<!--', '-->', '```', '~~~', '𠮷林乡',
  `一、总体情况 ${'本局认真贯彻条例，推进公开。'.repeat(12)}二、主动公开政府信息情况 ${'公开信息120条。'.repeat(12)}`,
];
const SIGNS = ['', '一、', '（', '）', '|', '\t', '\n', '\r\n', '\r', '\n\n\n', '<table>', '</table>', '<td>', '<', '>', '<!--', '-->', '```', '1', '。', '\u3000', '#', '**', '《', '𠮷', '\ufeff', '&nbsp;', '二、主动公开政府信息情况'];

const line = fc.constantFrom(...LINES);
const draft = fc.tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\n\n\n')).map(([lines, end]) => lines.join(end));
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60), fc.nat(400)),
  inserted: fc.oneof(fc.constantFrom(...SIGNS), line, fc.array(line, { maxLength: 4 }).map(lines => lines.join('\n'))),
});
/** Text of nothing but the signs that layouts are made of. */
const noise = fc.array(fc.oneof(fc.constantFrom(...SIGNS), fc.constantFrom('规章', '总计', '7', '年度报告', '2024年', '第', '条', '（一）', '政府信息公开', '\0', '\ufffd', '\ud842')), { maxLength: 120 }).map(signs => signs.join(''));

/** A web page of such signs and lines. */
const TAGS = ['<p>', '</p>', '<b>', '</b>', '<strong>', '<h2>', '</h2>', '<h3>', '<div>', '</div>', '<br>', '<table>', '</table>', '<tr>', '<td>', '</td>', '<td rowspan="2">', '<script>', '</script>', '<!--', '-->', '&nbsp;', '&lt;', '<', '一、总体情况', '（一）主动公开', '规章', '7', '\n'];
const page = fc.array(fc.oneof(fc.constantFrom(...TAGS), line), { maxLength: 60 }).map(pieces => `<html><body>${pieces.join('')}`);

function snapshotOf(text: string): Snapshot {
  return new Snapshot('file:///draft.md', 1, new Source(text), DEFAULT_SETTINGS);
}

/** All of a draft's findings; a rule that throws, or a place outside the draft, fails. */
async function checked(text: string): Promise<Findings> {
  const snapshot = snapshotOf(text);
  expectInside(text, snapshot.blocks);
  const found = await snapshot.findings(NEVER_STOP);
  expect(found.failures.map(({ rule, error }) => `${rule}: ${String(error)}`)).toEqual([]);
  for (const finding of found.findings) {
    const spans = [finding.span, ...finding.related.map(each => each.span), ...finding.fixes.flatMap(fix => fix.edits.map(each => each.span))];
    for (const span of spans) {
      if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length)) {
        expect.fail(`${finding.rule} ${finding.message}: ${JSON.stringify(span)} of ${String(text.length)}`);
      }
    }
  }
  return found;
}

function apply(text: string, edits: readonly Edit[]): string {
  return [...edits].sort((a, b) => b.span.start - a.span.start).reduce((result, { span, text: inserted }) => result.slice(0, span.start) + inserted + result.slice(span.end), text);
}

describe('reading again after an edit', () => {
  it('gives what reading anew gives', () => {
    fc.assert(fc.property(draft, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
      let text = start;
      let parsed: Parsed = parse(text, VOCABULARY);
      for (const { at, removed, inserted } of edits) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + inserted + text.slice(from + removed);
        parsed = parse(text, VOCABULARY, parsed);
        expect(parsed.blocks).toEqual(parse(text, VOCABULARY).blocks);
      }
    }), { ...OPTIONS, numRuns: 600 });
  });

  it('also in whole reports, in pages, and for single characters', () => {
    const whole = fc.constantFrom(
      sampleReport('pipe'), sampleReport('html'), sampleReport('tabbed'), sampleReport('html').replaceAll('\n', '\r\n'),
      `<html><body>${sampleReport('html').split('\n').map(each => `<p>${each}</p>`).join('\n')}</body></html>`,
    );
    const one = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(2), inserted: fc.constantFrom('', '1', '一', '\n', '|', '。', '<', '、') });
    fc.assert(fc.property(whole, fc.array(one, { minLength: 1, maxLength: 4 }), (start, edits) => {
      let text = start;
      let parsed: Parsed = parse(text, VOCABULARY);
      for (const { at, removed, inserted } of edits) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + inserted + text.slice(from + removed);
        parsed = parse(text, VOCABULARY, parsed);
        expect(parsed.blocks).toEqual(parse(text, VOCABULARY).blocks);
      }
    }), { ...OPTIONS, numRuns: 60 });
  });

  it('also in pages of any kind', () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(12), inserted: fc.constantFrom('', ...TAGS) });
    fc.assert(fc.property(page, fc.array(change, { minLength: 1, maxLength: 4 }), (start, edits) => {
      let text = start;
      let parsed: Parsed = parse(text, VOCABULARY);
      for (const { at, removed, inserted } of edits) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + inserted + text.slice(from + removed);
        parsed = parse(text, VOCABULARY, parsed);
        expect(parsed.blocks).toEqual(parse(text, VOCABULARY).blocks);
      }
    }), { ...OPTIONS, numRuns: 600 });
  });

  it('keeps the blocks that the edit did not touch', () => {
    const text = sampleReport('pipe');
    const before = parse(text, VOCABULARY);
    const at = text.indexOf('| 86 |') + 2;
    const after = parse(`${text.slice(0, at)}9${text.slice(at)}`, VOCABULARY, before);
    const old = new Set(before.blocks.map(({ block }) => block));
    const fresh = after.blocks.filter(({ block }) => !old.has(block));
    expect(fresh.some(({ block }) => block.kind === 'table')).toBe(true);
    expect(after.blocks.length - fresh.length).toBeGreaterThan(5);
  });
});

describe('whatever a draft holds', () => {
  it('nothing throws, and nothing lies outside of it: mixed lines', async () => {
    await fc.assert(fc.asyncProperty(draft, async text => { await checked(text); }), { ...OPTIONS, numRuns: 300 });
  });

  it('nothing throws: noise', async () => {
    await fc.assert(fc.asyncProperty(noise, async text => { await checked(text); }), { ...OPTIONS, numRuns: 400 });
  });

  it('nothing throws: pages', async () => {
    await fc.assert(fc.asyncProperty(page, async text => { await checked(text); }), { ...OPTIONS, numRuns: 300 });
  });

  it('nothing throws: random characters', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async text => { await checked(text); }), { ...OPTIONS, numRuns: 200 });
  });

  it.each(['pipe', 'html', 'tabbed'] as const)('nothing throws: a report as %s, cut anywhere', async layout => {
    const text = sampleReport(layout);
    const place = fc.nat(text.length);
    await fc.assert(fc.asyncProperty(place, place, async (a, b) => {
      await checked(text.slice(0, a));
      await checked(text.slice(a));
      await checked(text.slice(0, Math.min(a, b)) + text.slice(Math.max(a, b)));
    }), { ...OPTIONS, numRuns: 40 });
  });
});

describe('a fix', () => {
  const cells = cellsOf2021(['t3.requests', 't4.review_litigation']);
  const change = fc.record({ cell: fc.constantFrom(...cells), text: fc.constantFrom('0', '1', '7', '999', '', '/', '１２', '无', '1.5') });
  const damage = fc.record({ from: fc.double({ min: 0, max: 1, noNaN: true }), lines: fc.nat(12) });

  it('never adds an error', async () => {
    await fc.assert(fc.asyncProperty(
      fc.constantFrom('pipe', 'html', 'tabbed'), fc.option(change, { nil: undefined }), fc.option(damage, { nil: undefined }), fc.constantFrom('\n', '\r\n'),
      async (layout, changed, damaged, end) => {
        let text = sampleReport(layout as 'pipe', changed && { ...changed.cell, text: changed.text });
        if (damaged) {
          const lines = text.split('\n');
          lines.splice(Math.floor(damaged.from * lines.length), damaged.lines);
          text = lines.join('\n');
        }
        text = text.replaceAll('\n', end);
        const before = await checked(text);
        const errors = ({ findings }: Findings) => findings.filter(({ severity }) => severity === 'error').length;
        for (const finding of before.findings) {
          for (const fix of finding.fixes) {
            const fixed = apply(text, fix.edits);
            const after = await checked(fixed);
            if (errors(after) > errors(before)) {
              const added = after.findings.filter(({ severity, fingerprint }) => severity === 'error' && !before.findings.some(each => each.fingerprint === fingerprint));
              expect.fail(`${finding.rule} ${fix.message} adds ${added.map(each => `${each.rule} ${JSON.stringify(each.args)}`).join('; ')}`);
            }
          }
        }
      },
    ), { ...OPTIONS, numRuns: 80 });
  }, 60_000);
});
