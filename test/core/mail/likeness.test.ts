import assert from 'node:assert/strict';
import { nameKey, namesakes, nameWords } from '../../../core/mail/directory.ts';
import { personOf } from '../../../core/mail/facts.ts';
import { localKey, seemOnePerson } from '../../../core/mail/likeness.ts';
import { one, school } from '../../support/mail.ts';

describe('a school mailbox and a private one', () => {
  const seem = (ofSchool: string, ofHome: string): boolean => seemOnePerson(personOf(one(ofSchool), school), personOf(one(ofHome), school));

  for (const [ofSchool, ofHome] of [
    ['j.teacher@school.example', 'jteacher82@gmail.com'],
    ['j.teacher@school.example', 'teacherj@gmail.com'],
    ['j.teacher@school.example', 'jane.teacher@gmail.com'],
    ['jteacher@school.example', 'jteacher1@gmail.com'],
    ['Robin Example <re@school.example>', 'robinexample@gmail.com'],
    ['Robin Example <re@school.example>', 'example-robin@gmail.com'],
    ['Mrs R Example (Year 5) <re@school.example>', 'rexample5@gmail.com'],
    ['Robin Middle Example <re@school.example>', 'Robin Example <x1@gmail.com>'],
    ['Example, Robin <re@school.example>', 'R. Example <x1@gmail.com>'],
    ['Siân Sampl-Enghraifft <ss@school.example>', 'sian.samplenghraifft@gmail.com']
  ] as const) {
    it(`seem one person’s: ${ofSchool}, ${ofHome}`, () => assert.equal(seem(ofSchool, ofHome), true));
  }
  for (const [ofSchool, ofHome] of [
    ['j.teacher@school.example', 'kteacher82@gmail.com'],
    ['j.teacher@school.example', 'j.teach@gmail.com'],
    ['j.teacher@school.example', 'teacher@gmail.com'],
    ['j.teacher@school.example', 'Kim Teacher <jteacher@gmail.com>'],
    ['robin@school.example', 'robin@gmail.com'],
    ['office@school.example', 'office@gmail.com'],
    ['school.office@school.example', 'schooloffice@gmail.com'],
    ['School Office <office@school.example>', 'School Office <x@gmail.com>'],
    ['Robin Tree <r.tree@school.example>', 'robintreehouse@gmail.com'],
    ['R Yew <r.yew@school.example>', 'ryew@gmail.com'],
    ['Robin Example <re@school.example>', 'x82@gmail.com'],
    ['Robin Example <re@school.example>', '82@gmail.com'],
    ['', '']
  ] as const) {
    it(`do not: ${ofSchool}, ${ofHome}`, () => assert.equal(seem(ofSchool, ofHome), false));
  }
  it('spell a name by the letters of the local part', () => assert.equal(localKey('kit.sample_09+school@gmail.com'), 'kitsample'));
});

describe('a name', () => {
  for (const [name, words] of [
    ['Kit Sample', ['kit', 'sample']],
    ['SAMPLE, Kit', ['kit', 'sample']],
    ['Mrs. Kit M. Sample (Year 4) [staff]', ['kit', 'm', 'sample']],
    ['Siân Sampl-Enghraifft', ['sian', 'samplenghraifft']],
    ['O’Sample', ['osample']],
    ['kit@home.example', []],
    ['', []],
    ['x'.repeat(300), []]
  ] as const) {
    it(`«${name.slice(0, 40)}» has the words ${words.join(' ') || 'of no name'}`, () => assert.deepEqual(nameWords(name), words));
  }
  it('has a key of two words or more only', () => assert.deepEqual([nameKey('Kit Sample'), nameKey('Kit')], ['kitsample', '']));
  it('leads to everybody who bears it in the directory, whatever they are', () => {
    const directory = {
      'kit@pupils.school.example': [{ audience: 'pupil', name: 'Kit Sample' }],
      'ks@family.example': [{ audience: 'parent', name: 'Sample, Kit' }, { audience: 'governor' }],
      'other@family.example': [{ audience: 'parent', name: 'Lee Sample' }]
    } as const;
    assert.deepEqual(namesakes(new Set(['kitsample', 'nobodyatall']), { ...school, directory }).get('kitsample'), [
      { audience: 'pupil', address: 'kit@pupils.school.example', ours: true },
      { audience: 'parent', address: 'ks@family.example', ours: false }
    ]);
  });
});
