import type { Text } from '../../core/locale.ts';

/** What the page of the set-up says by itself; the questions come from the service. */
export const words = {
  title: { en: 'Set-up – Beadle', cy: 'Gosod – Beadle' },
  skip: { en: 'Go to the questions', cy: 'Ewch i’r cwestiynau' },
  language: { en: 'Language', cy: 'Iaith' },
  step: { en: 'Step {number} of {count}: {title}', cy: 'Cam {number} o {count}: {title}' },
  last: { en: 'Look and write', cy: 'Edrych ac ysgrifennu' },
  several: { en: 'Several with commas.', cy: 'Os oes sawl un, rhowch goma rhyngddynt.' },
  optional: { en: '(may stay empty)', cy: '(gall aros yn wag)' },
  kept: { en: 'There is one already; leave this empty to keep it.', cy: 'Mae un yno eisoes; gadewch hwn yn wag i’w gadw.' },
  back: { en: 'Back', cy: 'Yn ôl' },
  next: { en: 'Go on', cy: 'Ymlaen' },
  write: { en: 'Write beadle.yaml', cy: 'Ysgrifennu beadle.yaml' },
  tryRights: { en: 'Try the rights', cy: 'Rhoi cynnig ar yr hawliau' },
  trying: { en: 'Microsoft and Google are asked …', cy: 'Gofynnir i Microsoft a Google …' },
  tried: { en: 'The rights were tried.', cy: 'Rhoddwyd cynnig ar yr hawliau.' },
  wrongs: { en: 'Put right what is marked: {count}.', cy: 'Cywirwch yr hyn sydd wedi’i farcio: {count}.' },
  rights: { en: 'The least rights', cy: 'Yr hawliau lleiaf' },
  noRights: {
    en: 'What you chose needs no right at Microsoft or Google.',
    cy: 'Nid oes angen unrhyw hawl yn Microsoft na Google ar yr hyn a ddewisoch.'
  },
  grant: { en: 'How an administrator grants them', cy: 'Sut mae gweinyddwr yn eu rhoi' },
  changes: { en: 'What would be written', cy: 'Beth fyddai’n cael ei ysgrifennu' },
  same: { en: 'beadle.yaml stays as it is.', cy: 'Mae beadle.yaml yn aros fel y mae.' },
  secrets: { en: 'Into beadle.env, which nobody else may read: {names}.', cy: 'I beadle.env, na chaiff neb arall ei ddarllen: {names}.' },
  feature: { en: 'Feature', cy: 'Nodwedd' },
  right: { en: 'Right', cy: 'Hawl' },
  stands: { en: 'It is', cy: 'Cyflwr' },
  todo: { en: 'What to do', cy: 'Beth i’w wneud' },
  there: { en: 'there', cy: 'yno' },
  missing: { en: 'missing', cy: 'ar goll' },
  untried: { en: 'could not be tried', cy: 'ni ellid rhoi cynnig arni' },
  done: { en: 'Written', cy: 'Ysgrifennwyd' },
  wrote: { en: 'Written: {files}.', cy: 'Ysgrifennwyd: {files}.' },
  copy: { en: 'The old beadle.yaml is {copy}.', cy: 'Yr hen beadle.yaml yw {copy}.' },
  then: {
    en: 'End «beadle setup» with Ctrl-C, start the service, and run «beadle doctor».',
    cy: 'Gorffennwch «beadle setup» gyda Ctrl-C, dechreuwch y gwasanaeth, a rhedwch «beadle doctor».'
  },
  closed: { en: 'This page is closed', cy: 'Mae’r dudalen hon ar gau' },
  silent: {
    en: '«beadle setup --page» does not answer any more. Start it again; nothing was lost but what you typed here.',
    cy: 'Nid yw «beadle setup --page» yn ateb bellach. Dechreuwch ef eto; ni chollwyd dim ond yr hyn a deipioch yma.'
  }
} as const satisfies { readonly [word: string]: Text };

export type Word = keyof typeof words;
