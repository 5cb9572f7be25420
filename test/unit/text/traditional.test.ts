import { expect, test } from 'vitest';
import { SIMPLIFIED, TRADITIONAL } from '../../../server/src/text/data/traditionalPairs.ts';
import { isStandard, simplified, simplifiedText } from '../../../server/src/text/traditional.ts';

test('traditional characters become simplified ones, the length stays', () => {
  const text = '雲州縣人民政府2024年政府信息公開工作年度報告：收到和處理政府信息公開申請情況，壹併說明（說、説）。';
  const result = simplifiedText(text);
  expect(result).toBe(
    '云州县人民政府2024年政府信息公开工作年度报告：收到和处理政府信息公开申请情况，壹并说明（说、说）。',
  );
  expect(result).toHaveLength(text.length);
  expect(simplifiedText(result)).toBe(result);
});

test('the same characters in the forms of Taiwan and of Hong Kong', () => {
  expect(
    simplifiedText('行政徵收、菸草專賣、眾、衆、爲、為、裡、裏、啟、啓、衞、衛、於、後、祕、群、羣、税、稅、説'),
  ).toBe('行政征收、烟草专卖、众、众、为、为、里、里、启、启、卫、卫、于、后、秘、群、群、税、税、说');
});

test('what simplified text uses itself stays, as do other signs and halves of pairs', () => {
  const text = '乾县著作权、干部、瞭望、合伙、𠮷\ud842 AB１２、〇';
  expect(simplifiedText(text)).toBe(text);
  expect(simplified(NaN)).toBeNaN();
  expect(simplified(0x20bb7)).toBe(0x20bb7);
});

test('the tables belong together: one to one, in order, nothing becomes something that changes again', () => {
  expect(SIMPLIFIED).toHaveLength(TRADITIONAL.length);
  expect(TRADITIONAL.length).toBeLessThanOrEqual(3500);
  expect(new Set(TRADITIONAL).size).toBe(TRADITIONAL.length);
  expect([...TRADITIONAL].sort().join('')).toBe(TRADITIONAL);
  for (let at = 0; at < SIMPLIFIED.length; at++) {
    const code = SIMPLIFIED.charCodeAt(at);
    expect(simplified(code)).toBe(code);
  }
});

test('standard characters of names are told from those that are traditional alone', () => {
  for (const sign of '於昇陞氾谿祕脩') {
    expect(isStandard(sign), sign).toBe(true);
    expect(TRADITIONAL).toContain(sign);
  }
  for (const sign of '後縣關為務') expect(isStandard(sign), sign).toBe(false);
});
