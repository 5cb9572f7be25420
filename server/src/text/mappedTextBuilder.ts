import type { MappedText, Piece } from './mappedText.ts';

/** Builds a mapped text piece by piece. */
export class MappedTextBuilder {
  private text = '';
  private pieces: Piece[] = [];

  get isEmpty(): boolean {
    return this.text === '';
  }

  /** Appends a text that stands at `from`–`to`; a verbatim continuation of the last piece extends it. */
  add(text: string, from: number, to: number): void {
    if (text === '') return;
    const last = this.pieces.at(-1);
    const isVerbatim = to - from === text.length;
    if (last && isVerbatim && last.to === from && last.to - last.from === last.length) {
      this.pieces[this.pieces.length - 1] = { ...last, length: last.length + text.length, to };
    } else this.pieces.push({ at: this.text.length, length: text.length, from, to });
    this.text += text;
  }

  /** The text built so far; the builder is empty afterwards. */
  take(): MappedText {
    const taken = { text: this.text, pieces: this.pieces };
    this.text = '';
    this.pieces = [];
    return taken;
  }
}
