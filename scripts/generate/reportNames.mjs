// How a report is called, in the manifest (names of files, first line) and in the grammar (the title's line).

const LANGUAGE = 'annual-report';
const GRAMMAR = 'syntaxes/annual-report.tmLanguage.json';
const TITLE_SCOPE = 'markup.heading.title.annual-report';

/** Step of generate.mjs. */
export async function reportNames({ load, read }) {
  const { FILE_NAME_PATTERNS, GRAMMAR_TITLE, ANY_REPORTS_GLOB } = await load('server/src/format/reportNames.ts');
  const { FIRST_LINE } = await load('server/src/format/anyTitle.ts');
  return [
    {
      path: 'package.json',
      text: manifestWith(activatedBy(read('package.json'), ANY_REPORTS_GLOB), FILE_NAME_PATTERNS, FIRST_LINE),
    },
    { path: GRAMMAR, text: grammarWith(read(GRAMMAR), GRAMMAR_TITLE) },
  ];
}

/** The manifest with the files that start the extension with the folder that holds them. */
function activatedBy(manifest, glob) {
  const event = /^( *)"workspaceContains:(?!.*json").*"/m;
  if (!event.test(manifest)) throw new Error('package.json is not activated by reports');
  return manifest.replace(event, (_, indent) => `${indent}${JSON.stringify(`workspaceContains:${glob}`)}`);
}

/** The manifest with the language's patterns and first line replaced; all else stays as it is written. */
function manifestWith(manifest, patterns, firstLine) {
  const start = manifest.indexOf(`"id": "${LANGUAGE}",`);
  const end = manifest.indexOf('"configuration":', start);
  const language = manifest.slice(start, end);
  const replaced = language
    .replace(/^( *)"filenamePatterns": \[[^\]]*\]/m, (_, indent) => {
      const lines = patterns.map(pattern => `${indent}  ${JSON.stringify(pattern)}`);
      return `${indent}"filenamePatterns": [\n${lines.join(',\n')}\n${indent}]`;
    })
    .replace(/"firstLine": ".*"/, () => `"firstLine": ${JSON.stringify(firstLine)}`);
  if (start < 0 || end < 0 || !/"filenamePatterns": \[/.test(language) || !/"firstLine": "/.test(language))
    throw new Error(`package.json has no language ${LANGUAGE} with filenamePatterns and firstLine`);
  return manifest.slice(0, start) + replaced + manifest.slice(end);
}

function grammarWith(text, match) {
  const grammar = JSON.parse(text);
  const title = grammar.repository.headings.patterns.find(({ name }) => name === TITLE_SCOPE);
  if (!title) throw new Error(`${GRAMMAR} has no ${TITLE_SCOPE}`);
  title.match = match;
  return `${JSON.stringify(grammar, null, 2)}\n`;
}
