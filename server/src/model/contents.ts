import type { SectionSpec } from '../format/types.ts';
import { findPattern } from '../format/titlePattern.ts';
import type { Span } from '../text/span.ts';
import { memoByObject } from '../text/memo.ts';
import { passagesOf } from './prose/passages.ts';
import type { Item, Report } from './report.ts';

/** Where a report gives what one of its sections is for, under whatever heading. */
export interface Content {
  readonly spec: SectionSpec;
  readonly span: Span;
  /** A heading of the first level, one below, or words of the text. */
  readonly by: 'section' | 'heading' | 'words';
}

type Source = Pick<Report, 'edition' | 'sections' | 'blocks'>;

/**
 * What the report gives of that which its edition asks for, in the order of the draft: by a section, else by a heading
 * anywhere, else by words that stand for it. Editions whose sections are known by their titles alone have none.
 */
export const contentsOf = memoByObject((report: Source): readonly Content[] => {
  const specs = report.edition?.sections ?? [];
  if (!specs.some(isKnownByContent)) return [];
  const found = specs.flatMap(spec => contentOf(spec, report) ?? []);
  return found.sort((a, b) => a.span.start - b.span.start);
});

/** Whether a section is known by what it tells, under whatever heading. */
export function isKnownByContent({ headings, keywords }: SectionSpec): boolean {
  return headings.length + keywords.length > 0;
}

function contentOf(spec: SectionSpec, { sections, blocks }: Source): Content | undefined {
  const section = sections.find(({ id }) => id === spec.id);
  if (section) return { spec, span: section.titleSpan, by: 'section' };
  const names = ({ title }: { readonly title: string }) => spec.headings.some(pattern => findPattern(pattern, title));
  const heading =
    sections.find(names) ??
    firstItem(
      sections.flatMap(({ items }) => items),
      names,
    );
  if (heading) return { spec, span: heading.titleSpan, by: 'heading' };
  if (spec.keywords.length === 0) return undefined;
  for (const passage of passagesOf(blocks)) {
    for (const keyword of spec.keywords) {
      const at = passage.text.indexOf(keyword);
      if (at >= 0) return { spec, span: passage.place(at, at + keyword.length), by: 'words' };
    }
  }
  return undefined;
}

function firstItem(items: readonly Item[], fits: (item: Item) => boolean): Item | undefined {
  for (const item of items) {
    const found = fits(item) ? item : firstItem(item.items, fits);
    if (found) return found;
  }
  return undefined;
}
