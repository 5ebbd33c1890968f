import { rule, some } from '../rule.ts';

/** Families and outsiders who do not know each other must not see each other's addresses. */
export const crowdInTheOpen = rule({
  id: 'crowd-in-the-open',
  title: { en: 'Families or outsiders can see each other’s addresses', cy: 'Gall teuluoedd neu bobl allanol weld cyfeiriadau ei gilydd' },
  duties: ['check-recipients', 'others-details-private', 'protect-personal-data'],
  action: 'confirm',
  reads: ['recipients'],
  settings: {
    least: { kind: 'count', default: 3, least: 2, most: 500, says: 'how many households or outsiders make a crowd' }
  },
  messages: {
    exposed: {
      en: '{count} families or outside people can see each other’s addresses. Move them to Bcc.',
      cy: 'Gall {count} o deuluoedd neu bobl allanol weld cyfeiriadau ei gilydd. Symudwch nhw i Bcc.'
    }
  },
  judge: ({ recipients }, { least }) => {
    const seen = recipients.filter(
      who => who.field !== 'bcc' && !who.ours && !who.via && who.audience !== 'staff' && who.audience !== 'head'
    );
    const strangers = new Set(seen.map(who => householdOf(who.known) || who.address));
    const evidence = some(seen.map(who => ({ in: who.field, address: who.address })));
    if (!evidence || strangers.size < least) return [];
    return [
      {
        message: 'exposed',
        values: { count: strangers.size },
        evidence,
        remedy: { kind: 'move-to-bcc', addresses: seen.map(who => who.address) }
      }
    ];
  }
});

function householdOf(known: readonly { readonly household?: string }[]): string | undefined {
  for (const { household } of known) if (household) return `household ${household}`;
  return undefined;
}
