import { check } from '../check.ts';

/** Old ways to sign in, which cannot ask for a second factor, are closed. */
export const oldProtocolsAllowed = check({
  id: 'old-protocols-allowed',
  title: { en: 'Old ways to sign in are open', cy: 'Mae hen ffyrdd o fewngofnodi’n agored' },
  duties: ['answer-for-own-account', 'limit-access-to-data'],
  severity: 'high',
  vendors: ['microsoft', 'google'],
  topics: [],
  reads: ['signInRules'],
  messages: {
    defaults: { en: 'Microsoft’s security defaults close them.', cy: 'Mae rhagosodiadau diogelwch Microsoft yn eu cau.' },
    closed: { en: 'A rule closes them for everybody.', cy: 'Mae rheol yn eu cau i bawb.' },
    open: {
      en: 'No rule closes old ways to sign in. Block legacy authentication by a rule of conditional access.',
      cy: 'Nid oes rheol yn cau hen ffyrdd o fewngofnodi. Rhwystrwch ddilysu hen ffasiwn trwy reol mynediad amodol.'
    },
    unlicensed: {
      en: 'Security defaults are off, and without a licence nothing else closes old ways to sign in. Switch security defaults on.',
      cy: 'Mae’r rhagosodiadau diogelwch wedi’u diffodd, a heb drwydded nid oes dim arall yn cau hen ffyrdd o fewngofnodi. Trowch y rhagosodiadau ymlaen.'
    },
    unread: { en: 'The rules of conditional access could not be read.', cy: 'Ni ellid darllen y rheolau mynediad amodol.' },
    units: {
      en: 'Less secure apps may sign in in {count} of {of} organisational {of:unit|units}. Switch them off there.',
      cy: 'Gall apiau llai diogel fewngofnodi mewn {count} o {of} uned. Diffoddwch nhw yno.'
    },
    google: { en: 'Less secure apps may not sign in.', cy: 'Ni all apiau llai diogel fewngofnodi.' }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-block-legacy-authentication',
    google: 'https://support.google.com/a/answer/6260879'
  },
  judge: ({ signInRules }, { vendor }) => {
    if (vendor === 'google') {
      const { units } = signInRules;
      const open = units.filter(({ lessSecureApps }) => lessSecureApps === true);
      if (open.length === 0) return { state: 'pass', message: 'google' };
      return {
        state: open.length < units.length ? 'partial' : 'fail',
        message: 'units',
        values: { count: open.length, of: units.length },
        share: { held: units.length - open.length, of: units.length },
        subjects: { count: open.length, first: open.map(({ place }) => ({ kind: 'place', id: place })) }
      };
    }
    if (signInRules.securityDefaults) return { state: 'pass', message: 'defaults' };
    if ('unread' in signInRules.access) {
      return signInRules.access.unread === 'unlicensed'
        ? { state: 'fail', message: 'unlicensed' }
        : { state: 'not-readable', message: 'unread' };
    }
    const closing = signInRules.access.value.some(
      ({ state, everybody, everyApp, asks, legacyClients }) =>
        state === 'on' && everybody && everyApp && legacyClients && asks.indexOf('block') >= 0
    );
    return closing ? { state: 'pass', message: 'closed' } : { state: 'fail', message: 'open' };
  }
});
