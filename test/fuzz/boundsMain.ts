import { timed, typical } from './bounds.ts';
import { GROWING, growthOf } from './growth.ts';
import { HOSTILE, ordinaryDraft } from './hostile.ts';

/** Times that of an ordinary draft of the same size that a hostile one may take. */
const LIMIT = 30;
/** Exponent up to which a time is said to grow as its input does. */
const LINEAR = 1.2;
/** UTF-16 units from which growth is measured, up to four times as many. */
const GROWTH_SIZE = 25_000;
/** What is printed line by line. */
const NOTABLE = 5;

const size = Number(process.argv[2] ?? 1_000_000);
const only = process.argv[3] ?? '';

let failed = 0;
failed += await growth();

if (process.argv[4] !== 'growth') failed += await hostile();
process.exitCode = failed > 0 ? 1 : 0;

/** Measures hostile drafts against an ordinary one. */
async function hostile(): Promise<number> {
  let failed = 0;
  // The first runs are those of a program that is not compiled yet.
  for (let i = 0; i < 3; i++) await timed(ordinaryDraft(size));
  const ordinary = ordinaryDraft(size);
  let base = (await typical(ordinary)).total;
  console.log(
    `普通稿件 an ordinary draft of ${(size / 1_000_000).toFixed(1)} MB: ${base.toFixed(0)} ms; 上限 limit ×${String(LIMIT)}`,
  );
  console.log('   倍数 ×      ms  最慢的一步 slowest step            内容 content');
  let worst = 0;
  let tried = 0;
  const began = Date.now();
  for (const { name, make } of HOSTILE.filter(each => each.name.includes(only))) {
    tried++;
    // Other programs on the machine make everything slower from time to time.
    if (tried % 20 === 0) base = (base + (await timed(ordinary)).total) / 2;
    const text = make(size);
    let { total, slowest } = await timed(text);
    if (total / base > LIMIT) {
      base = (base + (await timed(ordinary)).total) / 2;
      ({ total, slowest } = await timed(text));
    }
    const ratio = total / base;
    worst = Math.max(worst, ratio);
    if (ratio > LIMIT) failed++;
    if (ratio > NOTABLE)
      console.log(
        `${ratio > LIMIT ? '✗' : ' '} ${ratio.toFixed(1).padStart(8)} ${total.toFixed(0).padStart(7)}  ${slowest.padEnd(36)} ${name}`,
      );
  }
  console.log(
    `${String(tried)} 种内容 kinds of content, ×${worst.toFixed(1)} at most, ${String(failed)} above ×${String(LIMIT)}; ${((Date.now() - began) / 1000).toFixed(0)} s`,
  );
  return failed;
}

/** Measures how requests grow; a step that seems to grow too fast is measured again with larger drafts. */
async function growth(): Promise<number> {
  const began = Date.now();
  let quadratic = 0;
  let steepest = 0;
  let tried = 0;
  const chosen = GROWING.filter(({ name }) => name.includes(only));
  for (const each of chosen) {
    const first = await growthOf(each, GROWTH_SIZE);
    const suspect = first.some(({ exponent }) => exponent > LINEAR);
    const again = suspect ? await growthOf(each, GROWTH_SIZE * 2) : [];
    for (const { name, step, took, exponent } of first) {
      tried++;
      const second = again.find(other => other.step === step);
      const least = second && exponent > LINEAR ? Math.min(exponent, second.exponent) : exponent;
      steepest = Math.max(steepest, least);
      if (least <= LINEAR) continue;
      quadratic++;
      console.log(`✗ 指数 exponent ${least.toFixed(2)}  ${took.toFixed(0).padStart(6)} ms  ${step}  ${name}`);
    }
  }
  console.log(
    `${String(tried)} 种请求与内容 requests and contents, 指数 exponent ${steepest.toFixed(2)} at most, ${String(quadratic)} above ${String(LINEAR)}; ${((Date.now() - began) / 1000).toFixed(0)} s`,
  );
  return quadratic;
}
