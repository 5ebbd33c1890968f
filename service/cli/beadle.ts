#!/usr/bin/env node
import type { Sink } from './command.ts';
import { main } from './main.ts';

const stop = new AbortController();
// What a service has in hand, signatures among them, it brings to its end; nobody waits at a keyboard for that.
const patience = process.argv[2] === 'serve' ? 60_000 : 3000;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort();
    // A command that waits for a keyboard or a slow disk does not see it: then it ends without its last words. A second Ctrl-C ends it at once.
    setTimeout(() => process.exit(130), patience).unref();
  });
}
for (const stream of [process.stdout, process.stderr]) {
  // The reader of a pipe went away (`beadle scan mail | head`): there is nobody left to tell.
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
}

process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: sinkOf(process.stdout),
  stderr: sinkOf(process.stderr),
  cwd: process.cwd(),
  env: process.env,
  now: () => new Date(),
  stop: stop.signal
});

function sinkOf(stream: NodeJS.WriteStream): Sink {
  return {
    isTTY: stream.isTTY === true,
    write: text =>
      new Promise(resolve => {
        if (stream.write(text)) resolve();
        else stream.once('drain', resolve);
      })
  };
}
