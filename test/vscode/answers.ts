import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the window said under a name, where it has said something. It writes it to a file. */
export function answered(name: string): Promise<string | undefined> {
  const folder = process.env['ANNUAL_REPORT_TEST_ANSWERS'];
  try {
    return Promise.resolve(folder === undefined ? undefined : readFileSync(join(folder, name), 'utf8'));
  } catch {
    return Promise.resolve(undefined);
  }
}
