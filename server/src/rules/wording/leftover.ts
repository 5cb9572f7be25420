import { alternatives, WORK_UNITS } from '../../text/measureWords.ts';
import { SpanSet } from '../../text/spanSet.ts';
import { charClassTable } from '../../text/charTable.ts';
import type { Heading, Paragraph } from '../../syntax/block.ts';
import { defineRule, finding } from '../support/rule.ts';
import { shortened } from '../../text/shortened.ts';
import { matchesOf } from '../../text/matches.ts';

/**
 * 模板里的空白、占位符号或填写说明没有改掉，数字还没有填。
 *
 * 表样里供选择的话：“本行政区域（或本部门）”“我市（县、区）”。占位符号：XX、××、○○条、
 * 20XX年、空的【】和〔〕、＿＿、“年 月 日”之间没有数字，“共公开信息条”里没有数。填写说明：“（文字描述）”“【请补充】”“（如无请写无）”“请在此填写”“该部分以
 * 表格形式报告”“（待补充）”，以及提纲原文作标题，如“受理申请的数量（含……历年累计数量）、主要受理方式、数量居前的申请事项等；”。
 * 整份都是空白模板的只作提示；引号里的占位符号可能是泛指，空括号可能还没有写完，也只作提示。
 *
 * 不报：
 * - 隐去姓名的“张××”“李XX”。
 * - 网址、电子邮箱里的字母，算式3×2；网页上“文号”一栏的“〔〕号”。
 * - 文号〔2024〕8号、专栏名称【图解】里有字的括号。
 * - Markdown的分隔线和粗体。
 *
 * English: A blank, a placeholder or an instruction of the template is left standing. Names made anonymous, addresses
 * of web pages and products (3×2) are fine; in a template that is blank as a whole this is information only.
 */
export const leftover = defineRule({
  id: 'wording/leftover',
  catalogue: ['S14'],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'paragraph',
  reader: readLeftovers,
  *run({ text, place, facts }, leftovers) {
    for (const fact of leftovers) {
      const severity = fact.isDoubtful || facts.isBlankTemplate ? 'information' : 'warning';
      yield finding(place(fact.start, fact.end), {
        message: MESSAGES[fact.kind],
        severity,
        args: { text: shortened(text.slice(fact.start, fact.end), LONGEST_SHOWN) },
      });
    }
  },
});

const MESSAGES = {
  placeholder: 'wording/leftover',
  instruction: 'wording/leftover#instruction',
  outline: 'wording/leftover#outline',
  number: 'wording/leftover#number',
} as const;

interface Leftover {
  readonly start: number;
  readonly end: number;
  readonly kind: keyof typeof MESSAGES;
  /** May be meant as it stands. */
  readonly isDoubtful: boolean;
}

/** What a number is expected before. */
const COUNTED = `${alternatives(WORK_UNITS)}|人次|万元|年|月`;

/** Forms of placeholders, with the signs of which each holds one; every form looks at a bounded stretch only. */
const PLACEHOLDERS: readonly { readonly signs: string; readonly needs?: RegExp; readonly forms: readonly RegExp[] }[] =
  [
    {
      signs: 'XxＸｘ×✕╳',
      forms: [
        // 20XX年, 202X年
        /(?<![\d０-９])[12１２][\d０-９]{1,2}[XxＸｘ×]{1,2}(?=\s*年)/g,
        // XX, ××
        /[XxＸｘ×✕╳]{2,20}/g,
        // 公开政府信息X条
        new RegExp(`(?<=[\\u4e00-\\u9fff]\\s?)[XＸ×](?=\\s?(?:${COUNTED}|日)(?![\\u4e00-\\u9fff]?[A-Za-z]))`, 'g'),
      ],
    },
    // ○○县, 公开信息○○条
    {
      signs: '○〇◯',
      forms: [new RegExp(`(?<![一二三四五六七八九十年〇○])[○〇◯]{2,6}(?=\\s*(?:[省市县区镇乡局]|${COUNTED}))`, 'g')],
    },
    // TODO 数据待核实
    { signs: 'TF', forms: [/(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])/g] },
    // 共＿＿件
    { signs: '＿_', forms: [/＿{2,80}|_{3,80}/g] },
    // 【 】, 〔〕
    { signs: '【〔', forms: [/【[\s　]{0,20}】|〔[\s　]{0,20}〕/g] },
    // 2024年  月  日
    {
      signs: '月',
      needs: /[年月][\s　]/,
      forms: [
        /(?:[\d０-９]{4}|(?<![\u4e00-\u9fff]))[\s　]{0,12}年(?:[\s　]{1,12}月[\s　]{0,12}日|[\s　]{0,12}月[\s　]{1,12}日)/g,
      ],
    },
    { signs: '{', forms: [/\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}/g] },
    // 收到申请？？件
    { signs: '?？', forms: [new RegExp(`[?？]{2,10}(?=\\s?(?:${COUNTED}))`, 'g')] },
  ];
/** 共公开信息条，: a measure word without its number; 申请件 and 信件 are words of their own. */
const WITHOUT_NUMBER =
  /[条件篇份次](?=[，,。；;（()）])(?<=(?:共计?|总计|合计|累计)[\u4e00-\u9fff]{0,14}(?:公开|发布|公布|信息|收到|受理|办理|办结|答复|解读|文件|建议|提案)[条件篇份次])/g;
/** Words with which it may stand. */
const LONGEST_COUNTED = 5;

/** May be meant to be filled in later. */
const EMPTY_BRACKETS = /（[\s　]{0,20}）|(?<![\w.])\([\s　]{0,20}\)/g;

/** Without any of these words nothing instructs. */
const INSTRUCTS =
  /或|这里|[（(][省市县区镇乡单]|填|请|待|写|此|描述|说明|模板|样例|示例|根据实际|自行|字左右|字以|以表格/;

/** Instructions in brackets, and those without: a text has none that lacks what is looked for in `needs`. */
const INSTRUCTIONS: readonly { readonly needs: RegExp; readonly forms: readonly RegExp[] }[] = [
  {
    needs: /[（(【\[［]/,
    forms: [
      // 本行政区域（或本部门）, 我市（县、区）
      /(?<=本(?:行政区域|行政机关|机关|单位|部门|地区|级|级政府|[省市县区])|我[省市县区](?:政府)?)[（(](?:或(?:者)?[^（）()，。；\n]{1,12}|[省市县区镇乡州旗]{1,2}(?:[、/／][省市县区镇乡州旗]{1,2}){1,5})[）)]/g,
      /[（(【\[［]\s*(?:文字描述|文字说明|此处|请在|请填|请补充|请核[实对]|请完善|请根据|请按|填写|单位名称(?=\s*[）)】\]］])|单位全称(?=\s*[）)】\]］])|填报|待补|待填|待定|待核|待查|待确认|待统计|待更新|如有请|如无请|可根据|根据实际|示例|样例|模板)[^（）()【】\[\]［］\n]{0,60}[）)】\]］]/g,
      // （如没有其他需要报告的事项，请写“无”）
      /[（(【\[［][如若](?:果)?(?:无|没有|有)[^（）()【】\[\]［］\n]{0,40}(?:请?[填写]|请注明|请删[除去])[^（）()【】\[\]［］\n]{0,12}[）)】\]］]/g,
      /[（(【\[［][^（）()【】\[\]［］\n]{0,40}(?:在此处(?:报告|填写|说明)|字左右|\d字以[内上]|请填写|可自行(?:增加|删减|调整))[^（）()【】\[\]［］\n]{0,20}[）)】\]］]/g,
    ],
  },
  {
    needs: /此|这里|请填写|以表格|待/,
    forms: [
      /请在此(?:处)?(?:填写|输入|添加|说明|插入)|(?:单击|点击)(?:此处|这里)(?:输入|添加|填写)[\u4e00-\u9fff]{0,6}|在此处?(?:输入|填写)[\u4e00-\u9fff]{0,8}|请填写(?=[。；;.]?\s*$)|此处(?:填写|插入|省略)[\u4e00-\u9fff]{0,12}/g,
      /(?:该|此|本|这一)部分(?:内容)?(?:请)?以表格(?:的)?形式(?:报告|填报|报送|体现|呈现)/g,
      // 数据待补充, 此处请核实
      /(?<=^|[：:，,。；;、（(\s]|数据|内容|数字|文字)待(?:补充?|填写?|核实|核对|统计)(?=$|[。；;，,、）)\s])|(?:此处|这里)(?:请|待|需要?)(?:补充|填写|核实|核对|更新|修改|插入)[\u4e00-\u9fff]{0,8}/g,
    ],
  },
];

/** Sentences of the outlines that were handed out for the reports until 2018, and their like. */
const OUTLINE = /[（(]含[^（）()\n]{0,30}历年累计[^（）()\n]{0,8}[）)]|主要受理方式、数量居前的申请事项/;

/** Signs of the placeholders, in their order, then of brackets and outlines, of instructions, and of totals. */
const KINDS = charClassTable(
  ...PLACEHOLDERS.map(({ signs }) => signs),
  '（(、',
  '填请待此这描说模样示根自字以或省市县区镇乡单写',
  '共计',
);
const BRACKET = PLACEHOLDERS.length + 1;
const INSTRUCTION = BRACKET + 1;
const TOTAL = INSTRUCTION + 1;

/** Kinds of signs that a text holds: bit n for kind n, bit 0 for all else. */
function kindsIn(text: string): number {
  let kinds = 0;
  for (let at = 0; at < text.length; at++) kinds |= 1 << (KINDS[text.charCodeAt(at)] ?? 0);
  return kinds;
}

const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段钱汤尹黎易常武乔贺赖龚某',
);

function readLeftovers(text: string, block: Heading | Paragraph): Leftover[] {
  const kinds = kindsIn(text);
  const found: Leftover[] = [];
  if (kinds < 2) return found;
  const has = (kind: number) => (kinds & (1 << kind)) !== 0;
  const taken = new SpanSet();
  const add = (start: number, end: number, kind: Leftover['kind'], isDoubtful = false) => {
    if (taken.addIfFree({ start, end })) found.push({ start, end, kind, isDoubtful });
  };
  if (isOutline(text, block)) add(0, text.length, 'outline');
  if (has(INSTRUCTION) && INSTRUCTS.test(text))
    for (const { needs, forms } of INSTRUCTIONS) {
      if (!needs.test(text)) continue;
      for (const form of forms)
        for (const match of matchesOf(text, form)) add(match.index, match.index + match[0].length, 'instruction');
    }
  if (isRuler(text)) return found;
  for (let i = 0; i < PLACEHOLDERS.length; i++) {
    const { needs, forms } = PLACEHOLDERS[i] ?? { forms: [] };
    if (!has(i + 1) || needs?.test(text) === false) continue;
    for (const form of forms) {
      for (const match of matchesOf(text, form)) {
        const end = match.index + match[0].length;
        if (isMeant(text, match.index, end)) continue;
        add(match.index, end, 'placeholder', isQuoted(text, match.index, end));
      }
    }
  }
  if (has(TOTAL))
    for (const { index } of matchesOf(text, WITHOUT_NUMBER))
      add(Math.max(0, index - LONGEST_COUNTED + 1), index + 1, 'number');
  if (has(BRACKET))
    for (const match of matchesOf(text, EMPTY_BRACKETS))
      add(match.index, match.index + match[0].length, 'placeholder', true);
  return found.sort((a, b) => a.start - b.start);
}

/** An item that names what is to be written about, as the outline does, instead of writing it. */
function isOutline(text: string, block: Heading | Paragraph): boolean {
  if (text.length > 100 || (block.kind !== 'heading' && !block.numbering)) return false;
  return OUTLINE.test(text);
}

/** A line of nothing but signs: a rule of Markdown or a line to write on. */
function isRuler(text: string): boolean {
  return /^[\s_＿*=~—-]*$/.test(text);
}

/** Letters of an address, a product, a name made anonymous. */
function isMeant(text: string, start: number, end: number): boolean {
  // 文号 | 〔〕号: what the web page says of a paper without a number.
  if (text.charAt(start) === '〔' && OF_PAGE.test(text)) return true;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (/[XxＸｘ×✕╳]/.test(text.charAt(start))) {
    if (/[A-Za-z./@\\:-]/.test(before) || /[A-Za-z./@\\-]/.test(after)) return true;
    if (/\d/.test(before) && /\d/.test(after)) return true;
    if (
      end - start > 1 &&
      end - start <= 3 &&
      SURNAMES.has(before) &&
      !/^\s?[年月日件条份次起个期场项省市县区镇乡局村号]/.test(text.slice(end, end + 2))
    )
      return true;
    // 身份证号 and 电话 partly covered: 138XXXX1234.
    if (/\d/.test(before) && end - start >= 3) return true;
  }
  return text.charAt(start) === '_' && (/[A-Za-z]/.test(before) || /[A-Za-z]/.test(after));
}

const OF_PAGE = /^[\s|]{0,8}文\s{0,8}号\s{0,8}[|:：]/;

/** “××一件事” may mean any. */
function isQuoted(text: string, start: number, end: number): boolean {
  if (!/[XxＸｘ×✕╳]/.test(text.charAt(start))) return false;
  const before = text.slice(Math.max(0, start - 12), start);
  const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('「'));
  if (open < 0) return false;
  const close = before.slice(open).search(/[”」]/);
  return close < 0 && /[”」]/.test(text.slice(end, end + 20));
}

const LONGEST_SHOWN = 40;
