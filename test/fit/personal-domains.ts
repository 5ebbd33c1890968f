import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the compiled set stands. */
export const compiled = new URL('../../core/mail/data/personal-domains.ts', import.meta.url);

/** In the list of common providers, but no place where people keep a private mailbox: portals, firms, examples, shared name servers. */
const notMailboxes = `facebook.com example.com aliyun.com go.com indiatimes.com alibaba.com about.com spb.ru globo.com medscape.com space.com
  discovery.com test.com homestead.com berlin.de`;

/** Access and mail providers that homes in the United Kingdom and Ireland use, well-known ones elsewhere, and throw-away mailboxes. */
const supplement = `btinternet.com btopenworld.com sky.com talktalk.net virginmedia.com virgin.net ntlworld.com blueyonder.co.uk
  tiscali.co.uk plus.com plusnet.com f2s.com orange.net o2.co.uk fsmail.net wanadoo.co.uk lineone.net onetel.com which.net
  tesco.net waitrose.com dsl.pipex.com clara.co.uk clara.net
  zen.co.uk eircom.net iol.ie indigo.ie vodafone.ie
  icloud.com me.com mac.com rocketmail.com protonmail.com proton.me pm.me tutanota.com fastmail.com hey.com
  mail.com email.com zoho.com mailbox.org hushmail.com rediffmail.com juno.com mindspring.com netscape.net compuserve.com
  comcast.net att.net verizon.net earthlink.net sbcglobal.net bellsouth.net cox.net charter.net optonline.net pacbell.net rogers.com
  pobox.com excite.com prodigy.net worldnet.att.net usa.net netzero.net peoplepc.com attbi.com swbell.net telus.net sympatico.ca
  bigpond.com orange.fr free.fr wanadoo.fr laposte.net web.de t-online.de libero.it wp.pl
  mail.ru yandex.ru qq.com
  mailinator.com guerrillamail.com yopmail.com armyspy.com cuvox.de dayrep.com einrot.com fleckens.hu gustr.com jourrapide.com rhyta.com
  superrito.com teleworm.us`;

/** How many of the list, which begins with those that are used most: the rest costs bytes on every send and is hardly met. */
const most = 12;

/** Brands that give mailboxes under every country's ending; `core/mail/personal-domains.ts` knows them by their first label. */
const brands: readonly string[] = ['yahoo', 'hotmail', 'live', 'outlook', 'gmail', 'googlemail', 'ymail', 'gmx', 'aol', 'msn'];

/** The text of the compiled file: the most common providers of `email-providers` (ISC), less what is no mailbox, with the supplement, sorted. */
export function personalDomains(): string {
  const source = new URL('../../node_modules/email-providers/common.json', import.meta.url);
  const common = JSON.parse(readFileSync(source, 'utf8')) as readonly string[];
  const left = new Set(words(notMailboxes));
  const all = new Set([...common.slice(0, most).filter(domain => !left.has(domain)), ...words(supplement)]);
  const byEnding = new Map<string, string[]>();
  for (const domain of [...all].sort()) {
    const dot = domain.indexOf('.');
    const [name, ending] = [domain.slice(0, dot), domain.slice(dot + 1)];
    if (brands.includes(name)) continue;
    byEnding.set(ending, [...(byEnding.get(ending) ?? []), name]);
  }
  const lines = [...byEnding].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ending, names]) => ` '${ending}': '${names.join(' ')}'`);
  return [
    '/** Mailbox providers of private people, by ending. Made by `npx tsx test/fit/personal-domains.ts`; change that, not this. */',
    '// biome-ignore format: one line an ending',
    'export const personalDomains: { readonly [ending: string]: string } = {',
    lines.join(',\n').replace(/'(\w+)': /g, '$1: '),
    '};',
    ''
  ].join('\n');
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(word => word !== '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(compiled, personalDomains());
