// Looks into the table form at the window, for the journeys.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The frame of the form's own page; undefined where none is shown yet. */
export async function formFrame(page) {
  for (const frame of page.frames()) if ((await frame.$('#form header').catch(() => null)) !== null) return frame;
  return undefined;
}

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
      return violationsOn(frame);
    case 'axe narrow': {
      const whole = page.viewportSize();
      // 700 pixels at 200 %.
      await page.setViewportSize({ width: 350, height: 450 });
      const found = await violationsOn(frame);
      await page.setViewportSize(whole);
      return found;
    }
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

/** Violations of serious or critical weight that axe-core finds on a page. */
export async function violationsOn(frame) {
  // Evaluated from outside, so the page's own policy stays as strict as it is.
  await frame.evaluate(AXE);
  return frame.evaluate(async () => {
    const { violations, passes } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return {
      passes: passes.length,
      violations: violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, impact, nodes }) => ({
          id,
          impact,
          nodes: nodes.slice(0, 3).map(node => `${node.html} ${node.failureSummary}`),
        })),
    };
  });
}
