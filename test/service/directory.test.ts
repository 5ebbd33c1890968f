import assert from 'node:assert/strict';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readDirectory } from '../../service/directory.ts';
import { examplePeople } from '../../service/example.ts';
import { isFailure } from '../../service/failure.ts';

const read = (csv: string | Uint8Array) => readDirectory(typeof csv === 'string' ? Buffer.from(csv) : csv, 'people.csv');

function wrong(csv: string): string {
  try {
    read(csv);
  } catch (error) {
    assert.ok(isFailure(error), String(error));
    assert.equal(error.code, 'wrong-directory');
    return error.message;
  }
  return assert.fail('nothing was wrong');
}

describe('the list of people', () => {
  it('says of each address what it is, as often as it stands there', () => {
    assert.deepEqual(
      read('address,audience,name,household\nA@B.example.,parent,"Sample, One",h1\na@b.example,staff,,\na@b.example,staff,,\n\n , , ,\n'),
      {
        'a@b.example': [{ audience: 'parent', name: 'Sample, One', household: 'h1' }, { audience: 'staff' }]
      }
    );
  });

  const siân = { 's@b.example': [{ audience: 'parent', name: 'Siân' }] };
  for (const { says, csv } of [
    { says: 'semicolons, and columns in another order', csv: 'name;note;AUDIENCE;Address\nSiân;x,y;Parent;s@b.example' },
    { says: 'tabs', csv: 'address\taudience\tname\ns@b.example\tparent\tSiân' },
    { says: 'a byte order mark and CRLF', csv: '\ufeffaddress,audience,name\r\ns@b.example,parent,Siân\r\n' },
    { says: 'windows-1252', csv: iconv.encode('address,audience,name\ns@b.example,parent,Siân', 'windows-1252') },
    {
      says: 'UTF-16, as spreadsheets write it',
      csv: iconv.encode('address\taudience\tname\ns@b.example\tparent\tSiân', 'utf-16le', { addBOM: true })
    },
    { says: 'spaces round the cells', csv: 'address , audience , name\n s@b.example , parent , Siân ' },
    { says: 'a line of Excel’s that names the separator', csv: 'sep=;\r\naddress;audience;name\r\ns@b.example;parent;Siân' },
    { says: 'a row with too few cells and one with too many', csv: 'address,audience,name,household\ns@b.example,parent,Siân\n,,,,,' }
  ]) {
    it(`takes ${says}`, () => assert.deepEqual(read(csv), siân));
  }

  for (const { says, csv, sentence } of [
    { says: 'nothing', csv: '', sentence: 'people.csv is empty. Its first line should be: address,audience,name,household.' },
    {
      says: 'a misspelt column',
      csv: 'adress,audience\n',
      sentence:
        'people.csv, line 1: the column address is missing. «adress» stands there: did you mean «address»? The first line should be: address,audience,name,household.'
    },
    {
      says: 'no head',
      csv: 'a@b.example,parent\n',
      sentence:
        'people.csv, line 1: the columns address and audience are missing. The first line should be: address,audience,name,household.'
    },
    {
      says: 'a workbook that is called .csv',
      csv: 'PK\u0003\u0004',
      sentence: 'people.csv is an Excel workbook, whatever its name says. Save it from Excel as «CSV UTF-8».'
    },
    {
      says: 'a quote that is not closed',
      csv: 'address,audience\n"a@b.example,parent\n',
      sentence: 'people.csv, line 2: a quote is not closed, or stands inside a cell. Save the file as CSV from a spreadsheet.'
    },
    {
      says: 'wrong rows, each by its line',
      csv: 'address,audience\na@b.example,perent\n\nParent One,parent\na@b.example,\nok@b.example,parent',
      sentence: [
        'people.csv, line 2: the column audience should be one of head, staff, governor, pupil, parent, agency, but «perent» stands there. Did you mean «parent»?',
        'people.csv, line 4: the column address holds no address such as parent.one@family.example.',
        'people.csv, line 5: the column audience should be one of head, staff, governor, pupil, parent, agency, but nothing stands there.'
      ].join('\n')
    }
  ]) {
    it(`says what is wrong with ${says}`, () => assert.equal(wrong(csv), sentence));
  }

  it('names ten wrong rows at most', () => {
    assert.deepEqual(
      wrong(`address,audience\n${'x,parent\n'.repeat(25)}`)
        .split('\n')
        .at(-1),
      '… and 15 more rows.'
    );
  });

  it('holds the people of the example school', () => assert.equal(Object.keys(read(examplePeople)).length, 7));

  it('reads or refuses whatever bytes it is given, in words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        try {
          read(bytes);
        } catch (error) {
          assert.ok(isFailure(error));
        }
      })
    );
  });
});
