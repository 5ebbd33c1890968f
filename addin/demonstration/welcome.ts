import type { Place } from './api.ts';
import { button, el } from '../dom.ts';
import { inWords, say, spoken } from './speak.ts';
import type { Tour, View } from './tour.ts';

/** The first place: the school as it stands now, and whose eyes one can look through. */
export function welcome(tour: Tour): View {
  const root = el('section', { class: 'welcome' });
  let look = '';

  function update(): void {
    const { school, sent, personas, persona } = tour.state();
    const now = JSON.stringify([spoken(), school, sent, persona]);
    if (now === look) return;
    look = now;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['persona'] : undefined;
    root.replaceChildren(
      el('h1', {}, say('welcomeTitle', { school: school.name })),
      el('p', { class: 'lead' }, say('welcomeText')),
      el(
        'div',
        { class: 'tiles' },
        tile(
          'signedTile',
          say('ofAll', { count: school.signed, all: school.wanted }),
          signedText(),
          'sign',
          share(school.signed, school.wanted)
        ),
        tile(
          'auditTile',
          school.audits === 0 ? '–' : say('countRight', { count: school.right }),
          school.audits === 0 ? say('noAudit') : say('auditText', { wrong: school.wrong, unknown: school.unknown }),
          'audits',
          share(school.right, school.right + school.wrong + school.unknown)
        ),
        tile('peopleTile', String(school.staff + school.governors + school.parents + school.pupils), peopleText(), 'outlook'),
        tile('sentTile', String(sent), say('sentText'), 'clock')
      ),
      el('h2', {}, say('whoseEyes')),
      el(
        'ul',
        { class: 'personas', role: 'list' },
        ...personas.map(({ id, name, post, address }) => {
          const made = button(
            '',
            { class: 'persona', 'data-persona': id, 'aria-pressed': String(id === persona) },
            () => void tour.become(id)
          );
          made.append(
            el('span', { class: `face face-${id}`, 'aria-hidden': 'true' }, initials(name)),
            el('span', {}, el('b', {}, name), el('span', { class: 'soft' }, inWords(post)), el('span', { class: 'soft small' }, address))
          );
          return el('li', {}, made);
        })
      )
    );
    if (focused) root.querySelector<HTMLElement>(`[data-persona="${focused}"]`)?.focus();

    function signedText(): string {
      return school.overdue + school.declined === 0
        ? say('nothingOverdue')
        : say('overdueText', { overdue: school.overdue, declined: school.declined });
    }

    function peopleText(): string {
      return say('peopleText', { staff: school.staff, governors: school.governors, parents: school.parents, pupils: school.pupils });
    }
  }

  return { root, update };
}

function tile(
  title: 'signedTile' | 'auditTile' | 'peopleTile' | 'sentTile',
  figure: string,
  says: string,
  place: Place,
  filled?: number
): HTMLElement {
  return el(
    'a',
    { class: 'tile card', href: `#${place}` },
    el('span', { class: 'tile-title' }, say(title)),
    el('b', { class: 'figure' }, figure),
    ...(filled === undefined ? [] : [el('meter', { value: filled.toFixed(3), min: '0', max: '1', 'aria-hidden': 'true' })]),
    el('span', { class: 'soft' }, says)
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter(word => !/^[a-z]/.test(word))
    .slice(0, 2)
    .map(word => word.charAt(0))
    .join('');
}
