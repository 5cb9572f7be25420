import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { silencesOf, Silences, type Silence } from '../../../server/src/analysis/silences.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { Source } from '../../../server/src/text/source.ts';

const RULES = ['a/b', 'c/d'];

describe('silences', () => {
  test('the first whose scope holds an offset silences, whatever the scopes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1), fc.nat(30), fc.nat(30), fc.boolean()), { maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(1), fc.nat(60)), { maxLength: 20 }),
        (scopes, questions) => {
          const all = scopes
            .map(([rule, start, length, hasReason]): Silence => ({
              rule: RULES[rule] ?? '',
              name: RULES[rule] ?? '',
              ruleSpan: { start, end: start },
              reason: hasReason ? '理由' : '',
              span: { start, end: start },
              scope: { start, end: start + length },
            }))
            .sort((a, b) => a.scope.start - b.scope.start);
          const silences = new Silences(all);
          const used = new Set<Silence>();
          for (const [rule, offset] of questions) {
            const first = all.find(
              each =>
                each.rule === RULES[rule] &&
                each.reason !== '' &&
                each.scope.start <= offset &&
                offset < each.scope.end,
            );
            if (first) used.add(first);
            expect(silences.silence(RULES[rule] ?? '', offset)).toBe(first);
          }
          expect(silences.used).toEqual(used);
        },
      ),
    );
  });

  test('hold for the paragraph, the table or the section behind them, also several of them', () => {
    const draft = [
      '<!-- 年报检查 忽略 a/a：甲 -->',
      '# 临溪县2024年政府信息公开工作年度报告',
      '<!-- 年报检查 忽略 b/b：乙 -->',
      '<!-- 年报检查 忽略 c/c：丙 -->',
      '## 一、总体情况',
      '<!-- 年报检查 忽略 d/d：丁 -->',
      '<!-- 说明 -->',
      '<!-- 年报检查 忽略 e/e：戊 -->',
      '正文。',
      '又一段。',
      '## 二、主动公开政府信息情况',
      '<!-- 年报检查 忽略 f/f：己 -->',
      '',
    ].join('\n');
    const { report } = new Snapshot('file:///a.md', 1, new Source(draft), DEFAULT_SETTINGS);
    const ends = silencesOf(report).all.map(({ rule, scope }) => [
      rule,
      draft.slice(scope.start, scope.end).trimEnd().split('\n').at(-1),
    ]);
    expect(ends).toEqual([
      ['a/a', '<!-- 年报检查 忽略 f/f：己 -->'],
      ['b/b', '又一段。'],
      ['c/c', '又一段。'],
      ['d/d', '正文。'],
      ['e/e', '正文。'],
      ['f/f', '<!-- 年报检查 忽略 f/f：己 -->'],
    ]);
  });
});
