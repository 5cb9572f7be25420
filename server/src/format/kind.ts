// Kinds of annual report: how one is told from another. What each demands in which years, its editions say. It imports
// patterns alone: the client bundles it.
import { patternsOf, type TitlePattern } from './titlePattern.ts';

/** Id of the kind that is built in first: the annual report on open government information. */
export const FIRST_KIND = 'ogi-report';

/** What a format file says of a kind: plain data, as JSON has it. */
export interface KindDescription {
  readonly id: string;
  readonly name: string;
  readonly englishName?: string;
  readonly note?: string;
  readonly titles?: readonly string[];
  readonly notTitles?: readonly string[];
  readonly subjects?: readonly string[];
  readonly yearFrom?: readonly KindYearSource[];
  readonly initials?: string;
}

/** What may state the year of a report: its title, the text before its first section, a heading, the file's name. */
export type KindYearSource = 'title' | 'text' | 'heading' | 'fileName';

export const KIND_YEAR_SOURCES: readonly KindYearSource[] = ['title', 'text', 'heading', 'fileName'];

/** A kind of annual report. */
export interface ReportKind {
  readonly id: string;
  /** 政府信息公开工作年度报告, 法治政府建设年度报告. */
  readonly name: string;
  readonly englishName: string;
  /** How its title is called. Those of the {@link FIRST_KIND} are read by reportTitle.ts, which knows more of them. */
  readonly titles: readonly TitlePattern[];
  /** Words in a title by which it is none of the kind's: 解读, 上半年. */
  readonly notTitles: readonly string[];
  /** Words by which a text without a title is told to be of the kind, where its opening or a heading has them. */
  readonly subjects: readonly string[];
  readonly yearFrom: readonly KindYearSource[];
  /** Pinyin initials by which completion finds it. */
  readonly initials: string;
}

/** The kind that a description means; what of it cannot be read, the reader of the files has reported. */
export function kindOf(description: KindDescription): ReportKind {
  const { id, name, englishName, titles, notTitles, subjects, yearFrom, initials } = description;
  return {
    id,
    name,
    englishName: englishName ?? name,
    titles: patternsOf(titles),
    notTitles: notTitles ?? [],
    subjects: subjects ?? [],
    yearFrom: yearFrom ?? KIND_YEAR_SOURCES,
    initials: initials ?? '',
  };
}
