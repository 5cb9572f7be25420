import { describe, expect, it } from 'vitest';
import { LineReader } from '../../../server/src/syntax/lineReader.ts';

describe('lines', () => {
  const reader = new LineReader('一\r\n二\r三\n\u3000\n\n四');

  it('end with LF, CRLF or CR', () => {
    const lines = [];
    for (let line = reader.lineFrom(0); line.start < reader.length; line = reader.lineFrom(line.next))
      lines.push(line.text);
    expect(lines).toEqual(['一', '二', '三', '\u3000', '', '四']);
  });

  it('that are blank are passed over, up to a limit', () => {
    const behindThree = reader.lineFrom(5).next;
    expect(reader.nextFilledLine(behindThree)?.text).toBe('四');
    expect(reader.nextFilledLine(behindThree, 2)).toBeUndefined();
    expect(reader.nextFilledLine(reader.length)).toBeUndefined();
  });
});

describe('how far the text was read', () => {
  it('is the end of the furthest line since the block began', () => {
    const reader = new LineReader('一\n二\n三\n四');
    reader.nextFilledLine(2);
    reader.lineFrom(0);
    expect(reader.furthestOffset).toBe(4);
    expect(reader.slice(3, 6)).toBe('\n三\n');
    reader.slice(0, 1);
    expect(reader.furthestOffset).toBe(6);
    reader.startBlock();
    expect(reader.furthestOffset).toBe(0);
  });

  it('is the end of a tag that was found; one that is missing is remembered', () => {
    const reader = new LineReader('<!-- 甲 -->\n<table>\n```\n');
    expect([reader.commentEnd(4), reader.elementEnd('table', 11), reader.fenceEnd('```', 23)]).toEqual([
      7,
      undefined,
      undefined,
    ]);
    expect(reader.furthestOffset).toBe(10);
    expect(reader.missingTags).toEqual([
      { kind: 'element', from: 11, name: 'table' },
      { kind: 'fence', from: 23, fence: '```' },
    ]);
    reader.startBlock();
    expect(reader.missingTags).toEqual([]);
  });
});
