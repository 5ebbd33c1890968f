import type { Router } from 'express';
import type { Locale } from '../../core/locale.ts';
import { vendorNames } from '../../core/report/item.ts';
import type { Check } from '../../core/tenant/check.ts';
import { checks } from '../../core/tenant/checks/index.ts';
import { escaped } from './frame.ts';
import { routesOf } from './pages-of.ts';

const words = {
  en: {
    vendors: 'Where it looks, and how to put it right there',
    people: 'What it sees of people',
    monitors:
      'It looks at what people do, so it runs only once the data-protection assessment is dated under <code>dpia</code> in <code>beadle.yaml</code>.',
    page: 'the vendor’s page'
  },
  cy: {
    vendors: 'Ble mae’n edrych, a sut i’w gywiro yno',
    people: 'Yr hyn y mae’n ei weld o bobl',
    monitors:
      'Mae’n edrych ar yr hyn y mae pobl yn ei wneud, felly dim ond ar ôl dyddio’r asesiad diogelu data o dan <code>dpia</code> yn <code>beadle.yaml</code> y mae’n rhedeg.',
    page: 'tudalen y gwerthwr'
  }
} as const;

/** Every check of a tenant at `/checks`, and the page of each at `/checks/<id>`; the same in Welsh under `/cy`. */
export function checkRoutes(folder: string): Router {
  return routesOf(folder, {
    place: 'checks',
    units: checks,
    title: { en: 'The checks', cy: 'Y gwiriadau' },
    lead: {
      en: 'Each check looks at one setting of the school’s Microsoft 365 or Google Workspace, and is named after the wrong that it looks for. It only reads.',
      cy: 'Mae pob gwiriad yn edrych ar un gosodiad yn Microsoft 365 neu Google Workspace yr ysgol, ac wedi’i enwi ar ôl y bai y mae’n chwilio amdano. Darllen yn unig y mae.'
    },
    tag: ({ vendors }) => `<span class="tag off">${vendors.map(vendor => vendorNames[vendor]).join(', ')}</span>`,
    below: belowOf
  });
}

/** What a check says of itself besides its page. */
function belowOf({ vendors, pages, people }: Check, locale: Locale): string {
  const say = words[locale];
  const places = vendors.map(vendor => {
    const page = pages[vendor];
    return `<li>${page === undefined ? vendorNames[vendor] : `<a href="${escaped(page)}" rel="noreferrer">${vendorNames[vendor]}: ${say.page}</a>`}</li>`;
  });
  const note = people
    ? `\n<h2>${say.people}</h2>\n<p>${escaped(people.says[locale])}</p>${people.monitors ? `\n<p>${say.monitors}</p>` : ''}`
    : '';
  return `<h2>${say.vendors}</h2>\n<ul>\n${places.join('\n')}\n</ul>${note}`;
}
