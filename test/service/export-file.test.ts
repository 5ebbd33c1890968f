import assert from 'node:assert/strict';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readDirectory } from '../../service/directory.ts';
import { readExport } from '../../service/export-file.ts';
import { layouts } from '../../service/export-layouts.ts';
import { namedOfExport } from '../../service/people-file.ts';

const read = (csv: string | Uint8Array) => readExport(typeof csv === 'string' ? Buffer.from(csv) : csv, 'export.csv');
const people = (csv: string | Uint8Array) => read(csv)!.people;
const notes = (csv: string | Uint8Array) => read(csv)!.notes.map(({ line, says }) => `${line}: ${says.en}`);
const briefly = (csv: string | Uint8Array) =>
  people(csv).map(({ role, name, addresses, children }) => [role, name, addresses.join(' '), children.join(' ')].join('|'));

const sims =
  'Adno,Forename,Surname,Reg,Contact Forename,Contact Surname,Contact Email,Relationship,Parental Responsibility,Lives with pupil,Court order';
const home = (...homes: readonly (readonly string[])[]) => homes.map(each => each.length);

describe('the exports of information systems', () => {
  for (const { system, kind, csv, gives } of [
    {
      system: 'SIMS',
      kind: 'contacts',
      csv: `${sims}\n001,Kit,Sample,Oak,Parent,One,P.One@Family.example,Mother,T,T,\n`,
      gives: ['pupil|Kit Sample||', 'parent|Parent One|p.one@family.example|pupil:001']
    },
    {
      system: 'SIMS',
      kind: 'contacts',
      // The same headings come twice: of the pupil, then of the contact.
      csv: 'ID,Forename,Surname,ID,(Contact) Priority,Parental responsibility,Lives with Pupil,Title,Forename,Surname,(Contact) Home Email,Primary Email\n7,Kit,Sample,91,1,T,T,Ms,Parent,One,home@family.example,p.one@family.example\n',
      gives: ['pupil|Kit Sample||', 'parent|Parent One|p.one@family.example home@family.example|pupil:7']
    },
    {
      system: 'Arbor',
      kind: 'contacts',
      csv: 'Contacts of pupils\nMade on 22 Nov 2026\n\nStudent ID,Student,Registration Form,Guardian Name,Guardian Email Address,Legal Guardian\nA1,"Sample, Kit",Oak,Parent One,p.one@family.example,Yes\n',
      gives: ['pupil|Kit Sample||', 'parent|Parent One|p.one@family.example|pupil:a1']
    },
    {
      system: 'Bromcom',
      kind: 'contacts',
      csv: 'StudentID;StudentFullName;TutorGroup;ContactID;ContactFullName;ContactEmail;ParentalResponsibility\n5;Kit Sample;Oak;77;Parent One;p.one@family.example;True\n',
      gives: ['pupil|Kit Sample||', 'parent|Parent One|p.one@family.example|pupil:5']
    },
    {
      system: 'ScholarPack',
      kind: 'contacts',
      csv: 'Forename,Surname,Form,Contact Name,Contact Order,Responsibility,Email,Email 2\nKit,Sample,Oak,Parent One,1,Yes,p.one@family.example,p1@work.example\n',
      gives: ['pupil|Kit Sample||', 'parent|Parent One|p.one@family.example p1@work.example|pupil:kitsampleoak']
    },
    {
      system: 'SIMS',
      kind: 'staff',
      csv: 'Staff Code,Legal Forename,Legal Surname,Work Email\nTO,Teacher,One,T.One@school.example\n',
      gives: ['staff|Teacher One|t.one@school.example|']
    },
    {
      system: 'Arbor',
      kind: 'staff',
      csv: 'First name,Last name,Business Role,Work email\nTeacher,One,Class Teacher,t.one@school.example\n',
      gives: ['staff|Teacher One|t.one@school.example|']
    },
    {
      system: 'ScholarPack',
      kind: 'staff',
      csv: 'Name\tRole Identifier\tPrimary Email\nTeacher One\tClass Teacher\tt.one@school.example\n',
      gives: ['staff|Teacher One|t.one@school.example|']
    },
    {
      system: 'SIMS',
      kind: 'pupils',
      csv: 'Adno,Preferred Forename,Preferred Surname,Reg Group,Email\n001,Kit,Sample,Oak,kit@pupils.school.example\n',
      gives: ['pupil|Kit Sample|kit@pupils.school.example|']
    }
  ]) {
    it(`knows ${kind} of ${system} by their headings: ${csv.split('\n')[0]!.slice(0, 50)}`, () => {
      const found = read(csv)!;
      assert.deepEqual([found.system, found.kind], [system, kind]);
      assert.deepEqual(briefly(csv), gives);
    });
  }

  for (const csv of [
    'address,audience,name,household\na@b.example,parent,,\n',
    'name,roles,address\nOne,staff,a@b.example\n',
    'a,b\n1,2\n',
    ''
  ]) {
    it(`leaves other lists alone: «${csv.slice(0, 20).trim()}»`, () => assert.equal(read(csv), undefined));
  }

  for (const { says, row, note } of [
    {
      says: 'a court order',
      row: '001,Kit,Sample,Oak,Some,Body,s@family.example,Father,T,F,Y',
      note: '2: a court order restricts this contact, who was left out.'
    },
    {
      says: 'a court order in words',
      row: '001,Kit,Sample,Oak,Some,Body,s@family.example,Father,T,F,no contact',
      note: '2: a court order restricts this contact, who was left out.'
    },
    {
      says: 'no responsibility',
      row: '001,Kit,Sample,Oak,Some,Body,s@family.example,Father,F,T,',
      note: '2: a contact without parental responsibility, left out.'
    },
    {
      says: 'an empty tick box',
      row: '001,Kit,Sample,Oak,Some,Body,s@family.example,Father,,T,',
      note: '2: a contact without parental responsibility, left out.'
    },
    {
      says: 'a word that means nothing',
      row: '001,Kit,Sample,Oak,Some,Body,s@family.example,Father,maybe,T,',
      note: '2: it is not clear whether this contact has parental responsibility; left out.'
    },
    { says: 'no name', row: '001,Kit,Sample,Oak,,,s@family.example,Father,T,T,', note: '2: there is no name; the row was left out.' },
    {
      says: 'no child',
      row: ',,,,Some,Body,s@family.example,Father,T,T,',
      note: '2: it is not said whose contact this is; the row was left out.'
    }
  ]) {
    it(`leaves a contact out for ${says}, and says so`, () => {
      assert.deepEqual(notes(`${sims}\n${row}\n`), [note]);
      assert.deepEqual(
        people(`${sims}\n${row}\n`).filter(({ role }) => role === 'parent'),
        []
      );
    });
  }

  it('goes by the relationship where no column speaks of responsibility', () => {
    const csv =
      'Adno,Pupil Name,Contact Name,Contact Email,Relationship\n1,Kit Sample,Nan,n@family.example,Grandmother\n1,Kit Sample,Ma,m@family.example,Mother\n1,Kit Sample,Step,s@family.example,Stepfather\n1,Kit Sample,Doc,d@family.example,Doctor\n';
    assert.deepEqual(
      people(csv).map(({ name }) => name),
      ['Kit Sample', 'Ma', 'Step']
    );
    assert.deepEqual(notes(csv), [
      '2: «Grandmother» is no parent or guardian; the contact was left out.',
      '5: «Doctor» is no parent or guardian; the contact was left out.'
    ]);
  });

  it('keeps a parent without an address, or with one that is none, and says so', () => {
    const csv = `${sims}\n1,Kit,Sample,Oak,A,One,,Mother,T,T,\n1,Kit,Sample,Oak,B,Two,not known,Father,T,T,\n`;
    assert.deepEqual(briefly(csv), ['pupil|Kit Sample||', 'parent|A One||pupil:1', 'parent|B Two||pupil:1']);
    assert.deepEqual(notes(csv), [
      '2: the contact has no address; no mail is known as theirs.',
      '3: what stands for the address is none, such as parent.one@family.example; it was left out.'
    ]);
  });

  it('makes one parent of a contact that is kept once for each child, and gives the children one household', () => {
    const csv = `${sims}\n1,Kit,Sample,Oak,Parent,One,p@family.example,Mother,T,T,\n2,Lee,Sample,Ash,Parent,One,P@Family.example,Mother,T,T,\n`;
    const [kit, lee, parent] = people(csv);
    assert.deepEqual(parent!.children, ['pupil:1', 'pupil:2']);
    assert.equal(kit!.households.length, 1);
    assert.deepEqual([kit!.households, lee!.households], [parent!.households, parent!.households]);
    assert.deepEqual(notes(csv), []);
  });

  it('takes a row that stands there twice once', () => {
    const row = '1,Kit,Sample,Oak,Parent,One,p@family.example,Mother,T,T,';
    assert.equal(people(`${sims}\n${row}\n${row}\n`).length, 2);
    assert.deepEqual(notes(`${sims}\n${row}\n${row}\n`), ['3: the same person as on line 2; taken once.']);
  });

  it('gives separated parents two households, and their child both', () => {
    const csv =
      'Adno,Pupil Name,Contact Name,Contact Email,Parental responsibility,Contact Address,Contact Postcode\n1,Kit Sample,Parent One,p1@family.example,T,1 High Street,AB1 2CD\n1,Kit Sample,Parent Two,p2@family.example,T,9 Low Road,AB1 2CD\n1,Kit Sample,Parent Three,p3@family.example,T,"1, High street",ab12cd\n';
    const [kit, one, two, three] = people(csv);
    assert.deepEqual(home(kit!.households, one!.households, two!.households), [2, 1, 1]);
    assert.notDeepEqual(one!.households, two!.households);
    assert.deepEqual(one!.households, three!.households);
    assert.ok(!JSON.stringify(people(csv)).toLowerCase().includes('street'));
  });

  it('gives whoever does not live with the child no household of the child’s', () => {
    const csv = `${sims}\n1,Kit,Sample,Oak,Parent,One,p1@family.example,Mother,T,T,\n1,Kit,Sample,Oak,Parent,Two,p2@family.example,Father,T,F,\n`;
    const [kit, one, two] = people(csv);
    assert.deepEqual([kit!.households, two!.households], [one!.households, []]);
  });

  it('keeps one address of two parents for both, and says so', () => {
    const csv = `${sims}\n1,Kit,Sample,Oak,Parent,One,both@family.example,Mother,T,T,\n1,Kit,Sample,Oak,Parent,Two,both@family.example,Father,T,T,\n`;
    assert.deepEqual(notes(csv), ['3: somebody else has the same address on line 2; both keep it.']);
    assert.deepEqual(
      readDirectory(Buffer.from(csv), 'x.csv')['both@family.example']!.map(({ audience, name }) => [audience, name]),
      [
        ['parent', 'Parent One'],
        ['parent', 'Parent Two']
      ]
    );
    const named = namedOfExport(people(csv), 'cy');
    assert.equal(new Set(named.map(({ key }) => key)).size, 3);
    assert.deepEqual([named[1]!.children, named[1]!.language], [['pupil:1'], 'cy']);
  });

  it('takes from a child an address that a parent or another child has', () => {
    const head = 'Adno,Pupil Name,Pupil Email,Contact Name,Contact Email,Parental Responsibility';
    const csv = `${head}\n1,Kit Sample,p@family.example,Parent One,p@family.example,T\n2,Lee Sample,both@pupils.example,Parent Two,p2@family.example,T\n3,Jo Sample,both@pupils.example,Parent Two,p2@family.example,T\n`;
    assert.deepEqual(briefly(csv).slice(0, 3), ['pupil|Kit Sample||', 'pupil|Lee Sample||', 'pupil|Jo Sample||']);
    assert.deepEqual(notes(csv), [
      '2: the child’s address is a parent’s; it was left out of the child.',
      '3: two children have the same address; it was left out of both.',
      '4: two children have the same address; it was left out of both.'
    ]);
  });

  const welsh = 'Adno,Pupil Name,Contact Name,Contact Email,Parental Responsibility\n1,Siân Tŷ,Parent One,p@family.example,T\n';
  for (const { says, bytes, mended } of [
    { says: 'UTF-8', bytes: Buffer.from(welsh), mended: [] },
    { says: 'UTF-16 without its mark', bytes: iconv.encode(welsh, 'utf-16le'), mended: [] },
    { says: 'UTF-16 the other way round, without its mark', bytes: iconv.encode(welsh, 'utf-16be'), mended: [] },
    {
      says: 'UTF-8 that was read as windows-1252 and saved again',
      bytes: Buffer.from(iconv.decode(Buffer.from(welsh), 'windows-1252')),
      mended: ['2: letters in a wrong encoding were put right.']
    }
  ]) {
    it(`reads ${says}`, () => {
      assert.equal(people(bytes)[0]!.name, 'Siân Tŷ');
      assert.deepEqual(notes(bytes), mended);
    });
  }

  it('reads windows-1252, leaves right letters alone, and says where a letter was lost', () => {
    assert.equal(people(iconv.encode(welsh.replace('Tŷ', 'Bröß'), 'windows-1252'))[0]!.name, 'Siân Bröß');
    assert.deepEqual(notes(welsh.replace('Siân', 'Si?n')), ['2: a letter of the name was lost when it was exported: «?» stands for it.']);
  });

  it('speaks of no system in other letters than lower case, and asks for no column twice in a field', () => {
    for (const { columns, marks } of layouts) {
      for (const headings of [...Object.values(columns), marks]) {
        assert.deepEqual(headings, [...new Set(headings.map(heading => heading.toLowerCase()))]);
      }
    }
  });

  it('does not mind the order of the rows', () => {
    const rows = [
      '1,Kit,Sample,Oak,Parent,One,p1@family.example,Mother,T,T,',
      '2,Lee,Sample,Ash,Parent,One,p1@family.example,Mother,T,T,',
      '1,Kit,Sample,Oak,Parent,Two,p2@family.example,Father,T,F,',
      '3,Jo,Other,Ash,Parent,Three,p3@family.example,Father,T,T,',
      '3,Jo,Other,Ash,Some,Body,x@family.example,Father,F,T,'
    ];
    const plain = (order: readonly string[]) =>
      people(`${sims}\n${order.join('\n')}`)
        .map(person => JSON.stringify({ ...person, line: 0, children: [...person.children].sort() }))
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), order => assert.deepEqual(plain(order), plain(rows))),
      { numRuns: 60 }
    );
  });
});
