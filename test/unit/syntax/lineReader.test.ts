import { describe, expect, it } from 'vitest';
import { LineReader } from '../../../server/src/syntax/lineReader.ts';

describe('lines', () => {
  const reader = new LineReader('一\r\n二\r三\n\u3000\n\n四');

  it('end with LF, CRLF or CR', () => {
    const lines = [];
    for (let line = reader.lineFrom(0); line.start < reader.text.length; line = reader.lineFrom(line.next))
      lines.push(line.text);
    expect(lines).toEqual(['一', '二', '三', '\u3000', '', '四']);
  });

  it('that are blank are passed over, up to a limit', () => {
    const behindThree = reader.lineFrom(5).next;
    expect(reader.nextFilledLine(behindThree)?.text).toBe('四');
    expect(reader.nextFilledLine(behindThree, 2)).toBeUndefined();
    expect(reader.nextFilledLine(reader.text.length)).toBeUndefined();
  });
});

describe('how far the text was read', () => {
  it('is the end of the furthest line since the block began', () => {
    const reader = new LineReader('一\n二\n三\n四');
    reader.nextFilledLine(2);
    reader.lineFrom(0);
    expect(reader.furthestOffset).toBe(4);
    reader.noteRead(6);
    reader.noteRead(1);
    reader.noteTags();
    expect([reader.furthestOffset, reader.dependsOnTags]).toEqual([6, true]);
    reader.startBlock();
    expect([reader.furthestOffset, reader.dependsOnTags]).toEqual([0, false]);
  });
});
