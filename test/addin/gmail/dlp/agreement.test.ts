import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileDlp } from '../../../../addin/gmail/dlp/compile.ts';
import { differences } from '../../../../addin/gmail/dlp/differences.ts';
import type { Compiled } from '../../../../addin/gmail/dlp/shapes.ts';
import { domainOf, isOneOf, mailboxOf, normalAddress } from '../../../../core/mail/address.ts';
import { personOf, readFacts } from '../../../../core/mail/facts.ts';
import type { Address, Message } from '../../../../core/mail/message.ts';
import { isPersonalDomain } from '../../../../core/mail/personal-domains.ts';
import type { MailPolicy } from '../../../../core/mail/policy.ts';
import { review } from '../../../../core/mail/review.ts';
import { rules } from '../../../../core/mail/rules/index.ts';
import { holdsFor, type Scanned } from '../../../support/google/cel.ts';
import { mail, school } from '../../../support/mail.ts';
import { anyMessage, strictSchool } from '../../../support/messages.ts';

const on = { 'head-not-copied': {}, 'sent-to-personal-account': {}, 'crowd-in-the-open': {}, 'chain-letter': {} };
const asked = { 'head-not-copied': { audiences: ['parent', 'governor', 'agency', 'outsider'] } };
/** Schools whose exempt addresses need not be named. */
const schools: readonly MailPolicy[] = [
  { ...school, exempt: ['lado@anytown.gov.uk'], rules: on },
  { ...school, exempt: ['rep@neu.org.uk', 'whistle@school.example'], rules: { ...on, ...asked } },
  { ...strictSchool, exempt: [], rules: { ...on, ...asked } },
  { ...school, exempt: [], directory: {}, rules: { ...on, 'head-not-copied': { bccCounts: true, deputyCounts: false } } }
];

function flat(addresses: readonly Address[]): readonly Address[] {
  return addresses.flatMap(each => (each.members && each.members.length > 0 ? [each, ...flat(each.members)] : [each]));
}

const written = ({ name, address }: Address): string => (name === '' || name === address ? address : `"${name}" <${address}>`);

/** What Google's rules are taken to see: the addresses as they were written, blind copies among them, and not who is in a group. */
function scanned(message: Message): Scanned {
  const { to, cc, bcc } = 'value' in message.addressed ? message.addressed.value : { to: [], cc: [], bcc: [] };
  const from = 'value' in message.from ? message.from.value : { name: '', address: '' };
  const lines = [
    ['From', [from]],
    ['To', to],
    ['Cc', cc],
    ['Bcc', bcc]
  ] as const;
  const body = 'value' in message.body ? message.body.value : { format: 'text', content: '' };
  return {
    all_headers: lines.map(([field, all]) => `${field}: ${all.map(written).join(', ')}`).join('\r\n'),
    all_content: `${'value' in message.subject ? message.subject.value : ''}\n${body.format === 'html' ? body.content.replace(/<[^>]*>/g, ' ') : body.content}`
  };
}

function topAddresses(message: Message): readonly string[] {
  if (!('value' in message.addressed)) return [];
  const { to, cc, bcc } = message.addressed.value;
  return [...to, ...cc, ...bcc].map(({ address, name }) => normalAddress(address.trim() === '' ? name : address));
}

/** Whether Google takes a message for one that leaves the organisation. */
function leaves(message: Message, { domains }: MailPolicy): boolean {
  return topAddresses(message).some(address => !isOneOf(domainOf(address), [...domains.staff, ...domains.pupils]));
}

function gmailSays(key: string, message: Message, compiled: Compiled, policy: MailPolicy): boolean {
  const rule = compiled.rules.find(each => each.key === key);
  if (!rule) return false;
  const named = (name: string) => compiled.detectors.find(each => `policies/{${each.key}}` === name);
  return (rule.within || leaves(message, policy)) && holdsFor(rule.condition, scanned(message), named);
}

function coreSays(key: string, message: Message, policy: MailPolicy): boolean {
  return review(
    message,
    policy,
    rules.filter(({ id }) => id === key)
  ).findings.some(({ rule }) => rule === key);
}

type Holds = (message: Message, policy: MailPolicy) => boolean;
const recipients = (message: Message, policy: MailPolicy) => {
  const facts = readFacts(message, policy).recipients;
  return facts && 'value' in facts ? facts.value : [];
};
const senderOf = (message: Message, policy: MailPolicy) => ('value' in message.from ? personOf(message.from.value, policy) : undefined);
const headAddresses = ({ people }: MailPolicy) => [...people.headteacher, ...people.deputies];
const hasGroups: Holds = message => {
  if (!('value' in message.addressed)) return false;
  const { to, cc, bcc } = message.addressed.value;
  return [...to, ...cc, ...bcc].some(({ members }) => members && members.length > 0);
};
const isOdd = ({ name, address }: Address): boolean =>
  address !== normalAddress(address) ||
  mailboxOf(normalAddress(address)) !== address ||
  !/^[\w.+-]+@[\w.-]+$/.test(address) ||
  name.includes('@');
const odd: Holds = message => {
  if (!('value' in message.addressed)) return true;
  const { to, cc, bcc } = message.addressed.value;
  return [...flat([...to, ...cc, ...bcc]), ...('value' in message.from ? [message.from.value] : [])].some(isOdd);
};
const confidentialToo: Holds = message => /@(?:[a-z0-9-]+\.)*(?:gov\.uk|neu\.org\.uk)/i.test(scanned(message).all_headers);

/** Whether an address stands there as a part of a name or of another address. */
function standsInside(address: string, headers: string): boolean {
  const parts = headers.toLowerCase().split(address);
  return parts.some((before, i) => i < parts.length - 1 && (/[\w.+-]$/.test(before) || /^(?:[\w-]|\.\w| <)/.test(parts[i + 1]!)));
}

/** When each named difference is at work in a message: written by hand from its sentence, without a look at how rules are compiled. */
const atWork: { readonly [id: string]: Holds } = {
  [differences.senders.id]: (message, policy) =>
    !['staff', 'head'].includes(senderOf(message, policy)?.audience ?? '') || senderOf(message, policy)?.ours !== true,
  [differences.strangers.id]: (message, policy) => recipients(message, policy).some(({ audience }) => audience === 'outsider'),
  [differences.insiders.id]: (message, policy) =>
    recipients(message, policy).some(({ ours, audience }) => !ours && ['staff', 'head', 'pupil'].includes(audience)),
  [differences.governorsInside.id]: (message, policy) =>
    recipients(message, policy).some(
      ({ ours, audiences }) => ours && audiences.some(each => ['governor', 'agency', 'parent'].includes(each))
    ),
  [differences.confidential.id]: confidentialToo,
  [differences.blindCopy.id]: (message, policy) =>
    recipients(message, policy).some(({ field, address }) => field === 'bcc' && headAddresses(policy).includes(mailboxOf(address))),
  [differences.textInHeaders.id]: (message, policy) => headAddresses(policy).some(head => standsInside(head, scanned(message).all_headers)),
  [differences.otherForms.id]: odd,
  [differences.otherFormsLess.id]: odd,
  // Here the rules do see Bcc.
  [differences.blindCopyUnseen.id]: () => false,
  [differences.groups.id]: hasGroups,
  [differences.groupsHide.id]: hasGroups,
  [differences.exemptWithOutsiders.id]: (message, policy) => recipients(message, policy).some(({ exempt, ours }) => exempt && ours),
  [differences.anybodysMailbox.id]: message => topAddresses(message).some(address => isPersonalDomain(domainOf(address))),
  [differences.knownElsewhere.id]: (message, policy) =>
    recipients(message, policy).some(
      ({ ours, domain, known, audience }) => !ours && !isPersonalDomain(domain) && (known.length > 0 || audience === 'staff')
    ),
  [differences.households.id]: (message, policy) =>
    new Set(topAddresses(message)).size < topAddresses(message).length ||
    hasGroups(message, policy) ||
    recipients(message, policy).some(
      ({ field, ours, known, audience }) => field === 'bcc' || known.length > 0 || (!ours && audience !== 'outsider')
    ) ||
    senderOf(message, policy)?.ours !== true,
  [differences.crowdInside.id]: (message, policy) =>
    recipients(message, policy).some(({ ours, audience }) => ours && audience !== 'staff' && audience !== 'head') ||
    hasGroups(message, policy),
  [differences.phrases.id]: () => true,
  [differences.phrasesInnocent.id]: () => true
};

describe('Gmail’s rules and the core', () => {
  for (const [at, policy] of schools.entries()) {
    const compiled = compileDlp(policy, { confidential: [] });
    for (const { key, differences: named } of compiled.rules) {
      it(`agree on «${key}» in school ${at + 1}, but for what the plan names`, () => {
        let differed = 0;
        let warned = 0;
        fc.assert(
          fc.property(anyMessage, message => {
            const gmail = gmailSays(key, message, compiled, policy);
            const core = coreSays(key, message, policy);
            if (gmail) warned += 1;
            if (gmail === core) return;
            differed += 1;
            const says = gmail ? 'more' : 'less';
            assert.ok(
              named.some(each => each.says === says && atWork[each.id]!(message, policy)),
              `Gmail warns of ${says}, and nothing named is at work: ${JSON.stringify([message.from, message.addressed])}`
            );
          }),
          { numRuns: 1000 }
        );
        assert.ok(warned > 0, 'no message was warned of');
        assert.ok(differed < 1000);
      }).timeout(20_000);
    }
  }

  it('agree without exception on ordinary mail of a school that has the head copied into everything outside', () => {
    const policy = schools[2]!;
    const compiled = compileDlp(policy, { confidential: [] });
    const plain = [
      'teacher@school.example',
      'head@school.example',
      'deputy@school.example',
      'parent.one@family.example',
      'parent.three@home.example',
      'someone@shop.example',
      'chair@governors.example',
      'worker@council.example'
    ];
    const some = fc.uniqueArray(fc.constantFrom(...plain), { maxLength: 4 });
    let warned = 0;
    fc.assert(
      fc.property(some, some, (to, cc) => {
        const message = mail({ to, cc });
        const gmail = gmailSays('head-not-copied', message, compiled, policy);
        if (gmail) warned += 1;
        assert.equal(gmail, coreSays('head-not-copied', message, policy));
      }),
      { numRuns: 1000 }
    );
    assert.ok(warned > 100 && warned < 900, String(warned));
  });
});
