import { createServer, type Socket } from 'node:net';

/** A mail as it arrived: the envelope and the message. */
export interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  readonly message: string;
}

/** A mail server of this machine, and how it behaves. */
export interface SmtpServer {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  /** What it answers to a command instead of what is right: `answer('RCPT', '550 5.1.1 <a@b> unknown')`; once for each call. */
  readonly answer: (command: string, line: string) => void;
  readonly close: () => Promise<void>;
}

/**
 * A mail server that is strict about RFC 5321: lines end in CRLF and have at most 998 octets, commands come in order, dots are stuffed, and there is no
 * octet above 127 that was not announced.
 */
export async function smtpServer(host = '127.0.0.1'): Promise<SmtpServer> {
  const arrived: Arrived[] = [];
  const refusals: { command: string; line: string }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    converse(socket, refusals, arrived);
  });
  await new Promise<void>(resolve => server.listen(0, host, resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://${host}:${port}`,
    arrived,
    answer: (command, line) => void refusals.push({ command, line }),
    close: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      })
  };
}

function converse(socket: Socket, refusals: { command: string; line: string }[], arrived: Arrived[]): void {
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  let state: 'new' | 'ready' | 'from' | 'to' | 'data' = 'new';
  let from = '';
  let to: string[] = [];
  let lines: string[] = [];
  let buffered = '';
  say('220 mail.school.example ESMTP');
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    buffered += chunk;
    for (let end = buffered.indexOf('\n'); end >= 0; end = buffered.indexOf('\n')) {
      const line = buffered.slice(0, end + 1);
      buffered = buffered.slice(end + 1);
      if (!line.endsWith('\r\n') || line.length > 1000) {
        say('500 5.5.2 lines end in CRLF and are not longer than 998 octets');
        socket.end();
        return;
      }
      hear(line.slice(0, -2));
    }
  });

  function hear(line: string): void {
    if (state === 'data') {
      if (line === '.') {
        const told = refused('.');
        if (told) say(told);
        else {
          arrived.push({ from, to, message: `${lines.join('\r\n')}\r\n` });
          say('250 2.0.0 taken');
        }
        state = 'ready';
      } else if (/[\x80-\xff]/.test(line)) {
        say('554 5.6.1 octets above 127 were not announced');
        socket.end();
      } else lines.push(line.startsWith('.') ? line.slice(1) : line);
      return;
    }
    const command = line.slice(0, 4).toUpperCase();
    const told = refused(command);
    if (told) return say(told);
    if (command === 'EHLO') {
      state = 'ready';
      return say('250-mail.school.example\r\n250 SIZE 10000000');
    }
    if (command === 'RSET' || command === 'NOOP') {
      state = 'ready';
      return say('250 2.0.0 well');
    }
    if (command === 'QUIT') {
      say('221 2.0.0 bye');
      socket.end();
      return;
    }
    const sender = /^MAIL FROM:<([^<>\s]*@[^<>\s]+)>/i.exec(line);
    if (sender && state === 'ready') {
      [state, from, to, lines] = ['from', sender[1]!, [], []];
      return say('250 2.1.0 well');
    }
    const recipient = /^RCPT TO:<([^<>\s]+@[^<>\s]+)>/i.exec(line);
    if (recipient && (state === 'from' || state === 'to')) {
      state = 'to';
      to.push(recipient[1]!);
      return say('250 2.1.5 well');
    }
    if (command === 'DATA' && state === 'to') {
      state = 'data';
      return say('354 go on');
    }
    say('503 5.5.1 not now');
  }

  function refused(command: string): string | undefined {
    const at = refusals.findIndex(refusal => refusal.command === command);
    return at < 0 ? undefined : refusals.splice(at, 1)[0]!.line;
  }
}
