import { CompletionItemKind } from 'vscode-languageserver-types';
import { FIRST_KIND } from '../format/kind.ts';
import type { Edition } from '../format/types.ts';
import type { Language } from '../messages/message.ts';
import { message } from '../messages/text.ts';
import { isRecognised } from '../model/recognised.ts';
import { writeSection, writeSkeleton, type HeadingStyle, type WriteOptions } from '../model/writing/write.ts';
import { BODY, FIGURE, layoutFor, type Offer, type Place } from './completionPlace.ts';

/** A whole report of the draft's kind in an empty one; all sections in one that has no more than its title. */
export function skeletonOffers(place: Place): Offer[] {
  const { report, edition, year, sections, lineEnd, options } = place;
  if (sections.length > 0) return [];
  const { language } = options;
  if (report.title === null) {
    const name = edition.kind.id === FIRST_KIND ? message(language, 'completion.skeleton', { year }) : undefined;
    return [skeletonOffer(place, edition, name)];
  }
  const blank = lineEnd + lineEnd;
  const parts = edition.sections.map((section, index) => writeSection(edition, section, index + 1, writingAt(place)));
  return [
    {
      label: message(language, 'completion.allSections'),
      kind: CompletionItemKind.File,
      detail: nameIn(language, edition),
      words: ['全部章节', 'qbzj', '年报', 'nb'],
      text: inMarkup(parts.join(blank) + lineEnd, edition, place),
    },
  ];
}

/** Whole reports of the other kinds, where nothing tells yet which kind of report a draft becomes. */
export function otherSkeletonOffers(place: Place): Offer[] {
  const { report, edition, year, sections } = place;
  if (sections.length > 0 || isRecognised(report)) return [];
  const { whole } = report.editions;
  const newest = whole.kinds.flatMap(kind => whole.ofKind(kind).forYear(year) ?? []);
  return newest.filter(({ kind }) => kind !== edition.kind).map(of => skeletonOffer(place, of));
}

function skeletonOffer(place: Place, of: Edition, label?: string): Offer {
  const { report, year, options } = place;
  const { language } = options;
  const { kind } = of;
  const written = writeSkeleton(of, {
    ...writingAt(place),
    reportYear: year,
    publicBody: report.publicBody?.value ?? BODY,
  });
  return {
    label: label ?? message(language, 'completion.skeletonOfKind', { year, name: nameIn(language, kind) }),
    kind: CompletionItemKind.File,
    detail: nameIn(language, of),
    words: [kind.name, kind.initials, '年报', 'nb', '年度报告', 'ndbg', String(year)],
    text: inMarkup(written, of, place),
  };
}

function writingAt({ report, markup, year, lineEnd }: Place): WriteOptions {
  const style: HeadingStyle = markup === 'markdown' ? 'markdown' : 'plain';
  const layout = layoutFor(report, markup);
  return { style, layout, reportYear: year, lineEnd, alignment: 'withBlanks', figure: () => FIGURE };
}

function inMarkup(text: string, { kind }: Edition, { markup, lineEnd }: Place): string {
  return markup === 'html' ? asWebPage(text, lineEnd, kind.name) : text;
}

function nameIn(language: Language, { name, englishName }: Pick<Edition, 'name' | 'englishName'>): string {
  return language === 'en' ? englishName : name;
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
