#!/usr/bin/env node
// The program `annual-report-server` of the npm package: the language server, on standard input and output unless the
// editor says otherwise.
const { enableCompileCache } = require('node:module');

if (!process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe|help)\b/.test(argument)))
  process.argv.push('--stdio');
import('./engine.mjs').then(({ compileSmallIntoOthers, keepHeapSmall, optimiseLater }) => {
  optimiseLater();
  compileSmallIntoOthers();
  keepHeapSmall();
  // Half of a start is code to be compiled; Node 22.8 and later keep it. Under these flags alone: V8 compares them.
  enableCompileCache?.();
  return import('./serverMain.mjs');
});
