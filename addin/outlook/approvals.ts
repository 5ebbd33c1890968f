import { approvedIn } from '../../core/mail/approved.ts';
import type { SignedPolicy } from '../../core/mail/device.ts';
import type { Locale } from '../../core/locale.ts';
import type { Counts } from '../../core/mail/approved.ts';
import { isGenuine } from './fetch-policy.ts';
import { keepApprovals, keptApprovalsSigned, type Settings } from './kept.ts';
import { call, type Service } from './service.ts';

/** How a message stands for which the sender asked leave, as the service says. */
export interface Asked {
  readonly key: string;
  readonly state: 'asked' | 'given' | 'refused' | 'withdrawn' | 'expired' | 'closed';
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly reason?: string;
}

/** What the sender asks for. */
export interface Asking {
  /** Names this one form: sending it twice asks once. */
  readonly once: string;
  readonly kind: 'send' | 'external-mail';
  readonly key: string;
  readonly people: Counts;
  readonly note: string;
  readonly language: Locale;
  /** Only where the sender ticked that it goes along. */
  readonly text?: { readonly subject: string; readonly body: string };
}

/** What came of it: how each message stands; or a sentence that says what to put right; or nothing, where the service does not offer it or did not answer. */
export type Answered = { readonly asked: readonly Asked[] } | { readonly refused: string } | undefined;

const path = '/outlook/api/approvals';

/** Learns what the sender was given leave for, and keeps it where it is signed by the key that this device trusts. Never rejects. */
export function fetchApprovals(settings: Settings, service: Service): Promise<Answered> {
  return answered(settings, service, undefined);
}

/** Asks for leave to send one message. Never rejects. */
export function askApproval(settings: Settings, service: Service, asking: Asking): Promise<Answered> {
  return answered(settings, service, asking);
}

async function answered(settings: Settings, service: Service, send: Asking | undefined): Promise<Answered> {
  const answer = await call(service, send ? { path, send } : { path });
  if ('trouble' in answer || answer.status !== 200) return undefined;
  const body = answer.body as (Partial<SignedPolicy> & { readonly asked?: unknown; readonly refused?: unknown }) | null | undefined;
  if (!body) return undefined;
  if (typeof body.refused === 'string') return { refused: body.refused };
  const { payload, kid, signature, asked } = body;
  if (typeof payload !== 'string' || typeof kid !== 'string' || typeof signature !== 'string' || !Array.isArray(asked)) return undefined;
  const signed: SignedPolicy = { payload, kid, signature };
  if (isNewer(payload, settings) && (await isGenuine(signed, settings))) await keepApprovals(settings, signed);
  return { asked: (asked as readonly Asked[]).filter(each => typeof each.key === 'string' && typeof each.state === 'string') };
}

/** Somebody who repeats an answer of last month must not bring back what was taken back since. */
function isNewer(payload: string, settings: Settings): boolean {
  const fresh = approvedIn(payload);
  const before = approvedIn(keptApprovalsSigned(settings)?.payload);
  if (!fresh) return false;
  const last = before ? Date.parse(before.issued) : NaN;
  return !(last > Date.parse(fresh.issued) && last <= Date.now());
}
