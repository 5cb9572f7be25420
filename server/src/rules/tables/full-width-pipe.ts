import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 竖线表格里写了全角竖线“｜”。
 *
 * 全角竖线不是表格的分隔，发布后那一行会错列。能看出是分隔的（改成半角后格数与别的行相同），按分隔读，一张表提示一次；快速
 * 修复一次改好。
 *
 * 不报：
 * - 格子里的文字。
 *
 * English: A row of a pipe table has full-width pipes, which part no cells where it is published. Where they are
 * meant to, they are read so; one information a table, with a fix for all of them.
 */
export const fullWidthPipe = defineRule({
  id: 'tables/full-width-pipe',
  catalogue: [],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
  scope: 'block',
  *run({ block, slice }) {
    if (block.kind !== 'table' || block.layout !== 'pipe') return;
    const text = slice(block.span);
    if (!text.includes(WIDE)) return;
    const cells = block.rows.flatMap(row => row.cells).map(({ span }) => span);
    const spans = cells.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
    const pipes: number[] = [];
    let next = 0;
    for (let at = text.indexOf(WIDE); at >= 0; at = text.indexOf(WIDE, at + 1)) {
      const place = block.span.start + at;
      while (next < spans.length && (spans[next]?.end ?? 0) <= place) next++;
      if ((spans[next]?.start ?? Infinity) > place) pipes.push(place);
    }
    const [first] = pipes;
    if (first === undefined) return;
    const edits = pipes.map(start => replace({ start, end: start + 1 }, '|'));
    yield finding(
      { start: first, end: first + 1 },
      {
        message: 'tables/full-width-pipe',
        args: { count: pipes.length },
        fixes: [{ kind: 'safe', message: 'fix.halfWidthPipes', args: { count: pipes.length }, edits }],
      },
    );
  },
});

const WIDE = '｜';
