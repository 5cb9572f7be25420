import { describe, expect, it } from 'vitest';
import {
  indexOf,
  offsetOf,
  part,
  place,
  plain,
  trimmed,
  type MappedText,
} from '../../../server/src/text/mappedText.ts';

/** `总&nbsp;体<b>情况</b>` as it stands at 10 of its block. */
const decoded: MappedText = {
  text: '总\u00a0体情况',
  pieces: [
    { at: 0, length: 1, from: 10, to: 11 },
    { at: 1, length: 1, from: 11, to: 17 },
    { at: 2, length: 1, from: 17, to: 18 },
    { at: 3, length: 2, from: 21, to: 23 },
  ],
};

describe('plain text', () => {
  it('stands where it is written', () => {
    const text = plain('总体情况', 5);
    expect(place(text, 1, 3)).toEqual({ start: 6, end: 8 });
    expect(place(text, 2, 2)).toEqual({ start: 7, end: 7 });
    expect(place(text, 0, 4)).toEqual({ start: 5, end: 9 });
    expect([offsetOf(text, 0), offsetOf(text, 4)]).toEqual([5, 9]);
    expect([indexOf(text, 5), indexOf(text, 7), indexOf(text, 9), indexOf(text, 0)]).toEqual([0, 2, 4, 0]);
  });

  it('may be empty', () => {
    const text = plain('', 7);
    expect(place(text, 0, 0)).toEqual({ start: 7, end: 7 });
    expect(trimmed(text)).toEqual(text);
  });
});

describe('decoded text', () => {
  it('gives an entity its whole place', () => {
    expect(place(decoded, 1, 2)).toEqual({ start: 11, end: 17 });
    expect(place(decoded, 0, 2)).toEqual({ start: 10, end: 17 });
  });

  it('reaches over tags', () => {
    expect(place(decoded, 2, 5)).toEqual({ start: 17, end: 23 });
    expect(place(decoded, 2, 3)).toEqual({ start: 17, end: 18 });
    expect(place(decoded, 3, 4)).toEqual({ start: 21, end: 22 });
  });

  it('leads from the file back to the text', () => {
    expect([10, 11, 14, 17, 18, 19, 21, 22, 23].map(offset => indexOf(decoded, offset))).toEqual([
      0, 1, 1, 2, 3, 3, 3, 4, 5,
    ]);
  });

  it('leads there and back at the start of each character', () => {
    for (let index = 0; index < decoded.text.length; index++)
      expect(indexOf(decoded, offsetOf(decoded, index))).toBe(index);
  });

  it('keeps its places in parts', () => {
    const tail = part(decoded, 1, 4);
    expect(tail.text).toBe('\u00a0体情');
    for (let i = 0; i < 3; i++) expect(place(tail, i, i + 1)).toEqual(place(decoded, i + 1, i + 2));
    expect(part(decoded, 3, 3).pieces).toEqual([{ at: 0, length: 0, from: 21, to: 21 }]);
  });

  it('loses white space at its ends', () => {
    const text = trimmed(
      part(
        {
          text: '\u3000\u00a0情况 ',
          pieces: [
            { at: 0, length: 1, from: 0, to: 1 },
            { at: 1, length: 1, from: 1, to: 7 },
            { at: 2, length: 3, from: 7, to: 10 },
          ],
        },
        0,
        5,
      ),
    );
    expect(text.text).toBe('情况');
    expect(place(text, 0, 2)).toEqual({ start: 7, end: 9 });
  });
});
