import { openBot } from '../../../bot/bot.ts';
import { arrivedByGraph } from '../../../service/arrived.ts';
import { pump } from '../../../service/jobs/send.ts';
import { outboxOf } from '../../../service/outbox.ts';
import { conversationsOf } from '../../../service/store/conversations.ts';
import { openDatabase } from '../../../service/store/database.ts';
import { teamsCarrier } from '../../../service/teams-carrier.ts';
import { cardOf, deskWith, personNamed } from './school.ts';

/** A process of its own that sends what is due, until it is ended or killed: `sending-process.ts <options as JSON>`. */
export interface SendingOptions {
  /** The address of a database, or the folder of the built-in one, which runs already. */
  readonly database: string;
  readonly school: string;
  readonly serviceUrl: string;
  readonly graph?: string;
  readonly perSecond: number;
  readonly atOnce: number;
  readonly leaseMs: number;
  readonly deadline: number;
}

const options = JSON.parse(process.argv[2]!) as SendingOptions;
const { school } = options;
const { db } = await openDatabase(
  options.database.startsWith('/') ? { folder: options.database } : { url: options.database, folder: '' },
  school
);
const conversations = conversationsOf(db, school);
const personOf = (id: string) => Promise.resolve(personNamed(id, { id, entraId: id }));
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const bot = openBot({
  appId: '',
  tenantId: '',
  type: 'SingleTenant',
  development: true,
  commands: [],
  actions: [],
  desk: deskWith(),
  personOf,
  conversations,
  log,
  serviceUrl: options.serviceUrl,
  deadline: options.deadline
});
const { graph } = options;
const sending = pump({
  outbox: outboxOf(db, school),
  log,
  pollMs: 100,
  carriers: [
    teamsCarrier({
      bot,
      conversations,
      personOf,
      compose: () => Promise.resolve({ card: cardOf('Please read and sign'), summary: 'You have a message' }),
      ...(graph === undefined
        ? {}
        : {
            arrived: arrivedByGraph(
              async url => {
                const answer = await fetch(url);
                return { status: answer.status, body: await answer.json() };
              },
              '',
              graph
            )
          }),
      perSecond: options.perSecond,
      atOnce: options.atOnce,
      leaseMs: options.leaseMs
    })
  ]
});
process.stdout.write('ready\n');
process.on('SIGTERM', () => void sending.stop().then(() => process.exit(0)));
if (process.send) {
  setInterval(() => process.send!({ rss: process.memoryUsage().rss, heap: process.memoryUsage().heapUsed }), 1000).unref();
}
