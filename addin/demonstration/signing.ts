import { type Links, paths } from './api.ts';
import { el, button } from '../dom.ts';
import { ask } from './service.ts';
import { inWords, say, spoken } from './speak.ts';
import type { Tour, View } from './tour.ts';

/** Where people without Teams sign: their links, the code that each is mailed, the screen at the door, and the texts. */
export function signing(tour: Tour): View {
  const links = el('div', {}, el('p', { class: 'empty-place' }, say('waiting')));
  const code = el('div', { class: 'code card', role: 'status' });
  const root = el('section', { class: 'sign-place' }, el('h1', {}, say('signTitle')), el('p', { class: 'lead' }, say('signText')), links);
  let asked = -1;
  let look = '';

  async function fetchLinks(): Promise<void> {
    const answer = await ask<Links>(paths.links);
    if ('problem' in answer) return links.replaceChildren(el('p', { class: 'empty-place wrong' }, answer.problem));
    show(answer.value);
  }

  function show({ sign, kiosk, report, policies }: Links): void {
    const { persona, personas } = tour.state();
    const mine = sign.filter(each => each.persona === persona);
    const others = sign.filter(each => each.persona !== persona);
    links.replaceChildren(
      el(
        'section',
        { class: 'card block', 'aria-labelledby': 'sign-mine' },
        el('h2', { id: 'sign-mine' }, say('signMine', { name: personas.find(({ id }) => id === persona)?.name ?? '' })),
        ...(mine.length === 0 ? [el('p', { class: 'soft' }, say('signNone'))] : mine.map(({ name, href }) => opening(name, href))),
        code
      ),
      el(
        'section',
        { class: 'card block', 'aria-labelledby': 'sign-others' },
        el('h2', { id: 'sign-others' }, say('signOthers')),
        el(
          'ul',
          { class: 'links', role: 'list' },
          ...others.map(each => {
            const post = personas.find(({ id }) => id === each.persona)?.post;
            return el(
              'li',
              {},
              button(say('becomeToSign', { name: each.name }), { class: 'quiet' }, () => void tour.become(each.persona)),
              ...(post ? [' ', el('span', { class: 'soft' }, inWords(post))] : [])
            );
          }),
          el('li', {}, away(say('signKiosk'), kiosk), ' ', el('span', { class: 'soft' }, say('signKioskText'))),
          el('li', {}, away(say('signReport'), report), ' ', el('span', { class: 'soft' }, say('signReportText')))
        )
      ),
      ...(policies.length === 0
        ? []
        : [
            el(
              'section',
              { class: 'card block', 'aria-labelledby': 'sign-texts' },
              el('h2', { id: 'sign-texts' }, say('signTexts')),
              el(
                'ul',
                { class: 'links', role: 'list' },
                ...policies.map(({ title, version, pdf }) => {
                  const href = pdf[spoken()] ?? pdf.en ?? pdf.cy;
                  const name = `${inWords(title)}, ${version}`;
                  return el('li', {}, href === undefined ? name : away(`${name} (PDF)`, href));
                })
              )
            )
          ])
    );
  }

  function opening(name: string, href: string): HTMLElement {
    const link = away(say('signOpen', { name }), href);
    link.classList.add('main-link');
    // A link is good once: there is a new one for the next time.
    link.addEventListener('click', () => setTimeout(() => void fetchLinks(), 1500));
    return el('p', { class: 'doing' }, link);
  }

  /** The code of six digits stands in the newest letter of whoever opened a link. */
  function showCode(): void {
    const { inbox, personas, persona } = tour.state();
    const letter = inbox.find(({ ours, body }) => ours && /\b\d{3} \d{3}\b/.test(body));
    const digits = letter && /\b(\d{3} \d{3})\b/.exec(letter.body)?.[1];
    const now = JSON.stringify([spoken(), letter?.id]);
    if (now === look) return;
    look = now;
    code.hidden = !digits;
    if (!letter || !digits) return;
    const who = personas.find(({ id }) => id === persona)?.name ?? '';
    code.replaceChildren(
      el('p', {}, say('codeFor', { name: who })),
      el('p', { class: 'digits' }, digits),
      el('p', { class: 'soft' }, say('codeWhere'))
    );
  }

  function update(): void {
    showCode();
    const { signed, wanted } = tour.state().school;
    if (asked === signed * 10_000 + wanted) return;
    asked = signed * 10_000 + wanted;
    void fetchLinks();
  }

  return { root, update };
}

/** A link that opens beside this page. */
function away(says: string, href: string): HTMLAnchorElement {
  return el('a', { href, target: '_blank', rel: 'noopener' }, says, el('span', { class: 'unseen' }, say('newTab')));
}
