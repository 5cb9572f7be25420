import type { Citation } from '../../model/citations/citation.ts';
import { clauseName, withArticle } from '../../statutes/registry/clauseText.ts';
import { articlesOnReport } from '../../model/citations/reportBasis.ts';
import { sentenceAround } from '../../model/prose/passages.ts';
import { counterpart, previousVersion, statuteById } from '../../statutes/index.ts';
import type { Article, Statute } from '../../statutes/types.ts';
import { within } from '../../text/span.ts';
import { citationFindings, type JudgedCitations } from '../support/citationFindings.ts';
import { defineRule, finding, replace, type Fix } from '../support/rule.ts';

/**
 * 条文号是旧条例的。
 *
 * 2019年修订的条例重排了条文：年度报告原为第三十一条、第三十二条，现为第四十九条、第五十条。2019年及以后的报告引用条例某条，同一句
 * 说的却是旧条例该条的事项、与新条例该条无关的，多半沿用了旧条文号。说到年度报告本身的按警告报告，其余按提示报告；快速修复改为新
 * 条例的相应条文。
 *
 * 不报：
 * - 2018年及以前的报告。
 * - 写明是2007年条例、原条例的。
 * - 同一句里有一处条文号与新条例相符的。
 *
 * English: A clause of the regulation revised in 2019 is cited by the number that it had in 2007: the sentence speaks
 * of what the old article is about and not of the new one. Silent on reports up to 2018 and where the old version is
 * named.
 */
export const supersededClause = defineRule({
  id: 'citations/superseded-clause',
  catalogue: ['S11'],
  basis: ['statute:ogi-2019#49', 'statute:ogi-2007#31'],
  severity: 'information',
  kinds: 'every',
  scope: 'paragraph',
  run: context => findingsOf(context),
});

const findingsOf = citationFindings('citations', function* (block) {
  for (const citation of block.citations) {
    const old = superseded(citation, block);
    if (!old) continue;
    const { statute, articles } = old;
    yield finding(block.place(citation.span.start, citation.span.end), {
      message: 'citations/superseded-clause',
      ...(old.isCertain ? { severity: 'warning' as const } : {}),
      args: {
        clause: clauseName({ article: citation.article }),
        old: old.topic,
        now: old.present ?? '',
        version: statute.version ?? '',
        instead: articles.map(article => clauseName({ article })).join('、'),
      },
      fixes: articles.flatMap(article => fixOf(citation, block, article)),
    });
  }
});

interface Superseded {
  /** The version that applies. */
  readonly statute: Statute;
  /** Its articles on the matter. */
  readonly articles: readonly number[];
  /** What the article of this number was about, and is about now. */
  readonly topic: string;
  readonly present: string | undefined;
  readonly isCertain: boolean;
}

/** Words that tell a report's own duty, which no other article speaks of. */
const REPORT = /年度报告|年报|本报告/;
const MAKING = /编制|编写|撰写|形成|公布|发布|提交|报送/;
const NAMES_OLD_VERSION = /原|旧|修[订改]前|2007|492|废止|修订为|改为|调整为|相比|对照/;

function superseded(citation: Citation, { text, citations }: JudgedCitations): Superseded | undefined {
  const { statuteId, article, reason, how } = citation;
  if (
    statuteId === null ||
    how === 'bare' ||
    (reason !== 'reportYear' && reason !== 'stated' && reason !== 'published')
  )
    return undefined;
  const statute = statuteById(statuteId);
  const before = statute && previousVersion(statute);
  const was = before && articleOf(before, article);
  const is = statute && articleOf(statute, article);
  const moved = before ? (counterpart(before, article)?.articles ?? []) : [];
  if (!statute || !was || !is || moved.length === 0 || moved.includes(article)) return undefined;
  const sentence = sentenceAround(text, citation.span.start, citation.span.end);
  if (NAMES_OLD_VERSION.test(sentence.text)) return undefined;
  const end = sentence.start + sentence.text.length;
  const cited = within(citations, { start: sentence.start, end }).filter(other => other.statuteId === statuteId);
  if (cited.some(other => speaksOf(sentence.text, articleOf(statute, other.article)))) return undefined;
  const matter = matterOf(
    sentence.text,
    citation.span.start - sentence.start,
    (cited.at(-1)?.span.end ?? citation.span.end) - sentence.start,
  );
  const isOfReport = articlesOnReport(before?.id).includes(article) && REPORT.test(matter) && MAKING.test(matter);
  const successors = moved.map(no => articleOf(statute, no));
  if (!isOfReport && !speaksOf(matter, was) && !successors.some(each => speaksOf(matter, each))) return undefined;
  return { statute, articles: moved, topic: was.title ?? '', present: is.title, isCertain: isOfReport };
}

/** Words that only lead on from a clause to what is done by it: 的规定，… */
const LEADING_ON = /^(?:等|的|之|有关|相关|具体|明确|规定|要求|精神|条款|内容|\s)*$/;

/** The words next to a citation in its sentence: what the clause is cited for. */
function matterOf(sentence: string, start: number, end: number): string {
  const before = /[^，,：:]*$/.exec(sentence.slice(Math.max(0, start - NEAR), start))?.[0] ?? '';
  const [first = '', second = ''] = sentence.slice(end, end + NEAR).split(/[，,：:]/);
  return `${before} ${first} ${LEADING_ON.test(first) ? second : ''}`;
}

const NEAR = 80;

function articleOf(statute: Statute, no: number): Article | undefined {
  return statute.articles.find(article => article.no === no);
}

/** Words of the regulation's own name and of every sentence in a report. */
const COMMON: ReadonlySet<string> = new Set([
  '政府信息',
  '公开主体',
  '答复',
  '监督',
  '收费',
  '申请',
  '考核',
  '更正',
  '延长',
  '公开原则',
  '主动公开',
  '依申请公开',
  '应当公开',
]);

function speaksOf(sentence: string, article: Article | undefined): boolean {
  if (!article) return false;
  const words = [...article.keywords, ...(article.title === undefined ? [] : [article.title])];
  return words.some(word => !COMMON.has(word) && sentence.includes(word));
}

function fixOf({ span }: Citation, { text, place }: JudgedCitations, article: number): Fix[] {
  const edit = withArticle(text, span, article);
  if (!edit) return [];
  return [
    {
      kind: 'review',
      message: 'fix.useClause',
      args: { clause: clauseName({ article }) },
      edits: [replace(place(edit.span.start, edit.span.end), edit.text)],
    },
  ];
}
