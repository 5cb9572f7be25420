/** 予以公开39件、部分公开3件，另有部分申请不予公开。: the clause behind tells of more of them, and counts nothing. */
export function hasOthersBehind(text: string, end: number): boolean {
  return OTHERS.test(text.slice(end, end + LONGEST_OTHERS).split('。')[0] ?? '');
}

const OTHERS = /^[^，；。、\d]{0,12}[，；](?:另外?|还)有?(?:一?部分|少量|少数|个别|若干|一些)[^，；。\d]*(?:[，；]|$)/;
const LONGEST_OTHERS = 60;
