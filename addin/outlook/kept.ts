import { approvedIn } from '../../core/mail/approved.ts';
import { devicePolicyIn, type DevicePolicy, type SignedPolicy } from '../../core/mail/device.ts';
import type { Approved, Known } from '../../core/mail/policy.ts';
import type { VerdictRecord } from '../../core/mail/record.ts';
import { asked } from './asked.ts';

/** What follows the user from device to device: 32 KB of JSON for the whole add-in. Read at once, without any network. */
export type Settings = Pick<Office.RoamingSettings, 'get' | 'set' | 'remove' | 'saveAsync'>;

const names = {
  policy: 'beadle.policy',
  key: 'beadle.key',
  records: 'beadle.records',
  answers: 'beadle.answers',
  approvals: 'beadle.approvals'
} as const;

/** Bytes that each may take, as Outlook counts them; together they stay below 32 KB. */
export const room = { policy: 26.5 * 1024, key: 512, records: 2.5 * 1024, answers: 1024, approvals: 1024 } as const;
/** So many records wait at most. */
const mostRecords = 50;
/** Milliseconds after which a saving that did not answer counts as failed. */
const patience = 5000;

/** The policy that judges on this device. */
export interface Kept {
  readonly device: DevicePolicy;
  /** Whether its day is over. It still judges. */
  readonly old: boolean;
}

/** A policy as it is kept: with the mark by which the service tells whether there is a newer one. */
export interface KeptSigned extends SignedPolicy {
  readonly etag?: string;
}

/** Who somebody says an unknown address is, for the coordinator to approve. The address itself stays on the device. */
export interface Answer {
  /** The keyed hash of the normalised address. */
  readonly hash: string;
  readonly audience: Known['audience'] | 'outsider';
  /** Whether the address is at a private provider. */
  readonly provider: boolean;
  /** Whether the service has it. It goes on to count here until the school's own directory says so. */
  readonly sent?: true;
}

/** The policy on this device, or nothing where there is none that can be read. The pane has checked its signature before it was kept. */
export function keptPolicy(settings: Settings, now: Date): Kept | undefined {
  const signed = keptSigned(settings);
  const device = signed && devicePolicyIn(signed.payload);
  return device && { device, old: Date.parse(device.expires) <= now.getTime() };
}

/** The policy as it was signed, so that the pane can ask the service for a newer one. */
export function keptSigned(settings: Settings): KeptSigned | undefined {
  const found: unknown = settings.get(names.policy);
  return isSigned(found) ? found : undefined;
}

/** Keeps a policy whose signature is right. `false` where it is too large or could not be saved. */
export function keepPolicy(settings: Settings, { payload, kid, signature, etag }: KeptSigned): Promise<boolean> {
  const signed: KeptSigned = etag === undefined ? { payload, kid, signature } : { payload, kid, signature, etag };
  return kept(settings, names.policy, signed, room.policy);
}

/** The key that policies must be signed by: what the service said first, or what a key before it signed. */
export function keptKey(settings: Settings): unknown {
  return settings.get(names.key) as unknown;
}

/** Keeps the key, a public one as JWK. `false` where it is too large or could not be saved. */
export function keepKey(settings: Settings, key: object): Promise<boolean> {
  return kept(settings, names.key, key, room.key);
}

/** The records that wait for the pane to send them, oldest first. */
export function waitingRecords(settings: Settings): readonly VerdictRecord[] {
  return listIn(settings, names.records);
}

/** Keeps one more record, and waits so many milliseconds for it to be saved. Where there is no room, the oldest go. */
export function keepRecord(settings: Settings, record: VerdictRecord, within: number = patience): Promise<boolean> {
  if (sizeOf([record]) > room.records) return Promise.resolve(false);
  const records = fitting([...waitingRecords(settings), record].slice(-mostRecords), room.records);
  return kept(settings, names.records, records, room.records, within);
}

/** Puts records to those that wait, without saving. Where there is no room, the oldest go. */
export function addRecords(settings: Settings, more: readonly VerdictRecord[]): void {
  settings.set(names.records, fitting([...waitingRecords(settings), ...more].slice(-mostRecords), room.records));
}

/** Lets go of records that the service has. What came in the meantime stays. */
export function dropRecords(settings: Settings, sent: readonly VerdictRecord[]): Promise<boolean> {
  return dropped(settings, names.records, sent, room.records);
}

/** What was said of unknown addresses, oldest first. */
export function keptAnswers(settings: Settings): readonly Answer[] {
  return listIn(settings, names.answers);
}

/** Keeps what somebody said of an address, in place of what was said of it before. Where there is no room, the oldest go. */
export function keepAnswer(settings: Settings, answer: Answer): Promise<boolean> {
  const others = keptAnswers(settings).filter(({ hash }) => hash !== answer.hash);
  return kept(settings, names.answers, fitting([...others, answer], room.answers), room.answers);
}

/** Lets go of what was said of these addresses: it was said in error, or the school's own directory says it by now. */
export function dropAnswers(settings: Settings, hashes: readonly string[]): Promise<boolean> {
  const left = keptAnswers(settings).filter(({ hash }) => hashes.indexOf(hash) < 0);
  return kept(settings, names.answers, left, room.answers);
}

/** Notes that the service has these answers. One that was changed in the meantime is still to be sent. */
export function markSent(settings: Settings, sent: readonly Answer[]): Promise<boolean> {
  const gone = sent.map(each => JSON.stringify(each));
  const marked = keptAnswers(settings).map(each => (gone.indexOf(JSON.stringify(each)) < 0 ? each : { ...each, sent: true as const }));
  return kept(settings, names.answers, fitting(marked, room.answers), room.answers);
}

/** What the sender was given leave for, on this device. The pane has checked its signature before it was kept. */
export function keptApprovals(settings: Settings): readonly Approved[] {
  const signed = keptApprovalsSigned(settings);
  const found = signed && approvedIn(signed.payload);
  return found ? found.approved : [];
}

/** The same as it was signed. */
export function keptApprovalsSigned(settings: Settings): SignedPolicy | undefined {
  const found: unknown = settings.get(names.approvals);
  return isSigned(found) ? found : undefined;
}

/** Keeps what was given, once its signature is right. `false` where it is too large or could not be saved. */
export function keepApprovals(settings: Settings, { payload, kid, signature }: SignedPolicy): Promise<boolean> {
  return kept(settings, names.approvals, { payload, kid, signature }, room.approvals);
}

/** Bytes that a value takes as Outlook counts them: as JSON inside JSON, in UTF-8; of letters beyond the basic plane a little more than it is. */
export function sizeOf(value: unknown): number {
  const json = JSON.stringify(JSON.stringify(value));
  let size = json.length;
  for (let i = 0; i < json.length; i += 1) {
    const code = json.charCodeAt(i);
    if (code > 0x7f) size += code > 0x7ff ? 2 : 1;
  }
  return size;
}

function fitting<T>(list: readonly T[], most: number): readonly T[] {
  let first = 0;
  while (first < list.length && sizeOf(list.slice(first)) > most) first += 1;
  return list.slice(first);
}

function dropped<T>(settings: Settings, name: string, sent: readonly T[], most: number): Promise<boolean> {
  const gone = sent.map(each => JSON.stringify(each));
  const left = listIn<T>(settings, name).filter(each => gone.indexOf(JSON.stringify(each)) < 0);
  return kept(settings, name, left, most);
}

async function kept(settings: Settings, name: string, value: unknown, most: number, within = patience): Promise<boolean> {
  if (sizeOf(value) > most) return false;
  try {
    settings.set(name, value);
  } catch {
    return false;
  }
  return 'value' in (await asked<void>(answer => settings.saveAsync(answer), within));
}

function listIn<T>(settings: Settings, name: string): readonly T[] {
  const found: unknown = settings.get(name);
  return Array.isArray(found) ? (found as readonly T[]) : [];
}

function isSigned(found: unknown): found is SignedPolicy {
  // Of a number or a text none of these is a text either.
  return (
    !!found && ['payload', 'kid', 'signature'].every(name => typeof (found as { readonly [name: string]: unknown })[name] === 'string')
  );
}
