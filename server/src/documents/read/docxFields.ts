interface Field {
  instruction: string;
  isResult: boolean;
}

const CONTENTS = /^\s*TOC\b/i;
/** `=SUM(LEFT)`, before the form of the number. */
const FORMULA = /^\s*(=[^\\]{1,60})(?<!\s)/;
const CHANGING = /^\s*(?:DATE|TIME|PRINTDATE|SAVEDATE)\b/i;

/**
 * Fields that are open where a document is read; they may begin in one paragraph and end in another. Of a field its
 * kept result is text, and nothing of a table of contents.
 */
export class Fields {
  private readonly open: Field[] = [];

  /** `onChanging` is told of each field whose result changes with the day. */
  constructor(private readonly onChanging: () => void) {}

  /** Whether what stands here is shown: no instruction, no table of contents. */
  get isShown(): boolean {
    return this.open.every(({ instruction, isResult }) => isResult && !CONTENTS.test(instruction));
  }

  /** Whether a table of contents is open. */
  get isInContents(): boolean {
    return this.open.some(({ instruction }) => CONTENTS.test(instruction));
  }

  /** Where a formula ends whose result no program has kept, the formula. */
  mark(type: string | undefined): string | undefined {
    if (type === 'begin') this.begin();
    else if (type === 'separate') this.separate();
    else if (type === 'end') return this.end();
    return undefined;
  }

  begin(): void {
    this.open.push({ instruction: '', isResult: false });
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field && !field.isResult) field.instruction += text;
  }

  separate(): void {
    const field = this.open.at(-1);
    if (!field) return;
    field.isResult = true;
    if (CHANGING.test(field.instruction)) this.onChanging();
  }

  end(): string | undefined {
    const field = this.open.pop();
    if (!field || field.isResult || !this.isShown) return undefined;
    return FORMULA.exec(field.instruction)?.[1];
  }
}
