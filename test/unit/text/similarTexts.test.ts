import { expect, test } from 'vitest';
import { similarity } from '../../../server/src/text/fold.ts';
import { SimilarTexts } from '../../../server/src/text/similarTexts.ts';

const LABELS = ['予以公开', '部分公开', '不予公开', '无法提供', '结转下年度继续办理', '甲甲甲甲甲', '属于国家秘密'];

test('a text is like one of others where a comparison with each says so', () => {
  const signs = [...new Set(LABELS.join('') + '，丁')];
  const written = LABELS.flatMap(label =>
    [...label].flatMap((_, at) =>
      signs.flatMap(sign => [
        label.slice(0, at) + sign + label.slice(at + 1),
        label.slice(0, at) + sign + label.slice(at),
        label.slice(0, at) + label.slice(at + 1),
        label.slice(at) + sign.repeat(3),
      ]),
    ),
  ).filter(text => text.length >= 2);
  for (const least of [0.4, 0.6, 0.9]) {
    const similar = new SimilarTexts(LABELS, least);
    for (const text of written)
      expect(similar.hasLike(text), `${text} ${String(least)}`).toBe(
        LABELS.some(label => similarity(text, label) >= least),
      );
  }
});

test('pairs that come more often in one of them count as often as in both', () => {
  expect(new SimilarTexts(['甲甲甲甲甲'], 0.6).hasLike('甲甲')).toBe(false);
  expect(new SimilarTexts(['甲甲甲甲甲'], 0.6).hasLike('甲甲甲甲')).toBe(true);
});
