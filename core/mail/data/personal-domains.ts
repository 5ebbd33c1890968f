/** Mailbox providers of private people, by ending. Made by `npx tsx test/fit/personal-domains.ts`; change that, not this. */
// biome-ignore format: one line an ending
export const personalDomains: { readonly [ending: string]: string } = {
  'att.net': 'worldnet',
  bg: 'abv',
  ca: 'shaw sympatico',
  'co.nz': 'xtra',
  'co.uk': 'blueyonder clara o2 tiscali totalise ukonline wanadoo zen',
  com: '163 altavista angelfire armyspy attbi bigpond breathe btinternet btopenworld compuserve dayrep einrot email excite f2s fastmail freeuk geocities guerrillamail gustr hey home hushmail icloud inbox jourrapide juno mac madasafish mail mailinator me mindspring naver netscape ntlworld onetel passport peoplepc plus plusnet pobox protonmail qq rediffmail rhyta rocketmail rogers sky supanet superrito toucansurf tutanota utvinternet virginmedia waitrose yandex yopmail zoho',
  'com.au': 'optusnet',
  'com.br': 'uol',
  de: 'cuvox posteo t-online web',
  fm: 'fastmail',
  fr: 'free orange wanadoo',
  hu: 'fleckens',
  ie: 'indigo iol vodafone',
  io: 'tuta',
  it: 'libero',
  me: 'pm proton',
  net: 'att bellsouth charter clara comcast cox earthlink eircom fsmail laposte lineone netscape netzero optonline orange pacbell prodigy sbcglobal swbell talktalk telus tesco ukr usa verizon virgin which',
  'net.au': 'bigpond',
  org: 'mailbox',
  'pipex.com': 'dsl',
  pl: 'onet wp',
  ru: 'mail yandex',
  us: 'teleworm'
};
