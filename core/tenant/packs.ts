import type { Expectations, Pack, Packs, Topic } from './expectations.ts';

/**
 * What the sources ask for. Cyber Essentials v3.1 (ten attempts; 12 characters, or 8 with a list of banned words; 6 to unlock a device; no forced
 * expiry); CISA’s ScubaGoggles 1.0 and ScubaGear; CIS Microsoft 365 v7.0 and Google Workspace v1.3.0, by their ids alone.
 */
export const packs: Packs = {
  school: {
    name: { en: 'the school’s policy', cy: 'polisi’r ysgol' },
    expects: {
      passwordDays: 'any',
      passwordLength: 8,
      lockoutAttempts: 10,
      lockoutSeconds: 60,
      deviceLength: 6,
      lockMinutes: 15,
      deviceAttempts: 10,
      sessionHours: 336,
      fewestAdmins: 2,
      mostAdmins: 5,
      silentDays: 30,
      secondFactorFor: 'staff',
      ownDevices: 'allowed'
    },
    ids: {}
  },
  'cyber-essentials': {
    name: { en: 'Cyber Essentials', cy: 'Cyber Essentials' },
    expects: {
      passwordDays: 'never',
      passwordLength: 8,
      lockoutAttempts: 10,
      deviceLength: 6,
      deviceAttempts: 10,
      secondFactorFor: 'everybody'
    },
    ids: {}
  },
  cisa: {
    name: { en: 'CISA', cy: 'CISA' },
    expects: {
      passwordDays: 'never',
      passwordLength: 12,
      sessionHours: 12,
      fewestAdmins: 2,
      mostAdmins: 8,
      secondFactorFor: 'everybody'
    },
    ids: {
      passwordDays: 'MS.AAD.6.1v1, GWS.COMMONCONTROLS.5.6v1',
      passwordLength: 'GWS.COMMONCONTROLS.5.2v1',
      sessionHours: 'GWS.COMMONCONTROLS.4.1',
      mostAdmins: 'MS.AAD.7.1v1, GWS.COMMONCONTROLS.6.2',
      secondFactorFor: 'MS.AAD.3.2v1, GWS.COMMONCONTROLS.1.1'
    }
  },
  cis: {
    name: { en: 'CIS', cy: 'CIS' },
    expects: {
      passwordDays: 'never',
      passwordLength: 14,
      lockoutAttempts: 10,
      lockoutSeconds: 60,
      sessionHours: 12,
      fewestAdmins: 2,
      mostAdmins: 4,
      secondFactorFor: 'everybody'
    },
    ids: {
      passwordDays: 'M365 1.3.1',
      passwordLength: 'GWS 4.1.5.1',
      lockoutAttempts: 'M365 5.2.3.8',
      lockoutSeconds: 'M365 5.2.3.9',
      sessionHours: 'GWS 4.2.4.1',
      mostAdmins: 'M365 1.1.3, GWS 1.1.2',
      secondFactorFor: 'M365 5.2.2.2, GWS 4.1.1.3'
    }
  },
  ncsc: {
    name: { en: 'the National Cyber Security Centre', cy: 'y Ganolfan Seiberddiogelwch Genedlaethol' },
    expects: { passwordDays: 'never' },
    ids: {}
  }
};

/** What the school expects: our defaults, a pack over them where it chose one, and its own numbers over both. */
export function expectationsOf(pack: keyof Packs, own: Partial<Expectations>): Expectations {
  return { ...(packs.school.expects as Expectations), ...packs[pack].expects, ...own };
}

/** Who of the sources asks for something else than the school decided, topic by topic, with their ids. */
export function disagreeing(
  topics: readonly Topic[],
  expects: Expectations
): readonly { readonly pack: Pack; readonly topic: Topic; readonly id?: string }[] {
  const others = (Object.keys(packs) as Pack[]).filter(pack => pack !== 'school');
  return topics.reduce<readonly { readonly pack: Pack; readonly topic: Topic; readonly id?: string }[]>(
    (all, topic) =>
      all.concat(
        others
          .filter(pack => packs[pack].expects[topic] !== undefined && !agrees(topic, packs[pack].expects[topic], expects[topic]))
          .map(pack => {
            const id = packs[pack].ids[topic];
            return { pack, topic, ...(id === undefined ? {} : { id }) };
          })
      ),
    []
  );
}

/** For these the school may ask for more than a source does. */
const more: readonly Topic[] = ['passwordLength', 'deviceLength', 'lockoutSeconds', 'fewestAdmins'];
const less: readonly Topic[] = ['lockoutAttempts', 'lockMinutes', 'deviceAttempts', 'sessionHours', 'mostAdmins', 'silentDays'];

function agrees<T extends Topic>(topic: T, theirs: Expectations[T] | undefined, ours: Expectations[T]): boolean {
  if (typeof theirs === 'number' && typeof ours === 'number') {
    if (more.indexOf(topic) >= 0) return ours >= theirs;
    if (less.indexOf(topic) >= 0) return ours <= theirs;
  }
  return theirs === ours;
}
