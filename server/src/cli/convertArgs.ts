import { BUILT_IN_KINDS } from '../format/builtInKinds.ts';
import { YEAR } from '../format/reportNames.ts';
import { yearValue } from '../format/titleText.ts';
import { halfWidthDigits } from '../text/numerals.ts';
import { Option, type Command } from 'commander';
import type { Encoding } from './encoding.ts';
import type { FontSet } from '../documents/job.ts';

/** Forms that a document or draft is converted to. */
export type ConvertForm = 'md' | 'docx' | 'html' | 'print';

/** What `convert` is asked for; without an output, one text goes to standard output. */
export interface ConvertArgs {
  readonly command: 'convert';
  readonly inputs: readonly string[];
  readonly output: string | undefined;
  readonly to: ConvertForm | undefined;
  readonly force: boolean;
  readonly fonts: FontSet;
  readonly encoding: Encoding;
}

/** What `new` is asked for. */
export interface NewArgs {
  readonly command: 'new';
  /** Last year's report; undefined for one that is begun without. */
  readonly from: string | undefined;
  /** Id or name of the kind of report that is begun. */
  readonly kind: string | undefined;
  readonly year: number | undefined;
  /** What is written in its place and is no year. */
  readonly unknownYear: string | undefined;
  readonly body: string | undefined;
  readonly output: string | undefined;
  readonly force: boolean;
  readonly encoding: Encoding;
}

type Given = Readonly<Record<string, string | boolean | undefined>>;

/** Adds the commands that read and write documents. */
export function addDocumentCommands(program: Command, take: (args: ConvertArgs | NewArgs) => void): void {
  const output = '输出文件；已有的不覆盖 / output file; an existing one is not replaced';
  const force = '覆盖已有的文件 / replace existing files';
  const encoding = () =>
    new Option('--encoding <encoding>', '文本文件的编码 / encoding of text files')
      .choices(['utf8', 'gb18030', 'auto'])
      .default('auto');
  program
    .command('convert')
    .description(
      '文档与草稿互相转换：.docx .doc .wps .xlsx .xls .et .pdf .html 读成草稿，草稿写成 Word 或网页 / converts documents to drafts and drafts to Word or HTML',
    )
    .argument('<input...>', '文件 / file')
    .option('-o, --output <file>', output)
    .addOption(new Option('--to <form>', '转成 / form').choices(['md', 'docx', 'html', 'print']))
    .option('--force', force)
    .addOption(new Option('--fonts <set>', '字体 / typefaces').choices(['gb2312', 'windows']).default('gb2312'))
    .addOption(encoding())
    .action((inputs: string[], given: Given) => {
      take({
        command: 'convert',
        inputs,
        output: textOf(given['output']),
        to: given['to'] as ConvertForm | undefined,
        force: given['force'] === true,
        fonts: given['fonts'] as FontSet,
        encoding: given['encoding'] as Encoding,
      });
    });
  program
    .command('new')
    .description('新建报告：依据上年的，或写明是哪一种 / a new report: from last year’s, or of a kind that is named')
    .option('--from <file>', '上年的报告 / last year’s report')
    .option(
      '--kind <name>',
      `没有上年报告的：哪一种，如${BUILT_IN_KINDS.map(({ name }) => name).join('、')}，或格式文件里的名称 / without last year’s: which kind, by name or id`,
    )
    .option('--year <year>', '报告年度；默认为上年加一 / report year; default: the year after')
    .option('--body <name>', '单位名称；默认与上年报告相同 / public body; default: that of last year’s report')
    .option('-o, --output <file>', output)
    .option('--force', force)
    .addOption(encoding())
    .action((given: Given) => {
      take({
        command: 'new',
        from: textOf(given['from']),
        kind: textOf(given['kind']),
        ...yearOf(textOf(given['year'])),
        body: textOf(given['body']),
        output: textOf(given['output']),
        force: given['force'] === true,
        encoding: given['encoding'] as Encoding,
      });
    });
}

function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const YEAR_ALONE = new RegExp(`^${YEAR}(?:年度?)?$`);

/** 2024, ２０２４, 二〇二四, 2024年度; what is none of these is kept as it is written. */
function yearOf(written: string | undefined): Pick<NewArgs, 'year' | 'unknownYear'> {
  const text = written?.trim() ?? '';
  if (written === undefined || !YEAR_ALONE.test(text)) return { year: undefined, unknownYear: written };
  return { year: yearValue(halfWidthDigits(text.replace(/年度?$/, ''))), unknownYear: undefined };
}
