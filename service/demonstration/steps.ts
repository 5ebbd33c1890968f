import type { Step, StepId } from '../../addin/demonstration/api.ts';
import type { Text } from '../../core/locale.ts';
import type { Desk } from '../../core/policies/desk.ts';
import type { Keeping } from './kept.ts';
import { tripDraft } from './mailbox.ts';
import { personas } from './personas.ts';
import { homePolicy, phonesPolicy } from './school.ts';

const path: readonly Omit<Step, 'done' | 'proof'>[] = [
  {
    id: 'write',
    title: { en: 'Write to some families', cy: 'Ysgrifennu at rai teuluoedd' },
    says: {
      en: 'The head asks you to write about the trip. Open the draft and press Send: Beadle says what is amiss, and one click puts it right.',
      cy: 'Mae’r pennaeth yn gofyn ichi ysgrifennu am y daith. Agorwch y drafft a phwyswch Anfon: mae Beadle yn dweud beth sydd o’i le, ac mae un clic yn ei gywiro.'
    },
    persona: 'teacher',
    place: 'outlook',
    draft: tripDraft
  },
  {
    id: 'sign',
    title: { en: 'Sign what is new', cy: 'Llofnodi’r hyn sy’n newydd' },
    says: {
      en: 'This morning the bot asked you to sign «Phones and pictures». Open the text from the card, read it, and sign on the card.',
      cy: 'Y bore hwn gofynnodd y bot ichi lofnodi «Ffonau a lluniau». Agorwch y testun o’r cerdyn, darllenwch ef, a llofnodwch ar y cerdyn.'
    },
    persona: 'teacher',
    place: 'chat'
  },
  {
    id: 'ask',
    title: { en: 'Ask who has not signed', cy: 'Gofyn pwy sydd heb lofnodi' },
    says: {
      en: 'You are the coordinator now. Ask the bot in your own words, and remind people from its card.',
      cy: 'Chi yw’r cydlynydd nawr. Gofynnwch i’r bot yn eich geiriau eich hun, ac atgoffwch bobl o’i gerdyn.'
    },
    persona: 'coordinator',
    place: 'chat',
    words: 'Who hasn’t signed?'
  },
  {
    id: 'parent',
    title: { en: 'Sign as a parent, without an account', cy: 'Llofnodi fel rhiant, heb gyfrif' },
    says: {
      en: 'A reminder with a link came by mail. Open it, have a code sent, type it in, read and sign. The code lies in the inbox.',
      cy: 'Daeth nodyn atgoffa â dolen drwy’r post. Agorwch hi, gofynnwch am god, teipiwch ef, darllenwch a llofnodwch. Mae’r cod yn y mewnflwch.'
    },
    persona: 'parent',
    place: 'sign'
  },
  {
    id: 'audit',
    title: { en: 'Read last night’s audit', cy: 'Darllen archwiliad neithiwr' },
    says: {
      en: 'The tenant was audited at two o’clock. See in the report what changed since last week, what is to be put right, and what could not be looked at.',
      cy: 'Archwiliwyd y denantiaeth am ddau o’r gloch. Gwelwch yn yr adroddiad beth newidiodd ers yr wythnos diwethaf, beth sydd i’w gywiro, a beth na ellid edrych arno.'
    },
    persona: 'head',
    place: 'audits'
  },
  {
    id: 'tab',
    title: { en: 'Look at the dashboard', cy: 'Edrych ar y dangosfwrdd' },
    says: {
      en: 'The coordinator’s tab: signatures, audits, mail and incidents on one page.',
      cy: 'Tab y cydlynydd: llofnodion, archwiliadau, post a digwyddiadau ar un dudalen.'
    },
    persona: 'coordinator',
    place: 'tab'
  },
  {
    id: 'gmail',
    title: { en: 'The same in Gmail', cy: 'Yr un peth yn Gmail' },
    says: {
      en: 'Check the same draft with the add-on for Gmail. Gmail asks only when you click; the rules are the same.',
      cy: 'Gwiriwch yr un drafft â’r ategyn ar gyfer Gmail. Dim ond pan gliciwch y mae Gmail yn gofyn; yr un yw’r rheolau.'
    },
    persona: 'teacher',
    place: 'gmail',
    draft: tripDraft
  },
  {
    id: 'renewal',
    title: { en: 'Let a year go by', cy: 'Gadael i flwyddyn fynd heibio' },
    says: {
      en: 'Move the clock to the yearly renewal. Reminders go out on their days, the last audits of the year run, and in September everybody is asked again.',
      cy: 'Symudwch y cloc i’r adnewyddu blynyddol. Mae nodiadau atgoffa’n mynd allan ar eu dyddiau, cynhelir archwiliadau olaf y flwyddyn, ac ym mis Medi gofynnir i bawb eto.'
    },
    persona: 'coordinator',
    place: 'clock'
  }
];

/** What shows that a step was done. */
export const proofs = {
  write: { en: 'Put right before it left.', cy: 'Cywirwyd cyn iddi adael.' },
  ask: { en: 'The bot answered.', cy: 'Atebodd y bot.' },
  audit: { en: 'The report was opened.', cy: 'Agorwyd yr adroddiad.' },
  tab: { en: 'The dashboard was opened.', cy: 'Agorwyd y dangosfwrdd.' },
  gmail: { en: 'The add-on answered with its card.', cy: 'Atebodd yr ategyn gyda’i gerdyn.' }
} as const satisfies { readonly [S in StepId]?: Text };

const signed: Text = { en: 'It stands in the ledger.', cy: 'Mae yn y llyfr cofnodion.' };
const again: Text = { en: 'Everybody was asked again.', cy: 'Gofynnwyd i bawb eto.' };

/** The guided path as far as it went: what the ledger can say is asked of the ledger. */
export async function stepsOf(keeping: Keeping, desk: Desk, firstYear: number): Promise<readonly Step[]> {
  const people = await desk.people();
  const standing = async (persona: 'teacher' | 'parent', policy: string): Promise<boolean> => {
    const address = personas.find(({ id }) => id === persona)!.address;
    const person = people.find(each => each.address === address);
    const wanted = person ? (await desk.wanted(person.id)).filter(each => each.policy === policy) : [];
    return wanted.length > 0 && wanted.every(each => each.standing === 'signed' || each.answer?.entry.kind === 'signed');
  };
  const found: { [S in StepId]?: Text } = { ...keeping.now.done };
  if (!found.sign && (await standing('teacher', phonesPolicy.id))) found.sign = signed;
  if (!found.parent && (await standing('parent', homePolicy.id))) found.parent = signed;
  if (!found.renewal && (await desk.wanted()).some(({ year, askedAt }) => askedAt !== undefined && year !== undefined && year > firstYear))
    found.renewal = again;
  const fresh = (['sign', 'parent', 'renewal'] as const).filter(id => found[id] && !keeping.now.done[id]);
  if (fresh.length > 0)
    keeping.change(kept => {
      for (const id of fresh) kept.done[id] = found[id]!;
    });
  return path.map(step => {
    const proof = found[step.id];
    return { ...step, done: proof !== undefined, ...(proof ? { proof } : {}) };
  });
}
