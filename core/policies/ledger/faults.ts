import { dateIn } from '../../dates.ts';
import { fill, type Text, type Values } from '../../locale.ts';

/** What can be wrong with a ledger. `{index}` is an entry's place, `{size}` how many entries a checkpoint covers. */
export const faultWords = {
  unreadable: {
    en: 'Entry {index} cannot be read: it does not have the form of an entry.',
    cy: 'Ni ellir darllen cofnod {index}: nid yw ar ffurf cofnod.'
  },
  gap: {
    en: 'Entry {index} is missing: entry {found} stands in its place.',
    cy: 'Mae cofnod {index} ar goll: mae cofnod {found} yn ei le.'
  },
  'other-school': {
    en: 'Entry {index} belongs to the ledger of another school.',
    cy: 'Mae cofnod {index} yn perthyn i lyfr cofnodion ysgol arall.'
  },
  'other-columns': {
    en: 'Entry {index} is filed under another time, kind or place than it says itself.',
    cy: 'Mae cofnod {index} wedi’i ffeilio dan amser, math neu le gwahanol i’r hyn a ddywed ef ei hun.'
  },
  'broken-chain': {
    en: 'Entry {index} does not follow the entry before it: one of the two was changed, taken out or put in.',
    cy: 'Nid yw cofnod {index} yn dilyn y cofnod o’i flaen: newidiwyd, tynnwyd neu ychwanegwyd un o’r ddau.'
  },
  'changed-entry': {
    en: 'Entry {index} was changed: it no longer gives the hash that it was recorded with.',
    cy: 'Newidiwyd cofnod {index}: nid yw bellach yn rhoi’r hash y’i cofnodwyd gydag ef.'
  },
  'changed-personal': {
    en: 'The personal fields of entry {index} were changed: they are not those that it was recorded with.',
    cy: 'Newidiwyd meysydd personol cofnod {index}: nid y rhai y’i cofnodwyd gyda nhw ydynt.'
  },
  'half-erased': {
    en: 'Entry {index} is erased only in part: its personal fields, or their salt, were left behind.',
    cy: 'Dim ond yn rhannol y dilëwyd cofnod {index}: gadawyd ei feysydd personol, neu eu halen, ar ôl.'
  },
  'missing-personal': {
    en: 'The personal fields of entry {index} are gone, and no later entry says that they were erased.',
    cy: 'Mae meysydd personol cofnod {index} wedi mynd, ac nid oes cofnod diweddarach yn dweud iddynt gael eu dileu.'
  },
  'wrong-erasure': {
    en: 'Entry {index} says that entries were erased which do not stand before it.',
    cy: 'Dywed cofnod {index} i gofnodion gael eu dileu nad ydynt o’i flaen.'
  },
  'unknown-kind': {
    en: 'Entry {index} is of a kind that this Beadle does not know. Verify it with a newer one.',
    cy: 'Mae cofnod {index} o fath nad yw’r Beadle hwn yn ei adnabod. Gwiriwch ef gydag un mwy newydd.'
  },
  'never-published': {
    en: 'Entry {index} is about a text that was never published before it.',
    cy: 'Mae cofnod {index} yn ymwneud â thestun na chyhoeddwyd erioed o’i flaen.'
  },
  'never-opened': {
    en: 'Entry {index} is a signature under a text that this person had not opened at the time it names.',
    cy: 'Llofnod yw cofnod {index} dan destun nad oedd y person hwn wedi’i agor ar yr adeg y mae’n ei henwi.'
  },
  'other-text': {
    en: 'The text of {policy} {version} ({language}) that lies with the ledger is not the one that was published.',
    cy: 'Nid y testun a gyhoeddwyd yw testun {policy} {version} ({language}) sydd gyda’r llyfr cofnodion.'
  },
  'wrong-keys': {
    en: 'The keys that lie with the ledger do not follow from one another: one of them was exchanged.',
    cy: 'Nid yw’r allweddi sydd gyda’r llyfr cofnodion yn dilyn ei gilydd: cyfnewidiwyd un ohonynt.'
  },
  'other-key': {
    en: 'The key {key}, which you named, is not among the keys of this ledger.',
    cy: 'Nid yw’r allwedd {key}, a enwyd gennych, ymhlith allweddi’r llyfr cofnodion hwn.'
  },
  'checkpoint-unreadable': {
    en: 'The checkpoint after entry {index} cannot be read: it does not have the form of a checkpoint.',
    cy: 'Ni ellir darllen y pwynt gwirio ar ôl cofnod {index}: nid yw ar ffurf pwynt gwirio.'
  },
  'checkpoint-misplaced': {
    en: 'A checkpoint over {size} entries stands where {count} entries are.',
    cy: 'Mae pwynt gwirio dros {size} o gofnodion lle mae {count} o gofnodion.'
  },
  'checkpoint-school': {
    en: 'The checkpoint of {date} belongs to the ledger of another school.',
    cy: 'Mae pwynt gwirio {date} yn perthyn i lyfr cofnodion ysgol arall.'
  },
  'checkpoint-root': {
    en: 'The entries are not those that the checkpoint of {date} was made of: one of the first {size} was changed since.',
    cy: 'Nid y cofnodion hyn oedd sail pwynt gwirio {date}: newidiwyd un o’r {size} cyntaf ers hynny.'
  },
  'checkpoint-order': {
    en: 'The checkpoint of {date} does not follow the checkpoint before it: one of the two was exchanged or taken out.',
    cy: 'Nid yw pwynt gwirio {date} yn dilyn y pwynt gwirio o’i flaen: cyfnewidiwyd neu tynnwyd un o’r ddau.'
  },
  'checkpoint-signature': {
    en: 'The checkpoint of {date} does not bear the signature of the school’s key.',
    cy: 'Nid yw pwynt gwirio {date} yn dwyn llofnod allwedd yr ysgol.'
  },
  'checkpoint-stamp': {
    en: 'What lies with the checkpoint of {date} is no time stamp of it: one of the two was exchanged or damaged.',
    cy: 'Nid stamp amser pwynt gwirio {date} yw’r hyn sydd gydag ef: cyfnewidiwyd neu difrodwyd un o’r ddau.'
  },
  'witness-differs': {
    en: 'The ledger is not the one of the checkpoint of {date} that you kept: one of the first {size} entries was changed since, or the ledger was written anew.',
    cy: 'Nid llyfr cofnodion y pwynt gwirio {date} a gadwyd gennych yw hwn: newidiwyd un o’r {size} cofnod cyntaf ers hynny, neu ailysgrifennwyd y llyfr.'
  },
  'witness-longer': {
    en: 'The checkpoint of {date} that you kept covers {size} entries, and there are only {count}: the end of the ledger is missing.',
    cy: 'Mae’r pwynt gwirio {date} a gadwyd gennych yn cwmpasu {size} o gofnodion, a dim ond {count} sydd: mae diwedd y llyfr cofnodion ar goll.'
  },
  'receipt-unreadable': {
    en: 'This is no receipt of Beadle’s, or it is damaged.',
    cy: 'Nid derbynneb gan Beadle yw hon, neu mae wedi’i difrodi.'
  },
  'receipt-proof': {
    en: 'The receipt does not prove that the entry stands in the ledger of its checkpoint: the entry, the proof or the checkpoint was changed.',
    cy: 'Nid yw’r dderbynneb yn profi bod y cofnod yn llyfr cofnodion ei phwynt gwirio: newidiwyd y cofnod, y prawf neu’r pwynt gwirio.'
  },
  'receipt-signature': {
    en: 'The receipt does not bear the signature of the school’s key.',
    cy: 'Nid yw’r dderbynneb yn dwyn llofnod allwedd yr ysgol.'
  },
  'cut-short': {
    en: 'The export is cut short: its last line is missing. Export it again, or copy it again.',
    cy: 'Mae’r allforyn wedi’i gwtogi: mae ei linell olaf ar goll. Allforiwch ef eto, neu copïwch ef eto.'
  },
  'other-count': {
    en: 'The export says that it holds {size} entries, and there are {count}.',
    cy: 'Dywed yr allforyn fod ynddo {size} o gofnodion, a {count} sydd yno.'
  },
  'unreadable-line': {
    en: 'Line {line} of the export cannot be read: something was written into it, or it was damaged.',
    cy: 'Ni ellir darllen llinell {line} yr allforyn: ysgrifennwyd rhywbeth ynddi, neu fe’i difrodwyd.'
  }
} as const satisfies { readonly [code: string]: Text };

export type FaultCode = keyof typeof faultWords;

/** One thing that is wrong. `index` is the entry's place, where it is about one. */
export interface LedgerFault {
  readonly code: FaultCode;
  readonly index?: number;
  readonly says: Text;
}

/** A fault with its sentence. */
export function faultOf(code: FaultCode, values: Values = {}, index?: number): LedgerFault {
  const all = index === undefined ? values : { ...values, index };
  const says = { en: fill(faultWords[code].en, all, 'en'), cy: fill(faultWords[code].cy, all, 'cy') };
  return index === undefined ? { code, says } : { code, index, says };
}

/** A date `YYYY-MM-DD` as a value of a fault. */
export function dated(day: string): Text {
  return { en: dateIn('en', day), cy: dateIn('cy', day) };
}

/** What a ledger that verifies does not prove. Said with every result, so that nobody claims more. */
export const unproved: readonly Text[] = [
  { en: 'that anybody understood what they signed, or keeps to it', cy: 'bod neb wedi deall yr hyn a lofnodwyd, nac yn cadw ato' },
  {
    en: 'that nobody else sat at the keyboard: it says how it was known who signed, and no more',
    cy: 'nad oedd neb arall wrth y bysellfwrdd: mae’n dweud sut y gwyddid pwy a lofnododd, a dim mwy'
  },
  { en: 'that what was never entered did not happen', cy: 'na ddigwyddodd yr hyn na chofnodwyd erioed' },
  {
    en: 'that the server’s clock was right: times are its own, and a checkpoint proves an order only',
    cy: 'bod cloc y gweinydd yn gywir: ei amserau ei hun ydynt, a threfn yn unig y mae pwynt gwirio yn ei phrofi'
  },
  {
    en: 'that the key is the school’s: compare its name with a checkpoint that was mailed at the time',
    cy: 'mai allwedd yr ysgol yw’r allwedd: cymharwch ei henw â phwynt gwirio a e-bostiwyd ar y pryd'
  },
  {
    en: 'that the whole ledger was not written anew by whoever holds the key: only a checkpoint that somebody else kept shows that',
    cy: 'nad ailysgrifennwyd y llyfr cofnodion cyfan gan bwy bynnag sy’n dal yr allwedd: dim ond pwynt gwirio a gadwodd rhywun arall sy’n dangos hynny'
  },
  {
    en: 'what stood in personal fields that were erased: only that they were there',
    cy: 'beth oedd yn y meysydd personol a ddilëwyd: dim ond eu bod yno'
  }
];
