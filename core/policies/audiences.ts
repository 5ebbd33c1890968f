import type { Text } from '../locale.ts';
import type { Audience, Deadlines } from './audience.ts';
import type { Party } from './policy.ts';
import type { Role } from './person.ts';

/** School days to sign in: fourteen for everybody today, five for a joiner, twenty for the yearly renewal. */
export const deadlines: Deadlines = { now: 14, joiner: 5, renewal: 20 };

/** What people agree to where their audience says nothing else. */
const sentence: Text = {
  en: 'I have read this policy, I understand it, and I agree to keep to it.',
  cy: 'Rwyf wedi darllen y polisi hwn, rwy’n ei ddeall, ac rwy’n cytuno i gadw ato.'
};

/** The audiences of a school that decides nothing else, in the order in which a person of several is asked. */
export const defaultAudiences: readonly Audience[] = [
  {
    id: 'staff',
    title: { en: 'Staff', cy: 'Staff' },
    who: { any: [{ role: 'staff' }, { role: 'head' }, { role: 'coordinator' }] },
    binds: ['staff', 'head', 'coordinator'],
    consent: sentence,
    fields: ['job-title'],
    renewal: 'yearly',
    per: 'person',
    deadlines
  },
  {
    id: 'supply',
    title: { en: 'Supply staff', cy: 'Staff cyflenwi' },
    who: { role: 'supply' },
    binds: ['staff'],
    consent: {
      en: 'I have read this policy, I understand it, and I agree to keep to it for as long as I work at this school.',
      cy: 'Rwyf wedi darllen y polisi hwn, rwy’n ei ddeall, ac rwy’n cytuno i gadw ato cyhyd ag y byddaf yn gweithio yn yr ysgol hon.'
    },
    fields: [],
    renewal: 'yearly',
    per: 'person',
    deadlines
  },
  {
    id: 'governors',
    title: { en: 'Governors', cy: 'Llywodraethwyr' },
    who: { any: [{ role: 'governor' }, { role: 'chair' }] },
    binds: ['governor'],
    consent: {
      en: 'I have read this policy, I understand it, and I agree to keep to it in my work as a governor.',
      cy: 'Rwyf wedi darllen y polisi hwn, rwy’n ei ddeall, ac rwy’n cytuno i gadw ato yn fy ngwaith fel llywodraethwr.'
    },
    fields: [],
    renewal: 'yearly',
    per: 'person',
    deadlines
  },
  {
    id: 'visitors',
    title: { en: 'Visitors', cy: 'Ymwelwyr' },
    who: { role: 'visitor' },
    binds: ['visitor'],
    consent: {
      en: 'I have read this policy, I understand it, and I agree to keep to it while I am at the school or use its systems.',
      cy: 'Rwyf wedi darllen y polisi hwn, rwy’n ei ddeall, ac rwy’n cytuno i gadw ato tra byddaf yn yr ysgol neu’n defnyddio ei systemau.'
    },
    fields: [],
    renewal: 'on-change',
    per: 'person',
    deadlines
  },
  {
    id: 'contractors',
    title: { en: 'Contractors', cy: 'Contractwyr' },
    who: { role: 'contractor' },
    binds: ['visitor'],
    consent: {
      en: 'I have read this policy, I understand it, and I agree to keep to it in all my work for the school.',
      cy: 'Rwyf wedi darllen y polisi hwn, rwy’n ei ddeall, ac rwy’n cytuno i gadw ato yn fy holl waith i’r ysgol.'
    },
    fields: [],
    renewal: 'on-change',
    per: 'person',
    deadlines
  },
  {
    id: 'pupils',
    title: { en: 'Pupils', cy: 'Disgyblion' },
    who: { role: 'pupil' },
    binds: ['pupil'],
    consent: {
      en: 'I have read these rules, or somebody has read them to me, and I will keep to them.',
      cy: 'Rwyf wedi darllen y rheolau hyn, neu mae rhywun wedi’u darllen i mi, a byddaf yn cadw atynt.'
    },
    fields: ['class'],
    renewal: 'yearly',
    per: 'person',
    deadlines
  },
  {
    id: 'parents',
    title: { en: 'Parents and carers', cy: 'Rhieni a gofalwyr' },
    who: { role: 'parent' },
    binds: ['parent'],
    consent: {
      en: 'I have read this policy, I have talked it over with my child, and I agree to it for my child.',
      cy: 'Rwyf wedi darllen y polisi hwn, rwyf wedi’i drafod gyda’m plentyn, ac rwy’n cytuno iddo ar ran fy mhlentyn.'
    },
    fields: ['relationship'],
    renewal: 'on-change',
    per: 'child',
    deadlines
  }
];

/** What a school decides of one audience. What it leaves out is as the default says. */
export type AudienceChange = {
  readonly [K in Exclude<keyof Audience, 'id' | 'deadlines'>]?: Audience[K] | undefined;
} & { readonly deadlines?: { readonly [K in keyof Deadlines]?: number | undefined } | undefined };

/** Whom an audience of the school's own is bound as, where it says nothing: everybody but the school as a body. */
const everybody: readonly Party[] = ['staff', 'head', 'coordinator', 'governor', 'visitor', 'pupil', 'parent'];

/**
 * The default audiences as a school changed them, and its own after them. An audience of its own that does not say who it is stands for the group
 * of its name.
 */
export function audiencesWith(changes: { readonly [id: string]: AudienceChange | undefined }): readonly Audience[] {
  const own = Object.keys(changes)
    .filter(id => !defaultAudiences.some(audience => audience.id === id))
    .map(
      (id): Audience => ({
        id,
        title: { en: id, cy: id },
        who: { group: id },
        binds: everybody,
        consent: sentence,
        fields: [],
        renewal: 'on-change',
        per: 'person',
        deadlines
      })
    );
  return [...defaultAudiences, ...own].map(audience => changed(audience, changes[audience.id] || {}));
}

function changed(audience: Audience, change: AudienceChange): Audience {
  const { now = audience.deadlines.now, joiner = audience.deadlines.joiner, renewal = audience.deadlines.renewal } = change.deadlines || {};
  return {
    id: audience.id,
    title: change.title || audience.title,
    who: change.who || audience.who,
    binds: change.binds || audience.binds,
    consent: change.consent || audience.consent,
    fields: change.fields || audience.fields,
    renewal: change.renewal || audience.renewal,
    per: change.per || audience.per,
    deadlines: { now, joiner, renewal }
  };
}

/** What a role is called. */
export const roleWords: { readonly [R in Role]: Text } = {
  staff: { en: 'staff', cy: 'staff' },
  supply: { en: 'supply staff', cy: 'staff cyflenwi' },
  governor: { en: 'governor', cy: 'llywodraethwr' },
  visitor: { en: 'visitor', cy: 'ymwelydd' },
  contractor: { en: 'contractor', cy: 'contractwr' },
  pupil: { en: 'pupil', cy: 'disgybl' },
  parent: { en: 'parent or carer', cy: 'rhiant neu ofalwr' },
  head: { en: 'headteacher', cy: 'pennaeth' },
  coordinator: { en: 'e-safety coordinator', cy: 'cydlynydd e-ddiogelwch' },
  chair: { en: 'chair of governors', cy: 'cadeirydd y llywodraethwyr' },
  'data-protection-officer': { en: 'data protection officer', cy: 'swyddog diogelu data' }
};
