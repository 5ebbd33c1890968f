import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ManifestUtil } from '@microsoft/app-manifest';
import { type TeamsApp, teamsFiles } from '../../manifests/teams.ts';

const built = createRequire(import.meta.url).resolve('@microsoft/app-manifest');
type Validate = (json: unknown, schema: unknown) => Promise<string[]>;
const validate = ManifestUtil.validateManifestAgainstSchema.bind(ManifestUtil) as unknown as Validate;

const app: TeamsApp = {
  origin: 'https://beadle.school.example',
  version: '1.0.0',
  botId: '33333333-3333-4333-8333-333333333333',
  clientId: '44444444-4444-4444-8444-444444444444'
};
const { botId: _bot, ...withoutBot } = app;
const { clientId: _client, ...withoutSignIn } = app;

function errorsIn(json: unknown, version: string, schema: 'MicrosoftTeams' | 'MicrosoftTeams.Localization'): Promise<readonly string[]> {
  const file = new URL(`json-schemas/teams/v${version}/${schema}.schema.json`, `file://${built}`);
  const read = JSON.parse(readFileSync(file, 'utf8')) as { patternProperties?: { [pattern: string]: object } };
  // Some of Microsoft's patterns are no regular expressions, and stop the validator: those that are stay.
  const good = Object.entries(read.patternProperties ?? {}).filter(([pattern]) => isPattern(pattern));
  return validate(json, { ...read, ...(good.length > 0 && { patternProperties: Object.fromEntries(good) }) });
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

const manifestOf = (of: TeamsApp): { [name: string]: unknown } =>
  JSON.parse(teamsFiles(of)['manifest.json']!) as { [name: string]: unknown };

describe('contracts: the app for Teams', () => {
  for (const [title, of] of [
    ['with bot and sign-in', app],
    ['without a bot', withoutBot],
    ['without a sign-in', withoutSignIn]
  ] as const) {
    it(`keeps Microsoft’s schema ${title}`, async () => assert.deepEqual(await errorsIn(manifestOf(of), '1.17', 'MicrosoftTeams'), []));

    it(`keeps the newest schema as well ${title}, under its number`, async () =>
      assert.deepEqual(await errorsIn({ ...manifestOf(of), manifestVersion: '1.30' }, '1.30', 'MicrosoftTeams'), []));
  }

  const broken: readonly (readonly [title: string, more: object])[] = [
    ['a bot in a place that there is not', { bots: [{ botId: app.botId, scopes: ['everywhere'] }] }],
    ['a tab without a name', { staticTabs: [{ entityId: 'x', contentUrl: 5, scopes: ['personal'] }] }],
    ['a bot whose id is none', { bots: [{ botId: 'beadle', scopes: ['personal'] }] }],
    ['a property that there is not', { beadle: true }]
  ];
  for (const [title, more] of broken) {
    it(`hears of ${title}`, async () =>
      assert.notEqual((await errorsIn({ ...manifestOf(app), ...more }, '1.17', 'MicrosoftTeams')).length, 0));
  }
});
