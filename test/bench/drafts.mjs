// Generated drafts of any size: a whole report, its first section filled up with paragraphs and tables of its own.
import { random } from './measure.mjs';

const TOPICS = [
  '林木采伐许可',
  '森林防火',
  '造林补助',
  '古树名木保护',
  '湿地保护',
  '种苗管理',
  '野生动物救护',
  '林长制',
  '退耕还林',
  '有害生物防治',
];
const SENTENCES = [
  (n, topic) => `持续做好${topic}信息公开，全年在门户网站公开信息${(n % 900) + 7}条，其中政策文件${(n % 7) + 1}件。`,
  (n, topic) =>
    `依据《中华人民共和国政府信息公开条例》第${n % 2 === 0 ? '十九' : '二十'}条公开${topic}信息，做到应公开尽公开。`,
  (n, topic) => `举办${topic}政策宣讲${(n % 11) + 2}场，印发明白纸${(n % 4000) + 300}份，群众满意度进一步提高。`,
  (n, topic) => `${topic}专栏更新及时，栏目内容每季度检查一次，发现的问题当月整改。`,
  (n, topic) =>
    `对涉及${topic}的公文逐件确定公开属性（第${n}号至第${n + 12}号），清理失效文件${(n % 5) + 1}件；建立台账，专人负责。`,
  (n, topic) => `通过政务新媒体发布${topic}信息${(n % 600) + 40}条，平均阅读量${(n % 70) + 3}.${n % 10}万次。`,
];

/**
 * A draft of about `bytes` UTF-8 bytes (never shorter than the report itself); another `seed` gives other words and
 * figures in the same proportions.
 */
export function draftOf(sampleReport, bytes, seed = 1, layout = 'pipe') {
  const report = sampleReport(layout);
  const at = report.indexOf('## 二、');
  const next = random(seed);
  const parts = [];
  let size = Buffer.byteLength(report);
  for (let n = 1; size < bytes; n++) {
    const part = n % 12 === 0 ? smallTable(n, next) : paragraph(next);
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  // Flat, as a text that came from a file: a string put together is kept in pieces.
  return Buffer.from(report.slice(0, at) + parts.join('') + report.slice(at)).toString();
}

/** Paragraphs of about so many bytes, as texts without line ends. */
export function paragraphs(bytes, seed) {
  const next = random(seed);
  const found = [];
  for (let size = 0; size < bytes; size += Buffer.byteLength(found.at(-1))) found.push(paragraph(next).trim());
  return found;
}

function paragraph(next) {
  const first = Math.floor(next() * SENTENCES.length);
  const sentences = Array.from({ length: 2 + Math.floor(next() * 3) }, (_, i) =>
    SENTENCES[(first + i) % SENTENCES.length](Math.floor(next() * 100_000), pick(TOPICS, next)),
  );
  return `${sentences.join('')}\n\n`;
}

function smallTable(n, next) {
  const rows = Array.from(
    { length: 4 },
    () =>
      `| ${pick(TOPICS, next)} | ${String(Math.floor(next() * 90) + 1)} | ${String(Math.floor(next() * 900) + 1)} |\n`,
  );
  return `附表${String(n / 12)}\n\n| 领域 | 文件数 | 信息条数 |\n| --- | --- | --- |\n${rows.join('')}\n`;
}

/** An entry of a list, drawn with `next`. */
export function pick(list, next) {
  return list[Math.floor(next() * list.length)];
}

/** What a typist types. */
const KEYS = ['0', '1', '7', '公', '开', '的', '，', '。', '件', '\n'];

/** Kinds of lines that may be typed in. */
export const LINES = {
  any: () => true,
  table: line => /^(?:\||<tr>)/.test(line),
  paragraph: line => /^[^#|<]/.test(line),
};

/**
 * `count` one-character edits at random places of a text, each second one taking the one before back, so that the text
 * stays what it was: `{ range, text }` with positions as the protocol has them. Only in lines that are `suitable`.
 */
export function randomEdits(text, count, seed, suitable = LINES.any) {
  const next = random(seed);
  const lines = text.split('\n');
  if (!lines.some(suitable)) throw new Error('no line of the draft suits');
  const places = placesOf(text);
  const edits = [];
  while (edits.length < count) {
    const start = places(Math.floor(next() * (text.length + 1)));
    if (!suitable(lines[start.line])) continue;
    const key = pick(KEYS, next);
    const end =
      key === '\n' ? { line: start.line + 1, character: 0 } : { line: start.line, character: start.character + 1 };
    edits.push({ range: { start, end: start }, text: key }, { range: { start, end }, text: '' });
  }
  return edits.slice(0, count);
}

/** `count` random positions in a text. */
export function randomPositions(text, count, seed) {
  const next = random(seed);
  const places = placesOf(text);
  return Array.from({ length: count }, () => places(Math.floor(next() * (text.length + 1))));
}

/** Offsets to positions. */
function placesOf(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return offset => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - starts[low] };
  };
}
