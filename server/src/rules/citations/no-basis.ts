import { isKind, type Placed } from '../../syntax/block.ts';
import type { TextBlock } from '../../syntax/paragraphFacts.ts';
import { place } from '../../text/mappedText.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 全文没有提到法定依据。
 *
 * 年度报告依据《中华人民共和国政府信息公开条例》编制，引言里通常写明。全文没有提到条例，也没有提到规定报告格式的国务院办公厅
 * 文件的，建议补上一句；只引用地方办法的也算没有。快速修复在引言开头补一句。
 *
 * 不报：
 * - 只写简称《条例》、“条例”，或只写令号、文号的。
 * - 节选和才写了一点的：不到三个部分、看不出年度，或正文不到五百字。
 *
 * English: Nowhere does the report name the regulation that it rests on, or the format. Its short name or its number is
 * enough; extracts are not judged.
 */
export const noBasis = defineRule({
  id: 'citations/no-basis',
  catalogue: ['S16'],
  basis: ['statute:ogi-2019#49', 'practice'],
  severity: 'hint',
  scope: 'report',
  readers: { bases: text => (BASIS.test(text) ? [true] : []) },
  *run({ report, paragraphs }, { bases }) {
    const [first] = report.sections;
    if (!first || report.sections.length < FEWEST_SECTIONS || !report.reportYear) return;
    if (bases.length > 0 || proseLength(paragraphs) < SHORTEST_REPORT) return;
    const at = introductionOf(report, paragraphs, first.titleSpan.start);
    yield finding(report.title?.span ?? first.titleSpan, {
      message: 'citations/no-basis',
      fixes:
        at === undefined
          ? []
          : [
              {
                kind: 'review',
                message: 'fix.nameBasis',
                args: {},
                edits: [replace({ start: at, end: at }, SENTENCE)],
              },
            ],
    });
  },
});

const SENTENCE = '本报告根据《中华人民共和国政府信息公开条例》编制。';
/** A shorter line before the first section is no introduction. */
const SHORTEST_INTRODUCTION = 20;

/** Where the introduction begins; undefined where there is none. */
function introductionOf(
  { title }: ReportOutline,
  paragraphs: readonly Placed<TextBlock>[],
  end: number,
): number | undefined {
  for (const placed of paragraphs) {
    if (placed.at >= end) return undefined;
    if (!isKind(placed, 'paragraph') || placed.at < (title?.span?.end ?? 0)) continue;
    const { text } = placed.block;
    if (text.text.length >= SHORTEST_INTRODUCTION) return placed.at + place(text, 0, 0).start;
  }
  return undefined;
}

const FEWEST_SECTIONS = 3;
/** Characters of running text; a shorter one is not written yet, or an extract. */
const SHORTEST_REPORT = 500;

/** The regulation by its name, its short name or its number; a document of the State Council's office by its number. */
const BASIS =
  /开条例|信息条例|(?:^|[^\u4e00-\u9fff]|[据照循依守行实彻合用和与及对将以在从由到了是为的中按新习传绕])条例|国务院令|国令第|国办[^。，]{0,8}[〔［[【（(]\s?\d{4}/;

function proseLength(paragraphs: readonly Placed<TextBlock>[]): number {
  let length = 0;
  for (const placed of paragraphs) if (isKind(placed, 'paragraph')) length += placed.block.text.text.length;
  return length;
}
