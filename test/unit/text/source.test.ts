import { describe, expect, it } from 'vitest';
import { Source } from '../../../server/src/text/source.ts';

const lines = (text: string): string[] => {
  const source = new Source(text);
  return source.lineStarts.map((_, line) => source.slice(source.line(line)));
};

describe('lines of a source', () => {
  it.each([
    ['LF', '一\n二\n三', ['一', '二', '三']],
    ['CRLF', '一\r\n二\r\n三', ['一', '二', '三']],
    ['CR', '一\r二\r三', ['一', '二', '三']],
    ['mixed', '一\r\n二\n三\r四', ['一', '二', '三', '四']],
    ['a line end at the end', '一\n', ['一', '']],
    ['blank lines', '\r\n\r\n', ['', '', '']],
    ['CR before CRLF', '一\r\r\n二', ['一', '', '二']],
    ['nothing', '', ['']],
    ['a separator that ends no line', '一\u2028二', ['一\u2028二']],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
    expect(new Source(text).lineCount).toBe(expected.length);
  });
});

describe('positions', () => {
  it('count UTF-16 units', () => {
    const source = new Source('𠮷a\n𠮷𠮷b');
    expect(source.positionAt(2)).toEqual({ line: 0, character: 2 });
    expect(source.positionAt(8)).toEqual({ line: 1, character: 4 });
    expect(source.offsetAt({ line: 1, character: 4 })).toBe(8);
    expect(source.slice({ start: 8, end: 9 })).toBe('b');
  });

  it('keep a byte order mark as one unit', () => {
    const source = new Source('\ufeff一、总体情况\n');
    expect(source.positionAt(1)).toEqual({ line: 0, character: 1 });
    expect(source.line(0)).toEqual({ start: 0, end: 7 });
  });

  it('lead there and back for every offset of a draft with every kind of line end', () => {
    const source = new Source('一、总体\r\n情况\n𠮷\r尾');
    for (let offset = 0; offset <= source.text.length; offset++) {
      const position = source.positionAt(offset);
      const { end } = source.line(position.line);
      expect(source.offsetAt(position)).toBe(Math.min(offset, end));
    }
  });

  it('outside the text are taken back into it', () => {
    const source = new Source('一二\n三');
    expect(source.positionAt(-1)).toEqual({ line: 0, character: 0 });
    expect(source.positionAt(99)).toEqual({ line: 1, character: 1 });
    expect(source.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(source.offsetAt({ line: 9, character: 0 })).toBe(4);
    expect(source.line(9)).toEqual({ start: 4, end: 4 });
  });
});
