import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/** The bytes of one frame. */
export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${String(body.length)}\r\n\r\n`), body]);
}

/**
 * A client made by hand: it writes frames to the bundled server's standard input and reads those that come back.
 * Requests of the server are not answered unless a test does so.
 */
export class RawClient {
  readonly received: Message[] = [];
  /** Exit code of the process. */
  readonly ended: Promise<number | null>;
  readonly process: ChildProcessWithoutNullStreams;
  private rest = Buffer.alloc(0);
  private lastId = 0;
  private readonly listeners = new Set<() => void>();
  private hasEnded = false;

  constructor(server: string, options: readonly string[] = []) {
    this.process = spawn(process.execPath, [...options, server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.process.stdout.on('data', (bytes: Buffer) => {
      this.read(bytes);
    });
    this.process.stdin.on('error', () => {});
    this.ended = new Promise(resolve => {
      this.process.on('exit', code => {
        this.hasEnded = true;
        this.note();
        resolve(code);
      });
    });
  }

  write(bytes: Buffer | string): void {
    this.process.stdin.write(bytes);
  }

  notify(method: string, params?: unknown): void {
    this.write(frame({ method, params }));
  }

  /** Sends a request and gives its id. */
  send(method: string, params?: unknown): number {
    const id = ++this.lastId;
    this.write(frame({ id, method, params }));
    return id;
  }

  /** Sends a request and gives the whole answer. */
  ask(method: string, params?: unknown): Promise<Message> {
    return this.answer(this.send(method, params));
  }

  answer(id: number | string): Promise<Message> {
    return this.until(() => this.received.find(message => message.id === id && message.method === undefined));
  }

  async until<T>(found: () => T | undefined): Promise<T> {
    for (;;) {
      const value = found();
      if (value !== undefined) return value;
      if (this.hasEnded) throw new Error('the server has ended');
      await new Promise<void>(resolve => {
        const listener = () => {
          this.listeners.delete(listener);
          resolve();
        };
        this.listeners.add(listener);
      });
    }
  }

  /** Shakes hands as a client that offers `capabilities`. */
  async begin(capabilities: object = {}, more: object = {}): Promise<Message> {
    const answer = await this.ask('initialize', { processId: null, rootUri: null, capabilities, ...more });
    this.notify('initialized', {});
    return answer;
  }

  open(uri: string, text: string, version = 1): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'annual-report', version, text } });
  }

  /** Ends the session as the protocol demands and gives the exit code. */
  async end(): Promise<number | null> {
    await this.ask('shutdown');
    this.notify('exit');
    return this.ended;
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  private read(bytes: Buffer): void {
    this.rest = Buffer.concat([this.rest, bytes]);
    for (;;) {
      const head = this.rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.rest.subarray(0, Math.max(0, head)).toString())?.[1]);
      if (head < 0 || this.rest.length < head + 4 + length) break;
      this.received.push(JSON.parse(this.rest.subarray(head + 4, head + 4 + length).toString()) as Message);
      this.rest = this.rest.subarray(head + 4 + length);
    }
    this.note();
  }

  private note(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
