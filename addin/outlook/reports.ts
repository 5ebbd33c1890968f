import type { mailCategories, Subject } from '../../core/incidents/incident.ts';
import type { Locale, Text } from '../../core/locale.ts';
import { call, type Service, type Trouble } from './service.ts';

/** What the service says of reporting to whoever is signed in. */
export interface Reporting {
  /** Whether the school knows this account as somebody. */
  readonly known: boolean;
  /** Whom to speak to about a child. */
  readonly lead: Text;
  /** Whom outside the school to turn to where nobody in it may have a report. */
  readonly outside: Text;
}

/** A report of one mail as it leaves this device. */
export interface MailReport {
  readonly kind: (typeof mailCategories)[number];
  /** Names this one form: sending it twice reports once. */
  readonly once: string;
  readonly note: string;
  /** Whom it is about, as the reporter names them. */
  readonly about: string;
  readonly aboutRoles: readonly Subject[];
  readonly personal: boolean;
  readonly language: Locale;
  /** Only where the reporter ticked that they go along. */
  readonly sender?: { readonly name: string; readonly address: string };
  readonly subject?: string;
}

/** What came of a report. */
export type Reported = { readonly reference: string; readonly routed: boolean } | { readonly refused: string } | { readonly unknown: true };

const path = '/outlook/api/reports';

/** Asks whether a report can be made, and whom to speak to. Never rejects. */
export async function fetchReporting(service: Service): Promise<Reporting | { readonly trouble: Trouble }> {
  const answer = await call(service, { path });
  if ('trouble' in answer) return answer;
  const body = answer.body as Partial<Reporting> | null | undefined;
  const isText = (text: unknown): text is Text =>
    typeof text === 'object' && text !== null && 'en' in text && typeof text.en === 'string' && 'cy' in text && typeof text.cy === 'string';
  if (!body || typeof body.known !== 'boolean' || !isText(body.lead) || !isText(body.outside)) return { trouble: 'unreachable' };
  return { known: body.known, lead: body.lead, outside: body.outside };
}

/** Hands a report over; of a worry about a child nothing but that there was one. Never rejects. */
export async function sendReport(
  service: Service,
  report: MailReport | { readonly kind: 'child' }
): Promise<Reported | { readonly trouble: Trouble }> {
  const answer = await call(service, { path, send: report });
  if ('trouble' in answer) return answer;
  const body = answer.body as
    | { readonly reference?: unknown; readonly routed?: unknown; readonly refused?: unknown; readonly unknown?: unknown }
    | null
    | undefined;
  if (!body) return { trouble: 'unreachable' };
  const { reference, routed, refused, unknown } = body;
  if (typeof reference === 'string') return { reference, routed: routed !== false };
  if (typeof refused === 'string') return { refused };
  return unknown === true ? { unknown } : { trouble: 'unreachable' };
}
