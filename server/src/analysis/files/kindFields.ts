import { KIND_YEAR_SOURCES } from '../../format/kind.ts';
import type { Fields } from './fields.ts';
import type { Kind } from './formatValues.ts';
import { NOTE } from './sharedFields.ts';

/** A kind of report in a format file. */
export const KIND_FIELDS = {
  id: { kind: 'id', isRequired: true, chinese: '代号，如“jieneng-report”。', english: 'Id, such as jieneng-report.' },
  name: { kind: 'short', isRequired: true, chinese: '名称。', english: 'Name.' },
  englishName: { kind: 'short', chinese: '英文名称，英文界面里用。', english: 'Name in the English interface.' },
  note: NOTE,
  titles: {
    kind: 'patterns',
    chinese:
      '题目的写法，凭它认出是这一种报告；前面的单位、年份不用写。* 是任意一段字，# 是年度（2024年、2024年度），{甲|乙} 是其中之一，[甲|乙] 可有可无。',
    english:
      'How its title is called, without body and year: * any words, # a year, {a|b} one of them, [a|b] one of them or none.',
  },
  notTitles: {
    kind: 'labels',
    chinese: '题目里有这些字的不是这一种报告，如“解读”“上半年”。',
    english: 'Words in a title by which it is none of the kind.',
  },
  subjects: {
    kind: 'labels',
    chinese: '没有题目的，开头“现将……报告如下”一句或一级标题里有这些字的也认。',
    english: 'Words by which a text without a title is known, in the sentence that presents it or in headings.',
  },
  yearFrom: {
    kind: 'choices',
    choices: KIND_YEAR_SOURCES,
    chinese:
      '报告年度从哪里取，依次看：title 题目，text 开头的正文，heading 一级标题，fileName 文件名；不写的照这个次序都看。',
    english: 'Where the report year is taken from, in this order; all of them where left out.',
  },
  initials: {
    kind: 'short',
    chinese: '拼音首字母，输入时按它查找。',
    english: 'Pinyin initials by which completion finds it.',
  },
} as const satisfies Fields<Kind>;
