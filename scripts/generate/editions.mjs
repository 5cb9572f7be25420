// The editions to choose from in the setting annualReport.format.edition: those that are built in are offered, and
// one of a format file may be written.

const SETTING = 'annualReport.format.edition';
const KEY = 'configuration.format.edition.';

/** Step of generate.mjs. */
export async function editionSetting({ load, read }) {
  const { BUILT_IN } = await load('server/src/format/editionSet.ts');
  const newestFirst = BUILT_IN.kinds.flatMap(kind => [...BUILT_IN.ofKind(kind).editions].reverse());
  const values = ['auto', ...newestFirst.map(({ id }) => id)];
  const texts = (path, describe) => ({ path, text: withTexts(read(path), newestFirst, describe) });
  return [
    { path: 'package.json', text: manifestWith(read('package.json'), values) },
    texts('package.nls.json', ({ englishName }) => `${englishName}.`),
    texts('package.nls.zh-cn.json', ({ name }) => `${name}。`),
  ];
}

/** The manifest with the setting's values and descriptions replaced; all else stays as it is written. */
function manifestWith(manifest, values) {
  const start = manifest.indexOf(`"${SETTING}"`);
  const list = (text, name, items) => {
    const opening = text.indexOf(`"${name}": [`, start);
    const end = text.indexOf(']', opening);
    if (start < 0 || opening < 0) throw new Error(`package.json has no ${SETTING} with ${name}`);
    const indent = ' '.repeat(opening - text.lastIndexOf('\n', opening) - 1);
    const lines = items.map(item => `${indent}  ${JSON.stringify(item)}`);
    return `${text.slice(0, opening)}"${name}": [\n${lines.join(',\n')}\n${indent}${text.slice(end)}`;
  };
  return list(
    list(manifest, 'enum', values),
    'enumDescriptions',
    values.map(value => `%${KEY}${value}%`),
  );
}

/** The texts with one for each edition, after that for `auto`. */
function withTexts(file, editions, describe) {
  const entries = Object.entries(JSON.parse(file)).flatMap(entry => {
    if (entry[0] === `${KEY}auto`) return [entry, ...editions.map(edition => [KEY + edition.id, describe(edition)])];
    return entry[0].startsWith(KEY) || entry[0].startsWith('configuration.format.editionLabel.') ? [] : [entry];
  });
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
