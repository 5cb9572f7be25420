import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import { codeActions } from '../../server/src/features/codeActions.ts';
import type { Report } from '../../server/src/model/report.ts';
import { decodeText } from '../../server/src/text/decode.ts';
import { Source } from '../../server/src/text/source.ts';
import { readFixture } from '../support/fixture.ts';

const DRAFTS = import.meta.dirname;
/** Reports that may lie beside the checkout; none of them is part of it. */
const REPORTS = join(DRAFTS, '..', '..', '..', 'shared', 'corpus');
const CONVERSIONS = 'refactor.rewrite.annualReport.convert';
const HALF_AN_HOUR_MS = 30 * 60 * 1000;

function filesIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return names.filter(name => /\.(?:md|txt|html)$/.test(name)).map(name => join(folder, name));
}

const texts = (): string[] =>
  filesIn(DRAFTS).flatMap(file => readFixture(readFileSync(file, 'utf8')).map(({ text }) => text));
const reports = (): string[] => filesIn(REPORTS).flatMap(file => decodeText(readFileSync(file)) ?? []);

function draftOf(text: string): Snapshot {
  return new Snapshot('file:///2024.md', 1, new Source(text), DEFAULT_SETTINGS);
}

/** Every figure that a draft's official tables state, table by table. */
function figuresOf({ tables }: Report): unknown {
  return tables.map(({ spec, figures }) => [
    spec.id,
    Object.fromEntries(
      [...figures].map(([key, { quantity, text }]) => [
        key,
        quantity.kind === 'value' ? quantity.value : quantity.kind === 'unreadable' ? text : null,
      ]),
    ),
  ]);
}

/** The drafts after each conversion that is offered for an official table of a draft. */
function* converted(draft: Snapshot, seen: Set<string>): Iterable<string> {
  for (const { at, block } of draft.report.tables.flatMap(({ blocks }) => blocks)) {
    // The standard tables of drafts about something else are the same again and again.
    const key = `${draft.report.edition?.id ?? ''} ${draft.source.text.slice(at, at + block.span.end)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const actions = codeActions(
      draft,
      [],
      { span: { start: at, end: at }, only: [CONVERSIONS], diagnostics: [] },
      {
        language: 'zh-CN',
        clientCapabilities: { documentChanges: false, snippetEdits: false, createFiles: false },
        file: { uri: draft.uri, languageId: 'annual-report' },
        configurationFile: null,
      },
    );
    for (const { edit } of actions)
      yield TextDocument.applyEdits(
        TextDocument.create(draft.uri, '', 0, draft.source.text),
        (edit?.changes?.[draft.uri] ?? []) as TextEdit[],
      );
  }
}

test.each([
  ['the drafts here', texts],
  ['reports beside the checkout', reports],
])(
  'no conversion that is offered changes a figure: %s',
  (name, read) => {
    let offered = 0;
    const seen = new Set<string>();
    for (const text of new Set(read())) {
      const draft = draftOf(text);
      const before = figuresOf(draft.report);
      for (const after of converted(draft, seen)) {
        offered++;
        expect(figuresOf(draftOf(after).report), text).toEqual(before);
      }
    }
    console.log(`${name}: ${String(offered)} conversions offered, none changes a figure`);
    if (name === 'the drafts here') expect(offered).toBeGreaterThan(300);
  },
  HALF_AN_HOUR_MS,
);
