import { describe, expect, test } from 'vitest';
import { runRules } from '../../../server/src/analysis/engine.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Cancelled, UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { defineRule, finding, reportCheck, type Check, type LintRule } from '../../../server/src/rules/support/rule.ts';
import { Source } from '../../../server/src/text/source.ts';
import { sampleReport } from '../../support/sample.ts';

const DRAFT = sampleReport('pipe');
const ID = 'wording/doubled-word' as const;
const MESSAGE = { message: ID, args: { text: '' } };
const START = { start: 0, end: 0 };

/** A rule of these checks; the rest does not matter here. */
const ruleOf = (...checks: Check[]): LintRule =>
  defineRule({ id: ID, catalogue: [], basis: ['practice'], severity: 'warning', checks });

/** Versions of one draft, each of which takes over what the one before left. */
class Draft {
  private previous: Snapshot['parsed'] | undefined;
  private version = 0;

  constructor(public text: string) {}

  async findings(rules: readonly LintRule[], settings = DEFAULT_SETTINGS, scheduler = UNINTERRUPTED) {
    const snapshot = new Snapshot('file:///draft.md', ++this.version, new Source(this.text), settings, this.previous);
    const found = await runRules(snapshot.report, settings, scheduler, rules);
    this.previous = snapshot.parsed;
    return found;
  }

  replace(words: string, by: string): void {
    if (!this.text.includes(words)) throw new Error(`the draft does not hold ${words}`);
    this.text = this.text.replace(words, by);
  }
}

type RuleScope = Check['scope'];

/** A rule of every scope that counts its runs. */
function counting() {
  const runs: Record<RuleScope, number> = { paragraph: 0, block: 0, table: 0, section: 0, report: 0 };
  const count = (scope: RuleScope) => {
    runs[scope]++;
    return [];
  };
  const rules = [
    ruleOf(
      { scope: 'paragraph', run: () => count('paragraph') },
      { scope: 'block', run: () => count('block') },
      { scope: 'table', run: () => count('table') },
      { scope: 'section', run: () => count('section') },
      { scope: 'report', run: () => count('report') },
    ),
  ];
  const since = () => {
    const now = { ...runs };
    for (const scope of Object.keys(runs) as RuleScope[]) runs[scope] = 0;
    return now;
  };
  return { rules, since };
}

describe('after an edit', () => {
  test('in a paragraph, its checks, those of its section and those of the report run', async () => {
    const draft = new Draft(DRAFT);
    const { rules, since } = counting();
    await draft.findings(rules);
    const all = since();
    expect(all.paragraph).toBeGreaterThan(5);
    expect(all).toMatchObject({ table: 3, section: 6, report: 1 });
    expect(all.block).toBe(all.paragraph + 3);
    draft.replace('集中培训', '培训');
    await draft.findings(rules);
    expect(since()).toEqual({ paragraph: 1, block: 1, table: 0, section: 1, report: 1 });
  });

  test('in a table, the checks of the table and its section run', async () => {
    const draft = new Draft(DRAFT);
    const { rules, since } = counting();
    await draft.findings(rules);
    since();
    draft.replace('| 规章 |', '| 规 章 |');
    await draft.findings(rules);
    expect(since()).toEqual({ paragraph: 0, block: 1, table: 1, section: 1, report: 1 });
  });

  test('of nothing, only those of the report', async () => {
    const draft = new Draft(DRAFT);
    const { rules, since } = counting();
    await draft.findings(rules);
    since();
    await draft.findings(rules);
    expect(since()).toEqual({ paragraph: 0, block: 0, table: 0, section: 0, report: 1 });
  });

  test('of the report year, on which all of them may rest, all run', async () => {
    const draft = new Draft(DRAFT);
    const { rules, since } = counting();
    await draft.findings(rules);
    const all = since();
    draft.text = `<!-- 年报检查 年度 2022 -->\n${draft.text}`;
    await draft.findings(rules);
    expect(since()).toEqual({ ...all, block: all.block + 1 });
  });

  test('what was found stands at its new place', async () => {
    const draft = new Draft(DRAFT);
    const rules = [
      ruleOf({
        scope: 'table',
        *run({ table }) {
          yield finding(table.span, MESSAGE);
        },
      }),
    ];
    const before = await draft.findings(rules);
    draft.text = `前言。\n\n${draft.text}`;
    const after = await draft.findings(rules);
    expect(after.findings.map(({ span }) => span.start - 5)).toEqual(before.findings.map(({ span }) => span.start));
    expect(after.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      before.findings.map(({ fingerprint }) => fingerprint),
    );
  });
});

test('a check of paragraphs with a reader runs where it finds something', async () => {
  const draft = new Draft(DRAFT);
  const seen: (readonly string[])[] = [];
  let read = 0;
  const rules = [
    ruleOf({
      scope: 'paragraph',
      reader: text => {
        read++;
        return text.match(/培训/g) ?? [];
      },
      run: (_, found) => {
        seen.push(found as readonly string[]);
        return [];
      },
    }),
  ];
  await draft.findings(rules);
  const paragraphs = read;
  expect(paragraphs).toBeGreaterThan(5);
  expect(seen).toEqual([['培训']]);
  draft.replace('集中培训', '培训、培训');
  await draft.findings(rules);
  expect(read).toBe(paragraphs + 1);
  expect(seen).toEqual([['培训'], ['培训', '培训']]);
});

test('the reader of a check of paragraphs that fails is named, and the other paragraphs are checked', async () => {
  const rules = [
    ruleOf({
      scope: 'paragraph',
      reader: text => {
        if (text.includes('培训')) throw new Error('no');
        return [text];
      },
      *run() {
        yield finding(START, MESSAGE);
      },
    }),
  ];
  const { findings, failures } = await new Draft(DRAFT).findings(rules);
  expect(failures.map(({ rule }) => rule)).toEqual([ID]);
  expect(findings.length).toBeGreaterThan(5);
});

test('readers of a check of the report read each paragraph once', async () => {
  const draft = new Draft(DRAFT);
  let read = 0;
  const seen: string[][] = [];
  const words = (text: string) => {
    read++;
    return [text.slice(0, 2)];
  };
  const rules = [
    ruleOf(
      reportCheck({
        readers: { words },
        run: (_, facts) => {
          seen.push(facts.words.map(({ fact }) => fact));
          return [];
        },
      }),
    ),
  ];
  await draft.findings(rules);
  const all = read;
  draft.replace('集中培训', '培训');
  await draft.findings(rules);
  expect(read).toBe(all + 1);
  expect(seen[1]).toHaveLength(seen[0]?.length ?? 0);
});

describe('errors', () => {
  test('of a check are kept with what it looked at, and its other findings stand', async () => {
    const draft = new Draft(DRAFT);
    let thrown = 0;
    const rules = [
      ruleOf({
        scope: 'section',
        *run({ section }) {
          yield finding(START, MESSAGE);
          if (section.title.startsWith('二')) {
            thrown++;
            throw new Error('除以零');
          }
        },
      }),
    ];
    for (let version = 0; version < 3; version++) {
      const { findings, failures } = await draft.findings(rules);
      expect(findings).toHaveLength(6);
      expect(failures.map(({ error }) => String(error))).toEqual(['Error: 除以零']);
    }
    expect(thrown).toBe(1);
  });

  test('of a reader are its rule’s, and hide nothing of other paragraphs', async () => {
    let facts = 0;
    const rules = [
      ruleOf(
        reportCheck({
          readers: {
            words: text => {
              if (text.includes('集中培训')) throw new Error('读不出');
              return [text];
            },
          },
          run: (_, { words }) => {
            facts = words.length;
            return [];
          },
        }),
      ),
    ];
    const { failures } = await new Draft(DRAFT).findings(rules);
    expect(failures).toMatchObject([{ rule: ID }]);
    expect(facts).toBeGreaterThan(5);
  });
});

test('a rule that is switched off and on again is not taken for one that found nothing', async () => {
  const draft = new Draft(DRAFT);
  const rules = [ruleOf({ scope: 'section', run: () => [finding(START, MESSAGE)] })];
  const off = { ...DEFAULT_SETTINGS, severities: { [ID]: 'off' as const } };
  expect((await draft.findings(rules)).findings).toHaveLength(6);
  expect((await draft.findings(rules, off)).findings).toHaveLength(0);
  expect((await draft.findings(rules)).findings).toHaveLength(6);
});

test('a run that was cancelled leaves nothing half checked', async () => {
  const draft = new Draft(DRAFT);
  const rules = [
    ruleOf({
      scope: 'section',
      *run({ section }) {
        yield finding(section.titleSpan, MESSAGE);
      },
    }),
  ];
  const { findings: before } = await draft.findings(rules);
  draft.replace('## 三、', '好。\n\n## 三、');
  let left = 1;
  const scheduler = {
    yieldIfNeeded: () => {
      if (--left < 0) throw new Cancelled();
      return undefined;
    },
  };
  await expect(draft.findings(rules, DEFAULT_SETTINGS, scheduler)).rejects.toBeInstanceOf(Cancelled);
  expect((await draft.findings(rules)).findings.map(({ span }) => span.end - span.start)).toEqual(
    before.map(({ span }) => span.end - span.start),
  );
});

test('a check cannot ask for more than its scope gives: this file is compiled', () => {
  ruleOf(
    // @ts-expect-error a paragraph does not know the report
    { scope: 'paragraph', run: ({ report }) => (report ? [] : []) },
    // @ts-expect-error nor its neighbours
    { scope: 'paragraph', run: ({ paragraphs }) => (paragraphs ? [] : []) },
    // @ts-expect-error a block does not know the facts of the report
    { scope: 'block', run: ({ facts }) => (facts ? [] : []) },
    // @ts-expect-error a table does not know where it stands
    { scope: 'table', run: ({ table }) => (table.sectionId ? [] : []) },
    // @ts-expect-error a section does not know the whole source
    { scope: 'section', run: ({ source }) => (source ? [] : []) },
    // @ts-expect-error a check of the report gets prepared facts, not the blocks
    { scope: 'report', run: ({ report }) => (report.blocks ? [] : []) },
    // @ts-expect-error facts come from declared readers
    reportCheck({ readers: {}, run: (_, { words }) => (words ? [] : []) }),
  );
});

describe('typing and deleting anywhere', () => {
  const SNIPPETS = [
    '好',
    '1',
    '2022年',
    '\n',
    '\n\n',
    '## 七、其他\n',
    '|',
    '《',
    '失效',
    '以前年度制作',
    '100%',
    '局局',
  ];

  test.each([1, 2, 3, 4])('finds what a fresh analysis finds (seed %i)', async seed => {
    let state = seed;
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    let text = sampleReport(seed % 2 === 0 ? 'html' : 'pipe');
    let previous: Snapshot['parsed'] | undefined;
    for (let edit = 0; edit < 25; edit++) {
      const at = random(text.length);
      const removed = random(2) === 0 ? random(30) : 0;
      text = text.slice(0, at) + (removed > 0 ? '' : SNIPPETS[random(SNIPPETS.length)]) + text.slice(at + removed);
      const next = new Snapshot('file:///draft.md', edit, new Source(text), DEFAULT_SETTINGS, previous);
      const fresh = new Snapshot('file:///draft.md', edit, new Source(text), DEFAULT_SETTINGS);
      expect(await next.findings(UNINTERRUPTED)).toEqual(await fresh.findings(UNINTERRUPTED));
      previous = next.parsed;
    }
  });
});
