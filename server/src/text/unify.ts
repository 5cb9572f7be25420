import { identityTable } from './charTable.ts';
import { simplified } from './traditional.ts';

/**
 * Characters that look like another and stand for it: radicals and compatibility ideographs, which PDF files give in
 * place of characters (⾏ for 行). Each becomes one character, so that places stay.
 */

/** CJK radicals from U+2E80 on with the characters that they stand for; those without one stand for themselves. */
const RADICALS_FROM = 0x2e80;
/** @see Unicode Character Database, EquivalentUnifiedIdeograph.txt */
const RADICALS =
  '⺀厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尣巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王疋罒示礻竹糹纟罓罒⺳⺴网羊羊羊耂' +
  '肀聿肉臼艹艹艹虎衤西西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';
/** Ranges of which Unicode itself says what they stand for. */
const COMPATIBLE: readonly (readonly [first: number, last: number])[] = [
  [0x2f00, 0x2fd5],
  [0xf900, 0xfaff],
];

/** Radicals of which Unicode names a character that is not written on the mainland; fonts have one sign for both. */
const OWN_FORMS: readonly (readonly [radical: string, character: string])[] = [
  ['\u2f3e', '户'],
  ['\u2fad', '青'],
];

const UNIFIED: Uint16Array = makeTable();

function makeTable(): Uint16Array {
  const table = identityTable();
  for (let i = 0; i < RADICALS.length; i++) table[RADICALS_FROM + i] = RADICALS.charCodeAt(i);
  for (const [first, last] of COMPATIBLE) {
    for (let code = first; code <= last; code++) {
      const stands = String.fromCharCode(code).normalize('NFKC');
      if (stands.length === 1) table[code] = stands.charCodeAt(0);
    }
  }
  for (const [radical, character] of OWN_FORMS) table[radical.charCodeAt(0)] = character.charCodeAt(0);
  return table;
}
const READ: Uint16Array = readTable();

function readTable(): Uint16Array {
  const table = UNIFIED.slice();
  for (let code = 0; code < table.length; code++) table[code] = simplified(UNIFIED[code] ?? code);
  return table;
}

/** The character for which a UTF-16 unit stands; most stand for themselves. */
export function unifiedSign(code: number): number {
  return READ[code] ?? code;
}

/** {@link unifiedSign} as a table of all units, a copy. */
export function unifiedTable(): Uint16Array {
  return READ.slice();
}

/** Whether a UTF-16 unit is a radical or a compatibility ideograph that stands for another character. */
export function isRadical(code: number): boolean {
  return UNIFIED[code] !== code;
}

/** A text in which they are what they stand for, and traditional characters stay what they are. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5\uf900-\ufaff]/g, sign => String.fromCharCode(UNIFIED[sign.charCodeAt(0)] ?? 0));
}

/** A text of the same length in which radicals and compatibility ideographs are the characters that they stand for. */
export function unify(text: string): string {
  let unified = '';
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const sign = READ[code] as number;
    if (sign === code) continue;
    unified += text.slice(done, at) + String.fromCharCode(sign);
    done = at + 1;
  }
  return done === 0 ? text : unified + text.slice(done);
}
