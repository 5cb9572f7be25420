import { aligned } from './aligned.ts';
import { cellPerLine } from './cellPerLine.ts';
import { delimited } from './delimited.ts';
import { grid } from './grid.ts';
import { html } from './html.ts';
import type { TableLayout } from './layout.ts';
import { markup } from './markup.ts';
import { pipe } from './pipe.ts';
import { tabbed } from './tabbed.ts';

/** The layouts in the order in which they are tried: those with markup first, those recognised by labels last. */
export const LAYOUTS: readonly TableLayout[] = [html, markup, grid, pipe, tabbed, delimited, aligned, cellPerLine];
