import type { RequestHandler } from 'express';
import { framed, inLocale } from './frame.ts';

const words = {
  en: { title: 'There is no page at this address', back: 'Write a mail and see what Beadle says', or: 'or read', rules: 'all the rules' },
  cy: {
    title: 'Does dim tudalen yn y cyfeiriad hwn',
    back: 'Ysgrifennwch neges i weld beth mae Beadle yn ei ddweud',
    or: 'neu darllenwch',
    rules: 'bob un o’r rheolau'
  }
} as const;

/** Answers whatever nobody else answered: 404, in words. */
export const missing: RequestHandler = (request, response) => {
  const locale = /^\/cy(?:\/|$)/.test(request.path) ? 'cy' : 'en';
  const say = words[locale];
  response
    .status(404)
    .send(
      framed(
        locale,
        say.title,
        `<h1>${say.title}</h1>\n<p><a href="${inLocale('/', locale)}">${say.back}</a>, ${say.or} <a href="${inLocale('/rules', locale)}">${say.rules}</a>.</p>`
      )
    );
};
