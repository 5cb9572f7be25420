import { labelTextOf } from './labelText.ts';
import type { ChainReading } from './chains.ts';
import type { PartList } from './lists/partList.ts';
import { REQUEST_ROWS } from './requestQuantities.ts';
import type { StatedFigure } from './statedFigure.ts';

// Names of rows of table three that a figure stands beside, and of which it is not the number.

/** 其余15件为保护第三方权益、内部事务和过程性信息: the names behind a figure are those of several rows. */
export function namesSeveralRows({ token, steps }: StatedFigure, { tokens }: ChainReading): boolean {
  // 不予公开3件，主要涉及…: the number of their group.
  if (!steps.some(step => REQUEST_ROWS.includes(step))) return false;
  const rows = new Set<string>();
  let isEnumerated = false;
  for (let at = token + 1; at < tokens.length; at++) {
    const each = tokens[at];
    if (each === undefined || each.kind === 'number') return false;
    if (each.kind === 'sign' && each.sign !== 'enumeration' && each.sign !== 'comma') break;
    if (each.kind === 'sign' && each.sign === 'enumeration') isEnumerated = true;
    if (each.kind === 'word' && each.meaning.step !== undefined && REQUEST_ROWS.includes(each.meaning.step))
      rows.add(each.meaning.step);
  }
  return rows.size > 1 || (rows.size === 1 && isEnumerated);
}

/** 执法案卷类申请74件: what was asked for, and not why it was refused. */
export function isAskedFor(
  { steps, labelFrom, start }: StatedFigure,
  { text, tokens }: ChainReading,
  list: PartList | undefined,
): boolean {
  if (!steps.some(step => step.startsWith('refused')) || list?.whole.steps.includes('refused') === true) return false;
  const label = labelTextOf({ labelFrom, start }, { text, tokens });
  return ASKED_FOR.test(label) && !REFUSED.test(label);
}

const ASKED_FOR = /类(?:的|信息|信息公开|信息公开的)?申请(?:共|有|为|达|量)?$/;
const REFUSED = /属|不予|不公开|拒/;

/** 公文中主动公开326件、依申请公开1207件、不予公开785件: how documents are marked, and no replies. */
export function isOfMarking({ index, paragraph }: StatedFigure, { text, tokens, figures }: ChainReading): boolean {
  const near = figures.slice(Math.max(0, index - NEAR), index).filter(each => each.paragraph === paragraph);
  const isCalled = (name: RegExp) =>
    near.some(({ labelFrom, start }) => name.test(labelTextOf({ labelFrom, start }, { text, tokens })));
  return isCalled(ON_REQUEST) && isCalled(ON_OWN);
}

/** A document of each kind stands so near, with its share. */
const NEAR = 5;
const ON_REQUEST = /依申请公开(?!申请)(?:[^，。]{0,4})$/;
const ON_OWN = /主动公开(?:[^，。]{0,4})$/;
