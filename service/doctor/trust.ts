import { type Member, readMembers, type Trust } from '../trust.ts';
import { type Line, right, unseen, wrong } from './line.ts';
import type { Reach } from './outside.ts';

/** Milliseconds for which an answer is waited for, and how many schools are asked at once. */
const patience = 10_000;
const together = 8;

/** Each school of a trust in one line: whether its file is right, and whether it is served at its address. `seen` is told them in the order of the file. */
export async function trustLines(
  trust: Trust,
  { world, stop }: { readonly world: Pick<Reach, 'fetch'>; readonly stop: AbortSignal },
  seen: (lines: readonly Line[]) => Promise<void>
): Promise<readonly Line[]> {
  const members = await readMembers(trust);
  const all: Line[] = [];
  for (let from = 0; from < members.length && !stop.aborted; from += together) {
    const lines = await Promise.all(members.slice(from, from + together).map((member, i) => schoolLine(member, from + i + 1, world)));
    all.push(...lines);
    await seen(lines);
  }
  return all;
}

async function schoolLine({ file, read }: Member, number: number, world: Pick<Reach, 'fetch'>): Promise<Line> {
  if ('wrong' in read)
    return wrong(
      `school-${number}`,
      ['School {number} of trust.yaml cannot be served. {fault}', 'Ni ellir gwasanaethu ysgol {number} yn trust.yaml. {fault}'],
      [
        'Put {file} right, and send the service SIGHUP: it reads its files again.',
        'Cywirwch {file}, ac anfonwch SIGHUP at y gwasanaeth: bydd yn darllen ei ffeiliau eto.'
      ],
      { number, fault: read.wrong, file }
    );
  const { id, name, origins } = read;
  const [origin] = origins;
  if (origin === undefined)
    return unseen(
      `school-${id}`,
      ['{name} has no address at which it is served.', 'Nid oes gan {name} gyfeiriad lle y caiff ei gwasanaethu.'],
      undefined,
      { name }
    );
  const status = await statusOf(`${origin}/`, world);
  if (status === undefined)
    return wrong(
      `school-${id}`,
      ['{name} does not answer at {origin}.', 'Nid yw {name} yn ateb yn {origin}.'],
      [
        'Let its name lead to the service, and the web server before it take that name. «beadle doctor --school {file}» says more.',
        'Gwnewch i’w enw arwain at y gwasanaeth, ac i’r gweinydd gwe o’i flaen dderbyn yr enw hwnnw. Mae «beadle doctor --school {file}» yn dweud mwy.'
      ],
      { name, origin, file }
    );
  if (status === 421)
    return wrong(
      `school-${id}`,
      [
        'The service at {origin} does not know that {name} is reached there.',
        'Nid yw’r gwasanaeth yn {origin} yn gwybod y cyrhaeddir {name} yno.'
      ],
      [
        'Send it SIGHUP: it reads trust.yaml again. The web server before it must hand on the name that was asked for.',
        'Anfonwch SIGHUP ato: bydd yn darllen trust.yaml eto. Rhaid i’r gweinydd gwe o’i flaen basio’r enw y gofynnwyd amdano ymlaen.'
      ],
      { name, origin }
    );
  return status < 500
    ? right(`school-${id}`, ['{name} is served at {origin}.', 'Mae {name} yn cael ei gwasanaethu yn {origin}.'], { name, origin })
    : wrong(
        `school-${id}`,
        ['{name} cannot be served at this moment.', 'Ni ellir gwasanaethu {name} ar hyn o bryd.'],
        [
          '«beadle doctor --school {file}» looks at everything of it; the log of the service has the reason.',
          'Mae «beadle doctor --school {file}» yn edrych ar bopeth sy’n perthyn iddi; mae’r rheswm yn log y gwasanaeth.'
        ],
        { name, file }
      );
}

async function statusOf(url: string, world: Pick<Reach, 'fetch'>): Promise<number | undefined> {
  try {
    const response = await world.fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}
