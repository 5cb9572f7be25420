// What a person sees of the layout preview and does there, through the frame of its webview, for the journeys.
import { violationsOn } from './formPage.mjs';

/** The frame of one of our pages, by the selector of something in it; undefined where none is shown yet. */
async function frameWith(page, selector) {
  for (const frame of page.frames()) if ((await frame.$(selector).catch(() => null)) !== null) return frame;
  return undefined;
}

/** What is asked of the preview, and what is done there first; null where there is none. */
export async function answerFromPreview(page, { question, text, lines }) {
  const frame = await frameWith(page, '#preview .paper');
  if (frame === undefined) return null;
  switch (question) {
    case 'state':
      return frame.evaluate(seen);
    case 'click':
    case 'double click': {
      const target = frame.locator('.paper [data-from]', { hasText: text }).last();
      await target.click({ clickCount: question === 'click' ? 1 : 2, timeout: 5_000 });
      return frame.evaluate(seen);
    }
    case 'press finding': {
      await frame.locator('mark', { hasText: text }).first().focus();
      await page.keyboard.press('Enter');
      return null;
    }
    case 'scroll':
      await frame.locator('.paper').hover();
      await page.mouse.wheel(0, lines);
      await page.waitForTimeout(300);
      return frame.evaluate(seen);
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
    default:
      return null;
  }
}

/** What is seen; runs in the page. */
function seen() {
  const edge = document.querySelector('header').getBoundingClientRect().bottom;
  const inSight = [...document.querySelectorAll('.paper > *')].filter(each => {
    const { top, bottom } = each.getBoundingClientRect();
    return bottom > edge && top < innerHeight;
  });
  const current = document.querySelector('.current');
  const place = current?.getBoundingClientRect();
  return {
    text: document.querySelector('.paper').innerText,
    notice: document.querySelector('.notice').textContent,
    inSight: inSight.map(each => each.textContent.slice(0, 40)),
    top: document.documentElement.scrollTop,
    current: current?.textContent ?? null,
    isCurrentInSight: place !== undefined && place.bottom > edge && place.top < innerHeight,
    marks: [...document.querySelectorAll('mark')].map(each => ({
      text: each.textContent,
      severity: each.className,
      title: each.title,
    })),
    tags: [...new Set([...document.querySelectorAll('.paper *')].map(each => each.localName))].sort(),
    attributes: [
      ...new Set([...document.querySelectorAll('.paper *')].flatMap(each => each.getAttributeNames())),
    ].sort(),
    // Set by what a hostile draft would run.
    wasRun: globalThis.wasRun === true,
  };
}

/** Pastes what is on the clipboard into the page for it; whether that was there. */
export async function pasteIntoPage(page) {
  const frame = await frameWith(page, '#clipboard .place');
  if (frame === undefined) return false;
  await frame.locator('.place').click();
  await page.keyboard.press('Control+V');
  return true;
}
