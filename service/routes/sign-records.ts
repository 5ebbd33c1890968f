import express, { Router } from 'express';
import helmet from 'helmet';
import { allowedTo, rightsOf } from '../../bot/rights.ts';
import type { Locale, Text } from '../../core/locale.ts';
import { isSecret } from '../links.ts';
import { signaturesFile } from '../ledger/signatures-file.ts';
import type { Signatures } from '../signatures.ts';
import { framed } from './frame.ts';
import { limitedEach } from './sign-guard.ts';

const words = {
  title: { en: 'The school’s signatures', cy: 'Llofnodion yr ysgol' },
  about: {
    en: 'Where every signature stands, as a file. It holds names: keep it as you keep a register. This link gives one file, once.',
    cy: 'Cyflwr pob llofnod, fel ffeil. Mae’n cynnwys enwau: cadwch hi fel y cadwch gofrestr. Mae’r ddolen hon yn rhoi un ffeil, unwaith.'
  },
  xlsx: { en: 'Excel (XLSX)', cy: 'Excel (XLSX)' },
  csv: { en: 'Table (CSV)', cy: 'Tabl (CSV)' },
  over: {
    en: 'This link is no longer good. Write «export» to Beadle in Teams, and it gives you another.',
    cy: 'Nid yw’r ddolen hon yn gweithio mwyach. Ysgrifennwch «allforio» at Beadle yn Teams, a chewch un arall.'
  },
  no: {
    en: 'Only the e-safety coordinator may take the records out.',
    cy: 'Dim ond y cydlynydd e-ddiogelwch a gaiff allforio’r cofnodion.'
  }
} as const satisfies { readonly [name: string]: Text };

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

/**
 * `/sign/records#<secret>`: the link that a coordinator gets in the chat. Opening it uses nothing up, because programs that look at links open them too;
 * pressing a button does, and gives the file to whoever is a coordinator at that moment. `log` gets who took it, by id.
 */
export function recordsRoutes(
  signatures: Pick<Signatures, 'desk' | 'school' | 'now' | 'id' | 'links'>,
  log: (line: string) => void
): Router {
  const { links, desk, now } = signatures;
  const routes = Router();
  routes.use(
    '/sign/records',
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"]
        }
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: false
    }),
    limitedEach(30),
    (request, response, next) => {
      response.set('Cache-Control', 'no-store').set('X-Robots-Tag', 'noindex');
      response.locals['locale'] = request.acceptsLanguages('en', 'cy') || 'en';
      next();
    }
  );
  routes.get('/sign/records', (_request, response) => {
    const locale = response.locals['locale'] as Locale;
    response.send(
      framed(
        locale,
        words.title[locale],
        `<h1>${words.title[locale]}</h1><p>${words.about[locale]}</p><form method="post"><input type="hidden" name="link"><button name="format" value="xlsx">${words.xlsx[locale]}</button> <button name="format" value="csv">${words.csv[locale]}</button></form><script type="module" src="/sign/records.js"></script>`
      )
    );
  });
  routes.post('/sign/records', express.urlencoded({ extended: false, limit: '1kb' }), async (request, response) => {
    const locale = response.locals['locale'] as Locale;
    const { link, format: asked } = (request.body ?? {}) as { readonly link?: unknown; readonly format?: unknown };
    const format = asked === 'csv' ? 'csv' : 'xlsx';
    const used = typeof link === 'string' && isSecret(link) ? await links.use(link, 'records') : undefined;
    if (used?.person === undefined) return void response.status(410).send(said(locale, 'over'));
    const people = await desk.people();
    const person = people.find(
      ({ id, leftOn }) => id === used.person && (leftOn === undefined || leftOn >= now().toISOString().slice(0, 10))
    );
    if (!person || allowedTo('export', rightsOf(person, people)) !== 'all') {
      log(`The records were refused as a file (${used.person}).`);
      return void response.status(403).send(said(locale, 'no'));
    }
    const { content, count } = await signaturesFile(format, signatures, { lang: person.language });
    log(`The records were given out as a file (${format}, ${count}, ${person.id}).`);
    response
      .set('Content-Type', types[format])
      .set('Content-Disposition', `attachment; filename="signatures-${now().toISOString().slice(0, 10)}.${format}"`)
      .send(Buffer.from(content));
  });
  return routes;
}

function said(locale: Locale, what: 'over' | 'no'): string {
  return framed(locale, words.title[locale], `<h1>${words.title[locale]}</h1><p>${words[what][locale]}</p>`);
}
