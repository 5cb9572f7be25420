import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { messageOf } from '../../../server/src/messages/text.ts';
import { valueOf } from '../../../server/src/model/report.ts';
import { isKind } from '../../../server/src/syntax/block.ts';
import { Source } from '../../../server/src/text/source.ts';

// Changes that a reader does not see, or that a converter makes, change neither findings nor figures.

const root = resolve(import.meta.dirname, '../../..');
const DRAFTS: readonly (readonly [name: string, text: string])[] = ['examples', 'test/gold'].flatMap(folder =>
  readdirSync(resolve(root, folder))
    .filter(name => /\.(?:md|txt|html)$/.test(name))
    .map(name => [name, readFileSync(resolve(root, folder, name), 'utf8')] as const),
);

/** A stretch of the draft that holds running text, and what comes in its place. */
type Change = (prose: string) => string;

const RADICALS: Readonly<Record<string, string>> = {
  一: '⼀',
  人: '⼈',
  行: '⾏',
  工: '⼯',
  用: '⽤',
  月: '⽉',
  日: '⽇',
  见: '⻅',
  门: '⻔',
  长: '⻓',
};
const FIGURES = /(?<![\d.,〔（(A-Za-z*-])\d+(?:\.\d+)?(?![\d.,A-Za-z*%-])/g;

interface NamedChange {
  readonly name: string;
  readonly change: Change;
  /** Hints that the change may earn. */
  readonly hint?: RegExp;
}

const CHANGES: readonly NamedChange[] = [
  { name: 'figures in bold', change: prose => prose.replace(FIGURES, '**$&**') },
  { name: 'figures underlined', change: prose => prose.replace(FIGURES, '__$&__') },
  { name: 'figures in a span', change: prose => prose.replace(FIGURES, '<span lang="EN-US">$&</span>') },
  { name: 'a struck-out figure before each', change: prose => prose.replace(FIGURES, '<del>7</del>$&') },
  { name: 'notes behind commas', change: prose => prose.replaceAll('，', '[^2]，') },
  { name: 'raised notes behind figures', change: prose => prose.replace(FIGURES, '$&<sup>1</sup>') },
  { name: 'comments behind commas', change: prose => prose.replaceAll('，', '，<!-- 核 -->') },
  { name: 'zero-width spaces', change: prose => prose.replace(FIGURES, '$&\u200b'), hint: /^wording\/odd-signs/ },
  { name: 'soft hyphens', change: prose => prose.replace(/政府信息/g, '政府\u00ad信息'), hint: /^wording\/odd-signs/ },
  { name: 'direction marks', change: prose => prose.replace(FIGURES, '\u200e$&'), hint: /^wording\/odd-signs/ },
  {
    name: 'radicals',
    change: prose => prose.replace(/[一人行工用月日见门长]/g, sign => RADICALS[sign] ?? sign),
    hint: /^wording\/odd-signs/,
  },
  {
    name: 'full-width digits',
    change: prose => prose.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    hint: /^wording\/punctuation/,
  },
  { name: 'lines of 37 characters', change: prose => wrapped(prose, 37) },
  { name: 'lines of 44 characters', change: prose => wrapped(prose, 44) },
  { name: 'page numbers within paragraphs', change: prose => wrapped(prose, 44).replace('\n', '\n\n— 2 —\n\n') },
  { name: 'indents', change: prose => `\u00a0\u00a0${prose}` },
  { name: 'blanks at line ends', change: prose => `${prose}  ` },
];

/** Broken where a typesetter breaks: not within figures and Latin words, not before marks that close. */
function wrapped(prose: string, width: number): string {
  let lines = '';
  let rest = prose;
  while (rest.length > width + 4) {
    let at = width;
    while (
      at < rest.length - 4 &&
      (/[，。、；：！？）》”’\])}%\s]/.test(rest.charAt(at)) ||
        /[（《“‘[({\s]/.test(rest.charAt(at - 1)) ||
        /[\w.,:/-]{2}/.test(rest.slice(at - 1, at + 1)) ||
        /^(?:\d+[.、]|[一二三四五六七八九十]+[、是]|[（(][一二三四五六七八九十\d])/.test(rest.slice(at)))
    )
      at++;
    lines += `${rest.slice(0, at)}\n`;
    rest = rest.slice(at);
  }
  return lines + rest;
}

/** A sentence with nothing to check before the second and fifth heading; in these drafts no part stands empty. */
function withParagraphs(draft: string): string {
  return draft.replace(/^(?:## )?(?:二、主动公开|五、)/gm, '工作中注重听取群众意见，做到随问随答。\n\n$&');
}

async function check(name: string, text: string) {
  const snapshot = new Snapshot(name, 1, new Source(text), DEFAULT_SETTINGS);
  const findings = (await snapshot.findings(UNINTERRUPTED)).findings.map(finding => {
    const figures = messageOf('zh-CN', finding).match(/\d+(?:\.\d+)?/g) ?? [];
    return {
      rule: finding.rule,
      severity: finding.severity,
      said: `${finding.rule} ${finding.severity} ${figures.join(' ')}`,
    };
  });
  const cells = snapshot.report.tables.flatMap(table =>
    [...table.figures].map(([key, figure]) => `${table.spec.id} ${key} ${String(valueOf(figure))}`),
  );
  return { findings, cells, snapshot };
}

/** The draft with its running text changed: paragraphs of one line that hold a sentence. */
function changed(snapshot: Snapshot, change: Change): string {
  const { text } = snapshot.source;
  const parts: string[] = [];
  let done = 0;
  for (const placed of snapshot.blocks) {
    if (!isKind(placed, 'paragraph')) continue;
    const line = snapshot.source.line(snapshot.source.lineAt(placed.at));
    const prose = text.slice(line.start, line.end);
    if (line.start < done || !prose.includes('。') || /[<>|#*]/.test(prose)) continue;
    parts.push(text.slice(done, line.start), change(prose.trim()));
    done = line.end;
  }
  return parts.join('') + text.slice(done);
}

describe.each(DRAFTS)('%s', (name, text) => {
  const isPage = basename(name).endsWith('.html');

  it.skipIf(isPage).each(CHANGES)('$name', async ({ change, hint }) => {
    const before = await check(name, text);
    const draft = changed(before.snapshot, change);
    expect(draft).not.toBe(text);
    const after = await check(name, draft);
    const earned = ({ rule, severity }: { rule: string; severity: string }) =>
      severity === 'hint' && hint?.test(rule) === true;
    expect(
      after.findings
        .filter(each => !earned(each))
        .map(({ said }) => said)
        .sort(),
    ).toEqual(
      before.findings
        .filter(each => !earned(each))
        .map(({ said }) => said)
        .sort(),
    );
    expect(after.cells).toEqual(before.cells);
  });

  it.each([
    ['CRLF', (draft: string) => draft.replaceAll('\n', '\r\n')],
    ['a byte order mark', (draft: string) => `\ufeff${draft}`],
    ['blank lines twice', (draft: string) => draft.replace(/\n\n/g, '\n\n\n')],
    ['a paragraph without figures at the end of parts', withParagraphs],
    ['square brackets in document numbers', (draft: string) => draft.replace(/〔(\d{4})〕/g, '[$1]')],
  ])('%s', async (_, change) => {
    const [before, after] = [await check(name, text), await check(name, change(text))];
    const said = (findings: readonly { said: string; rule: string }[]) =>
      findings.filter(({ rule }) => rule !== 'citations/number-form').map(each => each.said);
    expect(said(after.findings)).toEqual(said(before.findings));
    expect(after.cells).toEqual(before.cells);
  });
});
