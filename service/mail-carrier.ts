import { answerOf } from '../bot/tasks.ts';
import { dateIn } from '../core/dates.ts';
import { listed, type Locale } from '../core/locale.ts';
import type { Person } from '../core/policies/person.ts';
import { receiptText } from '../core/policies/ledger/receipt.ts';
import type { Carrier } from './jobs/send.ts';
import { goodFor } from './links.ts';
import { mailFor, type MailParts } from './mails.ts';
import type { Outcome, Sending } from './outbox.ts';
import { isUnposted, type Post } from './post.ts';
import { approvalIn, isOfRegisters, itemIn, lateOf, stillToSay } from './said.ts';
import { addressOf } from './sign.ts';
import type { Signatures } from './signatures.ts';

type Parts = Pick<Signatures, 'desk' | 'links' | 'key' | 'days' | 'school' | 'origin' | 'now'> & {
  readonly post: Pick<Post, 'send'>;
  /** Mails a second. */
  readonly perSecond?: number;
};

/** Takes things to people by mail. A mail that is sent again bears the same Message-ID, by which mail programs know a double. */
export function mailCarrier({ desk, links, key, days, school, origin, now, post, perSecond = 5 }: Parts): Carrier {
  const { languages, name: called } = school.config.school;

  async function mailOf(sending: Sending, person: Person, to: string): Promise<ReturnType<typeof mailFor> | undefined> {
    if (!(await stillToSay(desk, sending, person))) return undefined;
    const parts: MailParts = { to, language: person.language, languages, values: { school: called, name: person.name }, key: sending.id };
    switch (sending.purpose) {
      case 'ask':
      case 'remind': {
        const until = days.dayOf(new Date(now().getTime() + goodFor.sign).toISOString());
        const link = addressOf(origin, '/sign', await links.issue('sign', person.id));
        const values = { ...parts.values, until: { en: dateIn('en', until), cy: dateIn('cy', until) } };
        return mailFor(sending.purpose === 'ask' ? 'asked' : 'reminded', { ...parts, values, link });
      }
      case 'receipt': {
        const [row] = await desk.ledger.rows(Number(sending.payload['entry']), 1);
        if (!row || row.personal === undefined) return undefined;
        const content = receiptText({ row, keys: key.published, signer: key.signer });
        return mailFor('receipt', { ...parts, files: [{ name: `receipt-${row.index}.json`, type: 'application/json', content }] });
      }
      case 'notice': {
        const isApproval = approvalIn(sending) !== undefined;
        if (isApproval || itemIn(sending) !== undefined) {
          const until = days.dayOf(new Date(now().getTime() + goodFor.sign).toISOString());
          const link = addressOf(origin, '/report', await links.issue('sign', person.id));
          return mailFor(isApproval ? 'approval' : 'item', {
            ...parts,
            values: { ...parts.values, until: { en: dateIn('en', until), cy: dateIn('cy', until) } },
            link
          });
        }
        if (isOfRegisters(sending)) return mailFor('registers', { ...parts, link: `${origin}/tab#registers` });
        const told = await answerOf({ person, locale: person.language, desk }, Number(sending.payload['entry']));
        if (!told) return undefined;
        const { title, question, answer } = told;
        return mailFor('answered', { ...parts, values: { ...parts.values, title, question, answer } });
      }
      case 'escalate': {
        const line = (locale: Locale): readonly string[] => late.map(({ name, due }) => `${name} (${dateIn(locale, due)})`);
        const late = await lateOf(desk, sending);
        const people = listed(line('en').map((en, i) => ({ en, cy: line('cy')[i]! })));
        return mailFor('late', { ...parts, values: { ...parts.values, people } });
      }
      default:
        return undefined;
    }
  }

  return {
    channel: 'mail',
    perSecond,
    atOnce: 3,
    leaseMs: 120_000,
    send: async (sending): Promise<Outcome> => {
      const person = await desk.person(sending.person);
      if (!person) return { kind: 'failed', reason: 'no-person' };
      if (person.address === undefined) return { kind: 'failed', reason: 'no-address' };
      const mail = await mailOf(sending, person, person.address);
      if (!mail) return { kind: 'needless' };
      try {
        await post.send(mail);
        return { kind: 'sent' };
      } catch (error) {
        if (isUnposted(error) && !error.again) return { kind: 'failed', reason: 'refused' };
        return {
          kind: 'again',
          afterMs: Math.min(3_600_000, 15_000 * 2 ** sending.attempt),
          counts: true,
          reason: isUnposted(error) ? 'mail-server' : 'disk'
        };
      }
    },
    // Whether a mail server took it nobody can say afterwards; a double is known by its Message-ID, a mail that was lost by nothing.
    arrived: () => Promise.resolve({ kind: 'not-there' })
  };
}
