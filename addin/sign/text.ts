import { fill } from '../../core/locale.ts';
import { el } from '../dom.ts';
import { ask, type Answer } from './ask.ts';
import { say } from './speak.ts';

/** A text as the service gives it when it is opened. */
export interface OpenText {
  readonly title: string;
  readonly version: string;
  readonly language: 'en' | 'cy';
  readonly sha256?: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly advice: boolean;
    readonly clauses: readonly { readonly number: string; readonly text: string; readonly binds: string }[];
  }[];
}

/** Opens a text: from then on it can be signed. */
export function openText(policy: string): Promise<Answer<OpenText>> {
  return ask<OpenText>('/sign/api/open', { policy, language: document.documentElement.lang });
}

/** The text, clause by clause, each with the number that the document gives it. */
export function clausesOf({ sections, language, sha256 }: OpenText): HTMLElement {
  const article = el('div', { class: 'clauses', lang: language });
  for (const { heading, advice, clauses } of sections) {
    if (heading !== '') article.append(el('h3', {}, heading));
    if (advice) article.append(el('p', { class: 'soft' }, say('advice')));
    article.append(
      el(
        'ul',
        { role: 'list' },
        ...clauses.map(({ number, text, binds }) =>
          el(
            'li',
            {},
            el('span', { class: 'number' }, number),
            el('div', {}, el('p', {}, text), ...(binds === '' ? [] : [el('p', { class: 'binds' }, fill(say('binds'), { parties: binds }))]))
          )
        )
      )
    );
  }
  if (sha256)
    article.append(el('p', { class: 'print', lang: document.documentElement.lang }, `${say('fingerprint')} `, el('code', {}, sha256)));
  return article;
}
