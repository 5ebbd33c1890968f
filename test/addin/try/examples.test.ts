import assert from 'node:assert/strict';
import { examples } from '../../../addin/try/examples.ts';
import { choices, clauseText, schoolUnder } from '../../../addin/try/policies.ts';
import { everybody, exampleSchool } from '../../../addin/try/school.ts';
import { locales } from '../../../core/locale.ts';
import { normalAddress } from '../../../core/mail/address.ts';
import { personOf } from '../../../core/mail/facts.ts';
import { review } from '../../../core/mail/review.ts';

const moments = {
  'a Wednesday morning': '2026-11-18T10:00:00Z',
  'a Friday evening': '2026-11-20T19:00:00Z',
  'a Sunday in August': '2027-08-15T09:00:00Z'
};

describe('the examples of the page', () => {
  for (const example of examples) {
    for (const locale of locales) {
      it(`«${example.title[locale]}» shows ${example.shows ?? 'nothing wrong'}, whenever it is tried`, () => {
        for (const now of Object.values(moments)) {
          const { findings, unjudged } = review(example.mail(Date.parse(now), locale), exampleSchool);
          assert.deepEqual(
            findings.map(({ rule }) => rule),
            example.shows ? [example.shows] : []
          );
          assert.deepEqual(unjudged, []);
        }
      });
    }
  }

  it('are named once', () => assert.equal(new Set(examples.map(({ id }) => id)).size, examples.length));
});

describe('the example school', () => {
  it('spells every address as addresses are compared, and nobody twice', () => {
    for (const { address } of everybody) assert.equal(address, normalAddress(address));
    assert.equal(new Set(everybody.map(({ address }) => address)).size, everybody.length);
  });

  it('uses no domain that could be real', () => {
    for (const { address } of everybody) assert.match(address, /\.example$/);
  });

  it('knows its own people as what they are shown as', () => {
    const audience = (address: string): string => personOf({ name: '', address }, exampleSchool).audience;
    for (const { shelf, address } of everybody.filter(each => !['own', 'group', 'staff'].includes(each.shelf))) {
      if (address !== 'parent.governor@governors.example') assert.equal(audience(address), shelf);
    }
    assert.equal(audience('head@school.example'), 'head');
    assert.equal(audience('teacher@school.example'), 'staff');
  });

  it('keeps summer time', () => {
    const { offsets } = exampleSchool.calendar;
    assert.ok(offsets.some(({ since, minutes }) => since === Date.UTC(2026, 2, 29, 1) && minutes === 60));
    assert.ok(offsets.some(({ since, minutes }) => since === Date.UTC(2026, 9, 25, 1) && minutes === 0));
  });
});

describe('the policies of the page', () => {
  it('are five', () => assert.equal(choices('en').length, 5));

  for (const { id, title } of choices('en')) {
    it(`«${title}» lends its clauses, and each has its text`, () => {
      const { clauses, version } = schoolUnder(id);
      assert.equal(version, id);
      const refs = Object.values(clauses).flat();
      assert.ok(refs.length > 0);
      for (const ref of refs) assert.notEqual(clauseText(id, ref.id, 'en').text, '');
    });
  }
});
