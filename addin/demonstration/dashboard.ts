import { paths } from './api.ts';
import { el } from '../dom.ts';
import { say } from './speak.ts';
import type { Tour, View } from './tour.ts';

/** The dashboard as the persona sees it: the real page, in a frame where it lets itself be framed, else one click away. */
export function dashboard(tour: Tour): View {
  const { persona } = tour.state();
  const href = `${paths.tab}?persona=${persona}`;
  const place = el('div', { class: 'framed' }, el('p', { class: 'empty-place' }, say('waiting')));
  const link = el('a', { href, target: '_blank', rel: 'noopener' }, say('tabOpen'), el('span', { class: 'unseen' }, say('newTab')));
  link.addEventListener('click', () => tour.seen('tab'));
  const root = el(
    'section',
    { class: 'tab-place' },
    el('h1', {}, say('tabTitle')),
    el('p', { class: 'lead' }, say('tabText'), ' ', link),
    place
  );
  const gone = new AbortController();

  async function look(): Promise<void> {
    try {
      const response = await fetch(href, { credentials: 'same-origin', cache: 'no-store', signal: gone.signal });
      if (!response.ok) {
        link.hidden = true;
        return place.replaceChildren(el('p', { class: 'empty-place' }, say('tabMissing')));
      }
      const policy = response.headers.get('content-security-policy') ?? '';
      const [, ancestors = ''] = /frame-ancestors ([^;]*)/.exec(policy) ?? [];
      if (policy.includes('frame-ancestors') && !ancestors.includes("'self'") && !ancestors.includes(location.origin)) {
        return place.replaceChildren(el('p', { class: 'empty-place' }, say('tabAlone')));
      }
      const frame = el('iframe', { title: say('tabTitle'), src: href });
      frame.addEventListener('load', () => tour.seen('tab'));
      place.replaceChildren(frame);
    } catch {
      if (!gone.signal.aborted) place.replaceChildren(el('p', { class: 'empty-place' }, say('away')));
    }
  }

  void look();
  return { root, update: () => {}, gone: () => gone.abort() };
}
