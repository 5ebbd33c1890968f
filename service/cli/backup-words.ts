import type { Text } from '../../core/locale.ts';

/** The words around backups. */
export const backupWords = {
  copying: { en: '{count} rows copied', cy: '{count} o resi wedi’u copïo' },
  restoring: { en: '{count} rows', cy: '{count} o resi' },
  stopped: { en: 'Stopped: no backup was written.', cy: 'Stopiwyd: ni ysgrifennwyd copi wrth gefn.' },
  restoreStopped: {
    en: 'Stopped: nothing was restored, and the database is as empty as before.',
    cy: 'Stopiwyd: ni adferwyd dim, ac mae’r gronfa ddata mor wag â chynt.'
  },
  unverified: {
    en: 'Stopped: everything was restored, and nothing is said of the ledger. «beadle ledger verify» verifies it.',
    cy: 'Stopiwyd: adferwyd popeth, ac ni ddywedir dim am y llyfr cofnodion. Mae «beadle ledger verify» yn ei wirio.'
  },
  taken: {
    en: '«{file}» holds the database of {schools} as it was at {made}: {rows} rows of {tables} tables, {size}.',
    cy: 'Mae «{file}» yn cynnwys cronfa ddata {schools} fel yr oedd am {made}: {rows} o resi o {tables} o dablau, {size}.'
  },
  schools: { en: '{count} schools', cy: '{count} o ysgolion' },
  whole: { en: 'It was read again from beginning to end and is whole.', cy: 'Fe’i darllenwyd eto o’r dechrau i’r diwedd ac mae’n gyfan.' },
  personal: {
    en: 'It holds names and addresses: keep it as you keep a register.',
    cy: 'Mae’n cynnwys enwau a chyfeiriadau: cadwch ef fel y cadwch gofrestr.'
  },
  leftOut: {
    en: 'Not in it, so keep a copy of each beside it: {files}.',
    cy: 'Nid ydynt ynddo, felly cadwch gopi o bob un wrth ei ymyl: {files}.'
  },
  withSecrets: {
    en: 'In it, encrypted with your passphrase: {files}. Keep the passphrase elsewhere.',
    cy: 'Ynddo, wedi’u hamgryptio â’ch cyfrinymadrodd: {files}. Cadwch y cyfrinymadrodd mewn man arall.'
  },
  restored: {
    en: 'Restored: the database of {schools} as it was at {made}, {rows} rows of {tables} tables.',
    cy: 'Adferwyd: cronfa ddata {schools} fel yr oedd am {made}, {rows} o resi o {tables} o dablau.'
  },
  drilled: {
    en: 'The drill is done: the backup of {schools} from {made} can be restored. Nothing was touched.',
    cy: 'Mae’r ymarfer wedi’i wneud: gellir adfer copi wrth gefn {schools} o {made}. Ni chyffyrddwyd â dim.'
  },
  drilledBadly: {
    en: 'The drill is done: the backup of {schools} from {made} was restored, but its ledger is not sound. Nothing was touched.',
    cy: 'Mae’r ymarfer wedi’i wneud: adferwyd copi wrth gefn {schools} o {made}, ond nid yw ei lyfr cofnodion yn gywir. Ni chyffyrddwyd â dim.'
  },
  sound: {
    en: 'The ledger of {school} is whole. Entries: {entries}; checkpoints: {checkpoints}.',
    cy: 'Mae llyfr cofnodion {school} yn gyfan. Cofnodion: {entries}; pwyntiau gwirio: {checkpoints}.'
  },
  soundCovered: {
    en: 'The ledger of {school} is whole. Entries: {entries}; checkpoints: {checkpoints}, the last on {date}.',
    cy: 'Mae llyfr cofnodion {school} yn gyfan. Cofnodion: {entries}; pwyntiau gwirio: {checkpoints}, yr olaf ar {date}.'
  },
  keyless: {
    en: 'The ledger of {school} is whole. Entries: {entries}. Its key is not known here, so its checkpoints were not verified.',
    cy: 'Mae llyfr cofnodion {school} yn gyfan. Cofnodion: {entries}. Nid yw ei allwedd yn hysbys yma, felly ni wiriwyd ei bwyntiau gwirio.'
  },
  unsound: {
    en: 'The ledger of {school} is not as it was recorded. Faults: {count}. The first: {says}',
    cy: 'Nid yw llyfr cofnodion {school} fel y’i cofnodwyd. Diffygion: {count}. Y cyntaf: {says}'
  },
  paused: {
    en: 'Sending stands still in every school, because what went out after {made} would go out again. «beadle sending --go-on» lets it go on.',
    cy: 'Mae’r anfon wedi’i atal ym mhob ysgol, oherwydd byddai’r hyn a anfonwyd ar ôl {made} yn cael ei anfon eto. Mae «beadle sending --go-on» yn gadael iddo fynd ymlaen.'
  },
  erasedAgain: {
    en: 'What was erased after {made} is there again. Erase it again, and tell the data protection officer.',
    cy: 'Mae’r hyn a ddilëwyd ar ôl {made} yno eto. Dilëwch ef eto, a dywedwch wrth y swyddog diogelu data.'
  },
  keyMissing: {
    en: '«{file}» is not there. Put it back before «beadle serve» starts, which would make a new one: what belongs to the old one would be lost.',
    cy: 'Nid yw «{file}» yno. Rhowch ef yn ôl cyn i «beadle serve» ddechrau: byddai hwnnw’n gwneud un newydd, a chollid yr hyn sy’n perthyn i’r hen un.'
  },
  keyOther: {
    en: '«{file}» holds another key than the one that signed the checkpoints of the backup. Put the right one back before «beadle serve» starts.',
    cy: 'Mae «{file}» yn cynnwys allwedd wahanol i’r un a lofnododd bwyntiau gwirio’r copi. Rhowch yr un gywir yn ôl cyn i «beadle serve» ddechrau.'
  },
  keysPut: { en: 'Put back beside beadle.yaml: {files}.', cy: 'Rhoddwyd yn ôl wrth ymyl beadle.yaml: {files}.' },
  keysStayed: {
    en: 'There already, and left as it is: {files}.',
    cy: 'Yno eisoes, a gadawyd fel y mae: {files}.'
  },
  keysWaiting: {
    en: 'In the backup, encrypted: {files}. --passphrase puts them back.',
    cy: 'Yn y copi, wedi’u hamgryptio: {files}. Mae --passphrase yn eu rhoi’n ôl.'
  },
  read: { en: 'read, and found whole', cy: 'darllen, a chael ei fod yn gyfan' },
  started: { en: 'an empty database', cy: 'cronfa ddata wag' },
  put: { en: 'put back', cy: 'rhoi’n ôl' },
  verified: { en: 'ledger verified', cy: 'gwirio’r llyfr cofnodion' },
  altogether: { en: 'altogether', cy: 'i gyd' },
  seconds: { en: '{seconds} s', cy: '{seconds} e' },
  each: { en: '{speed} rows a second', cy: '{speed} o resi yr eiliad' },
  sending: {
    en: 'Waiting: {waiting}, not delivered: {failed}.',
    cy: 'Yn aros: {waiting}, heb eu danfon: {failed}.'
  },
  goesOn: { en: 'Sending goes on.', cy: 'Mae’r anfon yn mynd ymlaen.' },
  standsStill: {
    en: 'Sending stands still. «beadle sending --go-on» lets it go on.',
    cy: 'Mae’r anfon wedi’i atal. Mae «beadle sending --go-on» yn gadael iddo fynd ymlaen.'
  }
} as const satisfies { readonly [name: string]: Text };
