import fc from 'fast-check';
import { checkDraft, checkSteps } from './checks.ts';
import { checkFixes, checkSilences } from './fixes.ts';
import {
  anyDraft,
  brackets,
  characters,
  damagedDraft,
  mixedLines,
  noise,
  partOfReport,
  placeShare,
  PROSE,
  randomPage,
  savedPage,
  wholeReport,
} from './generators.ts';
import { askEverything } from './requests.ts';
import { restyledReport } from './restyled.ts';
import { smallDraft } from './skeletons.ts';
import { step } from './steps.ts';

/** What was tried. */
export interface Counts {
  runs: number;
  edits: number;
  inputs: number;
  requests: number;
  fixes: number;
}

export const NOTHING_TRIED: Readonly<Counts> = { runs: 0, edits: 0, inputs: 0, requests: 0, fixes: 0 };

/** Something that holds of every draft; `property` adds to the counts what it tries. */
export interface Claim {
  readonly name: string;
  /** Runs between two looks at the clock; of those with edits more, which are the likeliest to find something. */
  readonly runs: number;
  readonly property: (counts: Counts) => fc.IAsyncProperty<unknown[]>;
}

const FEW = 10;

function rereading(name: string, drafts: fc.Arbitrary<string>, runs: number, maxLength: number): Claim {
  return {
    name: `reading again gives what reading anew gives: ${name}`,
    runs,
    property: counts =>
      fc.asyncProperty(
        drafts,
        fc.array(step, { minLength: Math.ceil(maxLength / 2), maxLength }),
        async (start, steps) => {
          counts.runs++;
          counts.inputs++;
          counts.edits += steps.length;
          await checkSteps(start, steps);
        },
      ),
  };
}

function reading(name: string, drafts: fc.Arbitrary<string>): Claim {
  return {
    name: `nothing throws, and nothing lies outside: ${name}`,
    runs: FEW,
    property: counts =>
      fc.asyncProperty(drafts, async text => {
        counts.runs++;
        counts.inputs++;
        await checkDraft(text);
      }),
  };
}

export const REREADING: readonly Claim[] = [
  rereading('small drafts of what is begun', smallDraft, 200, 40),
  rereading('whole reports', wholeReport, 5, 6),
  rereading('parts of reports', partOfReport, 10, 16),
  rereading('parts of reports, for longer', partOfReport, 5, 40),
  rereading('mixed lines', mixedLines, 20, 16),
  rereading('saved pages', savedPage, 3, 6),
  rereading('random pages', randomPage, 20, 16),
  rereading('noise', noise, 20, 16),
];

export const READING: readonly Claim[] = [
  reading('mixed lines', mixedLines),
  reading('noise', noise),
  reading('pages', randomPage),
  reading('brackets', brackets),
  reading('characters', characters),
  reading('damaged drafts', damagedDraft),
];

export const ASKING: Claim = {
  name: 'every request is answered at every place',
  runs: FEW,
  property: counts =>
    fc.asyncProperty(
      fc.oneof(damagedDraft, anyDraft),
      placeShare,
      placeShare,
      fc.constantFrom('zh-CN' as const, 'en' as const),
      fc.constantFrom('file:///a.md', 'file:///a.txt', 'file:///a.html', 'untitled:a'),
      fc.oneof(wholeReport, mixedLines, randomPage),
      fc.constantFrom('12', '0', '1.5', '', '一', '１２', '999999999999999999999', '-1', '1,000', '\ud842'),
      async (text, a, b, language, uri, pasted, newName) => {
        counts.runs++;
        counts.inputs++;
        const place = (share: number) => Math.floor(share * (text.length + 1));
        counts.requests += await askEverything({
          text,
          at: place(a),
          end: b < 0.5 ? place(a) : place(b),
          language,
          uri,
          pasted,
          newName,
        });
      },
    ),
};

/** Drafts as they are written: whole ones, with a few lines gone or strange ones among them. */
const writtenDraft = fc
  .tuple(
    wholeReport,
    fc.array(
      fc.record({
        at: placeShare,
        removed: fc.nat(3),
        inserted: fc.array(fc.constantFrom(...PROSE), { maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
  )
  .map(([text, changes]) => {
    const end = text.includes('\r\n') ? '\r\n' : text.includes('\n') ? '\n' : '\r';
    const lines = text.split(end);
    for (const { at, removed, inserted } of changes) lines.splice(Math.floor(at * lines.length), removed, ...inserted);
    return lines.join(end);
  });

export const FIXING: Claim = {
  name: 'every fix applies, removes its finding and adds no error and no warning',
  runs: FEW,
  property: counts =>
    fc.asyncProperty(fc.oneof(writtenDraft, restyledReport), async text => {
      counts.runs++;
      counts.inputs++;
      counts.fixes += await checkFixes(text);
    }),
};

export const SILENCING: Claim = {
  name: 'every comment that silences a finding is read where it is put, and adds no error and no warning',
  runs: FEW,
  property: counts =>
    fc.asyncProperty(fc.oneof(writtenDraft, restyledReport, savedPage), async text => {
      counts.runs++;
      counts.inputs++;
      counts.fixes += await checkSilences(text);
    }),
};

export const CLAIMS: readonly Claim[] = [...REREADING, ...READING, ASKING, FIXING, SILENCING];
