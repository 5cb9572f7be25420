/** Exit status after Ctrl+C. */
export const INTERRUPTED = 130;
/** Exit status where whoever reads the output has gone before all was done, as after `head`. */
export const NOBODY_READS = 141;
