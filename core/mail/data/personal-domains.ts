/** Mailbox providers of private people, by ending. Made by `npx tsx test/fit/personal-domains.ts`; change that, not this. */
// biome-ignore format: one line an ending
export const personalDomains: { readonly [ending: string]: string } = {
 'att.net': 'worldnet',
 ca: 'sympatico',
 'co.uk': 'blueyonder clara o2 tiscali wanadoo zen',
 com: 'armyspy attbi bigpond btinternet btopenworld compuserve dayrep einrot email excite f2s fastmail guerrillamail gustr hey hushmail icloud jourrapide juno mac mail mailinator me mindspring ntlworld onetel peoplepc plus plusnet pobox protonmail qq rediffmail rhyta rocketmail rogers sky superrito tutanota virginmedia waitrose yopmail zoho',
 de: 'cuvox t-online web',
 fr: 'free orange wanadoo',
 hu: 'fleckens',
 ie: 'indigo iol vodafone',
 it: 'libero',
 me: 'pm proton',
 net: 'att bellsouth charter clara comcast cox earthlink eircom fsmail laposte lineone netscape netzero optonline orange pacbell prodigy sbcglobal swbell talktalk telus tesco usa verizon virgin which',
 org: 'mailbox',
 'pipex.com': 'dsl',
 pl: 'wp',
 ru: 'mail yandex',
 us: 'teleworm'
};
