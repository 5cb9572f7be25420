// The kinds of drafts that are measured. A workload is a function that makes one: `writeDraft(bytes, seed) → text`.
import { compilationOf } from './compilations.mjs';
import { draftOf } from './drafts.mjs';

/** `report`: one long report with one set of official tables. `compilation`: many reports, each with its own tables. */
export function workloadsOf({ sampleReport, official }) {
  return {
    report: (bytes, seed) => draftOf(sampleReport, bytes, seed),
    compilation: (bytes, seed) => compilationOf(official, bytes, seed).text,
  };
}
