import { check } from '../check.ts';
import type { AccessRule } from '../snapshot.ts';

/** The tenant asks everybody of whom the school expects it for a second factor. */
export const secondFactorNotAsked = check({
  id: 'second-factor-not-asked',
  title: { en: 'Nobody is asked for a second factor', cy: 'Ni ofynnir i neb am ail ffactor' },
  duties: ['answer-for-own-account', 'limit-access-to-data'],
  severity: 'high',
  vendors: ['microsoft', 'google'],
  topics: ['secondFactorFor'],
  reads: ['signInRules'],
  messages: {
    nobody: { en: 'The school asks nobody for a second factor.', cy: 'Nid yw’r ysgol yn gofyn i neb am ail ffactor.' },
    defaults: {
      en: 'Microsoft’s security defaults ask for a second factor.',
      cy: 'Mae rhagosodiadau diogelwch Microsoft yn gofyn am ail ffactor.'
    },
    asked: { en: 'A rule asks everybody for a second factor.', cy: 'Mae rheol yn gofyn i bawb am ail ffactor.' },
    exceptions: {
      en: 'A rule asks for a second factor, with {count} {count:exception|exceptions}. Look whether {count:it|each of them} is still needed.',
      cy: 'Mae rheol yn gofyn am ail ffactor, gyda {count} eithriad. Edrychwch a oes angen pob un o hyd.'
    },
    some: {
      en: 'A second factor is asked of some only: of administrators, or in some apps. The school wants it of {whom}.',
      cy: 'Gofynnir i rai yn unig am ail ffactor: i weinyddwyr, neu mewn rhai apiau. Mae’r ysgol am ei ofyn i {whom}.'
    },
    watching: {
      en: 'A rule that would ask for a second factor only watches and asks nobody. Switch it on.',
      cy: 'Mae rheol a fyddai’n gofyn am ail ffactor yn gwylio’n unig ac nid yw’n gofyn i neb. Trowch hi ymlaen.'
    },
    none: {
      en: 'Nobody is asked for a second factor. Switch security defaults on, or a rule of conditional access.',
      cy: 'Ni ofynnir i neb am ail ffactor. Trowch y rhagosodiadau diogelwch ymlaen, neu reol mynediad amodol.'
    },
    units: {
      en: '2-step verification is not enforced in {count} of {of} organisational {of:unit|units}.',
      cy: 'Nid yw gwirio dau gam yn cael ei orfodi mewn {count} o {of} uned.'
    },
    unlicensed: {
      en: 'Security defaults are off, and without a licence for conditional access nothing else can ask for a second factor. Switch security defaults on.',
      cy: 'Mae’r rhagosodiadau diogelwch wedi’u diffodd, a heb drwydded mynediad amodol ni all dim arall ofyn am ail ffactor. Trowch y rhagosodiadau diogelwch ymlaen.'
    }
  },
  pages: {
    microsoft: 'https://learn.microsoft.com/en-us/entra/fundamentals/security-defaults',
    google: 'https://support.google.com/a/answer/9176657'
  },
  judge: ({ signInRules }, { expects, vendor }) => {
    if (expects.secondFactorFor === 'nobody') return { state: 'pass', message: 'nobody' };
    if (vendor === 'google') {
      const { units } = signInRules;
      const open = units.filter(({ secondStep }) => secondStep !== 'enforced');
      const share = { held: units.length - open.length, of: units.length };
      if (open.length === 0) return { state: 'pass', message: 'asked', share };
      const subjects = { count: open.length, first: open.map(({ place }) => ({ kind: 'place' as const, id: place })) };
      return {
        state: share.held > 0 ? 'partial' : 'fail',
        message: 'units',
        values: { count: open.length, of: share.of },
        share,
        subjects
      };
    }
    if (signInRules.securityDefaults) return { state: 'pass', message: 'defaults' };
    if ('unread' in signInRules.access) {
      return signInRules.access.unread === 'unlicensed'
        ? { state: 'fail', message: 'unlicensed' }
        : { state: 'not-readable', message: 'none' };
    }
    const asking = signInRules.access.value.filter(({ asks }) => asks.indexOf('second-factor') >= 0);
    const on = asking.filter(({ state }) => state === 'on');
    const whole = on.filter(rule => reaches(rule, expects.secondFactorFor));
    const [best] = whole.slice().sort((a, b) => a.exceptions - b.exceptions);
    if (best && best.exceptions === 0) return { state: 'pass', message: 'asked' };
    if (best)
      return {
        state: 'partial',
        message: 'exceptions',
        values: { count: best.exceptions },
        subjects: { count: 1, first: [{ kind: 'setting', id: best.id, name: best.name }] }
      };
    if (on.length > 0) return { state: 'partial', message: 'some', values: { whom: whom[expects.secondFactorFor] } };
    return { state: 'fail', message: asking.some(({ state }) => state === 'report-only') ? 'watching' : 'none' };
  }
});

const whom = {
  nobody: { en: 'nobody', cy: 'neb' },
  admins: { en: 'administrators', cy: 'weinyddwyr' },
  staff: { en: 'all staff', cy: 'yr holl staff' },
  everybody: { en: 'everybody', cy: 'bawb' }
} as const;

function reaches({ everybody, everyApp, adminsOnly }: AccessRule, wanted: keyof typeof whom): boolean {
  return everyApp && (everybody || (wanted === 'admins' && adminsOnly));
}
