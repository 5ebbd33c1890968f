import assert from 'node:assert/strict';
import { policyPdf } from '../../../service/documents/policy-pdf.ts';
import { linesOfPdf } from '../../../service/documents/pdf.ts';
import { clause, version } from '../../support/signing.ts';

const about = {
  school: 'Ysgol Enghraifft',
  publishedAt: '2026-11-22T09:00:00.000Z',
  publishedOn: '2026-11-22',
  sha256: '0123456789abcdef'.repeat(4)
};
const policy = version({
  title: { en: 'Using technology', cy: 'Defnyddio technoleg' },
  major: 2,
  minor: 1,
  languages: ['en', 'cy'],
  clauses: [
    clause(
      '1',
      { en: 'Keep the water out of the house.', cy: 'Cadwch y dŵr allan o’r tŷ: Ŵ, Ŷ, â, ê, î, ô, û, ŵ, ŷ.' },
      { section: 'Devices' }
    ),
    clause('2', { en: 'Be kind.', cy: 'Byddwch yn garedig.' }, { binds: ['pupil'], section: 'Devices' }),
    clause('U.1', { en: 'Ask the union.', cy: 'Gofynnwch i’r undeb.' }, { section: 'Union', standing: 'advice' })
  ]
});
const textOf = async (pdf: Uint8Array): Promise<string> => (await linesOfPdf(new Uint8Array(pdf))).map(({ text }) => text).join('\n');

describe('the PDF of a version', () => {
  it('has every clause with its number and whom it binds, in Welsh with the letters of Welsh', async () => {
    const text = await textOf(await policyPdf(policy, 'cy', about));
    for (const line of [
      'Ysgol Enghraifft',
      'Defnyddio technoleg',
      'Fersiwn 2.1. Cyhoeddwyd ar 22 Tachwedd 2026.',
      'Devices',
      '1 Cadwch y dŵr allan o’r tŷ: Ŵ, Ŷ, â, ê, î, ô, û, ŵ, ŷ.',
      'Ar gyfer: staff',
      '2 Byddwch yn garedig.',
      'Ar gyfer: disgyblion',
      'Cyngor; nid yw’n rhwymo neb.',
      'U.1 Gofynnwch i’r undeb.',
      about.sha256,
      'Defnyddio technoleg · Fersiwn 2.1 · Tudalen 1 o 1'
    ]) {
      assert.ok(text.replace(/ +/g, ' ').includes(line), `«${line}» in\n${text}`);
    }
  });

  it('is the same byte for byte whenever it is printed, and another in another language, version or day', async () => {
    const pdf = await policyPdf(policy, 'en', about);
    assert.ok(pdf.equals(await policyPdf(policy, 'en', about)));
    assert.ok(!pdf.equals(await policyPdf(policy, 'cy', about)));
    assert.ok(!pdf.equals(await policyPdf({ ...policy, minor: 2 }, 'en', about)));
    assert.ok(!pdf.equals(await policyPdf(policy, 'en', { ...about, publishedOn: '2026-11-23', publishedAt: '2026-11-23T09:00:00.000Z' })));
  });

  it('goes on over as many pages as it needs, with its number on each', async () => {
    const many = {
      ...policy,
      clauses: Array.from({ length: 150 }, (_, i) => clause(`${i + 1}`, `Rule ${i + 1}. ${'Words go on. '.repeat(i === 70 ? 600 : 4)}`))
    };
    const text = await textOf(await policyPdf(many, 'en', about));
    const pages = Number(/Page 1 of (\d+)/.exec(text)![1]);
    assert.ok(pages > 8 && text.includes(`Page ${pages} of ${pages}`));
    for (let i = 1; i <= 150; i += 1) assert.ok(text.includes(`Rule ${i}.`), `${i}`);
  }).timeout(20_000);
});
