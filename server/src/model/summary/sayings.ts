import { SITES_AND_ACCOUNTS } from '../../format/data/vocabulary.ts';
import { passagesOf } from '../prose/passages.ts';
import type { Report } from '../report.ts';
import { fold } from '../../text/fold.ts';
import { placeOf } from './places.ts';
import type { ReportScope, Saying, SayingKind, SayingTopic } from './summary.ts';

const MOST_SAYINGS = 40;

/** Words of a sentence that says so. */
const FORMS: readonly (readonly [kind: SayingKind, form: RegExp])[] = [
  [
    'cleanedUp',
    /(?:文件|规章|法规)[^，。；]{0,16}(?:清理|失效)|清理[^，。；]{0,20}(?:文件|规章|法规)|清理[^。；]{0,30}(?:废止|失效|修改|修订|保留|继续有效|现行有效)[^，。；]{0,14}(?:件|部|份)|失效[^，。；]{0,12}(?:文件|规章)|(?:文件|规章)[^。；]{0,16}失效|(?:宣布|到期|自动)失效/,
  ],
  [
    'relisted',
    /(?:权责清单|权力清单|责任清单|事项清单|事项目录|权力事项|许可事项|行政权力)[^。；]{0,20}(?:调整|重新|修订|梳理|取消|下放|承接|划转|清理|变动|更新)|(?:取消|下放|承接|划转|重新梳理|清理)[^。；]{0,16}(?:许可|处罚|权力|事项)/,
  ],
  [
    'reorganised',
    /机构改革|机构调整|区划调整|体制调整|职[责能]已?(?:划入|划转|划出|划归|移交|整合|调整(?:至|到|给))|(?:划入|划转|划归|并入(?!驻|[库网选围职会户册])|合并(?:组建|成立|到|至|为)|整合组建|新组建|挂牌(?:成立|组建|运行|办公))[^，。；]{0,20}(?:局|委|厅|办|中心|街道|镇|乡|区|机关|机构|单位)|(?:局|委|厅|办|中心|街道|镇|乡|机构|机关)[^，。；]{0,8}(?:合并|撤销|撤并|组建|划入|划转|并入(?!驻)|挂牌(?:成立|组建|运行|办公))/,
  ],
  ['renamed', /更名|改称|变更名称/],
  [
    'corrected',
    /更正(?:为|如下|说明)?|订正|统计(?:有误|错误|口径|范围|方式)[^，。；]{0,8}(?:有误|错误|调整|变化|不同|变更|改变|扩大|缩小)?|口径(?:有所)?(?:调整|变化|不同|变更|改变)|重新(?:核定|核实|统计|核算)|误(?:填|报|写|计)|漏(?:填|报|计|统)|填报有误|数据有误|有误/,
  ],
  [
    'firstYear',
    /首(?:份|次)[^，。；]{0,12}(?:年度报告|年报)|第一份[^，。；]{0,8}(?:年度报告|年报)|(?:我|本)(?:局|委|办|厅|中心|单位|机关|街道|镇|乡)[^，。；]{0,12}(?:(?:成立|组建)(?:$|[，、；]|不久|之初|第一年|首年)|(?:为|是|系|属)[^，。；]{0,14}新(?:成立|设立|组建)的?(?:单位|部门|机构))/,
  ],
];
/** All of them have one of these words; most sentences have none. */
const ANY =
  /清理|失效|清单|事项|权力|许可|改革|调整|划|并|组建|挂牌|撤|更名|改称|变更|更正|订正|有误|口径|重新|误|漏|首|第一份|成立|设立|移交|整合|统计范围|统计方式|错误/;

/** What a sentence speaks of. */
const TOPICS: readonly (readonly [topic: SayingTopic, form: RegExp])[] = [
  ['requests', /申请|结转|办理结果|依申请/],
  ['documents', /规范性文件|规章|现行有效|制发|废止|政策文件/],
  ['items', /许可|处罚|强制|权力|权责|事项清单|事项目录|收费|采购/],
  ['disclosure', /主动公开|公开(?:信息|总数|数量)|历年累计/],
  ['cases', /复议|诉讼|应诉/],
];
/** Errors that are corrected must be of an earlier year; a slip of this year is none. */
const EARLIER = /[上去往前历]一?年|以前|同期|口径|统计(?:范围|方式)/;
const NAMED_YEAR = /(20\d\d)年/g;
/** What sounds like it and has nothing to do with it, unless the second form is met as well. */
const OTHERS: Readonly<Partial<Record<SayingKind, readonly [others: RegExp, but?: RegExp]>>> = {
  // 清理网站栏目, 文件专栏过期信息清理: what stands on a site goes, and no document does.
  cleanedUp: [
    /清理[^，。；]{0,12}(?:栏目|专栏|网站|账号|链接|信息|数据|错|表述|附件|页面|案卷|档案)|(?:栏目|专栏|网站|账号|链接|信息|页面|附件)[^，。；]{0,10}清理/,
    /废止|失效|清理(?:规范性|政策)?文件(?!信息)/,
  ],
  // 误 and its like in what has nothing to do with figures.
  corrected: [
    /误区|误导|无误|贻误|更正申请|申请更正|更正政府信息|错别字|错误表述|表述错误|信息(?:发布)?(?:有误|错误)|错误信息|错敏|链接/,
  ],
  // 网站合并, 复议机关撤销, 组建专班, 因机构改革调整领导小组成员: what becomes of sites, cases and working groups.
  reorganised: [
    new RegExp(
      `${SITES_AND_ACCOUNTS.source}|领导小组|成员|专班|工作组|队伍|宣讲团|讲师团|培训|复议|诉讼|判决|答复|申请|目录|指南|清单|更新`,
    ),
    /职[责能][^，。；]{0,6}(?:划|移交|整合)|(?:划入|划转|划归|并入)[^，。；]{0,12}(?:[我本]|局|委|厅|中心)|新组建|(?:合并|整合)(?:组建|成立)|挂牌成立|[因由受][^，。；]{0,8}(?:改革|调整)[^。；]{0,20}(?:数量|件数|申请量|口径|范围)/,
  ],
};

/** What a report says that explains differences to other years. */
export function sayingsOf(report: Report): readonly Saying[] {
  const found: Saying[] = [];
  for (const passage of passagesOf(report.blocks)) {
    if (!ANY.test(passage.text)) continue;
    for (const { text, start } of passage.sentences) {
      if (!ANY.test(text)) continue;
      const folded = foldWords(text);
      const about = TOPICS.flatMap(([topic, form]) => (form.test(folded) ? [topic] : []));
      for (const [kind, form] of FORMS) {
        if (!form.test(folded) || found.length >= MOST_SAYINGS) continue;
        const [others, but] = OTHERS[kind] ?? [];
        if (others?.test(folded) === true && but?.test(folded) !== true) continue;
        if (kind === 'corrected' && !isOfEarlier(folded, report)) continue;
        if (kind === 'cleanedUp' && !about.includes('documents')) continue;
        found.push({ kind, about, place: placeOf(report.source, passage.place(start, start + text.length)) });
      }
    }
  }
  return found;
}

/** Folded but for commas and semicolons: the forms end with a clause. */
function foldWords(text: string): string {
  return fold(text).replaceAll(',', '，').replaceAll(';', '；');
}

function isOfEarlier(sentence: string, { reportYear }: Report): boolean {
  const isNamed = [...sentence.matchAll(NAMED_YEAR)].some(([, year]) => Number(year) < (reportYear?.value ?? 0));
  return isNamed || EARLIER.test(sentence);
}

const AREA_TITLE = /\(汇总\)|(?:全[省市县区州旗镇]|汇总)[^，。]{0,8}(?:年度报告|年报)/;
const AREA =
  /汇总[^。；]{0,40}(?:单位|部门|乡镇|街道|县区|区县|机关)|(?:数据|统计|本报告)[^。；]{0,16}(?:包括|涵盖|包含|覆盖|含)[^。；]{0,20}(?:各部门|各单位|[所下]属|乡镇|街道|县区|区县|全[市县区])/;
const BODY =
  /(?:仅|只)(?:为|含|包括|包含|统计|反映|指)?[^，。；]{0,6}(?:本级|本机关|本单位|本部门|机关本身)|不(?:含|包括|包含)[^，。；]{0,10}(?:[所下]属|乡镇|街道|县区|区县|部门|各单位|下级)|(?:范围|口径|报告)(?:为|是|限于)[^，。；]{0,10}(?:本级|本机关|本单位)|\(本级\)/;

/** Words by which a sentence of the sections in between speaks of the whole report. */
const OF_REPORT = /本(?:年度)?(?:报告|年报)|统计(?:范围|口径)/;

/**
 * Whose figures a report says that it gives: by its title, its introduction or its last section, elsewhere where a
 * sentence speaks of the report itself.
 */
export function scopeOf(report: Report): ReportScope | null {
  const title = fold(report.title?.value ?? '');
  if (/本级/.test(title)) return 'body';
  if (AREA_TITLE.test(title)) return 'area';
  const first = report.sections[0]?.heading.at ?? Infinity;
  const other = report.sections.find(({ role }) => role === 'other');
  for (const passage of passagesOf(report.blocks)) {
    const { start } = passage.place(0, 1);
    const isTelling = start < first || (other && other.span.start <= start && start < other.span.end);
    const said = isTelling ? [passage] : passage.sentences.filter(({ text }) => OF_REPORT.test(text));
    for (const { text } of said) {
      const folded = foldWords(text.slice(0, 4000));
      if (BODY.test(folded)) return 'body';
      if (AREA.test(folded)) return 'area';
    }
  }
  return null;
}
