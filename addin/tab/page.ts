import type { Changed, Session } from './api.ts';
import { read, send, signedIn, signedOut } from './ask.ts';
import { el, the } from './dom.ts';
import { cleared } from './done.ts';
import { askForCode, askForLink, saidBefore } from './enter.ts';
import { type Frame, framed as framing } from './frame.ts';
import { button } from './pieces.ts';
import { shown } from './screen.ts';
import { browsersLocale, choose, chosenLocale, localeOf, say, speak } from './speak.ts';
import type { Teams } from './teams.ts';

/** The secret of a mailed link, behind `#`. */
function linkHere(): string | undefined {
  return /^#([A-Za-z0-9_-]{43})$/.exec(location.hash)?.[1];
}

let host: Teams | undefined;
let sitting: { readonly session: Session; readonly frame: Frame; readonly live: EventSource } | undefined;
/** Draws again what stands before the door, in another language. */
let outside: () => void = () => {};

async function start(): Promise<void> {
  shown(el('h1', { class: 'unseen' }, 'Beadle'), el('p', { class: 'waiting', role: 'status' }, say('waiting')));
  // Nobody but Teams and its family may frame this page, and our own demonstration.
  if (window.parent !== window && !framedByOurselves()) host = await (await import('./teams.ts')).teams();
  if (host?.locale && !chosenLocale()) speak(host.locale);
  if (host) return byTeams();
  const link = linkHere();
  if (link === undefined) return enter();
  outside = () =>
    askForCode(link, () => {
      history.replaceState(null, '', location.pathname);
      void enter();
    });
  outside();
}

/** Whether the page around this one is of this service: Teams, which is not, does not let us ask. */
function framedByOurselves(): boolean {
  try {
    return window.parent.location.origin === location.origin;
  } catch {
    return false;
  }
}

/** Inside Teams whoever opened the tab is known to it: its token is shown to the service, which lets them in. */
async function byTeams(): Promise<void> {
  let token: string;
  try {
    token = await host!.token();
  } catch {
    return notByTeams(say('teamsText'));
  }
  const answer = await send('enter/teams', { token });
  if ('problem' in answer) return notByTeams(answer.problem);
  await enter();
}

function notByTeams(sentence: string): void {
  outside = () => saidBefore(say('teamsTitle'), sentence, say('again'), () => void byTeams());
  outside();
  host!.ready();
}

async function enter(): Promise<void> {
  const answer = await read<Session>('session');
  if ('problem' in answer) {
    if (answer.status === 401) {
      outside = () => askForLink();
    } else {
      outside = () => saidBefore(say('enterTitle'), answer.problem, say('again'), () => void enter());
    }
    outside();
    host?.failed(answer.problem);
    return;
  }
  sit(answer.value);
}

function sit(session: Session): void {
  const { language, school, csrf } = session;
  // Whoever set Teams to Welsh, or whom the school knows to wish it, is spoken to in Welsh until they choose otherwise.
  speak(chosenLocale() ?? (host?.locale === 'cy' ? 'cy' : language));
  document.querySelector<HTMLElement>('.languages')!.hidden = school.languages.length < 2;
  signedIn(csrf, because => void ended(because));
  const frame = framing(session, view => {
    host?.share(view, `${say(view)} – Beadle`);
    person(session);
  });
  const live = new EventSource('/tab/api/changes');
  let revision: string | undefined;
  live.addEventListener('revision', event => {
    const { revision: now } = JSON.parse(event.data as string) as Changed;
    const before = revision;
    revision = now;
    if (before !== undefined && before !== now) frame.renew();
  });
  live.addEventListener('ended', () => void ended(''));
  sitting = { session, frame, live };
  person(session);
  frame.go(location.hash.slice(1) || host?.asked || '', false);
  host?.ready();
}

/** The sitting is over: inside Teams another begins by itself, elsewhere whoever is here is asked. */
async function ended(because: string): Promise<void> {
  if (!sitting) return;
  stood();
  if (host) return byTeams();
  outside = () => askForLink(because === '' ? undefined : because);
  outside();
}

/** Nobody sits here any more: what was read leaves the screen and the memory. */
function stood(): void {
  sitting?.live.close();
  sitting?.frame.leave();
  sitting = undefined;
  signedOut();
  cleared();
  for (const box of document.querySelectorAll('dialog')) box.close();
  the('school').textContent = '';
  the('person').replaceChildren();
  the('view').replaceChildren();
}

function person({ person: { name }, school, by }: Session): void {
  the('school').replaceChildren(el('bdi', {}, school.name));
  the('person').replaceChildren(el('bdi', {}, name), ...(by === 'link' ? [button(say('leave'), 'plain-button', () => void leave())] : []));
}

async function leave(): Promise<void> {
  await send('leave', {});
  stood();
  history.replaceState(null, '', location.pathname);
  outside = () => saidBefore(say('left'), say('leftText'), say('signInAgain'), () => ((outside = () => askForLink()), outside()));
  outside();
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[name=language]')) {
  input.addEventListener('change', () => {
    const locale = localeOf(input.value) ?? 'en';
    choose(locale);
    speak(locale);
    if (!sitting) return outside();
    person(sitting.session);
    sitting.frame.reopen();
  });
}
the('skip').addEventListener('click', event => {
  // The address says which view is shown: the way past the navigation leaves it alone.
  event.preventDefault();
  the('view').focus();
});
addEventListener('hashchange', () => {
  if (linkHere() !== undefined) return location.reload();
  sitting?.frame.go(location.hash.slice(1), true);
});
// A page that the browser kept for «back» may show what somebody else looked at.
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});
speak(chosenLocale() ?? browsersLocale());
void start();
