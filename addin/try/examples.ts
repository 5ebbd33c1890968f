import type { Locale, Text } from '../../core/locale.ts';
import { nextSchoolTime } from '../../core/mail/calendar.ts';
import type { Address, Attachment, Message } from '../../core/mail/message.ts';
import { bare, blank, clockOf, instantOf } from './compose.ts';
import { everybody, exampleSchool } from './school.ts';

/** A message to try. `shows` is the rule that speaks up; an example without one is a message with which all is well. */
export interface Example {
  readonly id: string;
  readonly title: Text;
  readonly shows?: string;
  /** The mail program hands over neither subject nor text. */
  readonly blind?: true;
  /** The message, in a language, given the instant at which it is asked for (milliseconds since 1970). */
  readonly mail: (now: number, locale: Locale) => Message;
}

interface Draft {
  readonly from?: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: Text;
  readonly text: Text;
  readonly kind?: 'reply' | 'forward';
  readonly attachments?: readonly Attachment[];
  /** Local time at the school; without it the message goes out in school hours. */
  readonly clock?: string;
}

/** The examples, in the order in which they are offered. */
export const examples: readonly Example[] = [
  {
    id: 'all-is-well',
    title: { en: 'All is well', cy: 'Mae popeth yn iawn' },
    mail: written({
      to: ['parent.one@family.example'],
      cc: ['head@school.example'],
      subject: { en: 'Reading record', cy: 'Cofnod darllen' },
      text: {
        en: 'Dear Parent One,\n\nThank you for signing the reading record every evening this week. It shows in class.\n\nWith best wishes,\nClass Teacher',
        cy: 'Annwyl Parent One,\n\nDiolch am lofnodi’r cofnod darllen bob nos yr wythnos hon. Mae’r gwahaniaeth i’w weld yn y dosbarth.\n\nCofion gorau,\nClass Teacher'
      }
    })
  },
  {
    id: 'head-left-out',
    title: { en: 'The head left out', cy: 'Heb gopi at y pennaeth' },
    shows: 'head-not-copied',
    mail: written({
      to: ['parent.three@home.example'],
      subject: { en: 'Swimming on Friday', cy: 'Nofio ddydd Gwener' },
      text: {
        en: 'Dear Parent Three,\n\nSwimming starts again on Friday. Please send a towel and a bag for wet things.\n\nWith best wishes,\nClass Teacher',
        cy: 'Annwyl Parent Three,\n\nMae nofio’n ailddechrau ddydd Gwener. Anfonwch dywel a bag i’r pethau gwlyb, os gwelwch yn dda.\n\nCofion gorau,\nClass Teacher'
      }
    })
  },
  {
    id: 'everybody-in-to',
    title: { en: 'Six parents in To', cy: 'Chwe rhiant yn At' },
    shows: 'crowd-in-the-open',
    mail: written({
      to: everybody.filter(({ shelf }) => shelf === 'parent').map(({ address }) => address),
      cc: ['head@school.example'],
      subject: { en: 'Class assembly', cy: 'Gwasanaeth y dosbarth' },
      text: {
        en: 'Dear all,\n\nOur class assembly is on Thursday at nine. Everybody at home is welcome.\n\nWith best wishes,\nClass Teacher',
        cy: 'Annwyl bawb,\n\nMae gwasanaeth y dosbarth ddydd Iau am naw. Mae croeso i bawb gartref.\n\nCofion gorau,\nClass Teacher'
      }
    })
  },
  {
    id: 'wrong-letter',
    title: { en: 'One wrong letter', cy: 'Un llythyren o’i lle' },
    shows: 'lookalike-address',
    mail: written({
      to: ['office@schoool.example'],
      subject: { en: 'Dinner numbers', cy: 'Niferoedd cinio' },
      text: {
        en: 'Hello,\n\nTwenty-six school dinners today, four packed lunches.\n\nThanks,\nClass Teacher',
        cy: 'Helo,\n\nDau ddeg chwech o giniawau ysgol heddiw, pedwar pecyn bwyd.\n\nDiolch,\nClass Teacher'
      }
    })
  },
  {
    id: 'own-mobile',
    title: { en: 'Own mobile number', cy: 'Rhif ffôn symudol' },
    shows: 'own-details-given',
    mail: written({
      to: ['pupil.one@pupils.school.example'],
      subject: { en: 'Your model bridge', cy: 'Dy fodel o bont' },
      text: {
        en: 'Hello,\n\nYour bridge held eleven books. If you get stuck with the drawing, ring me on my mobile, 07700 900123.\n\nClass Teacher',
        cy: 'Helo,\n\nDaliodd dy bont un ar ddeg o lyfrau. Os cei di drafferth gyda’r llun, ffonia fi ar fy ffôn symudol, 07700 900123.\n\nClass Teacher'
      }
    })
  },
  {
    id: 'late-to-pupil',
    title: { en: 'Late at night to a pupil', cy: 'Yn hwyr y nos at ddisgybl' },
    shows: 'pupil-out-of-hours',
    mail: written({
      to: ['pupil.three@pupils.school.example'],
      subject: { en: 'Your poem', cy: 'Dy gerdd' },
      text: {
        en: 'Hello,\n\nI have read your poem and written a few notes beside it. We shall look at it together in the lesson.\n\nClass Teacher',
        cy: 'Helo,\n\nRwyf wedi darllen dy gerdd ac wedi ysgrifennu ychydig o nodiadau wrth ei hochr. Edrychwn arni gyda’n gilydd yn y wers.\n\nClass Teacher'
      },
      clock: '21:40'
    })
  },
  {
    id: 'open-file',
    title: { en: 'An open spreadsheet', cy: 'Taenlen heb ei diogelu' },
    shows: 'unprotected-attachment',
    mail: written({
      to: ['nurse@health.example'],
      cc: ['head@school.example'],
      subject: { en: 'Flu vaccination', cy: 'Brechiad y ffliw' },
      text: {
        en: 'Dear colleague,\n\nHere is the list of Year 5 with allergies and doctors, as you asked.\n\nWith best wishes,\nClass Teacher',
        cy: 'Annwyl gydweithiwr,\n\nDyma restr Blwyddyn 5 gydag alergeddau a meddygon, fel y gofynnwyd.\n\nCofion gorau,\nClass Teacher'
      },
      attachments: [{ name: 'year-5-medical-list.xlsx', size: 18432, content: { unread: 'unsupported' } }]
    })
  },
  {
    id: 'pass-it-on',
    title: { en: 'A chain letter', cy: 'Llythyr cadwyn' },
    shows: 'chain-letter',
    mail: written({
      to: ['office@school.example', 'deputy@school.example'],
      subject: { en: 'Fwd: PLEASE READ - do not break the chain!!!', cy: 'Fwd: DARLLENWCH - peidiwch â thorri’r gadwyn!!!' },
      text: {
        en: 'This is not a joke!!! A new virus wipes every telephone that opens a picture of a birthday cake.\n\nForward this to ten friends before midnight. If you break the chain you will have seven years of bad luck. Send it to everyone you know!',
        cy: 'Nid jôc yw hon!!! Mae feirws newydd yn dileu pob ffôn sy’n agor llun o gacen ben-blwydd.\n\nAnfonwch y neges hon ymlaen at ddeg ffrind cyn hanner nos. Os torrwch y gadwyn cewch saith mlynedd o anlwc. Anfonwch hi at bawb rydych yn eu hadnabod!'
      },
      kind: 'forward'
    })
  },
  {
    id: 'own-account',
    title: { en: 'From one’s own account', cy: 'O gyfrif personol' },
    shows: 'sent-from-personal-account',
    mail: written({
      from: 'class.teacher@mailbox.example',
      to: ['parent.four@home.example'],
      cc: ['head@school.example'],
      subject: { en: 'Parents’ evening', cy: 'Noson rieni' },
      text: {
        en: 'Dear Parent Four,\n\nYour time at the parents’ evening is ten past five.\n\nWith best wishes,\nClass Teacher',
        cy: 'Annwyl Parent Four,\n\nEich amser yn y noson rieni yw deng munud wedi pump.\n\nCofion gorau,\nClass Teacher'
      }
    })
  },
  {
    id: 'unread-text',
    title: { en: 'The text cannot be read', cy: 'Ni ellir darllen y testun' },
    blind: true,
    mail: written({
      to: ['parent.one@family.example'],
      cc: ['head@school.example'],
      subject: { en: 'Reading record', cy: 'Cofnod darllen' },
      text: {
        en: 'Dear Parent One,\n\nThe reading record was not in the bag today.\n\nClass Teacher',
        cy: 'Annwyl Parent One,\n\nNid oedd y cofnod darllen yn y bag heddiw.\n\nClass Teacher'
      }
    })
  }
];

function written({
  from = 'teacher@school.example',
  to = [],
  cc = [],
  subject,
  text,
  kind,
  attachments = [],
  clock
}: Draft): Example['mail'] {
  return (now, locale) => {
    const { calendar } = exampleSchool;
    const day = nextSchoolTime(now, calendar) || new Date(now).toISOString();
    const at = clock ? instantOf(`${clockOf(day, calendar).slice(0, 10)}T${clock}`, calendar) || day : day;
    return {
      ...blank(somebody(from), at),
      addressed: { value: { to: to.map(somebody), cc: cc.map(somebody), bcc: [] } },
      subject: { value: subject[locale] },
      body: { value: { format: 'text', content: text[locale] } },
      attachments: { value: attachments },
      thread: { value: { kind: kind || 'new', earlier: { value: [] } } }
    };
  };
}

function somebody(address: string): Address {
  const found = everybody.find(each => each.address === address);
  return found ? bare(found) : { name: '', address };
}
