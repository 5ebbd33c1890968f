import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { commands } from '../../service/cli/commands.ts';
import { keyFiles } from '../../service/key-files.ts';
import { type ArmScope, type ArmValue, armId, armValue } from '../support/arm.ts';
import { schoolWith } from '../support/cli.ts';
import { freshDatabase } from '../support/database.ts';

const text = (path: string): string => readFileSync(join('infra', path), 'utf8');

/** The names that service/environment.ts reads. */
const known = [
  ...readFileSync('service/environment.ts', 'utf8')
    .split('const shape')[1]!
    .matchAll(/^ {2}([A-Z][A-Z_]+):/gm)
].map(([, name]) => name!);
/** Where the image and the unit put things. */
const port = 8080;
const grace = Number(/serve' \? (\d[\d_]*) :/.exec(readFileSync('service/cli/beadle.ts', 'utf8'))![1]!.replace(/_/g, '')) / 1000;

interface Step {
  readonly name: string;
  readonly rest: string;
}

/** The instructions of a Dockerfile, by stage; comments and the ends of lines that go on are gone. */
function stagesIn(source: string): readonly { readonly from: string; readonly as: string | undefined; readonly steps: readonly Step[] }[] {
  const lines = source
    .split('\n')
    .filter(line => !/^\s*#/.test(line))
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter(line => line.trim() !== '');
  const stages: { from: string; as: string | undefined; steps: Step[] }[] = [];
  for (const line of lines) {
    const [, name, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? assert.fail(`is no instruction: ${line}`);
    assert.ok(
      ['FROM', 'RUN', 'COPY', 'ENV', 'USER', 'WORKDIR', 'EXPOSE', 'STOPSIGNAL', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD'].includes(name!),
      name
    );
    if (name === 'FROM') {
      const [, from, as] = /^(\S+)(?: AS (\S+))?$/.exec(rest!) ?? assert.fail(rest);
      stages.push({ from: from!, as, steps: [] });
    } else stages.at(-1)!.steps.push({ name: name!, rest: rest!.trim() });
  }
  return stages;
}

describe('infra: the image', () => {
  const stages = stagesIn(text('Dockerfile'));
  const last = stages.at(-1)!;
  const of = (name: string): readonly string[] => last.steps.filter(step => step.name === name).map(({ rest }) => rest);

  it('stands on slim Debian with Node 24 in every stage: the built-in database does not run on Alpine', () => {
    assert.deepEqual(
      stages.map(({ from }) => from),
      ['node:24-bookworm-slim', 'node:24-bookworm-slim', 'node:24-bookworm-slim']
    );
  });

  it('runs as nobody in particular, by a number that an orchestrator can check', () => {
    const [user] = of('USER');
    assert.match(user!, /^[1-9]\d{3,}:[1-9]\d{3,}$/);
    // initdb refuses a user without a name, and a package asks for a home.
    assert.match(of('RUN').join(), new RegExp(`useradd --uid ${user!.split(':')[0]!} .* beadle`));
    assert.match(of('ENV').join(), /HOME=\/tmp/);
    assert.ok(last.steps.findIndex(({ name }) => name === 'USER') > last.steps.findLastIndex(({ name }) => name === 'RUN'));
  });

  it('holds nothing that builds or installs, and no source', () => {
    for (const run of of('RUN')) assert.doesNotMatch(run, /npm (?:ci|install|i )|apt-get|curl|wget|git /);
    assert.match(of('RUN').join(), /rm -rf .*\/node_modules .*npm .*npx .*corepack/);
    assert.deepEqual(of('COPY'), ['--from=packages /packages/node_modules /app/node_modules', '--from=build /build/dist /app/dist']);
    const packages = stages.find(({ as }) => as === 'packages')!;
    assert.match(packages.steps.map(({ rest }) => rest).join('\n'), /npm ci --omit=dev --ignore-scripts/);
  });

  it('copies only what there is, from stages that come before, and the ignore file lets all of it in', () => {
    const let_in = new Set(
      text('Dockerfile.dockerignore')
        .split('\n')
        .flatMap(line => (line.startsWith('!') ? [line.slice(1)] : []))
    );
    const used = new Set<string>();
    stages.forEach(({ steps }, i) => {
      for (const { name, rest } of steps) {
        if (name !== 'COPY') continue;
        const words = rest.split(/\s+/);
        const from = /^--from=(.+)$/.exec(words[0]!)?.[1];
        if (from !== undefined) {
          assert.ok(
            stages.slice(0, i).some(({ as }) => as === from),
            rest
          );
          continue;
        }
        for (const source of words.slice(0, -1)) {
          assert.ok(existsSync(source), source);
          used.add(source);
        }
      }
    });
    assert.deepEqual([...used].sort(), [...let_in].sort());
    // Every folder in which the build finds the beginning of a bundle.
    for (const [, folder] of readFileSync('build.mjs', 'utf8').matchAll(/entryPoints: \[?\{?[^\]}]*?'([a-z]+)\//g))
      assert.ok(used.has(folder!), folder);
    for (const name of keyFiles) assert.ok(text('Dockerfile.dockerignore').includes(`**/${name}\n`), name);
  });

  it('serves on the port that it names, and is asked there whether it is ready', () => {
    assert.deepEqual(of('EXPOSE'), [String(port)]);
    assert.deepEqual(JSON.parse(of('CMD')[0]!), ['serve', '--host', '0.0.0.0', '--port', String(port)]);
    assert.match(of('HEALTHCHECK')[0]!, new RegExp(`CMD \\["node".*http://127\\.0\\.0\\.1:${port}/ready`));
    assert.deepEqual(JSON.parse(of('ENTRYPOINT')[0]!), ['node', '--env-file-if-exists=/run/secrets/beadle.env', '/app/dist/beadle.mjs']);
    assert.deepEqual(of('STOPSIGNAL'), ['SIGTERM']);
  });

  it('holds no secret', () => assert.doesNotMatch(text('Dockerfile'), /PASSWORD|SECRET=|TOKEN|DATABASE_URL|ARG /));
});

interface Service {
  readonly [key: string]: unknown;
  readonly image: string;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly depends_on?: { readonly [name: string]: { readonly condition: string } };
  readonly environment?: { readonly [name: string]: string };
}

describe('infra: compose', () => {
  const file = parse(text('compose.yaml'), { merge: true }) as {
    readonly services: { readonly [name: string]: Service };
    readonly networks: { readonly [name: string]: unknown };
    readonly volumes: { readonly [name: string]: unknown };
    readonly secrets: { readonly [name: string]: { readonly file: string } };
  };
  const services = Object.entries(file.services);

  it('names nothing that is not there, and nothing in vain', () => {
    const used = { networks: new Set<string>(), volumes: new Set<string>(), secrets: new Set<string>() };
    for (const [, service] of services) {
      for (const name of service.networks ?? []) used.networks.add(name);
      for (const name of service.secrets ?? []) used.secrets.add(name);
      for (const volume of service.volumes ?? []) {
        const [source] = volume.split(':');
        if (!source!.startsWith('.')) used.volumes.add(source!);
        else if (/\.sh$/.test(source!)) assert.ok(existsSync(join('infra', source!)), source);
      }
      for (const name of Object.keys(service.depends_on ?? {})) assert.ok(file.services[name], name);
    }
    for (const kind of ['networks', 'volumes', 'secrets'] as const)
      assert.deepEqual([...used[kind]].sort(), Object.keys(file[kind]).sort());
  });

  for (const [name, service] of services) {
    it(`gives ${name} no more than it needs`, () => {
      assert.equal(service['read_only'], true);
      assert.deepEqual([service['security_opt'], service['cap_drop']], [['no-new-privileges:true'], ['ALL']]);
      assert.ok(service.tmpfs!.some(each => each.split(':')[0] === '/tmp'));
      if (name !== 'database') assert.deepEqual([service['user'], service['init'], service['cap_add']], ['10001:10001', true, undefined]);
      assert.doesNotMatch(JSON.stringify(service.environment ?? {}), /postgresql:|"[A-Z_]*(?:PASSWORD|SECRET|TOKEN)"/);
      assert.ok(['unless-stopped', 'no', undefined].includes(service['restart'] as string));
    });
  }

  it('lets nobody but this machine in, and nobody at all to the database', () => {
    assert.deepEqual(file.services['beadle']!.ports, [`127.0.0.1:${port}:${port}`]);
    assert.equal(file.services['database']!.ports, undefined);
    assert.deepEqual([file.services['database']!.networks, file.networks['inside']], [['inside'], { internal: true }]);
    assert.equal(file.services['drill']!['network_mode'], 'none');
  });

  it('waits until the database answers, and gives the service the time it takes to end', () => {
    assert.deepEqual(file.services['beadle']!.depends_on, { database: { condition: 'service_healthy' } });
    assert.ok(Number.parseInt(String(file.services['beadle']!['stop_grace_period']), 10) > grace);
    assert.match(JSON.stringify(file.services['database']!['healthcheck']), /pg_isready/);
  });

  it('puts the school and its secrets where the image looks for them', () => {
    const of = (name: string): readonly string[] => file.services[name]!.volumes!.map(volume => volume.split(':')[1]!);
    assert.deepEqual(of('beadle'), ['/school', '/data', '/backups']);
    assert.ok(file.services['beadle']!.secrets!.includes('beadle.env'));
    const url = new URL(/^DATABASE_URL=(.*)$/m.exec(text('beadle.env.example'))![1]!);
    assert.deepEqual(
      [url.hostname, url.username, url.pathname],
      ['database', file.services['database']!.environment!['POSTGRES_USER'], `/${file.services['database']!.environment!['POSTGRES_DB']!}`]
    );
  });
});

/** A unit of systemd: the values of each key, by section. */
function unitIn(source: string): { readonly [section: string]: { readonly [key: string]: readonly string[] } } {
  const unit: { [section: string]: { [key: string]: string[] } } = {};
  let section = '';
  for (const line of source.split('\n')) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const heading = /^\[(\w+)\]$/.exec(line)?.[1];
    if (heading !== undefined) {
      unit[(section = heading)] ??= {};
      continue;
    }
    const [, key, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? assert.fail(`is no line of a unit: ${line}`);
    (unit[section]![key!] ??= []).push(value!);
  }
  return unit;
}

describe('infra: systemd', () => {
  const names = readdirSync('infra/systemd').filter(name => /\.(?:service|timer)$/.test(name));
  const units = Object.fromEntries(names.map(name => [name, unitIn(text(`systemd/${name}`))]));
  const services = names.filter(name => name.endsWith('.service'));

  it('has a service for every timer', () => {
    const timers = names.filter(name => name.endsWith('.timer'));
    assert.deepEqual(timers.sort(), ['beadle-backup.timer', 'beadle-drill.timer']);
    for (const timer of timers) assert.ok(units[timer.replace('.timer', '.service')], timer);
  });

  for (const name of services) {
    it(`shuts ${name} in, as its own user`, () => {
      const { Service: of = {} } = units[name]!;
      assert.deepEqual(of['User'], ['beadle']);
      for (const key of ['NoNewPrivileges', 'ProtectHome', 'PrivateTmp', 'PrivateDevices', 'ProtectKernelModules', 'RestrictSUIDSGID'])
        assert.deepEqual(of[key], ['yes'], key);
      assert.deepEqual([of['ProtectSystem'], of['CapabilityBoundingSet']], [['strict'], ['']]);
      // It would end Node, which compiles while it runs.
      assert.equal(of['MemoryDenyWriteExecute'], undefined);
      assert.deepEqual(of['KillMode'], ['mixed']);
    });
  }

  it('gives the service the time it takes to end, and serves on the port that everybody else means', () => {
    const { Service: of = {} } = units['beadle.service']!;
    assert.ok(Number(of['TimeoutStopSec']![0]) > grace);
    assert.match(of['ExecStart']![0]!, new RegExp(`^/usr/bin/node /opt/beadle/dist/beadle\\.mjs serve --port ${port}$`));
  });

  it('takes backups where the drill looks for them, of the school that is served', () => {
    const { WorkingDirectory: school } = units['beadle.service']!['Service']!;
    const [, folder, to] = units['beadle-backup.service']!['Service']!['ExecStart']![0]!.split(' ');
    assert.equal(folder, school![0]);
    assert.equal(units['beadle-drill.service']!['Service']!['ExecStart']![0], `/opt/beadle/infra/drill.sh ${to!}`);
    assert.deepEqual(
      units['beadle-backup.service']!['Service']!['EnvironmentFile'],
      units['beadle.service']!['Service']!['EnvironmentFile']
    );
    assert.deepEqual(units['beadle-backup.service']!['Service']!['Environment'], units['beadle.service']!['Service']!['Environment']);
  });

  it('is understood by systemd itself, where there is one', () => {
    if (!existsSync('/usr/bin/systemd-analyze')) return;
    const folder = mkdtempSync(join(tmpdir(), 'beadle-units-'));
    try {
      for (const name of names) {
        // The programs lie here instead of where a machine has them.
        const here = text(`systemd/${name}`)
          .replace(/\/opt\/beadle\/infra/g, join(process.cwd(), 'infra'))
          .replace('/usr/bin/node', process.execPath);
        writeFileSync(join(folder, name), here.replace(/^Documentation=.*\n/m, ''));
      }
      const { status, stderr } = spawnSync(
        'systemd-analyze',
        ['verify', '--man=no', '--recursive-errors=no', ...names.map(name => join(folder, name))],
        {
          encoding: 'utf8'
        }
      );
      assert.deepEqual([status, stderr.split('\n').filter(line => line.includes(folder) || /^beadle/.test(line))], [0, []]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

interface ArmTemplate {
  readonly parameters: {
    readonly [name: string]: {
      readonly type: string;
      readonly defaultValue?: ArmValue;
      readonly metadata: { readonly description: string };
    };
  };
  readonly variables: { readonly [name: string]: string };
  readonly resources: readonly {
    readonly [key: string]: unknown;
    readonly type: string;
    readonly apiVersion: string;
    readonly name: string;
    readonly scope?: string;
    readonly dependsOn?: readonly string[];
  }[];
  readonly outputs: { readonly [name: string]: { readonly value: string } };
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [...(key.startsWith('[') ? [key] : []), ...stringsIn(each)]);
}

describe('infra: Azure', () => {
  const template = JSON.parse(text('azure/template.json')) as ArmTemplate;
  const used = { parameters: new Set<string>(), variables: new Set<string>() };
  /** Reads one string of the template; `named` collects the resources that it names. */
  function read(expression: string, named: (id: string, by: string) => void = () => {}): ArmValue {
    const scope: ArmScope = {
      parameter: name => {
        used.parameters.add(name);
        const found = template.parameters[name] ?? assert.fail(`there is no parameter «${name}»`);
        const value = found.defaultValue ?? (found.type === 'int' ? 1 : found.type === 'bool' ? true : `the-${name}`);
        return typeof value === 'string' ? armValue(value, scope) : value;
      },
      variable: name => {
        used.variables.add(name);
        return armValue(template.variables[name] ?? assert.fail(`there is no variable «${name}»`), scope);
      },
      named
    };
    return armValue(expression, scope);
  }
  const idOf = ({ type, name, scope }: ArmTemplate['resources'][number]): string => {
    const own = armId(type, String(read(name)).split('/'));
    return scope === undefined ? own : `${String(read(scope))}|${own}`;
  };
  const ids = template.resources.map(idOf);
  /** What is there before: the registry of the image. */
  const before = ['Microsoft.ContainerRegistry/registries:the-registry'];

  it('has every resource once', () => assert.equal(new Set(ids).size, ids.length));

  it('names no resource, parameter or variable that is not there', () => {
    const subnets = template.resources
      .filter(({ type }) => type === 'Microsoft.Network/virtualNetworks')
      .flatMap(each =>
        (each['properties'] as { readonly subnets: readonly { readonly name: string }[] }).subnets.map(({ name }) =>
          armId('Microsoft.Network/virtualNetworks/subnets', [String(read(each.name)), name])
        )
      );
    const all = new Set([...ids, ...subnets, ...before]);
    for (const expression of stringsIn(template)) read(expression, id => assert.ok(all.has(id), `«${id}» is not there, in ${expression}`));
    for (const each of template.resources) for (const needed of each.dependsOn ?? []) assert.ok(ids.includes(String(read(needed))), needed);
  });

  it('has no parameter or variable in vain', () => {
    stringsIn(template).forEach(each => read(each));
    assert.deepEqual([...used.parameters].sort(), Object.keys(template.parameters).sort());
    assert.deepEqual([...used.variables].sort(), Object.keys(template.variables).sort());
  });

  it('waits for every resource whose id it uses', () => {
    for (const each of template.resources) {
      const depends = (each.dependsOn ?? []).map(needed => String(read(needed)).split('|')[0]!);
      for (const expression of stringsIn({ ...each, dependsOn: [], name: '' })) {
        read(expression, (id, by) => {
          const parent = id.replace(/^(Microsoft\.Network\/virtualNetworks)\/subnets:([^/]+)\/.*$/, '$1:$2');
          // Azure waits by itself for what is asked by reference().
          const waits =
            by === 'reference' ||
            before.includes(id) ||
            expression.includes(`reference(`) ||
            depends.some(one => one === parent || one.startsWith(`${parent}/`));
          const through = depends.some(one => one.split(':')[1]!.split('/')[0] === parent.split(':')[1]);
          assert.ok(waits || through, `${each.type} does not wait for ${id}`);
        });
      }
    }
  });

  it('keeps every secret in the vault and hides it in the deployment', () => {
    for (const [name, { type }] of Object.entries(template.parameters))
      assert.equal(type === 'securestring', /password|smtp|token/i.test(name), name);
    const app = template.resources.find(({ type }) => type === 'Microsoft.App/containerApps')!;
    assert.ok(!stringsIn(app).some(each => /parameters\('(?:\w*[pP]assword|smtpUrl|metricsToken)'\)/.test(each)));
    assert.deepEqual(
      stringsIn(template.outputs).filter(each => /assword|listKeys|oken/.test(each)),
      []
    );
  });

  it('asks the app on the port of the image, gives it time to end, and registers the bot for one tenant', () => {
    const app = JSON.stringify(template.resources.find(({ type }) => type === 'Microsoft.App/containerApps'));
    assert.deepEqual(
      [...app.matchAll(/"(?:port|targetPort)":(\d+)/g)].map(([, each]) => Number(each)),
      [port, port, port, port]
    );
    assert.ok(Number(/"terminationGracePeriodSeconds":(\d+)/.exec(app)![1]) > grace);
    const bot = template.resources.find(({ type }) => type === 'Microsoft.BotService/botServices')!['properties'] as {
      readonly [key: string]: string;
    };
    assert.equal(bot['msaAppType'], 'SingleTenant');
    assert.equal(read(bot['endpoint']!), 'https://the-hostName/api/messages');
  });

  it('has an example for the parameters that it has, without a secret', () => {
    const { parameters } = JSON.parse(text('azure/parameters.example.json')) as {
      readonly parameters: { readonly [name: string]: unknown };
    };
    for (const name of Object.keys(parameters))
      assert.ok(template.parameters[name] && template.parameters[name].type !== 'securestring', name);
    for (const [name, { type, defaultValue }] of Object.entries(template.parameters))
      assert.equal(name in parameters, type !== 'securestring' && defaultValue === undefined, name);
  });

  const wrong: readonly (readonly [string, RegExp])[] = [
    ["[parameters('none')]", /there is no parameter/],
    ["[resourceId('Microsoft.KeyVault/vaults', 'a', 'b')]", /takes 1 names, not 2/],
    ["[format('{1}', 'a')]", /\{1\} has no value/],
    ["[concat('a')]", /concat\(\) is not known/],
    ["[variables('app')", /is not closed/],
    ["[variables('app'))]", /goes on behind its end/]
  ];
  for (const [expression, sentence] of wrong)
    it(`is read by a reader that refuses ${expression}`, () => assert.throws(() => read(expression), sentence));
});

interface CloudRun {
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly image: string;
          readonly ports: readonly { readonly containerPort: number }[];
          readonly env: readonly {
            readonly name: string;
            readonly value?: string;
            readonly valueFrom?: { readonly secretKeyRef: { readonly name: string } };
          }[];
          readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
        }[];
        readonly volumes: readonly { readonly name: string; readonly secret?: { readonly secretName: string } }[];
      };
    };
  };
}

describe('infra: Google Cloud', () => {
  const { containers, volumes } = (parse(text('google/service.yaml')) as CloudRun).spec.template.spec;
  const [container] = containers;

  it('serves on the port of the image, and mounts what it names', () => {
    assert.deepEqual(container!.ports, [{ name: 'http1', containerPort: port }]);
    assert.deepEqual(container!.volumeMounts.map(({ name }) => name).sort(), volumes.map(({ name }) => name).sort());
    assert.deepEqual(
      [...text('google/service.yaml').matchAll(/ port: (\d+)/g)].map(([, each]) => Number(each)),
      [port, port]
    );
  });

  it('takes only secrets that its commands make, each of them, and none as plain words', () => {
    const taken = [
      ...container!.env.flatMap(({ valueFrom }) => (valueFrom ? [valueFrom.secretKeyRef.name] : [])),
      ...volumes.flatMap(({ secret }) => (secret ? [secret.secretName] : []))
    ];
    const made = [...text('google/setup.sh').matchAll(/(?:\| |^)secret (beadle-[a-z-]+)/gm)].map(([, name]) => name!);
    assert.deepEqual(taken.sort(), made.sort());
    for (const { name, value } of container!.env) if (/URL|TOKEN|PASSWORD|SECRET/.test(name)) assert.equal(value, undefined, name);
  });

  it('lets the key of Google’s service account be read by its owner alone, where the service looks for it', () => {
    const mount = container!.volumeMounts.find(({ name }) => name === 'google-key')!;
    const volume = volumes.find(({ name }) => name === 'google-key')! as unknown as {
      readonly secret: { readonly defaultMode: number; readonly items: readonly { readonly path: string }[] };
    };
    assert.equal(volume.secret.defaultMode, 0o400);
    assert.equal(
      container!.env.find(({ name }) => name === 'BEADLE_GOOGLE_KEY')!.value,
      `${mount.mountPath}/${volume.secret.items[0]!.path}`
    );
  });
});

describe('infra: what the service is told', () => {
  it('is all of what service/environment.ts reads, in the example', () => {
    const example = [...text('beadle.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!);
    assert.ok(known.length > 10);
    assert.deepEqual(example.sort(), [...known].sort());
  });

  it('does not undo what the unit says itself: a file of the environment comes after it', () => {
    for (const name of ['BEADLE_DATA', 'NODE_ENV']) {
      assert.match(text('systemd/beadle.service'), new RegExp(`^Environment=.*\\b${name}=`, 'm'));
      assert.doesNotMatch(text('beadle.env.example'), new RegExp(`^${name}=`, 'm'));
    }
  });

  it('is nothing that service/environment.ts does not read, anywhere', () => {
    const azure = [...text('azure/template.json').matchAll(/"name": "([A-Z][A-Z_]+)"/g)];
    const google = [...text('google/service.yaml').matchAll(/- name: ([A-Z][A-Z_]+)$/gm)];
    const image = [...text('Dockerfile').matchAll(/(?:ENV |^ {4})([A-Z_]+)=/gm)];
    const units = readdirSync('infra/systemd').flatMap(name =>
      [...text(`systemd/${name}`).matchAll(/^Environment=(.*)$/gm)].flatMap(([, line]) => [...line!.matchAll(/([A-Z_]+)=/g)])
    );
    for (const group of [azure, google, image, units]) assert.ok(group.length >= 2);
    for (const [, name] of [...azure, ...google, ...image, ...units]) assert.ok(name === 'HOME' || known.includes(name!), name);
  });

  it('has a folder for data that can be written to, wherever the root cannot', () => {
    const folder = /BEADLE_DATA=(\S+)/.exec(text('Dockerfile'))![1]!;
    assert.ok(text('compose.yaml').includes(`- data:${folder}\n`));
    assert.match(text('azure/template.json'), new RegExp(`"mountPath": "${folder}"`));
    assert.match(text('google/service.yaml'), new RegExp(`mountPath: ${folder}\\n`));
  });
});

describe('infra: the scripts', () => {
  const scripts = ['backup.sh', 'drill.sh', 'google/setup.sh'];
  for (const script of scripts) {
    it(`${script} is whole, and may be run`, () => {
      assert.equal(spawnSync('sh', ['-n', join('infra', script)]).status, 0);
      assert.ok((statSync(join('infra', script)).mode & 0o111) !== 0);
    });
  }

  it('take a backup and try it out, as a timer does; and say where there is none', async function () {
    this.timeout(120_000);
    const { url } = await freshDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'beadle-infra-'));
    const run = (script: string, ...args: readonly string[]) =>
      spawnSync('sh', [join(process.cwd(), 'infra', script), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: url }
      });
    try {
      const none = run('drill.sh', folder);
      assert.deepEqual([none.status, none.stdout], [2, '']);
      assert.match(none.stderr, /^There is no backup in /);
      writeFileSync(join(folder, 'beadle.yaml'), schoolWith({}));
      writeFileSync(join(folder, keyFiles[2]!), `${'0'.repeat(64)}\n`, { mode: 0o600 });
      writeFileSync(join(folder, 'passphrase'), 'correct horse battery staple\n');
      const backups = mkdtempSync(join(folder, 'backups-'));
      const taken = run('backup.sh', '.', basename(backups), 'passphrase');
      assert.equal(taken.status, 0, taken.stderr);
      const made = readdirSync(backups).sort();
      assert.match(made.join(), /^beadle-[\dTZ-]+\.files\.tar\.gz,beadle-[\dTZ-]+\.jsonl\.gz$/);
      const { stdout } = spawnSync('tar', ['-tzf', join(backups, made[0]!)], { encoding: 'utf8' });
      assert.match(stdout, /^\.\/beadle\.yaml$/m);
      assert.doesNotMatch(stdout, /key/);
      for (const name of made) assert.equal(statSync(join(backups, name)).mode & 0o077, 0, name);
      const drilled = run('drill.sh', backups);
      assert.equal(drilled.status, 0, drilled.stderr);
      assert.match(drilled.stdout, /^The drill is done: /);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('call only commands and options that there are', () => {
    const page = text('README.md');
    for (const line of [...scripts.map(text), page].join('\n').split('\n')) {
      const called = /(?:beadle\.mjs"?|"\$program"|npx beadle|\bbeadle) ((?:ledger )?[a-z]+) ((?:.* )?--.*)$/.exec(line);
      const command = called && commands.find(({ path }) => path === called[1]);
      if (!command) continue;
      for (const [, option] of called[2]!.matchAll(/(?:^| )--([a-z-]+)/g))
        assert.ok(option! in command.options, `${command.path} --${option!}`);
    }
    for (const [, path] of page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) assert.ok(existsSync(join('infra', path!)), path);
    for (const name of readdirSync('infra'))
      if (name !== 'README.md') assert.ok(page.includes(basename(name)), `README.md does not name ${name}`);
  });
});
