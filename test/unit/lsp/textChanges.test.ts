import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { applyChanges } from '../../../server/src/lsp/textChanges.ts';
import { growthExponent } from '../../support/growth.ts';

const LINE = '海东县公开12条，办理30件。😀\r\n';

function documentOf(text: string): TextDocument {
  return TextDocument.create('file:///a.md', 'annual-report', 1, text);
}

/** Every 12 of the lines replaced, as an editor tells it: the last first. */
function replacedAll(lines: number): TextDocumentContentChangeEvent[] {
  return Array.from({ length: lines }, (_, i) => ({
    range: { start: { line: lines - 1 - i, character: 5 }, end: { line: lines - 1 - i, character: 7 } },
    text: '130',
  }));
}

describe('the changes of an edit', () => {
  test('many of them grow with the draft and no faster', () => {
    const work = (lines: number) => {
      const document = documentOf(LINE.repeat(lines));
      applyChanges(document, replacedAll(lines), 2);
      expect(document.getText()).toBe(LINE.replace('12', '130').repeat(lines));
      expect(document.version).toBe(2);
    };
    expect(growthExponent(size => size, work, 4000)).toBeLessThan(1.5);
  });

  test('give what they give one by one, in whatever order and beyond the text', () => {
    const place = fc.record({ line: fc.nat(9), character: fc.nat(24) });
    const change = fc
      .record({ a: place, b: place, text: fc.constantFrom('', '甲', '\n', '一\r\n二', '😀') })
      .map(({ a, b, text }): TextDocumentContentChangeEvent => {
        const isOrdered = a.line < b.line || (a.line === b.line && a.character <= b.character);
        return { range: isOrdered ? { start: a, end: b } : { start: b, end: a }, text };
      });
    const changes = fc.array(change, { minLength: 50, maxLength: 60 }).chain(all => {
      const ordered = all.toSorted((x, y) =>
        'range' in x && 'range' in y ? y.range.start.line - x.range.start.line : 0,
      );
      return fc.constantFrom(all, ordered);
    });
    fc.assert(
      fc.property(changes, all => {
        const [one, other] = [documentOf(LINE.repeat(8)), documentOf(LINE.repeat(8))];
        TextDocument.update(one, [...all], 2);
        applyChanges(other, all, 2);
        expect(other.getText()).toBe(one.getText());
      }),
      { numRuns: 200 },
    );
    // In single lines, the last first: these are applied together.
    const single = fc.array(fc.tuple(fc.nat(23), fc.nat(4), fc.constantFrom('', '甲', '\n')), {
      minLength: 60,
      maxLength: 60,
    });
    fc.assert(
      fc.property(single, all => {
        const text = LINE.repeat(60);
        const made = all.map(([character, length, inserted], i): TextDocumentContentChangeEvent => ({
          range: { start: { line: 59 - i, character }, end: { line: 59 - i, character: character + length } },
          text: inserted,
        }));
        const [one, other] = [documentOf(text), documentOf(text)];
        TextDocument.update(one, [...made], 2);
        applyChanges(other, made, 2);
        expect(other.getText()).toBe(one.getText());
      }),
      { numRuns: 200 },
    );
  });
});
