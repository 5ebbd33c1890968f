import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import { Marked } from 'marked';
import { duties, type DutyId } from '../../core/duties.ts';
import { type Locale, locales, type Text } from '../../core/locale.ts';
import { escaped, framed, inLocale } from './frame.ts';

/** What has a page of its own beside it, and in which place they are served and built: `rules`, `checks`. */
export interface Pages<Unit extends { readonly id: string; readonly title: Text; readonly duties: readonly DutyId[] }> {
  readonly place: string;
  readonly units: readonly Unit[];
  readonly title: Text;
  readonly lead: Text;
  /** What stands beside a unit in the list, and below its page, as HTML of our own making. */
  readonly tag: (unit: Unit, locale: Locale) => string;
  readonly below: (unit: Unit, locale: Locale) => string;
}

const served = { en: 'The duties it serves', cy: 'Y dyletswyddau y mae’n eu gwasanaethu' } as const;

/** All of them at `/<place>`, and the page of each at `/<place>/<id>`, as the build put it into `folder`; the same in Welsh under `/cy`. */
export function routesOf<Unit extends { readonly id: string; readonly title: Text; readonly duties: readonly DutyId[] }>(
  folder: string,
  { place, units, title, lead, tag, below }: Pages<Unit>
): Router {
  const routes = Router();
  for (const locale of locales) {
    routes.get(inLocale(`/${place}`, locale), (_request, response) => {
      const lines = units.map(
        unit => `<li><a href="${inLocale(`/${place}/${unit.id}`, locale)}">${escaped(unit.title[locale])}</a> ${tag(unit, locale)}</li>`
      );
      const list = `<h1>${title[locale]}</h1>\n<p>${lead[locale]}</p>\n<ul class="rules">\n${lines.join('\n')}\n</ul>`;
      response.send(framed(locale, title[locale], list, `/${place}`));
    });
    routes.get(inLocale(`/${place}/:id`, locale), async (request, response, next) => {
      const unit = units.find(({ id }) => id === request.params['id']);
      if (!unit) return next();
      const file = join(folder, place, `${unit.id}${locale === 'en' ? '' : `.${locale}`}.md`);
      const page = new Marked().parse(await readFile(file, 'utf8'), { async: false });
      const asked = unit.duties.map(duty => `<li>${escaped(duties[duty].says[locale])}</li>`);
      const duty = `<h2>${served[locale]}</h2>\n<ul>\n${asked.join('\n')}\n</ul>\n`;
      response.send(framed(locale, unit.title[locale], `${page}${duty}${below(unit, locale)}`, `/${place}/${unit.id}`));
    });
  }
  return routes;
}
