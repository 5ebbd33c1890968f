import assert from 'node:assert/strict';
import { isOneOf } from '../../core/policies/audience.ts';
import { defaultAudiences } from '../../core/policies/audiences.ts';
import { exampleSigners } from '../../service/example-people.ts';
import { isFailure } from '../../service/failure.ts';
import { readPeople } from '../../service/people-file.ts';

const read = (csv: string) => readPeople(Buffer.from(csv), 'people-to-ask.csv', 'en');

function wrong(csv: string): string {
  try {
    read(csv);
  } catch (error) {
    assert.ok(isFailure(error), String(error));
    assert.equal(error.code, 'wrong-directory');
    return error.message.replace(/people-to-ask\.csv, /g, '');
  }
  return assert.fail('nothing was wrong');
}

describe('the list of people who are asked', () => {
  it('says all that is known of somebody, with columns in any order', () => {
    assert.deepEqual(
      read(
        'Language,ROLES,name,address,id,groups,class,manager,joined,left,entra id\n' +
          'Cymraeg,Staff; Data protection officer,Teacher One,T.One@School.example.,S7,Maths; Science,Oak,head@school.example,01/09/2026,2027-07-20,01234567-89AB-cdef-0123-456789abcdef\n' +
          ',head,Head,head@school.example,,,,,,,\n'
      ),
      [
        {
          line: 2,
          key: 's7',
          name: 'Teacher One',
          address: 't.one@school.example',
          entraId: '01234567-89ab-cdef-0123-456789abcdef',
          roles: ['staff', 'data-protection-officer'],
          groups: ['Maths', 'Science'],
          class: 'Oak',
          children: [],
          manager: 'head@school.example',
          joinedOn: '2026-09-01',
          leftOn: '2027-07-20',
          language: 'cy'
        },
        {
          line: 3,
          key: 'head@school.example',
          name: 'Head',
          address: 'head@school.example',
          roles: ['head'],
          groups: [],
          children: [],
          language: 'en'
        }
      ]
    );
  });

  it('gives whoever has no language the school’s', () => {
    assert.equal(readPeople(Buffer.from('name,roles,id\nOne,staff,1\n'), 'x.csv', 'cy')[0]!.language, 'cy');
  });

  it('ties parents to children by household, by address and by id, each once', () => {
    const people = read(
      'id,name,roles,household,children,address\n' +
        'p1,Kit,pupil,h1,,kit@pupils.example\np2,Alex,pupil,h1,,\np3,Sam,pupil,,,\n' +
        ',One,parent,h1,,one@family.example\n,Two,parent;staff,h1,KIT@pupils.example; P3,two@family.example\n,Three,staff,h1,,three@family.example\n'
    );
    assert.deepEqual(
      people.map(({ name, children }) => [name, children.join('+')]),
      [
        ['Kit', ''],
        ['Alex', ''],
        ['Sam', ''],
        ['One', 'p1+p2'],
        ['Two', 'p1+p2+p3'],
        ['Three', '']
      ]
    );
  });

  for (const { says, csv, sentence } of [
    {
      says: 'a misspelt column',
      csv: 'nam,roles\n',
      sentence:
        'line 1: the column name is missing. «nam» stands there: did you mean «name»? The first line should be: id,name,address,roles,groups,class,household,children,manager,joined,left,language,entra id.'
    },
    { says: 'no name', csv: 'name,roles,id\n,staff,1', sentence: 'line 2: the column name is empty.' },
    {
      says: 'nothing to know somebody by',
      csv: 'name,roles\nOne,staff',
      sentence: 'line 2: there is neither an address nor an id. One of them is needed to know the person again.'
    },
    {
      says: 'a wrong address',
      csv: 'name,roles,address\nOne,staff,one',
      sentence: 'line 2: the column address holds no address such as teacher.one@school.example.'
    },
    {
      says: 'a misspelt role',
      csv: 'name,roles,id\nOne,staff;govenor,1',
      sentence:
        'line 2: the column roles holds «govenor». Expected one or more of staff, supply, governor, visitor, contractor, pupil, parent, head, coordinator, chair, data-protection-officer. Did you mean «governor»?'
    },
    {
      says: 'no role',
      csv: 'name,roles,id\nOne,,1',
      sentence:
        'line 2: the column roles is empty. Expected one or more of staff, supply, governor, visitor, contractor, pupil, parent, head, coordinator, chair, data-protection-officer.'
    },
    {
      says: 'a date that is none',
      csv: 'name,roles,id,joined\nOne,staff,1,31/02/2026',
      sentence: 'line 2: the column joined holds «31/02/2026», which is no date such as 2026-09-01 or 01/09/2026.'
    },
    {
      says: 'another language',
      csv: 'name,roles,id,language\nOne,staff,1,fr',
      sentence: 'line 2: the column language holds «fr». Expected en (English) or cy (Welsh).'
    },
    {
      says: 'an Entra id that is none',
      csv: 'name,roles,id,entra id\nOne,staff,1,abc',
      sentence: 'line 2: the column entra id holds no object id such as 01234567-89ab-cdef-0123-456789abcdef.'
    },
    {
      says: 'two with one address',
      csv: 'name,roles,address\nOne,parent,x@family.example\nTwo,parent,X@family.example',
      sentence: 'line 3: line 2 has the same address. Give both an id of their own.'
    },
    { says: 'two with one id', csv: 'name,roles,id\nOne,parent,A1\nTwo,parent,a1', sentence: 'line 3: line 2 has the same id.' },
    {
      says: 'a child whom nobody knows',
      csv: 'name,roles,id,children\nOne,parent,1,pupil-12\nKit,pupil,pupil-1,',
      sentence: 'line 2: the column children names «pupil-12», and no row has that id or address. Did you mean «pupil-1»?'
    },
    {
      says: 'a manager whom nobody knows',
      csv: 'name,roles,id,manager\nOne,staff,1,boss@school.example',
      sentence: 'line 2: the column manager names «boss@school.example», and no row has that id or address.'
    }
  ]) {
    it(`says what is wrong with ${says}`, () => assert.equal(wrong(csv), sentence));
  }

  it('names ten wrong rows and counts the others', () => {
    const lines = wrong(`name,roles,id\n${Array.from({ length: 14 }, (_, i) => `,staff,${i}`).join('\n')}`).split('\n');
    assert.deepEqual([lines.length, lines[10]], [11, '… and 4 more rows.']);
  });

  it('is there for the example school: about forty people, some in every audience, parents with their children', () => {
    const people = read(exampleSigners);
    assert.ok(people.length >= 38 && people.length <= 45, `${people.length}`);
    for (const { id, who } of defaultAudiences) {
      assert.ok(people.filter(person => isOneOf({ ...person, id: person.key }, who)).length >= 2, id);
    }
    for (const parent of people.filter(({ roles }) => roles.includes('parent'))) assert.ok(parent.children.length > 0, parent.name);
    for (const role of ['head', 'coordinator', 'chair', 'data-protection-officer'] as const) {
      assert.equal(people.filter(({ roles }) => roles.includes(role)).length, 1, role);
    }
    assert.ok(people.some(({ address }) => address === undefined) && people.some(({ language }) => language === 'cy'));
    for (const { address } of people) assert.ok(address === undefined || address.endsWith('.example'), address);
  });
});
