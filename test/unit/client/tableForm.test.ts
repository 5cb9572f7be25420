import { describe, expect, test } from 'vitest';
import { Grid, type Move } from '../../../client/src/tableForm/grid.ts';
import { webviewPage } from '../../../client/src/webviewPage.ts';
import { sampleReport } from '../../support/sample.ts';
import { figuresOf, formOf } from '../../support/tableForms.ts';

const FORM = formOf(sampleReport('pipe'));
const GRID = new Grid(FORM.tables);
const go = (id: string, move: Move) => GRID.go(GRID.stop(id)!, move)?.cell.id;

describe('keys in the grid', () => {
  test('only figure cells are stops, in the order of reading', () => {
    expect(GRID.stops.map(({ cell }) => cell.id)).toEqual(figuresOf(FORM).map(({ id }) => id));
    const seen = [GRID.stops[0]!.cell.id];
    for (let next = go(seen[0]!, 'next'); next; next = go(next, 'next')) seen.push(next);
    expect(seen).toHaveLength(200);
    expect(go(seen[10]!, 'previous')).toBe(seen[9]);
  });

  test.each<[string, Move, string | undefined]>([
    ['requests newReceived naturalPerson', 'left', undefined],
    ['requests newReceived naturalPerson', 'right', 'requests newReceived enterprise'],
    ['requests newReceived naturalPerson', 'up', undefined],
    ['requests partiallyGranted total', 'down', 'requests refusedStateSecret total'],
    ['requests refusedStateSecret total', 'up', 'requests partiallyGranted total'],
    ['requests granted legalServiceOrg', 'home', 'requests granted naturalPerson'],
    ['requests granted legalServiceOrg', 'end', 'requests granted total'],
    ['requests granted legalServiceOrg', 'last', 'requests carriedOut total'],
    ['proactive normativeDocuments effective', 'down', 'proactive administrativeLicense decisions'],
    ['proactive administrativeLicense decisions', 'up', 'proactive normativeDocuments issued'],
    ['reviewLitigation review total', 'right', 'reviewLitigation litigationDirect upheld'],
    ['proactive administrativeFee amountWanYuan', 'next', 'requests newReceived naturalPerson'],
    ['proactive administrativeFee amountWanYuan', 'down', undefined],
  ])('%s, %s: %s', (from, move, to) => {
    expect(go(from, move)).toBe(to);
  });

  test('a block is what two cells span', () => {
    const block = GRID.block(GRID.stop('requests granted total')!, GRID.stop('requests newReceived otherOrg')!);
    expect(block.map(line => line.length)).toEqual([2, 2, 2]);
  });
});

describe('the page', () => {
  const page = webviewPage({
    language: 'zh-CN',
    title: '填表：“<b>”.md',
    root: 'form',
    styleSource: 'https://page.test',
    style: 'https://page.test/form.css',
    script: 'https://page.test/form.js',
    nonce: 'abc',
  });

  test('loads its own script and style sheet, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toBe(
      "default-src 'none'; style-src https://page.test; script-src 'nonce-abc'; base-uri 'none'; form-action 'none'",
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<style|style=|unsafe|onload|<b>/);
  });
});
