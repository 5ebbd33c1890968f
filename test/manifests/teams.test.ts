import assert from 'node:assert/strict';
import { commands } from '../../bot/commands/index.ts';
import { understand } from '../../bot/understand/understand.ts';
import { defaultAudiences } from '../../core/policies/audiences.ts';
import { locales } from '../../core/locale.ts';
import { type Again, consentAgain } from '../../manifests/consent.ts';
import { teamsPackage } from '../../manifests/files.ts';
import { idOf } from '../../manifests/source.ts';
import { offered, resourceOf, type TeamsApp, teamsFiles, teamsIdOf, teamsWords } from '../../manifests/teams.ts';

const app: TeamsApp = {
  origin: 'https://beadle.school.example',
  version: '1.0.0',
  botId: '33333333-3333-4333-8333-333333333333',
  clientId: '44444444-4444-4444-8444-444444444444'
};
const images = { 'color.png': Uint8Array.of(1), 'outline.png': Uint8Array.of(2) };
const textOf = (of: TeamsApp): string => teamsFiles(of)['manifest.json']!;
const welshOf = (of: TeamsApp): { [key: string]: string } => JSON.parse(teamsFiles(of)['cy-gb.json']!) as { [key: string]: string };

describe('manifests: the app for Teams', () => {
  it('is another app than the add-in for Outlook, and the same at the same place', () => {
    assert.notEqual(teamsIdOf(app), idOf(app));
    assert.equal(teamsIdOf(app), teamsIdOf({ origin: app.origin }));
    assert.notEqual(teamsIdOf({ origin: 'https://beadle.other.example' }), teamsIdOf(app));
  });

  it('signs people in under an address with the tab’s own host, as Teams asks', () =>
    assert.equal(resourceOf(app, app.clientId!), 'api://beadle.school.example/44444444-4444-4444-8444-444444444444'));

  it('comes as a package with all its parts beside it, the same bytes each time', () => {
    const files = teamsPackage(app, images);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['teams/manifest.json', 'teams/cy-gb.json', 'teams/color.png', 'teams/outline.png', 'beadle-teams.zip']
    );
    assert.deepEqual(teamsPackage({ ...app }, images), files);
  });

  it('keeps the lengths that Teams shows', () => {
    for (const locale of locales) {
      assert.ok(teamsWords.brief[locale].length <= 80, `${locale}: ${teamsWords.brief[locale].length}`);
      assert.ok(teamsWords.description[locale].length <= 4000);
      for (const { says, does } of offered) {
        assert.ok(says[locale].length <= 32, says[locale]);
        assert.ok(does[locale].length <= 128, does[locale]);
      }
    }
  });

  it('names its tab in Welsh wherever it stands', () => {
    assert.equal(welshOf(app)['staticTabs[1].name'], 'Beadle');
    const { botId: _, ...without } = app;
    assert.equal(welshOf(without)['staticTabs[0].name'], 'Beadle');
    assert.equal(
      Object.keys(welshOf(without)).some(key => key.startsWith('bots')),
      false
    );
  });

  const known = { today: '2026-11-22', audiences: defaultAudiences, groups: [], classes: [], policies: [], isName: () => false };
  const asks = ['my-status', undefined, 'who', 'help'];
  for (const [i, { says }] of offered.entries()) {
    for (const locale of locales) {
      it(`offers nothing that the bot does not understand: ${says[locale]}`, async () => {
        const reported = await commands[0]!.reads(says[locale], { locale, incidents: {} } as never);
        if (asks[i] === undefined) assert.notEqual(reported, undefined);
        else {
          assert.equal(reported, undefined);
          assert.equal(understand(says[locale], known).question?.ask, asks[i]);
        }
      });
    }
  }

  const changes: readonly (readonly [title: string, to: TeamsApp, again: readonly Again[]])[] = [
    ['a higher version', { ...app, version: '1.0.1' }, []],
    ['another bot', { ...app, botId: '55555555-5555-4555-8555-555555555555' }, ['bot']],
    ['another registration', { ...app, clientId: '55555555-5555-4555-8555-555555555555' }, ['sign-in']],
    ['another place', { ...app, origin: 'https://beadle.other.example' }, ['another-app']]
  ];
  for (const [title, to, again] of changes) {
    it(`${title}: ${again.length === 0 ? 'nobody is asked again' : `asked again for ${again.join(', ')}`}`, () =>
      assert.deepEqual(consentAgain(textOf(app), textOf(to)), again));
  }

  it('asks again for files and for permissions', () => {
    const is = textOf(app);
    assert.deepEqual(consentAgain(is, is.replace('"supportsFiles": false', '"supportsFiles": true')), ['calls-or-files']);
    assert.deepEqual(consentAgain(is, is.replace('"identity"', '"identity", "messageTeamMembers"')), ['permissions']);
  });

  it('takes what cannot be read for another app', () => assert.deepEqual(consentAgain('{', textOf(app)), ['another-app']));
});
