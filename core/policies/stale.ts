import type { Text } from '../locale.ts';

/** A law, body or service that has gone, as policies still name it. */
export interface Stale {
  /** Lower case, letters and digits only, one space between words; as a clause reads after `plain`. */
  readonly phrases: readonly string[];
  /** Not meant when one of these words stands right before or after it. */
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
  readonly kind: 'repealed-law' | 'out-of-date';
  readonly what: Text;
  readonly do: Text;
}

/** What no policy should cite any more. Sources: legislation.gov.uk for each act and regulation, the bodies’ own pages for the rest. */
export const stale: readonly Stale[] = [
  {
    phrases: [
      'data protection act 1998',
      'data protection act of 1998',
      'data protection act 1984',
      'dpa 1998',
      'deddf diogelu data 1998',
      'ddeddf diogelu data 1998'
    ],
    kind: 'repealed-law',
    what: {
      en: 'The Data Protection Act 1998 was repealed on 25 May 2018.',
      cy: 'Diddymwyd Deddf Diogelu Data 1998 ar 25 Mai 2018.'
    },
    do: {
      en: 'Cite the UK GDPR and the Data Protection Act 2018.',
      cy: 'Dyfynnwch GDPR y DU a Deddf Diogelu Data 2018.'
    }
  },
  {
    phrases: ['data protection act', 'deddf diogelu data', 'ddeddf diogelu data'],
    notBefore: ['1984', '1998', '2018', 'of'],
    kind: 'repealed-law',
    what: {
      en: 'The Data Protection Act is named without its year, so it may be the repealed act of 1998.',
      cy: 'Enwir y Ddeddf Diogelu Data heb ei blwyddyn, felly gall mai deddf 1998, a ddiddymwyd, yw hi.'
    },
    do: {
      en: 'Write «UK GDPR and Data Protection Act 2018».',
      cy: 'Ysgrifennwch «GDPR y DU a Deddf Diogelu Data 2018».'
    }
  },
  {
    phrases: ['lawful business practice'],
    kind: 'repealed-law',
    what: {
      en: 'The Lawful Business Practice Regulations 2000 were replaced in 2018.',
      cy: 'Disodlwyd Rheoliadau Arferion Busnes Cyfreithlon 2000 yn 2018.'
    },
    do: {
      en: 'Cite the Investigatory Powers (Interception by Businesses etc. for Monitoring and Record-keeping Purposes) Regulations 2018.',
      cy: 'Dyfynnwch yr Investigatory Powers (Interception by Businesses etc. for Monitoring and Record-keeping Purposes) Regulations 2018.'
    }
  },
  {
    phrases: ['regulation of investigatory powers', 'ripa', 'deddf rheoleiddio pwerau ymchwilio'],
    kind: 'repealed-law',
    what: {
      en: 'What the Regulation of Investigatory Powers Act 2000 said on interception has been in the Investigatory Powers Act 2016 since 2018.',
      cy: 'Ers 2018, yn Neddf Pwerau Ymchwilio 2016 y mae’r hyn a ddywedai Deddf Rheoleiddio Pwerau Ymchwilio 2000 am ryng-gipio.'
    },
    do: { en: 'Cite the Investigatory Powers Act 2016.', cy: 'Dyfynnwch Ddeddf Pwerau Ymchwilio 2016.' }
  },
  {
    phrases: ['gdpr', 'general data protection regulation', 'general data protection regulations'],
    notAfter: ['uk', 'kingdom'],
    notBefore: ['y', 'uk'],
    kind: 'repealed-law',
    what: {
      en: 'Since 2021 the law here is the UK GDPR, no longer the European Union’s.',
      cy: 'Ers 2021, GDPR y DU yw’r gyfraith yma, nid un yr Undeb Ewropeaidd mwyach.'
    },
    do: { en: 'Write «UK GDPR».', cy: 'Ysgrifennwch «GDPR y DU».' }
  },
  {
    phrases: ['eu 2016 679', '95 46 ec', 'safe harbor', 'safe harbour', 'privacy shield', 'eu us privacy shield'],
    kind: 'repealed-law',
    what: {
      en: 'This European instrument on data protection has no force here any more.',
      cy: 'Nid oes grym yma mwyach i’r offeryn Ewropeaidd hwn ar ddiogelu data.'
    },
    do: {
      en: 'Cite the UK GDPR and, for transfers abroad, its chapter V.',
      cy: 'Dyfynnwch GDPR y DU ac, ar gyfer trosglwyddo dramor, ei bennod V.'
    }
  },
  {
    phrases: ['£500 000', '£500k', '£0 5 million', '£500 thousand', '500 000 pounds'],
    kind: 'repealed-law',
    what: {
      en: 'The limit of £500,000 for fines went with the act of 1998; it is now £17.5 million or 4 % of turnover.',
      cy: 'Daeth y terfyn o £500,000 ar ddirwyon i ben gyda deddf 1998; £17.5 miliwn neu 4 % o’r trosiant yw ef bellach.'
    },
    do: { en: 'Leave the figure out, or give today’s.', cy: 'Gadewch y ffigur allan, neu rhowch yr un presennol.' }
  },
  {
    phrases: ['race relations act', 'sex discrimination act', 'disability discrimination act', 'dda 1995'],
    kind: 'repealed-law',
    what: {
      en: 'The acts on single kinds of discrimination were replaced by the Equality Act 2010.',
      cy: 'Disodlwyd y deddfau ar fathau unigol o wahaniaethu gan Ddeddf Cydraddoldeb 2010.'
    },
    do: { en: 'Cite the Equality Act 2010.', cy: 'Dyfynnwch Ddeddf Cydraddoldeb 2010.' }
  },
  {
    phrases: ['criminal records bureau', 'crb check', 'crb checks', 'crb checked', 'independent safeguarding authority', 'list 99'],
    kind: 'out-of-date',
    what: {
      en: 'The Disclosure and Barring Service took this over in 2012.',
      cy: 'Cymerodd y Gwasanaeth Datgelu a Gwahardd hyn drosodd yn 2012.'
    },
    do: { en: 'Name the Disclosure and Barring Service (DBS).', cy: 'Enwch y Gwasanaeth Datgelu a Gwahardd (DBS).' }
  },
  {
    phrases: ['safeguarding children board', 'safeguarding board', 'lscb'],
    notAfter: ['regional'],
    kind: 'out-of-date',
    what: {
      en: 'Local safeguarding children boards ended in England in 2019; Wales has regional safeguarding boards.',
      cy: 'Daeth byrddau lleol diogelu plant i ben yn Lloegr yn 2019; byrddau diogelu rhanbarthol sydd yng Nghymru.'
    },
    do: {
      en: 'Name the local safeguarding partners, or in Wales the regional safeguarding board.',
      cy: 'Enwch y partneriaid diogelu lleol, neu yng Nghymru y bwrdd diogelu rhanbarthol.'
    }
  },
  {
    phrases: [
      'local education authority',
      'local education authorities',
      'the lea',
      'our lea',
      'from lea',
      'lea advice',
      'lea preferred',
      'lea guidance',
      'lea officer'
    ],
    kind: 'out-of-date',
    what: {
      en: 'Local education authorities have been local authorities since 2010.',
      cy: 'Awdurdodau lleol yw’r awdurdodau addysg lleol ers 2010.'
    },
    do: { en: 'Write «local authority».', cy: 'Ysgrifennwch «awdurdod lleol».' }
  },
  {
    phrases: ['press complaints commission'],
    kind: 'out-of-date',
    what: {
      en: 'The Press Complaints Commission was replaced by IPSO in 2014.',
      cy: 'Disodlwyd Comisiwn Cwynion y Wasg gan IPSO yn 2014.'
    },
    do: { en: 'Cite the Editors’ Code as IPSO enforces it.', cy: 'Dyfynnwch God y Golygyddion fel y mae IPSO yn ei orfodi.' }
  },
  {
    phrases: ['becta', 'dcsf', 'dfes', 'department for children schools and families', 'byron review'],
    kind: 'out-of-date',
    what: { en: 'This body or review has long been gone.', cy: 'Mae’r corff neu’r adolygiad hwn wedi hen ddod i ben.' },
    do: { en: 'Point to the education department’s present guidance.', cy: 'Cyfeiriwch at ganllawiau presennol yr adran addysg.' }
  },
  {
    phrases: ['covid', 'coronavirus'],
    kind: 'out-of-date',
    what: { en: 'This was written for the Covid closures.', cy: 'Ysgrifennwyd hyn ar gyfer cau ysgolion adeg Covid.' },
    do: {
      en: 'Say when remote learning applies today, or take it out.',
      cy: 'Dywedwch pryd y mae dysgu o bell yn berthnasol heddiw, neu dilëwch ef.'
    }
  },
  {
    phrases: [
      'bebo',
      'myspace',
      'my space',
      'google plus',
      'msn messenger',
      'windows live messenger',
      'yahoo messenger',
      'friends reunited'
    ],
    kind: 'out-of-date',
    what: { en: 'This service has closed or is hardly used.', cy: 'Mae’r gwasanaeth hwn wedi cau neu prin y’i defnyddir.' },
    do: {
      en: 'Name no services, or those that pupils use now.',
      cy: 'Peidiwch ag enwi gwasanaethau, neu enwch y rhai a ddefnyddir gan ddisgyblion heddiw.'
    }
  }
];
