import { nextSchoolTime, schoolDay } from '../calendar.ts';
import { pupilsWrittenTo } from '../pupils.ts';
import { type Breach, rule, some } from '../rule.ts';

/** Staff write to pupils in school hours. */
export const pupilOutOfHours = rule({
  id: 'pupil-out-of-hours',
  title: { en: 'A pupil is written to outside school hours', cy: 'Ysgrifennir at ddisgybl y tu allan i oriau’r ysgol' },
  duties: ['pupil-contact-in-school-hours', 'professional-contact-with-pupils'],
  action: 'confirm',
  reads: ['recipients', 'sender', 'moment', 'school'],
  settings: {},
  messages: {
    hours: {
      en: 'School hours today are {from} to {to}, and pupils are written to only then. Send this in school hours.',
      cy: 'Oriau’r ysgol heddiw yw {from} i {to}, a dim ond bryd hynny yr ysgrifennir at ddisgyblion. Anfonwch hwn yn ystod oriau’r ysgol.'
    },
    closed: {
      en: 'There is no school today, and pupils are written to only in school hours. Send this on the next school day.',
      cy: 'Nid oes ysgol heddiw, a dim ond yn ystod oriau’r ysgol yr ysgrifennir at ddisgyblion. Anfonwch hwn ar y diwrnod ysgol nesaf.'
    }
  },
  judge: ({ recipients, sender, moment, school: { calendar } }) => {
    if (moment.inSchoolHours || calendar.hours.length === 0) return [];
    const evidence = some(pupilsWrittenTo(sender, recipients).map(({ field, address }) => ({ in: field, address })));
    if (!evidence) return [];
    const today = schoolDay(moment, calendar);
    const next = nextSchoolTime(moment.instant, calendar);
    const breach: Breach<'hours' | 'closed'> = today
      ? { message: 'hours', values: { from: today.from, to: today.to }, evidence }
      : { message: 'closed', evidence };
    return [next === undefined ? breach : { ...breach, remedy: { kind: 'send-later', at: next } }];
  }
});
