// THIRD-PARTY-NOTICES.txt: the packages that the bundles hold, with their licences.
import { createRequire } from 'node:module';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const HEAD = `随本产品一起分发的第三方软件包及其许可。
Third-party packages that are distributed with this product, and their licences.
`;

/** Folders of the packages whose code is in a bundle. */
async function bundledPackages() {
  const { bundles, webBundles } = createRequire(import.meta.url)('../../esbuild.js');
  const folders = new Set();
  for (const bundle of [...bundles, ...webBundles('dist')]) {
    const { metafile } = await build({
      ...bundle,
      absWorkingDir: ROOT,
      sourcemap: false,
      write: false,
      metafile: true,
    });
    for (const { inputs } of Object.values(metafile.outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  return [...folders];
}

function notice({ folder, ...data }) {
  const manifest = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const { name, version, homepage, repository } = manifest;
  const license = data.license ?? manifest.license;
  const file =
    data.file ?? readdirSync(join(ROOT, folder)).find(each => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(each));
  if (file === undefined || typeof license !== 'string') throw new Error(`${name}: 没有许可文件 / no licence file`);
  const address = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
  const text = readFileSync(join(ROOT, folder, file), 'utf8')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
  return { name, version, text: `${name} ${version}\n${license}${address === '' ? '' : `\n${address}`}\n\n${text}\n` };
}

/** What is distributed is generated of the data of these packages, so it is under the licence of the data. */
const DATA_PACKAGES = [{ folder: 'node_modules/opencc-js', license: 'Apache-2.0', file: 'LICENSES/Apache-2.0.txt' }];

/** The same for data that comes from no package; the licences stand beside this file or with what brings the data. */
const DATA_SOURCES = [
  {
    name: 'Adobe CMap resources',
    license: 'BSD-3-Clause',
    address: 'https://github.com/adobe-type-tools/cmap-resources',
    file: '../../node_modules/pdfjs-dist/cmaps/LICENSE',
  },
  { name: 'jieba', license: 'MIT', address: 'https://github.com/fxsjy/jieba', file: 'licences/jieba.txt' },
];

function sourceNotice({ name, license, address, file }) {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8').trim();
  return { name, version: '', text: `${name}\n${license}\n${address}\n\n${text}\n` };
}

/** One notice for each package and version, in the order of their names. */
export async function notices() {
  if (!existsSync(join(ROOT, 'node_modules'))) return [];
  const packages = [...(await bundledPackages()).map(folder => ({ folder })), ...DATA_PACKAGES];
  const found = new Map(
    [...packages.map(notice), ...DATA_SOURCES.map(sourceNotice)].map(each => [`${each.name} ${each.version}`, each]),
  );
  const ordered = [...found.values()].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1,
  );
  return [
    {
      path: 'THIRD-PARTY-NOTICES.txt',
      text: [HEAD, ...ordered.map(({ text }) => text)].join(`\n${'-'.repeat(80)}\n\n`),
    },
  ];
}
