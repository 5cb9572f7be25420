import { childOf, elementsOf, readXml, type XmlElement } from '../xml.ts';
import { raised } from './joinText.ts';

/** The words of a workbook's cell as they are valid, and whether some of them are struck out. */
export interface RichText {
  readonly text: string;
  readonly isStruck: boolean;
}

/**
 * Reads a cell whose runs differ in their type (`rich`: the runs as the file writes them): what is struck out is left
 * out, digits that are raised behind other text are those of notes. Undefined where no run is either.
 */
export function readRichText(rich: string): RichText | undefined {
  if (!/strike|superscript/.test(rich)) return undefined;
  let text = '';
  let isStruck = false;
  for (const run of elementsOf(readXml(`<si>${rich}</si>`, 'sharedStrings'))) {
    const properties = childOf(run, 'rPr');
    const words = elementsOf(run, 't').map(wordsOf).join('');
    if (isOn(childOf(properties, 'strike'))) isStruck = true;
    else {
      const isRaised = text.trim() !== '' && childOf(properties, 'vertAlign')?.attributes['val'] === 'superscript';
      text += isRaised ? raised(words) : words;
    }
  }
  return { text, isStruck };
}

function wordsOf({ children }: XmlElement): string {
  return children.map(node => (node.kind === 'text' ? node.text.text : '')).join('');
}

function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !/^(?:0|false|off)$/.test(property.attributes['val'] ?? '');
}
