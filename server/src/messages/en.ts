import type { Catalogue } from './message.ts';

/** English wording; the same ids as zh-CN.ts. */
export const en = {
  // ── rules ──

  // ── related places ──

  // ── quick fixes ──
  'fix.all': () => 'Apply all automatic fixes of the annual report',
  'fix.silence': a => `Ignore this (give the reason): ${a['rule']}`,
  'fix.silenceReason': () => '请写明理由',

  // ── hover ──

  // ── completion ──
  'completion.missingSection': () => 'Section still missing',
  'completion.presentSection': () => 'Already in the draft',
  'completion.guidance': a => `${a['guidance']}依据：${a['basis']}。`,
  'completion.missingTable': () => 'Standard table, still missing',
  'completion.presentTable': () => 'Standard table, already in the draft',
  'completion.layout.pipe': () => 'pipe table',
  'completion.layout.html': () => 'HTML table',
  'completion.layout.tabbed': () => 'tab-separated',
  'completion.skeleton': a => `Whole annual report for ${a['year']}`,
  'completion.allSections': () => 'All sections of the report with their tables',
  'completion.publicBody': () => '××单位',

  // ── outline ──
  'outline.untitled': () => '(untitled)',
  'outline.officialTable': a => `Table: ${a['title']}`,
  'outline.otherTable': a => a['start'] === '' ? 'Table' : `Table: ${a['start']}`,

  // ── language server ──
  'server.handlerFailed': a => `${a['where']} failed: ${a['error']}`,
  'server.ruleFailed': a => `Rule ${a['rule']} failed; the other rules still report: ${a['error']}`,
  'server.configuration.setting': a => `Setting "${a['path']}" in ${a['where']} was not understood (${a['value']}); the default stands.`,
  'server.configuration.syntax': a => `${a['where']} is not valid JSON; its settings are not used: ${a['error']}`,
  'server.configuration.unavailable': a => `The settings of ${a['where']} could not be had; defaults stand: ${a['error']}`,

  // ── command line ──

  // ── extension client ──
  'client.name': () => 'Annual Report',
  'client.restart': () => 'Restart',
  'client.openLog': () => 'Open Log',
  'client.serverGaveUp': a => `The annual report language server stopped ${a['times']} times within three minutes and checking is off. Restart it; if it fails again, see the log.`,
  'client.noEditor': () => 'Open a draft first.',
  'client.looksLikeReport': a => `“${a['name']}” looks like an annual report on government information disclosure. Treat it as one (outline, checks, standard tables)?`,
  'client.treatAsReport': () => 'Treat as Report',
  'client.treatAlways': () => 'Always Treat as Report',
  'client.leaveAlone': () => 'Leave Alone',
  'client.noSkeleton': () => 'The language server offered no skeleton. See the log or restart the language server.',
  'client.edition.title': () => 'Format edition',
  'client.edition.which': () => 'Edition to check against',
  'client.edition.where': () => 'Where to use it',
  'client.edition.inForce': () => 'current setting',
  'client.edition.auto': () => 'Automatic (by report year)',
  'client.edition.2021': () => '2021 format (2021 onwards)',
  'client.edition.2019': () => '2019 format (2019 and 2020)',
  'client.edition.2007': () => '2007 regulation (up to 2018)',
  'client.edition.for.draft': () => 'This draft',
  'client.edition.for.draft.detail': () => 'Writes a comment at the top of the draft; “Automatic” removes it.',
  'client.edition.for.folder': () => 'This folder',
  'client.edition.for.folder.detail': () => 'Writes annualReport.format.edition to the folder settings.',
  'client.edition.for.workspace': () => 'This workspace',
  'client.edition.for.workspace.detail': () => 'Writes annualReport.format.edition to the workspace settings.',
  'client.edition.for.user': () => 'All drafts',
  'client.edition.for.user.detail': () => 'Writes annualReport.format.edition to the user settings.',
  'client.rule.title': () => 'Rule page',
  'client.rule.which': () => 'Pick a rule; those found in this draft come first',
  'client.rule.found': () => 'found in this draft',
  'client.rule.none': () => 'No rule pages found.',
  'client.encoding.wrong': () => 'The draft has characters that could not be read (�). It was probably opened in the wrong encoding.',
  'client.encoding.reopen': () => 'Reopen as GB18030',
  'client.encoding.notSaved': () => 'The draft is not saved as a file yet and cannot be reopened in another encoding.',
  'client.encoding.unsavedChanges': () => 'The draft has unsaved changes. Undo them, then reopen it in another encoding. Do not save: the unreadable characters would be lost for good.',
  'client.encoding.lost': () => 'The file itself is UTF-8; each “�” in it is a character lost when it was saved earlier. No encoding brings it back: fill it in from the original.',
  'client.status.formatName': () => 'Annual report: format and year',
  'client.status.findingsName': () => 'Annual report: findings',
  'client.status.changeEdition': () => 'Change',
  'client.status.showProblems': () => 'Show Problems',
  'client.status.noEdition': () => 'No format edition',
  'client.status.noYear': () => 'no report year found',
  'client.status.year': a => `report for ${a['year']}`,
  'client.status.starting': () => 'Starting',
  'client.status.noResult': () => 'Not checked',
  'client.status.clean': () => 'No findings',
  'client.status.counts': a => `${a['errors']} errors, ${a['warnings']} warnings, ${a['others']} others`,
  'client.status.earlierVersion': () => 'before the last change',
  'client.status.failedRules': a => `rules that failed: ${a['rules']}`,
  'client.status.serverDown': () => 'Language server is not running; the draft is not checked',
} as const satisfies Catalogue;
