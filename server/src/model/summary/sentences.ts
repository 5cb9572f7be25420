import { textOf } from '../../syntax/paragraphFacts.ts';
import { isKind, type Placed, type Block } from '../../syntax/block.ts';
import { foldWithOrigin } from '../../text/fold.ts';
import { hash32, hash64 } from '../../text/hash.ts';
import { place } from '../../text/mappedText.ts';
import { shift } from '../../text/span.ts';
import { isCellText, sentencesOf } from '../prose/passages.ts';
import type { SectionRole } from '../../format/types.ts';
import type { Report, Section } from '../report.ts';
import { placeOf } from './places.ts';
import type { SectionSummary, SentenceSummary } from './summary.ts';
import { matchesOf } from '../../text/matches.ts';

const MOST_SENTENCES = 400;
const LEAST_HAN = 8;
/** Section whose whole text is compared. */
const COMPARED_SECTION: SectionRole = 'problems';

/** Running text section by section, as what of it may be recognised in another report. */
export function summariseSections(report: Report): readonly SectionSummary[] {
  const { sections, blocks, source } = report;
  const first = sections[0]?.heading.at ?? Infinity;
  const intro = blocks.filter(({ at }) => at < first);
  let left = MOST_SENTENCES;
  const summarise = (parts: readonly Placed<Block>[], section?: Section): SectionSummary => {
    const sentences: SentenceSummary[] = [];
    let folded = '';
    for (const placed of parts) {
      if (!isKind(placed, 'paragraph') || isCellText(placed.block.text.text)) continue;
      const text = textOf(placed.block);
      const spanOf = (start: number, end: number) => shift(place(placed.block.text, start, end), placed.at);
      for (const { text: sentence, start } of sentencesOf(text)) {
        const read = readSentence(sentence);
        if (section?.role === COMPARED_SECTION) folded += read.words;
        if (read.han < LEAST_HAN || left <= 0) continue;
        left--;
        sentences.push({
          words: hash64(read.words),
          han: read.han,
          figures: read.figures === '' ? '' : hash32(read.figures),
          years: read.years.map(({ year, at }) => {
            const [line, column] = placeOf(source, spanOf(start + at, start + at + 4));
            return [year, line, column] as const;
          }),
          ...(isCommon(sentence) ? { isCommon: true } : {}),
          place: placeOf(source, spanOf(start + read.start, start + read.end)),
        });
      }
    }
    return {
      id: section?.role ?? section?.id ?? null,
      place: placeOf(source, section?.titleSpan ?? { start: 0, end: 0 }),
      han: section?.role === COMPARED_SECTION ? hanIn(folded) : sentences.reduce((sum, { han }) => sum + han, 0),
      ...(section?.role === COMPARED_SECTION && folded.length >= SHINGLE ? { minHashes: minHashes(folded) } : {}),
      sentences,
    };
  };
  return [summarise(intro), ...sections.map(section => summarise(section.blocks, section))].filter(
    ({ id, sentences }) => id !== null || sentences.length > 0,
  );
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?=年)/g;
const FIGURE = /\d+(?:[.,]\d+)*/g;
/** Number of an item, and 一是, before what is said. */
const ITEM = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[,.、]|[①-⑳])/;
const HAN = /[\u4e00-\u9fff]/g;

interface ReadSentence {
  readonly words: string;
  readonly figures: string;
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly han: number;
  /** Its words without white space at the ends, in the sentence. */
  readonly start: number;
  readonly end: number;
}

/** Says nothing. */
const PICTOGRAPH = /\p{Extended_Pictographic}/gu;

/** The words of a sentence without years and figures, and these. */
function readSentence(sentence: string): ReadSentence {
  const { text, origin } = foldWithOrigin(sentence);
  const item = ITEM.exec(text)?.[0].length ?? 0;
  const body = text.slice(item);
  const years = matchesOf(body, YEAR).map(({ 0: year, index }) => ({
    year: Number(year),
    at: origin[item + index] ?? 0,
  }));
  const withoutYears = body.replace(YEAR, 'y');
  const figures = (withoutYears.match(FIGURE) ?? []).join(' ');
  const words = withoutYears.replace(FIGURE, 'n').replace(PICTOGRAPH, '');
  return {
    words,
    figures,
    years,
    han: hanIn(words),
    start: origin[item] ?? 0,
    end: (origin[Math.max(item, text.length - 1)] ?? sentence.length - 1) + 1,
  };
}

function hanIn(text: string): number {
  return text.match(HAN)?.length ?? 0;
}

/** Legal basis, period, contact, none of something, phrases that lead from one part to the next. */
const COMMON =
  /条例|统计期限|统计时限|起至|联系(?:电话|方式|地址)|邮编|邮政编码|没有?其他|无其他|需要(?:报告|说明)的|未(?:收到|发生|收取|产生)|没有(?:收到|发生|收取|被|因)|无收取|从以下|以下(?:几|方面)|如下|上述问题|针对(?:以上|存在)|个部分|电子版|下载/;

function isCommon(sentence: string): boolean {
  return COMMON.test(sentence.length > 400 ? sentence.slice(0, 400) : sentence);
}

// ── How alike two texts are, without the texts ──

const SHINGLE = 8;
const HASHES = 32;
const DIGITS = 8;

/** The smallest value of each of 32 hash functions over all runs of eight characters. */
function minHashes(text: string): string {
  const smallest = new Uint32Array(HASHES).fill(0xffffffff);
  for (let at = 0; at + SHINGLE <= text.length; at++) {
    const hash = parseInt(hash32(text.slice(at, at + SHINGLE)), 16);
    for (let i = 0; i < HASHES; i++) {
      const mixed = mix(hash, i);
      if (mixed < (smallest[i] ?? 0)) smallest[i] = mixed;
    }
  }
  return Array.from(smallest, value => value.toString(16).padStart(DIGITS, '0')).join('');
}

function mix(hash: number, i: number): number {
  let value = Math.imul(hash ^ Math.imul(i + 1, 0x9e3779b1), 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Estimated share of runs of characters that two texts have in common, from 0 to 1. */
export function similarityOf(a: string, b: string): number {
  let same = 0;
  for (let i = 0; i < HASHES; i++)
    if (a.slice(i * DIGITS, (i + 1) * DIGITS) === b.slice(i * DIGITS, (i + 1) * DIGITS)) same++;
  return same / HASHES;
}
