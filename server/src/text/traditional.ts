import { identityTable } from './charTable.ts';
import { SIMPLIFIED, TRADITIONAL } from './data/traditionalPairs.ts';

/** Traditional characters stand from here on. */
const FIRST = 0x4e00;
const BECAME = makeTable();

function makeTable(): Uint16Array {
  const table = identityTable(FIRST, 0xa000);
  for (let at = 0; at < TRADITIONAL.length; at++) table[TRADITIONAL.charCodeAt(at) - FIRST] = SIMPLIFIED.charCodeAt(at);
  return table;
}

/**
 * The simplified character of a traditional one, for one UTF-16 unit: 為 gives 为. All others give themselves, also those
 * that simplified text uses besides (乾 of 乾县, 著 of 著作).
 */
export function simplified(code: number): number {
  return BECAME[code - FIRST] ?? code;
}

/**
 * Those among them that are standard characters as well, in names (於潜镇, 陞) or in one sense (宫商角徵羽): read like the
 * simplified ones, but no mistake in simplified text.
 *
 * @see 通用规范汉字表 (2013)
 */
const STANDARD = '剋劄徵扞於昇氾祕脩苧蒐谿釐陞麽';

/** Whether a traditional character is a standard one besides. */
export function isStandard(sign: string): boolean {
  return STANDARD.includes(sign);
}

/** A text in simplified characters, of the same length. */
export function simplifiedText(text: string): string {
  let result = '';
  /** Place behind what is in `result`; what stays is taken over in one piece. */
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // simplified(code), written out for the time before code is compiled.
    const sign = BECAME[code - FIRST] ?? code;
    if (sign === code) continue;
    result += text.slice(done, at) + String.fromCharCode(sign);
    done = at + 1;
  }
  return done === 0 ? text : result + text.slice(done);
}
