import type { Text } from '../../core/locale.ts';
import type { RightTried } from '../setup/trying.ts';

/** What `beadle setup` and `beadle doctor` say of a right. */
export const standings: { readonly [S in RightTried['standing']]: Text } = {
  there: { en: 'there', cy: 'yno' },
  missing: { en: 'MISSING', cy: 'AR GOLL' },
  untried: { en: 'could not be tried', cy: 'ni ellid rhoi cynnig arni' }
};

export const words = {
  begin: {
    en: 'Set-up of Beadle in {folder}. Return takes what stands in brackets, a single «-» empties it, «?» says more. Nothing is written before the end; Ctrl-C ends it.',
    cy: 'Gosod Beadle yn {folder}. Mae Return yn cymryd yr hyn sydd rhwng bachau, mae «-» ar ei ben ei hun yn ei wagio, mae «?» yn dweud mwy. Nid ysgrifennir dim cyn y diwedd; mae Ctrl-C yn ei orffen.'
  },
  again: { en: 'What is offered is what beadle.yaml says now.', cy: 'Yr hyn a gynigir yw’r hyn y mae beadle.yaml yn ei ddweud nawr.' },
  several: { en: 'several with commas', cy: 'sawl un, â choma rhyngddynt' },
  kept: { en: 'there already', cy: 'yno eisoes' },
  hidden: { en: 'it is not shown', cy: 'ni chaiff ei ddangos' },
  noMore: { en: 'There is no more to say of it.', cy: 'Nid oes mwy i’w ddweud amdano.' },
  broken: {
    en: 'Broken off. Nothing was written; begin again whenever you like.',
    cy: 'Torrwyd ar draws. Nid ysgrifennwyd dim; dechreuwch eto pryd bynnag y mynnwch.'
  },
  rights: { en: 'The least rights for this:', cy: 'Yr hawliau lleiaf ar gyfer hyn:' },
  noRights: {
    en: 'What you chose needs no right at Microsoft or Google.',
    cy: 'Nid oes angen unrhyw hawl yn Microsoft na Google ar yr hyn a ddewisoch.'
  },
  feature: { en: 'Feature', cy: 'Nodwedd' },
  right: { en: 'Right', cy: 'Hawl' },
  stands: { en: 'It is', cy: 'Cyflwr' },
  todo: { en: 'What to do', cy: 'Beth i’w wneud' },
  offline: {
    en: 'Not tried: «--offline». «beadle doctor» tries them.',
    cy: 'Heb roi cynnig arnynt: «--offline». Mae «beadle doctor» yn rhoi cynnig arnynt.'
  },
  change: { en: 'What would change in beadle.yaml:', cy: 'Beth fyddai’n newid yn beadle.yaml:' },
  whole: {
    en: 'beadle.yaml will be written, {lines} lines with comments.',
    cy: 'Caiff beadle.yaml ei ysgrifennu, {lines} llinell gyda sylwadau.'
  },
  same: { en: 'beadle.yaml stays as it is.', cy: 'Mae beadle.yaml yn aros fel y mae.' },
  secrets: {
    en: 'Into beadle.env, which nobody else may read: {names}.',
    cy: 'I beadle.env, na chaiff neb arall ei ddarllen: {names}.'
  },
  sure: { en: 'Write it? [Y/n] ', cy: 'Ei ysgrifennu? [I/n] ' },
  notWritten: { en: 'Nothing was written.', cy: 'Nid ysgrifennwyd dim.' },
  wrote: { en: 'Wrote {files} in {folder}.', cy: 'Ysgrifennwyd {files} yn {folder}.' },
  copy: { en: 'The old beadle.yaml is {copy}.', cy: 'Yr hen beadle.yaml yw {copy}.' },
  windows: {
    en: 'On Windows Beadle cannot hold the file back from others: give the folder rights by which the service’s user alone reads it.',
    cy: 'Ar Windows ni all Beadle gadw’r ffeil oddi wrth eraill: rhowch hawliau i’r ffolder fel mai defnyddiwr y gwasanaeth yn unig sy’n ei darllen.'
  },
  missing: { en: 'What is still missing to go live:', cy: 'Yr hyn sydd ar goll o hyd cyn mynd yn fyw:' },
  page: {
    en: 'Open this on this machine within 15 minutes; it is good once: {url}',
    cy: 'Agorwch hwn ar y peiriant hwn o fewn 15 munud; mae’n ddilys unwaith: {url}'
  },
  pageEnds: { en: 'Ctrl-C ends it.', cy: 'Mae Ctrl-C yn ei orffen.' }
} as const satisfies { readonly [name: string]: Text };
