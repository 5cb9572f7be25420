import { wordsOf, type NamedCells } from '../../format/editionWords.ts';
import {
  MATTER_NAMES,
  PART_NAMES,
  STEP_NAMES,
  WHEN_NAMES,
  WHOSE_NAMES,
  type FacetName,
} from '../../format/facetNames.ts';
import type { Language } from '../../messages/message.ts';
import { messagesIn } from '../../messages/text.ts';
import type { FigureLink, TextPlace } from '../../model/figures/figureLinks.ts';
import type { StatedFigure } from '../../model/statements/statedFigure.ts';
import { shortened } from '../../text/shortened.ts';
import { rowName } from '../tables/equationText.ts';
import { escapeMarkdown } from '../support/markdown.ts';

/**
 * What a figure of the text was read as, in words: 本年收到的政府信息公开申请，全辖区，含上年结转. Facets that could not be
 * read are said as well, so that nobody takes silence for a reading.
 */
export function facetsText({ figure, chain }: TextPlace, link: FigureLink | undefined, language: Language): string {
  const say = messagesIn(language);
  const nameIn = (names: Readonly<Record<string, FacetName>>, key: string): string => {
    const name = names[key];
    return name === undefined ? key : language === 'en' ? name.english : name.chinese;
  };
  const own = wordsOf(chain.reading.facts.edition).named;
  const nameOf = (names: Readonly<Record<string, FacetName>>, key: string): string => {
    const cells = own.get(key);
    return cells ? cellsName(cells) : nameIn(names, key);
  };
  const { kind, steps, parts, limits, direction } = figure;
  const { matter, matterSource, whose, when, year } = withInherited(figure, chain);
  // 比上年增加4件: the time named is what it is compared with.
  const isComparison = COMPARISONS.has(kind);
  const time =
    when === undefined || isComparison
      ? ''
      : when === 'year' && year !== undefined
        ? say('facets.year', { year })
        : nameIn(WHEN_NAMES, when);
  const what = say('facets.what', {
    when: time,
    step: [...new Set(steps)].map(step => nameOf(STEP_NAMES, step)).join(say('facets.steps')),
    matter: matter === undefined ? '' : nameOf(MATTER_NAMES, matter),
  });
  const named = [...new Set([...parts, ...limits])].map(part => nameIn(PART_NAMES, part));
  const words = unknownWords(figure, chain);
  return [
    what,
    matter === undefined && !link ? say('facets.noMatter') : '',
    matterSource === 'topic' || matterSource === 'heading' ? say(`facets.from.${matterSource}`) : '',
    ...named.map(part => say('facets.part', { part })),
    whose === undefined ? '' : nameIn(WHOSE_NAMES, whose),
    includesCarriedIn(link) ? say('facets.carriedIn') : '',
    say(`facets.kind.${kind}`),
    direction !== undefined && isComparison ? say(`facets.direction.${direction}`) : '',
    when === undefined && kind === 'count' && !steps.some(step => TIMED.has(step)) ? say('facets.noWhen') : '',
    words === '' ? '' : say('facets.unknownWords', { words: escapeMarkdown(words) }),
  ]
    .filter(each => each !== '')
    .join(say('facets.separator'));
}

/** A row or column of a format file's own table. */
function cellsName({ row, column }: NamedCells): string {
  return escapeMarkdown(row ? rowName(row) : (column?.label ?? ''));
}

/** Steps that are of a time by themselves: 本年新收, 上年结转. */
const TIMED: ReadonlySet<string> = new Set(['newReceived', 'carriedIn', 'carriedOut']);

const MOST_WHOLES = 4;

/** What, whose and when of a figure; parts that do not say it have those of their whole. */
function withInherited(
  figure: StatedFigure,
  { reading }: TextPlace['chain'],
): Pick<StatedFigure, 'matter' | 'matterSource' | 'whose' | 'when' | 'year'> {
  let { matter, matterSource, whose, when, year } = figure;
  let isOfBefore = matter === undefined || matterSource === 'topic';
  let part = figure;
  for (let depth = 0; depth < MOST_WHOLES && (isOfBefore || whose === undefined || when === undefined); depth++) {
    const whole = reading.lists.find(
      ({ form, parts }) => form !== 'implied' && parts.some(each => each.figure === part),
    )?.whole;
    if (!whole) break;
    if (when === undefined) ({ when, year } = whole);
    whose ??= whole.whose;
    // 其中解读3篇、应急信息20条: not of the part before it.
    if (isOfBefore && whole.matter !== undefined) [matter, matterSource] = [whole.matter, 'topic'];
    isOfBefore &&= whole.matter === undefined || whole.matterSource === 'topic';
    part = whole;
  }
  return { matter, matterSource, whose, when, year };
}

const COMPARISONS: ReadonlySet<StatedFigure['kind']> = new Set(['difference', 'change', 'points', 'times']);

const LONGEST_WORDS = 24;

/** Words of the figure's clause that the vocabulary does not have; '' where it has all. */
function unknownWords(figure: StatedFigure, { reading: { text, tokens } }: TextPlace['chain']): string {
  if (figure.unknown === 0) return '';
  const unknownIn = (from: number, to: number) =>
    tokens.slice(from, to).flatMap(({ kind, start, end }) => (kind === 'unknown' ? [text.slice(start, end)] : []));
  const inLabel = unknownIn(figure.labelFrom, figure.token);
  return shortened(
    (inLabel.length > 0 ? inLabel : unknownIn(figure.token + 1, figure.nounTo)).join('…'),
    LONGEST_WORDS,
  );
}

/** 收到185件 and the table has 182 and 3: the reading that fits counts what was carried over. */
function includesCarriedIn(link: FigureLink | undefined): boolean {
  if (link?.fits !== true || link.statement.metric === 'carriedIn') return false;
  const rows = link.reading?.figures.map(({ row }) => row.key) ?? [];
  return rows.length > 1 && rows.includes('carriedIn');
}
