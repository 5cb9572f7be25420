/** Encoding of the text files that are read; `auto` tells it by their bytes. */
export type Encoding = 'utf8' | 'gb18030' | 'auto';
