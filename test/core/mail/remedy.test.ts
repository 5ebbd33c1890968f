import assert from 'node:assert/strict';
import fc from 'fast-check';
import { locales } from '../../../core/locale.ts';
import type { Message } from '../../../core/mail/message.ts';
import { applied, type Remedy, remedyWords } from '../../../core/mail/remedy.ts';
import { mail } from '../../support/mail.ts';
import { anyMessage } from '../../support/messages.ts';

const list = { name: 'My list', address: '', members: [{ name: '', address: 'a@x.example' }] };

describe('a remedy', () => {
  const cases: readonly (readonly [does: string, remedy: Remedy, before: Message, after: Message])[] = [
    [
      'copies somebody in after the others',
      { kind: 'copy-in', addresses: ['head@school.example'] },
      mail({ to: ['a@x.example'], cc: ['b@x.example'] }),
      mail({ to: ['a@x.example'], cc: ['b@x.example', 'head@school.example'] })
    ],
    [
      'moves people to Bcc from To and Cc, however they are written',
      { kind: 'move-to-bcc', addresses: ['a@x.example', 'b@x.example'] },
      mail({ to: ['A <A@X.example.>', 'c@x.example'], cc: ['b@x.example'], bcc: ['d@x.example'] }),
      mail({ to: ['c@x.example'], bcc: ['d@x.example', 'A <A@X.example.>', 'b@x.example'] })
    ],
    [
      'takes somebody out of every field',
      { kind: 'remove-recipients', addresses: ['a@x.example'] },
      mail({ to: ['a@x.example', 'b@x.example'], cc: ['A@x.example'], bcc: ['a@x.example'] }),
      mail({ to: ['b@x.example'] })
    ],
    [
      'takes out a contact list that has no address',
      { kind: 'remove-recipients', addresses: ['My list'] },
      mail({ to: [list, 'b@x.example'] }),
      mail({ to: ['b@x.example'] })
    ],
    [
      'puts one address in the place of another',
      { kind: 'replace-recipient', address: 'a@gmail.com', by: 'a@school.example' },
      mail({ to: ['b@x.example', 'A <a@gmail.com>'], bcc: ['a@gmail.com'] }),
      mail({ to: ['b@x.example', 'a@school.example'], bcc: ['a@school.example'] })
    ],
    [
      'sends from another account under the same name',
      { kind: 'send-from', address: 'a@school.example' },
      mail({ from: 'A Person <a@gmail.com>' }),
      mail({ from: 'A Person <a@school.example>' })
    ],
    ['sends later', { kind: 'send-later', at: '2026-11-19T08:00:00Z' }, mail(), mail({ at: '2026-11-19T08:00:00Z' })],
    [
      'takes files off by name',
      { kind: 'remove-attachments', names: ['a.pdf'] },
      mail({ attachments: ['a.pdf', 'b.pdf', 'a.pdf'] }),
      mail({ attachments: ['b.pdf'] })
    ],
    [
      'cuts places out of plain text, in whatever order they are named',
      {
        kind: 'cut-words',
        spans: [
          { start: 0, end: 2 },
          { start: 4, end: 6 }
        ]
      },
      mail({ text: 'abcdefgh' }),
      mail({ text: 'cdgh' })
    ],
    [
      'leaves HTML to the surface',
      { kind: 'cut-words', spans: [{ start: 0, end: 2 }] },
      mail({ html: '<p>abc</p>' }),
      mail({ html: '<p>abc</p>' })
    ]
  ];
  for (const [does, remedy, before, after] of cases) it(does, () => assert.deepEqual(applied(remedy, before), after));

  const remedies: readonly Remedy[] = cases.map(([, remedy]) => remedy);
  const unread = { unread: 'unsupported' } as const;

  it('leaves a part alone that was not read', () => {
    const nothing: Message = {
      from: unread,
      addressed: unread,
      subject: unread,
      body: unread,
      attachments: unread,
      thread: unread,
      at: unread
    };
    for (const remedy of remedies) {
      if (remedy.kind !== 'send-from' && remedy.kind !== 'send-later') assert.deepEqual(applied(remedy, nothing), nothing, remedy.kind);
    }
  });
  it('changes nothing more when it is applied twice, copies and cuts apart', () =>
    fc.assert(
      fc.property(anyMessage, fc.constantFrom(...remedies), (message, remedy) => {
        if (remedy.kind === 'copy-in' || remedy.kind === 'cut-words') return;
        const once = applied(remedy, message);
        const counts = [once, applied(remedy, once)].map(each => JSON.stringify(each).length);
        assert.equal(counts[0], counts[1]);
      })
    ));
  it('never changes the message that it was given', () =>
    fc.assert(
      fc.property(anyMessage, fc.constantFrom(...remedies), (message, remedy) => {
        const before = JSON.stringify(message);
        applied(remedy, message);
        assert.equal(JSON.stringify(message), before);
      })
    ));
  for (const { kind } of remedies) {
    it(`has a word on its button in every language: ${kind}`, () => {
      for (const locale of locales) assert.notEqual(remedyWords[kind][locale].trim(), '');
    });
  }
});
