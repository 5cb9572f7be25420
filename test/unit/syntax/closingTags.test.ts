import { describe, expect, it } from 'vitest';
import { ClosingTags } from '../../../server/src/syntax/closingTags.ts';

describe('the end', () => {
  it('of a comment is the next one', () => {
    const tags = new ClosingTags('<!-- 甲 --> 乙 <!-- 丙');
    expect([tags.comment(4), tags.comment(15), tags.comment(16)]).toEqual([7, undefined, undefined]);
  });

  it('of a fence is a line of its signs alone', () => {
    const tags = new ClosingTags('```\n```js\n ``` \n~~~\n');
    expect(tags.fenceEnd('```', 4)?.text).toBe(' ``` ');
    expect(tags.fenceEnd('~~~', 20)).toBeUndefined();
    expect(tags.fenceEnd('````', 4)).toBeUndefined();
  });

  it('of a table is its own, with what is nested in it', () => {
    const text = '<table><table></table><TABLE border="1"></table></table><table>';
    const tags = new ClosingTags(text);
    expect(tags.element('table', 0)).toEqual({ end: text.lastIndexOf('<'), innermost: 2, depth: 2 });
    expect(tags.element('table', 7)).toEqual({ end: 22, innermost: 1, depth: 1 });
    expect(tags.element('table', text.lastIndexOf('<'))).toBeUndefined();
  });
});

describe('signs that nobody closed', () => {
  it.each(['<!-- ', '```\n', '<table>\n', '<table><td>'])('%j are searched for once', sign => {
    const text = sign.repeat(40_000);
    const tags = new ClosingTags(text);
    const began = process.cpuUsage();
    for (let at = 0; at < text.length; at += sign.length) {
      tags.comment(at);
      tags.fenceEnd('````', at);
      tags.element('table', at);
    }
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
  });
});
