import assert from 'node:assert/strict';
import { locales } from '../../../core/locale.ts';
import { compose } from '../../../core/report/compose.ts';
import { jsonOf } from '../../../core/report/json.ts';
import { largestCard, renderCard } from '../../../core/report/render-card.ts';
import { readers, type Report, type ReportData } from '../../../core/report/report.ts';
import { haveContracts, partsOf, schemaErrors } from '../../support/cards.ts';
import { reportData } from '../../support/report.ts';

describe('a report as a card', () => {
  let data: ReportData;
  before(async () => {
    data = await reportData();
  });

  it('says how the school stands, the three things that matter most, and where the whole of it is', () => {
    const card = renderCard(compose(data, 'head', 'en'), 'https://beadle.school.example/reports/7');
    const texts = partsOf(card).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
    assert.deepEqual(texts.slice(0, 2), ['Acceptable use at Ysgol Enghraifft', 'Report for the headteacher, 22 November 2026']);
    assert.equal(partsOf(card).filter(({ type }) => type === 'Container').length, 3);
    assert.ok(texts.includes('✗ Nobody is asked for a second factor (wrong)'));
    assert.deepEqual(card.actions, [
      { type: 'Action.OpenUrl', title: 'Read the whole report', url: 'https://beadle.school.example/reports/7' }
    ]);
    assert.equal(renderCard(compose(data, 'head', 'en'), 'javascript:alert(1)').actions, undefined);
  });

  (haveContracts ? it : it.skip)('is what Adaptive Cards 1.5 allow (needs ../shared)', () => {
    const errors = schemaErrors();
    for (const reader of readers)
      for (const locale of locales) assert.deepEqual(errors(renderCard(compose(data, reader, locale), 'https://a.example')), []);
  });

  it('stays small however much there is to say', () => {
    const huge = 'ŵ'.repeat(50_000);
    const report: Report = {
      ...compose(data, 'coordinator', 'cy'),
      title: huge,
      subtitle: huge,
      sections: compose(data, 'coordinator', 'cy').sections.map(section => ({
        ...section,
        blocks: section.blocks.map(block =>
          block.kind === 'paragraph'
            ? { ...block, text: huge }
            : block.kind === 'items'
              ? { ...block, items: block.items.map(item => ({ ...item, title: huge, says: huge })) }
              : block
        )
      }))
    };
    const bytes = Buffer.byteLength(JSON.stringify(renderCard(report, 'https://a.example')));
    assert.ok(bytes <= largestCard, `${bytes}`);
  });

  it('lets no name become mark-up', () => {
    const report: Report = {
      ...compose(data, 'head', 'en'),
      title: '[Sign in](https://evil.example) **now** {{DATE(2026-11-22)}} <b>'
    };
    const [title] = renderCard(report).body as readonly { readonly text: string }[];
    assert.equal(title!.text, '\\[Sign in\\](https://evil.example) \\*\\*now\\*\\* { {DATE(2026-11-22)}} \\<b\\>');
  });
});

describe('a report as JSON', () => {
  let data: ReportData;
  before(async () => {
    data = await reportData();
  });

  it('has the same fields in the same order each time', () => {
    const it = jsonOf(data, 'it');
    assert.deepEqual(Object.keys(it), [
      'format',
      'reader',
      'school',
      'on',
      'since',
      'totals',
      'signatures',
      'mail',
      'past',
      'clauses',
      'expects',
      'results'
    ]);
    const result = it.results!.find(({ check }) => check === 'weak-passwords-allowed')!;
    assert.deepEqual(result, {
      check: 'weak-passwords-allowed',
      vendor: 'microsoft',
      title: { en: 'Weak passwords are allowed', cy: 'Caniateir cyfrineiriau gwan' },
      severity: 'high',
      state: 'fail',
      change: 'same',
      says: {
        en: '3 of 390 accounts may have a weak password. Take the exception away.',
        cy: 'Gall 3 o 390 cyfrif fod â chyfrinair gwan. Dilëwch yr eithriad.'
      },
      share: { held: 387, of: 390 },
      lacks: null,
      duties: ['strong-passwords'],
      clauses: [],
      accepted: null,
      subjects: {
        count: 3,
        first: [69, 139, 209].map(i => ({
          kind: 'account',
          id: `00000001-0000-4000-8000-${i.toString(16).padStart(12, '0')}`,
          name: `pupil.${i}@pupils.school.example`
        }))
      }
    });
    assert.equal(it.results!.find(({ check }) => check === 'apps-open-without-pin')!.lacks, 'DeviceManagementApps.Read.All');
    assert.deepEqual(JSON.parse(JSON.stringify(it)), it);
  });

  it('gives places to IT alone, and to governors nothing but totals', () => {
    for (const reader of ['coordinator', 'head'] as const) {
      const { results } = jsonOf(data, reader);
      assert.ok(results!.length > 20 && results!.every(result => !('subjects' in result)));
    }
    const governors = jsonOf(data, 'governors');
    assert.ok(!('results' in governors) && !('expects' in governors));
    assert.deepEqual(Object.values(governors.totals).length, 4);
  });
});
