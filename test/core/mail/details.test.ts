import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Detail, detailsIn } from '../../../core/mail/details.ts';
import { postcodeOf } from '../../../core/mail/postcode.ts';
import { wordsOf } from '../../../core/mail/words.ts';
import { hostile } from '../../support/hostile.ts';
import { within } from '../../support/quick.ts';

const found = (text: string): readonly Detail[] => detailsIn(text, wordsOf(text));
/** Each detail as `kind: words`. */
const said = (text: string): readonly string[] => found(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end).trim()}`);

describe('private details in a text', () => {
  const cases: readonly (readonly [text: string, ...details: string[]])[] = [
    ['My mobile: 07700 900123', 'phone: 07700 900123'],
    ['Ring 07700900123 or 07700-900-124.', 'phone: 07700900123', 'phone: 07700-900-124'],
    ['(07700) 900123', 'phone: (07700) 900123'],
    ['+44 7700 900123', 'phone: +44 7700 900123'],
    ['+44 (0)7700 900 123', 'phone: +44 (0)7700 900 123'],
    ['0044 7700 900123', 'phone: 0044 7700 900123'],
    ['447700900123', 'phone: 447700900123'],
    ['Ffôn symudol 07700 900123', 'phone: 07700 900123'],
    ['+353 85 123 4567 and +33 6 12 34 56 78', 'phone: +353 85 123 4567', 'phone: +33 6 12 34 56 78'],
    ['07700 900123 07700 900124', 'phone: 07700 900123', 'phone: 07700 900124'],
    ['School mobile: 07700 900123', ''],
    ['Text me after school: 07700 900123', 'phone: 07700 900123'],
    ['After work try 07700 900123', 'phone: 07700 900123'],
    ['Work phone 07700 900123', ''],
    ['Office: 07700 900123', ''],
    ['Tel: 01632 960123', ''],
    ['Home: 01632 960123', 'phone: 01632 960123'],
    ['My number is 01632 960123', 'phone: 01632 960123'],
    ['01632 960123 (home)', 'phone: 01632 960123'],
    ['Tel 01632 960123, mobile 07700 900123, fax 01632 960124', 'phone: 07700 900123'],
    ['Cell: 212-555-0123, office: 212-555-0124', 'phone: 212-555-0123'],
    ['Childline 0800 1111', ''],
    ['Ring 0800 496 0123 or 0303 123 0123 or 09098 790123', ''],
    ['Order 07700900123', ''],
    ['On 07/06/2026 10:30 at 192.168.10.20', ''],
    ['Card 4111 1111 1111 1111', ''],
    ['0.47 0.60 0.85 0.90', ''],
    ['2026-04-10 15:41', ''],
    ['It costs 1,250.00 for 28', ''],

    ['teacher@gmail.com', 'e-mail: teacher@gmail.com'],
    ['<office@school.example>', ''],
    ['info@gmail.com', ''],
    ['Write to a.teacher at hotmail dot com today', 'e-mail: a.teacher at hotmail dot com'],
    ['a.teacher [at] gmail.com', 'e-mail: a.teacher [at] gmail.com'],
    ['teacher @ gmail . com', 'e-mail: teacher @ gmail . com'],
    ['a@b and user@localhost', ''],

    ['I live at 14 Sample Street', 'address: 14 Sample Street'],
    ['14 Sample Street, Exampleton, AB1 2DE', 'address: 14 Sample Street, Exampleton, AB1 2DE'],
    ['Flat 2, 14a St Sample’s Rd\nExampleton\nAB1 2DE', 'address: Flat 2', 'address: 14a St Sample’s Rd\nExampleton\nAB1 2DE'],
    ['3 Heol yr Enghraifft, Tref LL10 1AA', 'address: 3 Heol yr Enghraifft, Tref LL10 1AA'],
    ['9 Kingsmead, Exampleton AB1 2DE', 'address: 9 Kingsmead, Exampleton AB1 2DE'],
    ['16 Church Street, Exampleton AB1 2DE', 'address: 16 Church Street, Exampleton AB1 2DE'],
    ['51 Sample Rd, St. Exampleton, AB12 3EF', 'address: 51 Sample Rd, St. Exampleton, AB12 3EF'],
    ['I live at 78 Kingsway North', 'address: 78 Kingsway North'],
    ['I live at Rose Cottage, Mill Lane, Exampleton AB1 2DE', 'address: AB1 2DE'],
    ['Apt. 9, 50, rue de l’Exemple\n67100 Ville, France', ''],
    ['Example Primary School, 1 School Lane, Exampleton AB1 2DE', ''],
    ['Example University\n14 Sample Street\nExampleton AB1 2DE', ''],
    ['The coach stops at 14 Sample Street', ''],
    ['28 Year 4 children and 3 staff', ''],
    ['SW1A 1AA', ''],
    ['My postcode is SW1A 1AA', 'address: SW1A 1AA'],
    ['at 2pm in 4BT', ''],

    ['Snapchat: kit_sample', 'handle: kit_sample'],
    ['my Insta is @kit.sample', 'handle: @kit.sample'],
    ['ICQ# 12345678', 'handle: 12345678'],
    ['Follow the school on Facebook and Twitter @ExamplePri', ''],
    ['installed with @mkdir', ''],
    ['Follow us on Twitter @ExampleSchool', ''],
    ['https://www.instagram.com/kit.sample/', 'handle: https://www.instagram.com/kit.sample/'],
    ['see facebook.com/groups/12345 for the class', ''],
    ['Skype call at 3, Twitter: see the page', ''],
    ['Aim: Year4 can add', ''],

    ['UPN H801200001001', 'pupil-number: H801200001001'],
    ['UPN A801200001001', ''],
    ['DOB: 12/03/2017', 'birth-date: 12/03/2017'],
    ['Date of birth 12th March 2017', 'birth-date: 12th March 2017'],
    ['dyddiad geni: 12 Mawrth 2017', 'birth-date: 12 Mawrth 2017'],
    ['born on 23 April 1564', ''],
    ['by 12/03/2027', ''],
    ['NHS no. 943 476 5919', 'nhs-number: 943 476 5919'],
    ['NHS no. 943 476 5918', ''],
    ['NI AB123456C', 'insurance-number: AB123456C'],
    ['GB 12 34 56 C', '']
  ];
  for (const [text, ...details] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(said(text), details[0] === '' ? [] : details));
  }

  const whose: readonly (readonly [text: string, whose: Detail['whose']])[] = [
    ['my mobile is 07700 900123', 'sender'],
    ['her mobile is 07700 900123', 'other'],
    ['Kit lost her hat. My mobile is 07700 900123', 'sender'],
    ['Mum’s number: 07700 900123', 'other'],
    ['ei rif ffôn: 07700 900123', 'other'],
    ['07700 900123', 'unsaid']
  ];
  for (const [text, owner] of whose) it(`knows whose it is: ${text}`, () => assert.equal(found(text)[0]!.whose, owner));

  it('keeps spans inside the text, in order and apart', () => {
    const piece = fc.constantFrom(
      '07700 900123',
      '0',
      '+44',
      '(0)',
      ' ',
      '-',
      '/',
      '\n',
      '14 Sample Street',
      'AB1 2DE',
      'Flat 2',
      'a@gmail.com',
      ' at gmail dot com',
      '@kit',
      'Insta',
      'ICQ ',
      'facebook.com/kit',
      'DOB 1/2/2017',
      'NHS 943 476 5919',
      'AB123456C',
      'H801200001001',
      'word',
      ': ',
      '67100 Town, France',
      '.'
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), pieces => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of found(text)) {
          assert.ok(last <= start && start < end && end <= text.length, JSON.stringify({ text, found: found(text) }));
          last = end;
        }
      }),
      { numRuns: 2000 }
    );
  });
  for (const [says, text] of hostile) {
    it(`reads a megabyte of ${says} in less than two seconds`, () => {
      const words = wordsOf(text);
      within(2000, () => detailsIn(text, words));
    });
  }
});

describe('postcodes', () => {
  for (const [words, postcode] of [
    ['sw1a1aa', 'SW1A 1AA'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['W1A 0AX', 'W1A 0AX'],
    ['M1 1AE', 'M1 1AE'],
    ['B33 8TH', 'B33 8TH'],
    ['CR2 6XH', 'CR2 6XH'],
    ['DN55 1PT', 'DN55 1PT'],
    ['GIR 0AA', 'GIR 0AA']
  ] as const) {
    it(`reads ${words}`, () => assert.equal(postcodeOf(words), postcode));
  }
  for (const words of ['AB1 2CD', 'Q1 1AA', 'A1', '', 'AAA1 1AA', '1AA 1AA', 'AB1 22D']) {
    it(`refuses «${words}»`, () => assert.equal(postcodeOf(words), undefined));
  }
});
