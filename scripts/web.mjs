// Builds the page that needs no installation: a folder of files for any web server, which keeps itself for use offline.
//   npm run web [-- --out FOLDER] [-- --no-minify]        dist/web/ unless said otherwise
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ensurePackages, ROOT, say } from './setup.mjs';

const SHOWN_WITH = {
  form: { root: 'form', script: 'tableForm' },
  preview: { root: 'preview', script: 'preview' },
};

/** Stands there until the page does, or for good where the browser is too old for it. */
const OPENING = `正在打开……如果一直停在这里，请换用 2023 年以后的 Edge、Chrome、Firefox 或 Safari。<br>
Opening… If nothing happens, please use an Edge, Chrome, Firefox or Safari of 2023 or later.`;

/** What the page and its frames may do: nothing is loaded but their own files, and nothing is sent. */
function policyOf(more) {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'${more.nonce === undefined ? '' : ` 'nonce-${more.nonce}'`}`,
    ...(more.nonce === undefined ? [] : [`worker-src 'self'`, `frame-src 'self'`, `img-src 'self' data:`]),
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

function page({ title, head, body, nonce }) {
  return `<!DOCTYPE html>
<html lang="zh-CN"${nonce === undefined ? '' : ` data-styles="${nonce}"`}>
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf({ nonce })}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/** Builds the page into a folder, which is emptied first. */
export async function buildPage(out, { minify = true } = {}) {
  const { webBundles } = createRequire(import.meta.url)('../esbuild.js');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const bundle of webBundles(out)) await build({ ...bundle, absWorkingDir: ROOT, minify, sourcemap: false });
  const script = readFileSync(join(out, 'page.js'));
  // A style sheet of the editor bears it; it differs from build to build.
  const nonce = createHash('sha256').update(script).digest('hex').slice(0, 32);
  writeFileSync(
    join(out, 'index.html'),
    page({
      title: '年报检查 · Annual report check',
      nonce,
      head: '<link rel="icon" href="icon.png">\n<link rel="stylesheet" href="page.css">',
      body: `<main id="page"><p>${OPENING}</p></main>\n<script src="page.js"></script>`,
    }),
  );
  for (const [name, { root, script: file }] of Object.entries(SHOWN_WITH))
    writeFileSync(
      join(out, `${name}.html`),
      page({
        title: '年报检查 · Annual report check',
        head: `<link rel="stylesheet" href="colours.css">\n<link rel="stylesheet" href="${file}.css">`,
        body: `<main id="${root}"></main>\n<script src="frame.js"></script>\n<script src="${file}.js"></script>`,
      }),
    );
  cpSync(join(ROOT, 'docs', 'images', 'icon.png'), join(out, 'icon.png'));
  for (const name of ['LICENSE', 'THIRD-PARTY-NOTICES.txt']) cpSync(join(ROOT, name), join(out, name));
  await buildOffline(out, minify);
}

/** The script that keeps all other files; it names them, and what tells this build from another. */
async function buildOffline(out, minify) {
  const files = readdirSync(out, { recursive: true })
    .filter(name => statSync(join(out, name)).isFile())
    .map(name => name.split(sep).join('/'))
    .sort();
  const hash = createHash('sha256');
  for (const name of files) hash.update(name).update(readFileSync(join(out, name)));
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['client/src/standalone/offline.ts'],
    outfile: join(out, 'offline.js'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify,
    charset: 'utf8',
    define: {
      FILES: JSON.stringify(['./', ...files]),
      BUILD: JSON.stringify(`annual-report-${hash.digest('hex').slice(0, 16)}`),
    },
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensurePackages();
  const at = process.argv.indexOf('--out');
  const out = resolve(at < 0 ? join(ROOT, 'dist', 'web') : process.argv[at + 1]);
  await buildPage(out, { minify: !process.argv.includes('--no-minify') });
  const bytes = readdirSync(out).reduce((sum, name) => sum + statSync(join(out, name)).size, 0);
  const where = relative(process.cwd(), out);
  say(`${where}/（${(bytes / 1024 / 1024).toFixed(1)} MB），放到任何网页服务器上即可`, 'for any web server');
}
