import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { Source } from '../../../server/src/text/source.ts';
import { sampleReport } from '../../support/sample.ts';

const EDITS = 150;
const MB = 1_000_000;

test('an edited draft does not keep its former versions in memory', async () => {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const report = sampleReport('pipe');
  const at = report.indexOf('## 二、');
  const filling = Array.from(
    { length: 3000 },
    (_, i) => `第${String(i)}项工作持续推进，全年公开信息${String(i)}条，群众满意度进一步提高。\n\n`,
  ).join('');
  let text = report.slice(0, at) + filling + report.slice(at);
  let previous: Snapshot['parsed'] | undefined;
  const type = async (edit: number): Promise<void> => {
    const place = at + Math.floor((filling.length / EDITS) * (edit % EDITS));
    text = text.slice(0, place) + '1' + text.slice(place);
    const snapshot = new Snapshot('file:///draft.md', edit, new Source(text), DEFAULT_SETTINGS, previous);
    await snapshot.findings(UNINTERRUPTED);
    previous = snapshot.parsed;
  };
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  for (let edit = 0; edit < 10; edit++) await type(edit);
  const before = heap();
  for (let edit = 10; edit < 10 + EDITS; edit++) await type(edit);
  // Each version's text alone has more than 0.2 MB.
  expect((heap() - before) / MB).toBeLessThan(8);
}, 60_000);
