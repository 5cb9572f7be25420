// Makes a rule of each kind in a scratch copy of the repository, as CONTRIBUTING.md says, and throws the copy away.
//   npm run test:new-rule                 generated pages, type check, and the tests that concern rules: some minutes
//   npm run test:new-rule -- prose        only this kind
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KINDS } from './newRule/kinds.mjs';
import { run } from './processes.mjs';
import { ROOT, temporaryFolder } from './setup.mjs';

const kinds = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(KINDS);
const scratch = temporaryFolder('new-rule');
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
for (const path of tracked.toString().split('\0').filter(Boolean)) {
  mkdirSync(dirname(join(scratch, path)), { recursive: true });
  cpSync(join(ROOT, path), join(scratch, path), { errorOnExist: false, force: true });
}
symlinkSync(join(ROOT, 'node_modules'), join(scratch, 'node_modules'), 'junction');

const ids = kinds.map(kind => `${KINDS[kind].groups[0]}/tried-${kind}`);
const node = (name, ...args) => [name, [process.execPath, args]];
const bin = name => join('node_modules', name);
const steps = [
  ...kinds.map((kind, i) => node(`new-rule ${kind}`, 'scripts/new-rule.mjs', ids[i], '--kind', kind)),
  node('format', bin('prettier/bin/prettier.cjs'), '--check', 'server/src/rules', 'server/src/messages'),
  node('generate', 'scripts/generate.mjs'),
  node('type check', bin('typescript/bin/tsc'), '--noEmit', '-p', '.'),
  node('tests', bin('vitest/vitest.mjs'), 'run', 'test/drafts', 'test/unit/rules', '-t', '/tried-'),
  node('tests of all rules', bin('vitest/vitest.mjs'), 'run', 'test/unit/rules/rules.test.ts'),
];

for (const [name, [command, args]] of steps) {
  const { code, output, seconds } = await run(command, args, { cwd: scratch });
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  if (code !== 0) {
    console.log(output.trimEnd().split('\n').slice(-60).join('\n'));
    process.exitCode = 1;
    break;
  }
}
