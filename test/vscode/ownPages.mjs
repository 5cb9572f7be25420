// Looks into the frames of our own pages at the window, for the journeys.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The frame of one of our pages, by the selector of something in it; undefined where none is shown yet. */
export async function frameWith(page, selector) {
  for (const frame of page.frames()) if ((await frame.$(selector).catch(() => null)) !== null) return frame;
  return undefined;
}

/** Violations of serious or critical weight that axe-core finds on a page, as it is or narrow: 700 pixels at 200 %. */
export async function violationsOn(page, frame, isNarrow) {
  const whole = page.viewportSize();
  if (isNarrow) await page.setViewportSize({ width: 350, height: 450 });
  // Evaluated from outside, so the page's own policy stays as strict as it is.
  await frame.evaluate(AXE);
  const found = await frame.evaluate(async () => {
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
  if (isNarrow) await page.setViewportSize(whole);
  return found;
}
