import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Edition } from '../format/types.ts';
import type { Language } from '../messages/message.ts';
import type { Report, Section } from '../model/report.ts';
import { styleOf } from '../model/writing/draftStyle.ts';
import type { TableLayout } from '../model/writing/write.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { ClientCapabilities } from './support/clientCapabilities.ts';
import type { DraftFile, Markup } from './support/draftFile.ts';

// Where something is to be completed, and what is offered there.

export interface CompletionOptions {
  readonly language: Language;
  readonly clientCapabilities: Pick<ClientCapabilities, 'snippets'>;
  /** Whether the client moves between the cells of tables itself. */
  readonly hasCellKeys?: boolean;
  /** The sign that was just typed, where the client asks because of it. */
  readonly trigger?: string | undefined;
  readonly file: DraftFile;
  /** The present time; decides the report year of a new draft. */
  readonly now: Date;
}

/** What stands on the cursor's line before the cursor. */
export interface Typed {
  /** From the first sign behind the indentation to the cursor. */
  readonly span: Span;
  /** Heading signs and number; the words to search by follow. */
  readonly prefix: string;
  readonly markdownLevel: number;
}

export interface Place {
  readonly source: Source;
  readonly report: Report;
  readonly edition: Edition;
  readonly year: number;
  readonly typed: Typed;
  readonly options: CompletionOptions;
  readonly markup: Markup;
  readonly lineEnd: string;
  /** Sections without one that is being typed at the cursor. */
  readonly sections: readonly Section[];
}

export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail: string;
  readonly documentation?: string;
  /** Words by which it is found. */
  readonly words: readonly string[];
  /** Text with {@link FIGURE} and {@link BODY} in the places to fill in. */
  readonly text: string;
}

/** Signs that no draft has, for the places to fill in. */
export const FIGURE = '\ue000';
export const BODY = '\ue001';

/** The layout of the draft's tables; the conversion of a table offers the others. */
export function layoutFor(report: Report, markup: Markup): TableLayout {
  if (markup === 'html') return 'html';
  return styleOf(report)?.layout ?? 'html';
}
