import type { DutyId } from '../../duties.ts';
import type { Party } from '../policy.ts';
import { type Cues, cues, cueWords } from './cues.ts';

const names: { readonly [P in Party]: string } = {
  staff: 'staff|staffs|employee*|teacher*|volunteer*|colleagues|athrawon|athro|weithwyr',
  head: 'head|headteacher*|principal|pennaeth',
  coordinator: 'coordinator*|dsl|cydlynydd',
  governor: 'governor*|trustees|llywodraethwyr',
  visitor: 'visitor*|contractor*|authorised|journalist*|photographer*|guest*|ymwelwyr|contractwyr',
  pupil: 'pupil*|student*|children|child|learner*|disgybl*|plant|plentyn|dysgwyr',
  parent: 'parent*|carer*|guardian*|rhieni|rhiant|gofalwyr',
  school: 'school|schools|trust|academy|we|curriculum|filtering|ysgol'
};

/** Everybody who uses the school's systems. */
const everybody = 'users|everyone|everybody|anyone|defnyddwyr|pawb';

const order = Object.keys(names) as Party[];

/** Who keeps a duty where a clause only says what is done: «Pupils are taught», «All traffic is filtered». */
const keepers: { readonly [D in DutyId]?: readonly Party[] } = {
  'filtering-in-place': ['school'],
  'monitor-use': ['school'],
  'monitor-lawfully': ['school'],
  'mail-scanned-and-logged': ['school'],
  'own-account-for-each-user': ['school'],
  'virus-protection-current': ['school'],
  'assess-new-technology': ['school'],
  'publish-policy': ['school'],
  'publish-with-approval': ['school'],
  'review-policy': ['school'],
  'consult-on-policy': ['school'],
  'inform-parents': ['school'],
  'name-post-holders': ['school'],
  'plan-online-safety-year': ['school'],
  'train-staff': ['staff', 'school'],
  'no-pupil-names-with-images': ['school'],
  'outside-cameras-with-permission': ['visitor', 'school'],
  'refer-outside': ['school'],
  'handle-data-breaches': ['school'],
  'log-incidents': ['coordinator'],
  'report-to-governors': ['head', 'governor'],
  'teach-online-safety': ['staff'],
  'supervise-pupils-online': ['staff'],
  'images-stored-on-network': ['staff']
};

/** Finds whom a clause binds: who it speaks of before its verb, else who keeps its surest duty, else who its headings speak of. */
export function partyFinder(): (text: string, headings: readonly string[], title: string, duty: DutyId | undefined) => readonly Party[] {
  let signers: { readonly under: string; readonly parties: readonly Party[] } | undefined;
  const found: Cues = cues([...order.map(party => names[party]), everybody]);
  const verbs = cues([
    'must|shall|should|will|may|can|cannot|is|are|was|has|have|do|does|not|never|ensure*|receive*|take*|give*|gives|keep*|agree|rhaid|dylai|bydd|peidiwch|ni|caiff'
  ]);
  const inWords = (words: readonly string[]): readonly Party[] => {
    const parties = new Set<Party>();
    for (const { cue } of found.find(words)) {
      if (cue < order.length) parties.add(order[cue]!);
      else for (const party of ['staff', 'governor', 'visitor', 'pupil'] as const) parties.add(party);
    }
    return order.filter(party => parties.has(party));
  };
  return (text, headings, title, duty) => {
    const words = cueWords(withoutOccasion(text));
    const verb = verbs.find(words)[0];
    const subject = words.slice(0, verb ? verb.from : 6);
    const speaks = subject.some(word => word === 'i' || word === 'my' || word === 'you' || word === 'your');
    const named = speaks ? [] : inWords(subject);
    // «School staff» are staff, «the school's systems» is no body.
    const spoken = named.filter(party => party !== 'school');
    // «Photographs of pupils must not be sent» asks nothing of pupils.
    const people = spoken.length > 0 && duty !== undefined && isOfThings(subject, found) ? [] : spoken;
    const passive =
      people.every(party => party === 'pupil' || party === 'parent') && !/\bmust\b|\bshould\b|\bmay\b|\bnot\b|\bsign/i.test(text);
    const kept = speaks || duty === undefined ? undefined : keepers[duty];
    if (kept && (people.length === 0 || passive)) return kept;
    if (people.length > 0) {
      if (duty === 'sign-policy' || duty === 'know-the-scope') signers = { under: headings.join('\n'), parties: people };
      return people;
    }
    if (
      named.length > 0 &&
      /^(?:the |our |this |each |at |all )?(?:[\w'’.]+ ){0,3}(?:schools?|trust|academy|curriculum)\b(?! (?:systems?|equipment|network|devices?|internet))|^we\b/i.test(
        text
      )
    )
      return ['school'];
    for (let i = headings.length - 1; i >= 0; i -= 1) {
      const above = inWords(cueWords(headings[i]!)).filter(party => party !== 'school');
      if (above.length > 0) return above;
    }
    // «All staff and governors sign this»: they are who says «I» below it.
    if (signers && signers.under === headings.join('\n')) return signers.parties;
    const whole = inWords(cueWords(title)).filter(party => party !== 'school');
    return whole.length > 0 ? whole : ['staff'];
  };
}

/** A sentence without the occasion before its comma, «When e-mailing parents, …», which names whom it is about and not whom it binds. */
function withoutOccasion(text: string): string {
  const occasion = /^(?:when|where|if|before|after|while|unless) [^,.;:]{0,120}, /i.exec(text);
  const rest = occasion ? text.slice(occasion[0].length) : text;
  return /^(?:they|he|she|it|this|these|those|then)\b/i.test(rest) ? text : rest;
}

/** Whether a subject is a thing of somebody: «photographs of pupils», «pupils’ names». */
function isOfThings(subject: readonly string[], names: Cues): boolean {
  const thing = subject.findIndex(word => things.indexOf(` ${word} `) >= 0);
  const first = names.find(subject)[0];
  return thing >= 0 && first !== undefined && (first.from > thing || first.to === thing);
}

const things =
  ' photograph photographs photo photos image images picture pictures video videos film films recording recordings name names details data record records information address addresses work ';
