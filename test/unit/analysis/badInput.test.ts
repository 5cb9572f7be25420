import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import type { ReportedFinding } from '../../../server/src/analysis/findings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { Source } from '../../../server/src/text/source.ts';
import { expectInside } from '../syntax/reading.ts';
import { isEverythingTried } from '../../support/all.ts';

/** Far above what any of these takes: only a hang passes it. */
const HANG_MS = 15_000;
const LINE_LENGTH = isEverythingTried ? 5_000_000 : 1_000_000;
const TITLE = '海东县林业局2024年政府信息公开工作年度报告\n\n';

async function findingsOf(text: string): Promise<readonly ReportedFinding[]> {
  const snapshot = new Snapshot('file:///draft.md', 1, new Source(text), DEFAULT_SETTINGS);
  const { findings, failures } = await snapshot.findings(UNINTERRUPTED);
  expect(failures.map(({ rule, error }) => `${rule}: ${String(error)}`)).toEqual([]);
  return findings;
}

describe('drafts with next to nothing in them', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\n\u3000\n'],
    ['a byte order mark', '\ufeff'],
    ['one character', '一'],
    ['a number', '1'],
    ['text of something else', '今天下午三点开会，请各科室准时参加。\n'],
    ['NUL', '\0'],
    ['a lone surrogate', '\ud842'],
  ])('%s: silence', async (_, text) => {
    expect(await findingsOf(text)).toEqual([]);
  });

  it('a title without headings: one message', async () => {
    const findings = await findingsOf(`${TITLE}本局认真贯彻条例，推进公开工作。\n`);
    expect(findings.map(({ rule }) => rule)).toEqual(['structure/missing-section']);
    expect(findings[0]?.severity).toBe('information');
  });

  it('replacement characters: one message', async () => {
    const findings = await findingsOf(`${TITLE}\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\n\n\ufffd\ufffd\n`);
    expect(findings.filter(({ rule }) => rule === 'wording/wrong-encoding')).toHaveLength(1);
  });
});

describe('half-typed', () => {
  it.each([
    ['a table', '| 信息内容 | 本年制发件数 |\n|--'],
    ['a row', '| 信息内容 | 本年制发件数 |\n|---|---|\n| 规章 |'],
    ['a pipe', '|'],
    ['a tabbed row', '信息内容\t本年制发件数\n规章\t'],
    ['a tag', '<table><tr><td'],
    ['a cell', '<table><tr><td>规章</td><td>1'],
    ['a table in a table', '<table><tr><td><table><tr><td>规章'],
    ['a comment', '<!-- 年报检查 忽略'],
    ['a fence', '```\n| 甲 |'],
    ['a number', '二、'],
    ['a page', '<html><body><p>二、主动公开<table><tr><td>'],
    ['an entity', '<html><body><p>&nb'],
    ['bold', '**一、总体'],
  ])('%s', async (_, text) => {
    for (const draft of [text, `${TITLE}一、总体情况\n\n${text}`, `${text}\n\n${TITLE}`]) {
      const snapshot = new Snapshot('file:///draft.md', 1, new Source(draft), DEFAULT_SETTINGS);
      expectInside(draft, snapshot.blocks);
      await findingsOf(draft);
    }
  });
});

describe(`a line of ${String(LINE_LENGTH / 1e6)} MB`, () => {
  it.each([
    '一、',
    '|',
    '<table>',
    '（',
    '1',
    '《',
    '<!--',
    '\t',
    '（一）',
    '一、总体情况',
    '<td>',
    '<p>',
    '&nbsp;',
    '第一条',
    '2024年',
    '**',
    '\u3000',
    '\0',
    '#',
    '。',
    '根据《条例》第三十一条',
    '国务院令第492号',
  ])(
    'of %j',
    async unit => {
      const text = unit.repeat(Math.ceil(LINE_LENGTH / unit.length));
      await findingsOf(`${TITLE}一、总体情况\n${text}`);
    },
    HANG_MS,
  );

  it.each(['<p>', '<table>', '<td>'])(
    'of %j from the first character on',
    async unit => {
      await findingsOf(unit.repeat(Math.ceil(LINE_LENGTH / unit.length)));
    },
    HANG_MS,
  );
});

describe('very many lines', () => {
  it.each([
    '一、\n',
    '|\n',
    '| 1 |\n',
    '<table>\n',
    '<table><tr><td>\n',
    '（一）甲\n1.乙\n',
    '1\n',
    '<!--\n',
    '<!-- 年报检查 忽略 totals/row-total：理由 -->\n',
    '甲\t1\n',
    '规章\n',
    '规章\n\n',
    '规章\n1\n',
    '规章 |\n',
    '```js\n',
    '一、总体情况\n',
    '一、甲\n二、乙\n',
    '\n',
    '\r',
    '甲\r',
    '第一条\n',
    '（一）予以公开\n',
  ])(
    'of %j',
    async unit => {
      await findingsOf(TITLE + unit.repeat(Math.ceil(60_000 / unit.length)));
    },
    HANG_MS,
  );
});
