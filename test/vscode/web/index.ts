// Entry of the test module inside the web extension host: runs the journeys and tells the launcher how each one ended.
import { runJourneys, type Outcome } from './runner.ts';
import '../sharedJourneys.ts';
import './webJourneys.ts';
import * as vscode from 'vscode';

/** Called by VS Code; a rejected promise is a failed run. */
export async function run(): Promise<void> {
  const expression = (name: string) => {
    const source = process.env[name];
    return source === undefined ? undefined : new RegExp(source);
  };
  const outcomes: Outcome[] = [];
  await runJourneys(
    { wanted: expression('ANNUAL_REPORT_TEST_GREP'), unwanted: expression('ANNUAL_REPORT_TEST_SKIP') },
    outcome => {
      const { title, state, elapsedMs, error } = outcome;
      outcomes.push(outcome);
      const mark = state === 'passed' ? '✓' : state === 'failed' ? '✗' : '-';
      console.log(`${mark} ${title} (${String(elapsedMs)} ms)${error === undefined ? '' : `\n${error}`}`);
    },
  );
  await fetch(`${process.env['ANNUAL_REPORT_TEST_LAUNCHER'] ?? ''}/results`, {
    method: 'POST',
    body: JSON.stringify({ version: vscode.version, language: vscode.env.language, outcomes }),
  });
  const failures = outcomes.filter(({ state }) => state === 'failed').length;
  if (failures > 0) throw new Error(`${String(failures)} 项旅程没有通过 / journeys failed`);
}
