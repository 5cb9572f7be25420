import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import type { ReportedFinding } from '../../../server/src/analysis/findings.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { completion } from '../../../server/src/features/completion.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { escapeMarkdown } from '../../../server/src/features/support/markdown.ts';
import { clauseName } from '../../../server/src/statutes/registry/clauseText.ts';
import { counterpart, statuteById } from '../../../server/src/statutes/index.ts';
import type { Article, ClauseReference } from '../../../server/src/statutes/types.ts';
import { halfWidthDigits, numberToChinese } from '../../../server/src/text/numerals.ts';
import { Source } from '../../../server/src/text/source.ts';

const regulation = statuteById('ogi-2019')!;
const old = statuteById('ogi-2007')!;

const FULL = '《中华人民共和国政府信息公开条例》';
const INTRODUCTION = `根据${FULL}（国务院令第711号，以下简称《条例》）开展工作。`;
const NAMES = [
  FULL,
  '《政府信息公开条例》',
  '政府信息公开条例',
  '《条例》',
  '条例',
  '新《条例》',
  '修订后的《条例》',
  '本条例',
  '〈条例〉',
  '“条例”',
];
/** Numerals and brackets in which a clause may be written. */
const FORMS: readonly { readonly numeral: (value: number) => string; readonly brackets: readonly [string, string] }[] =
  [
    { numeral: numberToChinese, brackets: ['（', '）'] },
    { numeral: numberToChinese, brackets: ['(', ')'] },
    { numeral: numberToChinese, brackets: ['', ''] },
    { numeral: String, brackets: ['(', ')'] },
    { numeral: String, brackets: ['', ''] },
    {
      numeral: value => String(value).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      brackets: ['（', '）'],
    },
  ];

function write(
  { article, paragraph, item }: ClauseReference,
  { numeral, brackets: [opening, closing] }: (typeof FORMS)[number],
): string {
  return `第${numeral(article)}条${paragraph === undefined ? '' : `第${numeral(paragraph)}款`}${item === undefined ? '' : `第${opening}${numeral(item)}${closing}项`}`;
}

/** The article, each of its paragraphs, each of its items without and with the paragraph. */
function clausesOf({ no, paragraphs = 1, items }: Article): ClauseReference[] {
  return [
    { article: no },
    ...Array.from({ length: paragraphs }, (_, i) => ({ article: no, paragraph: i + 1 })),
    ...items.flatMap(({ paragraph = 1, count }) =>
      Array.from({ length: count }, (_, i) => [
        { article: no, item: i + 1 },
        { article: no, paragraph, item: i + 1 },
      ]).flat(),
    ),
  ];
}

/** One clause behind each number that there is. */
function missingOf({ no, paragraphs = 1, items }: Article): ClauseReference[] {
  const most = Math.max(0, ...items.map(({ count }) => count));
  const listing = new Set(items.map(({ paragraph }) => paragraph));
  return [
    { article: no, paragraph: paragraphs + 1 },
    { article: no, item: most + 1 },
    { article: no, paragraph: 1, item: most + 1 },
    ...Array.from({ length: paragraphs }, (_, i) => i + 1)
      .filter(paragraph => !listing.has(paragraph))
      .map(paragraph => ({ article: no, paragraph, item: 1 })),
  ];
}

const draftOf = (year: number, lines: readonly string[], introduction = INTRODUCTION): string =>
  `# 临溪县林业局${String(year)}年政府信息公开工作年度报告\n\n${introduction}\n\n${lines.join('\n\n')}\n`;

const snapshotOf = (text: string): Snapshot => new Snapshot('file:///draft.md', 1, new Source(text), DEFAULT_SETTINGS);

async function citationFindings(text: string): Promise<ReportedFinding[]> {
  const { findings, failures } = await snapshotOf(text).findings(UNINTERRUPTED);
  expect(failures).toEqual([]);
  return findings.filter(({ rule }) => rule.startsWith('citations/'));
}

describe.each(regulation.articles.map(article => [clauseName({ article: article.no }), article] as const))(
  '%s',
  (_, article) => {
    test('hover explains it, whatever its form', () => {
      for (const clause of clausesOf(article)) {
        for (const form of FORMS) {
          for (const name of NAMES) {
            const written = `${name}${write(clause, form)}`;
            const text = draftOf(2024, [`按照${written}办理。`]);
            const at = text.lastIndexOf(written);
            const found = hover(snapshotOf(text), at + written.length - 1, 'zh-CN');
            expect(found && text.slice(found.span.start, found.span.end), written).toContain(write(clause, form));
            expect(found?.contents, written).toContain(escapeMarkdown(`《${regulation.title}》${clauseName(clause)}`));
            expect(found?.contents, written).not.toContain('⚠');
            expect(found?.contents, written).toContain(escapeMarkdown(article.explanation));
          }
        }
      }
    });

    test('completion offers it, and its paragraphs and items', () => {
      for (const name of NAMES.slice(0, 5)) {
        for (const form of FORMS) {
          const typed = `第${form.numeral(article.no)}`;
          const text = draftOf(2024, [`按照${name}${typed}`]);
          const offset = text.lastIndexOf(typed) + typed.length;
          const items = completion(snapshotOf(text), offset, OPTIONS);
          const item = items.find(({ label }) => label === clauseName({ article: article.no }));
          expect(item, name + typed).toMatchObject({ detail: article.title });
          expect(
            item?.filterText?.split(' ').some(word => word.startsWith(typed)),
            name + typed,
          ).toBe(true);
          const { range, newText } = item?.textEdit as TextEdit;
          const source = new Source(text);
          expect(text.slice(0, source.offsetAt(range.start)) + newText).toBe(
            draftOf(2024, [`按照${name}${clauseName({ article: article.no })}`]).trimEnd(),
          );
        }
      }
      const whole = `按照《条例》${clauseName({ article: article.no })}第`;
      const text = draftOf(2024, [whole]);
      const offered = completion(snapshotOf(text), text.trimEnd().length, OPTIONS).map(({ label }) => label);
      const parts = article.items.flatMap(({ count }) =>
        Array.from({ length: count }, (__, i) => `第（${numberToChinese(i + 1)}）项`),
      );
      const paragraphs =
        (article.paragraphs ?? 1) < 2
          ? []
          : Array.from({ length: article.paragraphs ?? 1 }, (__, i) => `第${numberToChinese(i + 1)}款`);
      expect(offered).toEqual([...parts, ...paragraphs]);
    });

    test('none of its clauses is reported, those that it does not have are', async () => {
      const right = clausesOf(article).flatMap(clause =>
        FORMS.map(form => `办理${FULL}${write(clause, form)}的事项。`),
      );
      expect((await citationFindings(draftOf(2024, right))).map(({ message }) => message)).toEqual([]);
      const wrong = missingOf(article).flatMap(clause => FORMS.map(form => `${FULL}${write(clause, form)}`));
      const findings = await citationFindings(
        draftOf(
          2024,
          wrong.map(each => `办理${each}的事项。`),
        ),
      );
      expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(
        wrong.map(() => 'warning citations/no-such-clause'),
      );
    });
  },
);

const OPTIONS = {
  language: 'zh-CN',
  clientCapabilities: { snippets: false },
  file: { uri: 'file:///draft.md', languageId: 'annual-report' },
  now: new Date(2025, 2, 1),
} as const;

test('articles behind the last are reported in every form', async () => {
  const wrong = [57, 58, 99].flatMap(article =>
    FORMS.flatMap(form => NAMES.map(name => `${name}${write({ article }, form)}`)),
  );
  const findings = await citationFindings(
    draftOf(
      2024,
      wrong.map(each => `依照${each}办理。`),
    ),
  );
  expect(findings.map(({ message }) => message)).toEqual(wrong.map(() => 'citations/no-such-clause'));
});

describe('from the regulation of 2007 to its revision', () => {
  const moved = old.articles.flatMap(article => {
    const successors = counterpart(old, article.no)?.articles ?? [];
    return successors.includes(article.no) ? [] : [{ article, successors }];
  });
  const matter = ({ title = '', keywords }: Article): string => `${title}（${keywords.join('、')}）`;
  const sentence = (article: Article, form = FORMS[0]!): string =>
    `按照${FULL}${write({ article: article.no }, form)}做好${matter(article)}工作。`;

  test.each(
    moved.map(({ article, successors }) => [clauseName({ article: article.no }), article, successors] as const),
  )('%s in a report on 2019 is shown and fixed', async (_, article, successors) => {
    for (const form of FORMS) {
      const text = draftOf(2019, [sentence(article, form)]);
      const findings = (await citationFindings(text)).filter(({ rule }) => rule === 'citations/superseded-clause');
      expect(findings, sentence(article, form)).toHaveLength(1);
      const [finding] = findings;
      expect(finding?.args).toMatchObject({
        instead: successors.map(no => clauseName({ article: no })).join('、'),
      });
      for (const [i, successor] of successors.entries()) {
        const edit = finding?.fixes[i]?.edits[0];
        const fixed = edit ? text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end) : text;
        expect(fixed).toBe(
          draftOf(2019, [
            // Full-width digits are read, and written anew, as half-width ones.
            sentence(article, form).replace(
              write({ article: article.no }, form),
              halfWidthDigits(write({ article: successor }, form)),
            ),
          ]),
        );
        expect((await citationFindings(fixed)).filter(({ rule }) => rule !== 'citations/report-basis')).toEqual([]);
      }
    }
  });

  test('a report on 2018 may cite every article of the old one', async () => {
    const text = draftOf(
      2018,
      old.articles.flatMap(article => FORMS.map(form => sentence(article, form))),
      '',
    );
    expect((await citationFindings(text)).map(({ message, args }) => `${message} ${JSON.stringify(args)}`)).toEqual([]);
  });

  test('every article of the new one on its own matter is silent in a report on 2019', async () => {
    const text = draftOf(
      2019,
      regulation.articles.map(article => sentence(article)),
    );
    expect((await citationFindings(text)).map(({ message, args }) => `${message} ${JSON.stringify(args)}`)).toEqual([]);
  });
});
