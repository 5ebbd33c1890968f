import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Block, LeftOut } from '../../../../core/policies/import/document.ts';
import { type Draft, draftOf } from '../../../../core/policies/import/draft.ts';
import { linesOfText } from '../../../../service/documents/text.ts';
import { within } from '../../../support/quick.ts';

const ofText = (text: string): Draft => draftOf({ kind: 'lines', lines: linesOfText(text) });
const ofBlocks = (...blocks: readonly Block[]): Draft => draftOf({ kind: 'blocks', blocks });
const shown = ({ clauses }: Draft): readonly string[] => clauses.map(({ id, text }) => `${id} | ${text}`);
const leftOf = ({ left }: Draft, because: LeftOut): readonly string[] =>
  left.filter(each => each.because === because).map(({ text }) => text);

const cases: readonly { readonly says: string; readonly text: string; readonly clauses: readonly string[] }[] = [
  {
    says: 'takes numbers as they are printed',
    text: 'Rules\n\n1. Staff must lock their screens.\n2. Staff must sign this policy.\n3) Staff must not gamble online.\n',
    clauses: ['1 | Staff must lock their screens.', '2 | Staff must sign this policy.', '3 | Staff must not gamble online.']
  },
  {
    says: 'takes letters under numbers, and goes back to the numbers',
    text: 'Rules\n\n4. Staff must:\n   (a) lock their screens;\n   (b) log off at the end of the day.\n5. Visitors must sign in.\n',
    clauses: ['4.a | Staff must lock their screens', '4.b | Staff must log off at the end of the day.', '5 | Visitors must sign in.']
  },
  {
    says: 'takes numbers with points',
    text: '2 Devices\n\n2.1 Devices must be locked.\n2.2 Devices must not be lent.\n2.2.1 Pupils may borrow a device for a lesson.\n',
    clauses: ['2.1 | Devices must be locked.', '2.2 | Devices must not be lent.', '2.2.1 | Pupils may borrow a device for a lesson.']
  },
  {
    says: 'sees a list whose bullets are drawn and not written',
    text: 'Messages\n\nStaff must write every message as if the whole school were going to read it.\nUsers must not:\n    send abusive messages to anybody at the school\n    forward chain letters\n        mock others in jokes\nStaff must sign this policy.\n',
    clauses: [
      'Messages.1 | Staff must write every message as if the whole school were going to read it.',
      'Messages.2 | Users must not send abusive messages to anybody at the school',
      'Messages.3 | Users must not forward chain letters',
      'Messages.4 | Users must not mock others in jokes',
      'Messages.5 | Staff must sign this policy.'
    ]
  },
  {
    says: 'puts letters under the number of their heading',
    text: '2. Accounts\n\na) Staff must keep passwords secret.\nb) Staff must lock their screens when they leave a computer.\n',
    clauses: ['2.a | Staff must keep passwords secret.', '2.b | Staff must lock their screens when they leave a computer.']
  },
  {
    says: 'takes roman numbers as numbers',
    text: 'Rules\n\ni. Staff must lock their screens.\nii. Staff must sign this policy.\n',
    clauses: ['i | Staff must lock their screens.', 'ii | Staff must sign this policy.']
  },
  {
    says: 'counts bullets under their heading',
    text: 'E-mail\n\n• Staff must be polite.\n• Staff must use the school account.\n',
    clauses: ['E-mail.1 | Staff must be polite.', 'E-mail.2 | Staff must use the school account.']
  },
  {
    says: 'gives items the lead-in that they need, and only those',
    text: 'Data\n\nStaff must never:\n- show pupil data to visitors\n- leave papers on a desk\n- If data is lost, staff must tell the office.\n',
    clauses: [
      'Data.1 | Staff must never show pupil data to visitors',
      'Data.2 | Staff must never leave papers on a desk',
      'Data.3 | If data is lost, staff must tell the office.'
    ]
  },
  {
    says: 'keeps a list of things as one clause',
    text: 'Parents\n\nThe school will inform parents of online safety in these ways:\n- newsletters\n- evenings for parents\n- the school website\n',
    clauses: [
      'Parents.1 | The school will inform parents of online safety in these ways: newsletters; evenings for parents; the school website.'
    ]
  },
  {
    says: 'divides a paragraph into its sentences, and St. or e.g. ends none',
    text: 'Images\n\nStaff at St. Example must ask first, e.g. by letter. Parents must answer in writing. They may change their mind.\n',
    clauses: [
      'Images.1 | Staff at St. Example must ask first, e.g. by letter.',
      'Images.2 | Parents must answer in writing.',
      'Images.3 | They may change their mind.'
    ]
  },
  {
    says: 'keeps the reason with its item',
    text: 'Images\n\n- Staff must use the school camera. This keeps everybody safe.\n- Staff must ask first.\n',
    clauses: ['Images.1 | Staff must use the school camera. This keeps everybody safe.', 'Images.2 | Staff must ask first.']
  },
  {
    says: 'puts a sentence together that a page end divided',
    text: 'Screens\n\nEvery member of staff must lock the screen of their\n\n\n\nAcceptable Use Policy\n\ncomputer whenever they leave it.\n\n\n\nAcceptable Use Policy\n\nVisitors must do the same.\n',
    clauses: [
      'Screens.1 | Every member of staff must lock the screen of their computer whenever they leave it.',
      'Screens.2 | Visitors must do the same.'
    ]
  },
  {
    says: 'puts a word together that a line end divided',
    text: `Rules of the school for everybody who works here and uses its systems\n\nEvery member of staff who handles personal data must read the infor-\nmation security policy of the school and must sign that they did so at\nleast once.\n`,
    clauses: [
      '1 | Every member of staff who handles personal data must read the information security policy of the school and must sign that they did so at least once.'
    ]
  },
  {
    says: 'tells a numbered heading from a numbered clause',
    text: '1. Passwords\nStaff must keep their passwords secret.\n2. Screens\nStaff must lock their screens.\n',
    clauses: ['1 | Staff must keep their passwords secret.', '2 | Staff must lock their screens.']
  },
  {
    says: 'reads Welsh',
    text: 'Cyfrineiriau\n\nRhaid i staff:\n- gadw eu cyfrineiriau’n gyfrinachol\n- cloi eu sgriniau\n\nMae technoleg yn newid.\n',
    clauses: ['Cyfrineiriau.1 | Rhaid i staff gadw eu cyfrineiriau’n gyfrinachol', 'Cyfrineiriau.2 | Rhaid i staff cloi eu sgriniau']
  },
  {
    says: 'makes one clause of a row of a table',
    text: 'Activities\n\nActivity\tWhat to mind\nSearching the web\tPupils must be supervised. Teachers must check sites first.\n',
    clauses: ['Activities.1 | Searching the web: Pupils must be supervised. Teachers must check sites first.']
  }
];

describe('policy import: a text becomes clauses', () => {
  for (const { says, text, clauses } of cases) it(says, () => assert.deepEqual(shown(ofText(text)), clauses));

  it('leaves out contents, dates, page numbers and places to sign, and says so', () => {
    const draft = ofText(
      'Acceptable Use Policy\n\nContents\n\nScope ........ 2\nDevices ........ 3\n\nReview date: March 2027\n\nScope\n\nStaff must follow this policy.\n\n3\n\nDear parent\n\nFull name (printed): ________  Job title: ________\nSigned ______ Date ______\n'
    );
    assert.deepEqual(shown(draft), ['Scope.1 | Staff must follow this policy.']);
    assert.deepEqual(leftOf(draft, 'contents'), ['Contents', 'Scope ........ 2', 'Devices ........ 3']);
    assert.deepEqual(leftOf(draft, 'page-number'), ['3']);
    assert.deepEqual(leftOf(draft, 'greeting'), ['Dear parent']);
    assert.equal(leftOf(draft, 'signature').length, 2);
    assert.equal(draft.review, 'March 2027');
    assert.equal(draft.signed, true);
  });

  it('keeps the headings below a list of contents that names them too', () => {
    const draft = ofText(
      'Sample Trust\n\nAcceptable Use Policy\n\nContents\n1. Scope ........ 2\n2. E-mail ........ 3\n\n1. Scope\n1.1 All staff must follow this policy.\n\n2. E-mail\n2.1 General\n2.1.1 Staff must not send chain letters.\n'
    );
    assert.deepEqual(
      draft.clauses.map(({ id, section }) => `${id} ${section}`),
      ['1.1 Scope', '2.1.1 General']
    );
    assert.equal(draft.title, 'Acceptable Use Policy');
    assert.deepEqual(leftOf(draft, 'contents'), ['Contents', 'Scope ........ 2', 'E-mail ........ 3']);
  });

  it('takes numbered titles for contents only until their numbers begin again', () => {
    const draft = ofText(
      'Acceptable Use Policy\n\nContents\n1. Scope\n2. E-mail\n\n1. Scope\n1.1 All staff must follow this policy.\n\n2. E-mail\n2.1 Staff must not send chain letters.\n'
    );
    assert.deepEqual(
      draft.clauses.map(({ id, section }) => `${id} ${section}`),
      ['1.1 Scope', '2.1 E-mail']
    );
  });

  it('takes the people that a clause is only about for none whom it binds', () => {
    const draft = ofText(
      'Rules\n\n1. When e-mailing several parents, addresses must be placed in the Bcc field.\n2. Photographs of pupils must not be sent outside the school.\n3. Pupils must not send photographs outside the school.\n'
    );
    assert.deepEqual(
      draft.clauses.map(({ binds }) => binds),
      [['staff'], ['staff'], ['pupil']]
    );
  });

  it('leaves out what binds nobody, and says so', () => {
    const draft = ofText('Introduction\n\nThe internet is a powerful tool. Staff must use it with care.\n');
    assert.deepEqual(shown(draft), ['Introduction.1 | Staff must use it with care.']);
    assert.deepEqual(leftOf(draft, 'background'), ['The internet is a powerful tool.']);
  });

  it('leaves out what is printed on every page, whatever its page number', () => {
    const page = (number: number, text: string): string => `Example School policy v2\n\n${text}\n\nPage ${number} of 3`;
    const draft = ofText(
      ['Staff must lock screens.', 'Staff must sign.', 'Staff must be polite.'].map((text, i) => page(i + 1, text)).join('\n\f')
    );
    assert.deepEqual(
      draft.clauses.map(({ text, page }) => [page, text]),
      [
        [1, 'Staff must lock screens.'],
        [2, 'Staff must sign.'],
        [3, 'Staff must be polite.']
      ]
    );
  });

  it('says whom a clause binds: who it speaks of, else whom its heading speaks of', () => {
    const draft = ofText(
      'Rules\n\nParents must sign the form. Staff and governors must lock screens.\n\nAgreement for pupils\n\n- I will be polite.\n\nAgreement for staff and visitors\n\n- I will lock my screen.\n'
    );
    assert.deepEqual(
      draft.clauses.map(({ binds }) => binds),
      [['parent'], ['staff', 'governor'], ['pupil'], ['staff', 'visitor']]
    );
  });

  it('gives no id twice, even where a document prints one twice', () => {
    const draft = ofText(
      'Staff\n\n1. Staff must lock screens.\n2. Staff must sign.\n\nPupils\n\n1. Pupils must be polite. Pupils must ask first.\n1.2. Pupils must not gamble.\n'
    );
    const ids = draft.clauses.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids[0], '1');
    assert.equal(draft.clauses.find(({ text }) => text.includes('gamble'))!.id, '1.2');
  });

  it('takes a row that begins with an order for a clause', () => {
    const draft = ofBlocks(
      { kind: 'heading', level: 1, text: 'Rules' },
      { kind: 'row', level: 0, text: 'Rule\tWho' },
      { kind: 'row', level: 0, text: 'Copy the head in to e-mail to parents\tStaff' }
    );
    assert.deepEqual(shown(draft), ['Rules.1 | Copy the head in to e-mail to parents']);
  });

  it('takes headings, items and rows as a format gives them', () => {
    const draft = ofBlocks(
      { kind: 'heading', text: 'Phones', level: 1 },
      { kind: 'item', text: 'Staff must:', level: 0, number: '1' },
      { kind: 'item', text: 'switch phones off in lessons', level: 1, number: 'a' },
      { kind: 'item', text: 'keep them in a locker', level: 1, number: 'b' },
      { kind: 'item', text: 'Visitors must hand phones in.', level: 0, number: '2' }
    );
    assert.deepEqual(shown(draft), [
      '1.a | Staff must switch phones off in lessons',
      '1.b | Staff must keep them in a locker',
      '2 | Visitors must hand phones in.'
    ]);
  });
});

describe('policy import: any text at all', () => {
  const pieces = fc.constantFrom(
    '1. ',
    '- ',
    '(a) ',
    'Staff must ',
    'not ',
    'share',
    '\n',
    '\n\n',
    '\f',
    '\t',
    ':',
    '.',
    ' ',
    '____',
    '....',
    'St. ',
    '3',
    'of the',
    '’',
    '\u0000'
  );
  const texts = fc.array(pieces, { maxLength: 60 }).map(all => all.join(''));

  it('gives every clause words, an id of its own and somebody whom it binds', () => {
    fc.assert(
      fc.property(texts, text => {
        const { clauses } = ofText(text);
        assert.equal(new Set(clauses.map(({ id }) => id)).size, clauses.length);
        for (const { id, text, binds } of clauses) assert.ok(id !== '' && text.trim() !== '' && binds.length > 0);
      })
    );
  });

  it('loses no word of a letter or more but the numbers of items', () => {
    fc.assert(
      fc.property(texts, text => {
        const { clauses, left, title } = ofText(text);
        const kept = [title, ...clauses.flatMap(({ text, section }) => [text, section]), ...left.map(({ text }) => text)]
          .join(' ')
          .toLowerCase();
        if (/share/.test(text)) assert.match(kept, /share/);
      })
    );
  });

  for (const [says, text] of [
    ['one word', 'a'.repeat(1_000_000)],
    ['one line of words', 'Staff must not share passwords or '.repeat(30_000)],
    ['a million stops', '. '.repeat(500_000)],
    ['lines without an end', 'and the\n'.repeat(120_000)],
    ['bullets ever deeper', Array.from({ length: 1_000 }, (_, i) => `${' '.repeat(i)}- staff must`).join('\n')],
    ['underscores', '_'.repeat(1_000_000)],
    ['brackets', '<a'.repeat(500_000)],
    ['the same running line', 'Page of the policy\n\n\n\n'.repeat(40_000)]
  ] as const) {
    it(`is done with a megabyte of ${says} within seconds`, () => {
      within(6_000, () => ofText(text));
    });
  }
});
