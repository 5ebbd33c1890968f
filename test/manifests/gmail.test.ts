import assert from 'node:assert/strict';
import { paths } from '../../addin/gmail/cards.ts';
import { scopes } from '../../addin/gmail/event.ts';
import { gmailFaultsIn } from '../../manifests/check-gmail.ts';
import { gmailDeployment, gmailPaths, gmailScopes } from '../../manifests/gmail.ts';
import { words } from '../../manifests/source.ts';

const origin = 'https://beadle.school.example';
const made = gmailDeployment({ origin, languages: ['cy', 'en'] });

describe('manifests: the deployment for Gmail', () => {
  it('has no fault, and the same add-on gives the same bytes', () => {
    assert.deepEqual(gmailFaultsIn(made, origin), []);
    assert.equal(gmailDeployment({ origin, languages: ['en', 'cy'] }), made);
  });

  it('asks the endpoints that there are, for the scopes that they need', () => {
    const { home, open, compose, icon } = paths;
    assert.deepEqual(gmailPaths, { home, open, compose, icon });
    for (const scope of Object.values(scopes))
      assert.ok(
        gmailScopes.some(each => each.scope === scope),
        scope
      );
  });

  it('may see who a mail goes to, but neither read the mailbox nor send', () => {
    const { oauthScopes, addOns } = JSON.parse(made) as {
      oauthScopes: readonly string[];
      addOns: { gmail: { composeTrigger: unknown }; httpOptions: unknown };
    };
    for (const scope of oauthScopes) assert.match(scope, /\/auth\/(?:gmail\.addons\.|userinfo\.email$|script\.locale$)/);
    assert.deepEqual(addOns.gmail.composeTrigger, {
      draftAccess: 'METADATA',
      actions: [{ label: 'Check message / Gwirio’r neges', runFunction: `${origin}/gmail/compose` }]
    });
    assert.deepEqual(addOns.httpOptions, { authorizationHeader: 'SYSTEM_ID_TOKEN', granularOauthPermissionSupport: 'OPT_IN' });
  });

  it('labels its button in the school’s own languages', () =>
    assert.ok(gmailDeployment({ origin, languages: ['en'] }).includes(`"label": "${words.button.en}"`)));

  const wrong: readonly (readonly [says: string, change: (text: string) => string, faults: string | readonly string[]])[] = [
    ['no JSON', text => text.slice(1), 'The deployment is not JSON.'],
    [
      'Apps Script’s name for actions',
      text => text.replace('"actions"', '"selectActions"'),
      [
        '«addOns.gmail.composeTrigger.actions» is not as Google takes it.',
        'Google knows no «selectActions» in «addOns.gmail.composeTrigger».'
      ]
    ],
    [
      'a field that Google does not know',
      text => text.replace('"name"', '"title": "x", "name"'),
      'Google knows no «title» in «addOns.common».'
    ],
    [
      'no access to who a mail goes to',
      text => text.replace('METADATA', 'NONE'),
      'Without the draft access METADATA Gmail does not say who a message goes to.'
    ],
    [
      'a scope too few',
      text => text.replace(/\n.*action\.compose",/, ''),
      'The scope «https://www.googleapis.com/auth/gmail.addons.current.action.compose» is missing.'
    ],
    [
      'a scope too many',
      text => text.replace('"oauthScopes": [', '"oauthScopes": ["https://mail.google.com/",'),
      'The scope «https://mail.google.com/» is more than Beadle needs.'
    ],
    [
      'an endpoint elsewhere',
      text => text.replace(`${origin}/gmail/home`, 'https://else.example/gmail/home'),
      `«https://else.example/gmail/home» should be «${origin}/gmail/home».`
    ],
    [
      'an endpoint without TLS',
      text => text.replace(`"${origin}/gmail/home`, '"http://beadle.school.example/gmail/home'),
      '«addOns.common.homepageTrigger.runFunction» is not as Google takes it.'
    ],
    [
      'an endpoint that nobody answers',
      text => text.replace('/gmail/compose', '/gmail/draft'),
      `«${origin}/gmail/draft» should be «${origin}/gmail/compose».`
    ],
    ['no token in the header', text => text.replace('SYSTEM_ID_TOKEN', 'NONE'), 'Beadle answers only to requests with SYSTEM_ID_TOKEN.'],
    ['links that would not open', text => text.replace(`"${origin}/"`, '"https://else.example/"'), `Links to «${origin}/» would not open.`],
    [
      'two actions',
      text => text.replace(/("actions": \[\s*)(\{[^}]*\})/, '$1$2, $2'),
      'Gmail shows one action while a mail is written, and here are 2.'
    ]
  ];
  for (const [says, change, faults] of wrong) {
    it(`with ${says} is refused`, () => {
      assert.notEqual(change(made), made);
      assert.deepEqual(gmailFaultsIn(change(made), origin), [faults].flat());
    });
  }
});
