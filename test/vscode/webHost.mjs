// Serves VS Code for the Web with an extension under development and a workspace in memory, to one browser on this
// machine; and is what journeys in a page talk to, since they can write no files.
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { build } from 'esbuild';
import { QUIET_SETTINGS } from '../../scripts/vscodeServer.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

const FOLDER = '/年报 草稿';

/** The extension that holds the drafts below `folder` in memory, as the two files that a window loads. */
async function draftsExtension(here, folder) {
  const fixtures = Object.fromEntries(
    readdirSync(folder).map(name => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
  const { outputFiles } = await build({
    entryPoints: [join(here, 'web', 'draftsExtension.ts')],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    charset: 'utf8',
    external: ['vscode'],
    define: { FIXTURES: JSON.stringify(fixtures) },
    logLevel: 'warning',
  });
  return {
    '/drafts/package.json': JSON.stringify({
      name: 'drafts',
      publisher: 'test',
      version: '1.0.0',
      engines: { vscode: '^1.91.0' },
      browser: './extension.js',
      activationEvents: ['onFileSystem:drafts', 'onSearch:drafts'],
      enabledApiProposals: ['fileSearchProvider'],
    }),
    '/drafts/extension.js': outputFiles[0].text,
  };
}

/** The page that opens a workbench. */
function workbenchPage({ isModule }, origin, configuration) {
  const base = `${origin}/build`;
  const start = `
    const configuration = ${JSON.stringify(configuration).replaceAll('<', '\\u003c')};
    const folderUri = workbench.URI.revive(configuration.folderUri);
    workbench.create(document.body, {
      ...configuration,
      workspaceProvider: { trusted: true, workspace: { folderUri }, payload: [], open: async () => false },
    });`;
  const scripts = isModule
    ? `<script>globalThis._VSCODE_FILE_ROOT = '${base}/out/';</script>
       <script src="${base}/out/nls.messages.js"></script>
       <script type="module">import * as workbench from '${base}/out/vs/workbench/workbench.web.main.internal.js';${start}</script>`
    : `<script src="${base}/out/vs/loader.js"></script>
       <script src="${base}/out/vs/webPackagePaths.js"></script>
       <script>
         for (const name of Object.keys(self.webPackagePaths))
           self.webPackagePaths[name] = '${base}/node_modules/' + name + '/' + self.webPackagePaths[name];
         require.config({ baseUrl: '${base}/out', paths: self.webPackagePaths });
       </script>
       <script src="${base}/out/vs/workbench/workbench.web.main.nls.js"></script>
       <script src="${base}/out/vs/workbench/workbench.web.main.js"></script>
       <script>require(['vs/workbench/workbench.web.main'], workbench => {${start}});</script>`;
  const style = `${base}/out/vs/workbench/workbench.web.main${isModule ? '.internal' : ''}.css`;
  return `<!DOCTYPE html>
<html>
<head><meta charset="utf-8"><link rel="stylesheet" href="${style}"></head>
<body aria-label=""></body>
${scripts}
</html>`;
}

/**
 * Starts the server. Without `web` (of `ensureWebVSCode`) it only talks to journeys; `extension` is the folder of the
 * extension, `tests` the path of the test module from there, `fixtures` the folder with the drafts.
 *
 * Gives `{ origin, answers, results, stop() }`: what is put into `answers` by its name the journeys can fetch, and
 * `results()` is what they posted at the end.
 */
export async function startWebHost({ here, web, extension, tests, fixtures }) {
  const answers = new Map();
  let results;
  let origin = '';
  const virtual = web ? await draftsExtension(here, fixtures) : {};
  const configuration = () => {
    const { host } = new URL(origin);
    const at = path => ({ scheme: 'http', authority: host, path });
    const outside = `http://{{uuid}}.${host}/build`;
    return {
      folderUri: { scheme: 'drafts', authority: '', path: FOLDER },
      additionalBuiltinExtensions: [at('/drafts')],
      developmentOptions: { extensions: [at('/extension')], extensionTestsPath: at(`/extension/${tests}`) },
      configurationDefaults: QUIET_SETTINGS,
      productConfiguration: {
        enableTelemetry: false,
        extensionEnabledApiProposals: { 'test.drafts': ['fileSearchProvider'] },
        webEndpointUrlTemplate: outside,
        webviewContentExternalBaseUrlTemplate: `${outside}/out/vs/workbench/contrib/webview/browser/pre/`,
      },
    };
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, origin).pathname);
    const give = (status, type, body) => {
      response.writeHead(status, {
        'content-type': type,
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
      if (typeof body === 'string') response.end(body);
      else body.pipe(response);
    };
    if (path === '/results' && request.method === 'POST') {
      const parts = [];
      request.on('data', part => parts.push(part));
      request.on('end', () => {
        results = JSON.parse(Buffer.concat(parts).toString());
        give(200, TYPES['.json'], '{}');
      });
      return;
    }
    if (path.startsWith('/answers/')) {
      const answer = answers.get(path.slice('/answers/'.length));
      give(answer === undefined ? 204 : 200, TYPES['.json'], answer ?? '');
      return;
    }
    if (path === '/' && web) {
      give(200, TYPES['.html'], workbenchPage(web, origin, configuration()));
      return;
    }
    if (virtual[path] !== undefined) {
      give(200, TYPES[extname(path)], virtual[path]);
      return;
    }
    const [, room = '', rest = ''] = /^\/(build|extension)\/(.*)$/.exec(path) ?? [];
    const root = { build: web?.pages, extension }[room];
    const file = root === undefined ? undefined : normalize(join(root, rest));
    if (file?.startsWith(`${root}${sep}`) && existsSync(file) && statSync(file).isFile())
      give(200, TYPES[extname(file)] ?? 'application/octet-stream', createReadStream(file));
    else give(404, 'text/plain', 'not found');
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  // A name and not a number: below it the parts of a window get origins of their own.
  origin = `http://localhost:${String(server.address().port)}`;
  return {
    origin,
    answers,
    results: () => results,
    stop: () =>
      new Promise(done => {
        server.closeAllConnections();
        server.close(done);
      }),
  };
}
