import assert from 'node:assert/strict';
import { judge } from '../../../../core/judge.ts';
import { readFacts } from '../../../../core/mail/facts.ts';
import type { Thread } from '../../../../core/mail/message.ts';
import { newDomainOnReply } from '../../../../core/mail/rules/new-domain-on-reply.ts';
import { decide } from '../../../../core/mail/settings.ts';
import { examine, mail, school } from '../../../support/mail.ts';

const unseen: Thread = { kind: 'reply', earlier: { unread: 'unsupported' } };
const quotedHeader = [
  'I agree.',
  '',
  '-----Original Message-----',
  'From: Colleague <colleague@school.example>',
  'Sent: 17 November 2026 09:00',
  'To: teacher@school.example; Agency Worker <worker@council.example>',
  'Subject: Meeting',
  '',
  'Shall we meet?'
].join('\n');

function among(...earlier: readonly string[]): Thread {
  return { kind: 'reply', earlier: { value: earlier } };
}

examine(newDomainOnReply, {
  keeps: [
    { says: 'a new message', mail: mail({ to: ['new@company.example'] }) },
    {
      says: 'a forwarded message',
      mail: mail({ to: ['new@company.example'], thread: { kind: 'forward', earlier: { value: ['a@school.example'] } } })
    },
    {
      says: 'an answer to all who were there',
      mail: mail({ to: ['a@firm.example'], cc: ['colleague@school.example'], thread: among('A@Firm.example', 'colleague@school.example') })
    },
    { says: 'a colleague of somebody who was there', mail: mail({ to: ['b@firm.example'], thread: among('a@firm.example') }) },
    {
      says: 'a colleague at school who joins',
      mail: mail({ to: ['a@firm.example'], cc: ['head@school.example'], thread: among('a@firm.example') })
    },
    { says: 'the same person at another mailbox', mail: mail({ to: ['jo.sample@gmail.com'], thread: among('jo.sample@firm.example') }) },
    { says: 'an exempt address', mail: mail({ to: ['lado@council.example'], thread: among('colleague@school.example') }) },
    {
      says: 'an audience that the school leaves alone',
      mail: mail({ to: ['parent.one@family.example'], thread: among('colleague@school.example') }),
      settings: { audiences: ['outsider'] }
    },
    { says: 'the people of the quoted header', mail: mail({ to: ['worker@council.example'], text: quotedHeader, thread: unseen }) }
  ],
  breaks: [
    {
      says: 'an outsider in a conversation among staff',
      mail: mail({ to: ['colleague@school.example'], cc: ['new@company.example'], thread: among('colleague@school.example') }),
      breaches: [
        {
          message: 'added',
          evidence: [{ in: 'cc', address: 'new@company.example' }],
          remedy: { kind: 'remove-recipients', addresses: ['new@company.example'] }
        }
      ]
    },
    {
      says: 'two of them',
      mail: mail({ to: ['a@firm.example', 'x@one.example', 'y@two.example'], thread: among('a@firm.example') }),
      breaches: [{ message: 'added', remedy: { kind: 'remove-recipients', addresses: ['x@one.example', 'y@two.example'] } }]
    },
    {
      says: 'another customer of the same private provider',
      mail: mail({ to: ['somebody.else@gmail.com'], thread: among('jo.sample@gmail.com') }),
      breaches: [{ message: 'added' }]
    },
    {
      says: 'somebody who is not in the quoted header',
      mail: mail({ to: ['worker@council.example', 'new@company.example'], text: quotedHeader, thread: unseen }),
      breaches: [{ message: 'added', evidence: [{ in: 'to', address: 'new@company.example' }] }]
    },
    {
      says: 'a group with somebody new in it',
      mail: mail({
        to: [{ name: 'List', address: 'list@lists.example', members: [{ name: '', address: 'new@company.example' }] }],
        thread: among('colleague@school.example')
      }),
      breaches: [{ message: 'added', remedy: { kind: 'remove-recipients', addresses: ['list@lists.example'] } }]
    }
  ]
});

describe('new-domain-on-reply: what nobody said', () => {
  it('is not judged where neither the mail program nor a whole quoted header says who was there', () => {
    for (const text of ['I agree.', 'I agree.\n\nOn 17 November 2026, Colleague <colleague@school.example> wrote:\n> Shall we meet?']) {
      const facts = readFacts(mail({ to: ['new@company.example'], text, thread: unseen }), school);
      assert.deepEqual(judge(newDomainOnReply, facts, decide(newDomainOnReply.settings)), {
        unjudged: { because: 'unsupported', part: 'earlier' }
      });
    }
  });

  it('is judged without the body where the mail program says who was there', () => {
    const message = {
      ...mail({ to: ['new@company.example'], thread: among('a@school.example') }),
      body: { unread: 'unsupported' } as const
    };
    const judged = judge(newDomainOnReply, readFacts(message, school), decide(newDomainOnReply.settings));
    assert.ok('answer' in judged && judged.answer.length === 1);
  });
});
