// Entry of the test module inside VS Code: runs the bundled journeys with Mocha and writes down how each one ended.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';

interface Outcome {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly elapsedMs: number;
  /** What it failed with, or what its first try failed with where the second passed. */
  readonly error?: string;
}

/**
 * Called by VS Code; a rejected promise is a failed run. One line per journey goes to the log as a single string, which
 * is what the log of a browser window keeps in one piece.
 */
export async function run(): Promise<void> {
  const wanted = process.env['ANNUAL_REPORT_TEST_GREP'];
  const unwanted = process.env['ANNUAL_REPORT_TEST_SKIP'];
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 45_000,
    // A window that was busy with something of its own gets a second try, which the log tells of.
    retries: 1,
    reporter: Mocha.reporters.Base,
    ...(wanted === undefined ? {} : { grep: wanted }),
    ...(unwanted === undefined ? {} : { grep: unwanted, invert: true }),
  });
  mocha.addFile(join(__dirname, `${process.env['ANNUAL_REPORT_TEST_JOURNEYS'] ?? 'journeys'}.cjs`));
  const outcomes: Outcome[] = [];
  const failures = await new Promise<number>(resolve => {
    const runner = mocha.run(resolve);
    const note = (test: Mocha.Test | Mocha.Hook, state: Outcome['state'], error?: Error) => {
      const title = test.titlePath().join(' › ');
      const elapsedMs = test.duration ?? 0;
      outcomes.push({ title, state, elapsedMs, ...(error ? { error: error.stack ?? error.message } : {}) });
      const mark = state === 'passed' ? '✓' : state === 'failed' ? '✗' : '-';
      console.log(`${mark} ${title} (${String(elapsedMs)} ms)${error ? `\n${error.stack ?? error.message}` : ''}`);
    };
    const firstErrors = new Map<string, Error>();
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      firstErrors.set(test.fullTitle(), error);
    });
    runner.on('pass', test => {
      note(test, 'passed', firstErrors.get(test.fullTitle()));
    });
    runner.on('fail', (test, error: Error) => {
      note(test, 'failed', error);
    });
    runner.on('pending', test => {
      note(test, 'skipped');
    });
  });
  const results = process.env['ANNUAL_REPORT_TEST_RESULTS'];
  if (results !== undefined) {
    writeFileSync(results, JSON.stringify({ version: vscode.version, language: vscode.env.language, outcomes }));
  }
  if (failures > 0) throw new Error(`${String(failures)} 项旅程没有通过 / journeys failed`);
}
