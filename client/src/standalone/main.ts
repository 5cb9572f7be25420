import { messagesIn, languageFor } from '../../../server/src/messages/text.ts';
import type { Language } from '../../../server/src/messages/message.ts';
import { StandalonePage } from './page.ts';

/** Where the choice of a language is kept, in the browser alone. */
const LANGUAGE_KEY = 'annualReport.language';

/** The language that was chosen here before, else that of the browser. */
function chosenLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? read(LANGUAGE_KEY);
  return languageFor(asked ?? navigator.language);
}

/** A browser may keep nothing for a page. */
function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // Then it is asked again next time.
  }
}

const language = chosenLanguage();
document.documentElement.lang = language;
const root = document.getElementById('page');
if (root) {
  const page = new StandalonePage(root, language, messagesIn(language));
  page.onLanguage = chosen => {
    keepLanguage(chosen);
    page.handOver();
    const address = new URL(location.href);
    address.searchParams.set('lang', chosen);
    location.replace(address);
  };
}
// Kept by the browser, so that the page opens without its server too; only where that is safe, so not everywhere.
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('offline.js').catch(() => undefined);
