// Compares what the program said of drafts at a revision with what it says now, in the terminal and in an editor.
//   npm run same -- main                            over examples, fixtures and the drafts beside the checkout, if any
//   npm run same -- 574b74b examples some/draft.md  over these files and folders
//   npm run same -- main --only findings,outline    these aspects alone
//   npm run same -- main --allow known.txt          explained differences: “# reason”, then regular expressions
//   npm run same -- main --all                      prints every difference
// Exit status: 0 no difference, 1 differences, 2 nothing could be compared. Only the built programs are used, so that
// the source may be arranged otherwise at the revision.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AllowanceError, printedCounts, printedDifferences, readAllowances, withoutAllowed } from './same/compare.mjs';
import { ASPECTS, compareStates } from './same/comparison.mjs';
import { collectDrafts } from './same/drafts.mjs';
import { builtCommit, builtWorkingTree, commitOf } from './same/states.mjs';
import { ROOT, say, SetupError } from './setup.mjs';

const PLACES = ['examples', 'test/drafts', '../shared/corpus', '../shared/cases'];
const USAGE = '用法 / usage: npm run same -- REVISION [--only aspect,…] [--allow FILE] [--all] [file or folder …]';
/** How many differences of one draft, and of how many drafts, are printed. */
const MOST_DIFFERENCES = 12;
const MOST_DRAFTS = 40;

class UsageError extends Error {}

/** What is asked for, or a complaint about it. */
async function readCall() {
  let call;
  try {
    call = parseArgs({
      allowPositionals: true,
      options: { only: { type: 'string' }, allow: { type: 'string' }, all: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new UsageError(error.message);
  }
  const {
    values,
    positionals: [revision, ...named],
  } = call;
  if (revision === undefined) throw new UsageError('缺少要比较的版本 / a revision to compare with is missing');
  const commit = await commitOf(revision);
  if (commit === undefined) throw new UsageError(`没有这个版本 / no such revision: ${revision}`);
  const missing = named.filter(place => !existsSync(place));
  if (missing.length > 0) throw new UsageError(`没有这个文件或文件夹 / no such file or folder: ${missing.join(', ')}`);
  const aspects = values.only === undefined ? ASPECTS : values.only.split(',').map(name => name.trim());
  const unknown = aspects.filter(name => !ASPECTS.includes(name));
  if (unknown.length > 0) {
    throw new UsageError(`没有这个方面 / no such aspect: ${unknown.join(', ')}\n可选 / one of: ${ASPECTS.join(', ')}`);
  }
  const places = named.length > 0 ? named.map(place => resolve(place)) : usualPlaces();
  return { revision, commit, places, aspects, allowances: allowancesIn(values.allow), isWhole: values.all };
}

/** Examples and fixtures, and the drafts that lie beside the checkout where there are some. */
function usualPlaces() {
  return PLACES.map(place => join(ROOT, place)).filter(place => existsSync(place));
}

function allowancesIn(file) {
  if (file === undefined) return [];
  try {
    return readAllowances(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(error instanceof AllowanceError ? `${file}:${error.message}` : `${file}: ${error.message}`);
  }
}

function print(differing, isWhole) {
  const shown = isWhole ? differing : differing.slice(0, MOST_DRAFTS);
  for (const [name, differences] of shown) {
    console.log(`\n${name}`);
    for (const line of printedDifferences(differences, isWhole ? Infinity : MOST_DIFFERENCES)) console.log(line);
  }
  const hidden = differing.slice(shown.length);
  console.log('');
  if (hidden.length === 0) return;
  say(`另有 ${hidden.length} 份不同，--all 全部列出`, `${hidden.length} more differ, --all lists them`);
}

async function main() {
  const began = Date.now();
  const { revision, commit, places, aspects, allowances, isWhole } = await readCall();
  const drafts = await collectDrafts(places);
  if (drafts.length === 0) throw new UsageError(`没有草稿 / no drafts: ${places.join(', ')}`);
  const folders = [await builtCommit(commit), await builtWorkingTree()];
  say(`${revision} ↔ 工作区，${drafts.length} 份草稿……`, `${revision} ↔ working tree, ${drafts.length} drafts…`);
  for (const place of places) console.log(`  ${place}`);

  const differencesByName = new Map();
  const allowed = new Map();
  const compared = new Map();
  const add = (counts, aspect, count) => counts.set(aspect, (counts.get(aspect) ?? 0) + count);
  await compareStates(folders, drafts, places, aspects, (name, differences, after) => {
    for (const [aspect, entries] of Object.entries(after))
      if (aspect !== 'failures') add(compared, aspect, entries.length);
    const remaining = withoutAllowed(name, differences, allowances, allowed);
    if (remaining.length > 0) differencesByName.set(name, [...(differencesByName.get(name) ?? []), ...remaining]);
  });
  const order = new Map(drafts.map(({ name }, index) => [name, index]));
  const rank = ({ aspect }) => ASPECTS.indexOf(aspect.replace(/\[.*/, ''));
  for (const differences of differencesByName.values()) differences.sort((a, b) => rank(a) - rank(b));
  const differing = [...differencesByName].sort(([a], [b]) => (order.get(a) ?? -1) - (order.get(b) ?? -1));

  print(differing, isWhole);
  for (const reason of new Set(allowances.map(allowance => allowance.reason))) {
    const count = allowances
      .filter(each => each.reason === reason)
      .reduce((sum, each) => sum + (allowed.get(each) ?? 0), 0);
    say(`允许的不同 ${count} 处：${reason}`, `${count} allowed`);
  }
  const all = differing.flatMap(([, differences]) => differences);
  const counts = new Map();
  for (const { aspect } of all) add(counts, aspect, 1);
  say(`比较了 ${printedCounts(compared)}`, 'compared');
  if (all.length > 0) say(`不同 ${printedCounts(counts)}`, 'different');
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  say(
    `${drafts.length} 份草稿，${differing.length} 份不同，共 ${all.length} 处，${seconds} 秒`,
    `${drafts.length} drafts, ${differing.length} differ in ${all.length} places, ${seconds} s`,
  );
  return all.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof UsageError || error instanceof SetupError ? error.message : error);
  if (error instanceof UsageError) console.error(USAGE);
  process.exitCode = 2;
}
