import { BUILT_IN } from '../format/editionSet.ts';
import { writeIntroduction, writeSkeleton, writeTitle, type TableLayout } from '../model/writing/write.ts';
import { Source } from '../text/source.ts';
import { DEFAULT_SETTINGS } from './files/settings.ts';
import { nextTurn, type Scheduler } from './scheduler.ts';
import { Snapshot } from './snapshot.ts';

// What a first draft waits for is mostly code to be compiled and words to be put into tables. A server that has nothing
// to do yet gets that done with drafts of its own.

const BODY = '某县财政局';
/** What most reports have: figures with their parts, flows, shares, changes, dates, clauses. */
const PROSE = [
  '（一）主动公开。全年主动公开政府信息120条，其中政府网站80条，政务微信40条，同比增长20%。',
  '（二）依申请公开。收到政府信息公开申请12件，上年结转1件，办结11件，结转下年度2件。予以公开8件、不予公开2件、无法提供1件；自然人申请10件，占83.3%。',
  '（三）监督保障。依照第二十条主动公开，1月20日前公布年度报告。因政府信息公开被申请行政复议2件，其中维持1件、纠正1件；召开新闻发布会3场。',
];

/** The drafts of a rehearsal: a short one first, so that waiting messages wait for little. */
export function rehearsedDrafts(): readonly string[] {
  const edition = BUILT_IN.latest;
  if (!edition) return [];
  const reportYear = edition.years.from;
  const prose = [
    `# ${writeTitle(BODY, reportYear)}`,
    writeIntroduction(edition, BODY, reportYear),
    '## 一、总体情况',
    ...PROSE,
  ];
  const tables = (layout: TableLayout): string =>
    writeSkeleton(edition, { style: 'markdown', layout, publicBody: BODY, reportYear, figure: () => '0' });
  return [prose.join('\n\n'), tables('pipe'), tables('html')];
}

/** Checks drafts that nobody sees. Rejects with `Cancelled` when `scheduler` says so. */
export async function rehearse(scheduler: Scheduler): Promise<void> {
  for (const draft of rehearsedDrafts()) {
    await nextTurn();
    await scheduler.yieldIfNeeded();
    await new Snapshot('', 0, new Source(draft), DEFAULT_SETTINGS).findings(scheduler);
  }
}
