import fc from 'fast-check';

/** Random tests try the same everywhere, and say the seed where one fails; `npm run fuzz` tries others. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20240115 });
