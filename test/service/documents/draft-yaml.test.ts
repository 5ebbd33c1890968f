import assert from 'node:assert/strict';
import { draftOf } from '../../../core/policies/import/draft.ts';
import { yamlOf } from '../../../service/documents/draft-yaml.ts';
import { linesOfText } from '../../../service/documents/text.ts';
import type { Policy } from '../../../core/policies/policy.ts';
import { readPolicy } from '../../../service/policy-file.ts';

const written = (text: string): string =>
  yamlOf(draftOf({ kind: 'lines', lines: linesOfText(text) }), { name: 'our-policy.txt', id: 'our-policy' });

const text = `Our Acceptable Use Policy

Date adopted: Autumn 2025
Next review: September 2027

E-mail

- Staff must not forward chain letters: not even "funny" ones # really.
- 'Yes' must be said politely.

Signed: ________ Date: ________
`;

describe('policy import: the policy.yaml', () => {
  const readBack = (document: string): Policy => readPolicy(written(document), 'policy.yaml').value;

  it('reads back as the policy that was found', () => {
    const policy = readBack(text);
    assert.equal(policy.id, 'our-policy');
    assert.equal(policy.title, 'Our Acceptable Use Policy');
    assert.deepEqual(policy.languages, ['en']);
    assert.equal(policy.adoptedOn, '2025');
    assert.equal(policy.reviewDue, '2027-09');
    assert.deepEqual(policy.clauses[0], {
      id: 'E-mail.1',
      section: 'E-mail',
      text: 'Staff must not forward chain letters: not even "funny" ones # really.',
      binds: ['staff'],
      duties: ['no-chain-letters']
    });
    assert.equal(policy.clauses[1]!.text, "'Yes' must be said politely.");
  });

  it('shows beside a duty how sure it is and the words that led to it', () => {
    assert.match(written(text), /- no-chain-letters # 0\.\d\d: chain letters/);
  });

  it('shows what the document says of its dates, and what was left out', () => {
    const yaml = written(text);
    assert.match(yaml, /adoptedOn: "2025" # the document says: Autumn 2025/);
    assert.match(yaml, /# Left out, places to sign:\n# {3}Signed: _+ Date: _+/);
  });

  it('says where no duty was found', () => {
    assert.match(written('Rules\n\nStaff must wear a hat on Tuesdays.\n'), /# no duty was found\n {4}duties: \[\]/);
  });

  it('keeps numbers such as 1.10 what they are', () => {
    const policy = readBack('Rules\n\n1.9 Staff must lock screens.\n1.10 Staff must sign this policy.\n');
    assert.deepEqual(
      policy.clauses.map(({ id }) => id),
      ['1.9', '1.10']
    );
  });

  it('reads back whatever stood in the document', () => {
    for (const nasty of [
      'Staff must: not {do} [this] & *that* | > % @ `now`!',
      'Staff must “quote” \\ "this"',
      'Staff must say - yes\u0007',
      'Staff must never #share, ever'
    ]) {
      const policy = readBack(`Rules\n\n${nasty}\n`);
      assert.equal(policy.clauses.length, 1, nasty);
    }
  });

  it('knows a Welsh document', () => {
    const policy = readBack('Cyfrineiriau\n\nRhaid i staff gadw eu cyfrineiriau yn gyfrinachol.\n');
    assert.deepEqual(policy.languages, ['cy']);
    assert.deepEqual(policy.clauses[0]!.duties, ['keep-passwords-secret']);
  });
});
