import { EARLIER_OR_PART } from '../../format/data/vocabulary.ts';
import { REQUEST_UNITS } from '../../text/measureWords.ts';
import { figureTextOf } from '../../model/prose/figureText.ts';
import type { FigureSentence, ProseFigure } from '../../model/prose/numbers.ts';
import type { TextBlock } from '../../syntax/paragraphFacts.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 诉求当场答复的与派发办理的合计多于受理的。
 *
 * 热线、信箱受理的一件诉求，或当场答复，或派发、转办给承办单位，两者相加不会多于受理总数：“受理诉求1000件，即时答复700件，派
 * 发部门400件”。
 *
 * 不报：
 * - 两者合计不多于受理数的：还有别的处理。
 * - 受理数是约数的；“超”后面是精确到个位的数，仍按这个数比。
 * - 句中提到结转、上年的；办结、回复等可以包括派发的。
 *
 * English: Calls answered at once and calls passed on add up to more than the calls received.
 */
export const handledAboveReceived = defineRule({
  id: 'prose/handled-above-received',
  catalogue: ['P02'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'paragraph',
  reader: callsIn,
  *run({ place }, calls) {
    for (const { received, parts } of calls) {
      const computed = parts.reduce((sum, { value }) => sum + value, 0);
      yield finding(place(received.start, received.end), {
        message: 'prose/handled-above-received',
        args: {
          stated: received.value,
          computed,
          difference: computed - received.value,
          parts: parts.map(({ value }) => String(value)).join(' + '),
        },
        related: parts.map(each => ({
          span: place(each.start, each.end),
          message: 'related.figure',
          args: { text: `${String(each.value)}${each.unit}` },
        })),
      });
    }
  },
});

interface Calls {
  readonly received: ProseFigure;
  readonly parts: readonly ProseFigure[];
}

const RECEIVED =
  /(?:受理|接听|接到|收到|承接)[^,，;；]{0,20}(?:诉求|来电|投诉|咨询|工单|话务)(?:事项|工单|案?件)?(?:总量|共)?(?:超|逾)?$/;
const AT_ONCE = /(?:即时|当场|直接|在线)(?:答复|解答|办结|回复|解决)/;
const PASSED_ON = /派发|转办|交办|派单|转派|派遣/;

function callsIn(text: string, block: TextBlock): readonly Calls[] {
  return AT_ONCE.test(text) && PASSED_ON.test(text) ? figureTextOf(block).sentences.flatMap(readCalls) : [];
}

function readCalls({ text, figures, start }: FigureSentence): Calls[] {
  const counts = figures.filter(({ unit, decimals }) => REQUEST_UNITS.has(unit) && decimals === 0);
  // The first count of the sentence: 「受理咨询100件、诉求200件」 has two wholes.
  const [received, ...parts] = counts.slice(0, 3);
  if (!received || !RECEIVED.test(received.subject) || !isExact(received, text.slice(0, received.start - start)))
    return [];
  const [first, second] = parts;
  if (!first || !second || parts.some(({ modality, unit }) => modality !== 'exact' || unit !== received.unit))
    return [];
  if (
    !(AT_ONCE.test(first.subject) && PASSED_ON.test(second.subject)) &&
    !(PASSED_ON.test(first.subject) && AT_ONCE.test(second.subject))
  )
    return [];
  if (EARLIER_OR_PART.test(text.slice(0, second.end - start))) return [];
  return first.value + second.value > received.value ? [{ received, parts }] : [];
}

/** 「超15213件」 is no bound: nobody rounds to the last digit. */
function isExact({ modality, value }: ProseFigure, before: string): boolean {
  return modality === 'exact' || (/[超逾]$/.test(before) && value % 10 !== 0);
}
