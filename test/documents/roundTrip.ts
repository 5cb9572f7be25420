// Exports every draft of some folders to Word and imports it again: figures and findings must be the same. Run by
// roundTrip.mjs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/files/settings.ts';
import { check, type Checked } from '../../server/src/reporters/check.ts';
import { exportDraft } from '../../server/src/documents/exportDraft.ts';
import { importDocument } from '../../server/src/documents/importDocument.ts';
import { packDocx } from '../../server/src/documents/write/docx.ts';
import { messageOf } from '../../server/src/messages/text.ts';
import { figureKey, valueOf } from '../../server/src/model/report.ts';
import { hasCells } from '../../server/src/model/writing/aroundTable.ts';
import { decodeText } from '../../server/src/text/decode.ts';

const isVerbose = process.argv.includes('--verbose');
const files = process.argv
  .slice(2)
  .filter(each => !each.startsWith('--'))
  .flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
  .filter(name => /\.(?:md|txt|html?)$/i.test(name));

/** Figures by table and cell; a table's later statement of a cell does not count. */
function figuresOf({ report }: Checked): Map<string, number> {
  const figures = new Map<string, number>();
  for (const table of report.tables)
    for (const { spec, rows } of table.parts)
      for (const row of rows)
        for (const column of spec.columns) {
          const key = figureKey(row.spec.key, column.key);
          const value = valueOf(table.figures.get(key));
          const name = `${table.spec.id} ${key}`;
          if (value !== undefined && !figures.has(name)) figures.set(name, value);
        }
  return figures;
}

const findingsOf = ({ findings }: Checked) =>
  findings.map(finding => `${finding.rule} ${messageOf('zh-CN', finding)}`).sort();

/** What one list has and the other has not. */
function missing(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter(each => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

async function main(): Promise<void> {
  const count = { drafts: 0, same: 0, figures: 0, noted: 0, columns: 0, sameOfColumns: 0 };
  for (const file of files) {
    const text = decodeText(readFileSync(file));
    if (text === null) continue;
    const before = await check(file, text, DEFAULT_SETTINGS);
    const hasColumns = before.report.blocks.every(({ block }) => block.kind !== 'table' || hasCells(block));
    const { bytes, notes } = await exportDraft(text, { form: 'docx', fonts: 'gb2312', edition: null }, packDocx);
    const result = await importDocument(bytes, {
      sheets: () => Promise.resolve([]),
      pages: () => Promise.reject(new Error('no PDF file')),
    });
    if (result.kind === 'refused') throw new Error(`${file}: ${result.refusal.message}`);
    const after = await check(file, result.draft.text.text, DEFAULT_SETTINGS);
    const [own, again] = [figuresOf(before), figuresOf(after)];
    const entries = (figures: Map<string, number>) => [...figures].map(([key, value]) => `${key} = ${String(value)}`);
    const lost = missing(entries(own), entries(again));
    const gained = missing(entries(again), entries(own));
    const gone = missing(findingsOf(before), findingsOf(after));
    const added = missing(findingsOf(after), findingsOf(before));
    const isFigures = lost.length + gained.length === 0;
    const isSame = isFigures && gone.length + added.length === 0;
    count.drafts++;
    if (isSame) count.same++;
    if (isFigures) count.figures++;
    if (!isFigures && notes.some(({ isLoss }) => isLoss)) count.noted++;
    if (hasColumns) count.columns++;
    if (hasColumns && isSame) count.sameOfColumns++;
    if (isSame) continue;
    console.log(`${hasColumns ? '' : '(no columns) '}${file}`);
    if (!isVerbose) continue;
    for (const note of notes) console.log(`   note ${messageOf('zh-CN', note).slice(0, 200)}`);
    for (const each of lost.slice(0, 6)) console.log(`   lost ${each}`);
    for (const each of gained.slice(0, 6)) console.log(`   gained ${each}`);
    for (const each of gone.slice(0, 6)) console.log(`   - ${each.slice(0, 160)}`);
    for (const each of added.slice(0, 6)) console.log(`   + ${each.slice(0, 160)}`);
  }
  console.log(
    `${String(count.drafts)} drafts: ${String(count.same)} the same in figures and findings, ${String(count.figures)} in figures; ` +
      `of ${String(count.columns)} whose tables have columns ${String(count.sameOfColumns)} the same; ` +
      `${String(count.noted)} with other figures say what was left out`,
  );
  if (count.sameOfColumns < count.columns || count.figures + count.noted < count.drafts) process.exitCode = 1;
}

void main();
