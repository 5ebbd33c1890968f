import { createHmac } from 'node:crypto';
import { dateIn } from '../core/dates.ts';
import { fill, type Locale, type Text } from '../core/locale.ts';
import { domainOf, isOneOf } from '../core/mail/address.ts';
import { rules } from '../core/mail/rules/index.ts';
import type { Unanswered } from '../graph/http.ts';
import type { SentSource } from './config-sent.ts';
import { failure } from './failure.ts';
import type { Mail } from './post.ts';
import { escaped } from './routes/frame.ts';
import type { School } from './school.ts';
import type { Look, Seen, Span } from './sent-sources.ts';
import type { SentRecord, SentRecords } from './store/sent.ts';

/** What a school decided of looking. Throws a `Failure` where it did not, or where its assessment is dated in the future. */
export function sentSettings({ config, file }: School, today: string) {
  if (file === undefined)
    throw failure('file-missing', 'There is no beadle.yaml here. Name yours with --school, or write one with «beadle init».');
  const { sent } = config;
  if (!sent)
    throw failure(
      'wrong-config',
      `${file} does not switch this on. Looking at what was sent is monitoring: make a data-protection assessment, then write «sent: { dpia: { date: ${today}, by: … } }».`
    );
  if (sent.dpia.date > today)
    throw failure('wrong-config', `The assessment under «sent.dpia» is dated ${sent.dpia.date}. Nothing is looked at before that day.`);
  return sent;
}

/** What one look gave. */
export interface Looked {
  readonly source: SentSource | undefined;
  readonly fresh: readonly SentRecord[];
  /** How many mails told their sender. */
  readonly told: number;
  /** Why sources were not read, or not to their end. */
  readonly unread: readonly { readonly source: SentSource; readonly why: Unanswered }[];
}

/** Days after which a note would only puzzle. */
const freshDays = 3;

/**
 * Looks at the first source that can be read, keeps a record of each message that was not kept before, and tells their senders, once. Killed anywhere,
 * a message is counted once; its note may never come, and never comes twice.
 */
export async function lookAtSent(
  sources: readonly { readonly source: SentSource; readonly look: Look }[],
  span: Span,
  by: {
    readonly records: SentRecords;
    readonly key: string;
    readonly dayOf: (instant: string) => string;
    readonly tell: ((mail: Mail) => Promise<void>) | undefined;
    readonly school: School;
    readonly now: Date;
  }
): Promise<Looked> {
  const unread: { source: SentSource; why: Unanswered }[] = [];
  for (const { source, look } of sources) {
    const { seen, why } = await gathered(look(span));
    if (why) unread.push({ source, why });
    // What was seen of a source that broke off is true; the next look sees the rest.
    if (why && seen.length === 0) continue;
    const kept = await keep(seen, source, by);
    return { source, ...kept, unread };
  }
  return { source: undefined, fresh: [], told: 0, unread };
}

async function gathered(looking: ReturnType<Look>): Promise<{ readonly seen: readonly Seen[]; readonly why: Unanswered | undefined }> {
  const seen = new Map<string, Seen>();
  for (;;) {
    const { done, value } = await looking.next();
    if (done) return { seen: [...seen.values()], why: value };
    const before = seen.get(value.id);
    // One message, though several rules speak of it.
    seen.set(
      value.id,
      before
        ? { ...before, rules: [...new Set([...before.rules, ...value.rules])], went: before.went === 'perhaps' ? value.went : before.went }
        : value
    );
  }
}

async function keep(
  seen: readonly Seen[],
  source: SentSource,
  { records, key, dayOf, tell, school, now }: Parameters<typeof lookAtSent>[2]
): Promise<Pick<Looked, 'fresh' | 'told'>> {
  const named = seen.map(each => ({ each, message: pseudonym(key, each.id) }));
  const fresh = await records.add(
    named.map(({ each, message }) => ({ day: dayOf(each.at), message, rules: [...each.rules].sort(), source, went: each.went }))
  );
  if (!tell) return { fresh, told: 0 };
  const own = school.config.domains.staff;
  const since = dayOf(new Date(now.getTime() - freshDays * 86_400_000).toISOString());
  const bySender = new Map<string, { readonly day: string; readonly rules: readonly string[]; readonly message: string }[]>();
  for (const { each, message } of named) {
    const record = fresh.find(one => one.message === message);
    // Of what only may have gone nobody is told: whoever mended it after the warning would be blamed for it.
    if (!record || record.went !== 'sent' || record.day < since || !isOneOf(domainOf(each.sender), own)) continue;
    bySender.set(each.sender, [...(bySender.get(each.sender) ?? []), record]);
  }
  let told = 0;
  for (const [to, theirs] of bySender) {
    await tell(noteTo(to, theirs, school));
    told += 1;
  }
  return { fresh, told };
}

/** A message under a name that only the school's key makes. */
export function pseudonym(key: string, id: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(`sent ${id}`).digest('hex').slice(0, 32);
}

const note = {
  subject: { en: '{school}: about a mail that you sent', cy: '{school}: ynglŷn â neges a anfonoch' },
  begin: {
    en: 'The school’s policy asks for more care with mail such as this one of yours:',
    cy: 'Mae polisi’r ysgol yn gofyn am fwy o ofal gyda negeseuon fel hon a anfonoch:'
  },
  line: { en: '{date}: {title}', cy: '{date}: {title}' },
  end: {
    en: 'It may well have been right. Nobody else gets this note, and Beadle keeps neither your name nor what you wrote nor to whom. If you are unsure, ask the school’s e-safety coordinator.',
    cy: 'Mae’n ddigon posibl ei bod yn iawn. Nid oes neb arall yn cael y nodyn hwn, ac nid yw Beadle yn cadw eich enw, na’r hyn a ysgrifennoch, nac at bwy. Os ydych yn ansicr, gofynnwch i gydlynydd e-ddiogelwch yr ysgol.'
  }
} as const satisfies { readonly [line: string]: Text };

/** A quiet note to a sender, in the school's languages, of all that was seen of theirs: dates and the names of rules. */
function noteTo(
  to: string,
  theirs: readonly { readonly day: string; readonly rules: readonly string[]; readonly message: string }[],
  { config: { school } }: School
): Mail {
  const languages: readonly Locale[] = school.languages;
  const lines = languages.flatMap(lang => [
    note.begin[lang],
    ...theirs
      .slice(0, 20)
      .flatMap(({ day, rules: seen }) =>
        seen.map(id => fill(note.line[lang], { date: dateIn(lang, day), title: rules.find(rule => rule.id === id)?.title[lang] ?? id }))
      ),
    note.end[lang]
  ]);
  return {
    to,
    subject: languages.map(lang => fill(note.subject[lang], { school: school.name })).join(' | '),
    text: lines.join('\n\n'),
    html: lines.map(line => `<p>${escaped(line)}</p>`).join('\n'),
    language: languages[0]!,
    key: `sent-${theirs[0]!.message}`
  };
}
