import { el } from '../dom.ts';
import { ask } from './ask.ts';
import { said, saying } from './field.ts';
import { firstLocale, listenForLanguage, say, speak, tell } from './speak.ts';
import { show } from './view.ts';

/** What the screen shows: a code to scan, and the link behind it. */
interface Shown {
  readonly school: string;
  readonly link?: string;
  readonly svg?: string;
}

const every = 4000;
let link: string | undefined;
let svg: string | undefined;

async function begin(): Promise<void> {
  const key = /^#([A-Za-z0-9_-]{43})$/.exec(location.hash)?.[1];
  if (key !== undefined) {
    await ask('/kiosk/api/begin', { link: key });
    history.replaceState(null, '', location.pathname);
  }
  await look();
}

/** Looks whether the code on the screen is still good, and shows the next one if not. */
async function look(): Promise<void> {
  const answer = await ask<Shown>('/kiosk/api/show', link === undefined ? {} : { shown: link });
  if ('problem' in answer) {
    if (answer.status === 401) {
      [link, svg] = [undefined, undefined];
      show(said('h1', 'title'), el('div', { class: 'card' }, el('p', { class: 'wrong' }, answer.problem)));
      return;
    }
  } else if (answer.value.link) {
    const another = link !== undefined;
    [link, svg] = [answer.value.link, answer.value.svg];
    draw(answer.value.school);
    if (another) tell(say('kioskUsed'));
  }
  setTimeout(() => void look(), every);
}

let school = '';

function draw(name: string): void {
  school = name;
  const picture = el('img', {
    class: 'qr',
    alt: say('kioskCode'),
    width: '320',
    height: '320',
    src: `data:image/svg+xml,${encodeURIComponent(svg ?? '')}`
  });
  show(
    el('h1', {}, say('kioskTitle', { school })),
    said('p', 'kioskText', { class: 'lead' }),
    el('div', { class: 'card scan' }, said('h2', 'kioskScan'), picture),
    saying('kioskHere', { class: 'main here' }, () => {
      if (link !== undefined) location.assign(`/kiosk/visit#${link}`);
    })
  );
}

speak(firstLocale());
listenForLanguage(() => {
  if (svg !== undefined) draw(school);
});
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});
void begin();
