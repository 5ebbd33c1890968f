import type { DutyId } from '../duties.ts';
import { listed, type Text } from '../locale.ts';
import type { Check, Outcome, Subject } from './check.ts';
import { survey } from './check.ts';
import type { Expectations, Topic } from './expectations.ts';
import type { Device, LockRule, Platform } from './snapshot.ts';

/** What people call the platforms. */
export const platformNames: { readonly [P in Platform]: Text } = {
  windows: { en: 'Windows', cy: 'Windows' },
  macos: { en: 'Macs', cy: 'Mac' },
  ios: { en: 'iPads and iPhones', cy: 'iPad ac iPhone' },
  android: { en: 'Android', cy: 'Android' },
  chromeos: { en: 'Chromebooks', cy: 'Chromebook' }
};

/** Devices by platform, as they stream past. */
interface Seen {
  readonly devices: { [P in Platform]?: number };
}

/** One thing that is asked of how devices lock. */
interface LockDemand {
  readonly id: string;
  readonly title: Text;
  readonly duties: Check['duties'];
  readonly severity: Check['severity'];
  readonly topics: readonly Topic[];
  /** Both, where it is left out. */
  readonly vendors?: Check['vendors'];
  /** Platforms that have such a setting and whose vendor shows it. */
  readonly platforms: readonly Platform[];
  /** What one rule says of it; nothing where it does not say. */
  readonly holds: (rule: LockRule, expects: Expectations) => boolean | undefined;
  /** The demand in a few words that fit after «must» or a colon: «a code of six characters». */
  readonly demand: (expects: Expectations) => Text;
}

/**
 * A check of one demand on every platform of which the tenant has devices. It holds for a platform where a rule that is given to everybody keeps it; where
 * such a rule is given to some groups only, it holds in part, because who is in them is not read; a rule given to nobody counts for nothing.
 */
export function lockCheck(demand: LockDemand): Check {
  const { id, title, severity, topics, platforms, holds, vendors = ['microsoft', 'google'] } = demand;
  return survey({
    id,
    title,
    duties: demand.duties as readonly [DutyId, ...DutyId[]],
    severity,
    vendors,
    topics,
    reads: ['lockRules'],
    walks: 'devices',
    begin: (): Seen => ({ devices: {} }),
    see: ({ devices }, { platform }: Device) => {
      if (platform !== 'other') devices[platform] = (devices[platform] || 0) + 1;
    },
    messages: {
      held: { en: 'On {platforms} it is set for everybody: {demand}.', cy: 'Ar {platforms} mae wedi’i osod i bawb: {demand}.' },
      missing: {
        en: 'On {platforms} nothing asks for it: {demand}. Make a policy and give it to all devices.',
        cy: 'Ar {platforms} nid oes dim yn gofyn amdano: {demand}. Gwnewch bolisi a’i roi i bob dyfais.'
      },
      weak: {
        en: 'On {platforms} the rules ask for less than the school: {demand}.',
        cy: 'Ar {platforms} mae’r rheolau’n gofyn am lai na’r ysgol: {demand}.'
      },
      some: {
        en: 'On {platforms} the rule is given to some groups only: {demand}. Give it to all devices.',
        cy: 'Ar {platforms} dim ond i rai grwpiau y rhoddwyd y rheol: {demand}. Rhowch hi i bob dyfais.'
      },
      nobody: {
        en: 'On {platforms} the rule is there, but nobody is given it: {demand}.',
        cy: 'Ar {platforms} mae’r rheol yno, ond ni roddwyd hi i neb: {demand}.'
      },
      none: { en: 'No device of this kind is managed.', cy: 'Ni reolir unrhyw ddyfais o’r math hwn.' }
    },
    pages: {
      microsoft: 'https://learn.microsoft.com/en-us/mem/intune/protect/device-compliance-get-started',
      google: 'https://support.google.com/chrome/a/answer/2657289'
    },
    judge: ({ lockRules }, { expects, vendor }, { devices }): Outcome => {
      // What Google asks of telephones and tablets it shows to nobody.
      const seen = platforms.filter(platform => (devices[platform] || 0) > 0 && (vendor !== 'google' || platform === 'chromeos'));
      if (seen.length === 0) return { state: 'not-configured', message: 'none' };
      const found = seen.map(platform => ({ platform, how: howHeld(lockRules, platform, rule => holds(rule, expects)) }));
      const count = (all: readonly { readonly platform: Platform }[]): number =>
        all.reduce((sum, { platform }) => sum + (devices[platform] || 0), 0);
      const open = found.filter(({ how }) => how.state !== 'held');
      const share = { held: count(found) - count(open), of: count(found) };
      const values = (all: readonly { readonly platform: Platform }[]) => ({
        platforms: listed(all.map(({ platform }) => platformNames[platform])),
        demand: demand.demand(expects)
      });
      if (open.length === 0) return { state: 'pass', message: 'held', values: values(found), share };
      const order: readonly Held['state'][] = ['missing', 'nobody', 'weak', 'some'];
      const worst = order.filter(state => open.some(({ how }) => how.state === state))[0] as Exclude<Held['state'], 'held'>;
      const subjects = open.reduce<readonly Subject[]>((all, { how }) => all.concat(how.subjects), []);
      const only = open.every(({ how }) => how.state === 'some');
      return {
        state: share.held > 0 || only ? 'partial' : 'fail',
        message: worst,
        values: values(open.filter(({ how }) => how.state === worst)),
        share,
        subjects: { count: subjects.length, first: subjects }
      };
    }
  });
}

interface Held {
  readonly state: 'held' | 'some' | 'weak' | 'nobody' | 'missing';
  readonly subjects: readonly Subject[];
}

/** How far a demand is kept on one platform. An organisational unit that loosens what stands above it spoils the whole. */
function howHeld(rules: readonly LockRule[], platform: Platform, holds: (rule: LockRule) => boolean | undefined): Held {
  const saying = rules.filter(rule => rule.platform === platform && holds(rule) !== undefined);
  const subjects = (all: readonly LockRule[]): readonly Subject[] => all.map(({ id, name }) => ({ kind: 'setting', id, name }));
  const given = saying.filter(({ assigned }) => assigned.everyone || assigned.groups.length > 0);
  const bad = given.filter(rule => !holds(rule));
  const good = given.filter(rule => holds(rule));
  if (saying.length === 0) return { state: 'missing', subjects: [] };
  if (given.length === 0) return { state: 'nobody', subjects: subjects(saying) };
  if (good.length === 0) return { state: 'weak', subjects: subjects(bad) };
  const loosened = bad.filter(({ from }) => from === 'chrome-policy');
  if (loosened.length > 0) return { state: 'weak', subjects: subjects(loosened) };
  if (good.some(({ assigned }) => assigned.everyone && assigned.excluded.length === 0)) return { state: 'held', subjects: [] };
  return { state: 'some', subjects: subjects(good) };
}
