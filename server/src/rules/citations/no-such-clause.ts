import { statuteOf, type Citation, type CitationContext } from '../../model/citations/citation.ts';
import { clauseName, withArticle } from '../../statutes/registry/clauseText.ts';
import { clauseOf, counterpart, versionsOf, type ClauseLookup } from '../../statutes/index.ts';
import type { ClauseReference, Statute } from '../../statutes/types.ts';
import { citationFindings, type JudgedCitations } from '../support/citationFindings.ts';
import type { Message } from '../../messages/message.ts';
import { defineRule, replace, type Finding, type FindingId, type Fix } from '../support/rule.ts';

type NoSuchClauseId = Extract<FindingId, `citations/no-such-clause${string}`>;

/**
 * 引用的条、款、项不存在。
 *
 * 按报告年度适用的版本核对条数、款数、项数：2019年修订的条例共五十六条，没有第五十七条；第二十条有十五项，没有第（十六）项。该条
 * 见于另一版本的，写明相应的条文，可以快速修复；把款写成项、把项写成款的改正，没有的款、项删去。只从上文推断是哪部法的，按提示报告。
 *
 * 不报：
 * - 条文没有收录、款数项数没有核实的。
 * - 没有写明是哪部法、前文也没有提到的。
 * - 报告年度不明，或只从上文推断，而另一版本有这一条的。
 *
 * English: The cited article, paragraph or item does not exist in the version that applies to the report year. Clauses
 * whose numbers were not verified are not judged, nor are bare clauses of which it is not said what law they belong to.
 */
export const noSuchClause = defineRule({
  id: 'citations/no-such-clause',
  catalogue: ['S11'],
  basis: ['statute:ogi-2019', 'statute:ogi-2007'],
  severity: 'warning',
  kinds: 'every',
  scope: 'paragraph',
  run: context => findingsOf(context),
});

const findingsOf = citationFindings('citations', function* (block, context) {
  for (const citation of block.citations) {
    const found = judge(citation, block, context);
    if (found) yield found;
  }
});

type Missing = Exclude<ClauseLookup, { kind: 'found' } | { kind: 'notRecorded' }>;

function judge(citation: Citation, block: JudgedCitations, context: CitationContext): Finding | undefined {
  const statute = statuteOf(citation, context);
  if (!statute || statute.verification === 'unverified' || citation.how === 'bare') return undefined;
  const lookup = clauseOf(statute, citation);
  if (lookup.kind === 'found' || lookup.kind === 'notRecorded') return undefined;
  // Not every number of paragraphs and items was compared with the text.
  if (lookup.kind !== 'noArticle' && lookup.article.verification !== undefined) return undefined;
  const other = versionsOf(statute, context.local?.statutes).find(
    each => each !== statute && clauseOf(each, citation).kind === 'found',
  );
  // A sentence that names one version may go on to speak of another.
  if (other && (citation.reason === 'newest' || citation.how === 'sentence')) return undefined;
  const details = detailsOf(citation, lookup, statute, other);
  return {
    span: block.place(citation.span.start, citation.span.end),
    ...details,
    related: [],
    ...(citation.how === 'sentence' ? { severity: 'information' as const } : {}),
    fixes: fixesOf(citation, block, lookup, statute, other),
  };
}

function detailsOf(
  citation: Citation,
  lookup: Missing,
  statute: Statute,
  other: Statute | undefined,
): Message<NoSuchClauseId> {
  const { article, paragraph } = citation;
  const title = `《${statute.title}》${versionName(statute)}`;
  const clause = clauseName(citation);
  if (lookup.kind === 'noArticle') {
    const same = other ? counterpartsIn(statute, other, article) : [];
    return other
      ? {
          message: 'citations/no-such-clause#elsewhere',
          args: {
            title,
            count: lookup.count,
            clause,
            other: versionName(other),
            same: same.map(no => clauseName({ article: no })).join('、'),
          },
        }
      : { message: 'citations/no-such-clause', args: { title, count: lookup.count, clause } };
  }
  const whole = clauseName({ article, ...(lookup.kind === 'noItem' && paragraph !== undefined ? { paragraph } : {}) });
  const message =
    lookup.kind === 'noParagraph'
      ? 'citations/no-such-clause#paragraph'
      : lookup.count === 0
        ? 'citations/no-such-clause#noItems'
        : 'citations/no-such-clause#item';
  return { message, args: { title, whole, count: lookup.count, clause } };
}

function versionName({ version }: Statute): string {
  return version === undefined ? '' : `（${version}）`;
}

/** Articles of `statute` on the matter of an article of another version. */
function counterpartsIn(statute: Statute, other: Statute, article: number): readonly number[] {
  const found = counterpart(other, article);
  return found?.statute === statute ? found.articles : [];
}

function fixesOf(
  citation: Citation,
  { text, place }: JudgedCitations,
  lookup: Missing,
  statute: Statute,
  other: Statute | undefined,
): Fix[] {
  const { span, article, paragraph, item } = citation;
  if (lookup.kind === 'noArticle') {
    return (other ? counterpartsIn(statute, other, article) : []).flatMap(no => {
      const edit = withArticle(text, span, no);
      return edit
        ? [
            {
              kind: 'review' as const,
              message: 'fix.useClause',
              args: { clause: clauseName({ article: no }) },
              edits: [replace(place(edit.span.start, edit.span.end), edit.text)],
            },
          ]
        : [];
    });
  }
  // 第二十条第五款 for 第（五）项, 第三十三条第（二）项 for 第二款.
  const instead: ClauseReference | undefined =
    lookup.kind === 'noParagraph' && item === undefined && paragraph !== undefined
      ? { article, item: paragraph }
      : lookup.kind === 'noItem' && paragraph === undefined && item !== undefined
        ? { article, paragraph: item }
        : undefined;
  const edit = withArticle(text, span, article);
  if (!edit) return [];
  // Else nothing is left but to leave out what there is not.
  const whole: ClauseReference = {
    article,
    ...(lookup.kind === 'noItem' && paragraph !== undefined ? { paragraph } : {}),
  };
  const right = instead && clauseOf(statute, instead).kind === 'found' ? instead : whole;
  const written = text.slice(edit.span.start, edit.span.end);
  const head = written.slice(0, written.indexOf('条') + 1);
  const tail = clauseName(right).slice(clauseName({ article }).length);
  return [
    {
      kind: 'review',
      message: 'fix.useClause',
      args: { clause: clauseName(right) },
      edits: [replace(place(edit.span.start + head.length, edit.span.end), tail)],
    },
  ];
}
