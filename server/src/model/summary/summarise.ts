import { fold } from '../../text/fold.ts';
import { hash64 } from '../../text/hash.ts';
import { isKind } from '../../syntax/block.ts';
import { passagesOf } from '../prose/passages.ts';
import type { Report } from '../report.ts';
import { bodyKey, groupOf, isPlaced, namesBehind, placedName } from './bodyNames.ts';
import { isOwnFreeForm } from './forms.ts';
import { placeOf } from './places.ts';
import { summariseProse } from './prose.ts';
import { sayingsOf, scopeOf } from './sayings.ts';
import { summariseSections } from './sentences.ts';
import { SUMMARY_VERSION, type CitationSummary, type NameSummary, type PlaceInFile, type Summary } from './summary.ts';
import { summariseTables } from './tables.ts';
import { matchesOf } from '../../text/matches.ts';

/** What is kept of a report to compare it with others. `silenced`: what its comments silence of those checks. */
export function summarise(report: Report, path: string, silenced: Summary['silenced'] = []): Summary {
  const body = bodyOf(report);
  const key = body === null ? null : bodyKey(body);
  const group = key === null ? '' : groupOf(key);
  return {
    version: SUMMARY_VERSION,
    hash: hash64(report.source.text),
    path,
    body,
    bodyKey: key,
    group,
    title: titlePlace(report),
    year: report.reportYear?.value ?? null,
    kind: report.kind.id,
    edition: report.edition?.root ?? null,
    ...(report.edition && isOwnFreeForm(report.edition) ? { isFreeForm: true } : {}),
    scope: scopeOf(report),
    tables: summariseTables(report),
    ...summariseProse(report),
    sections: summariseSections(report),
    says: sayingsOf(report),
    names: key === null ? [] : namesIn(report, group, key),
    citations: compilingCitationsIn(report),
    silenced,
  };
}

/** Lines at the end among which a signature stands. */
const LAST_BLOCKS = 12;
const FIRST_BLOCKS = 6;

/** The body of the title; with its place, where a line at the end or the beginning names it so. */
function bodyOf({ publicBody, blocks }: Report): string | null {
  if (!publicBody) return null;
  const name = publicBody.value;
  if (isPlaced(name)) return name;
  const lines = [...blocks.slice(-LAST_BLOCKS), ...blocks.slice(0, FIRST_BLOCKS)].flatMap(placed =>
    isKind(placed, 'paragraph') || isKind(placed, 'heading') ? [placed.block.text.text] : [],
  );
  return placedName(name, lines) ?? name;
}

function titlePlace({ title, source }: Report): PlaceInFile {
  if (title?.span) return placeOf(source, title.span);
  return placeOf(source, source.line(0));
}

const MOST_NAMES = 40;

/** Bodies of the same place that the text names, without its own. */
function namesIn(report: Report, group: string, own: string): readonly NameSummary[] {
  const found = new Map<string, NameSummary>();
  for (const passage of passagesOf(report.blocks)) {
    for (const { name, start, end } of namesBehind(passage.text, group)) {
      if (name === own || own.startsWith(name) || found.has(name) || found.size >= MOST_NAMES) continue;
      found.set(name, { name, place: placeOf(report.source, passage.place(start, end)) });
    }
  }
  return [...found.values()];
}

const TITLE = /《([^《》]{6,120})》?/g;
const YEAR = /(?:19|20)\d\d(?=年)/;
/** A document on how reports are made: 关于编制公布2021年…年度报告有关事项的通知. */
const ON_REPORTS =
  /(?:编制|编写|编报|做好|报送|填报|公布|发布)[^。]{0,40}(?:年度报告|年报)[^。]{0,24}(?:通知|函|要求|意见)$/;

/** Documents on the making of reports whose titles name a year. */
function compilingCitationsIn(report: Report): readonly CitationSummary[] {
  const found: CitationSummary[] = [];
  for (const passage of passagesOf(report.blocks)) {
    if (!passage.text.includes('《')) continue;
    for (const { 0: whole, 1: title = '', index } of matchesOf(passage.text, TITLE)) {
      const year = YEAR.exec(title);
      if (!year || !ON_REPORTS.test(title)) continue;
      const at = index + 1 + year.index;
      found.push({
        title: fold(whole).replace(YEAR, 'y'),
        year: Number(year[0]),
        place: placeOf(report.source, passage.place(at, at + 4)),
      });
    }
  }
  return found;
}
