import type { Field, Fields } from './fields.ts';
import type { Kind } from './formatValues.ts';

// What several objects of format files have.

export const NOTE: Field<Kind> = {
  kind: 'text',
  chinese: '给看文件的人的说明：出处、没有核实的地方。程序不用。',
  english: 'For those who read the file: where it comes from, what is not certain. The program leaves it.',
};

/** How far something was seen, and where. */
export const EVIDENCE_FIELDS = {
  verification: {
    kind: 'choice',
    choices: ['verified', 'secondary', 'unverified'],
    chinese: 'verified 见过正式文件；secondary 见于转述；unverified 没有核实，靠它的只作提示。',
    english:
      'verified in the official document, secondary: told by others, unverified: nothing above a hint rests on it.',
  },
  source: { kind: 'text', chinese: '出处，悬停里显示。', english: 'Where it comes from; shown in hovers.' },
} as const satisfies Fields<Kind>;

export const VARIANTS: Field<Kind> = {
  kind: 'labels',
  chinese: '报告里见过的其他写法，也认。',
  english: 'Other wordings that reports use.',
};

/** Of sections and tables. */
export const INITIALS: Field<Kind> = {
  kind: 'short',
  chinese: '拼音首字母，输入时按它查找。',
  english: 'Pinyin initials by which completion finds it.',
};
