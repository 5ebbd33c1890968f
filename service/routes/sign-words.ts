import type { Request, Response } from 'express';
import type { Locale, Text } from '../../core/locale.ts';
import { problem } from './problem.ts';

/** What can go wrong on the pages to sign, with what to do about it. */
const words = {
  nobody: {
    en: 'You are no longer known to this page. Please open the link in your mail again, or ask for a new one.',
    cy: 'Nid yw’r dudalen hon yn eich adnabod bellach. Agorwch y ddolen yn eich neges eto, neu gofynnwch am un newydd.'
  },
  'link-gone': {
    en: 'This link was used before or is too old. Please ask for a new one.',
    cy: 'Defnyddiwyd y ddolen hon o’r blaen neu mae’n rhy hen. Gofynnwch am un newydd.'
  },
  'visit-gone': {
    en: 'This code on the screen was used before or is too old. Please scan the new one.',
    cy: 'Defnyddiwyd y cod hwn ar y sgrin o’r blaen neu mae’n rhy hen. Sganiwch yr un newydd.'
  },
  'wrong-code': {
    en: 'This code is not right, or no longer good. Please look at the newest mail, or ask for another code.',
    cy: 'Nid yw’r cod hwn yn gywir, neu nid yw’n gweithio bellach. Edrychwch ar y neges ddiweddaraf, neu gofynnwch am god arall.'
  },
  'read-only': {
    en: 'With this link you can read. To sign here, please ask for a code first, or sign in Teams.',
    cy: 'Gyda’r ddolen hon gallwch ddarllen. I lofnodi yma, gofynnwch am god yn gyntaf, neu llofnodwch yn Teams.'
  },
  'not-yours': {
    en: 'This is not among what you are asked to sign. Please load the page again.',
    cy: 'Nid yw hwn ymhlith yr hyn y gofynnir ichi ei lofnodi. Llwythwch y dudalen eto.'
  },
  'not-understood': {
    en: 'The page sent something that is not understood here, and nothing was recorded. Please load the page again.',
    cy: 'Anfonodd y dudalen rywbeth nad yw’n ddealladwy yma, ac ni chofnodwyd dim. Llwythwch y dudalen eto.'
  },
  elsewhere: {
    en: 'This was sent from another website, and nothing was recorded. Please use the page of the school.',
    cy: 'Anfonwyd hwn o wefan arall, ac ni chofnodwyd dim. Defnyddiwch dudalen yr ysgol.'
  },
  'too-often': {
    en: 'Too much was asked at once. Please wait a minute and try again.',
    cy: 'Gofynnwyd gormod ar unwaith. Arhoswch funud a rhowch gynnig arall arni.'
  },
  'no-kiosk': {
    en: 'This screen is not a kiosk. Please ask the office for a new link.',
    cy: 'Nid yw’r sgrin hon yn giosg. Gofynnwch i’r swyddfa am ddolen newydd.'
  },
  'no-class': {
    en: 'You have no class whose pupils are asked to sign. Please tell the e-safety coordinator if you should.',
    cy: 'Nid oes gennych ddosbarth y gofynnir i’w ddisgyblion lofnodi. Rhowch wybod i’r cydlynydd e-ddiogelwch os dylai fod.'
  },
  'class-not-begun': {
    en: 'Please go to the class from your own page first.',
    cy: 'Ewch at y dosbarth o’ch tudalen eich hun yn gyntaf.'
  },
  fault: {
    en: 'Something went wrong on our side. Please try again in a minute; what you typed is still there.',
    cy: 'Aeth rhywbeth o’i le ar ein hochr ni. Rhowch gynnig arall arni ymhen munud; mae’r hyn a deipiwyd yno o hyd.'
  }
} as const satisfies { readonly [reason: string]: Text };

export type SignProblem = keyof typeof words;

/** In which language a request wants its answer: the first of ours that it names. */
export function localeOf(request: Request): Locale {
  return request.acceptsLanguages('en', 'cy') === 'cy' ? 'cy' : 'en';
}

/** Answers with a problem in the language of the request. `code` is that of the line in the log. */
export function signProblem(request: Request, response: Response, status: number, reason: SignProblem, code?: string): void {
  const locale = localeOf(request);
  response.set('Content-Language', locale);
  problem(response, status, words[reason][locale], { reason, ...(code !== undefined && { code }) });
}
