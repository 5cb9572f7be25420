import {
  BODY_ENDINGS,
  isOffice,
  kindOfBody,
  matterOf,
  ownNames,
  placedBody,
  townOf,
  type BodyKind,
} from '../../model/publicBody.ts';
import { REPORT_NAME, YEAR } from '../../format/reportNames.ts';
import type { Stated } from '../../model/report.ts';
import { sentenceAround } from '../../model/prose/passages.ts';
import type { TextBlock, TextFact } from '../../syntax/paragraphFacts.ts';
import { fold } from '../../text/fold.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding, type Finding, type FindingId } from '../support/rule.ts';
import { matchesOf } from '../../text/matches.ts';

/**
 * 正文把别的单位当作本机关。
 *
 * 多半是套用了别的单位的文本：标题是财政局，正文却“编制了《某县商务局政府信息公开指南》”，或请公众与同级的另一个部门联系；
 * 标题是部门，引言却说结合“我市各级人民政府”的工作编制；标题是镇，引言却说“现公布某县林业局2025年度……报告”。同一地方的另一个部门是警告；名称只差一两个字的（可能漏字）、部门的
 * 报告里自称“我镇”“我街道”或乡镇的报告里自称“我局”的，只作提示。
 *
 * 落款与标题只差一两个字的（水务局与水利局、临溪市与临溪县），只作提示。
 *
 * 落款、联系单位是别的单位的，乡镇、部门的报告说受理“向市政府提出的申请”的，按警告报告。
 *
 * 不报：
 * - 向上级报送、按上级要求、上级转办的。
 * - 引用别的单位的文件，如“根据《某市人民政府办公室关于……的通知》”。
 * - 简称与全称，如财金局与财政金融局；本机关的办公室、信息公开办公室。
 * - 政府的报告由办公室编制、请与办公室联系的。
 * - 标题看不出单位的。
 *
 * English: The text takes another body for its own: its guide, its contact, or a whole city in a department's report.
 * Documents of other bodies that are cited, short names, and offices of the body itself are fine.
 */
export const otherBody = defineRule({
  id: 'wording/other-body',
  catalogue: ['S09'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  readers: { names: readNames },
  *run({ report }, { names }) {
    const { publicBody } = report;
    if (!publicBody || publicBody.value.length < 4) return;
    const kind = kindOfBody(publicBody.value);
    let hasSelf = false;
    for (const where of names) {
      const { fact, placed } = where;
      if (
        publicBody.span &&
        placed.at <= publicBody.span.start &&
        publicBody.span.end <= placed.at + placed.block.length
      )
        continue;
      if (fact.kind === 'owned' || fact.kind === 'announced') {
        const isOther = fact.kind === 'announced' && isOtherLevel(publicBody.value, fact.name);
        const relation = isOther ? 'other' : relate(publicBody.value, fact.name);
        if (relation === 'other') yield tell(where, publicBody, 'wording/other-body', 'warning');
        else if (relation === 'similar') yield tell(where, publicBody, 'wording/other-body#similar', 'information');
      } else if (fact.kind === 'signature') {
        const last = report.sections.at(-1);
        if (!last || placed.at <= last.heading.at) continue;
        const isOther = isOtherSignature(publicBody.value, fact.name);
        if (isOther || isDoubtfulSignature(publicBody.value, fact.name))
          yield tell(where, publicBody, 'wording/other-body#signature', isOther ? 'warning' : 'information');
      } else if (fact.kind === 'addressee') {
        if (isAnothersMail(publicBody.value, kind, fact.name))
          yield tell(where, publicBody, 'wording/other-body#addressee', 'warning');
      } else if (fact.kind === 'whole') {
        if (kind === 'localDepartment' && isIntroduction(report, placed.at))
          yield tell(where, publicBody, 'wording/other-body#whole', 'warning');
      } else if (!hasSelf && isForeign(kind, fact.name)) {
        hasSelf = true;
        yield tell(where, publicBody, 'wording/other-body#self', 'information');
      }
    }
  },
});

interface Name {
  /**
   * Named as one's own; the body whose report is announced; all governments of the place; a word for oneself; the body
   * that signs; the body to which applications were made.
   */
  readonly kind: 'owned' | 'announced' | 'whole' | 'self' | 'signature' | 'addressee';
  readonly name: string;
  readonly start: number;
}

function tell(
  { fact, place }: TextFact<Name>,
  publicBody: Stated<string>,
  message: Extract<FindingId, `wording/other-body${string}`>,
  severity: 'warning' | 'information',
): Finding {
  return finding(place(fact.start, fact.start + fact.name.length), {
    message,
    severity,
    args: { name: fact.name, body: publicBody.value },
    related: publicBody.span ? [{ span: publicBody.span, message: 'related.titleBody', args: {} }] : [],
  });
}

const BODY = `[\\u4e00-\\u9fff]{2,24}?${BODY_ENDINGS}`;
/** Its own guide: 编制了《…政府信息公开指南》. */
const GUIDE = new RegExp(
  `(?:编制|制定|制订|修订|编印|更新|完善|公布|发布)(?:完善)?(?:了)?《(${BODY})(?:政府)?信息公开(?:工作)?(?:指南|目录|制度|办法|申请表|实施细则)`,
  'g',
);
/** What is announced: 现公布某县某局2025年度政府信息公开工作年度报告. */
const ANNOUNCED = new RegExp(`(?:公布|发布|公开|编制)(?:了)?《?(${BODY})${YEAR}年度?${REPORT_NAME}`, 'g');
/** Whom to ask: 请与…联系. */
const CONTACT = new RegExp(
  `请(?:直接)?(?:与|和|同|向)(${BODY})(?:政府信息公开|政务公开|信息公开|综合|党政)?(?:工作)?(?:领导小组)?(?:办公室|科|股|处)?(?:联系|咨询|反映)`,
  'g',
);
/** 联系单位：…, 编制单位：… on a line of its own. */
const LABELLED = new RegExp(
  `(?:联系单位|咨询单位|受理机构|编制单位|报告单位|填报单位|单位名称|发布机构|制作单位)[：:]\\s*(${BODY})(?![\\u4e00-\\u9fff])`,
  'g',
);
/** The line of a signature: a body, perhaps with the day. */
const SIGNATURE = new RegExp(
  `^[\\s　]*([\\u4e00-\\u9fff]{2,24}${BODY_ENDINGS})[\\s　]*(?:[（(](?:公章|盖章|章)[）)])?[\\s　]*(?:[\\d０-９]{4}年[\\d０-９]{1,2}月[\\d０-９]{1,2}日)?[\\s　]*$`,
);
const LONGEST_SIGNATURE = 48;
/** 受理公民、法人和其他组织向市政府提出的政府信息公开申请. */
const ADDRESSEE =
  /(?:受理|收到|接收|接到|办理|答复|处理)[^。；]{0,40}?向([^，。；、向]{2,30}?)(?:提出|提交|递交)的?[^，。；]{0,16}申请/g;
const ADDRESSED = /转办|转交|转来|交办|协助|代为|代[^，。；]{0,4}(?:办理|答复)|承办|移交|征求|复议|诉讼|批转|移送|转送/;
const WHOLE = /我[省市州县区]各级(?:人民)?政府(?=[和及、与]|及其|各)/g;
const SELF = /(?:^|[。；，,;、：:\s　])(我(?:局|镇|乡|街道|委))(?=[\u4e00-\u9fff])/g;

function readNames(text: string, block: TextBlock): Name[] {
  const found: Name[] = [];
  if (text.includes('《')) for (const match of matchesOf(text, GUIDE)) found.push(name('owned', match));
  if (text.includes('报告') && text.includes('公开'))
    for (const match of matchesOf(text, ANNOUNCED)) found.push(name('announced', match));
  if (text.includes('请')) for (const match of matchesOf(text, CONTACT)) found.push(name('owned', match));
  if (text.includes('：') || text.includes(':'))
    for (const match of matchesOf(text, LABELLED)) found.push(name('owned', match));
  const signature = block.kind === 'paragraph' && text.length <= LONGEST_SIGNATURE ? SIGNATURE.exec(text) : null;
  if (signature) found.push(name('signature', signature));
  if (text.includes('向') && text.includes('申请'))
    for (const match of matchesOf(text, ADDRESSEE))
      if (!ADDRESSED.test(sentenceAround(text, match.index, match.index + match[0].length).text))
        found.push(name('addressee', match));
  if (text.includes('我')) {
    for (const match of matchesOf(text, WHOLE)) found.push({ kind: 'whole', name: match[0], start: match.index });
    for (const match of matchesOf(text, SELF)) found.push(name('self', match));
  }
  return found.sort((a, b) => a.start - b.start);
}

function name(kind: Name['kind'], match: RegExpMatchArray): Name {
  const [whole, found = ''] = match;
  return { kind, name: found, start: (match.index ?? 0) + whole.indexOf(found) };
}

/** Before the first section: what the report is made of is said there. */
function isIntroduction(report: ReportOutline, at: number): boolean {
  const [first] = report.sections;
  return first !== undefined && at < first.heading.at;
}

/** What a body named as one's own is to the body of the title; unknown where anything leaves a doubt. */
function relate(own: string, other: string): 'same' | 'similar' | 'other' | 'unknown' {
  const a = fold(own);
  const b = fold(other);
  if (a === b || a.includes(b) || b.includes(a)) return 'same';
  const { place: ownPlace, office: ownOffice } = placedBody(a) ?? { place: '', office: '' };
  const { place: otherPlace, office: otherOffice } = placedBody(b) ?? { place: '', office: '' };
  if (ownOffice !== '' && ownOffice === otherOffice && ownPlace !== otherPlace)
    return differ(ownPlace, otherPlace) <= 2 && isWithin(ownPlace, otherPlace) ? 'similar' : 'unknown';
  if (ownPlace === '' || ownPlace !== otherPlace) return 'unknown';
  const ownTown = townOf(ownOffice);
  const otherTown = townOf(otherOffice);
  if (ownTown !== undefined && otherTown !== undefined) return isWithin(ownTown, otherTown) ? 'unknown' : 'other';
  if (!isOffice(a) || !isOffice(b)) return 'unknown';
  if (isWithin(ownOffice, otherOffice)) return 'unknown';
  // 经济贸易局 and 经贸局, 发展和改革局 and 发改委: short names share signs.
  const shared = [...matterOf(otherOffice)].filter(sign => matterOf(ownOffice).includes(sign)).length;
  return shared === 0 ? 'other' : 'unknown';
}

/** Whether one is a town and the other a department of the same place: 青川县白河镇, 青川县林业局. */
function isOtherLevel(own: string, other: string): boolean {
  const [a, b] = [placedBody(fold(own)), placedBody(fold(other))];
  if (!a || !b || a.place !== b.place) return false;
  const isTown = ({ office }: { office: string }) => townOf(office) !== undefined;
  return (isTown(a) && isOffice(fold(other))) || (isTown(b) && isOffice(fold(own)));
}

/** Whether a report is signed by another body: another department or town, or the same of another place. */
function isOtherSignature(own: string, other: string): boolean {
  const relation = relate(own, other);
  if (relation !== 'unknown') return relation === 'other';
  const [a, b] = [placedBody(fold(own)), placedBody(fold(other))];
  if (!a || !b) return false;
  // 霁川市青屿县 and 青屿县 share signs.
  const shared = [...a.place.slice(0, -1)].some(sign => b.place.slice(0, -1).includes(sign));
  return !shared && ((isOffice(own) && isOffice(other)) || a.office === b.office);
}

/** 水务局 under a title of 水利局, 兰溪县 for 临溪县: near it, and neither a short form nor an outer place left out. */
function isDoubtfulSignature(own: string, other: string): boolean {
  const [a, b] = [placedBody(fold(own)), placedBody(fold(other))];
  if (!a || !b || a.place === '' || b.place === '' || a.office === '' || b.office === '') return false;
  if (a.place === b.place)
    return isOffice(own) && isOffice(other) && a.office !== b.office && !isWithin(a.office, b.office);
  return a.office === b.office && !a.place.endsWith(b.place) && !b.place.endsWith(a.place);
}

const GOVERNMENT = /^[^我本]{0,12}[省市县区州旗]?(?:人民)?政府(?:办公室|办公厅|办)?$/;

/** Whether applications that were addressed to a body are another's: those to its government, to a department. */
function isAnothersMail(own: string, kind: BodyKind, addressee: string): boolean {
  if (kind !== 'township' && kind !== 'localDepartment') return false;
  const names = ownNames(own);
  const isOther = (piece: string) => {
    if (/^[我本]/.test(piece) || names.some(each => each.includes(piece) || piece.includes(each))) return false;
    if (kind === 'township' && /[乡镇]|街道/.test(piece)) return relate(own, piece) === 'other';
    return GOVERNMENT.test(piece) || relate(own, piece) === 'other';
  };
  return addressee.split(/以及|[和及与]/).every(isOther);
}

/** Whether the shorter name is made of signs of the longer one, in their order. */
function isWithin(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  for (const sign of long) if (sign === short.charAt(at)) at++;
  return at === short.length;
}

function differ(a: string, b: string): number {
  return Math.abs(a.length - b.length);
}

/** A word for oneself that a body of this kind does not use. */
function isForeign(kind: BodyKind, self: string): boolean {
  if (kind === 'localDepartment') return self === '我镇' || self === '我乡' || self === '我街道';
  return kind === 'township' && (self === '我局' || self === '我委');
}
