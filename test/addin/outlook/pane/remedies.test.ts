import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canDo, carryOut, type Outcome } from '../../../../addin/outlook/remedies.ts';
import type { Remedy } from '../../../../core/mail/remedy.ts';
import { mail } from '../../../support/mail.ts';
import { type Field, type Setup, type Who, writingOffice, type Written } from './writing-office.ts';

const head = 'head@school.example';
const parents = (count: number, first = 0): Who[] =>
  Array.from({ length: count }, (_, i) => ({ name: `Parent ${first + i}`, address: `parent.${first + i}@home.example` }));
const list: Who = { name: 'Year 6 families', address: '', type: 'distributionList' };
const copyIn: Remedy = { kind: 'copy-in', addresses: [head] };
const toBcc = (who: readonly Who[]): Remedy => ({ kind: 'move-to-bcc', addresses: who.map(({ address }) => address) });
const fieldsOf = ({ to, cc, bcc }: Written): { readonly [F in Field]: readonly Who[] } => ({ to, cc, bcc });
const writes = (calls: readonly string[]): readonly string[] => calls.filter(call => !call.endsWith('.get'));

async function undo(outcome: Outcome): Promise<Outcome> {
  assert.ok('done' in outcome && outcome.undo, JSON.stringify(outcome));
  return outcome.undo();
}

describe('remedies in Outlook', () => {
  it('copies somebody in, and takes that back', async () => {
    const { host, message, calls } = writingOffice({ to: parents(1), cc: [{ name: 'Office', address: 'office@school.example' }] });
    const outcome = await carryOut(copyIn, host);
    assert.deepEqual(message.cc, [{ name: 'Office', address: 'office@school.example' }, { address: head }]);
    assert.deepEqual(writes(calls), ['cc.add']);
    assert.ok('done' in (await undo(outcome)));
    assert.deepEqual(message.cc, [{ name: 'Office', address: 'office@school.example' }]);
    assert.deepEqual(message.to, parents(1));
  });

  it('moves a crowd to Bcc in pieces that Outlook takes, adding before it takes away', async () => {
    const crowd = parents(250);
    const stays = [{ name: 'Office', address: 'office@school.example' }];
    const { host, message, calls } = writingOffice({ to: [...crowd.slice(0, 120), ...stays], cc: crowd.slice(120) });
    const before = structuredClone(fieldsOf(message));
    const outcome = await carryOut(toBcc(crowd), host);
    assert.deepEqual(fieldsOf(message), { to: stays, cc: [], bcc: crowd });
    assert.deepEqual(writes(calls), ['bcc.add', 'bcc.add', 'bcc.add', 'to.set', 'cc.set']);
    assert.ok('done' in (await undo(outcome)));
    assert.deepEqual(fieldsOf(message), before);
  });

  it('removes and replaces recipients, and puts them back in their place', async () => {
    const people: Who[] = [{ name: 'Kit Sample', address: 'kit.sample@home.example' }, ...parents(2)];
    const remedies: readonly (readonly [Remedy, readonly Who[]])[] = [
      [{ kind: 'remove-recipients', addresses: ['KIT.SAMPLE@home.example'] }, parents(2)],
      [
        { kind: 'replace-recipient', address: 'kit.sample@home.example', by: 'kit.sample@school.example' },
        [{ address: 'kit.sample@school.example' }, ...parents(2)]
      ]
    ];
    for (const [remedy, expected] of remedies) {
      const { host, message } = writingOffice({ to: people });
      const outcome = await carryOut(remedy, host);
      assert.deepEqual(message.to, expected);
      assert.ok('done' in (await undo(outcome)));
      assert.deepEqual(message.to, people);
    }
  });

  it('never takes back what was written since: only its own change', async () => {
    const { host, message } = writingOffice({ to: parents(3) });
    const outcome = await carryOut(toBcc(parents(3)), host);
    message.to = [{ address: 'office@school.example' }];
    message.bcc = message.bcc.filter(({ address }) => address !== 'parent.1@home.example');
    assert.ok('done' in (await undo(outcome)));
    assert.deepEqual(message.bcc, []);
    assert.deepEqual(
      message.to.map(({ address }) => address),
      ['office@school.example', 'parent.0@home.example', 'parent.1@home.example', 'parent.2@home.example']
    );
  });

  it('leaves a field alone that holds a contact list, which Outlook would not take back', async () => {
    const { host, message, calls } = writingOffice({ to: [...parents(3), list] });
    const before = structuredClone(fieldsOf(message));
    assert.deepEqual(await carryOut(toBcc(parents(3)), host), { refused: 'contact-list' });
    assert.deepEqual(fieldsOf(message), before);
    assert.deepEqual(writes(calls), []);
  });

  it('still adds beside a contact list, and cannot take that back', async () => {
    const { host, message } = writingOffice({ to: parents(1), cc: [list] });
    const outcome = await carryOut(copyIn, host);
    assert.deepEqual(message.cc, [list, { address: head }]);
    assert.deepEqual(await undo(outcome), { refused: 'contact-list' });
    assert.deepEqual(message.cc, [list, { address: head }]);
  });

  it('changes no field of which Outlook shows perhaps only a part', async () => {
    const { host, message, calls } = writingOffice({ to: parents(150), most: 100, set: '1.5' });
    assert.deepEqual(await carryOut(toBcc(parents(150)), host), { refused: 'cut-off' });
    assert.equal(message.to.length, 150);
    assert.deepEqual(writes(calls), []);
    assert.ok('done' in (await carryOut(copyIn, host)), 'adding loses nobody');
  });

  const failures: readonly (readonly [title: string, fails: Setup['fails'], Outcome, same: boolean])[] = [
    ['the first piece does not go in', { 'bcc.add': [9002] }, { refused: 'unreachable' }, true],
    ['the second piece does not go in', { 'bcc.add': [0, 9002] }, { refused: 'unreachable' }, true],
    ['taking away fails', { 'to.set': [9002] }, { refused: 'unreachable' }, true],
    ['taking away fails over a contact list that nobody saw', { 'to.set': [5010] }, { refused: 'contact-list' }, true],
    ['taking away fails and so does putting back', { 'to.set': [9002], 'bcc.set': [9002] }, { refused: 'halfway' }, false]
  ];
  for (const [title, fails, expected, same] of failures) {
    it(`says what happened, and loses nobody, when ${title}`, async () => {
      const crowd = parents(150);
      const { host, message } = writingOffice({ to: crowd, bcc: [{ address: 'office@school.example' }], fails: fails! });
      const before = structuredClone(fieldsOf(message));
      assert.deepEqual(await carryOut(toBcc(crowd), host), expected);
      if (same) assert.deepEqual(fieldsOf(message), before);
      for (const { address } of crowd) assert.ok([...message.to, ...message.cc, ...message.bcc].some(who => who.address === address));
    });
  }

  it('says that there is nothing left to do when the message has changed', async () => {
    const { host } = writingOffice({ to: parents(1) });
    assert.deepEqual(await carryOut({ kind: 'remove-recipients', addresses: ['gone@home.example'] }, host), { refused: 'nothing-to-do' });
    assert.deepEqual(await carryOut({ kind: 'remove-attachments', names: ['gone.pdf'] }, host), { refused: 'nothing-to-do' });
  });

  it('says so when the recipients cannot be read', async () => {
    const { host, calls } = writingOffice({ to: parents(1), fails: { 'cc.get': [9002] } });
    assert.deepEqual(await carryOut(copyIn, host), { refused: 'unreachable' });
    assert.deepEqual(writes(calls), []);
  });

  it('cuts words out of plain text, and puts them back unless there are new ones', async () => {
    const cut: Remedy = { kind: 'cut-words', spans: [{ start: 8, end: 20 }] };
    const { host, message, calls } = writingOffice({ text: 'Call me 07700 900123 please' });
    const outcome = await carryOut(cut, host);
    assert.equal(message.text, 'Call me  please');
    assert.deepEqual(writes(calls), ['body.set text']);
    assert.ok('done' in (await undo(outcome)));
    assert.equal(message.text, 'Call me 07700 900123 please');
    const again = await carryOut(cut, host);
    message.text = 'Call the office please';
    assert.deepEqual(await undo(again), { refused: 'nothing-to-do' });
    assert.equal(message.text, 'Call the office please');
  });

  it('leaves the words of a formatted message to the sender', async () => {
    const { host, message } = writingOffice({ text: 'Call me 07700 900123', plain: false });
    assert.deepEqual(await carryOut({ kind: 'cut-words', spans: [{ start: 8, end: 20 }] }, host), { refused: 'by-hand' });
    assert.equal(message.text, 'Call me 07700 900123');
  });

  it('takes attachments off and attaches them again', async () => {
    const file = { id: 'a', name: 'class.xlsx', size: 9, content: 'Y2xhc3M=' };
    const other = { id: 'b', name: 'menu.pdf', size: 4, content: 'bWVudQ==' };
    const { host, message } = writingOffice({ attachments: [file, other] });
    const outcome = await carryOut({ kind: 'remove-attachments', names: ['class.xlsx'] }, host);
    assert.deepEqual(message.attachments, [other]);
    assert.ok('done' in (await undo(outcome)));
    assert.deepEqual(
      message.attachments.map(({ name, content }) => [name, content]),
      [
        ['menu.pdf', 'bWVudQ=='],
        ['class.xlsx', 'Y2xhc3M=']
      ]
    );
  });

  it('offers no way back for an attachment whose content it cannot have', async () => {
    const file = { id: 'a', name: 'photo.jpg', size: 9, content: 'Y2xhc3M=' };
    for (const setup of [
      { attachments: [file], without: ['getAttachmentContentAsync'] },
      { attachments: [{ ...file, size: 20_000_000 }] },
      { attachments: [{ ...file, isInline: true }] },
      { attachments: [file], fails: { 'files.content': [9002] } }
    ] as const satisfies readonly unknown[]) {
      const { host, message } = writingOffice(setup as unknown as Setup);
      assert.deepEqual(await carryOut({ kind: 'remove-attachments', names: ['photo.jpg'] }, host), { done: true });
      assert.deepEqual(message.attachments, []);
    }
  });

  it('puts a message off to school hours; back only to an hour that was chosen before', async () => {
    const later: Remedy = { kind: 'send-later', at: '2026-11-23T08:00:00.000Z' };
    const { host, message } = writingOffice({});
    assert.deepEqual(await carryOut(later, host), { done: true });
    assert.equal((message.delay as Date).toISOString(), '2026-11-23T08:00:00.000Z');
    const chosen = new Date('2026-11-22T20:00:00.000Z');
    const second = writingOffice({ delay: chosen });
    assert.ok('done' in (await undo(await carryOut(later, second.host))));
    assert.deepEqual(second.message.delay, chosen);
  });

  it('promises only what this Outlook can do', () => {
    const { host } = writingOffice({});
    const old = writingOffice({ set: '1.12', without: ['delayDeliveryTime'] }).host;
    const later: Remedy = { kind: 'send-later', at: '2026-11-23T08:00:00.000Z' };
    const cut: Remedy = { kind: 'cut-words', spans: [] };
    assert.equal(canDo({ kind: 'send-from', address: 'teacher@school.example' }, host, mail()), false);
    assert.equal(canDo(later, host, mail()), true);
    assert.equal(canDo(later, old, mail()), false);
    assert.equal(canDo(copyIn, old, mail()), true);
    assert.equal(canDo(cut, host, mail({ text: 'a' })), true);
    assert.equal(canDo(cut, host, mail({ html: 'a' })), false);
  });

  it('puts back any lists that it changed, whatever they were', () =>
    fc.assert(
      fc.asyncProperty(fc.tuple(...(['to', 'cc', 'bcc'] as const).map(() => fc.nat(120))), fc.nat(3), async ([to, cc, bcc], kind) => {
        const people = parents(to! + cc! + bcc!);
        const setup = { to: people.slice(0, to), cc: people.slice(to, to! + cc!), bcc: people.slice(to! + cc!) };
        const addresses = people.filter((_, i) => i % 3 === 0).map(({ address }) => address);
        const remedies: readonly Remedy[] = [
          copyIn,
          { kind: 'move-to-bcc', addresses },
          { kind: 'remove-recipients', addresses },
          { kind: 'replace-recipient', address: addresses[0] ?? head, by: 'new@school.example' }
        ];
        const { host, message } = writingOffice(setup);
        const outcome = await carryOut(remedies[kind]!, host);
        if ('refused' in outcome) assert.equal(outcome.refused, 'nothing-to-do');
        else assert.ok('done' in (await undo(outcome)));
        assert.deepEqual(fieldsOf(message), setup);
      }),
      { numRuns: 40 }
    ));
});
