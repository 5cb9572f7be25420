import { readSheets } from './read/xlsx.ts';
import { writeSheets } from './write/workbook.ts';

/** What needs the library for workbooks; it lies in a bundle of its own with it. */
export const workbookLibrary = { readSheets, writeSheets };
