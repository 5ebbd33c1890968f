import type { Person, Recipient } from './facts.ts';

/** The pupils to whom a member of staff writes as such. A teacher's own child, known by the household, is none; nor is anybody where no staff writes. */
export function pupilsWrittenTo(sender: Person, recipients: readonly Recipient[]): readonly Recipient[] {
  if (sender.audience !== 'staff' && sender.audience !== 'head') return [];
  const homes = sender.known.map(({ household }) => household).filter(household => household !== undefined && household !== '');
  return recipients.filter(
    who => who.audience === 'pupil' && !who.exempt && !who.known.some(({ household }) => homes.indexOf(household) >= 0)
  );
}
