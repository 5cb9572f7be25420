import { FIGURE_TYPES, isForWords } from '../../format/cellTypes.ts';
import type { PartDescription } from '../../format/description.ts';
import type { CellDemands, CellType } from '../../format/types.ts';
import { placeOf, type JsonReader, type Node } from './jsonReader.ts';

/** What a part of labels and values is without, and what other parts are without. */
export function checkShape(part: PartDescription, count: number, node: Node, reader: JsonReader): void {
  const { keyValue, columns, caption, corner, unitColumn, rowsAcross, rows } = part;
  if (keyValue) {
    if (count > 1 || columns || caption !== undefined || corner !== undefined || unitColumn || rowsAcross)
      reader.complain(placeOf(node, 'keyValue'), 'formatFile.keyValueAlone');
    for (const [at, row] of rows.entries())
      if ('key' in row && (row.path?.length ?? 0) > MOST_GROUPS)
        reader.complain(placeOf(node, 'rows', at, 'path'), 'formatFile.keyValueDepth');
    return;
  }
  for (const [at, row] of rows.entries())
    for (const name of ['beside', 'repeats'] as const)
      if ('key' in row && row[name])
        reader.complain(placeOf(node, 'rows', at, name), 'formatFile.keyValueOnly', { name });
}

/** Merged cells before a label in a part of labels and values. */
const MOST_GROUPS = 2;

/** What is said of cells fits their kind. */
export function checkCell(
  cell: Partial<CellDemands> & { readonly type?: CellType },
  node: Node,
  reader: JsonReader,
): void {
  const { type = 'count', choices, pattern, minimum, maximum } = cell;
  const isChoice = type === 'choice' || type === 'choices';
  const complain = (name: keyof CellDemands, types: readonly string[]): void => {
    reader.complain(placeOf(node, name), 'formatFile.notForType', { name, names: types.join(', ') });
  };
  if (choices && !isChoice) complain('choices', ['choice', 'choices']);
  if (isChoice && (choices?.length ?? 0) === 0)
    reader.complain(placeOf(node, 'type'), 'formatFile.choicesNeeded', { name: type });
  if (pattern !== undefined && type !== 'identifier') complain('pattern', ['identifier']);
  for (const name of ['minimum', 'maximum'] as const)
    if (cell[name] !== undefined && isForWords(type)) complain(name, FIGURE_TYPES);
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    reader.complain(placeOf(node, 'minimum'), 'formatFile.boundsReversed');
}
