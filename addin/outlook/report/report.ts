import { clockRuns } from '../../../core/incidents/clock.ts';
import { mailCategories, subjects, subjectWords } from '../../../core/incidents/incident.ts';
import { safeguarding } from '../../../core/incidents/safeguarding.ts';
import { steps } from '../../../core/incidents/steps.ts';
import { fill, type Locale, locales } from '../../../core/locale.ts';
import { button, el, the } from '../../dom.ts';
import { type Host, localeOf } from '../host.ts';
import { shown } from '../pane/shown.ts';
import { fetchReporting, type Reported, type Reporting, sendReport } from '../reports.ts';
import { isOffline, type Service, type Trouble } from '../service.ts';
import { canSignIn, type Lack, registrationOf, type Tokens, tokensFor } from '../sign-in.ts';
import { kindWords, type Word, words } from './words.ts';

/** What somebody reports: a mail of one of these kinds, or a worry about a child. */
type Kind = (typeof mailCategories)[number] | 'child';
/** Why nothing can be sent now. */
type Wrong = Lack | Trouble | 'unknown';

const languageKey = 'beadle.language';

/** A mail as it is read: here Outlook hands these over as they are. */
interface ReadItem {
  readonly subject?: unknown;
  readonly from?: { readonly displayName?: string; readonly emailAddress?: string };
}

begin().catch(() => without('wentWrong'));

async function begin(): Promise<void> {
  // Its script comes from the vendor, and does not come without a connection.
  if (typeof Office === 'undefined') return without('noOffice');
  await Office.onReady();
  const host = Office as unknown as Host;
  const item = host.context?.mailbox?.item as unknown as ReadItem | undefined;
  // While a message is written its subject has to be asked for.
  if (!item || typeof item.subject !== 'string') return without('noItem');
  start(host, { subject: item.subject, name: item.from?.displayName ?? '', address: item.from?.emailAddress ?? '' });
}

/** Ties the page together. */
function start(host: Host, mail: { readonly subject: string; readonly name: string; readonly address: string }): void {
  const open: Service = { fetch: (input, init) => window.fetch(input, init) };
  let locale: Locale = chosenLocale() ?? localeOf(host);
  let tokens: Tokens | undefined;
  let service: Service | undefined;
  let reporting: Reporting | undefined;
  let wrong: Wrong | undefined;
  let attention: ((spoken: Locale) => string) | undefined;
  let referral: string | undefined;
  let asked = false;
  let reported: Extract<Reported, { reference: string }> | undefined;
  let once = crypto.randomUUID();
  let busy = false;

  const kind = (): Kind | undefined => {
    const value = document.querySelector<HTMLInputElement>('input[name=kind]:checked')?.value;
    return value === 'child' ? value : mailCategories.find(each => each === value);
  };
  const note = the<HTMLTextAreaElement>('note');
  const ticked = (id: string): boolean => the<HTMLInputElement>(id).checked;

  /** The outermost hand: whatever goes wrong is said, and what was typed stays. */
  function run(act: () => Promise<void>): void {
    act().catch(() => {
      busy = false;
      attention = spoken => words.wentWrong[spoken];
      show();
      announce(words.wentWrong[locale]);
    });
  }

  function announce(says: string): void {
    the('status').textContent = says;
  }

  function show(): void {
    const chosen = kind();
    document.body.classList.toggle('busy', busy);
    showState();
    the('form').hidden = reported !== undefined;
    the('done').hidden = reported === undefined;
    if (reported) return showDone(reported, chosen);
    for (const place of document.querySelectorAll<HTMLElement>('[data-kind]')) {
      const id = place.dataset['kind'] as Kind;
      place.textContent = (id === 'child' ? safeguarding.choice : kindWords[id])[locale];
    }
    for (const place of document.querySelectorAll<HTMLElement>('[data-role-of]')) {
      const subject = subjects.find(each => each === place.dataset['roleOf']);
      if (subject) place.textContent = subjectWords[subject][locale];
    }
    the('sender').textContent = fill(words.sender[locale], { sender: [mail.name, mail.address].filter(each => each !== '').join(', ') });
    the('subject').textContent = fill(words.subject[locale], { subject: mail.subject || words.noSubject[locale] });
    the('rest').hidden = chosen === undefined || chosen === 'child';
    // Where data is gone by the nature of the thing there is nothing to ask.
    the('personal-line').hidden = chosen === undefined || chosen === 'child' || clockRuns(chosen, false);
    showMeanwhile(chosen);
    the('attention').hidden = attention === undefined;
    the('attention').textContent = attention ? attention(locale) : '';
    note.setAttribute('aria-describedby', attention ? 'attention' : '');
    the('send').textContent = busy ? words.sending[locale] : words.send[locale];
  }

  function showState(): void {
    const root = the('state');
    root.hidden = wrong === undefined;
    root.dataset['wrong'] = wrong ?? '';
    shown(root, [wrong, locale], () => {
      if (wrong === undefined) return [];
      const helps =
        wrong === 'sign-in' || wrong === 'closed' ? 'signIn' : wrong === 'offline' || wrong === 'unreachable' ? 'retry' : undefined;
      const how = helps === 'signIn' ? 'ask' : 'silent';
      return [
        el('p', {}, words[wrong][locale]),
        ...(helps
          ? [
              el(
                'p',
                { class: 'doing' },
                button(words[helps][locale], { id: 'connect', class: 'quiet' }, () => run(() => connected(how)))
              )
            ]
          : [])
      ];
    });
  }

  function showMeanwhile(chosen: Kind | undefined): void {
    const root = the('meanwhile');
    root.hidden = chosen === undefined;
    root.classList.toggle('child', chosen === 'child');
    const lead = reporting?.lead ?? safeguarding.lead;
    shown(root, [chosen, locale, lead, referral], () =>
      chosen === undefined
        ? []
        : chosen === 'child'
          ? [
              el('h2', {}, safeguarding.title[locale]),
              el('p', {}, el('b', {}, fill(safeguarding.now[locale], { lead }, locale))),
              el('p', {}, el('b', {}, safeguarding.danger[locale])),
              el('p', {}, safeguarding.aboutLead[locale]),
              el('p', {}, safeguarding.kept[locale]),
              ...(referral === undefined
                ? []
                : [el('p', { id: 'referral' }, fill(safeguarding.reference[locale], { reference: referral }))])
            ]
          : [
              el('h2', {}, words.meanwhile[locale]),
              ...stepsOf(chosen, locale),
              el('p', {}, fill(safeguarding.reminder[locale], { lead }, locale))
            ]
    );
  }

  function showDone({ reference, routed }: Extract<Reported, { reference: string }>, chosen: Kind | undefined): void {
    const outside = reporting?.outside;
    shown(the('done'), [reference, routed, chosen, locale], () => [
      el('h2', { id: 'done-title', tabindex: '-1' }, words.done[locale]),
      el('p', { class: 'reference' }, fill(words.reference[locale], { reference })),
      el('p', {}, routed || !outside ? words.next[locale] : fill(words.nobody[locale], { outside }, locale)),
      ...(chosen === undefined || chosen === 'child' ? [] : [el('h3', {}, words.meanwhile[locale]), ...stepsOf(chosen, locale)]),
      el('p', { class: 'doing' }, button(words.another[locale], { id: 'another', class: 'quiet' }, again))
    ]);
  }

  /** Gets a token where there is none that holds, and learns whom to speak to. Only a click may open a window. */
  async function connect(how: 'silent' | 'ask'): Promise<Wrong | undefined> {
    if (isOffline()) return 'offline';
    if (!canSignIn(host)) return 'too-old';
    if (!tokens) {
      const registration = await registrationOf(open);
      if (!registration) return isOffline() ? 'offline' : 'unreachable';
      tokens = tokensFor(registration);
    }
    const given = await tokens(how);
    if ('without' in given) return given.without;
    service = { ...open, token: given.token };
    const said = await fetchReporting(service);
    if ('trouble' in said) return said.trouble;
    reporting = said;
    return said.known ? undefined : 'unknown';
  }

  async function connected(how: 'silent' | 'ask'): Promise<void> {
    const clicked = the('state').contains(document.activeElement);
    wrong = await connect(how);
    if (wrong === undefined) attention = undefined;
    show();
    if (wrong) announce(words[wrong][locale]);
    if (clicked) (document.getElementById('connect') ?? the('title')).focus();
    if (kind() === 'child') await refer();
  }

  /** Has it kept that somebody was told to speak to the safeguarding lead: once, and nothing else. */
  async function refer(): Promise<void> {
    if (asked || !service) return;
    asked = true;
    const answer = await sendReport(service, { kind: 'child' });
    if ('reference' in answer) referral = answer.reference;
    else asked = false;
    show();
  }

  async function send(): Promise<void> {
    const chosen = kind();
    if (busy || chosen === undefined || chosen === 'child') return;
    if (note.value.trim() === '') return refuse(spoken => words.noteMissing[spoken], note);
    busy = true;
    attention = undefined;
    show();
    // A token may have run out while somebody typed.
    wrong = await connect('silent');
    if (wrong === 'sign-in') wrong = await connect('ask');
    const answer = wrong === undefined && service ? await sendReport(service, formOf(chosen)) : undefined;
    busy = false;
    if (answer && 'reference' in answer) {
      reported = answer;
      show();
      announce(`${words.done[locale]} ${fill(words.reference[locale], { reference: answer.reference })}`);
      return the('done-title').focus();
    }
    if (answer && 'refused' in answer) return refuse(() => answer.refused, note);
    if (answer) wrong = 'trouble' in answer ? answer.trouble : 'unknown';
    const why = wrong ?? 'unreachable';
    refuse(spoken => words[why][spoken], the('attention'));
  }

  function formOf(chosen: Exclude<Kind, 'child'>) {
    return {
      kind: chosen,
      once,
      note: note.value,
      about: the<HTMLInputElement>('about').value,
      aboutRoles: subjects.filter(subject => document.querySelector<HTMLInputElement>(`input[name=role][value="${subject}"]`)?.checked),
      personal: ticked('personal'),
      language: locale,
      ...(ticked('with-sender') ? { sender: { name: mail.name.slice(0, 320), address: mail.address.slice(0, 320) } } : {}),
      ...(ticked('with-subject') ? { subject: mail.subject.slice(0, 320) } : {})
    };
  }

  function refuse(says: (spoken: Locale) => string, focus: HTMLElement): void {
    attention = says;
    show();
    announce(says(locale));
    focus.focus();
  }

  /** A fresh form for the same mail. */
  function again(): void {
    reported = undefined;
    once = crypto.randomUUID();
    the<HTMLFormElement>('form').reset();
    show();
    the('title').focus();
  }

  the('form').addEventListener('submit', event => {
    event.preventDefault();
    run(send);
  });
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=kind]')) {
    radio.addEventListener('change', () => {
      attention = undefined;
      show();
      if (kind() === 'child') run(refer);
    });
  }
  // What was typed is not sent by itself: whoever wrote it may have thought better of it.
  window.addEventListener('online', () => run(() => connected('silent')));
  heedLanguage(chosen => {
    locale = chosen;
    show();
  });
  showTheme();
  say(locale);
  the('form').hidden = false;
  show();
  run(() => connected('silent'));
}

function stepsOf(kind: Exclude<Kind, 'child'>, locale: Locale): readonly HTMLElement[] {
  const list = el('ul', {}, ...steps[kind].reporter.map(step => el('li', {}, step[locale])));
  return kind === 'misdirected-mail' ? [el('p', {}, words.received[locale]), el('p', {}, words.sentByYou[locale]), list] : [list];
}

/** The page where there is nothing to report: one plain sentence. */
function without(says: 'noOffice' | 'noItem' | 'wentWrong'): void {
  const root = the('state');
  const speak = (locale: Locale): void => {
    say(locale);
    root.hidden = false;
    root.replaceChildren(el('p', {}, words[says][locale]));
  };
  heedLanguage(speak);
  speak(chosenLocale() ?? (/^cy\b/i.test(navigator.language) ? 'cy' : 'en'));
}

function heedLanguage(speak: (locale: Locale) => void): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=language]')) {
    radio.addEventListener('change', () => {
      const chosen = locales.find(each => each === radio.value);
      if (!chosen || !radio.checked) return;
      try {
        window.localStorage.setItem(languageKey, chosen);
      } catch {
        // Some browsers give a page inside another no store: it is chosen again the next time.
      }
      say(chosen);
      speak(chosen);
    });
  }
}

/** Puts the standing words of the page into a language. */
function say(locale: Locale): void {
  document.documentElement.lang = locale;
  for (const element of document.querySelectorAll<HTMLElement>('[data-say]'))
    element.textContent = words[element.dataset['say'] as Word][locale];
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=language]')) radio.checked = radio.value === locale;
}

function chosenLocale(): Locale | undefined {
  try {
    const kept = window.localStorage.getItem(languageKey);
    return locales.find(each => each === kept);
  } catch {
    // As above.
    return undefined;
  }
}

/** Light or dark as Outlook is, where it says so; else as the device is. */
function showTheme(): void {
  const ground = (Office.context as { readonly officeTheme?: { readonly bodyBackgroundColor?: unknown } }).officeTheme?.bodyBackgroundColor;
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(typeof ground === 'string' ? ground : '');
  if (!found) return;
  const [red, green, blue] = found.slice(1).map(part => parseInt(part, 16)) as [number, number, number];
  document.documentElement.dataset['theme'] = red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? 'dark' : 'light';
}
