import assert from 'node:assert/strict';
import { type GmailEvent, isRefused, localeOf, messageOf } from '../../../addin/gmail/event.ts';
import { canDo, redrafted } from '../../../addin/gmail/redraft.ts';
import type { Remedy } from '../../../core/mail/remedy.ts';

type Lists = NonNullable<GmailEvent['gmail']>;

function event(gmail?: Lists, more: Partial<GmailEvent> = {}): GmailEvent {
  return { commonEventObject: { hostApp: 'GMAIL' }, ...(gmail ? { gmail } : {}), ...more };
}

const by = { sender: 'teacher.seven@school.example', now: new Date('2026-11-18T10:00:00Z') };
const message = (gmail?: Lists) => messageOf(event(gmail), by);

describe('Google’s event', () => {
  it('becomes a message of which only the recipients, the account and the hour are known', () => {
    assert.deepEqual(
      message({ toRecipients: ['Parent One <parent.one@family.example>', ' b@else.example '], bccRecipients: ['Staff room'] }),
      {
        from: { value: { name: '', address: 'teacher.seven@school.example' } },
        addressed: {
          value: {
            to: [
              { name: 'Parent One', address: 'parent.one@family.example' },
              { name: '', address: 'b@else.example' }
            ],
            cc: [],
            bcc: [{ name: 'Staff room', address: '', unseen: 'unreachable' }]
          }
        },
        subject: { unread: 'unsupported' },
        body: { unread: 'unsupported' },
        attachments: { unread: 'unsupported' },
        thread: { unread: 'unsupported' },
        at: { value: '2026-11-18T10:00:00.000Z' }
      }
    );
  });

  it('says that the recipients were not shown where there is not one list', () => {
    for (const gmail of [undefined, {}, { messageId: 'x' }]) assert.deepEqual(message(gmail).addressed, { unread: 'unreachable' });
    assert.deepEqual(message({ toRecipients: [] }).addressed, { value: { to: [], cc: [], bcc: [] } });
  });

  it('says so where the person left the scope out, whatever else it holds', () => {
    const left = event({ toRecipients: ['a@else.example'] }, { authorizationEventObject: { authorizedScopes: ['x'] } });
    assert.deepEqual(messageOf(left, by).addressed, {
      unread: 'forbidden',
      lacks: 'https://www.googleapis.com/auth/gmail.addons.current.message.metadata'
    });
    assert.equal(isRefused(event({}, { authorizationEventObject: {} }), 'x'), false);
  });

  it('speaks Welsh where Gmail does, else English', () => {
    for (const [userLocale, locale] of [
      ['cy', 'cy'],
      ['CY-gb', 'cy'],
      ['cy_GB', 'cy'],
      ['en-GB', 'en'],
      ['cym', 'en'],
      ['', 'en'],
      [undefined, 'en']
    ] as const)
      assert.equal(localeOf({ commonEventObject: { hostApp: 'GMAIL', userLocale } }), locale, userLocale);
  });
});

describe('a draft in Gmail', () => {
  const draft = message({
    toRecipients: ['Parent One <Parent.One@family.example>', 'office@schoo1.example'],
    ccRecipients: ['colleague@school.example'],
    bccRecipients: ['hidden@school.example']
  });
  const cases: readonly (readonly [says: string, remedy: Remedy, update: object])[] = [
    [
      'has the new beside the old where somebody is copied in',
      { kind: 'copy-in', addresses: ['head@school.example'], head: true },
      { updateCcRecipients: { ccRecipients: [{ email: 'colleague@school.example' }, { email: 'head@school.example' }] } }
    ],
    [
      'keeps who is left where somebody is moved, and writes every list that changed',
      { kind: 'move-to-bcc', addresses: ['parent.one@family.example'] },
      {
        updateToRecipients: { toRecipients: [{ email: 'office@schoo1.example' }] },
        updateBccRecipients: { bccRecipients: [{ email: 'hidden@school.example' }, { email: 'Parent.One@family.example' }] }
      }
    ],
    [
      'is emptied where all are removed',
      { kind: 'remove-recipients', addresses: ['colleague@school.example'] },
      { updateCcRecipients: { ccRecipients: [] } }
    ],
    [
      'has the right address in the place of the wrong one',
      { kind: 'replace-recipient', address: 'office@schoo1.example', by: 'office@school.example' },
      { updateToRecipients: { toRecipients: [{ email: 'Parent.One@family.example' }, { email: 'office@school.example' }] } }
    ]
  ];
  for (const [says, remedy, update] of cases) it(says, () => assert.deepEqual(redrafted(remedy, draft), { update }));

  it('stays as it is where nothing would change, where nobody was shown, and where Gmail has no way', () => {
    assert.deepEqual(redrafted({ kind: 'remove-recipients', addresses: ['x@else.example'] }, draft), { refused: 'nothing-to-do' });
    assert.deepEqual(redrafted({ kind: 'copy-in', addresses: ['head@school.example'] }, message()), { refused: 'not-shown' });
    for (const remedy of [
      { kind: 'send-from', address: 'a@school.example' },
      { kind: 'send-later', at: '2026-11-19T08:00:00Z' },
      { kind: 'remove-attachments', names: ['a.pdf'] },
      { kind: 'cut-words', spans: [] }
    ] as const) {
      assert.equal(canDo(remedy), false);
      assert.deepEqual(redrafted(remedy, draft), { refused: 'by-hand' });
    }
  });

  for (const entry of ['Staff room', '"a b"@else.example', 'a@b@else.example', 'two words@else.example', '']) {
    it(`stays as it is where «${entry}» would be lost, and is changed where that list is not touched`, () => {
      const odd = message({ toRecipients: ['parent.one@family.example'], ccRecipients: [entry] });
      assert.deepEqual(redrafted({ kind: 'copy-in', addresses: ['head@school.example'] }, odd), { refused: 'by-hand' });
      assert.deepEqual(redrafted({ kind: 'remove-recipients', addresses: ['parent.one@family.example'] }, odd), {
        update: { updateToRecipients: { toRecipients: [] } }
      });
    });
  }
});
