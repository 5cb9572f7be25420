/** What the window said under a name, where it has said something. The launcher is asked: a page has no files. */
export async function answered(name: string): Promise<string | undefined> {
  const answer = await fetch(`${process.env['ANNUAL_REPORT_TEST_LAUNCHER'] ?? ''}/answers/${name}`);
  return answer.status === 200 ? answer.text() : undefined;
}
