import { check } from '../check.ts';

/** People are asked to sign in again after as many hours as the school says. */
export const sessionsTooLong = check({
  id: 'sessions-too-long',
  title: { en: 'People stay signed in too long', cy: 'Mae pobl yn aros wedi mewngofnodi’n rhy hir' },
  duties: ['lock-when-unattended'],
  severity: 'low',
  vendors: ['google'],
  topics: ['sessionHours'],
  reads: ['signInRules'],
  messages: {
    short: { en: 'Everybody is asked to sign in again within {hours} hours.', cy: 'Gofynnir i bawb fewngofnodi eto o fewn {hours} awr.' },
    long: {
      en: 'People stay signed in for longer than {hours} {hours:hour|hours} in {count} of {of} organisational {of:unit|units}.',
      cy: 'Mae pobl yn aros wedi mewngofnodi am fwy na {hours} awr mewn {count} o {of} uned.'
    }
  },
  pages: { google: 'https://support.google.com/a/answer/7576830' },
  judge: ({ signInRules: { units } }, { expects }) => {
    const hours = expects.sessionHours;
    const long = units.filter(({ sessionSeconds }) => sessionSeconds !== undefined && sessionSeconds > hours * 3600);
    const share = { held: units.length - long.length, of: units.length };
    if (long.length === 0) return { state: 'pass', message: 'short', values: { hours }, share };
    const subjects = { count: long.length, first: long.map(({ place }) => ({ kind: 'place' as const, id: place })) };
    return {
      state: share.held > 0 ? 'partial' : 'fail',
      message: 'long',
      values: { hours, count: long.length, of: share.of },
      share,
      subjects
    };
  }
});
