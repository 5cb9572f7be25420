#!/usr/bin/env node
// The program `annual-report-server` of the npm package: the language server, on standard input and output unless the
// editor says otherwise.
if (!process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe|help)\b/.test(argument)))
  process.argv.push('--stdio');
require('./server.js');
