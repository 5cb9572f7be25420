// The drafts that two states of the program are compared on.
import { build } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, temporaryFolder } from '../setup.mjs';

const DRAFT_ENDINGS = /\.(?:md|txt|html?)$/i;
/** A line of a fixture that says what is expected in it; nothing of the kind stands in a draft. */
const EXPECTATION = /^\/\/! /m;

/** Fixtures are many and much alike: fewer places of each are asked about. */
const FIXTURE_SHARE = 0.35;

/**
 * Drafts of files and folders, folders with all below them: `{ name, path, uri, text, share }`, in the order of their
 * names; `share` of the places that could be asked about are. A fixture becomes the drafts that it holds, with what its
 * macros stand for, written to a temporary folder: both states get the same text.
 */
export async function collectDrafts(places) {
  const drafts = [];
  let fixtures;
  for (const path of filesOf(places)) {
    const text = decoded(readFileSync(path));
    const name = nameOf(path);
    if (!EXPECTATION.test(text)) {
      drafts.push({ name, path, uri: pathToFileURL(path).href, text, share: 1 });
      continue;
    }
    fixtures ??= await loadFixtures();
    for (const [index, draft] of fixtures.read(text).entries()) {
      const file = join(fixtures.folder, String(drafts.length), `draft${extname(path)}`);
      mkdirSync(dirname(file));
      writeFileSync(file, draft.text);
      const label = `${name} ${index + 1} “${draft.name}”`;
      const shown = draft.text.replace(/^\ufeff/, '');
      drafts.push({ name: label, path: file, uri: pathToFileURL(file).href, text: shown, share: FIXTURE_SHARE });
    }
  }
  return drafts;
}

function filesOf(places) {
  const files = new Set();
  const entered = new Set();
  const add = (path, isNamed) => {
    if (!statSync(path).isDirectory()) {
      if (isNamed || DRAFT_ENDINGS.test(path)) files.add(path);
      return;
    }
    // Each folder once, wherever links lead.
    const place = realpathSync(path);
    if (entered.has(place)) return;
    entered.add(place);
    for (const name of readdirSync(path).sort()) {
      if (!name.startsWith('.') && name !== 'node_modules' && statSync(join(path, name), { throwIfNoEntry: false }))
        add(join(path, name), false);
    }
  };
  for (const place of places) add(resolve(place), true);
  return files;
}

function nameOf(path) {
  const name = relative(ROOT, path);
  return name.startsWith(join('..', '..', '..')) ? path : name;
}

/** As an editor would show it: UTF-8, UTF-16 by its mark, else GB18030; invalid bytes become replacement characters. */
function decoded(bytes) {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(mark, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The reader of fixtures as the tests of the working tree have it. */
async function loadFixtures() {
  const folder = temporaryFolder('same-drafts');
  const outfile = join(folder, 'fixture.mjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/support/fixture.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'warning',
  });
  const { readFixture } = await import(pathToFileURL(outfile).href);
  return { folder, read: readFixture };
}
