import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { headingFormOf } from '../../../../server/src/model/writing/headingForm.ts';
import { Source } from '../../../../server/src/text/source.ts';

const TITLES = ['总体情况', '主动公开政府信息情况', '存在的主要问题及改进情况'];

function formOf(lines: readonly string[]) {
  const source = new Source(`临溪县2024年政府信息公开工作年度报告\n\n${lines.join('\n\n正文。\n\n')}\n\n正文。\n`);
  const { sections } = new Snapshot('file:///a.md', 1, source, DEFAULT_SETTINGS).report;
  return headingFormOf(source, sections)?.write(4, '其他需要报告的事项');
}

describe('the form of headings', () => {
  test.each([
    ['\t一、', '\t四、其他需要报告的事项'],
    ['## 一、', '## 四、其他需要报告的事项'],
    ['### 一、 ', '### 四、 其他需要报告的事项'],
    ['\u3000\u3000一．', '\u3000\u3000四．其他需要报告的事项'],
    ['**一、**', '**四、**其他需要报告的事项'],
    ['(一)、', '(四)、其他需要报告的事项'],
    ['## （一）', '## （四）其他需要报告的事项'],
    ['1. ', '4. 其他需要报告的事项'],
    ['## １、', '## ４、其他需要报告的事项'],
    ['（1）', '（4）其他需要报告的事项'],
    ['①', '④其他需要报告的事项'],
    ['第一部分 ', '第四部分 其他需要报告的事项'],
    ['## ', '## 其他需要报告的事项'],
  ])('%s', (first, expected) => {
    const numbers = ['一二三', '123', '１２３', '①②③'].find(each => first.includes(each.charAt(0)));
    const lines = TITLES.map((title, i) => first.replace(numbers?.charAt(0) ?? '\0', numbers?.charAt(i) ?? '') + title);
    expect(formOf(lines)).toBe(expected);
  });

  test('bold ones are closed', () => {
    expect(formOf(TITLES.map((title, i) => `**${'一二三'.charAt(i)}、${title}**`))).toBe('**四、其他需要报告的事项**');
  });

  test.each([
    ['## 一、', ' ##'],
    ['<h2>一、', '</h2>'],
    ['<p class="a"><strong>（一）', '</strong></p>'],
    ['<h2 id="s"> **一、', '**</h2>'],
  ])('are closed as they were opened: %s…%s', (front, end) => {
    const lines = TITLES.map((title, i) => front.replace('一', '一二三'.charAt(i)) + title + end);
    expect(formOf(lines)).toBe(`${front.replace('一', '四')}其他需要报告的事项${end}`);
  });

  test('most of them count, none where there is none', () => {
    expect(formOf(['## 一、总体情况', '## 二、主动公开政府信息情况', '三、存在的主要问题及改进情况'])).toBe(
      '## 四、其他需要报告的事项',
    );
    expect(formOf(['正文'])).toBeUndefined();
    expect(formOf(TITLES.map((title, i) => `${'一二三'.charAt(i)}、${title}`))).toBeUndefined();
  });
});
