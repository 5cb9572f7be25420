import { describe, expect, test } from 'vitest';
import { runRules } from '../../../server/src/analysis/engine.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { Cancelled, UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { LIMITS } from '../../../server/src/text/limits.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { defineRule, finding, type Finding, type ReportCheck } from '../../../server/src/rules/support/rule.ts';
import { Source } from '../../../server/src/text/source.ts';
import { sampleReport } from '../../support/sample.ts';

const DRAFT = sampleReport('pipe', { table: 't3.requests', row: 'newReceived', column: 'total', text: '121' });
const ID = 'wording/doubled-word';

type Run = ReportCheck['run'];

const rogue = (run: Run) =>
  defineRule({ id: ID, catalogue: [], basis: ['practice'], severity: 'warning', scope: 'report', run });
const draftOf = (text: string) => new Snapshot('file:///draft.md', 1, new Source(text), DEFAULT_SETTINGS);

/** Findings of the sound rules and of a rogue one among them, with what failed. */
async function runWith(run: Run, text = DRAFT) {
  const rules = [...RULES.slice(0, 10), rogue(run), ...RULES.slice(10).filter(({ id }) => id !== ID)];
  const { findings, failures } = await runRules(draftOf(text).report, DEFAULT_SETTINGS, UNINTERRUPTED, rules);
  return {
    own: findings.filter(({ rule }) => rule === ID),
    others: findings.filter(({ rule }) => rule !== ID).map(({ rule }) => rule),
    failures: failures.map(({ rule, error }) => `${rule}: ${String(error)}`),
  };
}

/** Does something under a clock on which any time may pass, in milliseconds. */
async function withClock<T>(act: (pass: (ms: number) => void) => Promise<T>): Promise<T> {
  const real = performance.now.bind(performance);
  let passed = 0;
  performance.now = () => real() + passed;
  try {
    return await act(ms => {
      passed += ms;
    });
  } finally {
    performance.now = real;
  }
}

const GOOD = finding({ start: 2, end: 4 }, { message: ID, args: { text: '东县' } });
const nonsense = (part: object): Finding => ({ ...GOOD, ...part });

describe('a rule that misbehaves is named, and the others report', () => {
  test('throws, at once or later: what it found before stands', async () => {
    expect(
      await runWith(() => {
        throw new Error('除以零');
      }),
    ).toMatchObject({ own: [], others: ['totals/row-total'], failures: [`${ID}: Error: 除以零`] });
    const late = await runWith(function* () {
      yield GOOD;
      throw undefined;
    });
    expect(late).toMatchObject({ own: [{ span: GOOD.span }], others: ['totals/row-total'] });
    expect(late.failures).toHaveLength(1);
  });

  test.each<[string, Run]>([
    [
      'findings without end',
      function* () {
        for (;;) yield GOOD;
      },
    ],
    [
      'a million findings',
      function* () {
        for (let i = 0; i < 1_000_000; i++) yield GOOD;
      },
    ],
    [
      'nonsense without end',
      function* () {
        for (;;) yield nonsense({ span: { start: NaN, end: NaN } });
      },
    ],
  ])('%s: stopped, nothing of it is shown', async (_, run) => {
    let hasEnded = false;
    const result = await runWith(function* (context, facts) {
      try {
        yield* run(context, facts);
      } finally {
        hasEnded = true;
      }
    });
    expect(result).toMatchObject({ own: [], others: ['totals/row-total'] });
    expect(result.failures.join()).toMatch(/stopped after \d+ findings/);
    expect(hasEnded).toBe(true);
  });

  test('slow without end: stopped by its time', async () => {
    const result = await withClock(pass =>
      runWith(function* () {
        for (;;) {
          pass(500);
          yield GOOD;
        }
      }),
    );
    expect(result).toMatchObject({ own: [], others: ['totals/row-total'] });
    expect(result.failures.join()).toMatch(/stopped after \d+ ms/);
  });

  test('a computer that sleeps for an hour meanwhile: nothing is stopped', async () => {
    const result = await withClock(pass =>
      runWith(function* () {
        yield GOOD;
        pass(3_600_000);
        yield GOOD;
      }),
    );
    expect(result).toMatchObject({ others: ['totals/row-total'], failures: [] });
    expect(result.own).not.toHaveLength(0);
  });

  test.each<[string, unknown]>([
    ['no object', undefined],
    ['null', null],
    ['no place', {}],
    ['a place before the text', nonsense({ span: { start: -1, end: 2 } })],
    ['a place behind the text', nonsense({ span: { start: 0, end: 1e9 } })],
    ['a reversed place', nonsense({ span: { start: 5, end: 2 } })],
    ['no numbers', nonsense({ span: { start: NaN, end: NaN } })],
    ['half a place', nonsense({ span: { start: 1 } })],
    ['a fraction', nonsense({ span: { start: 0.5, end: 2 } })],
    ['no message', nonsense({ message: undefined })],
    ['no arguments', nonsense({ args: undefined })],
    ['undefined arguments', nonsense({ args: { stated: undefined } })],
    ['an argument that is no number', nonsense({ args: { stated: Infinity } })],
    ['an unknown severity', nonsense({ severity: 'fatal' })],
    ['no related places', nonsense({ related: undefined })],
    [
      'related places outside',
      nonsense({ related: [{ span: { start: 0, end: 1e9 }, message: 'related.member', args: {} }] }),
    ],
    ['no fixes', nonsense({ fixes: undefined })],
    [
      'fixes outside',
      nonsense({
        fixes: [{ kind: 'safe', message: 'x', args: {}, edits: [{ span: { start: -5, end: 0 }, text: '' }] }],
      }),
    ],
    [
      'fixes without text',
      nonsense({ fixes: [{ kind: 'safe', message: 'x', args: {}, edits: [{ span: { start: 0, end: 1 } }] }] }),
    ],
    [
      'edits that overlap',
      nonsense({
        fixes: [
          {
            kind: 'safe',
            message: 'x',
            args: {},
            edits: [
              { span: { start: 0, end: 3 }, text: 'a' },
              { span: { start: 2, end: 4 }, text: 'b' },
            ],
          },
        ],
      }),
    ],
  ])('%s: left out, its sound findings stand', async (_, wrong) => {
    const result = await runWith(function* () {
      yield wrong as Finding;
      yield GOOD;
    });
    expect(result).toMatchObject({ own: [{ span: GOOD.span }], others: ['totals/row-total'] });
    expect(result.failures).toHaveLength(1);
  });

  test('gives nothing that can be walked through', async () => {
    for (const result of [undefined, 7, {}]) {
      expect(await runWith(() => result as unknown as Iterable<Finding>)).toMatchObject({
        own: [],
        others: ['totals/row-total'],
        failures: [expect.stringContaining(ID)],
      });
    }
  });

  test('a silence for a rule that failed is not called needless', async () => {
    const silenced = `<!-- 年报检查 忽略 ${ID}：原文如此 -->\n\n${DRAFT}`;
    expect((await runWith(() => [], silenced)).others).toContain('wording/unused-silence');
    expect(
      (
        await runWith(() => {
          throw new Error();
        }, silenced)
      ).others,
    ).not.toContain('wording/unused-silence');
  });

  test('an unknown message is shown by its id', async () => {
    const { own } = await runWith(() => [
      nonsense({ message: 'no/such-message' }),
      nonsense({ message: 'constructor' }),
    ]);
    const shown = diagnostics(draftOf(DRAFT), own, {
      language: 'zh-CN',
      clientCapabilities: { relatedInformation: false, codeDescription: false },
      rulePages: undefined,
    });
    expect(shown.map(({ message }) => message)).toEqual(['no/such-message', 'constructor']);
  });
});

test('a rule that yields without end lets a newer version end it', async () => {
  let breaths = 0;
  const scheduler = {
    yieldIfNeeded: async () => {
      if (++breaths > 500) throw new Cancelled();
    },
  };
  const rules = [
    rogue(function* () {
      for (;;) yield GOOD;
    }),
  ];
  await expect(
    runRules(draftOf('政府信息公开。'.repeat(1000)).report, DEFAULT_SETTINGS, scheduler, rules),
  ).rejects.toBeInstanceOf(Cancelled);
});

test('of very many findings the graver ones are sent', async () => {
  const text = '字'.repeat(LIMITS.diagnostics + 10);
  const rules = [
    rogue(function* () {
      for (let i = 0; i < text.length; i++)
        yield finding(
          { start: i, end: i + 1 },
          { message: ID, args: { text: '字' }, ...(i === text.length - 1 ? { severity: 'error' } : {}) },
        );
    }),
  ];
  const draft = draftOf(text);
  const { findings } = await runRules(draft.report, DEFAULT_SETTINGS, UNINTERRUPTED, rules);
  const sent = diagnostics(draft, findings, {
    language: 'zh-CN',
    clientCapabilities: { relatedInformation: false, codeDescription: false },
    rulePages: undefined,
  });
  expect(findings).toHaveLength(text.length);
  expect(sent).toHaveLength(LIMITS.diagnostics);
  expect(sent.at(-1)).toMatchObject({ severity: 1, range: { start: { character: text.length - 1 } } });
});

describe('a reader of paragraphs that fails is named wherever it stands', () => {
  const paragraphRule = (id: string, reader: () => readonly unknown[]) => ({
    ...rogue(() => []),
    id,
    checks: [{ scope: 'paragraph' as const, reader, run: () => [] }],
  });
  const finds = paragraphRule('wording/other-body', () => [1]);
  const fails = paragraphRule('wording/leftover', () => {
    throw new Error('除以零');
  });

  test.each([
    ['first', [fails, finds]],
    ['behind one that finds something', [finds, fails]],
  ])('%s', async (_, rules) => {
    const { failures } = await runRules(draftOf(DRAFT).report, DEFAULT_SETTINGS, UNINTERRUPTED, rules);
    expect(failures.map(({ rule }) => rule)).toEqual(['wording/leftover']);
  });
});
