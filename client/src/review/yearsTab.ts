import type { BodyYears } from '../../../server/src/protocol/review.ts';
import { button, element } from '../pages/dom.ts';
import { chartOf } from './chart.ts';
import type { Place, ReviewWords } from './messages.ts';

/** What the tab asks of the page. */
interface YearsHooks {
  readonly open: (place: Place) => void;
}

/** The quantities of one body over the years: a drawing, and the same as a table whose figures lead to their cells. */
export function yearsView(years: BodyYears | null, words: ReviewWords, { open }: YearsHooks): readonly Node[] {
  if (!years || years.years.length === 0)
    return [element('p', { class: 'note' }, [words['client.reviewPage.noYears']])];
  const label = `${years.name} ${words['client.reviewPage.chart']}`;
  const table = element('table', { class: 'years' }, [
    element('caption', {}, [label]),
    element('thead', {}, [
      element('tr', {}, [
        element('th', { scope: 'col' }, [words['client.reviewPage.year']]),
        ...years.series.map((series, i) =>
          element('th', { scope: 'col' }, [element('span', { class: `key series${String(i)}` }), series.label]),
        ),
      ]),
    ]),
    element(
      'tbody',
      {},
      years.years.map((year, at) =>
        element('tr', {}, [
          element('th', { scope: 'row' }, [String(year)]),
          ...years.series.map(({ label: name, points }) => {
            const point = points[at];
            if (!point)
              return element('td', {}, [element('span', { class: 'note' }, [words['client.reviewPage.noValue']])]);
            const go = button(
              String(point.value),
              () => {
                open(point);
              },
              { class: 'link', 'aria-label': `${String(year)} ${name} ${String(point.value)}` },
            );
            return element('td', {}, [go]);
          }),
        ]),
      ),
    ),
  ]);
  return [element('figure', {}, [chartOf(years, label)]), element('div', { class: 'wide', tabindex: 0 }, [table])];
}
