/**
 * What a school may decide of one rule, declared once inside the rule: `beadle.yaml`, its schema, the README and the page all read it from there.
 * `says` is a short English phrase for the comment in `beadle.yaml`.
 */
export type Setting =
  | { readonly kind: 'flag'; readonly default: boolean; readonly says: string }
  | { readonly kind: 'count'; readonly default: number; readonly least: number; readonly most: number; readonly says: string }
  | { readonly kind: 'choice'; readonly of: readonly string[]; readonly default: string; readonly says: string }
  | { readonly kind: 'choices'; readonly of: readonly string[]; readonly default: readonly string[]; readonly says: string }
  | { readonly kind: 'list'; readonly default: readonly string[]; readonly says: string };

export type Settings = { readonly [name: string]: Setting };

/** The values a rule is given: what the school decided, or the default. */
export type Decided<S extends Settings> = { readonly [N in keyof S]: ValueOf<S[N]> };

type ValueOf<S extends Setting> = S extends { kind: 'flag' }
  ? boolean
  : S extends { kind: 'count' }
    ? number
    : S extends { kind: 'choice'; of: readonly (infer C)[] }
      ? C
      : S extends { kind: 'choices'; of: readonly (infer C)[] }
        ? readonly C[]
        : readonly string[];

/** Fills what the school left open with the rule's defaults. */
export function decide<S extends Settings>(settings: S, school: { readonly [name: string]: unknown } = {}): Decided<S> {
  const decided: { [name: string]: unknown } = {};
  for (const name of Object.keys(settings)) decided[name] = school[name] === undefined ? settings[name]!.default : school[name];
  return decided as Decided<S>;
}
