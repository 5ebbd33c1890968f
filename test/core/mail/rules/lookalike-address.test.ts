import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lookalikeAddress } from '../../../../core/mail/rules/lookalike-address.ts';
import { breachesIn, examine, mail, many, school } from '../../../support/mail.ts';
import { within } from '../../../support/quick.ts';

const hilltop = { domains: { staff: ['hilltop-primary.example'], pupils: ['pupils.hilltop-primary.example'] } };

examine(lookalikeAddress, {
  keeps: [
    { says: 'nobody', mail: mail() },
    { says: 'the school itself', mail: mail({ to: ['office@school.example', 'Kit Sample <kit.sample@pupils.school.example>'] }) },
    {
      says: 'what people really use',
      mail: mail({
        to: [
          'gmail.com googlemail.com hotmail.com hotmail.co.uk outlook.com live.co.uk yahoo.com yahoo.co.uk yahoo.fr ymail.com mail.com email.com icloud.com me.com',
          'btinternet.com talktalk.net sky.com virginmedia.com aol.com msn.com gmx.com gmx.net tiscali.co.uk ntlworld.com proton.me protonmail.com'
        ]
          .join(' ')
          .split(' ')
          .map(domain => `someone@${domain}`)
      })
    },
    { says: 'people whom the directory knows', mail: mail({ to: ['parent.one@family.example', 'worker@council.example'] }) },
    { says: 'somebody else at a known domain', mail: mail({ to: ['other@council.example'] }) },
    { says: 'a sub-domain of the school’s own', mail: mail({ to: ['x@mail.school.example'] }) },
    { says: 'an honest foreign domain', mail: mail({ to: ['info@münchen.test', 'info@пример.test'] }) },
    { says: 'another school with a common name', mail: mail({ to: ['office@school.test'] }) },
    { says: 'a name that shows its own address', mail: mail({ to: [{ name: 'a@firm.example', address: 'a@firm.example' }] }) },
    { says: 'two alphabets in a domain that looks like none that the school knows', mail: mail({ to: ['a@раypоrt.test'] }) },
    { says: 'a domain that the school allows', mail: mail({ to: ['a@schoo1.example'] }), settings: { allow: ['schoo1.example'] } },
    { says: '500 strangers', mail: mail({ bcc: many(500, 'families.test') }) }
  ],
  breaks: [
    ...(
      [
        ['gmial.com', 'gmail.com'],
        ['gmail.con', 'gmail.com'],
        ['gmai.com', 'gmail.com'],
        ['gmaill.com', 'gmail.com'],
        ['gamil.com', 'gmail.com'],
        ['gmail.co.uk', 'gmail.com'],
        ['gmail.co', 'gmail.com'],
        ['hotmial.co.uk', 'hotmail.co.uk'],
        ['hotmail.couk', 'hotmail.co.uk'],
        ['hotmai.com', 'hotmail.com'],
        ['yahooo.com', 'yahoo.com'],
        ['yaho.co.uk', 'yahoo.co.uk'],
        ['yahoo.co.k', 'yahoo.co.uk'],
        ['outlok.com', 'outlook.com'],
        ['0utlook.com', 'outlook.com'],
        ['icloud.cmo', 'icloud.com'],
        ['btintrenet.com', 'btinternet.com'],
        ['schoo1.example', 'school.example'],
        ['shcool.example', 'school.example'],
        ['schol.example', 'school.example'],
        ['ѕchool.example', 'school.example'],
        ['xn--chool-g2e.example', 'school.example'],
        ['counci1.example', 'council.example'],
        ['goverrnors.example', 'governors.example']
      ] as const
    ).map(([typed, meant]) => ({
      says: typed,
      mail: mail({ to: [`someone@${typed}`] }),
      breaches: [
        {
          message: 'lookalike',
          remedy: { kind: 'replace-recipient' as const, address: `someone@${shown(typed)}`, by: `someone@${meant}` }
        }
      ]
    })),
    ...['school.example.evil.test', 'school-example.test', 'mail.school-example.test', 'school.example-login.test'].map(domain => ({
      says: domain,
      mail: mail({ cc: [`head@${domain}`] }),
      breaches: [
        {
          message: 'lookalike',
          values: { address: `head@${domain}`, like: 'school.example' },
          remedy: { kind: 'remove-recipients' as const, addresses: [`head@${domain}`] }
        }
      ]
    })),
    {
      says: 'the school’s name with another ending',
      mail: mail({ from: 'teacher@hilltop-primary.example', to: ['head@hilltop-primary.test'] }),
      policy: hilltop,
      breaches: [{ message: 'lookalike', values: { address: 'head@hilltop-primary.test', like: 'hilltop-primary.example' } }]
    },
    { says: 'hotmail.co, which may be either', mail: mail({ to: ['a@hotmail.co'] }), breaches: [{ message: 'lookalike' }] },
    {
      says: 'a name that shows the head’s address',
      mail: mail({ to: [{ name: 'head@school.example', address: 'x@evil.test' }] }),
      breaches: [
        {
          message: 'lookalike',
          values: { address: 'x@evil.test', like: 'school.example' },
          remedy: { kind: 'remove-recipients', addresses: ['x@evil.test'] }
        }
      ]
    },
    {
      says: 'two slips, each with its own remedy, and one of them twice',
      mail: mail({ to: ['a@gmial.com', 'b@gmial.com'], cc: ['a@gmial.com'] }),
      breaches: [{ remedy: { kind: 'replace-recipient', address: 'a@gmial.com', by: 'a@gmail.com' } }, { message: 'lookalike' }]
    }
  ]
});

function shown(domain: string): string {
  return domain === 'xn--chool-g2e.example' ? 'ѕchool.example' : domain;
}

describe('lookalike-address: slips of the finger', () => {
  it('sends every single slip in the school’s own domain to the school', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.constantFrom('drop', 'swap', 'twice'), (at, slip) => {
        const own = 'school.example';
        const typed =
          slip === 'drop'
            ? own.slice(0, at) + own.slice(at + 1)
            : slip === 'twice'
              ? own.slice(0, at + 1) + own.slice(at)
              : own.slice(0, at) + own[at + 1]! + own[at]! + own.slice(at + 2);
        if (typed === own || typed[0] === '.') return;
        const [breach] = breachesIn(lookalikeAddress, { mail: mail({ to: [`a@${typed}`] }) });
        assert.deepEqual(breach?.remedy, { kind: 'replace-recipient', address: `a@${typed}`, by: 'a@school.example' });
      })
    );
  });

  it('stays quick with 500 strangers and a directory of 2,000', () => {
    const directory = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`p${i}@d${i}.families.example`, [{ audience: 'parent' as const }]])
    );
    const to = Array.from({ length: 500 }, (_, i) => `x@strangers${i}.test`);
    within(1000, () => breachesIn(lookalikeAddress, { mail: mail({ to }), policy: { ...school, directory } }));
  });
});
