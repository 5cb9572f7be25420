// What office programs and browsers put on the clipboard when a table is copied, as far as readers of it are concerned.
import type { LayoutCell, TableSpec } from '../../server/src/format/types.ts';

type FigureText = (row: string, column: string) => string;

interface Written {
  readonly text: string;
  readonly isFigure: boolean;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

function rowsOf(table: TableSpec, figure: FigureText): Written[][] {
  const text = (cell: LayoutCell): string => (cell.kind === 'figure' ? figure(cell.row, cell.column) : cell.text);
  return table.layout.map(cells =>
    cells.map(cell => ({
      text: text(cell),
      isFigure: cell.kind === 'figure',
      rowSpan: cell.rowSpan ?? 1,
      columnSpan: cell.columnSpan ?? 1,
    })),
  );
}

const spans = ({ rowSpan, columnSpan }: Written, quote = '') =>
  `${columnSpan > 1 ? ` colspan=${quote}${String(columnSpan)}${quote}` : ''}${rowSpan > 1 ? ` rowspan=${quote}${String(rowSpan)}${quote}` : ''}`;

/** Long labels stand on two lines, as people break them in narrow columns. */
const broken = (text: string, by: string) => (text.length > 10 ? text.slice(0, 6) + by + text.slice(6) : text);

/** Word: style sheets and conditional comments around it, a paragraph in each cell, runs in spans by script. */
export function fromWord(table: TableSpec, figure: FigureText): string {
  const cell = (one: Written): string => {
    const words =
      one.text === ''
        ? "<span lang=EN-US style='font-size:10.5pt;font-family:宋体'><o:p>&nbsp;</o:p></span>"
        : one.isFigure
          ? `<span lang=EN-US style='font-size:10.5pt;\r\n  font-family:宋体;mso-font-kerning:0pt'>${one.text}<o:p></o:p></span>`
          : `<span style='font-size:10.5pt;font-family:宋体'>${broken(one.text, "</span><span\r\n  style='font-size:10.5pt;font-family:宋体;color:black'>")}<span lang=EN-US><o:p></o:p></span></span>`;
    return (
      `  <td width=61${spans(one)} style='width:45.6pt;border:solid windowtext 1.0pt;\r\n  mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'>\r\n` +
      `  <p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'>${words}</p>\r\n  </td>\r\n`
    );
  };
  const rows = rowsOf(table, figure).map(
    (cells, at) => ` <tr style='mso-yfti-irow:${String(at)};height:21.0pt'>\r\n${cells.map(cell).join('')} </tr>\r\n`,
  );
  return (
    `<html xmlns:v="urn:schemas-microsoft-com:vml"\r\nxmlns:o="urn:schemas-microsoft-com:office:office"\r\nxmlns:w="urn:schemas-microsoft-com:office:word"\r\nxmlns="http://www.w3.org/TR/REC-html40">\r\n\r\n<head>\r\n` +
    '<meta http-equiv=Content-Type content="text/html; charset=utf-8">\r\n<meta name=Generator content="Microsoft Word 15">\r\n' +
    '<!--[if gte mso 9]><xml>\r\n <w:WordDocument>\r\n  <w:View>Normal</w:View>\r\n </w:WordDocument>\r\n</xml><![endif]-->\r\n' +
    '<style>\r\n<!--\r\n /* Style Definitions */\r\n p.MsoNormal, li.MsoNormal\r\n\t{mso-style-parent:"";\r\n\tmargin:0cm;}\r\ntable.MsoNormalTable\r\n\t{mso-style-name:普通表格;}\r\n-->\r\n</style>\r\n' +
    "</head>\r\n\r\n<body lang=ZH-CN style='tab-interval:21.0pt'>\r\n<!--StartFragment-->\r\n\r\n" +
    "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0\r\n style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>\r\n" +
    `${rows.join('')} <![if !supportMisalignedColumns]>\r\n <tr height=0>\r\n  <td width=61 style='border:none'></td>\r\n </tr>\r\n <![endif]>\r\n</table>\r\n\r\n<!--EndFragment-->\r\n</body>\r\n\r\n</html>`
  );
}

/** WPS: much the same with other attributes, spans inside spans, and full-width blanks in empty cells. */
export function fromWps(table: TableSpec, figure: FigureText): string {
  const cell = (one: Written): string => {
    const words =
      one.text === ''
        ? '<span style="font-family:宋体;font-size:10.5000pt;" >&nbsp;</span>'
        : one.isFigure
          ? `<span style="mso-spacerun:'yes';font-family:宋体;font-size:10.5000pt;" ><font face="宋体" >${one.text}</font></span>`
          : `<b><span style="mso-spacerun:'yes';font-family:宋体;font-size:10.5000pt;" >${broken(one.text, '<br>')}</span></b>`;
    return (
      `<td width="72" valign="center"${spans(one)} style="width:54.0000pt;padding:0.0000pt 5.4000pt;border:1.0000pt solid windowtext;" >` +
      `<p class="MsoNormal" align="center" style="text-align:center;" >${words}<span style="mso-spacerun:'yes';font-size:10.5000pt;" ><o:p></o:p></span></p></td>`
    );
  };
  const rows = rowsOf(table, figure).map(cells => `<tr style="height:24.0000pt;" >${cells.map(cell).join('')}</tr>`);
  return (
    'Version:1.0\r\nStartHTML:00000097\r\nEndHTML:00031415\r\nStartFragment:00000131\r\nEndFragment:00031379\r\n' +
    '<html><head><meta name="generator" content="WPS" ><title></title></head><body><!--StartFragment-->' +
    `<table class="MsoNormalTable" border="1" cellspacing="0" style="border-collapse:collapse;mso-table-layout-alt:fixed;" >${rows.join('')}</table>` +
    '<p class="MsoNormal" ><span style="font-size:10.5000pt;" ><o:p>&nbsp;</o:p></span></p><!--EndFragment--></body></html>'
  );
}

/** Excel: columns with widths, values in attributes, line ends in the middle of labels. */
export function fromExcel(table: TableSpec, figure: FigureText): string {
  const cell = (one: Written): string =>
    one.text === '' || !one.isFigure
      ? `  <td${spans(one)} class=xl66 width=72 style='border-top:none;border-left:none;\r\n  width:54pt'>${one.text === '' ? '　' : broken(one.text, '<br>\r\n    ')}</td>\r\n`
      : `  <td${spans(one)} class=xl67 align=right style='border-top:none;border-left:none' x:num="${one.text}">${one.text}</td>\r\n`;
  const rows = rowsOf(table, figure).map(
    cells => ` <tr height=38 style='mso-height-source:userset;height:28.5pt'>\r\n${cells.map(cell).join('')} </tr>\r\n`,
  );
  return (
    '<html xmlns:v="urn:schemas-microsoft-com:vml"\r\nxmlns:x="urn:schemas-microsoft-com:office:excel">\r\n<head>\r\n<meta name=ProgId content=Excel.Sheet>\r\n' +
    '<style>\r\n<!--table\r\n\t{mso-displayed-decimal-separator:"\\.";}\r\ntd\r\n\t{padding-top:1px;}\r\n-->\r\n</style>\r\n</head>\r\n<body link="#0563C1">\r\n\r\n' +
    "<table border=0 cellpadding=0 cellspacing=0 width=720 style='border-collapse:\r\n collapse;width:540pt'>\r\n<!--StartFragment-->\r\n" +
    " <col width=72 span=10 style='width:54pt'>\r\n" +
    `${rows.join('')}<!--EndFragment-->\r\n</table>\r\n\r\n</body>\r\n\r\n</html>`
  );
}

/** A browser: the piece alone, with computed styles and a page's own table around nothing. */
export function fromBrowser(table: TableSpec, figure: FigureText): string {
  const cell = (one: Written): string =>
    `<td${spans(one, '"')} style="border: 1px solid rgb(0, 0, 0); text-align: center;">` +
    `<div style="margin: 0px;"><span style="font-size: 14px;">${one.text === '' ? '&nbsp;' : one.text}</span></div></td>`;
  return `<meta charset='utf-8'><table style="border-collapse: collapse; width: 100%;"><tbody>${rowsOf(table, figure)
    .map(cells => `<tr>${cells.map(cell).join('')}</tr>`)
    .join('')}</tbody></table>`;
}

/**
 * Text of Excel and WPS tables: a tab between places, merged ones empty, quotation marks around cells with line breaks.
 */
export function tabsFromExcel(table: TableSpec, figure: FigureText): string {
  const grid: string[][] = table.layout.map(() => []);
  for (const [row, cells] of rowsOf(table, figure).entries()) {
    let column = 0;
    for (const one of cells) {
      while (grid[row]![column] !== undefined) column++;
      const text =
        one.isFigure || one.text.length <= 10 ? one.text : `"${broken(one.text, '\n').replaceAll('"', '""')}"`;
      for (let down = 0; down < one.rowSpan; down++) {
        for (let right = 0; right < one.columnSpan; right++)
          grid[row + down]![column + right] = down + right === 0 ? text : '';
      }
    }
  }
  return `${grid.map(cells => cells.join('\t')).join('\r\n')}\r\n`;
}
