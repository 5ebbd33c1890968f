import { type Links, paths } from './api.ts';
import { button, el } from '../dom.ts';
import { ask } from './service.ts';
import { inWords, say, spoken } from './speak.ts';
import type { Tour, View } from './tour.ts';

type Report = Links['reports'][number];

/** How many audits the table shows; the dashboard shows all. */
const rows = 6;

/** The audits so far and the reports that follow from the last one, each as its reader is mailed it. */
export function audits(tour: Tour): View {
  const place = el('div', {}, el('p', { class: 'empty-place' }, say('waiting')));
  const root = el(
    'section',
    { class: 'audits-place' },
    el('h1', {}, say('auditsTitle')),
    el('p', { class: 'lead' }, say('auditsText')),
    place
  );
  let asked = -1;
  let reader: Report['reader'] | undefined;

  async function fetchAudits(): Promise<void> {
    const answer = await ask<Links>(paths.links);
    if ('problem' in answer) return place.replaceChildren(el('p', { class: 'empty-place wrong' }, answer.problem));
    show(answer.value);
  }

  function show(links: Links): void {
    const next = tour.state().clock.to.find(({ id }) => id === 'audit');
    const run =
      next &&
      button(say('runAudit', { when: inWords(next.words) }), { class: 'quiet', id: 'run-audit' }, () => void tour.move({ to: 'audit' }));
    if (links.audits.length === 0) return place.replaceChildren(el('p', { class: 'empty-place' }, say('noAudits')), ...(run ? [run] : []));
    const chosen = links.reports.find(each => each.reader === (reader ?? usual())) ?? links.reports[0];
    place.replaceChildren(
      el(
        'div',
        { class: 'card block scrolls', tabindex: '0', role: 'region', 'aria-labelledby': 'audits-table' },
        el(
          'table',
          {},
          el('caption', { id: 'audits-table' }, say('auditsTable')),
          el(
            'thead',
            {},
            el('tr', {}, ...(['when', 'right', 'wrong', 'unknown'] as const).map(word => el('th', { scope: 'col' }, say(word))))
          ),
          el(
            'tbody',
            {},
            ...links.audits
              .slice(0, rows)
              .map(({ words, right, wrong, unknown }) =>
                el(
                  'tr',
                  {},
                  el('th', { scope: 'row' }, inWords(words)),
                  el('td', { class: 'right' }, String(right)),
                  el('td', { class: 'wrongs' }, String(wrong)),
                  el('td', {}, String(unknown))
                )
              )
          )
        )
      ),
      ...(run ? [el('p', { class: 'doing' }, run)] : []),
      ...(chosen ? [reportsNode(links.reports, chosen, links)] : [])
    );
  }

  /** Which report is one’s own. */
  function usual(): Report['reader'] {
    const { persona } = tour.state();
    return persona === 'it' ? 'it' : persona === 'head' ? 'head' : persona === 'chair' ? 'governors' : 'coordinator';
  }

  function reportsNode(reports: readonly Report[], chosen: Report, links: Links): HTMLElement {
    const title = inWords(chosen.title);
    const frame = el('iframe', { class: 'report', title, src: chosen.html[spoken()] });
    frame.addEventListener('load', () => tour.seen('report'));
    return el(
      'section',
      { 'aria-labelledby': 'reports-title' },
      el('h2', { id: 'reports-title' }, say('reportsTitle')),
      el(
        'div',
        { class: 'readers', role: 'group', 'aria-labelledby': 'reports-title' },
        ...reports.map(each =>
          button(inWords(each.title), { class: 'reader', 'aria-pressed': String(each === chosen), 'data-reader': each.reader }, () => {
            reader = each.reader;
            show(links);
            root.querySelector<HTMLElement>(`[data-reader="${each.reader}"]`)?.focus();
          })
        )
      ),
      el('div', { class: 'framed' }, frame),
      el(
        'p',
        { class: 'doing' },
        el(
          'a',
          { href: chosen.html[spoken()], target: '_blank', rel: 'noopener' },
          say('reportOpen'),
          el('span', { class: 'unseen' }, say('newTab'))
        ),
        el('a', { href: chosen.pdf }, say('reportPdf'))
      )
    );
  }

  function update(): void {
    const { audits: count } = tour.state().school;
    if (asked === count) return;
    asked = count;
    void fetchAudits();
  }

  return { root, update };
}
