import type { Language } from '../messages/message.ts';
import { say } from '../reporters/words.ts';

/** Milliseconds between two lines of progress. */
const EVERY_MS = 100;

/** How far a run is, on one line of a terminal's standard error; nothing anywhere else. */
export class Progress {
  private last = 0;
  private isShown = false;

  constructor(
    private readonly total: number,
    private readonly language: Language,
    private readonly stream: NodeJS.WriteStream | undefined,
  ) {}

  at(count: number): void {
    const now = Date.now();
    if (!this.stream || this.total < 2 || (now - this.last < EVERY_MS && count < this.total)) return;
    this.last = now;
    this.isShown = true;
    this.stream.write(`\r\u001b[K${say(this.language, 'cli.progress', { count, total: this.total })}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.isShown) this.stream?.write('\r\u001b[K');
    this.isShown = false;
  }
}
