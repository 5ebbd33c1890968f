import { vendorNames } from '../../core/report/item.ts';
import type { ReportData } from '../../core/report/report.ts';
import { checks as everyCheck } from '../../core/tenant/checks/index.ts';
import type { Streams, Vendor } from '../../core/tenant/snapshot.ts';
import type { Audited } from '../auditing.ts';
import type { AuditSettings } from '../config-audit.ts';
import { failure } from '../failure.ts';
import { nearest } from '../nearest.ts';
import { readSchool } from '../school.ts';
import type { Run } from '../store/audits.ts';
import type { Outside } from '../tenants.ts';
import { stopped } from './check.ts';
import { columns } from './columns.ts';
import { command, type Command, type Io } from './command.ts';
import { number, renewing } from './progress.ts';

/** `beadle audit`: reads the settings of the school's tenants, keeps what it found and says it. `world`: how tenants are reached, in tests. */
export function auditIn(world?: Outside): Command {
  return command({
    path: 'audit',
    summary: 'read the password and device settings of the school’s Microsoft 365 or Google Workspace, and say what to put right',
    details:
      'Reads only; nothing is ever changed. What it found is kept, so that the next audit can say what changed; «beadle report» writes it for other readers.\n' +
      'The environment says how Beadle proves itself: BEADLE_GRAPH_SECRET, BEADLE_GRAPH_CERTIFICATE, BEADLE_GRAPH_ASSERTION_FILE or\n' +
      'BEADLE_GRAPH_MANAGED_IDENTITY=1 for Microsoft, BEADLE_GOOGLE_KEY for Google. «beadle permissions» lists the rights it needs.\n' +
      'Exit code: 0 everything that can be seen is as the school decided, 1 something is to be put right, 2 something could not be read.',
    arguments: [],
    options: {
      school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
      check: { kind: 'value', of: 'CHECK', says: 'this check alone; nothing is kept' },
      dry: { kind: 'flag', says: 'say which checks would run and what they would read; ask nobody' },
      json: { kind: 'flag', says: 'print one JSON object' },
      lang: { kind: 'value', of: 'LANG', says: 'the language of the report', choices: ['en', 'cy'], default: 'en' }
    },
    examples: [
      { line: 'beadle audit', says: 'everything that is switched on' },
      { line: 'beadle audit --check second-factor-missing', says: 'one check, to see whether it is mended' },
      { line: 'beadle audit --dry', says: 'what would be read' },
      { line: 'beadle audit --json > audit.json', says: 'for another program' }
    ],
    run: async (_args, { school: file, check, dry, json, lang }, io) => {
      const { auditedSchool, auditReady, openAuditing } = await import('../auditing.ts');
      const audited = auditedSchool(await readSchool(file, io));
      const { settings } = audited;
      const only = check === undefined ? undefined : [checkNamed(check, settings)];
      if (dry) {
        await io.stdout.write(await planOf(audited, only, io));
        return 0;
      }
      const [{ readEnvironment }, { reportDataOf }, { reportText }, { livingAudit }] = await Promise.all([
        import('../environment.ts'),
        import('../report-data.ts'),
        import('../reports.ts'),
        import('../tab/settings.ts')
      ]);
      const telling = progressOn(io);
      // What the environment lacks is said before a database is started; a database that is not there, before half an hour of reading.
      const begin = await auditReady(audited, {
        environment: readEnvironment(io.env, io.cwd),
        now: io.now,
        stop: io.stop,
        world,
        progress: telling.show,
        ...(only && { only })
      });
      const auditing = await openAuditing(audited, io);
      try {
        const { settings: decided } = await livingAudit(auditing);
        const runs = await begin(decided.accepted);
        await telling.done();
        if (io.stop.aborted) return stopped;
        const earlier = await auditing.audits.last(auditing.tenants);
        if (!only) await auditing.audits.add(runs);
        const compared = runs.map(run => {
          const before = earlier.find(each => each.run.vendor === run.vendor && each.run.tenant === run.tenant)?.run;
          return { run, ...(before && { before }) };
        });
        const data = await reportDataOf(auditing, compared, lang);
        await io.stdout.write(reportText(json ? 'json' : 'text', only ? alone(data) : data, 'it', lang));
        return codeOf(runs);
      } finally {
        await auditing.close();
      }
    }
  });
}

/** `beadle audit`. */
export const audit = auditIn();

/** 2 where something did not arrive or may not be read, 1 where something is to be put right. */
function codeOf(runs: readonly Run[]): number {
  const unread = ['incomplete', 'not-permitted', 'error'];
  if (runs.some(({ results }) => results.some(({ state }) => unread.includes(state)))) return 2;
  return runs.some(({ counts }) => counts.wrong > 0) ? 1 : 0;
}

/** What a check says by itself, without all that a report has besides. */
function alone(data: ReportData): ReportData {
  const { map: _, ...rest } = data;
  return { ...rest, signed: [], mail: [], past: [] };
}

function checkNamed(id: string, settings: AuditSettings): string {
  const known = everyCheck.map(each => each.id);
  if (!known.includes(id)) {
    const near = nearest(id, known);
    throw failure(
      'wrong-use',
      `There is no check «${id}».${near === undefined ? ' «beadle rule» lists them.' : ` Did you mean «${near}»?`}`
    );
  }
  if (settings.off.includes(id))
    throw failure('wrong-use', `The check «${id}» is switched off: it stands under «audit.off» in beadle.yaml.`);
  const { vendors } = everyCheck.find(each => each.id === id)!;
  if (!vendors.some(vendor => settings[vendor])) {
    const names = vendors.map(vendor => vendorNames[vendor]).join(', ');
    throw failure('wrong-use', `The check «${id}» is for ${names}, of which beadle.yaml names no tenant under «audit:».`);
  }
  return id;
}

/** Which checks would run at which tenant, and by which rights. */
async function planOf({ school, settings }: Audited, only: readonly string[] | undefined, io: Io): Promise<string> {
  const [{ checksOn, checksRunning, todayAt }, { tenantsOf }, { needsOf }] = await Promise.all([
    import('../auditing.ts'),
    import('../tenants.ts'),
    import('../permissions.ts')
  ]);
  const chosen = ({ id }: { readonly id: string }): boolean => !only || only.includes(id);
  const running = checksRunning(settings, todayAt(school, io.now())).filter(chosen);
  const waiting = checksOn(settings).filter(each => chosen(each) && !running.includes(each));
  return tenantsOf(settings)
    .map(tenant => {
      const here = running.filter(({ vendors }) => vendors.includes(tenant.vendor));
      const held = waiting.filter(({ vendors }) => vendors.includes(tenant.vendor));
      return [
        `${vendorNames[tenant.vendor]}, ${tenant.id}: ${here.length} checks would run.\n\n`,
        columns(
          [...here, ...held].map(each => [[each.id], [each.title.en], [held.includes(each) ? 'waits for its line under «dpia»' : '']])
        ),
        `\nThey need:\n${columns(needsOf(tenant, here).map(({ right, checks }) => [[right.name], [`${checks.length} checks`]]))}`
      ].join('');
    })
    .join('\n');
}

/** A line on stderr that says how far the reading has come. */
function progressOn(io: Io): {
  readonly show: (vendor: Vendor, stream: keyof Streams, seen: number) => void;
  readonly done: () => Promise<void>;
} {
  const line = renewing(io);
  const seen = new Map<string, number>();
  let last: Promise<void> = Promise.resolve();
  const words: { readonly [S in keyof Streams]: string } = {
    accounts: 'accounts',
    signIns: 'sign-ins',
    secondFactors: 'second factors',
    devices: 'devices',
    mailboxes: 'mailboxes'
  };
  return {
    show: (vendor, stream, count) => {
      seen.set(`${vendor} ${stream}`, count);
      const said = [...seen].map(([of, many]) => `${number(many)} ${words[of.split(' ')[1] as keyof Streams]}`).join(', ');
      last = last.then(() => line.show(ms => `${said} read, ${Math.round(ms / 1000)} s`));
    },
    done: async () => {
      await last;
      await line.clear();
    }
  };
}
