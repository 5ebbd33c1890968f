import type { Text } from '../../core/locale.ts';

/** The words around what was found in a ledger or a receipt. */
export const ledgerWords = {
  sound: {
    en: 'The ledger of {school} is whole: nothing in it was changed.',
    cy: 'Mae llyfr cofnodion {school} yn gyfan: ni newidiwyd dim ynddo.'
  },
  unsound: {
    en: 'The ledger of {school} is not as it was recorded. Faults: {count}. The first:',
    cy: 'Nid yw llyfr cofnodion {school} fel y’i cofnodwyd. Diffygion: {count}. Y cyntaf:'
  },
  entries: { en: 'entries', cy: 'cofnodion' },
  signed: { en: 'signatures', cy: 'llofnodion' },
  erased: { en: 'erased', cy: 'wedi’u dileu' },
  checkpoints: { en: 'checkpoints', cy: 'pwyntiau gwirio' },
  covered: { en: '{count}, the last on {date}', cy: '{count}, yr olaf ar {date}' },
  witnessed: { en: 'of them kept elsewhere', cy: 'ohonynt a gadwyd mewn man arall' },
  stamps: { en: 'of them with a time stamp', cy: 'ohonynt â stamp amser' },
  stamped: { en: '{count}, the last on {date}, by {by}', cy: '{count}, yr olaf ar {date}, gan {by}' },
  stampTrust: {
    en: 'that the authority of the time stamps deserves trust: «openssl ts -verify» says it, with a certificate that you trust',
    cy: 'bod awdurdod y stampiau amser yn haeddu ymddiriedaeth: dywed «openssl ts -verify» hynny, gyda thystysgrif yr ymddiriedwch ynddi'
  },
  head: { en: 'last leaf', cy: 'y ddeilen olaf' },
  root: { en: 'root', cy: 'gwreiddyn' },
  key: { en: 'key', cy: 'allwedd' },
  notes: { en: 'To know:', cy: 'I’w wybod:' },
  unproved: { en: 'What this does not prove:', cy: 'Yr hyn nad yw hyn yn ei brofi:' },
  receiptSound: {
    en: 'The receipt is good: entry {index} stands in the ledger of {school} as the receipt shows it.',
    cy: 'Mae’r dderbynneb yn ddilys: mae cofnod {index} yn llyfr cofnodion {school} fel y mae’r dderbynneb yn ei ddangos.'
  },
  receiptPromised: {
    en: 'The receipt is good: the key of {school} signed that entry {index} is recorded as the receipt shows it.',
    cy: 'Mae’r dderbynneb yn ddilys: llofnododd allwedd {school} fod cofnod {index} wedi’i gofnodi fel y mae’r dderbynneb yn ei ddangos.'
  },
  receiptUnsound: { en: 'The receipt is not good.', cy: 'Nid yw’r dderbynneb yn ddilys.' },
  checkpointOn: { en: 'checkpoint', cy: 'pwynt gwirio' },
  stopped: { en: 'Stopped: nothing is said of the ledger.', cy: 'Stopiwyd: ni ddywedir dim am y llyfr cofnodion.' },
  onward: { en: '{count} entries, {speed} a second', cy: '{count} o gofnodion, {speed} yr eiliad' },
  exported: {
    en: '«{file}» holds the whole ledger, with names. Keep it as you keep a register; verify it with: beadle ledger verify {file}',
    cy: 'Mae «{file}» yn cynnwys y llyfr cofnodion cyfan, gydag enwau. Cadwch ef fel y cadwch gofrestr; gwiriwch ef â: beadle ledger verify {file}'
  },
  newKey: {
    en: 'Key {key} signs from now on, endorsed by the one before it. Start a running service again.',
    cy: 'Allwedd {key} sy’n llofnodi o hyn ymlaen, wedi’i chymeradwyo gan yr un o’i blaen. Ailgychwynnwch wasanaeth sy’n rhedeg.'
  }
} as const satisfies { readonly [name: string]: Text };
