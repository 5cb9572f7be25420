import type { Say } from '../../../server/src/messages/message.ts';

/** Words of the editor itself, by what they are in its code. */
export function editorPhrases(say: Say): Readonly<Record<string, string>> {
  return {
    Find: say('page.find'),
    Replace: say('page.replaceBy'),
    next: say('page.findNext'),
    previous: say('page.findPrevious'),
    all: say('page.findAll'),
    'match case': say('page.matchCase'),
    'by word': say('page.byWord'),
    regexp: say('page.regexp'),
    replace: say('page.replaceOne'),
    'replace all': say('page.replaceAll'),
    close: say('page.closeFind'),
    'current match': say('page.currentMatch'),
    'replaced match on line $': say('page.replacedOnLine'),
    'replaced $ matches': say('page.replacedMatches'),
    'on line': say('page.onLine'),
    'Go to line': say('page.goToLine'),
    go: say('page.go'),
    Completions: say('page.completions'),
    Diagnostics: say('page.findings'),
    'No diagnostics': say('page.noFindings'),
    'Control character': say('page.controlCharacter'),
  };
}
