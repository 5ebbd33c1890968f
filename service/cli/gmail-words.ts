import type { Text } from '../../core/locale.ts';

/** What the commands for Gmail's rules say. */
export const gmailWords = {
  create: { en: 'make', cy: 'gwneud' },
  change: { en: 'change', cy: 'newid' },
  remove: { en: 'take away', cy: 'tynnu' },
  keep: { en: 'keep', cy: 'cadw' },
  rule: { en: 'rule', cy: 'rheol' },
  detector: { en: 'list', cy: 'rhestr' },
  audit: { en: 'to the log', cy: 'i’r cofnod' },
  warn: { en: 'warns the sender', cy: 'yn rhybuddio’r anfonwr' },
  missing: { en: 'is not there', cy: 'nid yw yno' },
  different: { en: 'is otherwise', cy: 'yn wahanol' },
  stage: { en: 'goes further or less far', cy: 'yn mynd ymhellach neu’n llai pell' },
  double: { en: 'is there twice', cy: 'yno ddwywaith' },
  elsewhere: { en: 'stands in another unit', cy: 'mewn uned arall' },
  'not-wanted': { en: 'is no longer wanted', cy: 'nid oes ei angen mwyach' },
  nothing: {
    en: 'Nothing to do: Gmail has what the school’s policy asks for.',
    cy: 'Dim i’w wneud: mae gan Gmail yr hyn y mae polisi’r ysgol yn gofyn amdano.'
  },
  noneThere: { en: 'Nothing to do: there is nothing of Beadle’s in Gmail.', cy: 'Dim i’w wneud: nid oes dim byd gan Beadle yn Gmail.' },
  foreign: {
    en: '{count} rules and lists that Beadle did not make are left as they are.',
    cy: 'Gadewir {count} rheol a rhestr na wnaeth Beadle fel y maent.'
  },
  begins: {
    en: '«{rule}» begins in the log. Look at what it would have warned of, then run «beadle gmail apply --stage warn» again.',
    cy: 'Mae «{rule}» yn dechrau yn y cofnod. Edrychwch ar yr hyn y byddai wedi rhybuddio amdano, yna rhedwch «beadle gmail apply --stage warn» eto.'
  },
  'too-often': {
    en: '«{rule}» stays in the log, because it would warn more often than the school’s own rule. --all makes it warn all the same.',
    cy: 'Mae «{rule}» yn aros yn y cofnod, oherwydd byddai’n rhybuddio’n amlach na rheol yr ysgol ei hun. Mae --all yn gwneud iddi rybuddio er hynny.'
  },
  differs: { en: 'Where Gmail and the school’s own rules differ:', cy: 'Lle mae Gmail a rheolau’r ysgol ei hun yn wahanol:' },
  more: { en: 'warns of more', cy: 'yn rhybuddio am fwy' },
  less: { en: 'warns of less', cy: 'yn rhybuddio am lai' },
  without: {
    en: 'What Gmail’s own rules cannot do; the add-on does what it can see:',
    cy: 'Yr hyn na all rheolau Gmail ei hun ei wneud; mae’r ychwanegiad yn gwneud yr hyn y gall ei weld:'
  },
  because: { en: '{rule}: {because}', cy: '{rule}: {because}' },
  proven: {
    en: 'Google does not document how its rules read the headers of a mail. Leave new rules in the log for a week and look at what they saw before they warn.',
    cy: 'Nid yw Google yn dogfennu sut mae ei reolau’n darllen penynnau post. Gadewch reolau newydd yn y cofnod am wythnos ac edrychwch ar yr hyn a welsant cyn iddynt rybuddio.'
  },
  logged: {
    en: 'What a rule matches stands in Google’s own log with its sender and its recipients, for every administrator who may read that log. Name it in the data-protection assessment.',
    cy: 'Mae’r hyn y mae rheol yn ei ganfod yng nghofnod Google ei hun gyda’r anfonwr a’r derbynwyr, i bob gweinyddwr a all ddarllen y cofnod hwnnw. Nodwch hyn yn yr asesiad diogelu data.'
  },
  ask: { en: 'Write this into the Workspace? [y/N] ', cy: 'Ysgrifennu hyn i’r Workspace? [i/N] ' },
  askRemove: { en: 'Take this out of the Workspace? [y/N] ', cy: 'Tynnu hyn o’r Workspace? [i/N] ' },
  declined: { en: 'Nothing was changed.', cy: 'Ni newidiwyd dim.' },
  steps: { en: '{done} done, {left} left', cy: '{done} wedi’u gwneud, {left} ar ôl' },
  done: {
    en: 'Done: {create} made, {change} changed, {remove} taken away.',
    cy: 'Gwnaed: {create} wedi’u creu, {change} wedi’u newid, {remove} wedi’u tynnu.'
  },
  halted: {
    en: 'Stopped. Run the same command again; it goes on from here.',
    cy: 'Stopiwyd. Rhedwch yr un gorchymyn eto; mae’n mynd ymlaen o’r fan hon.'
  },
  unsettled: {
    en: 'Google keeps these otherwise than they were written. Look at them in the Admin console:',
    cy: 'Mae Google yn cadw’r rhain yn wahanol i’r hyn a ysgrifennwyd. Edrychwch arnynt yn y consol gweinyddu:'
  }
} as const satisfies { readonly [name: string]: Text };
