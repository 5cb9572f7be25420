import { describe, expect, it } from 'vitest';
import * as vocabulary from '../../../server/src/format/data/vocabulary.ts';
import { sourceFiles } from '../../support/sourceFiles.ts';

/** Words that tell of another time, scope or channel; a list of them holds several. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  time: ['去年', '上年', '历年', '累计', '同期', '截至', '以来', '上半年'],
  scope: ['本级', '下级', '各级', '直属', '下属', '所属'],
  channel: ['网站', '平台', '微信', '微博', '公众号', '公报', '信函', '当面'],
};
const MOST = 2;

describe('words for another time, scope or channel', () => {
  it('are regular expressions without a place of their own', () => {
    for (const [name, pattern] of Object.entries(vocabulary)) {
      if (typeof pattern === 'string') continue;
      expect(pattern, name).toBeInstanceOf(RegExp);
      // `test` of a global expression goes on where it stopped.
      expect(pattern.flags.replace('i', ''), name).toBe(name.startsWith('SCOPES') ? 'g' : '');
    }
  });

  it('stand in one list', () => {
    const second = sourceFiles('server/src/model', 'server/src/rules', 'server/src/features').flatMap(
      ({ path, text }) =>
        text.split('\n').flatMap((line, at) => {
          if (/^\s*(?:\*|\/\/|\/\*)/.test(line)) return [];
          return Object.entries(KINDS)
            .filter(
              ([, words]) => words.filter(word => line.includes(`${word}|`) || line.includes(`|${word}`)).length > MOST,
            )
            .map(([kind]) => `${path}:${String(at + 1)} ${kind}`);
        }),
    );
    expect(second).toEqual([]);
  });
});
