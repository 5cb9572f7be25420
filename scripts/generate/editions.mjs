// The editions to choose from in the setting annualReport.format.edition.

const SETTING = 'annualReport.format.edition';
const KEY = 'configuration.format.edition.';
/** Names in lists are those of the command that changes the edition. */
const LABEL = 'configuration.format.editionLabel.';

/** Step of generate.mjs. */
export async function editionSetting({ load, read }) {
  const { EDITIONS } = await load('server/src/format/index.ts');
  const { message } = await load('server/src/messages/text.ts');
  const newestFirst = [...EDITIONS].reverse();
  const values = ['auto', ...newestFirst.map(({ id }) => id)];
  const labelsIn = language => values.map(value => [LABEL + value, message(language, `client.edition.${value}`)]);
  return [
    { path: 'package.json', text: manifestWith(read('package.json'), values) },
    {
      path: 'package.nls.json',
      text: withTexts(
        read('package.nls.json'),
        newestFirst,
        (id, number) => `${id} format (${number}).`,
        labelsIn('en'),
      ),
    },
    {
      path: 'package.nls.zh-cn.json',
      text: withTexts(
        read('package.nls.zh-cn.json'),
        newestFirst,
        (id, number) => `${id}年格式（${number}）。`,
        labelsIn('zh-CN'),
      ),
    },
  ];
}

/** The manifest with the setting's values, their names and descriptions replaced; all else stays as it is written. */
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
  const described = list(
    list(manifest, 'enum', values),
    'enumDescriptions',
    values.map(value => `%${KEY}${value}%`),
  );
  return list(
    described,
    'enumItemLabels',
    values.map(value => `%${LABEL}${value}%`),
  );
}

/** The texts with one for each edition, after that for `auto`, and with their names. One without a document of its own is worded by hand. */
function withTexts(file, editions, describe, labels) {
  const texts = JSON.parse(file);
  const described = editions.map(({ id, issuingDocument }) => {
    const text = issuingDocument ? describe(id, issuingDocument.number) : texts[KEY + id];
    if (text === undefined) throw new Error(`${KEY}${id} has no text and the edition no document`);
    return [KEY + id, text];
  });
  const entries = Object.entries(texts).flatMap(entry => {
    if (entry[0] === `${KEY}auto`) return [entry, ...described, ...labels];
    return entry[0].startsWith(KEY) || entry[0].startsWith(LABEL) ? [] : [entry];
  });
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
