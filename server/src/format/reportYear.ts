/** Report year of a draft begun now: reports are written from January to June of the next year. */
export function proposedReportYear(now: Date): number {
  return now.getMonth() < 6 ? now.getFullYear() - 1 : now.getFullYear();
}
