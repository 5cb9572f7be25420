import { CompletionItemKind } from 'vscode-languageserver-types';
import { FIRST_KIND } from '../format/kind.ts';
import type { Edition } from '../format/types.ts';
import { message } from '../messages/text.ts';
import { isRecognised } from '../model/recognised.ts';
import { writeSection, writeSkeleton, type HeadingStyle } from '../model/writing/write.ts';
import { BODY, FIGURE, layoutFor, type Offer, type Place } from './completionPlace.ts';

/** A whole report of each kind in an empty draft; all sections in one that has no more than its title. */
export function skeletonOffers(place: Place): Offer[] {
  const { report, edition, year, sections, markup, lineEnd, options } = place;
  if (sections.length > 0) return [];
  const { language } = options;
  const style: HeadingStyle = markup === 'markdown' ? 'markdown' : 'plain';
  const layout = layoutFor(report, markup);
  const writing = { style, layout, reportYear: year, lineEnd, alignment: 'withBlanks', figure: () => FIGURE } as const;
  const inMarkup = (text: string, { kind }: Edition) =>
    markup === 'html' ? asWebPage(text, lineEnd, kind.name) : text;
  const nameOf = ({ name, englishName }: Pick<Edition, 'name' | 'englishName'>) =>
    language === 'en' ? englishName : name;
  if (report.title !== null) {
    return [
      {
        label: message(language, 'completion.allSections'),
        kind: CompletionItemKind.File,
        detail: nameOf(edition),
        words: ['全部章节', 'qbzj', '年报', 'nb'],
        text: inMarkup(
          edition.sections
            .map((section, index) => writeSection(edition, section, index + 1, writing))
            .join(lineEnd + lineEnd) + lineEnd,
          edition,
        ),
      },
    ];
  }
  const skeleton = (of: Edition, label: string, words: readonly string[]): Offer => ({
    label,
    kind: CompletionItemKind.File,
    detail: nameOf(of),
    words: [...words, '年报', 'nb', '年度报告', 'ndbg', String(year)],
    text: inMarkup(writeSkeleton(of, { ...writing, publicBody: report.publicBody?.value ?? BODY }), of),
  });
  const { whole } = report.editions;
  const others = isRecognised(report) ? [] : whole.kinds.flatMap(kind => whole.ofKind(kind).forYear(year) ?? []);
  return [
    edition.kind.id === FIRST_KIND
      ? skeleton(edition, message(language, 'completion.skeleton', { year }), [
          '政府信息公开工作年度报告',
          'zfxxgkgzndbg',
        ])
      : skeletonOfKind(edition),
    ...others.filter(({ kind }) => kind !== edition.kind).map(skeletonOfKind),
  ];

  function skeletonOfKind(of: Edition): Offer {
    const name = nameOf(of.kind);
    return skeleton(of, message(language, 'completion.skeletonOfKind', { year, name }), [
      of.kind.name,
      of.kind.initials,
    ]);
  }
}

/** A plain report, called `name`, with the elements of a web page around its title, headings and paragraphs. */
function asWebPage(text: string, lineEnd: string, name: string): string {
  const blank = lineEnd + lineEnd;
  return (
    text
      .trimEnd()
      .split(blank)
      .map(block => {
        if (block.startsWith('<')) return block;
        if (/^[一二三四五六七八九十]{1,3}、/.test(block)) return `<h2>${block}</h2>`;
        return block.endsWith(`年${name}`) ? `<h1>${block}</h1>` : `<p>${block}</p>`;
      })
      .join(blank) + lineEnd
  );
}
