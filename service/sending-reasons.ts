import type { Text } from '../core/locale.ts';

/** Why something did not go out, or is not known to have; and what somebody can do. Closed, so that each has its words. */
export const sendingReasons = {
  blocked: {
    what: { en: 'They have blocked Beadle in Teams.', cy: 'Maent wedi rhwystro Beadle yn Teams.' },
    next: { en: 'Ask them to allow it again, or give them a link.', cy: 'Gofynnwch iddynt ei ganiatáu eto, neu rhowch ddolen iddynt.' }
  },
  'not-installed': {
    what: { en: 'Beadle is not installed for them in Teams.', cy: 'Nid yw Beadle wedi’i osod ar eu cyfer yn Teams.' },
    next: {
      en: 'Ask IT support to install it for them in the Teams admin centre.',
      cy: 'Gofynnwch i’r cymorth TG ei osod ar eu cyfer yng nghanolfan weinyddu Teams.'
    }
  },
  'switched-off': {
    what: { en: 'Beadle is switched off in the school’s Teams.', cy: 'Mae Beadle wedi’i ddiffodd yn Teams yr ysgol.' },
    next: {
      en: 'Ask IT support to allow it in the Teams admin centre.',
      cy: 'Gofynnwch i’r cymorth TG ei ganiatáu yng nghanolfan weinyddu Teams.'
    }
  },
  'no-account': {
    what: { en: 'They have no account in Teams that we know.', cy: 'Nid oes ganddynt gyfrif yn Teams hyd y gwyddom.' },
    next: { en: 'Add their account to the list of people.', cy: 'Ychwanegwch eu cyfrif at y rhestr pobl.' }
  },
  'no-address': {
    what: { en: 'No mail address of theirs is known.', cy: 'Nid oes cyfeiriad e-bost ar eu cyfer.' },
    next: {
      en: 'Add one to the list of people, or ask them in person.',
      cy: 'Ychwanegwch un at y rhestr pobl, neu gofynnwch iddynt wyneb yn wyneb.'
    }
  },
  'no-person': {
    what: { en: 'They are no longer on the list of people.', cy: 'Nid ydynt ar y rhestr pobl mwyach.' },
    next: { en: 'Nothing is to be done.', cy: 'Nid oes dim i’w wneud.' }
  },
  'chat-gone': {
    what: { en: 'Their chat with Beadle in Teams is gone.', cy: 'Mae eu sgwrs gyda Beadle yn Teams wedi diflannu.' },
    next: { en: 'Ask them to open Beadle in Teams once more.', cy: 'Gofynnwch iddynt agor Beadle yn Teams unwaith eto.' }
  },
  refused: {
    what: { en: 'Teams or the mail server refused the message.', cy: 'Gwrthododd Teams neu’r gweinydd e-bost y neges.' },
    next: { en: 'Ask IT support to look into the log.', cy: 'Gofynnwch i’r cymorth TG edrych yn y log.' }
  },
  'gave-up': {
    what: { en: 'It was tried many times without success.', cy: 'Ceisiwyd lawer gwaith heb lwyddiant.' },
    next: { en: 'Remind them again later.', cy: 'Atgoffwch nhw eto yn nes ymlaen.' }
  },
  unclear: {
    what: { en: 'It is not known whether the message arrived.', cy: 'Ni wyddys a gyrhaeddodd y neges.' },
    next: {
      en: 'It is not sent again by itself, so that nobody gets it twice. Remind them, or wait for the next reminder.',
      cy: 'Ni chaiff ei hanfon eto ar ei phen ei hun, rhag i neb ei chael ddwywaith. Atgoffwch nhw, neu arhoswch am y nodyn atgoffa nesaf.'
    }
  }
} satisfies { readonly [reason: string]: { readonly what: Text; readonly next: Text } };

export type SendingReason = keyof typeof sendingReasons;
