import assert from 'node:assert/strict';
import { approvalCover } from '../../bot/cards/approval-notice.ts';
import { itemCover, itemNotice } from '../../bot/cards/item-cover.ts';
import { compose } from '../../core/report/compose.ts';
import { itemOf } from '../../core/report/item.ts';
import { largestCard, renderCard } from '../../core/report/render-card.ts';
import { readers } from '../../core/report/report.ts';
import { isPage } from '../../core/report/tame.ts';
import { teamsFiles, teamsIdOf } from '../../manifests/teams.ts';
import { tabAddress, teamsAddress, viewOf, withTab } from '../../service/tab-links.ts';
import { haveContracts, partsOf, schemaErrors } from '../support/cards.ts';
import { reportData } from '../support/report.ts';

const origin = 'https://beadle.school.example';

describe('links into the tab', () => {
  it('name the app and its tab as the manifest does, and the place alone', () => {
    const address = new URL(teamsAddress({ origin }, 'incidents'));
    const manifest = JSON.parse(teamsFiles({ origin, version: '1.0.0' })['manifest.json']!) as {
      readonly id: string;
      readonly staticTabs: readonly { readonly entityId: string }[];
    };
    assert.equal(
      address.origin + address.pathname,
      `https://teams.microsoft.com/l/entity/${manifest.id}/${manifest.staticTabs.at(-1)!.entityId}`
    );
    assert.deepEqual(Object.fromEntries(address.searchParams), {
      webUrl: 'https://beadle.school.example/tab#incidents',
      context: '{"subEntityId":"incidents"}'
    });
    assert.ok(isPage(address.href), 'a card may bear it');
  });

  it('name the app as the organisation’s catalogue does, where the school has said how', () => {
    const catalogueId = '01234567-89ab-cdef-0123-456789abcdef';
    assert.ok(teamsAddress({ origin, catalogueId }, 'audits').startsWith(`https://teams.microsoft.com/l/entity/${catalogueId}/beadle?`));
    assert.notEqual(teamsIdOf({ origin }), catalogueId);
  });

  it('bear any place without falling apart', () => {
    const place = 'audits/a"&b=c#d e';
    assert.equal(new URL(teamsAddress({ origin }, place)).searchParams.get('context'), JSON.stringify({ subEntityId: place }));
    assert.equal(tabAddress(origin, 'audits/x'), 'https://beadle.school.example/tab#audits/x');
  });

  for (const [says, purpose, payload, view] of [
    ['a confidential item', 'notice', { item: 'secret-id' }, 'incidents'],
    ['a request for leave', 'notice', { approval: 'secret-id' }, 'approvals'],
    ['a register', 'notice', { registers: 'training' }, 'registers'],
    ['the report of an audit', 'report', { reader: 'head' }, 'audits'],
    ['somebody late', 'escalate', { matters: [] }, 'signatures'],
    ['an answer to one’s own question', 'notice', { entry: 7 }, undefined],
    ['what one has to sign', 'ask', {}, undefined],
    ['what one has to sign still', 'remind', {}, undefined]
  ] as const) {
    it(`lead from ${says} to ${view ?? 'nowhere'}`, () => assert.equal(viewOf({ purpose, payload }), view));
  }

  const cards = [
    ['a confidential item', 'incidents', itemCover('secret-id', 'en')],
    ['an approval', 'approvals', approvalCover('secret-id', 'cy')]
  ] as const;
  for (const [says, view, card] of cards) {
    it(`stand on the card of ${says} beside its own button, and say nothing of it`, () => {
      const before = JSON.stringify(card);
      const linked = withTab({ card, summary: itemNotice.en }, teamsAddress({ origin }, view), card.lang as 'en' | 'cy');
      assert.ok('card' in linked);
      const buttons = (linked.card.actions ?? []) as readonly { readonly type: string; readonly title: string; readonly url?: string }[];
      assert.deepEqual(
        buttons.map(({ type }) => type),
        ['Action.Execute', 'Action.OpenUrl']
      );
      assert.equal(buttons[1]!.title, card.lang === 'cy' ? 'Agor tudalen Beadle' : 'Open Beadle’s page');
      assert.doesNotMatch(buttons[1]!.url!, /secret-id/);
      assert.equal(JSON.stringify(card), before, 'the card that was given stays as it was');
      assert.equal(linked.summary, itemNotice.en);
    });
  }

  it('leave words alone as they are', () => {
    assert.deepEqual(withTab({ text: 'Good morning.' }, origin, 'en'), { text: 'Good morning.' });
  });

  for (const reader of readers) {
    it(`stand on the card of a report for the ${reader}, which stays small and a card (needs ../shared)`, async function () {
      if (!haveContracts) this.skip(); // needs ../shared
      const card = renderCard(compose(await reportData(), reader, 'cy'));
      const linked = withTab({ card, summary: '' } as never, teamsAddress({ origin }, 'audits'), 'cy');
      assert.ok('card' in linked);
      assert.deepEqual(schemaErrors()(linked.card), []);
      assert.ok(Buffer.byteLength(JSON.stringify(linked.card)) <= largestCard);
      assert.equal(partsOf(linked.card).filter(({ type }) => type === 'Action.OpenUrl').length, 1);
    });
  }

  it('stand at each thing that a report names, where the school has a tab, and lead to that check', async () => {
    const data = await reportData();
    const [line] = data.lines;
    const links = (tabAt?: string) => itemOf(line!, { ...data, ...(tabAt === undefined ? {} : { tabAt }) }, 'en', 'coordinator').links;
    assert.ok(!links().some(({ text }) => text === 'On Beadle’s page'));
    assert.deepEqual(links(`${origin}/tab`).at(-1), { text: 'On Beadle’s page', url: `${origin}/tab#audits/${line!.check.id}` });
  });
});
