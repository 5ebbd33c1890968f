import type { Router } from 'express';
import type { Locale } from '../../core/locale.ts';
import type { Rule } from '../../core/mail/rule.ts';
import { rules } from '../../core/mail/rules/index.ts';
import { actionWords } from '../../core/mail/say.ts';
import type { Setting } from '../../core/mail/settings.ts';
import { escaped } from './frame.ts';
import { routesOf } from './pages-of.ts';

const words = {
  en: {
    off: 'Off until the school turns it on',
    settings: 'What a school may decide',
    unless: 'unless decided otherwise:',
    yes: 'yes',
    no: 'no',
    none: 'nothing'
  },
  cy: {
    off: 'Wedi’i diffodd nes i’r ysgol ei throi ymlaen',
    settings: 'Yr hyn y gall ysgol ei benderfynu',
    unless: 'oni phenderfynir yn wahanol:',
    yes: 'ie',
    no: 'na',
    none: 'dim'
  }
} as const;

/** Every rule at `/rules`, and the page of each at `/rules/<id>`; the same in Welsh under `/cy`. */
export function ruleRoutes(folder: string): Router {
  return routesOf(folder, {
    place: 'rules',
    units: rules,
    title: { en: 'The rules', cy: 'Y rheolau' },
    lead: {
      en: 'Each rule looks at one outgoing message. When it sees nothing wrong, it says nothing.',
      cy: 'Mae pob rheol yn edrych ar un neges sy’n mynd allan. Pan nad yw’n gweld dim o’i le, nid yw’n dweud dim.'
    },
    tag: tagOf,
    below: settingsOf
  });
}

function tagOf({ action }: Rule, locale: Locale): string {
  return `<span class="tag ${action}">${action === 'off' ? words[locale].off : actionWords[action][locale]}</span>`;
}

/** What a school may decide of a rule, read from the rule itself. */
function settingsOf(rule: Rule, locale: Locale): string {
  const say = words[locale];
  const settings = Object.entries(rule.settings).map(
    ([name, setting]) =>
      `<dt><code>${name}</code></dt><dd><span lang="en">${escaped(setting.says)}</span>; ${say.unless} ${escaped(valueOf(setting, locale))}</dd>`
  );
  const action = `<dt><code>action</code></dt><dd>${say.unless} ${tagOf(rule, locale)}</dd>`;
  return `<h2>${say.settings}</h2>\n<dl class="settings">\n${[action, ...settings].join('\n')}\n</dl>`;
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
