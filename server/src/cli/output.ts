/**
 * Writes all of a text to a stream of the process, which takes large output in pieces. Gives what went wrong: nothing,
 * that whoever reads has gone (`'closed'`), or the error. Never rejects.
 */
export function write(stream: NodeJS.WritableStream, text: string | Uint8Array): Promise<'closed' | Error | undefined> {
  return new Promise(done => {
    const end = (error: Error | null | undefined): void => {
      if (!error) done(undefined);
      else done('code' in error && error.code === 'EPIPE' ? 'closed' : error);
    };
    // A stream also says it of itself, and nobody may be listening then.
    stream.on('error', end);
    stream.write(text, end);
  });
}
