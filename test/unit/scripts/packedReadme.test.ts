import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// Plain JavaScript, since scripts run without a build: imported without types.
const { deadLinks, linkedFiles, packedReadme } = (await import(
  new URL('../../../scripts/packedReadme.mjs', import.meta.url).href
)) as {
  deadLinks(pages: Readonly<Record<string, string>>, files: readonly string[]): string[];
  linkedFiles(path: string, text: string): string[];
  packedReadme(text: string, bytesOf?: (target: string) => Buffer): string;
};

describe('the packed README', () => {
  it('keeps the words of links that lead nowhere, and no picture', () => {
    const text =
      '见[限度](docs/limits.md)、[网址](https://example.org/a)和[英文](#english)。\n\n![图](a.png)\n\n完。\n';
    expect(packedReadme(text)).toBe('见限度、[网址](https://example.org/a)和[英文](#english)。\n\n完。\n');
  });

  it('of this repository has neither', () => {
    const readme = readFileSync(resolve(import.meta.dirname, '../../../README.md'), 'utf8');
    expect(linkedFiles('README.md', readme).length).toBeGreaterThan(0);
    expect(linkedFiles('README.md', packedReadme(readme))).toEqual([]);
    expect(packedReadme(readme)).not.toContain('![');
    const pictures = [...readme.matchAll(/!\[/g)].length;
    const withPictures = packedReadme(readme, target => readFileSync(resolve(import.meta.dirname, '../../..', target)));
    expect(pictures).toBeGreaterThan(1);
    expect(withPictures.match(/!\[[^\]]+\]\(data:image\/png;base64,iVBOR/g)).toHaveLength(pictures);
  });
});

describe('links of packed pages', () => {
  it('are counted from the page and named where their file is not packed', () => {
    const pages = {
      'docs/rules/a/b.md': '[一](../../limits.md#x) [二](../README.md) [三](../../../schemas) [四](c.md)',
    };
    expect(deadLinks(pages, ['docs/rules/README.md', 'docs/limits.md', 'schemas/s.json'])).toEqual([
      'docs/rules/a/b.md → docs/rules/a/c.md',
    ]);
  });
});
