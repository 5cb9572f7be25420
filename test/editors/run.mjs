// Runs the language server in the editors that are installed here, with the configurations of docs/editors.md as they
// stand there:   npm run editors [-- NAME…]
// An editor that is not installed is skipped and named. The protocol alone is part of `npm test`.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { run } from '../../scripts/processes.mjs';
import { findBrowser, ROOT, temporaryFolder, which } from '../../scripts/setup.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
const page = readFileSync(join(ROOT, 'docs/editors.md'), 'utf8');
const here = join(ROOT, 'test/editors');
const work = temporaryFolder('editors');
const home = join(work, 'home');
/** Where an editor that cannot print writes its checks. */
const results = join(work, 'results.jsonl');
const draft = join(work, '临溪县2024年政府信息公开工作年度报告.md');

/** The configuration for an editor, as the page has it. */
function configuration(name) {
  const found = new RegExp(`<!-- editors: ${name} -->\\n\`\`\`\\w+\\n([^]*?)\`\`\``).exec(page)?.[1];
  if (found === undefined) throw new Error(`docs/editors.md: ${name}`);
  return found;
}

function write(path, text) {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

/** What is checked in each editor: one finding behind an emoji, with a fix, and one citation. */
function begin() {
  rmSync(home, { recursive: true, force: true });
  rmSync(results, { force: true });
  write(
    draft,
    [
      '# 临溪县2024年政府信息公开工作年度报告',
      '根据《中华人民共和国政府信息公开条例》第五十条编制。',
      '## 一、总体情况',
      '😀全年各项工作正常开展。。',
      '',
    ].join('\n\n'),
  );
  write(join(work, '.annual-report.json'), '{ "severities": { "wording/punctuation": "error" } }');
  const server = join(work, 'bin', 'annual-report-server');
  write(server, `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'dist/server.js')}' --stdio "$@"\n`);
  chmodSync(server, 0o755);
}

const environment = () => ({
  ...process.env,
  LANG: 'C.UTF-8',
  HOME: home,
  XDG_CONFIG_HOME: join(home, '.config'),
  XDG_CACHE_HOME: join(home, '.cache'),
  XDG_STATE_HOME: join(home, '.local/state'),
  XDG_DATA_HOME: join(home, '.local/share'),
  PATH: `${join(work, 'bin')}${delimiter}${process.env.PATH ?? ''}`,
  DRAFT: draft,
  RESULTS: results,
});

/** Runs an editor, which prints one line of JSON a check: `check`, `ok`, `detail`. */
async function drive(name, expected, command, args) {
  const { output } = await run(command, args, { cwd: work, env: environment(), timeoutMs: 120_000 });
  const written = existsSync(results) ? readFileSync(results, 'utf8') : '';
  const checks = [...`${output}\n${written}`.matchAll(/\{"check":.*\}/g)].map(([line]) => JSON.parse(line));
  for (const { check, ok, detail } of checks) record(`${name}: ${check}`, ok, detail);
  const missing = expected.filter(check => !checks.some(each => each.check === check));
  if (missing.length > 0) record(`${name}: ${missing.join(', ')}`, false, output);
}

function record(name, isGood, detail = '') {
  total[isGood ? 'passed' : 'failed']++;
  console.log(`${isGood ? '✓' : '✗'} ${name}${isGood ? '' : `: ${String(detail)}`}`);
}

const FULL = ['findings', 'place', 'settings file', 'hover', 'outline', 'fix', 'statute'];

const EDITORS = {
  nvim: async program => {
    const { output } = await run(program, ['--version']);
    const [, minor = '0'] = /NVIM v0\.(\d+)/.exec(output) ?? [];
    write(join(home, '.config/nvim/init.lua'), configuration(Number(minor) < 8 ? 'nvim-0.7' : 'nvim'));
    const args = ['--headless', '-i', 'NONE', '-n', draft, '-c', `luafile ${join(here, 'nvim.lua')}`];
    await drive(`Neovim 0.${minor}`, FULL, program, args);
  },
  emacs: async program => {
    write(join(home, '.emacs.d/init.el'), configuration('emacs'));
    const init = join(home, '.emacs.d/init.el');
    await drive('Emacs', FULL, program, [
      '-q',
      '--batch',
      '-l',
      join(here, 'packages.el'),
      '-l',
      init,
      '-l',
      join(here, 'emacs.el'),
    ]);
  },
  vim: async program => {
    const ale = ['/usr/share/vim-ale', ...(process.env.ALE ? [process.env.ALE] : [])].find(folder =>
      existsSync(folder),
    );
    if (ale === undefined) return 'vim-ale';
    write(join(home, '.vimrc'), `set nocompatible\nset runtimepath+=${ale}\n${configuration('vim')}`);
    const args = ['-Nu', join(home, '.vimrc'), '-i', 'NONE', '-n', '-es', '-S', join(here, 'ale.vim'), draft];
    await drive('Vim with ALE', ['findings', 'line'], program, args);
  },
  hx: async program => {
    if (which('tmux') === undefined) return 'tmux';
    write(join(home, '.config/helix/languages.toml'), configuration('helix'));
    await drive('Helix', ['findings', 'message', 'fix', 'statute'], 'bash', [join(here, 'helix.sh'), program]);
  },
  codemirror: async program => {
    const worker = join(ROOT, 'dist/browser/server.js');
    if (!existsSync(worker)) return 'dist/browser/server.js';
    try {
      createRequire(join(ROOT, 'package.json')).resolve('@codemirror/lsp-client');
    } catch {
      return '@codemirror/lsp-client';
    }
    const text = JSON.stringify(readFileSync(draft, 'utf8'));
    const { outputFiles } = await build({
      stdin: {
        contents: `${configuration('codemirror')}\nedit('年报.md', ${text}, document.body);`,
        resolveDir: ROOT,
        loader: 'js',
      },
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'silent',
    });
    await inBrowser(program, {
      '/': ['text/html', '<!doctype html><meta charset="utf-8"><body><script type="module" src="page.js"></script>'],
      '/page.js': ['text/javascript', outputFiles[0].text],
      '/server.js': ['text/javascript', readFileSync(worker)],
    });
    return undefined;
  },
};

/** Opens a page of these files in a browser and looks at the finding that CodeMirror marks. */
async function inBrowser(program, files) {
  const pages = createServer(({ url }, response) => {
    const [type, body] = files[url] ?? ['text/plain', ''];
    response.setHeader('content-type', type);
    response.end(body);
  });
  await new Promise(done => pages.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${String(pages.address().port)}/`);
    const marked = page.locator('.cm-lintRange', { hasText: /^。。$/ });
    const isMarked = await marked
      .first()
      .waitFor({ timeout: 30_000 })
      .then(
        () => true,
        () => false,
      );
    record('CodeMirror: findings', isMarked, await page.locator('body').innerHTML());
    if (!isMarked) return;
    await marked.first().hover();
    const card = page.locator('.cm-tooltip', { hasText: '标点' });
    record(
      'CodeMirror: message',
      await card
        .first()
        .waitFor({ timeout: 10_000 })
        .then(
          () => true,
          () => false,
        ),
    );
  } finally {
    await browser.close();
    pages.close();
  }
}

if (!existsSync(join(ROOT, 'dist/serverMain.js'))) {
  console.error('先 npm run build / first npm run build');
  process.exit(2);
}
/** Programs that bear another name than the editor. */
const PROGRAMS = { hx: () => which('hx') ?? which('helix'), codemirror: findBrowser };

const wanted = process.argv.slice(2);
for (const [name, check] of Object.entries(EDITORS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  begin();
  const program = PROGRAMS[name]?.() ?? which(name);
  const missing = program === undefined ? name : await check(program);
  if (missing === undefined) continue;
  total.skipped++;
  console.log(`- ${name}: 没有装 ${missing}，跳过 / skipped, ${missing} is not installed`);
}
console.log(`${String(total.passed)} passed, ${String(total.failed)} failed, ${String(total.skipped)} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
