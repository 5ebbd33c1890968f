import type { Check } from '../core/tenant/check.ts';
import type { Vendor } from '../core/tenant/snapshot.ts';
import type { PartReader, Read, Right, StreamReader } from '../graph/part.ts';

/** A right, and the checks that cannot do without it. */
export interface Need {
  readonly right: Right;
  readonly checks: readonly string[];
}

/** What is read of one vendor. */
export interface Readers {
  readonly vendor: Vendor;
  readonly parts: readonly PartReader[];
  readonly streams: readonly StreamReader[];
}

/**
 * The least rights for these checks at one vendor, in the order in which its readers are listed. Licences are always looked at, so that nothing is asked
 * for that they do not bring; that right serves every check.
 */
export function needsOf({ vendor, parts, streams }: Readers, running: readonly Check[]): readonly Need[] {
  const here = running.filter(({ vendors }) => vendors.includes(vendor));
  const needs = new Map<string, { readonly right: Right; readonly checks: Set<string> }>();
  const add = ({ rights }: Read, of: readonly Check[]): void => {
    if (of.length === 0) return;
    for (const right of rights) {
      const need = needs.get(right.name) ?? { right, checks: new Set<string>() };
      needs.set(right.name, need);
      for (const { id } of of) need.checks.add(id);
    }
  };
  for (const reader of parts) add(reader, reader.part === 'licences' ? here : here.filter(({ reads }) => reads.includes(reader.part)));
  for (const reader of streams)
    add(
      reader,
      here.filter(({ walks }) => walks === reader.stream)
    );
  return [...needs.values()].map(({ right, checks }) => ({ right, checks: [...checks] }));
}
