import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IMPORTED_ENDINGS } from '../../../client/src/importDocument.ts';
import { EDITION_IDS } from '../../../server/src/format/editionIds.ts';
import { LENS_COMMANDS } from '../../../server/src/features/tables/codeLens.ts';
import { SCHEME_ADDRESSES } from '../../../server/src/features/statutes/statuteAddress.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../../server/src/features/semanticTokens.ts';
import { uncheckedMessage } from '../../../server/src/messages/text.ts';
import { statutes } from '../../../server/src/statutes/index.ts';

interface Manifest {
  readonly capabilities: unknown;
  readonly contributes: {
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly languages: readonly {
      readonly id: string;
      readonly filenamePatterns: readonly string[];
      readonly firstLine: string;
    }[];
    readonly commands: readonly { readonly command: string; readonly category?: string }[];
    readonly submenus: readonly { readonly id: string }[];
    readonly menus: Readonly<Record<string, readonly ({ readonly command: string } | { readonly submenu: string })[]>>;
    readonly keybindings: readonly { readonly command: string }[];
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
  };
}

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const text = read('package.json');
const manifest = JSON.parse(text) as Manifest;
const wordings = ['package.nls.json', 'package.nls.zh-cn.json'].map(path =>
  Object.keys(JSON.parse(read(path)) as object).sort(),
);
const sources = readdirSync(new URL('../../../client/src', import.meta.url))
  .filter(name => name.endsWith('.ts'))
  .map(name => read(`client/src/${name}`))
  .join('\n');
const commands = manifest.contributes.commands.map(({ command }) => command);

describe('manifest', () => {
  it('works in a workspace that is not trusted, and in a virtual one, with every setting', () => {
    expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });

  it('has every wording in both languages and none to spare', () => {
    const used = [...new Set([...text.matchAll(/"%([^%"]+)%"/g)].map(match => match[1]))].sort();
    expect(wordings[0]).toEqual(used);
    expect(wordings[1]).toEqual(used);
  });

  it('contributes the commands that the client registers', () => {
    const [, sorts = ''] = /const IN_PALETTE[^=]*= \{([\s\S]*?)\n\};/.exec(sources) ?? [];
    const registered = [
      ...[...sources.matchAll(/registerCommand\('([^']+)'/g)].map(match => match[1]),
      ...[...sorts.matchAll(/^ {2}'?([\w.]+)'?: \[/gm)].map(match => `annualReport.fix.${match[1] ?? ''}`),
    ];
    expect([...commands].sort()).toEqual(registered.sort());
  });

  it('has all commands found by 信息公开 and by 年报, whatever the language of the window', () => {
    for (const { category } of manifest.contributes.commands) expect(category).toBe('%command.category%');
    for (const path of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const wording = JSON.parse(read(path)) as Readonly<Record<string, string>>;
      expect(wording['command.category']).toContain('信息公开年报');
    }
  });

  it('describes the tokens that the server sends, each with a colour', () => {
    const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
    expect(semanticTokenTypes.map(({ id }) => id)).toEqual(TOKEN_TYPES);
    expect(semanticTokenModifiers.map(({ id }) => id)).toEqual(TOKEN_MODIFIERS);
    const coloured = semanticTokenScopes.flatMap(({ scopes }) => Object.keys(scopes));
    expect(coloured).toEqual(
      expect.arrayContaining([...TOKEN_TYPES, 'annualReportFigure.broken', 'annualReportTotal.broken']),
    );
  });

  it('tells the server of the commands behind its lenses', () => {
    const told = /SERVER_COMMANDS: readonly string\[\] = \[([^\]]*)\]/.exec(sources)?.[1] ?? '';
    for (const command of LENS_COMMANDS) {
      expect(commands).toContain(command);
      expect(told).toContain(`'${command}'`);
    }
  });

  it('knows statutes by the addresses that the server gives them, and publishes the schema of added ones', () => {
    const patterns = manifest.contributes.languages.find(({ id }) => id === 'annual-report-statute')?.filenamePatterns;
    expect(patterns).toEqual(['**/annual-report-statutes/*']);
    for (const statute of statutes)
      expect(SCHEME_ADDRESSES.addressOf(statute)).toMatch(/^annual-report-statute:\/annual-report-statutes\/[^/?]+\?/);
    for (const { url } of manifest.contributes.jsonValidation) expect(JSON.parse(read(url))).toHaveProperty('$schema');
    for (const { path } of manifest.contributes.grammars) expect(JSON.parse(read(path))).toHaveProperty('scopeName');
  });

  it('is packed without a question, and nowhere says an address that there is not', () => {
    const { vsce, scripts, repository, icon } = JSON.parse(text) as {
      readonly vsce: object;
      readonly scripts: Readonly<Record<string, string>>;
      readonly repository?: unknown;
      readonly icon: string;
    };
    expect(repository).toBeUndefined();
    expect(vsce).toEqual({ allowMissingRepository: true, readmePath: 'dist/README.md' });
    expect(scripts['vscode:prepublish']).toContain('scripts/packedReadme.mjs');
    const packed = read('.vscodeignore').split('\n');
    const pictures = [icon, ...[...text.matchAll(/"image": "([^"]+)"/g)].map(([, path = '']) => path)];
    expect(pictures.length).toBeGreaterThan(5);
    expect(pictures.filter(path => !packed.includes(`!${path}`))).toEqual([]);
  });

  it('offers no command in a menu or by key that there is not', () => {
    const offered = [...Object.values(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings];
    // VS Code's own commands are there without us.
    const isOwnOfEditor = (command: string) => /^(?:editor|workbench)\.action\./.test(command);
    const submenus = manifest.contributes.submenus.map(({ id }) => id);
    for (const each of offered)
      if ('submenu' in each) expect(submenus).toContain(each.submenu);
      else if (!isOwnOfEditor(each.command)) expect(commands).toContain(each.command);
    for (const id of submenus) expect(manifest.contributes.menus).toHaveProperty([id]);
  });
});

describe('menus for documents', () => {
  it('offer what the reader takes, by the endings that it knows', () => {
    const offered = (manifest.contributes.menus['explorer/context'] ?? []).find(
      each => 'command' in each && each.command === 'annualReport.importDocument',
    ) as { readonly when: string } | undefined;
    const endings = /\(([a-z|]+)\)\$\/i/.exec(offered?.when ?? '')?.[1]?.split('|');
    expect(endings).toEqual(IMPORTED_ENDINGS);
  });
});

describe('messages of the client', () => {
  const ids = [...new Set([...sources.matchAll(/\b(?:text|say)\('(client\.[^']+)'/g)].map(match => match[1] ?? ''))];

  it.each(ids)('%s has wording in both languages', id => {
    expect(uncheckedMessage('zh-CN', id)).not.toBe(id);
    expect(uncheckedMessage('en', id)).not.toBe(id);
  });

  it('has those that are put together: editions, places for them, groups of equations', () => {
    const composed = [
      ...['broken', 'unknown', 'holds'].map(kind => `client.equations.${kind}`),
      ...['checked', 'notChecked', 'beyond'].map(kind => `client.checkList.${kind}`),
      ...['auto', ...EDITION_IDS].map(edition => `client.edition.${edition}`),
      ...['draft', 'folder', 'workspace', 'user'].flatMap(place => [
        `client.edition.for.${place}`,
        `client.edition.for.${place}.detail`,
      ]),
    ];
    for (const id of composed)
      for (const language of ['zh-CN', 'en'] as const) expect(uncheckedMessage(language, id)).not.toBe(id);
  });
});
