import { nameKey, nameWords, namesakes } from '../directory.ts';
import type { Recipient } from '../facts.ts';
import { localKey, seemOnePerson } from '../likeness.ts';
import { isPersonalDomain } from '../personal-domains.ts';
import type { MailPolicy } from '../policy.ts';
import type { Remedy } from '../remedy.ts';
import { rule, some } from '../rule.ts';

type Whose = 'colleague' | 'pupil';

/** One private mailbox among the recipients, with the school address of the same person where it is known. */
interface Private {
  readonly who: Recipient;
  readonly by: string | undefined;
}

/** School mail does not go to the private account of the sender, a colleague or a pupil. */
export const sentToPersonalAccount = rule({
  id: 'sent-to-personal-account',
  title: { en: 'Sent to a private account', cy: 'Anfonwyd i gyfrif preifat' },
  duties: ['no-personal-account', 'school-channels-only', 'protect-personal-data'],
  action: 'confirm',
  reads: ['recipients', 'sender', 'school'],
  settings: {},
  messages: {
    private: {
      en: 'This goes to what looks like a private account of yours, a colleague’s or a pupil’s. Send it to the school account instead.',
      cy: 'Mae hwn yn mynd i’r hyn sy’n edrych fel cyfrif preifat: eich un chi, un cydweithiwr neu un disgybl. Anfonwch ef i’r cyfrif ysgol yn lle hynny.'
    }
  },
  judge: ({ recipients, sender, school }) => {
    if (sender.audience !== 'staff' && sender.audience !== 'head') return [];
    const suspects = recipients.filter(who => isSuspect(who, school));
    if (suspects.length === 0) return [];
    const own = (who: Recipient): boolean => sender.ours && seemOnePerson(sender, who);
    const keys = new Set<string>();
    for (const who of suspects) if (!own(who)) for (const key of keysOf(who)) keys.add(key);
    const named = namesakes(keys, school);
    const found: Private[] = [];
    for (const who of suspects) {
      if (own(who)) found.push({ who, by: sender.address });
      else {
        const others = keysOf(who).reduce<ReturnType<typeof named.get>>((all, key) => all || named.get(key), undefined) || [];
        const whose = whoseOf(
          who,
          others.map(({ audience }) => audience)
        );
        const theirs = new Set(
          others.filter(each => each.ours && (each.audience === 'pupil') === (whose === 'pupil')).map(each => each.address)
        );
        const [by] = [...theirs];
        if (whose && (whose === 'pupil' || isPersonalDomain(who.domain) || by !== undefined)) {
          found.push({ who, by: theirs.size === 1 ? by : undefined });
        }
      }
    }
    const evidence = some(found.map(({ who }) => ({ in: who.field, address: who.address })));
    if (!evidence) return [];
    const remedy = remedyFor(found, recipients);
    return [remedy ? { message: 'private', evidence, remedy } : { message: 'private', evidence }];
  }
});

/** Whether a recipient may be the private mailbox of somebody in school. A parent's, a governor's or an agency's own mailbox never is. */
function isSuspect(who: Recipient, { domains }: MailPolicy): boolean {
  if (who.ours || who.exempt) return false;
  if (who.audience === 'outsider') return isPersonalDomain(who.domain);
  if (who.audiences.some(audience => audience !== 'staff' && audience !== 'pupil')) return false;
  return who.known.length > 0 && (who.audience === 'staff' || domains.pupils.length > 0 || isPersonalDomain(who.domain));
}

/** The names by which the directory may know a recipient: the directory's own, else the one shown, else the one the local part spells. */
function keysOf(who: Recipient): readonly string[] {
  const known = who.known.map(({ name = '' }) => nameKey(name)).filter(key => key !== '');
  if (known.length > 0) return known;
  return nameWords(who.name).length > 1 ? [nameKey(who.name)] : [localKey(who.address)];
}

function whoseOf(who: Recipient, namesakes: readonly string[]): Whose | undefined {
  if (who.audience === 'pupil') return 'pupil';
  if (who.audience === 'staff') return 'colleague';
  // One of two namesakes may be the parent.
  if (namesakes.length === 0 || namesakes.some(audience => audience !== 'pupil' && audience !== 'staff' && audience !== 'head'))
    return undefined;
  return namesakes.every(audience => audience === 'pupil') ? 'pupil' : namesakes.indexOf('pupil') < 0 ? 'colleague' : undefined;
}

/** Puts the school address in the place of the private one where there is just one of each; else takes the private ones off. */
function remedyFor(found: readonly Private[], recipients: readonly Recipient[]): Remedy | undefined {
  if (found.some(({ who }) => who.via !== undefined)) return undefined;
  const addresses = [...new Set(found.map(({ who }) => who.address))];
  const [address] = addresses;
  const by = found[0] && found[0].by;
  return addresses.length === 1 && address !== undefined && by !== undefined && !recipients.some(who => who.address === by)
    ? { kind: 'replace-recipient', address, by }
    : { kind: 'remove-recipients', addresses };
}
