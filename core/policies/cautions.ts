import type { Text } from '../locale.ts';
import type { PositionId, TopicId } from './topics.ts';

/** A position that a school may take, but that today’s advice or plain sense speaks against. */
export type Caution = {
  [T in TopicId]: {
    readonly topic: T;
    readonly position: PositionId<T>;
    /** No caution where some clause takes this position as well. */
    readonly unless?: PositionId<T>;
    readonly what: Text;
    readonly do: Text;
  };
}[TopicId];

/** Sources: the National Cyber Security Centre’s password guidance, Cyber Essentials, the Information Commissioner on encryption, Keeping Children Safe in Education. */
export const cautions: readonly Caution[] = [
  {
    topic: 'password-change',
    position: 'from-time-to-time',
    what: {
      en: 'The National Cyber Security Centre advises against changing passwords at set intervals.',
      cy: 'Mae’r Ganolfan Seiberddiogelwch Genedlaethol yn cynghori yn erbyn newid cyfrineiriau ar adegau penodol.'
    },
    do: {
      en: 'Ask for a change only when a password may be known to others, and for a second factor.',
      cy: 'Gofynnwch am newid dim ond pan allai eraill wybod cyfrinair, ac am ail ffactor.'
    }
  },
  {
    topic: 'password-shape',
    position: 'eight-mixed',
    what: {
      en: 'The National Cyber Security Centre advises length, not a mixture of signs.',
      cy: 'Hyd, nid cymysgedd o nodau, yw cyngor y Ganolfan Seiberddiogelwch Genedlaethol.'
    },
    do: { en: 'Ask for three random words or at least twelve characters.', cy: 'Gofynnwch am dri gair ar hap neu o leiaf ddeuddeg nod.' }
  },
  {
    topic: 'anothers-password',
    position: 'permitted',
    what: {
      en: 'Whoever uses somebody else’s password cannot be told from them in the logs.',
      cy: 'Ni ellir gwahaniaethu yn y cofnodion rhwng rhywun sy’n defnyddio cyfrinair rhywun arall a’r perchennog.'
    },
    do: {
      en: 'Give access to what is needed, under the person’s own account.',
      cy: 'Rhowch fynediad at yr hyn sydd ei angen, dan gyfrif y person ei hun.'
    }
  },
  {
    topic: 'data-out-protected-by',
    position: 'password',
    what: {
      en: 'A password alone does not keep data on a lost device from being read.',
      cy: 'Nid yw cyfrinair ar ei ben ei hun yn atal data ar ddyfais goll rhag cael ei ddarllen.'
    },
    do: { en: 'Ask for encryption.', cy: 'Gofynnwch am amgryptio.' }
  },
  {
    topic: 'installing-approved-by',
    position: 'any-colleague',
    what: {
      en: 'Cyber Essentials asks that software is approved before it is installed, not by any colleague.',
      cy: 'Mae Cyber Essentials yn gofyn am gymeradwyo meddalwedd cyn ei gosod, nid gan unrhyw gydweithiwr.'
    },
    do: { en: 'Name one post that approves software.', cy: 'Enwch un swydd sy’n cymeradwyo meddalwedd.' }
  },
  {
    topic: 'staff-reported-to',
    position: 'headteacher',
    unless: 'chair-of-governors',
    what: {
      en: 'A concern about the headteacher would go to the headteacher.',
      cy: 'Byddai pryder am y pennaeth yn mynd at y pennaeth.'
    },
    do: {
      en: 'Say that a concern about the headteacher goes to the chair of governors.',
      cy: 'Dywedwch fod pryder am y pennaeth yn mynd at gadeirydd y llywodraethwyr.'
    }
  }
];
