import { lookup } from 'node:dns/promises';
import { connect } from 'node:tls';
import type { Config } from '../config.ts';
import { endLine } from './machine.ts';
import { type Line, right, unseen, wrong } from './line.ts';

/** How a service is reached from outside; tests bring their own. */
export interface Reach {
  readonly fetch: typeof fetch;
  /** The addresses of a name. Throws where it has none. */
  readonly addresses: (host: string) => Promise<readonly string[]>;
  /** When the certificate of a host ends, and whether browsers trust it. Throws where nobody answers. */
  readonly certificate: (host: string, port: number) => Promise<{ readonly ends: Date; readonly trusted: boolean }>;
}

/** The world as it is. */
export const reach: Reach = {
  fetch: (...given) => fetch(...given),
  addresses: async host => (await lookup(host, { all: true })).map(({ address }) => address),
  certificate: (host, port) =>
    new Promise((resolve, reject) => {
      // Nothing is sent over it: whether the certificate is trusted is what is asked.
      const socket = connect({ host, port, servername: host, rejectUnauthorized: false, timeout: 10_000 }, () => {
        const { valid_to: until } = socket.getPeerCertificate();
        const trusted = socket.authorized;
        socket.destroy();
        resolve({ ends: new Date(until), trusted });
      });
      socket.once('error', reject);
      socket.once('timeout', () => socket.destroy(new Error('no answer')));
    })
};

const patience = 10_000;

/** The addresses under which a school's service is reached. */
export function originsOf({ outlook, bot, gmail, signatures }: Config): readonly string[] {
  return [...new Set([outlook?.origin, bot?.origin, gmail?.origin, signatures?.origin].filter(origin => origin !== undefined))];
}

/** What a service answers from outside: name, certificate, health, clock, pages, add-ins, bot. */
export async function outsideLines(config: Config, world: Reach, now: () => Date): Promise<readonly Line[]> {
  const origins = originsOf(config);
  if (origins.length === 0)
    return [
      unseen('origin', [
        'beadle.yaml names no address under which Beadle is reached.',
        'Nid yw beadle.yaml yn enwi cyfeiriad i gyrraedd Beadle.'
      ])
    ];
  return (await Promise.all(origins.map(origin => originLines(origin, config, world, now)))).flat();
}

async function originLines(origin: string, config: Config, world: Reach, now: () => Date): Promise<readonly Line[]> {
  const { hostname, port } = new URL(origin);
  const lines: Line[] = [await nameLine(hostname, world), await tlsLine(hostname, Number(port || 443), world, now())];
  const health = await asked(world, `${origin}/health`);
  if (!health) {
    lines.push(
      wrong(
        'health',
        ['{origin} does not answer from here.', 'Nid yw {origin} yn ateb o’r fan hon.'],
        [
          'Start «beadle serve», and put a web server with a certificate before it.',
          'Dechreuwch «beadle serve», a rhowch weinydd gwe â thystysgrif o’i flaen.'
        ],
        { origin }
      ),
      unseen(
        'pages',
        ['Pages, add-ins and bot at {origin} could not be looked at.', 'Ni ellid edrych ar dudalennau, ategion a bot yn {origin}.'],
        undefined,
        { origin },
        true
      )
    );
    return lines;
  }
  lines.push(
    health.status === 200 && health.text.includes('"alive"')
      ? right('health', ['{origin}/health says that the service lives.', 'Mae {origin}/health yn dweud bod y gwasanaeth yn fyw.'], {
          origin
        })
      : wrong(
          'health',
          ['{origin}/health answers {status}, and not as Beadle does.', 'Mae {origin}/health yn ateb {status}, ac nid fel Beadle.'],
          [
            'Look at the web server before it: it must hand everything on.',
            'Edrychwch ar y gweinydd gwe o’i flaen: rhaid iddo basio popeth ymlaen.'
          ],
          { origin, status: health.status }
        )
  );
  lines.push(clockLine(health.headers.get('date'), now(), origin));
  const ready = await asked(world, `${origin}/ready`);
  lines.push(
    ready?.status === 200
      ? right('ready', ['{origin}/ready says that it can work.', 'Mae {origin}/ready yn dweud y gall weithio.'], { origin })
      : wrong(
          'ready',
          ['{origin}/ready says that it cannot work now.', 'Mae {origin}/ready yn dweud na all weithio nawr.'],
          [
            'Look at the log: the database does not answer, or it is starting.',
            'Edrychwch ar y log: nid yw’r gronfa ddata yn ateb, neu mae’n cychwyn.'
          ],
          { origin }
        )
  );
  if (config.signatures) lines.push(await signLine(origin, world));
  if (config.outlook?.origin === origin) lines.push(...(await outlookLines(origin, world)));
  if (config.gmail?.origin === origin) lines.push(await guardedLine('gmail', `${origin}/gmail/home`, 'Gmail', world));
  if (config.bot?.origin === origin) lines.push(await guardedLine('bot', `${origin}/api/messages`, 'Teams', world));
  return lines;
}

async function asked(world: Reach, url: string, init: RequestInit = {}) {
  try {
    const response = await world.fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience), ...init });
    return { status: response.status, headers: response.headers, text: (await response.text()).slice(0, 100_000) };
  } catch {
    return undefined;
  }
}

async function nameLine(host: string, world: Reach): Promise<Line> {
  try {
    const found = await world.addresses(host);
    return right('name', ['{host} is known as {address}.', 'Mae {host} yn hysbys fel {address}.'], { host, address: found.join(', ') });
  } catch {
    return wrong(
      'name',
      ['The name {host} is not known from here.', 'Nid yw’r enw {host} yn hysbys o’r fan hon.'],
      ['Add it to the school’s DNS.', 'Ychwanegwch ef at DNS yr ysgol.'],
      { host }
    );
  }
}

async function tlsLine(host: string, port: number, world: Reach, now: Date): Promise<Line> {
  const renew = [
    'Renew it at the web server, and see that it renews itself.',
    'Adnewyddwch hi ar y gweinydd gwe, a gwnewch yn siŵr ei bod yn adnewyddu ei hun.'
  ] as const;
  try {
    const { ends, trusted } = await world.certificate(host, port);
    const line = endLine('certificate', ends, now, [`The certificate of ${host}`, `Tystysgrif ${host}`], renew);
    if (trusted || line.state === 'wrong') return line;
    return wrong(
      'certificate',
      ['Browsers do not trust the certificate of {host}.', 'Nid yw porwyr yn ymddiried yn nhystysgrif {host}.'],
      [
        'Take one of a public authority for exactly this name, with its chain.',
        'Defnyddiwch un gan awdurdod cyhoeddus ar gyfer yr union enw hwn, gyda’i chadwyn.'
      ],
      { host }
    );
  } catch {
    return wrong(
      'certificate',
      ['{host} gives no certificate on port {port}.', 'Nid yw {host} yn rhoi tystysgrif ar borth {port}.'],
      ['Start the web server, and open the port.', 'Dechreuwch y gweinydd gwe, ac agorwch y porth.'],
      { host, port }
    );
  }
}

function clockLine(date: string | null, now: Date, origin: string): Line {
  const theirs = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(theirs))
    return unseen('clock', ['{origin} does not say what time it is.', 'Nid yw {origin} yn dweud faint o’r gloch ydyw.'], undefined, {
      origin
    });
  const seconds = Math.round(Math.abs(theirs - now.getTime()) / 1000);
  return seconds <= 60
    ? right('clock', ['The clocks of {origin} and of this machine agree.', 'Mae clociau {origin} a’r peiriant hwn yn cytuno.'], { origin })
    : wrong(
        'clock',
        [
          'The clocks of {origin} and of this machine differ by {seconds} seconds.',
          'Mae clociau {origin} a’r peiriant hwn yn gwahaniaethu o {seconds} eiliad.'
        ],
        [
          'Switch on time synchronisation on both: tokens and signatures need the time.',
          'Trowch gydamseru amser ymlaen ar y ddau: mae angen yr amser ar docynnau a llofnodion.'
        ],
        { origin, seconds }
      );
}

async function signLine(origin: string, world: Reach): Promise<Line> {
  const page = await asked(world, `${origin}/sign`);
  const lacking = page && lacks(page.headers);
  if (page?.status !== 200 || !page.text.includes('/sign/files/page.js'))
    return wrong(
      'sign',
      ['{origin}/sign is not the page to sign on.', 'Nid {origin}/sign yw’r dudalen i lofnodi arni.'],
      ['Look at the web server before it, and at the log.', 'Edrychwch ar y gweinydd gwe o’i flaen, ac ar y log.'],
      { origin }
    );
  return lacking && lacking.length > 0
    ? wrong(
        'sign',
        ['{origin}/sign comes without what protects it: {lacking}.', 'Daw {origin}/sign heb yr hyn sy’n ei hamddiffyn: {lacking}.'],
        [
          'Let the web server hand on every header that Beadle sets.',
          'Gadewch i’r gweinydd gwe basio pob pennawd y mae Beadle yn ei osod ymlaen.'
        ],
        { origin, lacking: lacking.join(', ') }
      )
    : right('sign', ['{origin}/sign is there, with its headers.', 'Mae {origin}/sign yno, gyda’i phenawdau.'], { origin });
}

/** The headers of a page of ours that were taken off on the way. */
function lacks(headers: Headers): readonly string[] {
  return [
    ...(headers.get('content-security-policy')?.includes("default-src 'none'") ? [] : ['content-security-policy']),
    ...(headers.get('x-content-type-options') === 'nosniff' ? [] : ['x-content-type-options']),
    ...(headers.get('referrer-policy') === 'no-referrer' ? [] : ['referrer-policy'])
  ];
}

async function outlookLines(origin: string, world: Reach): Promise<readonly Line[]> {
  const files = [
    ['/outlook/commands.html', /^text\/html\b/],
    ['/outlook/launchevent.js', /^(?:text|application)\/javascript\b/],
    ['/outlook/icons/32.png', /^image\/png\b/]
  ] as const;
  const answers = await Promise.all(files.map(async ([path, type]) => ({ path, type, answer: await asked(world, origin + path) })));
  const spoilt = answers.filter(
    ({ type, answer }) =>
      answer?.status !== 200 ||
      !type.test(answer.headers.get('content-type') ?? '') ||
      answer.headers.get('cross-origin-resource-policy') !== 'cross-origin'
  );
  const allowed = await asked(world, `${origin}/.well-known/microsoft-officeaddins-allowed.json`);
  const policy = await asked(world, `${origin}/outlook/policy`);
  return [
    spoilt.length === 0
      ? right('outlook-files', [
          'Outlook’s files are there, of the right kind, and may be loaded by Outlook.',
          'Mae ffeiliau Outlook yno, o’r math cywir, a gall Outlook eu llwytho.'
        ])
      : wrong(
          'outlook-files',
          ['Not as Outlook needs them: {paths}.', 'Nid fel y mae Outlook eu hangen: {paths}.'],
          [
            'Let the web server hand on these files with their type and headers.',
            'Gadewch i’r gweinydd gwe basio’r ffeiliau hyn ymlaen gyda’u math a’u penawdau.'
          ],
          { paths: spoilt.map(({ path }) => path).join(', ') }
        ),
    allowed?.status === 200 && allowed.text.includes(`"${origin}/outlook/launchevent.js"`)
      ? right(
          'outlook-host',
          ['Classic Outlook is told this very address: {origin}.', 'Dywedir yr union gyfeiriad hwn wrth Outlook clasurol: {origin}.'],
          { origin }
        )
      : wrong(
          'outlook-host',
          [
            'The service at {origin} names another address for classic Outlook.',
            'Mae’r gwasanaeth yn {origin} yn enwi cyfeiriad arall ar gyfer Outlook clasurol.'
          ],
          [
            'Let «outlook.origin» be what the manifest names, and run «beadle manifests» again.',
            'Rhowch yn «outlook.origin» yr hyn y mae’r maniffest yn ei enwi, a rhedwch «beadle manifests» eto.'
          ],
          { origin }
        ),
    policy?.status === 401
      ? right('outlook-policy', ['Nobody gets the policy without signing in.', 'Nid oes neb yn cael y polisi heb fewngofnodi.'])
      : wrong(
          'outlook-policy',
          [
            'The policy for Outlook answers {status}, where it should answer 401.',
            'Mae’r polisi ar gyfer Outlook yn ateb {status}, lle dylai ateb 401.'
          ],
          ['Look at the web server before it, and at the log.', 'Edrychwch ar y gweinydd gwe o’i flaen, ac ar y log.'],
          { status: policy?.status ?? '–' }
        )
  ];
}

async function guardedLine(id: string, url: string, whose: string, world: Reach): Promise<Line> {
  const answer = await asked(world, url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  return answer?.status === 401
    ? right(id, ['{url} answers, and lets in nobody but {whose}.', 'Mae {url} yn ateb, heb adael neb ond {whose} i mewn.'], { url, whose })
    : wrong(
        id,
        [
          '{url} answers {status}, where whoever has no token should get 401.',
          'Mae {url} yn ateb {status}, lle dylai’r sawl heb docyn gael 401.'
        ],
        [
          'Look at the web server before it, and whether beadle.yaml that runs there is this one.',
          'Edrychwch ar y gweinydd gwe o’i flaen, ac ai’r beadle.yaml hwn sy’n rhedeg yno.'
        ],
        { url, status: answer?.status ?? '–' }
      );
}
