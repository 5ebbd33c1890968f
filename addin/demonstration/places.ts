import type { Text } from '../../core/locale.ts';
import type { Place } from './api.ts';
import { audits } from './audits.ts';
import { chat } from './chat.ts';
import { clock } from './clock.ts';
import { gmail } from './gmail.ts';
import { mailbox } from './outlook/mailbox.ts';
import { signing } from './signing.ts';
import { dashboard } from './dashboard.ts';
import type { Tour, View } from './tour.ts';
import { welcome } from './welcome.ts';

/** The places of the page in their order, each with its name and what makes it. */
export const places: { readonly [P in Place]: { readonly title: Text; readonly make: (tour: Tour) => View } } = {
  guide: { title: { en: 'The school', cy: 'Yr ysgol' }, make: welcome },
  outlook: { title: { en: 'Outlook', cy: 'Outlook' }, make: mailbox },
  gmail: { title: { en: 'Gmail', cy: 'Gmail' }, make: gmail },
  chat: { title: { en: 'Chat', cy: 'Sgwrs' }, make: chat },
  sign: { title: { en: 'Signing', cy: 'Llofnodi' }, make: signing },
  tab: { title: { en: 'Dashboard', cy: 'Dangosfwrdd' }, make: dashboard },
  audits: { title: { en: 'Audits and reports', cy: 'Archwiliadau ac adroddiadau' }, make: audits },
  clock: { title: { en: 'Clock', cy: 'Cloc' }, make: clock }
};

export const placeIds = Object.keys(places) as readonly Place[];

/** The place that a hash of the address names; the first where it names none. */
export function chosenPlace(hash: string): Place {
  const name = hash.slice(1);
  return placeIds.find(id => id === name) ?? 'guide';
}
