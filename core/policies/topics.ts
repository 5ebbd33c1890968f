import type { Text } from '../locale.ts';

/**
 * How two positions on one topic are compared. `ladder`: strictest first, one rung a policy; a school may stand higher than its trust, not lower.
 * `choice`: two clauses that share no position contradict each other. `sum`: positions add up; a school's must hold all of its trust's.
 */
export type Comparing = 'ladder' | 'choice' | 'sum';

export interface Topic {
  readonly says: Text;
  readonly compare: Comparing;
  /** Different rules for different people are no contradiction: pupils report to a teacher, staff to the coordinator. */
  readonly perParty?: true;
  /** The position of a sum that takes in all the others. */
  readonly whole?: string;
  /** What a policy may say of it; on a ladder the strictest first. */
  readonly positions: { readonly [id: string]: Text };
}

const head = { en: 'the headteacher', cy: 'y pennaeth' };
const governors = { en: 'governors', cy: 'llywodraethwyr' };
const parents = { en: 'parents', cy: 'rhieni' };
const pupils = { en: 'pupils', cy: 'disgyblion' };
const never = { en: 'never', cy: 'byth' };
const permitted = { en: 'with permission', cy: 'gyda chaniatâd' };
const recipients = {
  headteacher: head,
  dsl: { en: 'the designated safeguarding lead', cy: 'yr arweinydd diogelu dynodedig' },
  coordinator: { en: 'the e-safety coordinator', cy: 'y cydlynydd e-ddiogelwch' },
  'line-manager': { en: 'the line manager', cy: 'y rheolwr llinell' },
  'responsible-person': { en: 'the responsible person', cy: 'y person cyfrifol' },
  teacher: { en: 'a teacher', cy: 'athro neu athrawes' },
  support: { en: 'IT support', cy: 'y gwasanaeth cymorth TG' }
};

/** The closed list of what schools are known to decide differently. A clause says where it stands; contradiction is read from that alone. */
export const topics = {
  'head-in-copy': {
    says: { en: 'in whose mail the headteacher is copied', cy: 'ym mhost pwy y rhoddir copi i’r pennaeth' },
    compare: 'sum',
    positions: { parents, governors, agencies: { en: 'outside agencies', cy: 'asiantaethau allanol' } }
  },
  'outside-mail': {
    says: { en: 'which outside mail is approved before it is sent', cy: 'pa bost allanol a gymeradwyir cyn ei anfon' },
    compare: 'ladder',
    positions: {
      all: { en: 'all of it', cy: 'y cyfan' },
      sensitive: { en: 'sensitive mail', cy: 'post sensitif' },
      none: { en: 'none', cy: 'dim' }
    }
  },
  'personal-use': {
    says: { en: 'private use of school systems', cy: 'defnydd preifat o systemau’r ysgol' },
    compare: 'ladder',
    perParty: true,
    positions: {
      none: never,
      approved: {
        en: 'only what the headteacher or governors find acceptable',
        cy: 'dim ond yr hyn sy’n dderbyniol i’r pennaeth neu’r llywodraethwyr'
      },
      incidental: { en: 'a little, if it does no harm', cy: 'ychydig, os na wna niwed' },
      allowed: { en: 'allowed until it is withdrawn', cy: 'caniateir hyd nes y’i tynnir yn ôl' }
    }
  },
  'images-on-own-devices': {
    says: { en: 'images of pupils on one’s own device', cy: 'delweddau o ddisgyblion ar eich dyfais eich hun' },
    compare: 'ladder',
    perParty: true,
    positions: { never, permitted }
  },
  'images-outside': {
    says: { en: 'images leaving the school', cy: 'delweddau’n gadael yr ysgol' },
    compare: 'ladder',
    positions: {
      never,
      'parents-agree': { en: 'when the parents agreed', cy: 'pan fydd y rhieni wedi cytuno' },
      permitted: {
        en: 'with a parent’s, staff member’s or headteacher’s permission',
        cy: 'gyda chaniatâd rhiant, aelod o staff neu’r pennaeth'
      }
    }
  },
  'image-consent-from': {
    says: { en: 'whose consent an image needs', cy: 'cydsyniad pwy y mae ar ddelwedd ei angen' },
    compare: 'ladder',
    positions: {
      'both-parents': { en: 'both parents', cy: 'y ddau riant' },
      'a-parent': { en: 'a parent', cy: 'rhiant' },
      'parent-or-staff': { en: 'a parent, carer or member of staff', cy: 'rhiant, gofalwr neu aelod o staff' },
      'parent-staff-or-head': { en: 'a parent, a member of staff or the headteacher', cy: 'rhiant, aelod o staff neu’r pennaeth' }
    }
  },
  'image-consent-lasts': {
    says: { en: 'how long consent to images lasts', cy: 'am ba hyd y pery cydsyniad i ddelweddau' },
    compare: 'ladder',
    positions: {
      yearly: { en: 'a year', cy: 'blwyddyn' },
      enrolment: { en: 'as long as the child attends', cy: 'tra bydd y plentyn yn mynychu' }
    }
  },
  'staff-phones': {
    says: { en: 'staff’s own phones in school', cy: 'ffonau’r staff eu hunain yn yr ysgol' },
    compare: 'ladder',
    positions: {
      off: { en: 'off or silent all school day', cy: 'wedi’u diffodd neu’n dawel drwy’r diwrnod ysgol' },
      'staff-areas': { en: 'in staff areas only', cy: 'mewn mannau staff yn unig' },
      allowed: { en: 'allowed', cy: 'caniateir' }
    }
  },
  'own-devices-on-network': {
    says: { en: 'one’s own devices on the school’s network', cy: 'eich dyfeisiau eich hun ar rwydwaith yr ysgol' },
    compare: 'ladder',
    perParty: true,
    positions: { never, permitted, allowed: { en: 'allowed', cy: 'caniateir' } }
  },
  'own-details-kept-from': {
    says: { en: 'from whom staff keep their own contact details', cy: 'oddi wrth bwy y mae staff yn cadw eu manylion cyswllt' },
    compare: 'sum',
    whole: 'everybody',
    positions: { pupils, parents, everybody: { en: 'everybody', cy: 'pawb' } }
  },
  'ways-to-reach-pupils': {
    says: { en: 'how staff may reach pupils', cy: 'sut y caiff staff gysylltu â disgyblion' },
    compare: 'ladder',
    positions: {
      'school-channels': { en: 'through the school’s channels only', cy: 'drwy sianeli’r ysgol yn unig' },
      'any-professional': { en: 'by any means that befits the role', cy: 'drwy unrhyw fodd sy’n gweddu i’r rôl' }
    }
  },
  'hours-to-reach-pupils': {
    says: { en: 'when staff may reach pupils', cy: 'pryd y caiff staff gysylltu â disgyblion' },
    compare: 'ladder',
    positions: { 'school-hours': { en: 'in school hours', cy: 'yn ystod oriau ysgol' }, any: { en: 'at any time', cy: 'unrhyw bryd' } }
  },
  'social-media': {
    says: { en: 'what staff keep off social media', cy: 'yr hyn y mae staff yn ei gadw oddi ar y cyfryngau cymdeithasol' },
    compare: 'sum',
    positions: {
      'the-school': { en: 'any mention of the school', cy: 'unrhyw sôn am yr ysgol' },
      'its-people': { en: 'talk of its people and business', cy: 'sôn am ei phobl a’i busnes' },
      friends: { en: 'friend requests from pupils and parents', cy: 'ceisiadau ffrind gan ddisgyblion a rhieni' },
      disrepute: { en: 'what discredits the role', cy: 'yr hyn sy’n dwyn anfri ar y rôl' }
    }
  },
  'password-change': {
    says: { en: 'when passwords change', cy: 'pryd y mae cyfrineiriau’n newid' },
    compare: 'choice',
    perParty: true,
    positions: {
      'from-time-to-time': { en: 'at set intervals', cy: 'ar adegau penodol' },
      'when-known': { en: 'when somebody else may know them', cy: 'pan allai rhywun arall eu gwybod' }
    }
  },
  'password-shape': {
    says: { en: 'what a password is made of', cy: 'o beth y gwneir cyfrinair' },
    compare: 'choice',
    perParty: true,
    positions: {
      'eight-mixed': { en: 'eight characters with numbers, letters and symbols', cy: 'wyth nod gyda rhifau, llythrennau a symbolau' },
      long: { en: 'length, not mixture', cy: 'hyd, nid cymysgedd' }
    }
  },
  'anothers-password': {
    says: { en: 'use of somebody else’s password', cy: 'defnyddio cyfrinair rhywun arall' },
    compare: 'ladder',
    perParty: true,
    positions: { never, permitted }
  },
  'installing-approved-by': {
    says: { en: 'who allows software to be installed', cy: 'pwy sy’n caniatáu gosod meddalwedd' },
    compare: 'choice',
    positions: {
      headteacher: head,
      'computing-lead': { en: 'the computing lead', cy: 'yr arweinydd cyfrifiadura' },
      'any-colleague': { en: 'any colleague', cy: 'unrhyw gydweithiwr' }
    }
  },
  'data-out-approved-by': {
    says: { en: 'who allows data to leave the school', cy: 'pwy sy’n caniatáu i ddata adael yr ysgol' },
    compare: 'choice',
    positions: { headteacher: head, governors }
  },
  'data-out-protected-by': {
    says: { en: 'how data outside the school is protected', cy: 'sut y diogelir data y tu allan i’r ysgol' },
    compare: 'ladder',
    positions: {
      'approved-encryption': { en: 'encryption that the school approved', cy: 'amgryptio a gymeradwywyd gan yr ysgol' },
      encryption: { en: 'encryption', cy: 'amgryptio' },
      password: { en: 'a password', cy: 'cyfrinair' }
    }
  },
  'sites-reported-to': {
    says: { en: 'to whom unsuitable material is reported', cy: 'i bwy y rhoddir gwybod am ddeunydd anaddas' },
    compare: 'choice',
    perParty: true,
    positions: recipients
  },
  'mail-reported-to': {
    says: { en: 'to whom bad mail is reported', cy: 'i bwy y rhoddir gwybod am bost drwg' },
    compare: 'choice',
    perParty: true,
    positions: recipients
  },
  'passwords-reported-to': {
    says: { en: 'to whom a known password is reported', cy: 'i bwy y rhoddir gwybod am gyfrinair hysbys' },
    compare: 'choice',
    perParty: true,
    positions: recipients
  },
  'malware-reported-to': {
    says: { en: 'to whom malware is reported', cy: 'i bwy y rhoddir gwybod am faleiswedd' },
    compare: 'choice',
    perParty: true,
    positions: recipients
  },
  'loss-reported-to': {
    says: { en: 'to whom a loss is reported', cy: 'i bwy y rhoddir gwybod am golled' },
    compare: 'choice',
    perParty: true,
    positions: recipients
  },
  'children-reported-to': {
    says: { en: 'to whom a concern about a child is taken', cy: 'at bwy yr eir â phryder am blentyn' },
    compare: 'choice',
    perParty: true,
    positions: recipients
  },
  'staff-reported-to': {
    says: { en: 'to whom a concern about an adult is taken', cy: 'at bwy yr eir â phryder am oedolyn' },
    compare: 'choice',
    perParty: true,
    positions: { ...recipients, 'chair-of-governors': { en: 'the chair of governors', cy: 'cadeirydd y llywodraethwyr' } }
  },
  'signed-again': {
    says: { en: 'how often the policy is signed', cy: 'pa mor aml y llofnodir y polisi' },
    compare: 'ladder',
    perParty: true,
    positions: {
      yearly: { en: 'each year', cy: 'bob blwyddyn' },
      once: { en: 'once', cy: 'unwaith' }
    }
  },
  'signed-by': {
    says: { en: 'who signs', cy: 'pwy sy’n llofnodi' },
    compare: 'sum',
    positions: {
      staff: { en: 'staff', cy: 'staff' },
      supply: { en: 'supply staff', cy: 'staff cyflenwi' },
      governors,
      visitors: { en: 'visitors', cy: 'ymwelwyr' },
      contractors: { en: 'contractors', cy: 'contractwyr' },
      pupils,
      parents
    }
  },
  'signed-with': {
    says: { en: 'what stands beside a signature', cy: 'yr hyn a saif wrth ymyl llofnod' },
    compare: 'sum',
    positions: {
      name: { en: 'the name', cy: 'yr enw' },
      date: { en: 'the date', cy: 'y dyddiad' },
      post: { en: 'the job title', cy: 'teitl y swydd' }
    }
  },
  'logs-seen-by': {
    says: { en: 'who may see the logs', cy: 'pwy a gaiff weld y cofnodion' },
    compare: 'ladder',
    positions: {
      head: { en: 'only the headteacher', cy: 'y pennaeth yn unig' },
      'line-manager': { en: 'line manager or headteacher', cy: 'y rheolwr llinell neu’r pennaeth' },
      'it-company': { en: 'headteacher and IT company', cy: 'y pennaeth a’r cwmni TG' }
    }
  },
  'logs-looked-at': {
    says: { en: 'how often the logs are looked at', cy: 'pa mor aml yr edrychir ar y cofnodion' },
    compare: 'ladder',
    positions: {
      weekly: { en: 'each week', cy: 'bob wythnos' },
      regularly: { en: 'regularly', cy: 'yn rheolaidd' },
      'at-random': { en: 'at random', cy: 'ar hap' },
      'on-request': { en: 'on request', cy: 'ar gais' }
    }
  },
  'leaving-a-device': {
    says: { en: 'what one does before leaving a device', cy: 'yr hyn a wneir cyn gadael dyfais' },
    compare: 'choice',
    perParty: true,
    positions: { lock: { en: 'lock it', cy: 'ei chloi' }, 'log-off': { en: 'log off', cy: 'allgofnodi' } }
  },
  'reviewed-every': {
    says: { en: 'how often the policy is reviewed', cy: 'pa mor aml yr adolygir y polisi' },
    compare: 'choice',
    positions: {
      'six-months': { en: 'every six months', cy: 'bob chwe mis' },
      year: { en: 'every year', cy: 'bob blwyddyn' },
      'two-years': { en: 'every two years', cy: 'bob dwy flynedd' },
      'three-years': { en: 'every three years', cy: 'bob tair blynedd' }
    }
  },
  breach: {
    says: { en: 'what a breach may lead to', cy: 'yr hyn y gall torri’r polisi arwain ato' },
    compare: 'sum',
    positions: {
      access: { en: 'loss of access', cy: 'colli mynediad' },
      discipline: { en: 'disciplinary action', cy: 'camau disgyblu' },
      contract: { en: 'breach of contract', cy: 'torri contract' },
      police: { en: 'the police', cy: 'yr heddlu' }
    }
  },
  'outside-partners': {
    says: { en: 'who outside is brought in', cy: 'pwy o’r tu allan y gelwir arnynt' },
    compare: 'sum',
    positions: {
      'local-authority': { en: 'the local authority', cy: 'yr awdurdod lleol' },
      'safeguarding-partners': { en: 'the local safeguarding partners', cy: 'y partneriaid diogelu lleol' },
      police: { en: 'the police', cy: 'yr heddlu' },
      commissioner: { en: 'the Information Commissioner', cy: 'y Comisiynydd Gwybodaeth' }
    }
  },
  'video-calls': {
    says: { en: 'who approves video calls with pupils', cy: 'pwy sy’n cymeradwyo galwadau fideo gyda disgyblion' },
    compare: 'ladder',
    positions: { head, nobody: { en: 'nobody', cy: 'neb' } }
  }
} as const satisfies { readonly [id: string]: Topic };

export type TopicId = keyof typeof topics;
export type PositionId<T extends TopicId = TopicId> = T extends TopicId ? keyof (typeof topics)[T]['positions'] & string : never;

/** Where one clause stands: one position a topic, or several where it says «either … or» or names more than one. */
export type Positions = { readonly [T in TopicId]?: PositionId<T> | readonly PositionId<T>[] };

/** The positions taken on one topic, as a list; empty where nothing is said. */
export function positionsOn(positions: Positions, topic: TopicId): readonly string[] {
  const taken: string | readonly string[] | undefined = positions[topic];
  return taken === undefined ? [] : typeof taken === 'string' ? [taken] : taken;
}
