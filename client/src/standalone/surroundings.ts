import type { Language, Say } from '../../../server/src/messages/message.ts';
import { message } from '../../../server/src/messages/text.ts';
import { button, element } from '../pages/dom.ts';
import type { PageFiles } from './pageFiles.ts';

/** What stands above the text: what is done with files, and the other language. */
export function header(files: () => PageFiles, language: Language, say: Say, onLanguage: (chosen: Language) => void) {
  const secondary = { class: 'secondary' };
  const buttons = [
    button(
      say('page.open'),
      () => {
        files().pick();
      },
      { 'aria-keyshortcuts': 'Control+O' },
    ),
    button(say('page.new'), () => void files().begin(), secondary),
    button(
      say('page.save'),
      () => {
        files().save();
      },
      { ...secondary, 'aria-keyshortcuts': 'Control+S' },
    ),
    button(say('page.export'), () => void files().export('docx'), {
      ...secondary,
      'aria-keyshortcuts': 'Control+Shift+S',
    }),
    button(say('page.exportHtml'), () => void files().export('html'), secondary),
    button(say('page.print'), () => void files().export('print'), secondary),
  ];
  const other: Language = language === 'en' ? 'zh-CN' : 'en';
  const attributes = { ...secondary, lang: other, title: say('page.language') };
  return element('header', {}, [
    element('h1', {}, [say('page.title')]),
    element('div', { class: 'bar', role: 'toolbar', 'aria-label': say('page.actions') }, buttons),
    button(
      message(other, 'page.languageName'),
      () => {
        onLanguage(other);
      },
      attributes,
    ),
  ]);
}

/** What stands below the text: what becomes of the files, and the keys. */
export function footer(say: Say): HTMLElement {
  const keys = say('page.keysList').split('\n');
  return element('footer', {}, [
    element('p', {}, [say('page.privacy')]),
    element('details', {}, [element('summary', {}, [say('page.keys')]), ...keys.map(line => element('p', {}, [line]))]),
  ]);
}
