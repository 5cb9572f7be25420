// server/src/text/data/traditionalPairs.ts: traditional characters and the simplified ones they became, of the dictionaries of OpenCC.
import HONG_KONG from 'opencc-js/dict/HKVariants';
import TAIWAN from 'opencc-js/dict/TWVariants';
import TO_SIMPLIFIED from 'opencc-js/dict/TSCharacters';

const pairsOf = dictionary => dictionary.split('|').map(pair => pair.split(' '));

/** Traditional characters that the character set of simplified text holds as well, but that its texts do not use. */
const NOT_IN_SIMPLIFIED_TEXT = '後徵於菸麽';

/** The characters of GB 2312, the set that simplified text was written in. */
function simplifiedSet() {
  const decoder = new TextDecoder('gb18030');
  const found = new Set();
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) found.add(decoder.decode(Uint8Array.of(row, cell)));
  return found;
}

/** One character to one, both of the block of unified ideographs: 為 to 为. 乾 stays, for there is a 乾县. */
function pairs() {
  const stays = simplifiedSet();
  for (const sign of NOT_IN_SIMPLIFIED_TEXT) stays.delete(sign);
  const isUnit = sign => sign.length === 1 && sign >= '\u4e00' && sign <= '\u9fff';
  const found = new Map(pairsOf(TO_SIMPLIFIED));
  for (const [standard, variant] of [...pairsOf(TAIWAN), ...pairsOf(HONG_KONG)])
    if (!found.has(variant) && found.has(standard) && found.get(standard) !== variant)
      found.set(variant, found.get(standard));
  // What a character became may have become another: 薴 was 苧, and 苧 is written otherwise again.
  return [...found]
    .filter(([from, to]) => from !== to && isUnit(from) && isUnit(to) && !stays.has(from) && !found.has(to))
    .sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0));
}

const SIGNS_IN_LINE = 100;

function constant(name, text) {
  const lines = text.match(new RegExp(`.{1,${String(SIGNS_IN_LINE)}}`, 'gu')) ?? [];
  return `export const ${name} =\n${lines.map(line => `  '${line}'`).join(' +\n')};\n`;
}

/** The step: two texts of the same length, sign by sign. */
export async function traditional() {
  const found = pairs();
  return [
    {
      path: 'server/src/text/data/traditionalPairs.ts',
      text: `// Made by scripts/generate/traditional.mjs of the dictionaries of OpenCC (Apache License 2.0), one character to one.

/** Traditional characters, in the order of their codes. */
${constant('TRADITIONAL', found.map(([from]) => from).join(''))}
/** What each became. */
${constant('SIMPLIFIED', found.map(([, to]) => to).join(''))}`,
    },
  ];
}
