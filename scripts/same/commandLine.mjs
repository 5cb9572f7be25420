// What the command line says of drafts, by draft and aspect.
import { join } from 'node:path';
import { run } from '../processes.mjs';
import { ROOT } from '../setup.mjs';

export const COMMAND_LINE_ASPECTS = ['findings', 'edition', 'sections', 'tables', 'text', 'files'];

/** Where what is not about one draft stands. */
export const COMMAND_LINE = '命令行 / command line';

/** Drafts of one call: the list must fit on a command line, and the answer into memory. */
const MOST_DRAFTS = 200;

/**
 * What the checker in `folder` says: a map from the paths of drafts, and {@link COMMAND_LINE}, to observations.
 * `places` are the files and folders that the drafts were found in.
 */
export async function observeCommandLine(folder, drafts, places, languages, aspects) {
  const observations = new Map([[COMMAND_LINE, {}], ...drafts.map(({ path }) => [path, {}])]);
  const put = (path, aspect, entries) => {
    const observation = observations.get(path) ?? {};
    observations.set(path, observation);
    observation[aspect] = [...(observation[aspect] ?? []), ...entries];
  };
  const check = async (inputs, language, format) => {
    const args = [join(folder, 'cli.js'), 'check', '--format', format, '--language', language, ...inputs];
    const { code, stdout, stderr } = await run(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1' },
    });
    return { code, stdout, said: [`exit ${String(code)}`, ...stderr.split('\n').filter(line => line !== '')] };
  };
  const fixtures = new Set(drafts.filter(({ share }) => share < 1).map(({ path }) => path));
  const isAsked = names => names.some(name => aspects.includes(name));
  for (const [index, language] of languages.entries()) {
    const label = aspect => (index === 0 ? aspect : `${aspect}[${language}]`);
    for (let at = 0; at < drafts.length; at += MOST_DRAFTS) {
      const paths = drafts.slice(at, at + MOST_DRAFTS).map(({ path }) => path);
      if (isAsked(['findings', 'edition', 'sections', 'tables'])) {
        const { stdout, said } = await check(paths, language, 'json');
        if (aspects.includes('findings')) put(COMMAND_LINE, label('findings'), said);
        for (const { path, failures, ...file } of filesOf(stdout)) {
          if (failures) put(path, 'failures', failures);
          for (const [aspect, entries] of Object.entries(entriesOf(file))) {
            if (aspects.includes(aspect) && (index === 0 || aspect === 'findings')) put(path, label(aspect), entries);
          }
        }
      }
      // In the second language its sentences are those of the JSON: once more for drafts that are no fixtures is enough.
      const ofText = index === 0 ? paths : paths.filter(path => !fixtures.has(path));
      if (isAsked(['text']) && ofText.length > 0) {
        const { stdout, said } = await check(ofText, language, 'text');
        put(COMMAND_LINE, label('text'), said);
        for (const [path, lines] of linesByFile(stdout, ofText)) put(path, label('text'), lines);
      }
    }
    if (index === 0 && isAsked(['files'])) {
      const { stdout, said } = await check(places, language, 'json');
      const files = filesOf(stdout);
      put(
        COMMAND_LINE,
        'failures',
        files.flatMap(({ failures = [] }) => failures),
      );
      put(COMMAND_LINE, 'files', [...said, ...files.map(({ path }) => path)]);
    }
  }
  return observations;
}

/** The files of a JSON answer; an answer that is none makes one that says so. */
function filesOf(stdout) {
  try {
    return JSON.parse(stdout).files;
  } catch (error) {
    return [{ path: COMMAND_LINE, failures: [`不是 JSON / no JSON: ${error.message}`] }];
  }
}

function entriesOf({ findings = [], sections = [], tables = [], ...rest }) {
  return {
    findings,
    sections,
    tables: tables.flatMap(({ cells, ...table }) => [
      table,
      ...Object.entries(cells ?? {}).map(([key, value]) => `${table.id} ${key} = ${String(value)}`),
    ]),
    edition: Object.keys(rest).length > 0 ? [rest] : [],
  };
}

/** Lines of the answer for people by file: the line that begins with its path, and the indented ones below. */
function linesByFile(text, paths) {
  const lines = new Map();
  let current = COMMAND_LINE;
  for (const line of text.split('\n')) {
    if (!/^\s/.test(line)) current = paths.find(path => line.startsWith(path)) ?? COMMAND_LINE;
    if (!lines.has(current)) lines.set(current, []);
    lines.get(current).push(line);
  }
  return lines;
}
