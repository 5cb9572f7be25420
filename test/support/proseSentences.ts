import fc from 'fast-check';
import { editionForYear } from '../../server/src/format/index.ts';
import { expandMacros } from './macros.ts';

// Sentences as reports have them, each with the tables that it may be compared with, and how a figure is mistyped.

/** A number in a sentence. */
interface Slot {
  readonly value: number;
  readonly decimals: number;
  /**
   * Whether a change of it can be seen from the report at all. Rough numbers are bounds; a figure that nothing is added
   * up to or compared with may have any value.
   */
  readonly isDecidable: boolean;
  /** Values that are right here as well. */
  readonly alsoRight: readonly number[];
  /** Changes below this are rounding. */
  readonly precision: number;
}

export interface Sentence {
  /** Name of its form, for the account of what was not found. */
  readonly form: string;
  readonly pieces: readonly (string | Slot)[];
  readonly print: 'plain' | 'thousands' | 'fullWidth';
  /** Rest of the report. */
  readonly year: 2018 | 2024;
  readonly figures: Figures;
}

/** Figures of the tables of the report in which a sentence stands. */
interface Figures {
  readonly newReceived: number;
  readonly carriedIn: number;
  readonly carriedOut: number;
  readonly partiallyGranted: number;
  readonly refused: number;
  readonly issued: number;
  readonly repealed: number;
  readonly effective: number;
  readonly review: number;
  readonly litigation: number;
}

type Choose = <T>(options: readonly T[]) => T;
type Count = (min: number, max: number) => number;
interface Dice {
  readonly choose: Choose;
  readonly count: Count;
}

const WHOLES = [
  '全年主动公开政府信息',
  '本年度发布政务动态信息',
  '通过各种形式公开信息',
  '公开重点领域信息',
  '更新机构职能信息',
  '公开财政资金信息',
  '办理群众留言',
  '公开建议提案办理结果',
  '公开办事指南',
  '发布政策解读材料',
];
const PARTS = [
  '政策文件',
  '工作动态',
  '规划计划',
  '人事信息',
  '财政资金',
  '业务指南',
  '统计数据',
  '应急管理',
  '重大项目',
  '招标采购',
  '机构职能',
  '农业补贴',
];
const SCOPES: readonly (readonly [whole: string, parts: readonly string[]])[] = [
  ['全市', ['市本级', '县区', '其他单位']],
  ['全区', ['区直部门', '镇街', '其他单位']],
  ['全系统', ['本机关', '下属单位', '其他单位']],
  ['全县', ['县级', '乡级', '其他单位']],
];
const RESTS = ['其他', '其他信息', '其他类', '其他方面'];
const UNITS = ['条', '件', '项', '条', '件', '份', '篇', '个'];

function slot(value: number, more: Partial<Slot> = {}): Slot {
  return { value, decimals: 0, isDecidable: true, alsoRight: [], precision: 1, ...more };
}

/** Numbers that add up to a whole. */
function parts({ count }: Dice, length: number): number[] {
  const largest = count(0, 3) === 0 ? 9000 : 300;
  return Array.from({ length }, () => count(1, largest));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function names({ choose }: Dice, length: number, options: readonly string[] = PARTS): string[] {
  const left = [...options];
  return Array.from({ length }, () => left.splice(left.indexOf(choose(left)), 1)[0] ?? '');
}

/** 「A3条、B4条、其他2条」 */
function enumeration(
  dice: Dice,
  values: readonly (number | Slot)[],
  unit: string,
  isClosed: boolean,
): (string | Slot)[] {
  const sign = dice.choose(['，', '、', '；', '，']);
  const labels = names(dice, values.length);
  if (isClosed) labels[labels.length - 1] = dice.choose(RESTS);
  return values.flatMap((value, i) => [
    `${i > 0 ? sign : ''}${labels[i] ?? ''}`,
    typeof value === 'number' ? slot(value) : value,
    unit,
  ]);
}

type Form = (dice: Dice, figures: Figures) => (string | Slot)[];

function listed(lead: string, isClosed: boolean, end: string): Form {
  return dice => {
    const unit = dice.choose(UNITS);
    const values = parts(dice, dice.count(2, 6));
    return [dice.choose(WHOLES), slot(sum(values)), unit, lead, ...enumeration(dice, values, unit, isClosed), end];
  };
}

const FORMS: Readonly<Record<string, Form>> = {
  其中而以其他收尾: dice =>
    listed(dice.choose(['，其中', '，其中：', '，其中，', '，包括', '，具体为']), true, '。')(dice, NOTHING),
  括号里列出: listed('（', true, '）。'),
  括号里其中: listed('（其中', true, '）。'),
  分别为在后: dice => {
    const unit = dice.choose(UNITS);
    const values = parts(dice, dice.count(2, 5));
    return [
      dice.choose(WHOLES),
      slot(sum(values)),
      unit,
      '，其中',
      names(dice, values.length).join('、'),
      '分别为',
      ...values.flatMap((value, i) => [i > 0 ? '、' : '', slot(value), unit]),
      '。',
    ];
  },
  分别为在前: dice => {
    const unit = dice.choose(UNITS);
    const values = parts(dice, dice.count(2, 5));
    return [
      dice.choose(WHOLES),
      slot(sum(values)),
      unit,
      dice.choose(['，分别为', '，分别是']),
      ...enumeration(dice, values, unit, false),
      '。',
    ];
  },
  在若干件中: dice => {
    const unit = dice.choose(['件', '条', '项']);
    const values = parts(dice, dice.count(2, 5));
    return ['在公开的', slot(sum(values)), `${unit}信息中，`, ...enumeration(dice, values, unit, true), '。'];
  },
  下一句其中: dice => {
    const unit = dice.choose(UNITS);
    const values = parts(dice, dice.count(2, 5));
    return [
      dice.choose(WHOLES),
      slot(sum(values)),
      unit,
      dice.choose(['。其中，', '。其中']),
      ...enumeration(dice, values, unit, true),
      '。',
    ];
  },
  逐项写占比: dice => {
    const unit = dice.choose(UNITS);
    const values = parts(dice, dice.count(2, 5));
    const decimals = dice.count(0, 2);
    const labels = names(dice, values.length);
    const word = dice.choose(['，占', '，占比', '，占总数的', '，占总量的']);
    return [
      dice.choose(WHOLES),
      slot(sum(values)),
      unit,
      '，其中',
      ...values.flatMap((value, i) => [
        `${i > 0 ? '；' : ''}${labels[i] ?? ''}`,
        slot(value),
        unit,
        word,
        shareOf(value, sum(values), decimals),
        '%',
      ]),
      '。',
    ];
  },
  占比凑足一百: dice => {
    const unit = dice.choose(UNITS);
    const values = parts(dice, dice.count(2, 4));
    const decimals = dice.count(0, 2);
    const labels = names(dice, values.length);
    const shares = values.map(value => shareOf(value, sum(values), decimals));
    const last = 100 - sum(shares.slice(0, -1).map(({ value }) => value));
    shares[shares.length - 1] = {
      ...shareOf(values.at(-1) ?? 0, sum(values), decimals),
      value: Number(last.toFixed(decimals)),
    };
    return [
      dice.choose(WHOLES),
      slot(sum(values)),
      unit,
      '，其中',
      ...values.flatMap((value, i) => [
        `${i > 0 ? '，' : ''}${labels[i] ?? ''}`,
        slot(value),
        unit,
        '，占',
        shares[i] ?? '',
        '%',
      ]),
      '。',
    ];
  },
  各级之和: dice => {
    const [whole, scopes] = dice.choose(SCOPES);
    const unit = dice.choose(UNITS);
    const values = parts(dice, 3);
    return [
      `${whole}${dice.choose(['发布政策解读材料', '公开办事指南', '办理群众留言'])}`,
      slot(sum(values)),
      unit,
      '，其中',
      ...values.flatMap((value, i) => [`${i > 0 ? '，' : ''}${scopes[i] ?? ''}`, slot(value), unit]),
      '。',
    ];
  },
  分项下又有分项: dice => {
    const unit = dice.choose(UNITS);
    const [a = 0, b = 0, c = 0] = parts(dice, 3);
    const inner = dice.count(0, a);
    return [
      dice.choose(WHOLES),
      slot(a + b + c),
      unit,
      '，其中政策文件',
      slot(a),
      unit,
      '（规范性文件',
      slot(inner),
      unit,
      '，其他文件',
      slot(a - inner),
      unit,
      '），工作动态',
      slot(b),
      unit,
      '，其他',
      slot(c),
      unit,
      '。',
    ];
  },
  两列清单: dice => {
    const unit = dice.choose(UNITS);
    const first = parts(dice, dice.count(2, 3));
    const second = parts(dice, dice.count(2, 3));
    return [
      '全年公开办事指南',
      slot(sum(first)),
      unit,
      '，其中',
      ...enumeration(dice, first, unit, true),
      dice.choose(['。', '；']),
      '发布政策解读材料',
      slot(sum(second)),
      unit,
      '，其中',
      ...enumeration(dice, second, unit, true),
      '。',
    ];
  },
  // All parts are named and nothing says so: a part may be left out on purpose, so that of two or three parts only a
  // sum above the whole is a contradiction. Counted all the same.
  没有写明是全部: dice => {
    const [lead, end] = dice.choose([
      ['，其中', '。'],
      ['，包括', '。'],
      ['（', '）。'],
    ] as const);
    return listed(lead, false, end)(dice, NOTHING);
  },
  // Nothing can be said of these: the list is open, the number is rough, or it stands alone.
  带等字: dice => {
    const unit = dice.choose(UNITS);
    const values = parts(dice, dice.count(2, 5));
    return undecidable([
      dice.choose(WHOLES),
      slot(sum(values) + dice.count(0, 500)),
      unit,
      dice.choose(['，其中', '，包括', '，主要包括', '，其中主要有']),
      ...enumeration(dice, values, unit, false),
      '等。',
    ]);
  },
  约数: dice => {
    const unit = dice.choose(UNITS);
    const values = parts(dice, dice.count(2, 5));
    const rough = slot(Math.max(10, Math.floor(sum(values) / 10) * 10));
    const [before, behind] = dice.choose([
      ['近', unit],
      ['约', unit],
      ['', `余${unit}`],
      ['超过', unit],
      ['', `${unit}以上`],
      ['', `多${unit}`],
      ['', `${unit}左右`],
    ] as const);
    return undecidable([
      dice.choose(WHOLES),
      before,
      rough,
      behind,
      '，其中',
      ...enumeration(dice, values, unit, true),
      '。',
    ]);
  },
  渠道重叠: dice => {
    const values = parts(dice, 3);
    const [a = 0] = values;
    return undecidable([
      '全年发布政府信息',
      slot(Math.max(...values)),
      '条，其中政府网站',
      slot(a),
      '条，微信公众号',
      slot(values[1] ?? 0),
      '条，政府公报',
      slot(values[2] ?? 0),
      '条。',
    ]);
  },
  个别分项: dice => {
    const unit = dice.choose(UNITS);
    const values = parts(dice, 2);
    return undecidable([
      dice.choose(WHOLES),
      slot(sum(values) + dice.count(1, 500)),
      unit,
      '，其中',
      ...enumeration(dice, values, unit, false),
      '。',
    ]);
  },
  两年的数与增减: dice => {
    const unit = dice.choose(['条', '件', '项', '篇']);
    const [now = 0, before = 0] = parts(dice, 2);
    const change = slot(Math.abs(now - before));
    const isMore = now > before || (now === before && dice.count(0, 1) === 0);
    if (dice.count(0, 1) === 0)
      return [
        dice.choose(WHOLES),
        slot(now),
        unit,
        dice.choose(['，比上年的', '，较上年的', '，比2023年的']),
        slot(before),
        unit,
        isMore ? '增加' : '减少',
        change,
        `${unit}。`,
      ];
    const rate = slot(Number(((Math.abs(now - before) / before) * 100).toFixed(1)), { decimals: 1, precision: 0.25 });
    return [
      dice.choose(WHOLES),
      '由',
      slot(before),
      unit,
      isMore ? '增加到' : '减少到',
      slot(now),
      unit,
      isMore ? '，增加' : '，减少',
      change,
      unit,
      isMore ? '，增长' : '，下降',
      rate,
      '%。',
    ];
  },
  平均数: dice => {
    const [number, each] = [dice.count(2, 40), dice.count(5, 200)];
    const total = number * each;
    // Half of what one more or less makes is rounding.
    const precision = (value: number) => Math.max(1, Math.ceil((value / each) * 1.2) + 1);
    return [
      '全年举办培训',
      slot(number, { precision: precision(number) }),
      '场，培训干部',
      slot(total, { precision: number + 1 }),
      '人次，平均每场',
      slot(each, { precision: 2 }),
      '人次。',
    ];
  },
  占比清单以其他收尾: dice => {
    const length = dice.count(2, 4);
    const shares = Array.from({ length }, () => dice.count(1, 24));
    const labels = names(dice, length);
    const word = dice.choose(['占', '占比']);
    const share = (value: number) => slot(value, { precision: 4 });
    return [
      '从内容看，',
      ...shares.flatMap((value, i) => [`${labels[i] ?? ''}${word}`, share(value), '%，']),
      `其他${word}`,
      share(100 - sum(shares)),
      '%。',
    ];
  },
  当场答复与派发: dice => {
    const values = parts(dice, 2);
    return undecidable([
      '全县共受理群众诉求',
      slot(sum(values) + dice.count(0, 50)),
      '件，即时答复',
      slot(values[0] ?? 0),
      '件，派发部门办理',
      slot(values[1] ?? 0),
      '件。',
    ]);
  },
  列出的项数: dice => {
    const length = dice.count(2, 6);
    return undecidable([
      `公开以下${'零一二三四五六'.charAt(length)}${dice.choose(['大类信息', '类信息', '个方面内容', '大领域'])}：${names(dice, length).join('、')}。`,
      '全年公开',
      slot(dice.count(1, 90)),
      '条。',
    ]);
  },
  与上年比: dice => {
    const [now = 0, before = 0] = parts(dice, 2);
    return undecidable([
      dice.choose(WHOLES),
      slot(now),
      '条，比上年',
      now < before ? '减少' : '增加',
      slot(Math.abs(now - before)),
      '条。',
    ]);
  },
};

function undecidable(pieces: readonly (string | Slot)[]): (string | Slot)[] {
  return pieces.map(piece => (typeof piece === 'string' ? piece : { ...piece, isDecidable: false }));
}

function shareOf(value: number, whole: number, decimals: number): Slot {
  const unit = 10 ** -decimals;
  // The last digit may have been forced to make up 100, or cut off instead of rounded.
  return slot(Number(((value / whole) * 100).toFixed(decimals)), { decimals, precision: 2.5 * unit });
}

const NOTHING: Figures = {
  newReceived: 0,
  carriedIn: 0,
  carriedOut: 0,
  partiallyGranted: 0,
  refused: 0,
  issued: 0,
  repealed: 0,
  effective: 0,
  review: 0,
  litigation: 0,
};

/**
 * Sentences about what stands in the tables; each with the other readings that a table allows: a text may count only
 * the lawsuits after a review, of which the report has none.
 */
const TABLE_FORMS: Readonly<Record<string, Form>> = {
  收到申请: ({ choose }, f) => [
    choose(['全年', '2024年，', '本年度', '']),
    choose(['收到政府信息公开申请', '共收到政府信息公开申请', '受理政府信息公开申请', '共受理依申请公开']),
    slot(choose([f.newReceived, f.newReceived + f.carriedIn]), { alsoRight: receivedReadings(f) }),
    '件。',
  ],
  新收与结转: (_, f) => [
    '全年共受理政府信息公开申请',
    slot(f.newReceived + f.carriedIn, { alsoRight: receivedReadings(f) }),
    '件，其中本年新收',
    slot(f.newReceived),
    '件，上年结转',
    slot(f.carriedIn),
    '件。',
  ],
  办结: ({ choose }, f) => [
    '收到政府信息公开申请',
    slot(f.newReceived, { alsoRight: receivedReadings(f) }),
    '件，',
    choose(['已答复', '已办结', '办结']),
    slot(results(f)),
    '件。',
  ],
  结转下年: ({ choose }, f) => [
    '全年收到政府信息公开申请',
    slot(f.newReceived, { alsoRight: receivedReadings(f) }),
    '件，',
    choose(['结转下年度继续办理', '结转下年度办理', '结转下年度']),
    slot(f.carriedOut),
    '件。',
  ],
  复议: ({ choose }, f) => [
    choose(['本年因政府信息公开被申请行政复议', '全年发生行政复议', '涉及政府信息公开的行政复议案件']),
    slot(f.review),
    '件。',
  ],
  诉讼: ({ choose }, f) => [
    choose(['本年因政府信息公开被提起行政诉讼', '全年发生行政诉讼', '涉及政府信息公开的行政诉讼案件']),
    slot(f.litigation, { alsoRight: [0] }),
    '件。',
  ],
  申请渠道: ({ choose, count }, f) => {
    const online = count(0, f.newReceived);
    const letters = count(0, f.newReceived - online);
    const [a, b, c] = choose([
      ['网上申请', '信函申请', '当面申请'],
      ['网站平台', '电子邮件', '其他方式'],
      ['通过网站提交', '通过邮寄提交', '现场提交'],
    ] as const);
    return [
      '全年收到政府信息公开申请',
      slot(f.newReceived, { alsoRight: receivedReadings(f) }),
      `件，其中${a}`,
      slot(online),
      `件，${b}`,
      slot(letters),
      `件，${c}`,
      slot(f.newReceived - online - letters),
      '件。',
    ];
  },
  申请人: ({ count, choose }, f) => {
    const people = count(0, f.newReceived);
    return [
      choose(['共收到政府信息公开申请', '2024年，收到政府信息公开申请']),
      slot(f.newReceived, { alsoRight: receivedReadings(f) }),
      '件，其中自然人申请',
      slot(people),
      '件，法人和其他组织申请',
      slot(f.newReceived - people),
      '件。',
    ];
  },
  办理结果: ({ choose }, f) => {
    const granted = results(f) - f.partiallyGranted - f.refused;
    return [
      choose(['全年办结政府信息公开申请', '已答复政府信息公开申请']),
      slot(results(f)),
      choose(['件，其中', '件。其中，']),
      '予以公开',
      slot(granted),
      '件，部分公开',
      slot(f.partiallyGranted),
      '件，不予公开',
      slot(f.refused),
      '件。',
    ];
  },
  规范性文件: ({ choose }, f) => [
    choose(['全年制发行政规范性文件', '本年制定行政规范性文件', '印发规范性文件']),
    slot(f.issued),
    '件，废止行政规范性文件',
    slot(f.repealed),
    '件，现行有效行政规范性文件',
    slot(f.effective),
    '件。',
  ],
};

/** Sentences of a report with the older statistics table. */
const STATISTICS_FORMS: Readonly<Record<string, Form>> = {
  历年累计申请: ({ choose }, f) => [
    choose([
      '历年累计受理政府信息公开申请',
      '历年累计收到政府信息公开申请',
      '截至2018年底，历年累计受理政府信息公开申请',
    ]),
    slot(f.newReceived + f.carriedIn, { alsoRight: [f.newReceived] }),
    '件。',
  ],
  历年累计案件: ({ choose }, f) =>
    choose([
      ['历年累计发生行政复议', slot(f.review + f.repealed, { alsoRight: [f.review] }), '件。'],
      ['历年累计发生行政诉讼', slot(f.litigation + f.issued, { alsoRight: [f.litigation] }), '件。'],
    ]),
  本年申请与统计表: ({ choose }, f) => [
    choose(['2018年，受理政府信息公开申请', '全年收到政府信息公开申请']),
    slot(f.newReceived),
    '件，已答复',
    slot(f.newReceived),
    '件。',
  ],
};

/** Said before and behind: figures that are nobody's part. */
const BEFORE = [
  '',
  '',
  '',
  '推进“3550”改革和“1+2+3”公开机制。',
  '按照绿政发〔2016〕23号文件要求，',
  '政府网站浏览量近4000人次，',
  '办理12345热线转办事项，',
  '开设专栏9个，',
  '落实条例第20条要求，',
];
const BEHIND = [
  '',
  '',
  '',
  '公开信息浏览量同比增长12.3%。',
  '培训人员120余人次。',
  '群众满意率100%，按时办结率100%。',
  '开设4S店监管专栏，打造15分钟便民服务圈。',
  '网站点击量超12.5万人次。',
  '咨询电话0571-12345678。',
];

function results(f: Figures): number {
  return f.newReceived + f.carriedIn - f.carriedOut;
}

function receivedReadings(f: Figures): number[] {
  return [f.newReceived, f.newReceived + f.carriedIn, results(f)];
}

/** Any of the sentences, and which of its figures is mistyped how. */
export const sentence: fc.Arbitrary<{ sentence: Sentence; pick: number; by: number }> = fc.gen().map(g => {
  const count: Count = (min, max) => g(fc.integer, { min, max });
  const choose: Choose = options => options[count(0, options.length - 1)] as (typeof options)[number];
  const dice: Dice = { choose, count };
  const largest = choose([5, 40, 300, 2000]);
  const newReceived = count(1, largest);
  const carriedIn = count(0, 20);
  const carriedOut = count(0, Math.min(20, newReceived));
  const issued = count(0, 30);
  const figures: Figures = {
    newReceived,
    carriedIn,
    carriedOut,
    partiallyGranted: count(0, Math.floor((newReceived - carriedOut) / 3)),
    refused: count(0, Math.floor((newReceived - carriedOut) / 3)),
    issued,
    repealed: count(0, 9),
    effective: issued + count(0, 60),
    review: count(0, 9),
    litigation: count(0, 9),
  };
  const group = choose([
    FORMS,
    FORMS,
    FORMS,
    FORMS,
    FORMS,
    FORMS,
    TABLE_FORMS,
    TABLE_FORMS,
    TABLE_FORMS,
    STATISTICS_FORMS,
  ]);
  const [form, write] = choose(Object.entries(group));
  const pieces = [choose(BEFORE), ...write(dice, figures), choose(BEHIND)];
  const year = group === STATISTICS_FORMS ? 2018 : 2024;
  return {
    sentence: {
      form,
      pieces,
      print: choose(['plain', 'plain', 'plain', 'thousands', 'fullWidth'] as const),
      year,
      figures,
    },
    pick: count(0, 999),
    by: count(0, 999),
  };
});

function printed({ value, decimals }: Slot, print: Sentence['print']): string {
  const text = value.toFixed(decimals);
  if (print === 'fullWidth') return text.replace(/[\d.]/g, each => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
  return print === 'thousands' ? text.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',') : text;
}

export function textOf({ pieces, print }: Sentence): string {
  return pieces.map(piece => (typeof piece === 'string' ? piece : printed(piece, print))).join('');
}

/** A whole report without a mistake around a sentence. */
export function reportAround({ year, figures: f }: Sentence, text: string): string {
  const edition = editionForYear(year);
  if (year === 2018) {
    const [now, ever] = [String(f.newReceived), String(f.newReceived + f.carriedIn)];
    return [
      '{{head 绿洲县农业农村局 2018}}',
      '## 一、概述',
      text,
      '{{parts 二-七}}',
      '## 八、附表',
      `{{fujian received: ${now} ${ever}; online: ${now} ${ever}; replied: ${now} ${ever}; replyGranted: ${now} ${ever}; reviews: ${String(f.review)} ${String(f.review + f.repealed)}; litigations: ${String(f.litigation)} ${String(f.litigation + f.issued)}}}`,
    ]
      .map(line => expandMacros(line, edition))
      .join('\n\n');
  }
  return [
    '{{head 绿洲县农业农村局 2024}}',
    '## 一、总体情况',
    text,
    '## 二、主动公开政府信息情况',
    `{{table2 normativeDocuments: ${String(f.issued)} ${String(f.repealed)} ${String(f.effective)}}}`,
    '## 三、收到和处理政府信息公开申请情况',
    `{{table3 newReceived: ${String(f.newReceived)} 0 0 0 0 0; carriedIn: ${String(f.carriedIn)} 0 0 0 0 0; carriedOut: ${String(f.carriedOut)} 0 0 0 0 0; partiallyGranted: ${String(f.partiallyGranted)} 0 0 0 0 0; refusedThirdParty: ${String(f.refused)} 0 0 0 0 0}}`,
    '## 四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    `{{table4 review: ${String(f.review)} 0 0 0; litigationDirect: ${String(f.litigation)} 0 0 0}}`,
    '{{parts 五-六}}',
  ]
    .map(line => expandMacros(line, edition))
    .join('\n\n');
}

/** The sentence with one of its figures changed; undefined where none of them can be judged. */
export function changed(sentence: Sentence, pick: number, by: number): Sentence | undefined {
  const places = sentence.pieces.flatMap((piece, i) => (typeof piece !== 'string' && piece.isDecidable ? [i] : []));
  const at = places[pick % places.length];
  const piece = at === undefined ? undefined : sentence.pieces[at];
  if (at === undefined || piece === undefined || typeof piece === 'string') return undefined;
  for (let attempt = 0; attempt < 20; attempt++) {
    const value = mistyped(piece, by + attempt);
    if (value < 0 || Math.abs(value - piece.value) < piece.precision || piece.alsoRight.includes(value)) continue;
    return { ...sentence, pieces: sentence.pieces.map((each, i) => (i === at ? { ...piece, value } : each)) };
  }
  return undefined;
}

/** A slip of the hand: a digit too many, too few or another, two digits swapped, or some more or less. */
function mistyped({ value, decimals }: Slot, by: number): number {
  const digits = String(Math.round(value * 10 ** decimals));
  const at = by % digits.length;
  const other = String((Number(digits.charAt(at)) + 1 + (by % 9)) % 10);
  const slips = [
    digits.slice(0, at) + other + digits.slice(at + 1),
    digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2),
    digits.slice(0, at) + digits.slice(at + 1),
    digits.slice(0, at) + digits.charAt(at) + digits.slice(at),
    String(Number(digits) + 1 + (by % 29)),
    String(Number(digits) - 1 - (by % 29)),
  ];
  return Number(slips[by % slips.length]) / 10 ** decimals;
}
