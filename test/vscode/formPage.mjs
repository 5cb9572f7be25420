// Looks into the table form at the window, for the journeys.
import { frameWith, violationsOn } from './ownPages.mjs';

/** The frame of the form's own page; undefined where none is shown yet. */
export const formFrame = page => frameWith(page, '#form header');

/** What is asked of the form; null where there is none. */
export async function answerFromForm(page, question) {
  const frame = await formFrame(page);
  if (frame === undefined) return null;
  switch (question) {
    case 'state':
      return frame.evaluate(() => ({
        focus: (document.hasFocus() && document.activeElement?.closest('[data-cell]')?.dataset.cell) || null,
        equations: document.querySelector('.equations').textContent,
        troubles: document.querySelector('.troubles').textContent,
        cells: Object.fromEntries(
          [...document.querySelectorAll('[data-cell]')].map(cell => [
            cell.dataset.cell,
            cell.querySelector('.text').textContent,
          ]),
        ),
      }));
    case 'axe':
    case 'axe narrow':
      return violationsOn(page, frame, question === 'axe narrow');
    case 'typing':
      return typingTimes(page, frame);
    default:
      return null;
  }
}

const KEYSTROKES = 15;

/** Milliseconds from a figure's Enter until the form shows the draft with it, from the shortest to the longest. */
async function typingTimes(page, frame) {
  await frame.evaluate(() => {
    globalThis.times = [];
    document.addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Enter') globalThis.pressed = performance.now();
      },
      true,
    );
    addEventListener('message', ({ data }) => {
      if (data.kind === 'done') globalThis.times.push(performance.now() - globalThis.pressed);
    });
  });
  for (let count = 1; count <= KEYSTROKES; count++) {
    await page.keyboard.type(String(count));
    await page.keyboard.press('Enter');
    await frame.waitForFunction(wanted => globalThis.times.length >= wanted, count);
  }
  return (await frame.evaluate(() => globalThis.times)).sort((a, b) => a - b);
}
