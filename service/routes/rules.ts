import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import { Marked } from 'marked';
import { duties } from '../../core/duties.ts';
import { type Locale, locales } from '../../core/locale.ts';
import type { Rule } from '../../core/mail/rule.ts';
import { rules } from '../../core/mail/rules/index.ts';
import { actionWords } from '../../core/mail/say.ts';
import type { Setting } from '../../core/mail/settings.ts';
import { escaped, framed, inLocale } from './frame.ts';

const words = {
  en: {
    title: 'The rules',
    lead: 'Each rule looks at one outgoing message. When it sees nothing wrong, it says nothing.',
    off: 'Off until the school turns it on',
    duties: 'The duties it serves',
    settings: 'What a school may decide',
    unless: 'unless decided otherwise:',
    yes: 'yes',
    no: 'no',
    none: 'nothing'
  },
  cy: {
    title: 'Y rheolau',
    lead: 'Mae pob rheol yn edrych ar un neges sy’n mynd allan. Pan nad yw’n gweld dim o’i le, nid yw’n dweud dim.',
    off: 'Wedi’i diffodd nes i’r ysgol ei throi ymlaen',
    duties: 'Y dyletswyddau y mae’n eu gwasanaethu',
    settings: 'Yr hyn y gall ysgol ei benderfynu',
    unless: 'oni phenderfynir yn wahanol:',
    yes: 'ie',
    no: 'na',
    none: 'dim'
  }
} as const;

/** Every rule at `/rules`, and the page of each at `/rules/<id>`; the same in Welsh under `/cy`. */
export function ruleRoutes(folder: string): Router {
  const routes = Router();
  for (const locale of locales) {
    routes.get(inLocale('/rules', locale), (_request, response) => {
      response.send(framed(locale, words[locale].title, listOf(locale), '/rules'));
    });
    routes.get(inLocale('/rules/:id', locale), async (request, response, next) => {
      const rule = rules.find(({ id }) => id === request.params['id']);
      if (!rule) return next();
      const file = join(folder, 'rules', `${rule.id}${locale === 'en' ? '' : `.${locale}`}.md`);
      const page = new Marked().parse(await readFile(file, 'utf8'), { async: false });
      response.send(framed(locale, rule.title[locale], `${page}${decisionsOf(rule, locale)}`, `/rules/${rule.id}`));
    });
  }
  return routes;
}

function listOf(locale: Locale): string {
  const say = words[locale];
  const lines = rules.map(
    rule => `<li><a href="${inLocale(`/rules/${rule.id}`, locale)}">${escaped(rule.title[locale])}</a> ${tagOf(rule, locale)}</li>`
  );
  return `<h1>${say.title}</h1>\n<p>${say.lead}</p>\n<ul class="rules">\n${lines.join('\n')}\n</ul>`;
}

function tagOf({ action }: Rule, locale: Locale): string {
  return `<span class="tag ${action}">${action === 'off' ? words[locale].off : actionWords[action][locale]}</span>`;
}

/** What stands below a rule's own page, read from the rule itself. */
function decisionsOf(rule: Rule, locale: Locale): string {
  const say = words[locale];
  const served = rule.duties.map(duty => `<li>${escaped(duties[duty].says[locale])}</li>`);
  const settings = Object.entries(rule.settings).map(
    ([name, setting]) =>
      `<dt><code>${name}</code></dt><dd><span lang="en">${escaped(setting.says)}</span>; ${say.unless} ${escaped(valueOf(setting, locale))}</dd>`
  );
  const action = `<dt><code>action</code></dt><dd>${say.unless} ${tagOf(rule, locale)}</dd>`;
  return `<h2>${say.duties}</h2>\n<ul>\n${served.join('\n')}\n</ul>\n<h2>${say.settings}</h2>\n<dl class="settings">\n${[action, ...settings].join('\n')}\n</dl>`;
}

function valueOf(setting: Setting, locale: Locale): string {
  switch (setting.kind) {
    case 'flag':
      return setting.default ? words[locale].yes : words[locale].no;
    case 'count':
    case 'choice':
      return String(setting.default);
    case 'choices':
    case 'list':
      return setting.default.join(', ') || words[locale].none;
  }
}
