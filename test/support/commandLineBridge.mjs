// A thread between a test, which waits, and the process that runs the command line for it.
import { fork } from 'node:child_process';
import { workerData } from 'node:worker_threads';

const { program, port, signal } = workerData;
let host;

/** A process that was asked for too much has ended; the next task gets another. */
function start() {
  host = fork(program, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  host.on('message', give);
  host.on('exit', code => {
    host = undefined;
    give({ status: code, out: '', error: '' });
  });
}

function give(answer) {
  port.postMessage(answer);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}

port.on('message', task => {
  if (task === undefined) {
    host?.removeAllListeners('exit');
    host?.kill();
    port.close();
    return;
  }
  if (host === undefined) start();
  host.send(task);
});
