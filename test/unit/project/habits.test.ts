import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, type ParseError } from 'jsonc-parser';
import { describe, expect, it, test } from 'vitest';
import { RawClient } from '../../support/rawClient.ts';
import { readYaml, type Yaml } from '../../support/yaml.ts';

const ROOT = join(import.meta.dirname, '../../..');

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function readJsonc(path: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(read(path), errors, { allowTrailingComma: false });
  expect(errors, path).toEqual([]);
  return value;
}

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

interface Task {
  label: string;
  command: string;
  problemMatcher: { background?: { beginsPattern: string; endsPattern: string } };
}
interface Configuration {
  name: string;
  type: string;
  request: string;
  port?: number;
  program?: string;
  args?: string[];
  preLaunchTask?: string;
}

const { tasks } = readJsonc('.vscode/tasks.json') as { tasks: Task[] };
const launch = readJsonc('.vscode/launch.json') as {
  configurations: Configuration[];
  compounds: { name: string; configurations: string[]; presentation: { group: string } }[];
};
const taskNamed = (label: string): Task => {
  const task = tasks.find(each => each.label === label);
  if (!task) throw new Error(`no task ${label}`);
  return task;
};

/** Ends a process and everything that it started. */
async function end(child: ReturnType<typeof spawn>): Promise<void> {
  const ended = new Promise(resolve => child.on('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

describe('F5', () => {
  it('builds, opens the examples and attaches to the server that they start', () => {
    const [all] = launch.compounds;
    expect(all?.presentation.group).toBe('1 all');
    const [extension, server] = (all?.configurations ?? []).map(name =>
      launch.configurations.find(each => each.name === name),
    );
    expect(extension).toMatchObject({ type: 'extensionHost', request: 'launch', preLaunchTask: 'watch' });
    const folder = extension?.args?.find(each => !each.startsWith('--'))?.replace('${workspaceFolder}/', '') ?? '';
    expect(readdirSync(join(ROOT, folder)).some(name => /\.(?:md|txt)$/.test(name))).toBe(true);
    expect(server).toMatchObject({ type: 'node', request: 'attach' });
    expect(read('client/src/node.ts')).toContain(`'--inspect=${String(server?.port)}'`);
  });

  it('names tasks and programs that there are', () => {
    for (const { preLaunchTask, program } of launch.configurations) {
      if (preLaunchTask !== undefined) expect(taskNamed(preLaunchTask)).toBeDefined();
      const path = program?.replace('${workspaceFolder}/', '');
      if (path !== undefined && !path.startsWith('dist/')) expect(existsSync(join(ROOT, path)), path).toBe(true);
    }
  });
});

describe('tasks', () => {
  it.each(tasks.map(task => [task.label, task] as const))('%s runs something that there is', (_, { command }) => {
    const script = /^npm (?:run ([\w-]+)|(test))/.exec(command);
    if (script) expect(scripts).toHaveProperty(script[1] ?? script[2] ?? '');
    else expect(command).toMatch(/^node [^;&|]*\bdist\/server\.js --stdio$/);
  });

  it('watch says that a build began and ended in the words that VS Code waits for, and serves a debugger', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'habits-'));
    // npm run watch: set-up, then the bundler, which here writes elsewhere.
    const bundler = /node (esbuild\.js --watch)$/.exec(scripts['watch'] ?? '')?.[1]?.split(' ') ?? [];
    const child = spawn(process.execPath, [...bundler, '--out', folder], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      const { beginsPattern = '', endsPattern = '' } = taskNamed('watch').problemMatcher.background ?? {};
      const said: string[] = [];
      await new Promise<void>((resolve, reject) => {
        child.on('exit', () => {
          reject(new Error(`ended: ${said.join('\n')}`));
        });
        child.stdout.on('data', (bytes: Buffer) => {
          said.push(...bytes.toString().split('\n'));
          if (said.some(line => new RegExp(endsPattern).test(line))) resolve();
        });
      });
      expect(said.some(line => new RegExp(beginsPattern).test(line))).toBe(true);
      for (const name of ['extension.js', 'server.js', 'serverMain.js'])
        expect(existsSync(join(folder, `${name}.map`)), name).toBe(true);
      const { sources } = JSON.parse(readFileSync(join(folder, 'serverMain.js.map'), 'utf8')) as { sources: string[] };
      expect(sources.some(source => source.endsWith('server/src/analysis/engine.ts'))).toBe(true);
      // The task `server`, on a free port.
      const [, option = ''] = /(--inspect)=\d+/.exec(taskNamed('server').command) ?? [];
      const client = new RawClient(join(folder, 'server.js'), [`${option}=0`]);
      let errors = '';
      client.process.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));
      const answer = await client.ask('initialize', { processId: null, rootUri: null, capabilities: {} });
      expect(JSON.stringify(answer)).toContain('capabilities');
      expect(errors).toContain('Debugger listening');
      client.process.kill('SIGKILL');
      await client.ended;
    } finally {
      child.removeAllListeners('exit');
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

type Mapping = { [key: string]: Yaml };

describe('the host of the repository', () => {
  const forms = readdirSync(join(ROOT, '.github/ISSUE_TEMPLATE')).filter(name => name !== 'config.yml');

  /** What GitHub asks of an issue form. */
  test.each(forms)('%s is a form', name => {
    const form = readYaml(read(`.github/ISSUE_TEMPLATE/${name}`)) as Mapping;
    for (const key of ['name', 'description']) expect(typeof form[key], key).toBe('string');
    expect(Object.keys(form).filter(key => !['name', 'description', 'title', 'labels', 'body'].includes(key))).toEqual(
      [],
    );
    const body = form['body'] as Mapping[];
    const ids = body.flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, id, attributes, validations } of body) {
      const about = attributes as Mapping;
      if (type === 'markdown') {
        expect(typeof about['value']).toBe('string');
        continue;
      }
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect(id).toMatch(/^[\w-]+$/);
      expect(typeof about['label']).toBe('string');
      const options = about['options'] as Yaml[] | undefined;
      if (type === 'dropdown') expect(new Set(options).size).toBe(options?.length);
      else if (type === 'checkboxes')
        expect(options?.every(option => typeof (option as Mapping)['label'] === 'string')).toBe(true);
      else expect(options).toBeUndefined();
      if (validations !== undefined) expect(Object.keys(validations as Mapping)).toEqual(['required']);
    }
    // Nobody sends a draft without having thought of the people in it.
    const personal = body.find(({ id }) => id === 'personal')?.['attributes'] as Mapping;
    expect((personal['options'] as Mapping[]).map(option => option['required'])).toEqual([true]);
  });

  it('has a workflow that runs .ci/run on three systems, with the Node of .nvmrc', () => {
    const workflow = readYaml(read('.github/workflows/ci.yml')) as {
      on: Mapping;
      permissions: Mapping;
      jobs: Record<
        string,
        { 'runs-on': string; strategy: { matrix: { include: { os: string }[] } }; steps: Mapping[] }
      >;
    };
    expect(Object.keys(workflow.on)).toEqual(['push', 'pull_request']);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const [job] = Object.values(workflow.jobs);
    expect(job?.['runs-on']).toBe('${{ matrix.os }}');
    expect(job?.strategy.matrix.include.map(({ os }) => os.replace(/-.*/, ''))).toEqual(['ubuntu', 'macos', 'windows']);
    for (const step of job?.steps ?? []) {
      expect(Object.keys(step).filter(key => key === 'uses' || key === 'run')).toHaveLength(1);
      if (typeof step['uses'] === 'string') expect(step['uses']).toMatch(/^actions\/[\w-]+@v\d+$/);
    }
    const run = job?.steps.find(step => step['run'] !== undefined)?.['run'];
    const script = /^bash (\S+)/.exec(String(run))?.[1] ?? '';
    expect(existsSync(join(ROOT, script)), script).toBe(true);
    expect(JSON.stringify(job?.steps)).toContain('"node-version-file":".nvmrc"');
  });

  it('says for which Node: the same everywhere', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(engines.node).toBe(`>=${read('.nvmrc').trim()}`);
  });

  it('names code owners for places that there are', () => {
    for (const line of read('.github/CODEOWNERS').split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [place = '', ...owners] = line.split(/\s+/);
      expect(place === '*' || existsSync(join(ROOT, place)), place).toBe(true);
      expect(owners.length).toBeGreaterThan(0);
      for (const owner of owners) expect(owner).toMatch(/^@[\w-]+(?:\/[\w-]+)?$/);
    }
  });

  it('packs nothing of it', () => {
    const lines = read('.vscodeignore')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'));
    expect(lines[0]).toBe('**');
    expect(
      lines
        .slice(1)
        .filter(line => /^!(?:\.|docs\/\*\*|docs\/(?:decisions|where|style|debugging|glossary))/.test(line)),
    ).toEqual([]);
  });

  it('shows pictures that are there, are packed and are taken in a real window', () => {
    const shown = [...`${read('package.json')}${read('README.md')}`.matchAll(/docs\/images\/([\w-]+)\.png/g)]
      .map(([, name = '']) => name)
      .filter(name => name !== 'icon');
    const packed = read('.vscodeignore').split('\n');
    const taken = ['screenshots.mjs', 'screenshots/documents.mjs', 'screenshots/firstMinute.mjs']
      .flatMap(path => [...read(`scripts/${path}`).matchAll(/picture\('([\w-]+)'/g)])
      .map(([, name = '']) => name);
    expect(shown).toContain('table-form');
    for (const name of shown) {
      expect(taken, name).toContain(name);
      expect(packed, name).toContain(`!docs/images/${name}.png`);
    }
    for (const name of taken) expect(existsSync(join(ROOT, `docs/images/${name}.png`)), name).toBe(true);
  });

  it('packs the places to which the packed pages send their readers', () => {
    const packed = read('.vscodeignore')
      .split('\n')
      .filter(line => line.startsWith('!'))
      .map(line => line.slice(1).replace(/\*\*$/, ''));
    const named = [
      ...[...read('CHANGELOG.md').matchAll(/`((?:examples|docs|schemas)\/[^`]*)`/g)].map(([, path = '']) => path),
      ...[...read('docs/statutes.md').matchAll(/\]\(([^)\s#]+)\)/g)].map(([, path = '']) => join('docs', path)),
    ].map(path => path.replaceAll('\\', '/'));
    expect(named).toContain('examples/statutes');
    for (const path of named)
      expect(
        packed.some(pattern => (pattern.endsWith('/') ? `${path}/`.startsWith(pattern) : path === pattern)),
        path,
      ).toBe(true);
  });
});

describe('reader of YAML', () => {
  it('reads what is written here', () => {
    expect(readYaml('a: 1\nb:\n  - x\n  - y: "2"\n    z: [p, q]\nc: |\n  one\n\n  # two\nd: true\n')).toEqual({
      a: 1,
      b: ['x', { y: '2', z: ['p', 'q'] }],
      c: 'one\n\n# two\n',
      d: true,
    });
  });

  it.each(['a: 1\na: 2', 'a: &x 1', 'a\n', 'a: b: c', '\ta: 1', 'a: 1\n   b: 2'])('refuses %j', text => {
    expect(() => readYaml(text)).toThrow();
  });
});
