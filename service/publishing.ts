import { createHash } from 'node:crypto';
import type { Locale } from '../core/locale.ts';
import type { Person } from '../core/policies/person.ts';
import { type Policy, wordsOf } from '../core/policies/policy.ts';
import { lastOf, numberAfter, type Preview, previewOf } from '../core/policies/preview.ts';
import type { SchoolDays } from '../core/policies/school-days.ts';
import { signedTextOf } from '../core/policies/signed-text.ts';
import { isHere, type Setting, standings } from '../core/policies/standings.ts';
import type { SignedText, Version } from '../core/policies/version.ts';
import { policyPdf } from './documents/policy-pdf.ts';
import type { Signatures } from './signatures.ts';

/** A version that could be published, and its pages by language. */
export interface Draft {
  readonly version: Version;
  readonly pdfs: { readonly [L in Locale]?: Buffer };
}

/** What makes a policy a version. */
interface Making {
  readonly school: string;
  /** The version in force. */
  readonly last: Version | undefined;
  readonly minor: boolean;
  /** Ids of those who sign it. */
  readonly audiences: readonly string[];
  readonly now: Date;
  readonly days: SchoolDays;
}

/** Makes the next version of a policy: its number, its exact text in each language with its SHA-256, and its pages. Nothing is written. */
export async function draftOf(policy: Policy, { school, last, minor, audiences, now, days }: Making): Promise<Draft> {
  const { id, title, languages, clauses } = policy;
  const publishedAt = now.toISOString();
  const numbered = { title, languages, clauses, ...numberAfter(last, minor) };
  const texts: { [L in Locale]?: SignedText } = {};
  const pdfs: { [L in Locale]?: Buffer } = {};
  for (const language of languages) {
    const text = signedTextOf(numbered, language);
    const sha256 = sha256Of(text);
    const pdf = await policyPdf(numbered, language, { school, publishedAt, publishedOn: days.dayOf(publishedAt), sha256 });
    texts[language] = { text, sha256, pdfSha256: sha256Of(pdf) };
    pdfs[language] = pdf;
  }
  return { version: { policy: id, ...numbered, texts, audiences, publishedAt }, pdfs };
}

function sha256Of(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A draft with what publishing it will do. */
export interface Previewed extends Draft {
  readonly preview: Preview;
  readonly last: Version | undefined;
  /** Nothing but its number would differ from the version in force: neither words nor audiences. */
  readonly same: boolean;
}

/** What publishing a policy as its next version will do to this school's signatures. Nothing is written. */
export async function previewed(
  { desk, days, school, now }: Pick<Signatures, 'desk' | 'days' | 'school' | 'now'>,
  policy: Policy,
  { minor, audiences }: { readonly minor: boolean; readonly audiences: readonly string[] }
): Promise<Previewed> {
  const { people, versions } = await desk.remembered();
  const last = lastOf(policy.id, versions);
  const draft = await draftOf(policy, { school: school.config.school.name, last, minor, audiences, now: now(), days });
  const all = standings();
  for (let entries = await desk.ledger.from(0, page); entries.length > 0; entries = await desk.ledger.from(all.next(), page)) {
    entries.forEach(all.add);
  }
  const setting: Setting = { people, audiences: desk.audiences, versions, today: days.dayOf(now().toISOString()), days };
  const preview = previewOf(draft.version, all, setting);
  const signedAlike = last !== undefined && last.audiences.join() === audiences.join();
  return { ...draft, preview, last, same: signedAlike && preview.changes.length === 0 && sameFrame(last, draft.version) };
}

const page = 5000;

function sameFrame(last: Version, next: Version): boolean {
  const titles = ({ title, languages }: Version): string => languages.map(language => wordsOf(title, language, languages)).join('\n');
  return last.languages.join() === next.languages.join() && titles(last) === titles(next);
}

/**
 * Who publishes from the command line: the person with this address, else the school's coordinator, head or chair, else `command-line`. The ledger names
 * them by their id.
 */
export function actorIn(people: readonly Person[], today: string, address?: string): string | undefined {
  const present = people.filter(person => isHere(person, today));
  if (address !== undefined) return present.find(person => person.address === address)?.id;
  for (const role of ['coordinator', 'head', 'chair'] as const) {
    const found = present.find(({ roles }) => roles.includes(role));
    if (found) return found.id;
  }
  return 'command-line';
}
