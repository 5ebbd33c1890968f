import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ManifestUtil } from '@microsoft/app-manifest';
import { sendModes } from '../../manifests/source.ts';
import { unifiedFiles } from '../../manifests/unified.ts';
import { addIn } from '../support/manifests.ts';

const built = createRequire(import.meta.url).resolve('@microsoft/app-manifest');
type Validate = (json: unknown, schema: unknown) => Promise<string[]>;
const validate = ManifestUtil.validateManifestAgainstSchema.bind(ManifestUtil) as unknown as Validate;

/** What a schema that Microsoft's package brings says of a file; nothing where it is right. Asks no network. */
function errorsIn(json: unknown, version: string, schema: 'MicrosoftTeams' | 'MicrosoftTeams.Localization'): Promise<readonly string[]> {
  const file = new URL(`json-schemas/teams/v${version}/${schema}.schema.json`, `file://${built}`);
  const read = JSON.parse(readFileSync(file, 'utf8')) as { patternProperties?: object };
  // Microsoft's patterns for what Teams alone has are no regular expressions, and stop the validator.
  const ours = Object.entries(read.patternProperties ?? {}).filter(([pattern]) => pattern.startsWith('^extensions'));
  return validate(json, { ...read, ...(ours.length > 0 && { patternProperties: Object.fromEntries(ours) }) });
}

const files = unifiedFiles(addIn);
const manifest = (more: object = {}): object => ({ ...(JSON.parse(files['manifest.json']!) as object), ...more });

describe('contracts: the unified manifest', () => {
  for (const sendMode of sendModes) {
    it(`keeps Microsoft’s schema with ${sendMode}`, async () => {
      const text = unifiedFiles({ ...addIn, sendMode })['manifest.json']!;
      assert.deepEqual(await errorsIn(JSON.parse(text), '1.17', 'MicrosoftTeams'), []);
    });
  }

  it('keeps the newest schema as well, under its number', async () =>
    assert.deepEqual(await errorsIn(manifest({ manifestVersion: '1.30' }), '1.30', 'MicrosoftTeams'), []));

  for (const version of ['1.17', '1.30']) {
    it(`keeps the schema of its Welsh, ${version}`, async () =>
      assert.deepEqual(await errorsIn(JSON.parse(files['cy-gb.json']!), version, 'MicrosoftTeams.Localization'), []));
  }

  it('hears of Welsh for a place that there is not', async () => {
    const welsh = { ...(JSON.parse(files['cy-gb.json']!) as object), 'extensions[0].ribbons[0].label': 'Beadle' };
    assert.notEqual((await errorsIn(welsh, '1.17', 'MicrosoftTeams.Localization')).length, 0);
  });

  const broken: readonly (readonly [title: string, json: object])[] = [
    ['another version of the schema', manifest({ manifestVersion: '1.16' })],
    ['a property that there is not', manifest({ beadle: true })],
    ['an id that is none', manifest({ id: 'beadle' })],
    ['a name of 31 characters', manifest({ name: { short: 'x'.repeat(31), full: 'x' } })],
    ['a send mode that there is not', JSON.parse(files['manifest.json']!.replace('softBlock', 'SoftBlock')) as object]
  ];
  for (const [title, json] of broken) {
    it(`hears of ${title}`, async () => assert.notEqual((await errorsIn(json, '1.17', 'MicrosoftTeams')).length, 0));
  }
});
