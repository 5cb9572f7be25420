import { describe, expect, it } from 'vitest';
import { fitsGlob } from '../../../server/src/text/glob.ts';

describe('patterns of files', () => {
  it.each([
    ['archive/**', 'archive/2019/a.md', true],
    ['archive/', 'archive/a.md', true],
    ['archive/**', 'archives/a.md', false],
    ['**/旧稿/*.md', 'a/b/旧稿/x.md', true],
    ['**/旧稿/*.md', '旧稿/x.md', true],
    ['*.txt', 'a/b/c.txt', true],
    ['*.txt', 'a/b/c.txt.md', false],
    ['20??/*', '2019/a.md', true],
    ['20??/*', '2019/a/b.md', false],
    ['./a*c*.md', 'abcd.md', true],
  ])('%s and %s: %s', (pattern, path, fits) => {
    expect(fitsGlob(path, pattern)).toBe(fits);
  });

  it('take no time to speak of, whatever they are', () => {
    expect(fitsGlob('a'.repeat(2000), `${'*a'.repeat(100)}b`)).toBe(false);
    expect(fitsGlob('a/'.repeat(200), `${'**/'.repeat(50)}b`)).toBe(false);
  });
});
