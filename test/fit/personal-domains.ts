import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the compiled set stands. */
export const compiled = new URL('../../core/mail/data/personal-domains.ts', import.meta.url);

/** In the list of common providers, but no place where people keep a private mailbox: portals, firms, examples, shared name servers. */
const notMailboxes = `facebook.com example.com go.com alibaba.com aliyun.com about.com medscape.com space.com discovery.com spb.ru berlin.de test.com
  nus.edu.sg web.id msk.ru pp.ua ancestry.com techspot.com law.com bt.com yourdomain.com kansascity.com skynet.be detik.com zp.ua test.de casino.com
  gazeta.pl care2.com geek.com catholic.org mail-tester.com www.com mydomain.com parrot.com name.com unican.es sci.fi ivillage.com dailypioneer.com
  hidemyass.com saudia.com hamptonroads.com blackplanet.com islamonline.net webindia123.com oath.com depechemode.com onmilwaukee.com
  dejanews.com scubadiving.com swissinfo.org c3.hu gportal.hu f5.si dynu.net elvis.com dnsmadeeasy.com pe.hu sp.nl spacewar.com webjump.com za.com
  4mg.com blogos.com thirdage.com bangkok.com lex.bg wow.com talkcity.com singpost.com aver.com dmv.com 3ammagazine.com rediffmailpro.com easypost.com
  yahoofs.com clerk.com lawyer.com doctor.com barcelona.com cu.cc montevideo.com.uy nyc.com ny.com games.com theglobe.com bizhosting.com ddnsfree.com
  privacy.net beer.com bugmenot.com indiatimes.com globo.com doityourself.com poste.it albawaba.com looksmart.com metacrawler.com masrawy.com india.com
  garbage.com home.nl enter.net homestead.com depechemode.com btconnect.com telstra.com i.am rin.ru kiwibox.com chacuo.net emailondeck.com hot.ee
  everyone.net she.com front.ru land.ru iol.it`;

/** Access and mail providers that homes in the United Kingdom and Ireland use, and well-known ones that the list lacks. */
const supplement = `btinternet.com btopenworld.com sky.com talktalk.net talktalk.co.uk virginmedia.com virgin.net ntlworld.com blueyonder.co.uk
  tiscali.co.uk plus.com plusnet.com f2s.com force9.co.uk orange.net orangehome.co.uk o2.co.uk freeserve.co.uk fsnet.co.uk fsmail.net wanadoo.co.uk
  lineone.net supanet.com onetel.com onetel.net which.net madasafish.com tesco.net waitrose.com mypostoffice.co.uk toucansurf.com ukonline.co.uk
  totalise.co.uk pipex.com dsl.pipex.com aol.com aol.co.uk freeuk.com breathe.com breathemail.net clara.co.uk clara.net demon.co.uk zen.co.uk
  eircom.net iol.ie gofree.indigo.ie oceanfree.net icloud.com me.com mac.com googlemail.com gmail.com ymail.com rocketmail.com hotmail.com outlook.com
  live.com msn.com passport.com protonmail.com protonmail.ch proton.me pm.me tutanota.com tuta.io tuta.com fastmail.com fastmail.fm hey.com mail.com email.com
  gmx.com gmx.co.uk gmx.net zoho.com zohomail.com zohomail.eu mailbox.org posteo.de posteo.net runbox.com hushmail.com rediffmail.com rediff.com
  mailinator.com guerrillamail.com yopmail.com 10minutemail.com temp-mail.org usa.net netzero.com peoplepc.com windstream.net cablespeed.com optonline.net optimum.net home.com
  worldnet.att.net flash.net ameritech.net snet.net nvbell.net ix.netcom.com netscape.net rogers.com videotron.ca telus.net bigpond.net.au tpg.com.au
  iinet.net.au xtra.co.nz indigo.ie iol.ie esatclear.ie utvinternet.com vodafone.ie three.co.uk vodafone.net btclick.com armyspy.com cuvox.de dayrep.com
  einrot.com fleckens.hu gustr.com jourrapide.com rhyta.com superrito.com teleworm.us trashmail.com uswest.net mediaone.net juno.com netzero.net pacbell.net sbcglobal.net bellsouth.net swbell.net attbi.com qwest.net adelphia.net concentric.net
  bigfoot.com inbox.com hispavista.com tin.it laposte.net btopenworld.com ukr.net abv.bg aim.com speakeasy.net attglobal.net tinet.ie iolfree.ie sharklasers.com maildrop.cc getnada.com`;

/** How many of the list, which begins with those that are used most: the rest costs bytes on every send and is hardly met. */
const most = 200;

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
  const lines = [...byEnding].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ending, names]) => `  '${ending}': '${names.join(' ')}'`);
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
