import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { messageOf } from '../../../server/src/messages/text.ts';
import { zhCN } from '../../../server/src/messages/zh-CN.ts';
import { ACROSS_RULES } from '../../../server/src/rules/acrossRules.ts';
import { tell } from '../../support/across.ts';
import { compareWorkspace, isExpectedAcross, readWorkspaces } from '../../support/workspaceFixture.ts';

const FOLDER = join(import.meta.dirname, '../../workspaces');
const files = readdirSync(FOLDER).sort();
const workspacesOf = (file: string) => readWorkspaces(readFileSync(join(FOLDER, file), 'utf8'));

describe.each(files)('%s', file => {
  test.each(workspacesOf(file).map(each => [each.name, each] as const))('%s', (_, workspace) => {
    const { findings, comparisons } = compareWorkspace(workspace);
    const left = [...findings];
    const missing: string[] = [];
    for (const [path, draft] of workspace.files) {
      for (const expectation of draft.expectations) {
        const at = left.findIndex(each => each.report.path === path && isExpectedAcross(each, expectation, draft));
        if (at < 0) missing.push(`${path}: ${expectation.written}`);
        else left.splice(at, 1);
      }
    }
    expect({ unexpected: left.map(tell), missing }).toEqual({ unexpected: [], missing: [] });
    const skipped = comparisons.flatMap(each => each.skipped.map(({ rule, reason }) => `${rule} ${reason}`));
    for (const [rule, reason] of workspace.skipped) expect(skipped).toContain(`${rule} ${reason}`);
    for (const [rule, kind, count] of workspace.tallies) {
      const counts = comparisons.map(({ rules }) => rules[rule]?.[kind as 'holds'] ?? 0);
      expect(
        counts.reduce((sum, each) => sum + each, 0),
        `${rule} ${kind}`,
      ).toBe(count);
    }
    for (const { worded, notes, related } of findings)
      for (const language of ['zh-CN', 'en'] as const)
        for (const each of [worded, ...notes, ...related])
          expect(messageOf(language, each)).not.toMatch(/undefined|NaN|^[a-z]+[./][a-zA-Z-]+$/);
  });
});

describe('every rule across reports', () => {
  const all = files.flatMap(workspacesOf);

  it.each(ACROSS_RULES.map(({ id }) => id))('%s: broken, holding, and not judged', id => {
    expect(files).toContain(`${id.slice('workspace/'.length)}.md`);
    const own = workspacesOf(`${id.slice('workspace/'.length)}.md`);
    expect(
      own.some(({ files: drafts }) =>
        [...drafts.values()].some(({ expectations }) => expectations.some(({ rule }) => rule === id)),
      ),
    ).toBe(true);
    expect(
      own.some(({ files: drafts }) => [...drafts.values()].every(({ expectations }) => expectations.length === 0)),
    ).toBe(true);
  });

  it('every file below rules/workspace is a rule of the list, and each has its page', () => {
    const own = ACROSS_RULES.map(({ id }) => id.slice('workspace/'.length));
    const root = join(import.meta.dirname, '../../..');
    expect(readdirSync(join(root, 'server/src/rules/workspace')).sort()).toEqual(own.map(name => `${name}.ts`).sort());
    expect(readdirSync(join(root, 'docs/rules/workspace')).sort()).toEqual(own.map(name => `${name}.md`).sort());
    expect(files).toEqual(own.map(name => `${name}.md`).sort());
  });

  it('each message is seen in a workspace', () => {
    const seen = new Set(
      all.flatMap(workspace => compareWorkspace(workspace).findings.map(({ worded }) => worded.message as string)),
    );
    const wanted = Object.keys(zhCN).filter(each => each.startsWith('workspace/'));
    expect([...seen].sort()).toEqual(wanted.sort());
  });
});
