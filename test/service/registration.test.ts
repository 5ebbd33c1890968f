import assert from 'node:assert/strict';
import { isFailure } from '../../service/failure.ts';
import { botProof, ownOfTeams, registrationOf } from '../../service/registration.ts';

const id = '01234567-89ab-cdef-0123-456789abcdef';
const bot = { appId: id, tenantId: id, type: 'SingleTenant', origin: 'https://beadle.school.example', perSecond: 20 } as const;
const password = (): string => 'hunter-two';
const { appId: _, ...withoutApp } = bot;
const { tenantId: __, ...withoutTenant } = bot;

describe('how the bot runs', () => {
  const cases: readonly (readonly [string, Parameters<typeof registrationOf>, unknown])[] = [
    ['without a word of it, on this machine', [undefined, { botPassword: undefined, production: false }, true], 'trial'],
    ['without a word of it, for other machines', [undefined, { botPassword: undefined, production: false }, false], undefined],
    ['without a word of it, in production', [undefined, { botPassword: undefined, production: true }, true], undefined],
    ['without an app id, on this machine', [withoutApp, { botPassword: undefined, production: false }, true], 'trial'],
    ['registered', [bot, { botPassword: password, production: true }, false], { appId: id, tenantId: id, type: 'SingleTenant', password }],
    [
      'as a managed identity, without a password',
      [{ ...bot, type: 'UserAssignedMSI' }, { botPassword: undefined, production: true }, false],
      { appId: id, tenantId: id, type: 'UserAssignedMSI', password: undefined }
    ]
  ];
  for (const [what, given, how] of cases) it(what, () => assert.deepEqual(registrationOf(...given), how));

  const refused: readonly (readonly [string, Parameters<typeof registrationOf>, RegExp])[] = [
    [
      'without an app id, for other machines',
      [withoutApp, { botPassword: password, production: false }, false],
      /^«bot\.appId» is missing in beadle\.yaml\./
    ],
    [
      'without an app id, in production',
      [withoutApp, { botPassword: password, production: true }, true],
      /^«bot\.appId» is missing in beadle\.yaml\./
    ],
    [
      'without a tenant',
      [withoutTenant, { botPassword: password, production: false }, true],
      /^«bot\.tenantId» is missing in beadle\.yaml\./
    ],
    [
      'without its password',
      [bot, { botPassword: undefined, production: false }, true],
      /^BEADLE_BOT_PASSWORD is missing in the environment\./
    ]
  ];
  for (const [what, given, sentence] of refused) {
    it(`is refused ${what}`, () =>
      assert.throws(
        () => registrationOf(...given),
        error => isFailure(error) && error.code === 'wrong-config' && sentence.test(error.message)
      ));
  }
});

describe('what the app in Teams names as its own', () => {
  const outlook = { clientId: '22222222-2222-4222-8222-222222222222' } as never;

  it('is the add-in’s registration, and the bot’s where it installs the app', () => {
    assert.equal(ownOfTeams({ bot: { ...bot, install: false }, outlook }), '22222222-2222-4222-8222-222222222222');
    assert.equal(ownOfTeams({ bot: { ...bot, install: true }, outlook }), id);
    assert.equal(ownOfTeams({ bot: { ...bot, install: false }, outlook: undefined }), undefined);
  });

  it('proves itself as it is registered', () => {
    const secret = { botPassword: () => 'secret' } as never;
    assert.deepEqual(botProof({ ...bot, install: true }, secret), { tenantId: id, clientId: id, secret: 'secret' });
    const managed = { ...bot, type: 'UserAssignedMSI', install: true } as const;
    assert.deepEqual(botProof(managed, { botPassword: undefined }), { tenantId: id, clientId: id, managedIdentity: true });
    assert.throws(() => botProof(undefined, secret), /names no registration/);
  });
});
