import type { Text } from '../../core/locale.ts';
import type { Audience } from '../../core/mail/policy.ts';

/** The heads and words of the tables that a coordinator reads. */
export const outlookWords = {
  day: { en: 'day', cy: 'diwrnod' },
  rule: { en: 'rule', cy: 'rheol' },
  messages: { en: 'messages', cy: 'negeseuon' },
  advise: { en: 'advised', cy: 'cyngor' },
  confirm: { en: 'warned', cy: 'rhybudd' },
  block: { en: 'blocked', cy: 'ataliwyd' },
  all: { en: 'all', cy: 'pob un' },
  partly: { en: 'not judged in part', cy: 'heb ei barnu’n llawn' },
  noRecords: { en: 'There are no records of these days.', cy: 'Nid oes cofnodion o’r dyddiau hyn.' },
  address: { en: 'address (hash)', cy: 'cyfeiriad (hash)' },
  said: { en: 'said to be', cy: 'meddir ei fod yn' },
  provider: { en: 'private provider', cy: 'darparwr preifat' },
  decided: { en: 'decided', cy: 'penderfynwyd' },
  refused: { en: 'refused', cy: 'gwrthodwyd' },
  yes: { en: 'yes', cy: 'ie' },
  no: { en: 'no', cy: 'na' },
  noSuggestions: { en: 'Nothing waits for a decision.', cy: 'Nid oes dim yn aros am benderfyniad.' }
} as const satisfies { readonly [name: string]: Text };

/** Who an address may belong to. */
export const audienceWords: { readonly [A in Audience]: Text } = {
  head: { en: 'head', cy: 'pennaeth' },
  staff: { en: 'staff', cy: 'staff' },
  governor: { en: 'governor', cy: 'llywodraethwr' },
  pupil: { en: 'pupil', cy: 'disgybl' },
  parent: { en: 'parent', cy: 'rhiant' },
  agency: { en: 'agency', cy: 'asiantaeth' },
  outsider: { en: 'none of these', cy: 'dim un o’r rhain' }
};
