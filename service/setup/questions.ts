import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { fill, type Text, type Values } from '../../core/locale.ts';
import { defaultAudiences } from '../../core/policies/audiences.ts';
import { models as policies } from '../../core/policies/models/index.ts';
import { address, day, domain, guid, origin } from '../config-fields.ts';
import { post } from '../config-signatures.ts';
import { fileFailure, isFailure } from '../failure.ts';
import { readPolicy } from '../policy-file.ts';
import { isAddressOfServer } from '../store/database.ts';
import { textOf } from '../text.ts';
import { standing } from './edits.ts';

/** Answers as they are typed, by question. Several stand with commas between them; an empty one says that there is none. */
export type Answers = { readonly [question: string]: string };

/** What a school has already: its files, and what the environment says. */
export interface Start {
  /** Where `beadle.yaml` lies or will lie. */
  readonly folder: string;
  /** The text from which it goes on: the school's own, or the commented one to begin with. */
  readonly yaml: string;
  /** Whether the school has one of its own. */
  readonly own: boolean;
  /** Names in `beadle.env` or the environment that have a value. */
  readonly secrets: readonly string[];
}

export const steps = ['school', 'people', 'features', 'tenant', 'mail', 'secrets'] as const;
export type Step = (typeof steps)[number];

export const stepNames: { readonly [S in Step]: Text } = {
  school: { en: 'The school', cy: 'Yr ysgol' },
  people: { en: 'People and posts', cy: 'Pobl a swyddi' },
  features: { en: 'What Beadle does', cy: 'Beth mae Beadle yn ei wneud' },
  tenant: { en: 'Microsoft and Google', cy: 'Microsoft a Google' },
  mail: { en: 'Mail and signatures', cy: 'Post a llofnodion' },
  secrets: { en: 'Secrets', cy: 'Cyfrinachau' }
};

/** How a question is answered: a line, several with commas, one of its options, some of them, or what nobody else may see. */
export type Kind = 'text' | 'list' | 'one' | 'some' | 'secret';

export interface Question {
  readonly id: string;
  readonly step: Step;
  readonly kind: Kind;
  readonly ask: Text;
  readonly hint?: Text;
  readonly options?: readonly { readonly id: string; readonly says: Text }[];
  /** Where its answer stands in `beadle.yaml`, where it stands there as it is. */
  readonly path?: readonly string[];
  /** The name in the environment under which a secret is kept. */
  readonly variable?: string;
  /** Whether it is asked, by what was answered before it. */
  readonly when?: (given: Answers) => boolean;
  /** What is offered where the school has said nothing. */
  readonly usual?: (given: Answers, start: Start) => string;
  readonly optional?: true;
  /** What is wrong with an answer that is not empty, and what to write. */
  readonly wrong?: (answer: string, given: Answers, start: Start) => Text | undefined;
}

type Wrong = NonNullable<Question['wrong']>;

/** The parts of an answer with commas. */
export function parts(answer: string | undefined): readonly string[] {
  return (answer ?? '')
    .split(/[,;\n]/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

const says = (text: Text, values: Values): Text => ({ en: fill(text.en, values, 'en'), cy: fill(text.cy, values, 'cy') });

function each(shape: z.ZodType, sentence: Text): Wrong {
  return answer => {
    const wrong = parts(answer).find(part => !shape.safeParse(part).success);
    return wrong === undefined ? undefined : says(sentence, { wrong });
  };
}

const noAddress: Text = {
  en: '«{wrong}» is no mail address. Write it like head@school.example.',
  cy: 'Nid cyfeiriad e-bost yw «{wrong}». Ysgrifennwch ef fel head@school.example.'
};
const noDomain: Text = {
  en: '«{wrong}» is no mail domain. Write it without @, like school.example.',
  cy: 'Nid parth e-bost yw «{wrong}». Ysgrifennwch ef heb @, fel school.example.'
};
const noId: Text = {
  en: '«{wrong}» is no id. It looks like 01234567-89ab-cdef-0123-456789abcdef.',
  cy: 'Nid dull adnabod yw «{wrong}». Mae’n edrych fel 01234567-89ab-cdef-0123-456789abcdef.'
};
const noOrigin: Text = {
  en: '«{wrong}» is no address that begins with https:// and ends with its host. Write it like https://beadle.school.example.',
  cy: 'Nid cyfeiriad sy’n dechrau â https:// ac yn gorffen â’i westeiwr yw «{wrong}». Ysgrifennwch ef fel https://beadle.school.example.'
};
const noOption: Text = { en: '«{wrong}» is not one of these: {known}.', cy: 'Nid yw «{wrong}» yn un o’r rhain: {known}.' };
const noFile: Text = {
  en: 'There is no file «{wrong}» beside beadle.yaml. Put it there, or leave this empty for now.',
  cy: 'Nid oes ffeil «{wrong}» wrth ymyl beadle.yaml. Rhowch hi yno, neu gadewch hwn yn wag am nawr.'
};
const noPolicy: Text = {
  en: 'There is no file «{wrong}» beside beadle.yaml. Put it there, or name one of Beadle’s own policies: {known}.',
  cy: 'Nid oes ffeil «{wrong}» wrth ymyl beadle.yaml. Rhowch hi yno, neu enwch un o bolisïau Beadle ei hun: {known}.'
};
const oneOnly: Text = { en: 'Give one answer here, not several.', cy: 'Rhowch un ateb yma, nid sawl un.' };

const file: Wrong = (answer, _given, { folder }) => (existsSync(resolve(folder, answer)) ? undefined : says(noFile, { wrong: answer }));

/** What is wrong with a policy of the school's own. */
function wrongPolicy(path: string, shown: string): Text | undefined {
  try {
    readPolicy(textOf(readFileSync(path)), shown);
    return undefined;
  } catch (error) {
    const known = isFailure(error) ? error : fileFailure(error, shown);
    if (!isFailure(known)) throw error;
    return { en: known.message, cy: known.message };
  }
}

/** What a term is written like. */
const term = /^(\d{4}-\d\d-\d\d)\s*(?:to|i|–|-|\.\.)\s*(\d{4}-\d\d-\d\d)$/;

/** The terms of an answer; nothing where one is not written as it should be. */
export function termsIn(answer: string): readonly { readonly from: string; readonly to: string }[] | undefined {
  const read = parts(answer).map(part => term.exec(part));
  return read.every(match => match !== null) ? read.map(match => ({ from: match![1]!, to: match![2]! })) : undefined;
}

const has = (given: Answers, question: string, option: string): boolean => parts(given[question]).includes(option);
const wants = (given: Answers, ...features: readonly string[]): boolean => features.some(feature => has(given, 'features', feature));

/** Whether a tenant of this vendor is read. */
export function reads(given: Answers, vendor: 'microsoft' | 'google'): boolean {
  return given['source'] === vendor || (wants(given, 'audits') && has(given, 'tenants', vendor)) || given['mailBy'] === vendor;
}
const microsoft = (given: Answers): boolean => reads(given, 'microsoft') || wants(given, 'outlook', 'teams');
/** Whether people are asked to sign. */
export const signs = (given: Answers): boolean => wants(given, 'teams', 'mail');

const featureOptions = [
  { id: 'outlook', says: { en: 'warnings while mail is written in Outlook', cy: 'rhybuddion wrth ysgrifennu post yn Outlook' } },
  { id: 'gmail', says: { en: 'warnings while mail is written in Gmail', cy: 'rhybuddion wrth ysgrifennu post yn Gmail' } },
  { id: 'teams', says: { en: 'signatures asked for in Teams', cy: 'gofyn am lofnodion yn Teams' } },
  { id: 'mail', says: { en: 'signatures asked for by mail', cy: 'gofyn am lofnodion drwy’r post' } },
  { id: 'audits', says: { en: 'audits of Microsoft 365 or Google Workspace', cy: 'archwiliadau o Microsoft 365 neu Google Workspace' } },
  { id: 'incidents', says: { en: 'reports of what went wrong', cy: 'adroddiadau am yr hyn a aeth o’i le' } }
] as const;

/** Every question, in the order in which they are asked: each may look at the answers before it. */
export const questions: readonly Question[] = [
  {
    id: 'name',
    step: 'school',
    kind: 'text',
    ask: { en: 'What is the school called?', cy: 'Beth yw enw’r ysgol?' },
    path: ['school', 'name']
  },
  {
    id: 'languages',
    step: 'school',
    kind: 'some',
    ask: { en: 'In which languages are people spoken to?', cy: 'Ym mha ieithoedd y siaredir â phobl?' },
    options: [
      { id: 'en', says: { en: 'English', cy: 'Saesneg' } },
      { id: 'cy', says: { en: 'Welsh', cy: 'Cymraeg' } }
    ],
    path: ['school', 'languages'],
    usual: () => 'en, cy'
  },
  {
    id: 'staff',
    step: 'school',
    kind: 'list',
    ask: { en: 'Which mail domains are the staff’s?', cy: 'Pa barthau e-bost yw rhai’r staff?' },
    hint: {
      en: 'Whole domains without @; a sub-domain is one of its own. Several with commas.',
      cy: 'Parthau cyfan heb @; mae is-barth yn un ar wahân. Os oes sawl un, rhowch goma rhyngddynt.'
    },
    path: ['domains', 'staff'],
    wrong: each(domain, noDomain)
  },
  {
    id: 'pupils',
    step: 'school',
    kind: 'list',
    ask: { en: 'Which mail domains are the pupils’?', cy: 'Pa barthau e-bost yw rhai’r disgyblion?' },
    path: ['domains', 'pupils'],
    optional: true,
    wrong: (answer, given, start) => {
      const both = parts(answer).find(part => parts(given['staff']).includes(part));
      if (both === undefined) return each(domain, noDomain)(answer, given, start);
      return says(
        {
          en: '«{both}» is a domain of the staff already. A domain belongs to staff or to pupils.',
          cy: 'Mae «{both}» eisoes yn barth y staff. Mae parth yn perthyn i’r staff neu i’r disgyblion.'
        },
        { both }
      );
    }
  },
  {
    id: 'terms',
    step: 'school',
    kind: 'list',
    ask: { en: 'When are the terms?', cy: 'Pryd mae’r tymhorau?' },
    hint: {
      en: 'First and last day of each: 2026-09-01 to 2026-12-18, 2027-01-05 to 2027-03-26. Empty: every week counts as term.',
      cy: 'Diwrnod cyntaf ac olaf pob un: 2026-09-01 i 2026-12-18, 2027-01-05 i 2027-03-26. Gwag: mae pob wythnos yn cyfrif fel tymor.'
    },
    path: ['calendar', 'terms'],
    optional: true,
    wrong: answer => {
      const read = termsIn(answer);
      const days = read?.flatMap(({ from, to }) => [from, to]);
      if (!read || days!.some(date => !day.safeParse(date).success)) {
        return {
          en: 'Write each term as its first and its last day: 2026-09-01 to 2026-12-18.',
          cy: 'Ysgrifennwch bob tymor fel ei ddiwrnod cyntaf a’i ddiwrnod olaf: 2026-09-01 i 2026-12-18.'
        };
      }
      const turned = read.find(({ from, to }) => to < from);
      return (
        turned &&
        says(
          {
            en: 'The term from {from} ends before it begins. Change its days.',
            cy: 'Mae’r tymor o {from} yn gorffen cyn iddo ddechrau. Newidiwch ei ddyddiau.'
          },
          { from: turned.from }
        )
      );
    }
  },
  {
    id: 'policy',
    step: 'school',
    kind: 'text',
    ask: { en: 'Which policy has the school adopted?', cy: 'Pa bolisi mae’r ysgol wedi’i fabwysiadu?' },
    hint: {
      en: `One of ${policies.map(({ id }) => id).join(', ')}; or your own policy.yaml, which «beadle policy import» writes.`,
      cy: `Un o ${policies.map(({ id }) => id).join(', ')}; neu eich policy.yaml eich hun, y mae «beadle policy import» yn ei ysgrifennu.`
    },
    path: ['school', 'policy'],
    usual: () => policies[0]!.id,
    wrong: (answer, _given, { folder }) => {
      if (policies.some(({ id }) => id === answer)) return undefined;
      const known = policies.map(({ id }) => id).join(', ');
      if (!/[./\\]/.test(answer)) return says(noOption, { wrong: answer, known });
      const path = resolve(folder, answer);
      return existsSync(path) ? wrongPolicy(path, answer) : says(noPolicy, { wrong: answer, known });
    }
  },
  ...(
    [
      ['headteacher', { en: 'Who is the headteacher?', cy: 'Pwy yw’r pennaeth?' }, false],
      ['deputies', { en: 'Who are the deputies?', cy: 'Pwy yw’r dirprwyon?' }, true],
      ['coordinator', { en: 'Who is the e-safety coordinator?', cy: 'Pwy yw’r cydlynydd e-ddiogelwch?' }, false],
      ['dsl', { en: 'Who is the designated safeguarding lead?', cy: 'Pwy yw’r person diogelu dynodedig?' }, true],
      ['chairOfGovernors', { en: 'Who is the chair of governors?', cy: 'Pwy yw cadeirydd y llywodraethwyr?' }, true]
    ] as const
  ).map(
    ([id, ask, optional]): Question => ({
      id,
      step: 'people',
      kind: 'list',
      ask,
      hint: {
        en: 'Mail addresses; the first is the one that is written to.',
        cy: 'Cyfeiriadau e-bost; yr un cyntaf yw’r un yr ysgrifennir ato.'
      },
      path: ['people', id],
      ...(optional && { optional: true as const }),
      wrong: each(address, noAddress)
    })
  ),
  {
    id: 'source',
    step: 'people',
    kind: 'one',
    ask: { en: 'Where is it known who is who?', cy: 'Ble mae’n hysbys pwy yw pwy?' },
    options: [
      {
        id: 'csv',
        says: {
          en: 'in a list (CSV), also as SIMS, Arbor, Bromcom or ScholarPack export it',
          cy: 'mewn rhestr (CSV), hefyd fel y mae SIMS, Arbor, Bromcom neu ScholarPack yn ei hallforio'
        }
      },
      { id: 'microsoft', says: { en: 'in Microsoft 365', cy: 'yn Microsoft 365' } },
      { id: 'google', says: { en: 'in Google Workspace', cy: 'yn Google Workspace' } }
    ],
    usual: () => 'csv'
  },
  {
    id: 'peopleFile',
    step: 'people',
    kind: 'text',
    ask: { en: 'Which file lists people outside the school?', cy: 'Pa ffeil sy’n rhestru pobl y tu allan i’r ysgol?' },
    hint: {
      en: 'A CSV file beside beadle.yaml; «beadle people --check FILE» says what is read of it. Empty: none yet.',
      cy: 'Ffeil CSV wrth ymyl beadle.yaml; mae «beadle people --check FILE» yn dweud beth a ddarllenir ohoni. Gwag: dim eto.'
    },
    optional: true,
    when: given => given['source'] === 'csv',
    usual: (_given, { folder }) => (existsSync(resolve(folder, 'people.csv')) ? 'people.csv' : ''),
    wrong: file
  },
  {
    id: 'features',
    step: 'features',
    kind: 'some',
    ask: { en: 'What should Beadle do?', cy: 'Beth ddylai Beadle ei wneud?' },
    options: featureOptions,
    optional: true,
    usual: () => 'mail, incidents',
    wrong: answer =>
      parts(answer).includes('incidents') && !parts(answer).some(part => part === 'teams' || part === 'mail')
        ? {
            en: 'Reports of what went wrong come by Teams or by mail. Choose «teams» or «mail» as well.',
            cy: 'Drwy Teams neu drwy’r post y daw adroddiadau am yr hyn a aeth o’i le. Dewiswch «teams» neu «mail» hefyd.'
          }
        : undefined
  },
  {
    id: 'origin',
    step: 'features',
    kind: 'text',
    ask: { en: 'Under which address is Beadle reached from outside?', cy: 'O dan ba gyfeiriad y gellir cyrraedd Beadle o’r tu allan?' },
    when: given => wants(given, 'outlook', 'gmail', 'teams', 'mail', 'incidents'),
    usual: given => `https://beadle.${parts(given['staff'])[0] ?? 'school.example'}`,
    wrong: each(origin, noOrigin)
  },
  {
    id: 'tenants',
    step: 'tenant',
    kind: 'some',
    ask: { en: 'Which of them is audited?', cy: 'Pa un ohonynt a archwilir?' },
    options: [
      { id: 'microsoft', says: { en: 'Microsoft 365', cy: 'Microsoft 365' } },
      { id: 'google', says: { en: 'Google Workspace', cy: 'Google Workspace' } }
    ],
    when: given => wants(given, 'audits'),
    usual: given => (wants(given, 'gmail') && !wants(given, 'outlook', 'teams') ? 'google' : 'microsoft')
  },
  {
    id: 'mailBy',
    step: 'tenant',
    kind: 'one',
    ask: { en: 'How does Beadle’s own mail go out?', cy: 'Sut mae post Beadle ei hun yn mynd allan?' },
    options: [
      { id: 'smtp', says: { en: 'by a mail server (SMTP)', cy: 'drwy weinydd post (SMTP)' } },
      { id: 'microsoft', says: { en: 'by Microsoft 365 (needs Mail.Send)', cy: 'drwy Microsoft 365 (mae angen Mail.Send)' } },
      { id: 'google', says: { en: 'by Gmail (needs gmail.send)', cy: 'drwy Gmail (mae angen gmail.send)' } }
    ],
    path: ['post', 'by'],
    when: signs,
    usual: () => 'smtp',
    wrong: (answer, given) =>
      answer === 'smtp' || (wants(given, 'audits') && has(given, 'tenants', answer))
        ? undefined
        : {
            en: 'Mail by the tenant needs the tenant that is audited. Choose audits of it, or smtp.',
            cy: 'Mae angen y denantiaeth a archwilir ar gyfer post drwy’r denantiaeth. Dewiswch ei harchwilio, neu smtp.'
          }
  },
  {
    id: 'tenantId',
    step: 'tenant',
    kind: 'text',
    ask: {
      en: 'What is the directory (tenant) id of the school at Microsoft?',
      cy: 'Beth yw directory (tenant) id yr ysgol yn Microsoft?'
    },
    hint: { en: 'Entra admin centre, Overview.', cy: 'Canolfan weinyddu Entra, Overview.' },
    when: microsoft,
    wrong: each(guid, noId)
  },
  {
    id: 'clientId',
    step: 'tenant',
    kind: 'text',
    ask: {
      en: 'What is the application (client) id under which Beadle reads at Microsoft?',
      cy: 'Beth yw’r application (client) id y mae Beadle yn darllen odano yn Microsoft?'
    },
    hint: { en: 'Entra admin centre, App registrations.', cy: 'Canolfan weinyddu Entra, App registrations.' },
    when: given => reads(given, 'microsoft'),
    wrong: each(guid, noId)
  },
  {
    id: 'outlookClientId',
    step: 'tenant',
    kind: 'text',
    ask: {
      en: 'What is the application (client) id of the add-in for Outlook?',
      cy: 'Beth yw application (client) id yr ategyn ar gyfer Outlook?'
    },
    path: ['outlook', 'clientId'],
    when: given => wants(given, 'outlook'),
    wrong: each(guid, noId)
  },
  {
    id: 'botAppId',
    step: 'tenant',
    kind: 'text',
    ask: { en: 'What is the application (client) id of the bot in Teams?', cy: 'Beth yw application (client) id y bot yn Teams?' },
    path: ['bot', 'appId'],
    when: given => wants(given, 'teams'),
    wrong: each(guid, noId)
  },
  {
    id: 'botType',
    step: 'tenant',
    kind: 'one',
    ask: { en: 'How does the bot prove itself?', cy: 'Sut mae’r bot yn profi pwy ydyw?' },
    options: [
      { id: 'SingleTenant', says: { en: 'by a secret', cy: 'drwy gyfrinach' } },
      { id: 'UserAssignedMSI', says: { en: 'as a managed identity of Azure', cy: 'fel hunaniaeth a reolir gan Azure' } }
    ],
    path: ['bot', 'type'],
    when: given => wants(given, 'teams'),
    usual: () => 'SingleTenant'
  },
  {
    id: 'customer',
    step: 'tenant',
    kind: 'text',
    ask: { en: 'What is the customer id of the school at Google?', cy: 'Beth yw customer id yr ysgol yn Google?' },
    hint: {
      en: 'Admin console, Account, Account settings: C and some letters.',
      cy: 'Admin console, Account, Account settings: C a rhai llythrennau.'
    },
    when: given => reads(given, 'google'),
    wrong: answer =>
      /^C[0-9a-z]{4,24}$/i.test(answer)
        ? undefined
        : { en: 'A customer id looks like C0123abcd.', cy: 'Mae customer id yn edrych fel C0123abcd.' }
  },
  {
    id: 'admin',
    step: 'tenant',
    kind: 'text',
    ask: { en: 'In which administrator’s name are settings read at Google?', cy: 'Yn enw pa weinyddwr y darllenir gosodiadau yn Google?' },
    when: given => reads(given, 'google'),
    wrong: each(address, noAddress)
  },
  {
    id: 'project',
    step: 'tenant',
    kind: 'text',
    ask: { en: 'What is the number of the school’s project in Google Cloud?', cy: 'Beth yw rhif prosiect yr ysgol yn Google Cloud?' },
    path: ['gmail', 'project'],
    when: given => wants(given, 'gmail'),
    wrong: answer =>
      /^\d{6,20}$/.test(answer)
        ? undefined
        : { en: 'The number has digits only, like 123456789012.', cy: 'Digidau yn unig sydd yn y rhif, fel 123456789012.' }
  },
  {
    id: 'gmailClientId',
    step: 'tenant',
    kind: 'text',
    ask: { en: 'What is the OAuth client id of the add-on for Gmail?', cy: 'Beth yw OAuth client id yr ategyn ar gyfer Gmail?' },
    hint: {
      en: '«gcloud workspace-add-ons get-authorization» prints it.',
      cy: 'Mae «gcloud workspace-add-ons get-authorization» yn ei argraffu.'
    },
    path: ['gmail', 'clientId'],
    when: given => wants(given, 'gmail'),
    wrong: answer =>
      /^[\w.-]{1,200}\.apps\.googleusercontent\.com$/.test(answer)
        ? undefined
        : { en: 'It ends with .apps.googleusercontent.com.', cy: 'Mae’n gorffen â .apps.googleusercontent.com.' }
  },
  {
    id: 'from',
    step: 'mail',
    kind: 'text',
    ask: { en: 'In whose name is mail sent?', cy: 'Yn enw pwy yr anfonir post?' },
    path: ['post', 'from'],
    when: signs,
    usual: given =>
      `${(given['name'] ?? '').replace(/[<>,;\r\n"]/g, ' ').trim()} <aup@${parts(given['staff'])[0] ?? 'school.example'}>`.trim(),
    wrong: answer =>
      post.shape.from.safeParse(answer).success
        ? undefined
        : {
            en: 'Write a name and an address: Example Primary School <aup@school.example>.',
            cy: 'Ysgrifennwch enw a chyfeiriad: Example Primary School <aup@school.example>.'
          }
  },
  {
    id: 'signers',
    step: 'mail',
    kind: 'some',
    ask: { en: 'Who is asked to sign?', cy: 'Pwy y gofynnir iddynt lofnodi?' },
    options: defaultAudiences.map(({ id, title }) => ({ id, says: title })),
    when: signs,
    usual: () => 'staff, governors'
  },
  {
    id: 'askFile',
    step: 'mail',
    kind: 'text',
    ask: { en: 'Which file lists who is asked?', cy: 'Pa ffeil sy’n rhestru’r rhai y gofynnir iddynt?' },
    hint: { en: 'Empty: whoever «beadle people» is given.', cy: 'Gwag: pwy bynnag a roddir i «beadle people».' },
    path: ['signatures', 'people'],
    optional: true,
    when: signs,
    usual: (_given, { folder }) => (existsSync(resolve(folder, 'people-to-ask.csv')) ? 'people-to-ask.csv' : ''),
    wrong: file
  },
  secret(
    'DATABASE_URL',
    () => true,
    {
      en: 'Which PostgreSQL server? Empty: the one that comes with Beadle.',
      cy: 'Pa weinydd PostgreSQL? Gwag: yr un sy’n dod gyda Beadle.'
    },
    answer => isAddressOfServer(answer),
    {
      en: 'That is no address of a PostgreSQL server. It looks like postgresql://user:password@host:5432/database.',
      cy: 'Nid cyfeiriad gweinydd PostgreSQL yw hwnnw. Mae’n edrych fel postgresql://user:password@host:5432/database.'
    }
  ),
  secret(
    'BEADLE_SMTP_URL',
    given => signs(given) && given['mailBy'] === 'smtp',
    {
      en: 'Which mail server?',
      cy: 'Pa weinydd post?'
    },
    answer => /^smtps?:\/\/[^\s/]/i.test(answer) && URL.canParse(answer),
    {
      en: 'That is no address of a mail server. It looks like smtps://user:password@mail.school.example.',
      cy: 'Nid cyfeiriad gweinydd post yw hwnnw. Mae’n edrych fel smtps://user:password@mail.school.example.'
    }
  ),
  secret('BEADLE_BOT_PASSWORD', given => wants(given, 'teams') && given['botType'] === 'SingleTenant', {
    en: 'What is the secret of the bot?',
    cy: 'Beth yw cyfrinach y bot?'
  }),
  {
    id: 'graphBy',
    step: 'secrets',
    kind: 'one',
    ask: { en: 'How does Beadle prove itself to Microsoft?', cy: 'Sut mae Beadle yn profi pwy ydyw i Microsoft?' },
    options: [
      { id: 'secret', says: { en: 'by a secret', cy: 'drwy gyfrinach' } },
      { id: 'certificate', says: { en: 'by a certificate (better)', cy: 'drwy dystysgrif (gwell)' } },
      { id: 'identity', says: { en: 'as a managed identity of Azure', cy: 'fel hunaniaeth a reolir gan Azure' } },
      { id: 'token', says: { en: 'by a token that another service writes', cy: 'drwy docyn y mae gwasanaeth arall yn ei ysgrifennu' } }
    ],
    when: given => reads(given, 'microsoft'),
    usual: (_given, { secrets }) =>
      secrets.includes('BEADLE_GRAPH_CERTIFICATE')
        ? 'certificate'
        : secrets.includes('BEADLE_GRAPH_MANAGED_IDENTITY')
          ? 'identity'
          : secrets.includes('BEADLE_GRAPH_ASSERTION_FILE')
            ? 'token'
            : 'secret'
  },
  secret('BEADLE_GRAPH_SECRET', given => reads(given, 'microsoft') && given['graphBy'] === 'secret', {
    en: 'What is the secret of the registration at Microsoft?',
    cy: 'Beth yw cyfrinach y cofrestriad yn Microsoft?'
  }),
  secret('BEADLE_GRAPH_CERTIFICATE', given => reads(given, 'microsoft') && given['graphBy'] === 'certificate', {
    en: 'Which PEM file holds the certificate and its key?',
    cy: 'Pa ffeil PEM sy’n dal y dystysgrif a’i hallwedd?'
  }),
  secret('BEADLE_GRAPH_ASSERTION_FILE', given => reads(given, 'microsoft') && given['graphBy'] === 'token', {
    en: 'In which file does the token lie?',
    cy: 'Ym mha ffeil mae’r tocyn?'
  }),
  secret('BEADLE_GOOGLE_KEY', given => reads(given, 'google'), {
    en: 'Which file holds the key of Google’s service account?',
    cy: 'Pa ffeil sy’n dal allwedd cyfrif gwasanaeth Google?'
  })
];

/** A secret is never shown. One that is there stays where nothing is typed; one that is not there may be written into `beadle.env` later. */
function secret(
  variable: string,
  when: (given: Answers) => boolean,
  ask: Text,
  right: (answer: string) => boolean = () => true,
  sentence?: Text
): Question {
  return {
    id: variable,
    step: 'secrets',
    kind: 'secret',
    ask,
    hint: { en: `Kept as ${variable}. Empty: as it is.`, cy: `Fe’i cedwir fel ${variable}. Gwag: fel y mae.` },
    variable,
    when,
    optional: true,
    wrong: answer =>
      /[\r\n'"\\`$]/.test(answer)
        ? {
            en: 'Quotes, backslashes, dollar signs and line ends do not survive in such a file. Choose another secret, or write it there by hand.',
            cy: 'Nid yw dyfynodau, ôl-slaesau, arwyddion doler a diwedd llinellau yn goroesi mewn ffeil o’r fath. Dewiswch gyfrinach arall, neu ysgrifennwch hi yno â llaw.'
          }
        : right(answer)
          ? undefined
          : sentence
  };
}

/** A question as it is put to somebody: with what stands or is offered, and what is wrong with it. */
export interface Put {
  readonly question: Question;
  readonly answer: string;
  readonly wrong?: Text;
}

/** The questions that are asked after these answers, each with its answer or with what is offered. One that is not asked is not there. */
export function putting(answers: Answers, start: Start): readonly Put[] {
  const given: { [question: string]: string } = {};
  const put: Put[] = [];
  for (const question of questions) {
    if (question.when && !question.when(given)) continue;
    const answer = (answers[question.id] ?? offered(question, given, start)).trim();
    given[question.id] = answer;
    const wrong = wrongWith(question, answer, given, start);
    put.push({ question, answer, ...(wrong && { wrong }) });
  }
  return put;
}

/** The answers to those questions, with what is offered in the place of what was left out. */
export function complete(answers: Answers, start: Start): Answers {
  return Object.fromEntries(putting(answers, start).map(({ question, answer }) => [question.id, answer]));
}

/** What is offered: what the school's own file says, else what is usual. */
function offered(question: Question, given: Answers, start: Start): string {
  if (question.kind === 'secret') return '';
  return (start.own ? there(question, start.yaml) : undefined) ?? question.usual?.(given, start) ?? '';
}

function written(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? value.map(String).join(', ') : typeof value === 'object' ? undefined : String(value as string);
}

/** What the school's own file answers. */
function there({ id, path }: Question, yaml: string): string | undefined {
  const at = (...keys: readonly string[]): unknown => standing(yaml, keys);
  switch (id) {
    case 'terms': {
      const terms = at('calendar', 'terms');
      return Array.isArray(terms) ? terms.map(({ from, to }: { from: string; to: string }) => `${from} to ${to}`).join(', ') : undefined;
    }
    case 'source': {
      const sources = at('sources');
      if (sources === undefined) return 'csv';
      const own = ['microsoft', 'google'].find(vendor => at('sources', vendor) !== undefined);
      return own ?? (at('audit', 'microsoft') === undefined ? 'google' : 'microsoft');
    }
    case 'peopleFile': {
      const lists = at('directory');
      return Array.isArray(lists) ? ((lists[0] as { readonly file?: string } | undefined)?.file ?? '') : '';
    }
    case 'features':
      return [
        ...(at('outlook') === undefined ? [] : ['outlook']),
        ...(at('gmail') === undefined ? [] : ['gmail']),
        ...(at('bot') === undefined ? [] : ['teams']),
        ...(at('signatures') === undefined ? [] : ['mail']),
        ...(at('audit') === undefined ? [] : ['audits']),
        ...(at('incidents') === undefined ? [] : ['incidents'])
      ].join(', ');
    case 'origin':
      return written(at('outlook', 'origin') ?? at('bot', 'origin') ?? at('gmail', 'origin') ?? at('signatures', 'origin'));
    case 'tenants': {
      const named = ['microsoft', 'google'].filter(vendor => at('audit', vendor) !== undefined);
      return named.length > 0 ? named.join(', ') : undefined;
    }
    case 'tenantId':
      return written(
        at('audit', 'microsoft', 'tenantId') ??
          at('sources', 'microsoft', 'tenantId') ??
          at('bot', 'tenantId') ??
          (at('outlook', 'tenants') as readonly unknown[] | undefined)?.[0]
      );
    case 'clientId':
      return written(at('audit', 'microsoft', 'clientId') ?? at('sources', 'microsoft', 'clientId'));
    case 'customer':
    case 'admin':
      return written(at('audit', 'google', id) ?? at('sources', 'google', id));
    case 'signers': {
      const signed = at('signatures', 'policies');
      return Array.isArray(signed) ? written((signed[0] as { readonly audiences?: unknown } | undefined)?.audiences) : undefined;
    }
    default:
      return path && written(at(...path));
  }
}

function wrongWith(question: Question, answer: string, given: Answers, start: Start): Text | undefined {
  const { kind, options, optional } = question;
  if (answer === '') {
    return optional ? undefined : { en: 'This needs an answer.', cy: 'Mae angen ateb yma.' };
  }
  if (kind === 'text' && question.id !== 'name' && question.id !== 'from' && parts(answer).length > 1) return oneOnly;
  if (options) {
    const named = kind === 'one' ? [answer] : parts(answer);
    const unknown = named.find(part => !options.some(({ id }) => id === part));
    if (unknown !== undefined && !(question.id === 'signers' && start.own))
      return says(noOption, { wrong: unknown, known: options.map(({ id }) => id).join(', ') });
  }
  return question.wrong?.(answer, given, start);
}
