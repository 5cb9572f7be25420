import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';

/** `source` of our diagnostics, but for a client that asked for titles. */
const DIAGNOSTIC_SOURCE = 'annual-report';

/** How findings are called: in which language, and whether by title, for people who know no ids. */
export interface DiagnosticWording {
  readonly language: Language;
  /** Whether the client asked for titles as codes; left out: no. */
  readonly titledCodes?: boolean;
}

/** The name of the program that a client shows beside a finding. */
export function diagnosticSource({ language, titledCodes }: DiagnosticWording): string {
  return titledCodes ? message(language, 'diagnostic.source') : DIAGNOSTIC_SOURCE;
}
