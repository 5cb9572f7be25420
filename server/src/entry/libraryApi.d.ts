// The library of the npm package `annual-report`: checks drafts of 政府信息公开工作年度报告 in Node and in browsers. Nothing
// here reads files, opens connections or keeps state; the same text and settings give the same result.

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Language of what people read. */
export type Language = 'zh-CN' | 'en';

/** Encodings that {@link decode} tells apart. */
export type Encoding = 'utf-8' | 'gb18030';

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Another place that takes part in a finding. */
export interface Related extends Place {
  readonly message: string;
}

/** Replacement of the text between two offsets, in UTF-16 units from the beginning of the text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A way to mend a finding. Its edits belong together, and to the text that was checked. */
export interface Fix {
  readonly title: string;
  /** `safe` ones change no figure and no wording; `review` ones are for a person to choose. */
  readonly kind: 'safe' | 'review';
  readonly edits: readonly Edit[];
}

export interface Finding extends Place {
  /** Id of the rule, `group/name`; docs/rules describes it. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, on which basis, what to do. */
  readonly message: string;
  readonly related: readonly Related[];
  /** Stays the same while other parts of the draft change. */
  readonly fingerprint: string;
  readonly fixes: readonly Fix[];
}

/** A finding that does not count, by whose word, and the reason given. */
export interface SuppressedFinding extends Finding {
  readonly by: 'draft' | 'settings';
  readonly reason: string;
}

export interface Section {
  readonly id: string | null;
  readonly title: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

/** An official table of the draft. */
export interface Table {
  readonly id: string;
  readonly line: number;
  readonly endLine: number;
  /** By `row.column`; null for a cell that is blank or cannot be read, which is not zero. */
  readonly cells: Readonly<Record<string, number | null>>;
}

/** What one of the sections is for, where the draft tells it. */
export interface Content {
  /** Id of that section: `leaderDuty`. */
  readonly id: string;
  /** A heading of the first level, one below, or words of the text. */
  readonly by: 'section' | 'heading' | 'words';
  readonly line: number;
  readonly column: number;
}

/** A checked draft; plain data. */
export interface Checked {
  /** As given. */
  readonly path: string;
  /** Whether the text is an annual report at all. Of any other nothing can be said: no finding is no approval. */
  readonly isReport: boolean;
  /** Id of the kind of report: `ogi-report`, `rule-of-law-report`, or one of a format file; null for no report. */
  readonly kind: string | null;
  /** Id of the edition of the official format that it was checked against; null where that is not known. */
  readonly edition: string | null;
  readonly reportYear: number | null;
  readonly publicBody: string | null;
  readonly sections: readonly Section[];
  /** Of a kind whose sections are known by what they tell: where each of them stands, under whatever heading. */
  readonly contents?: readonly Content[];
  readonly tables: readonly Table[];
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Rules that failed on this draft and so said nothing; all others did their work. */
  readonly failedRules: readonly string[];
}

/** Settings as `.annual-report.json` writes them; what is left out has its default. */
export interface Settings {
  /** Edition of the official format; null: by the year of the report. */
  readonly edition?: string | null;
  /** By rule id. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Findings that do not count, in the drafts whose paths end with `file`. */
  readonly silenced?: readonly SilencedFinding[];
}

export interface SilencedFinding {
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly reason: string;
}

/** Something in a settings file that has no effect. */
export interface SettingsProblem extends Place {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export const DEFAULT_SETTINGS: Settings;

/**
 * Checks one draft (Markdown, text or HTML) as the editor does. `path` is its name, which may tell the year where the
 * text does not; nothing is read there. Nothing throws on a draft.
 *
 * @throws TypeError for settings that are not understood; {@link readSettings} reads those of files.
 */
export function check(path: string, text: string, settings?: Settings, language?: Language): Promise<Checked>;

/** Reads the content of a `.annual-report.json`. What is not understood is left out and named. Never throws. */
export function readSettings(
  text: string,
  language?: Language,
): { readonly settings: Settings; readonly problems: readonly SettingsProblem[] };

/** Text of a file: UTF-8, else GB18030, a byte order mark left out; null for what is neither, or no text. */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | null;

/** What `annual-report check` prints for people. */
export function toText(checked: Checked | readonly Checked[], language?: Language): string;

/**
 * What `annual-report check --format json` prints; texts that are no reports are named in its member `unreadable`.
 */
export function toJson(checked: Checked | readonly Checked[], language?: Language): string;

/**
 * The text with a fix done.
 *
 * @throws RangeError where the text is shorter than the fix takes it to be.
 */
export function applyFix(text: string, fix: Fix): string;
