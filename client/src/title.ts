const LINES = 10;
const LINE_LENGTH = 200;

/**
 * A title stands alone on its line, or is followed by a space and the text, as converted pages have it. What the report
 * is about may stand in the line before (海门市2018年 / 政府信息公开工作年度报告). A notice *on* annual reports goes on
 * after 年度报告 (…年度报告有关事项的通知) and is none.
 */
const TITLE =
  /^[^，。；：《》！？|<>]{0,60}(?:信息公开|政务公开)(?:工作)?(?:[0-9]{4}年?度?)?(?:年度?(?:工作)?报告|年报)(?=$|[\s（(*_#|])/;

/** A report whose title was lost often still says what it is: 现公布中山市西区办事处2017年政府信息公开工作年度报告。 */
const ANNOUNCEMENT =
  /现(?:向社会)?(?:公布|发布|公开)[^，。；：《》]{0,40}[0-9]{4}年?度?(?:政府)?信息公开(?:工作)?(?:年度报告|年报)/;

/**
 * Whether the first lines of a document carry the title of an annual report: 海门市2018年政府信息公开工作年度报告.
 *
 * `lineAt` gives a line by number or undefined after the last; not more than ten lines that are not blank are read.
 */
export function carriesReportTitle(lineAt: (line: number) => string | undefined): boolean {
  for (let line = 0, read = 0; read < LINES; line++) {
    const raw = lineAt(line);
    if (raw === undefined) return false;
    const words = raw
      .slice(0, LINE_LENGTH)
      .normalize('NFKC')
      .replace(/^(?:[\s#*_>]|标题:)+/, '');
    if (words.length === 0) continue;
    read++;
    if (TITLE.test(words) || ANNOUNCEMENT.test(words)) return true;
  }
  return false;
}
