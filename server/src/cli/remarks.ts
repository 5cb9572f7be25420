import type { Language } from '../messages/message.ts';
import { messageOf } from '../messages/text.ts';
import { whyNotWritten } from '../messages/whyNotWritten.ts';
import type { Draft, Outcome } from './examine.ts';
import type { InputProblem } from './unreadable.ts';
import { write } from './output.ts';
import { writeFaultSentence, type WriteFault } from './outputFile.ts';
import { say } from '../reporters/words.ts';

/**
 * What a run has to say on standard error: inputs that cannot be read, settings files that are wrong, rules that
 * failed.
 */
export class Remarks {
  private readonly problems: InputProblem[] = [];
  /** Files of folders that are no reports, whatever they are called, and what does not matter to the exit status. */
  private readonly notes: InputProblem[] = [];
  private readonly failures: { readonly path: string; readonly rule: string; readonly detail: string }[] = [];
  private readonly sentences: string[] = [];
  private hasFault = false;

  constructor(
    problems: readonly InputProblem[],
    private readonly language: Language,
  ) {
    this.problems.push(...problems);
  }

  /** Whether the exit status has to say so. */
  get hasProblems(): boolean {
    return this.problems.length > 0 || this.hasFault;
  }

  /** Inputs that could not be read, each with its reason in words. */
  get unreadable(): readonly { readonly path: string; readonly reason: string }[] {
    return this.problems.map(({ path, reason, detail }) => ({
      path,
      reason: messageOf(this.language, { message: reason, args: { path, detail } }),
    }));
  }

  addNotes(notes: readonly InputProblem[]): void {
    this.notes.push(...notes);
  }

  add(sentence: string): void {
    this.sentences.push(sentence);
  }

  addProblem(problem: InputProblem): void {
    this.problems.push(problem);
  }

  addFault(path: string, fault: WriteFault | undefined): void {
    if (!fault) return;
    this.hasFault = true;
    this.add(writeFaultSentence(this.language, path, fault));
  }

  /** What could not be kept for the next run: this one goes on. */
  addUnkept(path: string, fault: WriteFault): void {
    this.add(writeFaultSentence(this.language, path, fault));
  }

  addFailure(path: string, rule: string, detail: string): void {
    this.failures.push({ path, rule, detail });
  }

  addOutcome({ path, isNamed, config }: Draft, outcome: Outcome): void {
    // What is wrong with a settings file concerns those who read a draft with it.
    if (!('reason' in outcome) || outcome.reason === 'cli.failed') {
      addOnce(this.problems, config.problems);
      addOnce(this.notes, config.warnings);
    }
    if ('reason' in outcome)
      (outcome.reason === 'cli.noReport' && !isNamed ? this.notes : this.problems).push({ path, ...outcome });
    else for (const { rule, detail } of outcome.failures) this.addFailure(path, rule, detail);
  }

  async print(outputFault: Error | undefined): Promise<void> {
    const lines = [
      ...(outputFault
        ? [say(this.language, 'cli.cannotWrite', { detail: whyNotWritten(this.language, outputFault) })]
        : []),
      ...[...this.problems, ...this.notes].map(({ path, reason, detail }) =>
        say(this.language, reason, { path, detail }),
      ),
      ...this.failures.map(failure => say(this.language, 'cli.ruleFailed', failure)),
      ...this.sentences,
    ];
    await write(process.stderr, lines.map(line => `${line}\n`).join(''));
  }
}

/** Each once, however many drafts share the settings. */
function addOnce(known: InputProblem[], found: readonly InputProblem[]): void {
  for (const problem of found)
    if (!known.some(({ path, detail }) => path === problem.path && detail === problem.detail)) known.push(problem);
}
