import type { Request, Response } from 'express';
import type { Text } from '../../core/locale.ts';
import { problem } from './problem.ts';
import { localeOf } from './sign-words.ts';

/** What can go wrong on the tab, with what to do about it. */
const words = {
  nobody: {
    en: 'You are not signed in, or have not done anything for a while. Please sign in again.',
    cy: 'Nid ydych wedi mewngofnodi, neu nid ydych wedi gwneud dim ers tro. Mewngofnodwch eto.'
  },
  'not-for-you': {
    en: 'This is not for your post at the school. If you need it, ask the e-safety coordinator.',
    cy: 'Nid yw hyn ar gyfer eich swydd yn yr ysgol. Os oes ei angen arnoch, gofynnwch i’r cydlynydd e-ddiogelwch.'
  },
  'read-only': {
    en: 'Nothing can be changed here at the moment. Please try again later.',
    cy: 'Ni ellir newid dim yma ar hyn o bryd. Rhowch gynnig arall arni yn nes ymlaen.'
  },
  elsewhere: {
    en: 'This was sent from another website, and nothing was done. Please use the page of the school.',
    cy: 'Anfonwyd hwn o wefan arall, ac ni wnaed dim. Defnyddiwch dudalen yr ysgol.'
  },
  'not-understood': {
    en: 'The page sent something that is not understood here, and nothing was done. Please load the page again.',
    cy: 'Anfonodd y dudalen rywbeth nad yw’n ddealladwy yma, ac ni wnaed dim. Llwythwch y dudalen eto.'
  },
  'too-often': {
    en: 'Too much was asked at once. Please wait a minute and try again.',
    cy: 'Gofynnwyd gormod ar unwaith. Arhoswch funud a rhowch gynnig arall arni.'
  },
  'wrong-code': {
    en: 'This code is not right, or no longer good. Please look at the newest mail, or ask for another link.',
    cy: 'Nid yw’r cod hwn yn gywir, neu nid yw’n gweithio bellach. Edrychwch ar y neges ddiweddaraf, neu gofynnwch am ddolen arall.'
  },
  stranger: {
    en: 'You are not on the school’s list of people whom this page is for. Ask the e-safety coordinator.',
    cy: 'Nid ydych ar restr yr ysgol o’r bobl y mae’r dudalen hon ar eu cyfer. Gofynnwch i’r cydlynydd e-ddiogelwch.'
  },
  'no-teams': {
    en: 'Teams could not sign you in here. Please sign in with your address.',
    cy: 'Ni allodd Teams eich mewngofnodi yma. Mewngofnodwch gyda’ch cyfeiriad.'
  },
  'keys-unreachable': {
    en: 'The sign-in could not be checked just now. Please try again in a few minutes, or sign in with your address.',
    cy: 'Ni ellid gwirio’r mewngofnodi nawr. Rhowch gynnig arall arni ymhen ychydig funudau, neu mewngofnodwch gyda’ch cyfeiriad.'
  },
  'not-there': {
    en: 'There is nothing of the kind here. Please load the page again.',
    cy: 'Nid oes dim o’r fath yma. Llwythwch y dudalen eto.'
  },
  changed: {
    en: 'Somebody else changed this meanwhile. Please look at it again.',
    cy: 'Newidiodd rhywun arall hyn yn y cyfamser. Edrychwch arno eto.'
  },
  fault: {
    en: 'Something went wrong on our side. Please try again in a minute.',
    cy: 'Aeth rhywbeth o’i le ar ein hochr ni. Rhowch gynnig arall arni ymhen munud.'
  }
} as const satisfies { readonly [reason: string]: Text };

export type TabProblem = keyof typeof words;

/** Answers with a problem in the language of the request. `code` is that of the line in the log. */
export function tabProblem(request: Request, response: Response, status: number, reason: TabProblem, code?: string): void {
  const locale = localeOf(request);
  response.set('Content-Language', locale);
  problem(response, status, words[reason][locale], { reason, ...(code !== undefined && { code }) });
}

/** Answers that something was not done, in words that are in the language of the request already. */
export function tabRefused(response: Response, says: string): void {
  problem(response, 422, says, { reason: 'refused' });
}
