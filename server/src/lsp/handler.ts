import { ResponseError } from 'vscode-languageserver';
import type { CancellationToken, NotificationType, ProtocolRequestType } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** Registers the answer to one request, or the reaction to one notification, with a session's connection. */
export type Handler = (session: Session) => void;

/** Answers a request. A handler that throws is logged and answers null; only deliberate error answers go through. */
export function onRequest<P, R, PR, E, RO>(
  type: ProtocolRequestType<P, R, PR, E, RO>,
  handle: (params: P, token: CancellationToken) => Promise<R | null>,
): Handler {
  return ({ client }) => {
    client.connection.onRequest(
      type.method,
      async (params: P, token: CancellationToken): Promise<R | ResponseError<unknown> | null> => {
        const refusal = client.refusal();
        if (refusal) return refusal;
        try {
          return await handle(params, token);
        } catch (error) {
          if (error instanceof ResponseError) return error;
          client.logError(type.method, error);
          return null;
        }
      },
    );
  };
}

/** Reacts to a notification. A handler that throws is logged; before and after the session nothing happens. */
export function onNotification<P>(type: NotificationType<P>, handle: (params: P) => void | Promise<void>): Handler {
  return ({ client }) => {
    client.connection.onNotification(type.method, async (params: P) => {
      if (client.refusal()) return;
      try {
        await handle(params);
      } catch (error) {
        client.logError(type.method, error);
      }
    });
  };
}
