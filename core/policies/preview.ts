import { fill, listed, type Text } from '../locale.ts';
import { type Change, changesBetween, partiesOf } from './changes.ts';
import type { Wanted } from './standing.ts';
import { matterKey, type Setting, type Standings } from './standings.ts';
import type { Version } from './version.ts';

/** Whom a version asks, of one audience. */
export interface AskedOf {
  readonly audience: string;
  /** Signatures that are wanted of it, whether or not they are given. */
  readonly wanted: number;
  /** That will be asked for once it is published: of those who never signed, and of those whose signature ends. */
  readonly asks: number;
  /** That stand now and will not any more. */
  readonly ends: number;
}

/** What publishing a version will do. */
export interface Preview {
  readonly version: Version;
  readonly changes: readonly Change[];
  readonly audiences: readonly AskedOf[];
  readonly asks: number;
  readonly ends: number;
  /** What whoever publishes should think about first. */
  readonly warnings: readonly Text[];
}

/** The number of the version after `last`; the first is 1.0. */
export function numberAfter(
  last: Pick<Version, 'major' | 'minor'> | undefined,
  minor: boolean
): { readonly major: number; readonly minor: number } {
  if (!last) return { major: 1, minor: 0 };
  return minor ? { major: last.major, minor: last.minor + 1 } : { major: last.major + 1, minor: 0 };
}

/** The version of a policy that is in force. */
export function lastOf(policy: string, versions: readonly Version[]): Version | undefined {
  return versions
    .filter(version => version.policy === policy)
    .reduce<Version | undefined>(
      (last, each) => (!last || each.major > last.major || (each.major === last.major && each.minor > last.minor) ? each : last),
      undefined
    );
}

/** What publishing `version` will do to signatures, counted on where everybody stands now. Nothing is written. */
export function previewOf(version: Version, standings: Standings, setting: Setting): Preview {
  const before = lastOf(version.policy, setting.versions);
  const changes = before ? changesBetween(before, version) : [];
  const ofIt = (wanted: readonly Wanted[]): readonly Wanted[] =>
    wanted.filter(({ policy, standing }) => policy === version.policy && standing !== 'left');
  const now = new Map(ofIt(standings.wanted(setting)).map(each => [matterKey(each), each] as const));
  const then = ofIt(standings.wanted({ ...setting, versions: [...setting.versions, version] }));
  const audiences = version.audiences.map((audience): AskedOf => {
    const theirs = then.filter(each => each.audience === audience);
    return {
      audience,
      wanted: theirs.length,
      asks: theirs.filter(({ standing, askedAt }) => standing === 'due' && askedAt === undefined).length,
      ends: theirs.filter(each => each.standing !== 'signed' && standingIn(now, each) === 'signed').length
    };
  });
  const sum = (count: (of: AskedOf) => number): number => audiences.reduce((all, each) => all + count(each), 0);
  return {
    version,
    changes,
    audiences,
    asks: sum(({ asks }) => asks),
    ends: sum(({ ends }) => ends),
    warnings: warningsOf(version, before, changes, setting)
  };
}

function standingIn(now: ReadonlyMap<string, Wanted>, wanted: Wanted): Wanted['standing'] | undefined {
  const found = now.get(matterKey(wanted));
  return found && found.standing;
}

const words = {
  same: {
    en: 'No clause has changed since version {last}: a new version is hardly needed.',
    cy: 'Nid oes yr un cymal wedi newid ers fersiwn {last}: prin bod angen fersiwn newydd.'
  },
  nobody: {
    en: 'What changed concerns nobody who signs, so nobody is asked again. Publish it as a minor version.',
    cy: 'Nid yw’r hyn a newidiodd yn berthnasol i neb sy’n llofnodi, felly ni ofynnir i neb eto. Cyhoeddwch ef fel mân fersiwn.'
  },
  words: {
    en: 'A minor version asks nobody again, yet this is new, gone or worded differently: {ids}. Make sure that only slips were put right.',
    cy: 'Nid yw mân fersiwn yn gofyn i neb eto, ond mae hyn yn newydd, wedi mynd neu wedi’i eirio’n wahanol: {ids}. Gwnewch yn siŵr mai dim ond mân wallau a gywirwyd.'
  },
  binds: {
    en: 'A minor version asks nobody again, yet this now binds others: {ids}. Publish it as a major version.',
    cy: 'Nid yw mân fersiwn yn gofyn i neb eto, ond mae hyn bellach yn rhwymo eraill: {ids}. Cyhoeddwch ef fel prif fersiwn.'
  },
  duties: {
    en: 'A minor version asks nobody again, yet this now asks for other duties: {ids}. Publish it as a major version.',
    cy: 'Nid yw mân fersiwn yn gofyn i neb eto, ond mae hyn bellach yn gofyn am ddyletswyddau eraill: {ids}. Cyhoeddwch ef fel prif fersiwn.'
  },
  language: {
    en: 'Without words in every language of the policy: {ids}. There the first language stands in.',
    cy: 'Heb eiriau ym mhob un o ieithoedd y polisi: {ids}. Yno saif yr iaith gyntaf yn eu lle.'
  },
  dropped: {
    en: 'No longer asked to sign: {audiences}. What they have not answered is closed with a negative receipt.',
    cy: 'Ni ofynnir i’r rhain lofnodi mwyach: {audiences}. Caeir yr hyn nad ydynt wedi’i ateb â derbynneb negyddol.'
  }
} as const satisfies { readonly [name: string]: Text };

function warningsOf(version: Version, before: Version | undefined, changes: readonly Change[], { audiences }: Setting): readonly Text[] {
  const unsaid = version.clauses.filter(({ text }) =>
    version.languages.some((locale, i) => (typeof text === 'string' ? i > 0 : text[locale] === undefined))
  );
  const warnings: Text[] =
    unsaid.length > 0
      ? [
          about(
            words.language,
            unsaid.map(({ id }) => id)
          )
        ]
      : [];
  if (!before) return warnings;
  const ids = (of: readonly Change[]): readonly string[] => of.map(({ before: was, after }) => (after || was)!.id);
  if (version.major > before.major) {
    const concerned = partiesOf(changes);
    const signs = audiences.filter(({ id }) => version.audiences.indexOf(id) >= 0);
    if (changes.length === 0) warnings.push(told(words.same, { last: `${before.major}.${before.minor}` }));
    else if (!signs.some(({ binds }) => binds.some(party => concerned.indexOf(party) >= 0))) warnings.push(words.nobody);
  } else {
    const kinds = (...of: readonly Change['kind'][]): readonly string[] => ids(changes.filter(({ kind }) => of.indexOf(kind) >= 0));
    const [reworded, rebound] = [kinds('added', 'removed', 'reworded'), ids(changes.filter(({ binds }) => binds))];
    const duties = ids(changes.filter(change => change.duties && (change.kind === 'reworded' || change.kind === 'refiled')));
    if (changes.length === 0) warnings.push(told(words.same, { last: `${before.major}.${before.minor}` }));
    if (reworded.length > 0) warnings.push(about(words.words, reworded));
    if (rebound.length > 0) warnings.push(about(words.binds, rebound));
    if (duties.length > 0) warnings.push(about(words.duties, duties));
  }
  const dropped = audiences.filter(({ id }) => before.audiences.indexOf(id) >= 0 && version.audiences.indexOf(id) < 0);
  if (dropped.length > 0) warnings.push(told(words.dropped, { audiences: listed(dropped.map(({ title }) => title)) }));
  return warnings;
}

const most = 12;

function about(text: Text, ids: readonly string[]): Text {
  return told(text, { ids: `${ids.slice(0, most).join(', ')}${ids.length > most ? ', …' : ''}` });
}

function told(text: Text, values: { readonly [name: string]: string | Text }): Text {
  return { en: fill(text.en, values, 'en'), cy: fill(text.cy, values, 'cy') };
}
