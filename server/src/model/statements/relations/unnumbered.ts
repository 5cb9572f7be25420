import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import type { PartList } from '../lists/partList.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { sentencesOf } from './sums.ts';

// Members of a total that no figure counts: who leads a group, the body itself beside those below it.

/** 镇长任组长，副镇长2人任副组长，9名站所负责人任成员，小组共12人; 市局及所辖9个县局、4个派出机构共14个单位 */
export function isOneMoreTold({ whole, parts }: PartList, chain: ChainReading, sum: number): boolean {
  const missing = whole.number.value - sum;
  const first = parts[0]?.figure;
  if (missing <= 0 || !first) return false;
  if (PERSONS.includes(whole.number.unit)) {
    const pieces = piecesWithoutFigure(whole, chain);
    const heads = pieces.filter(piece => HEAD.test(piece)).length;
    return heads > 0 && (missing === heads || pieces.some(piece => MEMBERS.test(piece)));
  }
  const label = labelTextOf(first, chain);
  return missing === 1 && BODIES.includes(whole.number.unit) && BESIDE.test(label);
}

const PERSONS = ['人', '名'];
const BODIES = ['个', '家'];
/** 市局及所辖, 办公室和; 以及 joins what was counted. */
const BESIDE = /[^以，]{2}(?:及其?|和|与|连同)(?:所?[辖属]|下[辖属]|直属|各|全.)?$/;
/** 由主任任组长, 县长为主任 */
const HEAD = /[任为][^，、；。]{0,6}(?:组长|主任|主席|召集人|指挥长?)(?:[，、；的]|$)/;
/** 各科室负责人为成员: so many that are told nowhere. */
const MEMBERS = /(?:各|全体|有关|相关|等)[^，、；。]*成员/;

/** Clauses of the sentence of a figure, before it, in which no other one stands. */
function piecesWithoutFigure(whole: StatedFigure, { figures, text }: ChainReading): readonly string[] {
  const sentence = sentencesOf(figures).find(([{ sentence }]) => sentence === whole.sentence) ?? [whole];
  const from = Math.max(
    text.lastIndexOf('。', sentence[0].start),
    text.lastIndexOf('\n', sentence[0].start),
    whole.start - LONGEST_SENTENCE,
  );
  const starts = sentence.map(({ start }) => start);
  const found: string[] = [];
  let at = from + 1;
  for (const piece of text.slice(at, whole.start).split(/(?<=[，、；,;])/)) {
    const end = at + piece.length;
    if (!starts.some(start => start >= at && start < end)) found.push(piece);
    at = end;
  }
  return found;
}

const LONGEST_SENTENCE = 160;
