import * as z from 'zod';
import { fill } from '../../core/locale.ts';
import { type Field, fields } from '../../core/policies/audience.ts';
import type { Refusal } from '../../core/policies/desk.ts';
import { deskWords } from '../../core/policies/desk-words.ts';
import type { Entry, Recorded } from '../../core/policies/entry.ts';
import { cardNow, itemsOf, signedOf, standingFor } from '../asked.ts';
import { type Item, keyOf } from '../cards/ask.ts';
import { plain } from '../cards/plain.ts';
import { signed } from '../cards/signed.ts';
import type { Action, Card, Turn } from '../turn.ts';
import { isOfForm, itemShape, mostItems, sentenceFor, tick, typed } from './shapes.ts';

const pressed = z
  .object({
    items: z.array(itemShape).min(1).max(mostItems),
    name: typed,
    question: typed,
    'job-title': typed,
    class: typed,
    relationship: typed
  })
  // `tick0` belongs to the first of the items.
  .catchall(tick)
  .refine(data => Object.keys(data).every(name => name in pressedNames || /^tick\d{1,3}$/.test(name)));

const pressedNames = { items: true, name: true, question: true, 'job-title': true, class: true, relationship: true };

const words = {
  otherLanguage: {
    en: 'You opened «{title}» in another language. Please open it in {language} before you sign it here.',
    cy: 'Agoroch «{title}» mewn iaith arall. Agorwch ef yn {language} cyn ei lofnodi yma.'
  },
  en: { en: 'English', cy: 'Saesneg' },
  cy: { en: 'Welsh', cy: 'Gymraeg' }
};

interface Signing {
  readonly items: readonly z.output<typeof itemShape>[];
  readonly ticked: readonly z.output<typeof itemShape>[];
  readonly name: string;
  readonly question: string;
  readonly fields: { readonly [F in Field]: string };
}

type Signature = Recorded<Extract<Entry, { readonly kind: 'signed' }>>;
interface Refused {
  readonly key: string;
  readonly refusal: Refusal;
  readonly field: string | undefined;
}

/** Signs what was ticked. What was not taken comes back as the card with a sentence, and with what was typed. */
export const sign: Action<Signing> = {
  id: 'sign',
  read: data => {
    const { success, data: read } = pressed.safeParse(data);
    if (!success) return undefined;
    const ticks: { readonly [name: string]: unknown } = read;
    return {
      items: read.items,
      ticked: read.items.filter((_, index) => ticks[`tick${index}`] === true),
      name: read.name ?? '',
      question: read.question ?? '',
      fields: { 'job-title': read['job-title'] ?? '', class: read.class ?? '', relationship: read.relationship ?? '' }
    };
  },
  run: async (turn, data) => {
    if (data.ticked.length === 0) return { card: await again(turn, data, [{ key: '', refusal: 'not-agreed', field: undefined }]) };
    const { done, already, refused } = await signEach(turn, data);
    const receipts = [...done, ...(await standingFor(turn, already))];
    if (refused.length > 0)
      return {
        card: await again(turn, data, refused),
        ...(done.length > 0 ? { says: [{ card: await receipt(turn, done), summary: deskWords.receipt[turn.locale] }] } : {})
      };
    return { card: receipts.length > 0 ? await receipt(turn, receipts) : await cardNow(turn) };
  }
};

async function signEach(
  turn: Turn,
  data: Signing
): Promise<{ readonly done: readonly Signature[]; readonly already: readonly string[]; readonly refused: readonly Refused[] }> {
  const { desk, person, channel = 'teams', assurance = 'directory', countersigner } = turn;
  const open = await itemsOf(turn, true);
  const done: Signature[] = [];
  const already: string[] = [];
  const refused: Refused[] = [];
  for (const { policy, major, child, language } of data.ticked) {
    const key = keyOf({ policy, child });
    // One question, one task: it goes with the first signature that is taken.
    const question = done.length === 0 ? data.question : '';
    const taken = await desk.sign({
      matter: { person: person.id, policy, ...(child === undefined ? {} : { child }) },
      major,
      typedName: data.name,
      fields: fieldsFor(
        open.find(item => keyOf(item) === key),
        data.fields
      ),
      agreed: true,
      ...(question === '' ? {} : { question }),
      language,
      channel,
      assurance,
      ...(countersigner === undefined ? {} : { countersigner })
    });
    if ('done' in taken) done.push(taken.done.entry);
    else if (taken.refused === 'signed-already') already.push(key);
    else refused.push({ key, refusal: taken.refused, field: taken.field });
  }
  return { done, already, refused };
}

function fieldsFor(item: Item | undefined, typedFields: Signing['fields']): { readonly [field: string]: string } {
  return Object.fromEntries((item?.fields ?? fields).flatMap(field => (typedFields[field] === '' ? [] : [[field, typedFields[field]]])));
}

async function receipt(turn: Turn, signatures: readonly Signature[]): Promise<Card> {
  const left = await itemsOf(turn);
  const all = await Promise.all(signatures.map(signature => signedOf(turn, signature)));
  return signed({ signed: all, left: left.length, mailed: turn.person.address !== undefined }, turn.locale);
}

async function again(turn: Turn, data: Signing, refused: readonly Refused[]): Promise<Card> {
  const { locale } = turn;
  const open = await itemsOf(turn, true);
  const sentences = refused.map(({ key, refusal, field }) => {
    const item = open.find(each => keyOf(each) === key);
    if (refusal === 'not-opened' && item?.opened !== undefined)
      return fill(words.otherLanguage[locale], { title: plain(item.title), language: words[item.language] }, locale);
    const named = data.items.length > 1 && !isOfForm(refusal) ? item : undefined;
    return sentenceFor(refusal, locale, { field, title: named && (named.child ? `${named.title} (${named.child.name})` : named.title) });
  });
  // A newer text is to be read and ticked anew.
  const outdated = refused.filter(({ refusal }) => refusal === 'old-version').map(({ key }) => key);
  return cardNow(turn, {
    attention: Array.from(new Set(sentences)),
    declined: data.items.some(({ policy, child }) =>
      open.some(item => item.why === 'declined' && keyOf(item) === keyOf({ policy, child }))
    ),
    typed: {
      name: data.name,
      fields: data.fields,
      question: data.question,
      ticked: data.ticked.map(({ policy, child }) => keyOf({ policy, child })).filter(key => !outdated.includes(key))
    }
  });
}
