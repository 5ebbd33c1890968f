import { randomUUID } from 'node:crypto';
import type { Draft, Letter } from '../../addin/demonstration/api.ts';
import { dateIn, dayAt, type Offset } from '../../core/dates.ts';
import type { Text } from '../../core/locale.ts';
import type { Mail, Post } from '../post.ts';
import type { Keeping } from './kept.ts';
import { domains, people } from './people.ts';
import { personas } from './personas.ts';
import { schoolName } from './school.ts';

/** A day and a time as people write them: `Tuesday 24 November 2026, 08:40`. */
export function wordsAt(at: Date, offsets: readonly Offset[]): Text {
  const iso = at.toISOString();
  const day = dayAt(iso, offsets);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  }).format(at);
  const weekday = (language: string): string =>
    new Intl.DateTimeFormat(language, { timeZone: 'Europe/London', weekday: 'long' }).format(at);
  return { en: `${weekday('en-GB')} ${dateIn('en', day)}, ${clock}`, cy: `${weekday('cy')} ${dateIn('cy', day)}, ${clock}` };
}

interface Parts {
  readonly keeping: Keeping;
  readonly now: () => Date;
  readonly offsets: readonly Offset[];
}

/** Files that came with letters, by the place where the page finds them. */
export type Files = Map<string, { readonly type: string; readonly content: string | Buffer }>;

/** The post of the demonstration: nothing leaves, and what is for somebody through whose eyes one can look lies in their inbox. */
export function postInto({ keeping, now, offsets }: Parts, files: Files): Post {
  return {
    send: async mail => {
      const letter = letterOf(mail, { at: now(), offsets }, files);
      keeping.change(kept => {
        kept.sent += 1;
        if (personas.some(({ address }) => address === mail.to)) kept.letters.unshift({ ...letter, box: mail.to });
      });
    },
    close: () => {}
  };
}

function letterOf(mail: Mail, { at, offsets }: { readonly at: Date; readonly offsets: readonly Offset[] }, files: Files): Letter {
  const id = randomUUID();
  const known = people.find(({ address }) => address === mail.to);
  return {
    id,
    at: at.toISOString(),
    words: wordsAt(at, offsets),
    from: { name: schoolName, address: `aup@${domains.staff}` },
    to: [{ name: known?.name ?? mail.to, address: mail.to }],
    subject: mail.subject,
    body: mail.text,
    ours: true,
    attachments: (mail.files ?? []).map(({ name, type, content }, i) => {
      const href = `/demonstration/letters/${id}/${i}/${encodeURIComponent(name)}`;
      files.set(href, { type, content });
      // A demonstration that runs for days must not grow for ever.
      for (const old of files.keys()) {
        if (files.size <= 200) break;
        files.delete(old);
      }
      return { name, href };
    })
  };
}

/** To some families of one class, all in the open and the head not copied in. */
export const tripDraft: Draft = {
  to: [
    'parent.7@family.example',
    'parent.10@family.example',
    'parent.13@family.example',
    'parent.16@family.example',
    'parent.19@family.example'
  ],
  cc: [],
  bcc: [],
  subject: 'Trip on Friday',
  body: 'Dear all,\n\nthe trip to the museum starts at 9. Please bring a coat and a packed lunch.\n\nTeacher Seven'
};

/** What people wrote to one another before the demonstration began. */
export function written(at: Date, offsets: readonly Offset[]): readonly (Letter & { readonly box: string })[] {
  const letter = (
    minutes: number,
    from: string,
    to: string,
    subject: string,
    body: string,
    reply?: Partial<Draft>
  ): Letter & { readonly box: string } => {
    const when = new Date(at.getTime() - minutes * 60_000);
    const person = (address: string) => ({ name: people.find(each => each.address === address)?.name ?? address, address });
    return {
      id: `written-${minutes}`,
      box: to,
      at: when.toISOString(),
      words: wordsAt(when, offsets),
      from: person(from),
      to: [person(to)],
      subject,
      body,
      ours: false,
      attachments: [],
      ...(reply ? { reply: { to: [from], cc: [], bcc: [], subject: `Re: ${subject}`, body: '', ...reply } } : {})
    };
  };
  const teacher = `teacher.seven@${domains.staff}`;
  const head = `head@${domains.staff}`;
  return [
    letter(
      25,
      'parent.7@family.example',
      teacher,
      'Friday',
      'Good morning,\n\nwhen does the trip start on Friday, and does my child need money?\n\nParent 7',
      {
        body: 'Good morning,\n\nit starts at 9, and no money is needed.\n\nTeacher Seven'
      }
    ),
    letter(70, head, teacher, 'The trip', 'Could you write to the families about Friday today, please?\n\nHeadteacher', tripDraft),
    letter(960, 'parent.12@cartref.example', teacher, 'Llyfr darllen', 'Helo,\n\na ddaeth y llyfr darllen yn ôl?\n\nParent 12', {
      body: 'Helo,\n\ndo, diolch yn fawr.\n\nTeacher Seven'
    }),
    letter(
      130,
      `esafety@${domains.staff}`,
      head,
      'Phones and pictures',
      'The new page is out since yesterday evening; everybody is asked this morning.\n\nSafety Coordinator'
    ),
    letter(
      180,
      head,
      `esafety@${domains.staff}`,
      'Governors on Thursday',
      'Can you tell me by Thursday who has not signed, and what last night’s audit says?\n\nHeadteacher'
    ),
    letter(
      55,
      teacher,
      `it@${domains.staff}`,
      'Laptop',
      'My laptop does not lock by itself any more when I walk away. Is that meant to be so?\n\nTeacher Seven'
    )
  ];
}
