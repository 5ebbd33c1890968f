import { createHash } from 'node:crypto';
import { dateIn } from '../core/dates.ts';
import { lengthWords } from '../core/incidents/clock.ts';
import { categoryWords } from '../core/incidents/incident.ts';
import { fill, type Locale, locales, type Text } from '../core/locale.ts';
import { standingWords } from '../core/policies/desk-words.ts';
import { wordsOf } from '../core/policies/policy.ts';
import { standings } from '../core/policies/standing.ts';
import { checks as everyCheck } from '../core/tenant/checks/index.ts';
import type { Reader } from '../core/report/report.ts';
import type { SchoolIncidents } from './incidents.ts';
import { exportOf } from './ledger/export-file.ts';
import { type Cell, statusTable, type Table } from './ledger/status-table.ts';
import { clockOf, csvOf } from './ledger/table-files.ts';
import { wholeLedgerOf } from './ledger/whole.ts';
import { escaped } from './routes/frame.ts';
import type { Signatures } from './signatures.ts';

/** For whom a pack is made. The head sees who has signed; an inspector every signature without a name; governors totals. */
export const packReaders = ['head', 'governors', 'inspector'] as const;
export type PackReader = (typeof packReaders)[number];

/** Whose report of the audit lies in it. An inspector reads what the governors read. */
export const reportReader: { readonly [R in PackReader]: Reader } = { head: 'head', governors: 'governors', inspector: 'governors' };

/** One file of a pack: its path in the folder, what it is, and its bytes. */
export interface PackFile {
  readonly path: string;
  readonly says: string;
  readonly bytes: Buffer;
}

/** What a pack is made of besides the signatures. */
export interface PackParts {
  readonly reader: PackReader;
  readonly lang: Locale;
  readonly signatures: Signatures;
  readonly incidents: Pick<SchoolIncidents, 'counted'>;
  /** The reader's report of the last audit; left out where nothing was audited. */
  readonly report?: { readonly html: string; readonly pdf: Uint8Array };
}

const words = {
  title: { en: 'Inspection pack of {school}', cy: 'Pecyn arolygu {school}' },
  made: { en: 'Made on {date} for {reader}.', cy: 'Gwnaed ar {date} ar gyfer {reader}.' },
  head: { en: 'the headteacher', cy: 'y pennaeth' },
  governors: { en: 'the governors', cy: 'y llywodraethwyr' },
  inspector: { en: 'an inspector', cy: 'arolygydd' },
  redactedHead: {
    en: 'It names who has signed and who has not, without addresses and without what they wrote. Keep it as you keep a register.',
    cy: 'Mae’n enwi pwy sydd wedi llofnodi a phwy sydd heb, heb gyfeiriadau a heb yr hyn a ysgrifenasant. Cadwch ef fel y cadwch gofrestr.'
  },
  redactedGovernors: { en: 'It holds totals and names nobody.', cy: 'Mae’n cynnwys cyfansymiau ac nid yw’n enwi neb.' },
  redactedInspector: {
    en: 'It holds every signature without a name. The number of its entry finds it in the ledger, which the school keeps.',
    cy: 'Mae’n cynnwys pob llofnod heb enw. Mae rhif ei gofnod yn dod o hyd iddo yn y llyfr cofnodion, a gedwir gan yr ysgol.'
  },
  file: { en: 'File', cy: 'Ffeil' },
  what: { en: 'What it is', cy: 'Beth ydyw' },
  hash: { en: 'SHA-256', cy: 'SHA-256' },
  check: {
    en: 'MANIFEST.sha256 lists the SHA-256 of every file. To check that none was changed, run in this folder: sha256sum -c MANIFEST.sha256 (on a Mac: shasum -a 256 -c MANIFEST.sha256).',
    cy: 'Mae MANIFEST.sha256 yn rhestru SHA-256 pob ffeil. I wirio na newidiwyd yr un, rhedwch yn y ffolder hon: sha256sum -c MANIFEST.sha256 (ar Mac: shasum -a 256 -c MANIFEST.sha256).'
  },
  notProved: {
    en: 'What this pack does not prove: that anybody understood what they signed, that nobody else was at the keyboard, or that what nobody reported did not happen.',
    cy: 'Yr hyn nad yw’r pecyn hwn yn ei brofi: bod unrhyw un wedi deall yr hyn a lofnododd, nad oedd neb arall wrth y bysellfwrdd, neu na ddigwyddodd yr hyn nad adroddodd neb amdano.'
  },
  report: { en: 'What the last audit of the school’s systems found', cy: 'Yr hyn a ganfu archwiliad diwethaf systemau’r ysgol' },
  noReport: {
    en: 'Nothing was audited yet, so there is no report of an audit here.',
    cy: 'Ni archwiliwyd dim eto, felly nid oes adroddiad archwilio yma.'
  },
  policyText: { en: '{title}, version {version}: the text that was signed', cy: '{title}, fersiwn {version}: y testun a lofnodwyd' },
  policyPdf: { en: '{title}, version {version}, to print', cy: '{title}, fersiwn {version}, i’w hargraffu' },
  policies: {
    en: 'Every version that was published, and the hashes that signatures name',
    cy: 'Pob fersiwn a gyhoeddwyd, a’r stwnshiau y mae llofnodion yn eu henwi'
  },
  signatures: { en: 'Where every signature stands', cy: 'Ble mae pob llofnod yn sefyll' },
  totals: { en: 'Signatures in numbers, by policy and audience', cy: 'Llofnodion mewn niferoedd, yn ôl polisi a chynulleidfa' },
  left: { en: 'Who left, or was no longer asked, without signing', cy: 'Pwy a adawodd, neu na ofynnwyd iddynt bellach, heb lofnodi' },
  ledger: {
    en: 'The ledger without its personal fields: every entry with its leaf, every checkpoint, every text',
    cy: 'Y llyfr cofnodion heb ei feysydd personol: pob cofnod gyda’i ddeilen, pob pwynt gwirio, pob testun'
  },
  checkpoints: { en: 'The signed checkpoints of the ledger', cy: 'Pwyntiau gwirio llofnodedig y llyfr cofnodion' },
  how: { en: 'How to verify the ledger', cy: 'Sut i wirio’r llyfr cofnodion' },
  howText: {
    en: 'How to verify the ledger\n\nledger-without-names.jsonl holds one entry a line. The leaf of an entry is the SHA-256 of a zero byte followed by the text\nof its «public». Every public text names the leaf before it, and each checkpoint signs the root of the tree of all leaves\nbefore it (RFC 6962) with Ed25519. Compare a checkpoint with the one that was mailed to the head, the chair of governors\nand the data protection officer on that day: nobody can change one without the other.\n\n«beadle ledger verify ledger-without-names.jsonl» does this offline. The faults that it names are personal fields that\nare missing, because they were withheld from this pack; it must name no other. To see it whole, ask the school for «beadle ledger export».\n',
    cy: 'Sut i wirio’r llyfr cofnodion\n\nMae ledger-without-names.jsonl yn cynnwys un cofnod i bob llinell. Deilen cofnod yw SHA-256 beit sero wedi’i ddilyn gan\ndestun ei «public». Mae pob testun cyhoeddus yn enwi’r ddeilen o’i flaen, ac mae pob pwynt gwirio yn llofnodi gwreiddyn\ncoeden yr holl ddail o’i flaen (RFC 6962) ag Ed25519. Cymharwch bwynt gwirio â’r un a anfonwyd at y pennaeth, cadeirydd y\nllywodraethwyr a’r swyddog diogelu data ar y diwrnod hwnnw: ni all neb newid y naill heb y llall.\n\nMae «beadle ledger verify ledger-without-names.jsonl» yn gwneud hyn all-lein. Y beiau y mae’n eu henwi yw meysydd personol\nsydd ar goll, am eu bod wedi’u dal yn ôl o’r pecyn hwn; ni ddylai enwi’r un arall. I’w weld yn gyfan, gofynnwch i’r ysgol am «beadle ledger\nexport».\n'
  },
  dpia: {
    en: 'Which checks look at single people, and when that was assessed',
    cy: 'Pa wiriadau sy’n edrych ar bobl unigol, a phryd yr aseswyd hynny'
  },
  incidents: { en: 'What was reported, in numbers: never a text', cy: 'Yr hyn yr adroddwyd amdano, mewn niferoedd: byth destun' },
  referrals: { en: 'Sent to the safeguarding lead (nothing is kept of it)', cy: 'Anfonwyd at y person diogelu (ni chedwir dim ohono)' },
  policy: { en: 'Policy', cy: 'Polisi' },
  version: { en: 'Version', cy: 'Fersiwn' },
  language: { en: 'Language', cy: 'Iaith' },
  published: { en: 'Published', cy: 'Cyhoeddwyd' },
  textHash: { en: 'SHA-256 of the text', cy: 'SHA-256 y testun' },
  pdfHash: { en: 'SHA-256 of the PDF', cy: 'SHA-256 y PDF' },
  audience: { en: 'Audience', cy: 'Cynulleidfa' },
  wanted: { en: 'Wanted', cy: 'Eisiau' },
  name: { en: 'Name', cy: 'Enw' },
  when: { en: 'When', cy: 'Pryd' },
  entry: { en: 'Entry of the ledger', cy: 'Cofnod yn y llyfr cofnodion' },
  count: { en: 'How many', cy: 'Faint' },
  category: { en: 'Kind', cy: 'Math' },
  reported: { en: 'Reported', cy: 'Adroddwyd' },
  open: { en: 'Open', cy: 'Ar agor' },
  closed: { en: 'Closed', cy: 'Ar gau' },
  took: { en: 'Time to close (the middle one)', cy: 'Amser hyd at gau (yr un canol)' },
  checkName: { en: 'Check', cy: 'Gwiriad' },
  assessed: { en: 'Assessed on', cy: 'Aseswyd ar' },
  by: { en: 'By', cy: 'Gan' },
  notAssessed: { en: 'not assessed: does not run', cy: 'heb ei asesu: nid yw’n rhedeg' }
} as const satisfies { readonly [word: string]: Text };

/** What of a signature an inspector is shown. What is new in the table is withheld until somebody has thought about it. */
const toInspector: readonly string[] = [
  'roles',
  'policy',
  'version',
  'audience',
  'year',
  'status',
  'due',
  'askedAt',
  'reminders',
  'openedAt',
  'answeredAt',
  'channel',
  'assurance',
  'excusedUntil',
  'language',
  'text',
  'entry',
  'leaf'
];
/** The head sees whose it is as well. What people wrote is nobody's but the coordinator's. */
const shownTo: { readonly [R in 'head' | 'inspector']: readonly string[] } = {
  head: ['name', 'groups', 'class', 'child', ...toInspector],
  inspector: toInspector
};

/** Everything of a pack, its index and its manifest last. Nothing in it says more than its reader may know. */
export async function inspectionPack(parts: PackParts): Promise<readonly PackFile[]> {
  const { reader, lang, signatures, report } = parts;
  const { desk, school, now } = signatures;
  const clock = clockOf(school.config.school.timezone);
  const say = (word: keyof typeof words): string => words[word][lang];
  const made: PackFile[] = [];
  const add = (path: string, says: string, content: string | Uint8Array): void =>
    void made.push({ path, says, bytes: Buffer.from(content as string) });
  const table = (path: string, says: string, headings: readonly string[], rows: readonly (readonly Cell[])[]): void =>
    add(path, says, [...csvOf({ columns: headings.map(heading => ({ heading, id: heading })), rows }, clock)].join(''));

  if (report) {
    add('report.html', say('report'), report.html);
    add('report.pdf', say('report'), report.pdf);
  }

  const versions = await desk.versionStore.all();
  const hashes: (readonly Cell[])[] = [];
  for (const { policy, major, minor, title, languages, texts, publishedAt } of versions) {
    for (const language of locales) {
      const text = texts[language];
      if (!text) continue;
      const version = `${major}.${minor}`;
      const named = { title: wordsOf(title, lang, languages), version };
      const place = `policies/${safe(policy)}-${version}-${language}`;
      add(`${place}.txt`, fill(say('policyText'), named), text.text);
      const pdf = await desk.versionStore.pdf(policy, major, minor, language);
      if (pdf) add(`${place}.pdf`, fill(say('policyPdf'), named), pdf);
      hashes.push([named.title, version, language, { instant: publishedAt }, text.sha256, text.pdfSha256]);
    }
  }
  table(
    'policies.csv',
    say('policies'),
    [say('policy'), say('version'), say('language'), say('published'), say('textHash'), say('pdfHash')],
    hashes
  );

  const { people } = await desk.remembered();
  const wanted = await desk.wanted();
  if (reader !== 'governors') {
    add(
      'signatures.csv',
      say('signatures'),
      [...csvOf(redacted(statusTable({ wanted, people, versions, audiences: desk.audiences }, lang), reader), clock)].join('')
    );
  }
  const titleOf = (policy: string): string => {
    const version = [...versions].reverse().find(each => each.policy === policy);
    return version ? wordsOf(version.title, lang, version.languages) : policy;
  };
  const shown = standings.filter(standing => wanted.some(each => each.standing === standing));
  table(
    'signatures-totals.csv',
    say('totals'),
    [say('policy'), say('audience'), say('wanted'), ...shown.map(standing => standingWords[standing][lang])],
    [...new Set(wanted.map(({ policy }) => policy))].flatMap(policy =>
      desk.audiences.flatMap(({ id, title }) => {
        const own = wanted.filter(each => each.policy === policy && each.audience === id);
        return own.length === 0
          ? []
          : [[titleOf(policy), title[lang], own.length, ...shown.map(standing => own.filter(each => each.standing === standing).length)]];
      })
    )
  );

  const left = (await desk.since('1970-01-01T00:00:00.000Z')).flatMap(({ index, entry }) =>
    entry.kind === 'left' ? [{ index, ...entry }] : []
  );
  if (reader === 'governors') {
    table(
      'left-without-signing.csv',
      say('left'),
      [say('policy'), say('count')],
      [...new Set(left.map(({ policy }) => policy))].map(policy => [titleOf(policy), left.filter(each => each.policy === policy).length])
    );
  } else {
    const nameOf = (id: string): string => people.find(person => person.id === id)?.name ?? '';
    table(
      'left-without-signing.csv',
      say('left'),
      [...(reader === 'head' ? [say('name')] : []), say('policy'), say('version'), say('when'), say('entry')],
      left.map(({ person, policy, major, at, index }) => [
        ...(reader === 'head' ? [nameOf(person)] : []),
        titleOf(policy),
        String(major),
        { instant: at },
        index
      ])
    );
  }

  const ledger = wholeLedgerOf(signatures);
  let lines = '';
  for await (const some of exportOf(
    // What is personal stays at the school, and its salts with it: without them nobody can try names.
    { ...ledger, rows: async (from, most) => (await ledger.rows(from, most)).map(({ personal: _personal, salt: _salt, ...row }) => row) },
    now().toISOString()
  )) {
    lines += some;
  }
  add('ledger/ledger-without-names.jsonl', say('ledger'), lines);
  add('ledger/checkpoints.txt', say('checkpoints'), (await ledger.checkpoints()).map(({ note }) => note).join('\n'));
  add('ledger/how-to-verify.txt', say('how'), say('howText'));

  const dpia = school.config.audit?.dpia ?? {};
  table(
    'dpia.csv',
    say('dpia'),
    [say('checkName'), say('assessed'), say('by')],
    everyCheck
      .filter(({ people: looks }) => looks?.monitors)
      .map(({ id, title }) => {
        const line = dpia[id];
        return line ? [title[lang], { day: line.date }, line.by] : [title[lang], say('notAssessed'), ''];
      })
  );

  const { categories, referrals } = await parts.incidents.counted('1970-01-01T00:00:00.000Z');
  table(
    'incidents.csv',
    say('incidents'),
    [say('category'), say('reported'), say('open'), say('closed'), say('took')],
    [
      ...categories.map(({ category, reported, open, closed, minutesToClose }) => [
        categoryWords[category][lang],
        reported,
        open,
        closed,
        minutesToClose === undefined ? '' : lengthWords(lang, minutesToClose)
      ]),
      [say('referrals'), referrals, '', '', '']
    ]
  );

  made.push({ path: 'index.html', says: '', bytes: Buffer.from(indexOf(parts, made)) });
  const manifest = made.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`).join('');
  return [...made, { path: 'MANIFEST.sha256', says: '', bytes: Buffer.from(manifest) }];
}

/** The columns that a reader may see. */
function redacted({ columns, rows }: Table, reader: 'head' | 'inspector'): Table {
  const places = columns.flatMap(({ id }, i) => (shownTo[reader].includes(id) ? [i] : []));
  return { columns: places.map(i => columns[i]!), rows: rows.map(row => places.map(i => row[i]!)) };
}

function indexOf({ reader, lang, signatures: { school, days, now }, report }: PackParts, files: readonly PackFile[]): string {
  const say = (word: keyof typeof words): string => words[word][lang];
  const title = fill(say('title'), { school: school.config.school.name });
  const made = fill(say('made'), { date: dateIn(lang, days.dayOf(now().toISOString())), reader: say(reader) });
  const redaction = say(({ head: 'redactedHead', governors: 'redactedGovernors', inspector: 'redactedInspector' } as const)[reader]);
  const rows = files
    .map(
      ({ path, says, bytes }) =>
        `<tr><td><a href="${escaped(path.split('/').map(encodeURIComponent).join('/'))}">${escaped(path)}</a></td><td>${escaped(says)}</td><td><code>${sha256(bytes)}</code></td></tr>`
    )
    .join('\n');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70em; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid; overflow-wrap: anywhere }
code { font-size: .8rem }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(made)} ${escaped(redaction)}</p>
${report ? '' : `<p>${escaped(say('noReport'))}</p>\n`}<table>
<thead><tr><th scope="col">${escaped(say('file'))}</th><th scope="col">${escaped(say('what'))}</th><th scope="col">${escaped(say('hash'))}</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
<p>${escaped(say('check'))}</p>
<p>${escaped(say('notProved'))}</p>
</main>
</body>
</html>
`;
}

/** A name that every system takes for a file’s, and that leads nowhere else. */
function safe(name: string): string {
  return name.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 80) || 'policy';
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
