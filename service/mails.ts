import { fill, type Locale, type Text, type Values } from '../core/locale.ts';
import type { Mail } from './post.ts';
import { escaped } from './routes/frame.ts';

/** What a mail of ours is for. */
type Purpose =
  | 'asked'
  | 'reminded'
  | 'answered'
  | 'late'
  | 'code'
  | 'again'
  | 'receipt'
  | 'checkpoint'
  | 'report'
  | 'item'
  | 'approval'
  | 'registers'
  | 'tab';

interface Words {
  readonly subject: Text;
  readonly greeting?: Text;
  readonly lines: readonly Text[];
  /** The words of the one thing to click. */
  readonly button?: Text;
  /** Smaller, at the end. */
  readonly notes: readonly Text[];
}

const hello: Text = { en: 'Dear {name},', cy: 'Annwyl {name},' };
const why: Text = {
  en: 'You get this mail because {school} has your address. If it is not meant for you, leave it; nothing happens.',
  cy: 'Rydych yn cael y neges hon am fod eich cyfeiriad gan {school}. Os nad i chi y mae hi, gadewch hi; ni fydd dim yn digwydd.'
};
const alone: Text = {
  en: 'The link is for you alone and good once, until {until}. Please do not pass it on.',
  cy: 'I chi’n unig y mae’r ddolen. Gellir ei defnyddio unwaith, hyd {until}. Peidiwch â’i hanfon ymlaen.'
};

const words: { readonly [P in Purpose]: Words } = {
  asked: {
    subject: { en: '{school} asks you to read and sign', cy: 'Mae {school} yn gofyn ichi ddarllen a llofnodi' },
    greeting: hello,
    lines: [
      {
        en: 'There is something for you to read and sign. It takes about a minute, on a phone as well.',
        cy: 'Mae rhywbeth ichi ei ddarllen a’i lofnodi. Mae’n cymryd tua munud, ar ffôn hefyd.'
      },
      {
        en: 'The page will ask for a code, which we then send to this address.',
        cy: 'Bydd y dudalen yn gofyn am god, a anfonwn wedyn i’r cyfeiriad hwn.'
      }
    ],
    button: { en: 'Read and sign', cy: 'Darllen a llofnodi' },
    notes: [alone, why]
  },
  reminded: {
    subject: { en: '{school}: something still waits for you', cy: '{school}: mae rhywbeth yn dal i aros amdanoch' },
    greeting: hello,
    lines: [
      {
        en: 'Something still waits for you to read and sign. It takes about a minute, on a phone as well.',
        cy: 'Mae rhywbeth yn dal i aros ichi ei ddarllen a’i lofnodi. Mae’n cymryd tua munud, ar ffôn hefyd.'
      },
      { en: 'If you have a question, you can ask it on the same page.', cy: 'Os oes gennych gwestiwn, gallwch ei ofyn ar yr un dudalen.' }
    ],
    button: { en: 'Read and sign', cy: 'Darllen a llofnodi' },
    notes: [alone, why]
  },
  answered: {
    subject: { en: '{school}: an answer for you', cy: '{school}: ateb i chi' },
    greeting: hello,
    lines: [
      { en: 'When you signed «{title}», you asked: {question}', cy: 'Pan lofnodoch «{title}», gofynnoch: {question}' },
      { en: 'The answer: {answer}', cy: 'Yr ateb: {answer}' },
      { en: 'Your signature stands as it is.', cy: 'Mae eich llofnod yn sefyll fel y mae.' }
    ],
    notes: [why]
  },
  late: {
    subject: { en: '{school}: somebody waits for a word from you', cy: '{school}: mae rhywun yn aros am air gennych' },
    greeting: hello,
    lines: [
      {
        en: 'These people have been reminded and have not signed: {people}. You are told as their line manager, or because they have none.',
        cy: 'Mae’r bobl hyn wedi’u hatgoffa ac nid ydynt wedi llofnodi: {people}. Rhoddir gwybod i chi fel eu rheolwr llinell, neu am nad oes ganddynt un.'
      },
      { en: 'A word from you may help.', cy: 'Gallai gair gennych helpu.' }
    ],
    notes: [why]
  },
  code: {
    subject: { en: 'Your code for {school}', cy: 'Eich cod ar gyfer {school}' },
    lines: [
      { en: 'Your code is {code}', cy: 'Eich cod yw {code}' },
      {
        en: 'Type it on the page that you opened. It is good for 10 minutes.',
        cy: 'Teipiwch ef ar y dudalen a agorwyd gennych. Bydd yn gweithio am 10 munud.'
      }
    ],
    notes: [
      {
        en: 'Nobody from {school} will ever ask you for this code. If you did not open the page, leave this mail.',
        cy: 'Ni fydd neb o {school} byth yn gofyn ichi am y cod hwn. Os na wnaethoch agor y dudalen, gadewch y neges hon.'
      }
    ]
  },
  again: {
    subject: { en: 'Your new link to {school}', cy: 'Eich dolen newydd i {school}' },
    greeting: hello,
    lines: [{ en: 'Here is the new link that you asked for.', cy: 'Dyma’r ddolen newydd y gofynnoch amdani.' }],
    button: { en: 'Open the page', cy: 'Agor y dudalen' },
    notes: [alone, why]
  },
  receipt: {
    subject: { en: '{school}: your receipt', cy: '{school}: eich derbynneb' },
    greeting: hello,
    lines: [
      { en: 'Thank you. Your receipt is attached to this mail.', cy: 'Diolch. Mae eich derbynneb ynghlwm wrth y neges hon.' },
      {
        en: 'Keep it: it proves what you signed and when, without us. If you did not sign anything, tell the school now.',
        cy: 'Cadwch hi: mae’n profi beth a lofnodoch a phryd, hebom ni. Os na lofnodoch ddim, rhowch wybod i’r ysgol nawr.'
      }
    ],
    notes: [why]
  },
  approval: {
    subject: {
      en: '{school}: something waits for you about an approval',
      cy: '{school}: mae rhywbeth yn aros amdanoch ynghylch cymeradwyaeth'
    },
    lines: [
      {
        en: 'Something waits for you about an approval. Open the page where nobody else can see your screen. It will ask for a code, which we then send to this address.',
        cy: 'Mae rhywbeth yn aros amdanoch ynghylch cymeradwyaeth. Agorwch y dudalen lle na all neb arall weld eich sgrin. Bydd yn gofyn am god, a anfonwn wedyn i’r cyfeiriad hwn.'
      }
    ],
    button: { en: 'Open the page', cy: 'Agor y dudalen' },
    notes: [alone]
  },
  registers: {
    subject: {
      en: '{school}: something falls due in a register that you keep',
      cy: '{school}: mae rhywbeth i’w wneud mewn cofrestr yr ydych yn ei chadw'
    },
    lines: [
      {
        en: 'Something falls due, or is overdue, in a register that you keep. The page asks you to sign in.',
        cy: 'Mae rhywbeth i’w wneud, neu’n hwyr, mewn cofrestr yr ydych yn ei chadw. Bydd y dudalen yn gofyn ichi fewngofnodi.'
      }
    ],
    button: { en: 'Open the registers', cy: 'Agor y cofrestri' },
    notes: []
  },
  item: {
    subject: { en: '{school}: you have a confidential item', cy: '{school}: mae gennych eitem gyfrinachol' },
    lines: [
      {
        en: 'You have a confidential item. Open the page where nobody else can see your screen. It will ask for a code, which we then send to this address.',
        cy: 'Mae gennych eitem gyfrinachol. Agorwch y dudalen lle na all neb arall weld eich sgrin. Bydd yn gofyn am god, a anfonwn wedyn i’r cyfeiriad hwn.'
      }
    ],
    button: { en: 'Open the page', cy: 'Agor y dudalen' },
    notes: [alone]
  },
  tab: {
    subject: { en: '{school}: your link to Beadle', cy: '{school}: eich dolen i Beadle' },
    greeting: hello,
    lines: [
      {
        en: 'With this link you sign in to Beadle. The page will ask for a code, which we then send to this address.',
        cy: 'Gyda’r ddolen hon rydych yn mewngofnodi i Beadle. Bydd y dudalen yn gofyn am god, a anfonwn wedyn i’r cyfeiriad hwn.'
      }
    ],
    button: { en: 'Sign in', cy: 'Mewngofnodi' },
    notes: [
      {
        en: 'The link is for you alone and good once, for half an hour. If you did not ask for it, leave it; nothing happens.',
        cy: 'I chi’n unig y mae’r ddolen. Gellir ei defnyddio unwaith, am hanner awr. Os na ofynnoch amdani, gadewch hi; ni fydd dim yn digwydd.'
      }
    ]
  },
  checkpoint: {
    subject: { en: '{school}: today’s checkpoint', cy: '{school}: pwynt gwirio heddiw' },
    lines: [
      {
        en: 'The checkpoint of today’s records is attached. There is nothing to do: keep this mail, so that nobody can change the records unnoticed.',
        cy: 'Mae pwynt gwirio cofnodion heddiw ynghlwm. Nid oes dim i’w wneud: cadwch y neges hon, fel na all neb newid y cofnodion heb i rywun sylwi.'
      }
    ],
    notes: []
  },
  report: {
    subject: { en: '{school}: your report', cy: '{school}: eich adroddiad' },
    lines: [
      {
        en: 'The report on how the school keeps its acceptable-use policy is attached. It opens in any browser and needs no connection.',
        cy: 'Mae’r adroddiad ar sut y mae’r ysgol yn cadw ei pholisi defnydd derbyniol ynghlwm. Mae’n agor mewn unrhyw borwr ac nid oes angen cysylltiad arno.'
      },
      {
        en: 'It says what could make the school easy to attack. Please do not pass it on.',
        cy: 'Mae’n dweud beth allai ei gwneud yn hawdd ymosod ar yr ysgol. Peidiwch â’i anfon ymlaen.'
      }
    ],
    notes: [why]
  }
};

/** What a mail is made of beside its words. `link` is the whole address with its secret. */
export interface MailParts {
  readonly to: string;
  readonly language: Locale;
  /** The languages of the school: a mail is written in the person's first, and then in the others. */
  readonly languages: readonly Locale[];
  readonly values: Values & { readonly school: string };
  readonly link?: string;
  readonly key?: string;
  readonly files?: Mail['files'];
}

/** A mail with the words of its purpose, as text and as HTML, in the person's language first. */
export function mailFor(purpose: Purpose, { to, language, languages, values, link, key, files }: MailParts): Mail {
  const say = words[purpose];
  const inOrder = [language, ...languages.filter(other => other !== language)];
  const text = inOrder.map(locale => textIn(say, locale, values, link)).join(`\n\n${'-'.repeat(40)}\n\n`);
  const html = inOrder.map(locale => `<div lang="${locale}">\n${htmlIn(say, locale, values, link)}\n</div>`).join('\n<hr>\n');
  return {
    to,
    subject: fill(say.subject[language], values, language),
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<title>${escaped(fill(say.subject[language], values, language))}</title>\n</head>\n<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 34em">\n${html}\n</body>\n</html>\n`,
    language,
    ...(key !== undefined && { key }),
    ...(files && { files })
  };
}

function textIn({ greeting, lines, button, notes }: Words, locale: Locale, values: Values, link: string | undefined): string {
  const said = (text: Text): string => fill(text[locale], values, locale);
  return [
    ...(greeting ? [said(greeting)] : []),
    ...lines.map(said),
    ...(button && link ? [`${said(button)}:\n${link}`] : []),
    ...notes.map(said)
  ].join('\n\n');
}

function htmlIn({ greeting, lines, button, notes }: Words, locale: Locale, values: Values, link: string | undefined): string {
  const said = (text: Text): string => escaped(fill(text[locale], values, locale));
  return [
    ...(greeting ? [`<p>${said(greeting)}</p>`] : []),
    ...lines.map(line => `<p>${said(line)}</p>`),
    ...(button && link
      ? [
          `<p><a href="${escaped(link)}" style="display: inline-block; padding: 10px 20px; border-radius: 8px; background: #14534f; color: #ffffff; text-decoration: none; font-weight: bold">${said(button)}</a></p>`
        ]
      : []),
    ...notes.map(note => `<p style="font-size: 14px; color: #5b5f66">${said(note)}</p>`)
  ].join('\n');
}
