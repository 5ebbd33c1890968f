import { fill, type Locale, type Text } from '../../core/locale.ts';
import { gmailScopes } from '../../manifests/gmail.ts';
import type { GoogleRight, Standing } from '../google-rights.ts';
import { isFailure } from '../failure.ts';
import type { School } from '../school.ts';
import { featureNames } from '../setup/features.ts';
import type { Outside } from '../tenants.ts';
import { columns, wrapped } from './columns.ts';
import { command, type Command, type Io } from './command.ts';
import { gmailFile } from './manifests.ts';

const words = {
  project: {
    en: '1. The project. It is the school’s own in Google Cloud, so that nobody else’s add-on can ask here; it costs nothing. The services that Beadle uses are switched on in it:',
    cy: '1. Y prosiect. Prosiect yr ysgol ei hun yn Google Cloud ydyw, fel na all ategyn neb arall ofyn yma; nid yw’n costio dim. Caiff y gwasanaethau y mae Beadle yn eu defnyddio eu troi ymlaen ynddo:'
  },
  account: {
    en: '2. The service account, in whose name Beadle reads. Its key is a secret: let nobody but the service read the file.',
    cy: '2. Y cyfrif gwasanaeth y mae Beadle yn darllen yn ei enw. Cyfrinach yw ei allwedd: peidiwch â gadael i neb ond y gwasanaeth ddarllen y ffeil.'
  },
  delegate: {
    en: '3. Delegation. As a super administrator, in the Google Admin console: Security, Access and data control, API controls, Manage domain-wide delegation, Add new. The client ID is {client}; the scopes, to paste as they are:',
    cy: '3. Dirprwyo. Fel uwch-weinyddwr, yn Google Admin console: Security, Access and data control, API controls, Manage domain-wide delegation, Add new. Y client ID yw {client}; y cwmpasau, i’w gludo fel y maent:'
  },
  noDelegation: {
    en: '2. and 3. A service account and delegation are needed for audits, for Gmail’s own rules and for what was sent anyway. Nothing of that stands in beadle.yaml («audit.google:», «gmailRules:», «sent:»); the add-on does without.',
    cy: '2. a 3. Mae angen cyfrif gwasanaeth a dirprwyo ar gyfer archwiliadau, rheolau Gmail ei hun a’r hyn a anfonwyd beth bynnag. Nid oes dim o hynny yn beadle.yaml («audit.google:», «gmailRules:», «sent:»); nid oes eu hangen ar yr ategyn.'
  },
  client: { en: 'the unique ID of the service account', cy: 'dull adnabod unigryw’r cyfrif gwasanaeth' },
  addOn: {
    en: '4. The add-on. First the school’s consent screen, as «Internal»: Google Cloud console, Google Auth Platform, Audience. Then ask Google for the two names that beadle.yaml needs, and write them under «gmail:».',
    cy: '4. Yr ategyn. Yn gyntaf sgrin gydsynio’r ysgol, fel «Internal»: Google Cloud console, Google Auth Platform, Audience. Yna gofynnwch i Google am y ddau enw sydd eu hangen ar beadle.yaml, a’u rhoi o dan «gmail:».'
  },
  scopes: { en: 'The add-on asks each person for:', cy: 'Mae’r ategyn yn gofyn i bob person am y canlynol:' },
  yaml: { en: 'Write this into beadle.yaml:', cy: 'Rhowch hyn yn beadle.yaml:' },
  deploy: {
    en: 'Write the deployment, hand it in, and try it in your own Gmail; after a change write «replace» in place of «create»:',
    cy: 'Ysgrifennwch y gosodiad, cyflwynwch ef, a rhowch gynnig arno yn eich Gmail eich hun; ar ôl newid, ysgrifennwch «replace» yn lle «create»:'
  },
  everybody: {
    en: 'For everybody: Google Workspace Marketplace SDK in the console of the project, App configuration, visibility «Private», the HTTP deployment «beadle»; then Admin console, Apps, Google Workspace Marketplace apps, install it for the staff.',
    cy: 'I bawb: Google Workspace Marketplace SDK yng nghonsol y prosiect, App configuration, gwelededd «Private», y gosodiad HTTP «beadle»; yna Admin console, Apps, Google Workspace Marketplace apps, gosodwch ef i’r staff.'
  },
  tried: { en: '5. What Google says now:', cy: '5. Beth mae Google yn ei ddweud nawr:' },
  noKey: {
    en: '5. Not tried at Google: BEADLE_GOOGLE_KEY names no key yet. Run this command again once it does.',
    cy: '5. Heb roi cynnig arno gyda Google: nid yw BEADLE_GOOGLE_KEY yn enwi allwedd eto. Rhedwch y gorchymyn hwn eto pan fydd.'
  },
  nothingToTry: { en: '5. No right of Google’s is to be tried.', cy: '5. Nid oes hawl gan Google i roi cynnig arni.' },
  service: { en: 'the add-on’s service at {origin}', cy: 'gwasanaeth yr ategyn yn {origin}' }
} as const satisfies { readonly [name: string]: Text };

const standings: { readonly [S in Standing]: Text } = {
  given: { en: 'given', cy: 'wedi’i roi' },
  'not-delegated': { en: 'NOT delegated: do step 3', cy: 'HEB ei ddirprwyo: gwnewch gam 3' },
  refused: {
    en: 'delegated, but REFUSED: is «audit.google.admin» a super administrator?',
    cy: 'wedi’i ddirprwyo, ond GWRTHODWYD: a yw «audit.google.admin» yn uwch-weinyddwr?'
  },
  off: {
    en: 'delegated, but OFF: do step 1; or this edition does not have it',
    cy: 'wedi’i ddirprwyo, ond WEDI’I DDIFFODD: gwnewch gam 1; neu nid yw yn y rhifyn hwn'
  },
  silent: { en: 'Google did not answer: try again', cy: 'nid atebodd Google: rhowch gynnig arall arni' }
};

const services = {
  answers: { en: 'answers, and lets in nobody but Google', cy: 'yn ateb, heb adael neb ond Google i mewn' },
  open: {
    en: 'answers, but is not Beadle’s add-on: look at the web server before it',
    cy: 'yn ateb, ond nid ategyn Beadle ydyw: edrychwch ar y gweinydd gwe o’i flaen'
  },
  silent: {
    en: 'does NOT answer from here: start «beadle serve», and put a web server with a certificate before it',
    cy: 'NID yw’n ateb o’r fan hon: dechreuwch «beadle serve», a rhowch weinydd gwe â thystysgrif o’i flaen'
  }
} as const satisfies { readonly [name: string]: Text };

/** `beadle setup google`: from an empty project to the add-on, with the commands, and what Google says of each right. `world`: how Google is reached, in tests. */
export function setupGoogleIn(world?: Outside): Command {
  return command({
    path: 'setup google',
    summary: 'lead through project, delegation and add-on at Google, and try each right',
    details:
      'Prints the commands with the school’s own names in them and changes nothing itself. With BEADLE_GOOGLE_KEY in the environment it asks Google for a\n' +
      'token for each right alone, reads one small thing with it, and says which are there.\n' +
      'Exit code: 0 everything that could be tried is there, 1 something is missing, 2 something did not answer.',
    arguments: [],
    options: {
      school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml, else an invented example school)' },
      lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
    },
    examples: [
      { line: 'beadle setup google', says: 'what to do, and what is done already' },
      { line: 'BEADLE_GOOGLE_KEY=key.json beadle setup google', says: 'and try each right' }
    ],
    run: async (_args, { school: file, lang }, io) => {
      const [{ schoolFor }, { googleRights, googleServices }] = await Promise.all([import('./check.ts'), import('../google-rights.ts')]);
      const school = await schoolFor(file, io);
      const rights = googleRights(school.config, io.now().toISOString().slice(0, 10));
      const key = rights.length > 0 && school.file !== undefined ? await keyThere(io) : undefined;
      await io.stdout.write(
        [
          projectStep(school, googleServices(rights), lang),
          rights.length > 0 ? accountSteps(rights, key?.clientId, lang) : wrapped(words.noDelegation[lang], ''),
          addOnStep(school, lang)
        ].join('\n')
      );
      const said = await tried(school, rights, key, { lang, io, world });
      await io.stdout.write(`\n${said.text}`);
      return said.code;
    }
  });
}

/** `beadle setup google`. */
export const setupGoogle = setupGoogleIn();

function commandsOf(lines: readonly string[]): string {
  return `\n${lines.map(line => `  ${line}\n`).join('')}`;
}

function projectStep({ config: { gmail } }: School, services: readonly string[], lang: Locale): string {
  const all = ['gsuiteaddons.googleapis.com', 'appsmarket-component.googleapis.com', 'gmail.googleapis.com', ...services];
  return `${wrapped(words.project[lang], '')}${commandsOf([
    'gcloud auth login',
    ...(gmail
      ? [`PROJECT=$(gcloud projects describe ${gmail.project} --format='value(projectId)')`]
      : ['PROJECT=beadle-your-school', 'gcloud projects create "$PROJECT"']),
    'gcloud config set project "$PROJECT"',
    `gcloud services enable ${[...new Set(all)].join(' ')}`
  ])}`;
}

function accountSteps(rights: readonly GoogleRight[], clientId: string | undefined, lang: Locale): string {
  const account = 'beadle@$PROJECT.iam.gserviceaccount.com';
  return [
    `${wrapped(words.account[lang], '')}${commandsOf([
      'gcloud iam service-accounts create beadle --display-name=Beadle',
      `gcloud iam service-accounts keys create key.json --iam-account="${account}"`,
      'chmod 600 key.json',
      'export BEADLE_GOOGLE_KEY="$PWD/key.json"',
      `gcloud iam service-accounts describe "${account}" --format='value(uniqueId)'`
    ])}`,
    `${wrapped(fill(words.delegate[lang], { client: clientId ?? words.client[lang] }), '')}\n  ${rights.map(({ scope }) => scope).join(',')}\n\n${columns(
      rights.map(({ scope, purposes }) => [[`  ${scope}`], [purposes.map(each => featureNames[each][lang]).join(', ')]])
    )}`
  ].join('\n');
}

function addOnStep({ config }: School, lang: Locale): string {
  const { gmail } = config;
  const origin = gmail?.origin ?? config.outlook?.origin ?? 'https://beadle.school.example';
  const yaml = gmail
    ? ''
    : `\n${wrapped(words.yaml[lang], '')}${commandsOf(['gmail:', `  origin: ${origin}`, '  project: "…"     # the digits in serviceAccountEmail', '  clientId: …      # oauthClientId'])}`;
  return [
    `${wrapped(words.addOn[lang], '')}${commandsOf(['gcloud workspace-add-ons get-authorization'])}${yaml}`,
    `${words.scopes[lang]}\n\n${columns(gmailScopes.map(({ scope, why }) => [[`  ${scope}`], [why[lang]]]))}`,
    `${wrapped(words.deploy[lang], '')}${commandsOf([
      'beadle manifests --out manifests',
      `gcloud workspace-add-ons deployments create beadle --deployment-file=manifests/${gmailFile}`,
      'gcloud workspace-add-ons deployments install beadle'
    ])}`,
    wrapped(words.everybody[lang], '')
  ].join('\n');
}

type Key = Awaited<ReturnType<typeof keyThere>>;

/** The key, where the environment names one. One that is wrong is said at once. */
async function keyThere(io: Io) {
  const [{ readEnvironment }, { googleKey }] = await Promise.all([import('../environment.ts'), import('../tenants.ts')]);
  const environment = readEnvironment(io.env, io.cwd);
  if (environment.googleKey === undefined) return undefined;
  try {
    return await googleKey(environment);
  } catch (error) {
    if (isFailure(error) && error.code === 'file-missing') return undefined;
    throw error;
  }
}

async function tried(
  school: School,
  rights: readonly GoogleRight[],
  key: Key,
  { lang, io, world }: { readonly lang: Locale; readonly io: Io; readonly world: Outside | undefined }
): Promise<{ readonly text: string; readonly code: number }> {
  const { gmail, audit } = school.config;
  const rows: (readonly (readonly string[])[])[] = [];
  const codes: number[] = [0];
  if (school.file !== undefined && gmail) {
    const says = await answering(gmail.origin, world?.fetch ?? fetch);
    rows.push([[`  ${fill(words.service[lang], { origin: gmail.origin })}`], [services[says][lang]]]);
    codes.push(says === 'answers' ? 0 : says === 'open' ? 1 : 2);
  }
  const workspace = audit?.google;
  if (key && workspace) {
    const { standingOf } = await import('../google-rights.ts');
    for (const right of rights) {
      if (io.stop.aborted) break;
      const standing = await standingOf(right, { key, workspace, stop: io.stop, world });
      rows.push([[`  ${right.scope}`], [standings[standing][lang]]]);
      codes.push(standing === 'given' ? 0 : standing === 'silent' ? 2 : 1);
    }
  }
  const head = key && workspace ? words.tried : rights.length > 0 && school.file !== undefined ? words.noKey : words.nothingToTry;
  return { text: `${wrapped(head[lang], '')}${rows.length > 0 ? `\n${columns(rows)}` : ''}`, code: Math.max(...codes) };
}

/** Whether the service is reached from here as Google reaches it, and refuses whoever is not Google. */
async function answering(origin: string, fetch: typeof globalThis.fetch): Promise<keyof typeof services> {
  try {
    const response = await fetch(`${origin}/gmail/home`, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
      headers: { 'content-type': 'application/json' },
      body: '{}'
    });
    const body: unknown = await response.json().catch(() => undefined);
    const reason = typeof body === 'object' && body !== null && 'reason' in body ? body.reason : undefined;
    return response.status === 401 && reason === 'no-token' ? 'answers' : 'open';
  } catch {
    return 'silent';
  }
}
