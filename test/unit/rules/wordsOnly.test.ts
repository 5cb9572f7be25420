import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const RULES = new URL('../../../server/src/rules/', import.meta.url);

/** A regular expression: a literal behind a sign that no operand stands before, or one that is made. */
const PATTERN =
  /(?:^|[=(,:!&|?{}[;]|=>|return)\s*\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*|new RegExp\(/m;

describe('rules on running text', () => {
  for (const group of ['prose', 'cumulative'])
    for (const file of readdirSync(new URL(`${group}/`, RULES)))
      it(`${group}/${file} asks for words and holds no pattern`, () => {
        const code = readFileSync(new URL(`${group}/${file}`, RULES), 'utf8');
        const withoutComments = code
          .split('\n')
          .filter(line => !/^\s*(?:\/\/|\/?\*)/.test(line))
          .join('\n');
        expect(PATTERN.exec(withoutComments)?.[0]).toBeUndefined();
      });
});
