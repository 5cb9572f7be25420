// What a person sees of the reviewer's page and does there, through the frame of its webview, for the journeys.
import { frameWith, violationsOn } from './ownPages.mjs';

/** What is asked of the page, and what is done there first; null where there is none. */
export async function answerFromReview(page, { question, field, value, text }) {
  const frame = await frameWith(page, '#review header');
  if (frame === undefined) return null;
  switch (question) {
    case 'choose': {
      const chosen = frame.locator('label:visible', { hasText: new RegExp(field) }).first();
      const list = chosen.locator('select');
      if ((await list.count()) > 0) await list.selectOption({ label: value });
      else await chosen.locator('input').fill(value);
      return frame.evaluate(seen);
    }
    case 'tab':
      await frame.locator('[role=tab]', { hasText: new RegExp(text) }).click();
      return frame.evaluate(seen);
    case 'press':
      // The dialog that opens takes the focus, so nothing is waited for.
      await frame
        .locator('button:visible', { hasText: new RegExp(text) })
        .first()
        .click({ timeout: 5_000 });
      return frame.evaluate(seen);
    case 'enter': {
      // By the keyboard alone: to the unit by its name, then along the row.
      await frame.locator('[role=grid] [tabindex="0"]').focus();
      const at = await frame.evaluate(
        ([unit, column]) => {
          const rows = [...document.querySelectorAll('[role=grid] tbody [data-column="0"]')];
          const heads = [...document.querySelectorAll('[role=grid] thead tr:last-child th')];
          return {
            row: Number(rows.find(each => each.textContent === unit)?.dataset.row),
            column: heads.findIndex(each => each.title === column) + 1,
          };
        },
        [field, value],
      );
      await page.keyboard.press('Control+Home');
      for (let i = 0; i < at.row; i++) await page.keyboard.press('ArrowDown');
      for (let i = 0; i < at.column; i++) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      return null;
    }
    case 'state':
      return frame.evaluate(seen);
    case 'axe':
    case 'axe narrow':
      return violationsOn(page, frame, question === 'axe narrow');
    default:
      return null;
  }
}

/** What is seen; runs in the page. */
function seen() {
  const grid = document.querySelector('[role=grid]');
  const words = cell => (cell?.firstChild?.textContent ?? '').trim();
  const rows = [...(grid?.querySelectorAll('tbody tr[aria-rowindex]') ?? [])];
  return {
    tab: document.querySelector('[role=tab][aria-selected=true]')?.id ?? '',
    years: [...(document.querySelectorAll('label select')[1]?.options ?? [])].map(({ value }) => value),
    count: Number(grid?.getAttribute('aria-rowcount') ?? 2) - 2,
    columns: [...(grid?.querySelectorAll('thead tr:last-child th') ?? [])].map(({ title }) => title),
    rows: Object.fromEntries(
      rows.map(row => [words(row.querySelector('th')), [...row.querySelectorAll('td')].map(words)]),
    ),
    sums: [...(grid?.querySelectorAll('tfoot tr:first-child td') ?? [])].map(words),
    note: document.querySelector('header [role=status]')?.textContent ?? '',
    marked: [...(grid?.querySelectorAll('tbody .error') ?? [])].map(({ title }) => title),
    chart: document.querySelector('svg[role=img]')?.getAttribute('aria-label') ?? null,
    text: document.querySelector('[role=tabpanel]:not([hidden])')?.innerText ?? '',
  };
}
