import fc from 'fast-check';
import { expect, it } from 'vitest';
import { briefJson } from '../../../server/src/text/json.ts';
import { beginningOf, shortened, shortenedBefore } from '../../../server/src/text/shortened.ts';

/** Half of a character that has two units. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const text = fc.string({ unit: fc.constantFrom('甲', 'a', '𠮷', '😀', '"', '\\', '\n'), maxLength: 60 });

it('cuts at a length', () => {
  expect([shortened('甲乙丙', 3), shortened('甲乙丙', 2)]).toEqual(['甲乙丙', '甲乙…']);
  expect([shortenedBefore('甲乙丙', 3), shortenedBefore('甲乙丙', 2)]).toEqual(['甲乙丙', '…乙丙']);
  expect([shortened('甲𠮷乙', 2), shortenedBefore('甲𠮷乙', 2), beginningOf('𠮷', 1)]).toEqual(['甲…', '…乙', '']);
});

it('never parts a character, and gives all that fits', () => {
  fc.assert(
    fc.property(text, fc.nat(70), (whole, longest) => {
      for (const cut of [shortened(whole, longest), shortenedBefore(whole, longest)]) {
        expect(cut).not.toMatch(LONE);
        expect(cut.replace('…', '').length).toBeLessThanOrEqual(longest);
        expect(cut.replace('…', '').length).toBeGreaterThanOrEqual(Math.min(whole.length, longest) - 1);
      }
      expect(whole.startsWith(beginningOf(whole, longest))).toBe(true);
    }),
  );
});

it('shows JSON by its beginning', () => {
  expect(briefJson({ a: [1, '甲', null, true], b: {} })).toBe('{"a":[1,"甲",null,true],"b":{}}');
  expect(briefJson(undefined)).toBe('undefined');
  expect(briefJson([[[[[[1]]]]]])).toBe('[[[[[…]]]]]');
  fc.assert(
    fc.property(fc.jsonValue(), text, (value, words) => {
      const shown = briefJson([value, words.repeat(20)]);
      expect(shown).not.toMatch(LONE);
      expect(shown.length).toBeLessThanOrEqual(121);
    }),
  );
});
