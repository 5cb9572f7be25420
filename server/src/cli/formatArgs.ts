import type { Command } from 'commander';

/** What `formats check`, `formats test` and `formats new` are asked for. */
export type FormatArgs =
  | { readonly command: 'formats'; readonly action: 'check'; readonly paths: readonly string[] }
  | { readonly command: 'formats'; readonly action: 'test'; readonly folder: string }
  | {
      readonly command: 'formats';
      readonly action: 'new';
      /** Name of the file without its ending, which becomes the edition's too. */
      readonly name: string;
      readonly force: boolean;
    };

/** Adds the commands for those who write format files. */
export function addFormatCommands(program: Command, take: (args: FormatArgs) => void): void {
  const formats = program.command('formats').description('补充格式的文件 / format files: docs/formats.md');
  formats
    .command('check')
    .description(
      '检查格式文件，错处写明行、列；一起写的可以互相扩展 / checks format files, which may extend each other, and names faults at their place',
    )
    .argument('<input...>', '文件或文件夹 / file or folder')
    .action((paths: string[]) => {
      take({ command: 'formats', action: 'check', paths });
    });
  formats
    .command('test')
    .description(
      '检查文件夹里的草稿，与草稿里 //! 行写明的结果比较 / checks drafts of a folder and compares with what their lines //! say',
    )
    .argument('<folder>', '文件夹 / folder')
    .action((folder: string) => {
      take({ command: 'formats', action: 'test', folder });
    });
  formats
    .command('new')
    .description('写一个可以照着改的格式文件 / writes a format file to begin with')
    .argument('<name>', '名称，如“临溪省”；写成 名称.annual-report-formats.json / name, as of a province')
    .option('--force', '覆盖已有的文件 / replace an existing file')
    .action((name: string, given: { readonly force?: boolean }) => {
      take({ command: 'formats', action: 'new', name, force: given.force === true });
    });
}
