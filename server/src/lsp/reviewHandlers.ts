import { ProtocolRequestType } from 'vscode-languageserver';
import {
  BODY_YEARS_REQUEST,
  REVIEW_CHANGE_REQUEST,
  REVIEW_COMMENTS_REQUEST,
  REVIEW_EXPORT_REQUEST,
  REVIEW_FILE_REQUEST,
  REVIEW_LETTERS_REQUEST,
  REVIEW_REMAINS_REQUEST,
  ROLL_UP_REQUEST,
  type BodyYears,
  type BodyYearsParams,
  type PlacedCommentRecord,
  type ReviewChangeParams,
  type ReviewChangeResult,
  type ReviewExport,
  type ReviewExportParams,
  type ReviewFile,
  type ReviewFileParams,
  type ReviewLetter,
  type ReviewLettersParams,
  type ReviewRemains,
  type RollUp,
  type RollUpParams,
} from '../protocol/review.ts';
import { onRequest, type Handler } from './handler.ts';
import type { Session } from './session.ts';

/** Requests of the reviewer's desk. */
export function reviewHandlers({ review }: Session): readonly Handler[] {
  return [
    onRequest(
      new ProtocolRequestType<ReviewChangeParams, ReviewChangeResult, never, void, void>(REVIEW_CHANGE_REQUEST),
      async params => review.changed(params),
    ),
    onRequest(
      new ProtocolRequestType<ReviewFileParams, ReviewFile | null, never, void, void>(REVIEW_FILE_REQUEST),
      ({ uri }) => review.fileFor(uri),
    ),
    onRequest(
      new ProtocolRequestType<ReviewFileParams, readonly PlacedCommentRecord[], never, void, void>(
        REVIEW_COMMENTS_REQUEST,
      ),
      async ({ uri }) => review.comments(uri),
    ),
    onRequest(new ProtocolRequestType<object, ReviewRemains, never, void, void>(REVIEW_REMAINS_REQUEST), async () =>
      review.remains(),
    ),
    onRequest(
      new ProtocolRequestType<BodyYearsParams, BodyYears | null, never, void, void>(BODY_YEARS_REQUEST),
      async params => review.years(params),
    ),
    onRequest(new ProtocolRequestType<RollUpParams, RollUp | null, never, void, void>(ROLL_UP_REQUEST), async params =>
      review.rollUp(params),
    ),
    onRequest(
      new ProtocolRequestType<ReviewLettersParams, readonly ReviewLetter[], never, void, void>(REVIEW_LETTERS_REQUEST),
      ({ uris }) => review.letters(uris),
    ),
    onRequest(
      new ProtocolRequestType<ReviewExportParams, ReviewExport, never, void, void>(REVIEW_EXPORT_REQUEST),
      params => review.exported(params),
    ),
  ];
}
