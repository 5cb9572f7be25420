import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MessageValues } from '../../../server/src/messages/arguments.ts';
import { en } from '../../../server/src/messages/en.ts';
import type { UncheckedCatalogue } from '../../../server/src/messages/message.ts';
import { RULE_GROUPS, RULE_TITLES } from '../../../server/src/messages/ruleTitles.ts';
import { zhCN } from '../../../server/src/messages/zh-CN.ts';
import { chineseWordsIn, englishWordsIn } from '../../support/writtenLanguage.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Every argument that a message may ask for: a number, which is of no language. */
const ANY: MessageValues = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? '7' : undefined) });
const messages = (catalogue: object) =>
  Object.entries(catalogue as UncheckedCatalogue).map(([id, say]) => [id, say(ANY)] as const);
const wordings = (path: string) => Object.entries(JSON.parse(read(path)) as Record<string, string>);

/** Words that VS Code or a file format has, which cannot be said otherwise: names of fields and of log levels. */
const TYPED_AS_IT_STANDS: Readonly<Record<string, readonly string[]>> = {
  'cli.exportedWithErrors': ['check'],
  'cli.formatWritten': ['formats'],
  'cli.newUnknownKind': ['formats'],
  'cli.noFormats': ['json'],
  'cli.notExpectation': ['warning', 'totals', 'local', 'equation'],
  'documents.note.cellErrors': ['REF'],
  'formatFile.circular': ['extends'],
  'formatFile.equationLost': ['equations'],
  'formatFile.labelTwice': ['path', 'group'],
  'formatFile.choicesNeeded': ['type', 'choices', 'choices', 'type'],
  'formatFile.overColumns': ['over', 'rows', 'over', 'columns'],
  'formatFile.overRows': ['over', 'columns', 'over', 'rows'],
  'formatFile.kindNeeded': ['extends', 'kind'],
  'formatFile.noTotal': ['total', 'operator'],
  'formatFile.neverHolds': ['minimum', 'maximum', 'operator'],
  'formatFile.wordsInEquation': ['type'],
  'formatFile.notForType': ['type'],
  'formatFile.boundsReversed': ['minimum', 'maximum'],
  'formatFile.keyValueAlone': ['columns', 'caption', 'corner', 'unitColumn', 'rowsAcross'],
  'formatFile.keyValueDepth': ['path'],
  'formatFile.keyValueOver': ['over', 'columns'],
  'formatFile.keyValueOnly': ['keyValue'],
  'formatFile.roleTaken': ['role'],
  'formatFile.roleNeeded': ['role'],
  'formatFile.notFlag': ['true', 'false'],
  'formatFile.otherKind': ['kind', 'extends'],
  'formatFile.unknownStatute': ['ogi'],
  'server.configuration.edition': ['formats'],
  'settingsFile.unknownEdition': ['formats'],
  'statuteFile.aliasTooShort': ['shortNames'],
  'statuteFile.articleBeyond': ['articleCount'],
  'statuteFile.sameVersion': ['effective'],
};

describe('Chinese for people', () => {
  it.each(messages(zhCN))('message %s has no English words', (id, text) => {
    expect(englishWordsIn(text).filter(word => !TYPED_AS_IT_STANDS[id]?.includes(word))).toEqual([]);
  });

  it.each(wordings('package.nls.zh-cn.json'))('%s of the manifest has no English words', (_, text) => {
    expect(englishWordsIn(text)).toEqual([]);
  });

  it('nor have titles of rules and groups', () => {
    for (const titles of Object.values({ ...RULE_TITLES, ...RULE_GROUPS }))
      expect(englishWordsIn(titles['zh-CN'])).toEqual([]);
  });
});

describe('English for people', () => {
  it.each(messages(en))('message %s has no Chinese but official terms and quotations', (id, text) => {
    // An example of what is typed.
    expect(id === 'client.newReport.bodyExample' ? [] : chineseWordsIn(text)).toEqual([]);
  });

  it.each(wordings('package.nls.json'))('%s of the manifest has no Chinese but official terms', (key, text) => {
    // The names under which the extension and its commands are found in either language.
    expect(['displayName', 'command.category'].includes(key) ? [] : chineseWordsIn(text)).toEqual([]);
  });

  it('has one case for the titles of commands: capitals but for small words', () => {
    const small = /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|this|to|under|with)$/;
    for (const [key, title] of wordings('package.nls.json').filter(([key]) => /^command\.(?!category)/.test(key)))
      for (const [i, word] of title.replace(/…$/, '').split(' ').entries())
        expect(i === 0 || !small.test(word) ? /^[A-Z\d]/.test(word) : true, `${key}: ${title}`).toBe(true);
  });
});

describe('the client, webviews included', () => {
  const files = readdirSync(join(ROOT, 'client'), { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => /\.(?:tsx?|m?js|html)$/.test(path));

  it.each(files)('%s holds no words for people: they come from the catalogue, which is read above', path => {
    const code = read(`client/${path}`).replace(/\/\*[^]*?\*\/|<!--[^]*?-->|\/\/.*/g, '');
    expect(code.match(/\p{Script=Han}+/gu) ?? []).toEqual([]);
  });
});
