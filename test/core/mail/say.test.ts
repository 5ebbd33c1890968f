import assert from 'node:assert/strict';
import type { Locale } from '../../../core/locale.ts';
import type { Remedy } from '../../../core/mail/remedy.ts';
import { type Finding, review } from '../../../core/mail/review.ts';
import { say } from '../../../core/mail/say.ts';
import { mail, many, school } from '../../support/mail.ts';

const clauses = { 'check-recipients': [{ id: '12', section: 'E-mail' }] };
const [crowd] = review(mail({ to: many(4, 'x.example') }), { ...school, clauses }).findings.filter(
  ({ rule }) => rule === 'crowd-in-the-open'
);

function remedyIn(remedy: Remedy, locale: Locale = 'en'): string {
  return say({ ...crowd!, remedy }, locale).remedy;
}

describe('what a person reads of a finding', () => {
  it('is a sentence with its values, the clause and the button', () =>
    assert.deepEqual(say(crowd!, 'en'), {
      sentence: '4 families or outside people can see each other’s addresses. Move them to Bcc.',
      clause: 'Clause 12',
      remedy: 'Move to Bcc'
    }));
  it('is in Welsh for those who read Welsh', () =>
    assert.deepEqual(say(crowd!, 'cy'), {
      sentence: 'Gall 4 o deuluoedd neu bobl allanol weld cyfeiriadau ei gilydd. Symudwch nhw i Bcc.',
      clause: 'Cymal 12',
      remedy: 'Symud i Bcc'
    }));
  it('names several clauses, or none', () => {
    const clausesOf = (...ids: readonly string[]): Finding => ({ ...crowd!, clauses: ids.map(id => ({ id, section: '' })) });
    assert.equal(say(clausesOf('12', 'E-mail.3'), 'en').clause, 'Clauses 12, E-mail.3');
    assert.equal(say(clausesOf('12', 'E-mail.3'), 'cy').clause, 'Cymalau 12, E-mail.3');
    assert.equal(say(clausesOf(), 'en').clause, '');
  });
  it('names one or two addresses on the button, and counts more', () => {
    assert.equal(remedyIn({ kind: 'copy-in', addresses: ['head@school.example'] }), 'Copy in head@school.example');
    assert.equal(remedyIn({ kind: 'remove-recipients', addresses: ['a@x.example', 'b@x.example'] }), 'Remove a@x.example, b@x.example');
    assert.equal(remedyIn({ kind: 'remove-recipients', addresses: many(5, 'x.example') }), 'Remove p1@x.example + 4');
  });
  it('calls the headteacher so, and not by an address', () => {
    const copyIn = { kind: 'copy-in', addresses: ['head@school.example'], head: true } as const;
    assert.equal(remedyIn(copyIn), 'Copy in the headteacher');
    assert.equal(remedyIn(copyIn, 'cy'), 'Anfon copi at y pennaeth');
  });
  it('says whom else to write to, and from which account', () => {
    assert.equal(
      remedyIn({ kind: 'replace-recipient', address: 'a@gmail.com', by: 'a@school.example' }),
      'Send to a@school.example instead'
    );
    assert.equal(remedyIn({ kind: 'send-from', address: 'a@school.example' }, 'cy'), 'Anfon o a@school.example');
  });
  it('has no button where one click puts nothing right', () => {
    const { remedy: _, ...without } = crowd!;
    assert.equal(say(without, 'en').remedy, '');
  });
  it('falls back on the rule’s id where the rule is not known here', () => {
    const { sentence } = say({ ...crowd!, rule: 'of-tomorrow' }, 'en');
    assert.equal(sentence, 'of-tomorrow');
  });
});
