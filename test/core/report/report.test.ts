import assert from 'node:assert/strict';
import { compose } from '../../../core/report/compose.ts';
import { jsonOf } from '../../../core/report/json.ts';
import { renderCard } from '../../../core/report/render-card.ts';
import { renderHtml } from '../../../core/report/render-html.ts';
import { renderText } from '../../../core/report/render-text.ts';
import { readers, type ReportData } from '../../../core/report/report.ts';
import { sections } from '../../../core/report/sections/index.ts';
import { perCent } from '../../../core/report/words.ts';
import { locales } from '../../../core/locale.ts';
import { reportData } from '../../support/report.ts';

describe('a report', () => {
  let data: ReportData;
  before(async () => {
    data = await reportData();
  });

  const textOf = (of: ReportData, reader: (typeof readers)[number], locale: (typeof locales)[number] = 'en'): string =>
    renderText(compose(of, reader, locale));
  const flat = (text: string): string => text.replace(/\s+/g, ' ');

  it('is made of every section by the readers whom they name', () => {
    const all = (reader: (typeof readers)[number]): readonly string[] => compose(data, reader, 'en').sections.map(({ id }) => id);
    assert.deepEqual(all('it'), [
      'summary',
      'next',
      'changed',
      'accepted',
      'signatures',
      'mail',
      'clauses',
      'unknown',
      'disagreement',
      'details'
    ]);
    assert.deepEqual(all('coordinator'), [
      'summary',
      'next',
      'changed',
      'accepted',
      'signatures',
      'mail',
      'incidents',
      'approvals',
      'registers',
      'trend',
      'clauses',
      'unknown',
      'disagreement'
    ]);
    assert.deepEqual(all('head'), ['summary', 'next', 'changed', 'accepted', 'signatures', 'mail', 'everyday', 'trend', 'clauses']);
    assert.deepEqual(all('governors'), [
      'summary',
      'accepted',
      'signatures',
      'mail',
      'incidents',
      'approvals',
      'registers',
      'trend',
      'clauses'
    ]);
  });

  for (const reader of readers) {
    for (const locale of locales) {
      it(`leaves no place open and writes lines of 80 signs for ${reader} in ${locale}`, () => {
        const report = compose(data, reader, locale);
        const text = renderText(report);
        for (const written of [text, renderHtml(report).replace(/<style>[^]*?<\/style>/, ''), JSON.stringify(renderCard(report))]) {
          assert.doesNotMatch(written, /\{[a-z]+\}|undefined|NaN|\[object/);
        }
        for (const line of text.split('\n')) assert.ok(line.length <= 80 || /https:/.test(line), `${line.length}: ${line}`);
        assert.doesNotMatch(text, /[ \t]$/m);
      });
    }
  }

  for (const section of sections) {
    it(`says nothing in «${section.id}» where nothing was looked at, or says so`, () => {
      const empty: ReportData = { school: 'S', on: '2026-11-22', lines: [], expects: data.expects, signed: [], mail: [], past: [] };
      for (const reader of section.readers) {
        const blocks = section.make(empty, 'en', reader);
        if (section.id === 'summary') assert.deepEqual(blocks[0], { kind: 'paragraph', text: 'No tenant has been audited yet.' });
        else assert.deepEqual(blocks, []);
      }
    });
  }

  it('names to governors no person, no account, no device and no setting, in whatever form', () => {
    const named = data.lines.flatMap(({ result }) => ('subjects' in result && result.subjects ? result.subjects.first : []));
    const secrets = [
      ...named.flatMap(({ id, name }) => (name === undefined ? [id] : [id, name])),
      ...data.lines.flatMap(({ result }) => [result.accepted, result.ranOut].flatMap(risk => (risk ? [risk.owner, risk.because] : [])))
    ];
    assert.ok(secrets.length > 100 && secrets.includes('School Business Manager'));
    for (const locale of locales) {
      const report = compose(data, 'governors', locale);
      const written = [
        renderText(report),
        renderHtml(report),
        JSON.stringify(renderCard(report)),
        JSON.stringify(jsonOf(data, 'governors'))
      ];
      for (const text of written) {
        assert.deepEqual(
          secrets.filter(secret => text.includes(secret)),
          []
        );
        assert.doesNotMatch(text, /@[a-z-]+\.example|DEVICE-\d/);
      }
    }
    assert.match(flat(textOf(data, 'governors')), /It names no person, no account and no device\./);
  });

  it('names to IT every place that is wrong, forty of each', () => {
    const text = textOf(data, 'it');
    assert.match(flat(text), /Where: Passwords are older than the school allows \(40 of 302; the CSV file names 302\):/);
    assert.match(text, /account {2}pupil\.69@pupils\.school\.example {2,}00000001-0000-4000-8000-000000000045/);
  });

  it('counts what is right, wrong, unknown and accepted, and says what changed', () => {
    const [first, second, facts] = compose(data, 'head', 'en').sections[0]!.blocks;
    const of = (wanted: (state: string) => boolean, accepted = false): number =>
      data.lines.filter(({ result }) => wanted(result.state) && (result.accepted !== undefined) === accepted).length;
    const wrong = of(state => state === 'fail' || state === 'partial');
    assert.equal(
      of(() => true, true),
      1
    );
    assert.match((first as { text: string }).text, new RegExp(`^${wrong} of ${of(s => s === 'pass') + wrong + 1} things`));
    assert.equal((second as { text: string }).text, 'Since the audit of 19 October 2026: 1 new, 1 better, 1 mended.');
    assert.deepEqual(
      (facts as { facts: readonly { name: string; value: string }[] }).facts.map(({ name, value }) => [name, value]),
      [
        ['right', String(of(state => state === 'pass'))],
        ['to put right', String(wrong)],
        ['not known', '3'],
        ['accepted', '1'],
        ['have signed', '264 of 371'],
        ['signatures late', '63']
      ]
    );
  });

  it('tells the head of the five things that matter most, and of what else there is', () => {
    const [items, more] = compose(data, 'head', 'en').sections[1]!.blocks;
    assert.ok(items?.kind === 'items');
    assert.equal(items.items.length, 5);
    assert.ok(items.items.every(({ links }) => links.length === 1));
    assert.deepEqual(more, { kind: 'paragraph', text: 'And 13 more, of less weight: they stand in the coordinator’s report.' });
  });

  it('says when a risk that was accepted has run out', () => {
    assert.match(flat(textOf(data, 'it')), /The risk that Network Manager accepted ran out on 31 October 2026\./);
    assert.match(flat(textOf(data, 'it', 'cy')), /Daeth y risg a dderbyniodd Network Manager i ben ar 31 Hydref 2026\./);
  });

  it('says to governors how each term ended, and to the others how each audit did', () => {
    const bars = (reader: 'governors' | 'coordinator') => {
      const [block] = compose(data, reader, 'en').sections.find(({ id }) => id === 'trend')!.blocks;
      return block?.kind === 'bars' ? block.bars.map(({ label, parts }) => [label, ...parts.map(({ value }) => value)]) : [];
    };
    assert.deepEqual(bars('governors').slice(0, 2), [
      ['Term to 27 Mar 2026', 3, 21, 7],
      ['Term to 20 July 2026', 5, 20, 6]
    ]);
    assert.equal(bars('governors').length, 3);
    assert.deepEqual(bars('coordinator')[0], ['12 Jan 2026', 2, 21, 8]);
    assert.equal(bars('coordinator').length, 7);
  });

  it('counts each signature once', () => {
    assert.match(textOf(data, 'governors'), /Governors .* 9 signed, 1 declined, 2 not yet\n/);
    const two: ReportData = { ...data, signed: [...data.signed, { ...data.signed[0]!, policy: 'code-of-conduct' }] };
    assert.match(textOf(two, 'governors'), /Staff \(code-of-conduct\)/);
  });

  it('says of a clause by which rule, check or signatures it is kept, and how that stands', () => {
    const text = flat(textOf(data, 'coordinator')).replace(/ +/g, ' ');
    const blocks = compose(data, 'coordinator', 'en').sections.find(({ id }) => id === 'clauses')!.blocks;
    const table = blocks.find(block => block.kind === 'table');
    assert.ok(table?.kind === 'table');
    const evidence = (id: string): string | undefined => table.rows.find(([clause]) => clause === id)?.[3];
    assert.equal(
      evidence('Passwords.7'),
      'check «Devices open without a code»: wrong in part; check «Devices lock too late, or never»: wrong in part'
    );
    assert.equal(evidence('Roles.1'), 'signatures: 264 of 371');
    assert.ok([...table.rows].some(row => row[3]?.startsWith('rule «')));
    assert.match(text, /A signature proves that it was read, not that it is done\./);
  });

  it('says whose tenant it was where a school has both', () => {
    const twice = data.lines.filter(({ check }) => check.vendors.length === 2);
    const both: ReportData = { ...data, lines: [...data.lines, ...twice.map(line => ({ ...line, vendor: 'google' as const }))] };
    const text = textOf(both, 'coordinator');
    assert.match(text, /Mail is forwarded outside the school \(Google Workspace\)/);
    assert.match(text, /Mail is forwarded outside the school \(Microsoft 365\)/);
    assert.match(text, /support\.google\.com/);
    assert.match(flat(text), /Settings were read from Microsoft 365 and Google Workspace on 22 November 2026\./);
    assert.doesNotMatch(textOf(data, 'coordinator'), /\(Microsoft 365\)/);
  });

  it('never rounds to all or to nothing', () => {
    assert.deepEqual(
      [perCent(0, 9), perCent(1, 900), perCent(450, 900), perCent(899, 900), perCent(9, 9), perCent(0, 0)],
      ['0%', '1%', '50%', '99%', '100%', '–']
    );
  });
});
