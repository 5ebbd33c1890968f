import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFailure } from '../../../service/failure.ts';
import { readRow } from '../../../service/mail/jsonl.ts';
import { conversations } from '../../../service/mail/thread.ts';

const read = (row: unknown) => readRow(typeof row === 'string' ? row : JSON.stringify(row), conversations());
const unread = { unread: 'unsupported' };

describe('reading one row', () => {
  it('gives what the row says, and says of the rest that it is not shown', () => {
    assert.deepEqual(
      read({
        id: 'r1',
        from: 'Teacher <teacher@school.example>',
        to: 'a@b.example, C <c@d.example>',
        cc: '',
        bcc: '',
        subject: 'Trip',
        body: 'text\r\nmore',
        format: 'text'
      }),
      {
        id: 'r1',
        message: {
          from: { value: { name: 'Teacher', address: 'teacher@school.example' } },
          addressed: {
            value: {
              to: [
                { name: '', address: 'a@b.example' },
                { name: 'C', address: 'c@d.example' }
              ],
              cc: [],
              bcc: []
            }
          },
          subject: { value: 'Trip' },
          body: { value: { format: 'text', content: 'text\r\nmore' } },
          attachments: { value: [] },
          thread: { value: { kind: 'new', earlier: { value: [] } } },
          at: unread
        }
      }
    );
  });

  it('takes addresses as a list of texts or of names and addresses', () => {
    const { message } = read({ to: ['a@b.example', 'C <c@d.example>', { name: 'E, "F"', address: 'e@f.example' }], cc: [], bcc: null });
    assert.deepEqual('value' in message.addressed && message.addressed.value.to, [
      { name: '', address: 'a@b.example' },
      { name: 'C', address: 'c@d.example' },
      { name: 'E, "F"', address: 'e@f.example' }
    ]);
  });

  it('tells a mail to nobody from one that does not say to whom it went', () => {
    assert.deepEqual(read({ to: '', cc: '', bcc: '' }).message.addressed, { value: { to: [], cc: [], bcc: [] } });
    assert.deepEqual(read({ body: 'x' }).message.addressed, unread);
  });

  it('takes an empty sender, a missing subject and a missing body for unread', () => {
    const { message } = read({ from: '', to: 'a@b.example' });
    assert.deepEqual([message.from, message.subject, message.body], [unread, unread, unread]);
  });

  it('takes the date, the mail that it answers, and attachments', () => {
    const { id, message } = read({
      id: 7,
      date: '2026-11-18T10:00:00Z',
      inReplyTo: 'r1',
      attachments: ['list.xlsx', { name: 'a.txt', content: 'aGk=' }, { name: 'b.txt', size: 9 }]
    });
    assert.equal(id, '7');
    assert.deepEqual(message.at, { value: '2026-11-18T10:00:00.000Z' });
    assert.deepEqual(message.thread, { value: { kind: 'reply', earlier: unread } });
    assert.deepEqual(message.attachments, {
      value: [
        { name: 'list.xlsx', size: 0, content: unread },
        { name: 'a.txt', size: 2, content: { value: new Uint8Array([104, 105]) } },
        { name: 'b.txt', size: 9, content: unread }
      ]
    });
  });

  it('lets other keys stand beside the ones it knows', () => assert.equal(read({ id: 'x', label: 'negative' }).id, 'x'));

  for (const { says, row, sentence } of [
    { says: 'no JSON', row: '{"secret words": ', sentence: /^This line is no JSON/ },
    { says: 'a list', row: [], sentence: /no object/ },
    { says: 'a text', row: '"words"', sentence: /no object/ },
    { says: 'another format', row: { format: 'rtf' }, sentence: /«format» holds something else than text or html/ },
    { says: 'a number for a body', row: { body: 3 }, sentence: /«body» holds something else than a text/ },
    { says: 'a number for a recipient', row: { to: 3 }, sentence: /«to» holds neither/ },
    { says: 'attachments without a name', row: { attachments: [{ size: 3 }] }, sentence: /«attachments» holds no list/ }
  ]) {
    it(`says what is wrong with ${says}, and quotes none of it`, () => {
      assert.throws(
        () => read(row),
        error => isFailure(error) && sentence.test(error.message) && !error.message.includes('words')
      );
    });
  }

  it('reads or refuses whatever row it is given, in words', () => {
    const any = fc.anything({ withNullPrototype: false });
    const rows = fc.oneof(
      fc.string(),
      fc
        .record({ id: any, from: any, to: any, subject: any, body: any, attachments: any }, { requiredKeys: [] })
        .map(row => JSON.stringify(row))
    );
    fc.assert(
      fc.property(rows, row => {
        try {
          readRow(row, conversations());
        } catch (error) {
          assert.ok(isFailure(error), String(error));
        }
      })
    );
  });
});
