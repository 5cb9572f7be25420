#!/usr/bin/env node
// The program `annual-report-server` of the npm package: the language server, on standard input and output unless the
// editor says otherwise.
const { enableCompileCache } = require('node:module');
const { setFlagsFromString } = require('node:v8');

if (!process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe|help)\b/.test(argument)))
  process.argv.push('--stdio');
// A heap may double before it is cleaned up, as in the extension: V8 of itself would let it grow fourfold.
setFlagsFromString('--heap-growing-percent=100');
// Half of a start is code to be compiled; Node 22.8 and later keep it. Under these flags alone: V8 compares them.
enableCompileCache?.();
import('./serverMain.mjs');
