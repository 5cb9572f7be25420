import type { Citation } from '../../model/citations/citation.ts';
import { clauseName, withArticle } from '../../statutes/registry/clauseText.ts';
import { articlesOnReport } from '../../model/citations/reportBasis.ts';
import { sentenceAround } from '../../model/prose/passages.ts';
import { clauseOf, statuteById, versionsOf } from '../../statutes/index.ts';
import { within } from '../../text/span.ts';
import { citationFindings, type JudgedCitations } from '../support/citationFindings.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 编制年度报告的依据写错了条文。
 *
 * 规定年度报告的是条例第四十九条（时限）、第五十条（内容和格式），2018年及以前是2007年条例第三十一条、第三十二条。“根据《条例》
 * 第×条，编制本报告”写的都不是这几条的，多半写错。快速修复改为第五十条（旧条例第三十二条）。
 *
 * 不报：
 * - 引用的条文里有一条是的；第四条（工作机构组织编制年度报告）也算。
 * - 引用的是另一版本的年度报告条文、不存在的条文：另有规则。
 * - 没有写条文号，或句中说的不是编制、公布报告。
 *
 * English: The clause named as the basis of the report is none of those on the annual report: articles 49 and 50, in
 * the regulation of 2007 articles 31 and 32. One that fits among several is enough.
 */
export const reportBasis = defineRule({
  id: 'citations/report-basis',
  catalogue: ['S11'],
  basis: ['statute:ogi-2019#49', 'statute:ogi-2019#50', 'statute:ogi-2007#32'],
  severity: 'warning',
  scope: 'paragraph',
  run: context => findingsOf(context),
});

const findingsOf = citationFindings('citations', function* (block) {
  const { text, place } = block;
  for (const citation of block.citations) {
    if (!isNamedAsBasis(citation, block)) continue;
    const article = articlesOnReport(citation.statuteId).at(-1) ?? 0;
    const edit = withArticle(text, citation.span, article);
    yield finding(place(citation.span.start, citation.span.end), {
      message: 'citations/report-basis',
      ...(citation.how === 'sentence' ? { severity: 'information' as const } : {}),
      args: { clause: clauseName({ article: citation.article }), topic: topicOf(citation), right: rightOf(citation) },
      fixes: edit
        ? [
            {
              kind: 'review',
              message: 'fix.useClause',
              args: { clause: clauseName({ article }) },
              edits: [replace(place(edit.span.start, edit.span.end), edit.text)],
            },
          ]
        : [],
    });
  }
});

/** The office that has the report drawn up; its article has this number in both versions. */
const OFFICE = 4;

const BEFORE = /(?:根据|依据|按照|依照|遵照|据)[^，。；]{0,60}$/;
const LONGEST_LEAD = 64;
const BEHIND =
  /^[^。；]{0,60}?(?:编制|编写|撰写|形成|起草|公布|发布)[^。；]{0,30}?(?:报告|年报)|^[^。；]{0,40}?(?:报告|年报)[^。；]{0,20}?(?:编制|编写|撰写|公布|发布|如下)/;
/** What stands between the clause and the report must not speak of anything else that is done by the clause. */
const OTHER_MATTER =
  /主动公开|依申请|答复|受理|建立|落实|开展|收取|考核|督促|指导|检查|通报|审核|对各|各单位|各部门|所属|下级|公开(?!工作|年|情况|报告|办[法函]|条例|规定)/;
/** Words by which a report speaks of itself. */
const THIS_REPORT = /本(?:年度)?[^，。；]{0,20}(?:报告|年报)|现|特|20\d\d\s?年/;

function isNamedAsBasis(citation: Citation, { text, citations }: JudgedCitations): boolean {
  if (articlesOnReport(citation.statuteId).length === 0 || citation.how === 'bare' || citation.how === 'chain')
    return false;
  const before = text.slice(Math.max(0, citation.span.start - LONGEST_LEAD), citation.span.start);
  if (!BEFORE.test(before)) return false;
  const sentence = sentenceAround(text, citation.span.start, citation.span.end);
  const end = sentence.start + sentence.text.length;
  const cited = within(citations, { start: sentence.start, end }).filter(
    other => articlesOnReport(other.statuteId).length > 0,
  );
  // Ranges may hold the right one: 第四十六条至第五十条.
  if (
    cited[0] !== citation ||
    cited.some(other => other.rangeFrom !== undefined || other.article === OFFICE || isElsewhere(other))
  )
    return false;
  const last = cited.at(-1)?.span.end ?? citation.span.end;
  const behind = text.slice(last, end);
  const verb = BEHIND.exec(behind);
  return verb !== null && THIS_REPORT.test(verb[0]) && !OTHER_MATTER.test(verb[0]);
}

/** Whether an article is one on the annual report in any version, or does not exist. */
function isElsewhere({ statuteId, article }: Citation): boolean {
  const statute = statuteId === null ? undefined : statuteById(statuteId);
  if (!statute || clauseOf(statute, { article }).kind !== 'found') return true;
  return versionsOf(statute).some(({ id }) => articlesOnReport(id).includes(article));
}

function topicOf({ statuteId, article }: Citation): string {
  return statuteById(statuteId ?? '')?.articles.find(({ no }) => no === article)?.title ?? '';
}

function rightOf({ statuteId }: Citation): string {
  return articlesOnReport(statuteId)
    .map(article => clauseName({ article }))
    .join('、');
}
