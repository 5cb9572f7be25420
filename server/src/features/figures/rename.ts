import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { UNINTERRUPTED } from '../../analysis/scheduler.ts';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { Language } from '../../messages/message.ts';
import { message, messageOf } from '../../messages/text.ts';
import { numberOf, placesOfSame, scaleOf, type FigurePlace } from '../../model/figures/figureLinks.ts';
import type { Edit } from '../../rules/support/rule.ts';
import { fold } from '../../text/fold.ts';
import type { Source } from '../../text/source.ts';
import { COUNT_UNITS } from '../../text/measureWords.ts';
import type { Span } from '../../text/span.ts';
import { halfWidthDigits } from '../../text/numerals.ts';
import { writeLike, writtenNumber } from '../../text/writtenNumber.ts';
import type { ClientCapabilities } from '../support/clientCapabilities.ts';
import { toRange } from '../support/convert.ts';
import { draftAfter, type ReadDraft } from '../support/draftAfter.ts';
import { previewedEdit } from '../support/edits.ts';
import { cellName } from '../tables/equationText.ts';
import { figurePlaceAt } from '../support/place.ts';
import { shortened } from '../../text/shortened.ts';

type Draft = ReadDraft & Pick<Snapshot, 'report' | 'findings'>;

/** The number at an offset of the draft, without its measure word; null where none stands that can be changed. */
export function prepareRename(
  { source, report }: Pick<Snapshot, 'source' | 'report'>,
  offset: number,
): { range: Range; placeholder: string } | null {
  const place = figurePlaceAt(report, offset);
  const number = place && numberAt(place, source);
  return number ? { range: toRange(source, number.span), placeholder: number.text } : null;
}

/** What a renaming does, or why it cannot be done. */
export type Renaming = PlannedRenaming | { readonly kind: 'refused'; readonly reason: string };

/** What a renaming does, in words to be shown before it is done. */
export interface PlannedRenaming {
  readonly kind: 'edit';
  readonly edits: readonly TextEdit[];
  /** `182 改为 183（3 处）` */
  readonly title: string;
  /** Each place with its line and what will stand there. */
  readonly places: readonly string[];
  /** What does not add up afterwards. */
  readonly troubles: readonly string[];
}

/**
 * States another number everywhere where the quantity at an offset of the draft stands with today's number: in its
 * cell, its repetitions and the text, each in its own way of writing. What does not add up afterwards is listed with
 * it. Null where no figure stands.
 */
export async function rename(
  draft: Draft,
  offset: number,
  newName: string,
  language: Language,
): Promise<Renaming | null> {
  const { source, report } = draft;
  const place = figurePlaceAt(report, offset);
  const own = place && numberAt(place, source);
  if (!place || !own) return null;
  const wanted = /^[\d,]+(?:\.\d+)?$/.test(halfWidthDigits(newName.trim())) ? writtenNumber(newName.trim()) : undefined;
  if (!wanted || !mayStandAt(place, wanted.value))
    return {
      kind: 'refused',
      reason: message(language, 'rename.notANumber', { text: shortened(newName, LONGEST_ECHO) }),
    };
  // It could not be taken back.
  if (!mayStandAt(place, numberOf(place) ?? 0))
    return { kind: 'refused', reason: message(language, 'rename.notWhole', { text: own.text.slice(0, LONGEST_ECHO) }) };
  const numbers: { readonly place: FigurePlace; readonly number: NumberAt }[] = [];
  for (const each of placesOfSame(report, place)) {
    // What differs today may be another scope's: it stays, and is found if it should not.
    if (numberOf(each) !== numberOf(place)) continue;
    const number = numberAt(each, source);
    if (!number)
      return {
        kind: 'refused',
        reason: message(language, 'rename.notPlain', { line: source.lineAt(each.span.start) + 1 }),
      };
    numbers.push({ place: each, number });
  }
  const edits = numbers.map(({ number }): Edit => {
    const value = (wanted.value * own.scale) / number.scale;
    const decimals = number.scale > 1 ? number.decimals : own.scale > 1 ? 0 : decimalsOf(wanted.text);
    return { span: number.span, text: writeLike(number.text, value, Math.max(decimals, decimalsNeeded(value))) };
  });
  return {
    kind: 'edit',
    edits: edits.map(({ span, text }) => ({ range: toRange(source, span), newText: text })),
    title: message(language, 'rename.label', { before: own.text, after: wanted.text, count: edits.length }),
    places: numbers.map((each, i) =>
      message(language, `rename.place.${each.place.kind}`, {
        line: source.lineAt(each.place.span.start) + 1,
        before: source.slice(each.number.span),
        after: edits[i]?.text ?? '',
        cell: each.place.kind === 'cell' ? cellName(each.place.cell) : '',
      }),
    ),
    troubles: await troublesAfter(draft, edits, language),
  };
}

/** A renaming as an edit that the client shows before it is done. */
export function annotatedEdit(
  planned: PlannedRenaming,
  draft: Pick<Snapshot, 'uri' | 'version'>,
  clientCapabilities: Pick<ClientCapabilities, 'documentChanges' | 'changeAnnotations'>,
  language: Language,
): WorkspaceEdit {
  const description = noticeOf(planned, language);
  return previewedEdit(
    draft,
    planned.edits,
    { label: planned.title, ...(description === undefined ? {} : { description }) },
    clientCapabilities,
  );
}

/** What does not add up after a renaming, in one text; undefined where all does. */
export function noticeOf({ troubles }: PlannedRenaming, language: Language): string | undefined {
  if (troubles.length === 0) return undefined;
  return message(language, 'rename.troubles', {
    troubles: troubles.slice(0, MOST_TROUBLES).join('\n'),
    count: troubles.length,
  });
}

const LONGEST_ECHO = 40;
/** Larger numbers lose digits. */
const LARGEST = 1e15;
const MOST_DECIMALS = 6;
const MOST_TROUBLES = 8;

interface NumberAt {
  /** The digits alone. */
  readonly span: Span;
  readonly text: string;
  readonly scale: number;
  readonly decimals: number;
}

/** Undefined for a blank cell, a number parted from a run of digits, or one with markup inside. */
function numberAt(place: FigurePlace, source: Source): NumberAt | undefined {
  const written = source.slice(place.span);
  const plain =
    place.kind === 'cell' ? place.cell.text : place.chain.reading.text.slice(place.figure.start, place.figure.end);
  // Sign by sign the same, but for their width and blanks: full-width digits are read as half-width ones.
  const isPlain = fold(written) === fold(plain);
  if (!isPlain || (place.kind === 'cell' && (place.cell.isSplit === true || place.cell.quantity.kind !== 'value')))
    return undefined;
  const number = writtenNumber(written);
  if (!number) return undefined;
  return {
    span: { start: place.span.start + number.start, end: place.span.start + number.end },
    text: number.text,
    scale: scaleOf(place),
    decimals: decimalsOf(number.text),
  };
}

function decimalsOf(text: string): number {
  return /[.．](\d+|[０-９]+)$/.exec(text)?.[1]?.length ?? 0;
}

/** Decimals that a value has, binary fractions aside. */
function decimalsNeeded(value: number): number {
  return /\.(\d*[1-9])/.exec(value.toFixed(MOST_DECIMALS))?.[1]?.length ?? 0;
}

/**
 * Whether a number may stand at a place, whatever stands there today: amounts, shares and numbers of 万 have decimals,
 * counts have none.
 */
function mayStandAt(place: FigurePlace, value: number): boolean {
  if (value >= LARGEST) return false;
  const hasDecimals =
    place.kind === 'cell'
      ? (place.cell.row.type ?? place.cell.column.type) === 'amount'
      : scaleOf(place) > 1 || !COUNTS.has(place.figure.number.unit);
  return hasDecimals || Number.isInteger(value);
}

const COUNTS: ReadonlySet<string> = new Set([...COUNT_UNITS, '']);

/**
 * Errors and warnings that the draft has after the edits and not before: the totals and texts that depend on the
 * figure.
 */
async function troublesAfter(draft: Draft, edits: readonly Edit[], language: Language): Promise<string[]> {
  const before = new Set((await draft.findings(UNINTERRUPTED)).findings.map(({ fingerprint }) => fingerprint));
  const { findings } = await draftAfter(draft, edits).findings(UNINTERRUPTED);
  return findings
    .filter(({ severity, fingerprint }) => (severity === 'error' || severity === 'warning') && !before.has(fingerprint))
    .map(finding => messageOf(language, finding));
}
