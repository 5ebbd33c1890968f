import { fill, type Locale, locales } from '../../../core/locale.ts';
import { reviewWith, type Rested } from '../../../core/mail/approved.ts';
import { readFacts } from '../../../core/mail/facts.ts';
import type { Message } from '../../../core/mail/message.ts';
import type { Remedy } from '../../../core/mail/remedy.ts';
import type { Finding, Verdict } from '../../../core/mail/review.ts';
import { say } from '../../../core/mail/say.ts';
import { button, el, the } from '../../dom.ts';
import { type Answered, askApproval, type Asked, fetchApprovals } from '../approvals.ts';
import { asked } from '../asked.ts';
import { fetchPolicy } from '../fetch-policy.ts';
import { localeOf } from '../host.ts';
import { heeding } from '../judged.ts';
import { type Answer, dropAnswers, keepAnswer, type Kept, keptAnswers, keptApprovals, keptPolicy } from '../kept.ts';
import { readMessage } from '../mailbox.ts';
import type { PaneContext } from '../names.ts';
import { canDo, carryOut, type Outcome, type WritingHost } from '../remedies.ts';
import { sendAnswers, sendRecords } from '../send-records.ts';
import { isOffline, type Service } from '../service.ts';
import { canSignIn, registrationOf, type Tokens, tokensFor } from '../sign-in.ts';
import { approvalSection, type Askable, askableIn, type Given } from './approval.ts';
import { shown } from './shown.ts';
import { countOf, findingsList, namesIn, type Showing, summaryOf } from './findings.ts';
import { rescuing } from './rescued.ts';
import { type Asking, stateOf } from './state.ts';
import { type Unknown, unknownIn, whoIsThis } from './who-is-this.ts';
import { refusalWords, whoWords, type Word, words } from './words.ts';

/** Milliseconds without a change after which the message is read again. */
const pause = 150;
/** Milliseconds between two looks that nobody asked for. */
const between = 1000;
const patience = 2500;
const languageKey = 'beadle.language';

begin().catch(() => without('wentWrong', browserLocale()));

async function begin(): Promise<void> {
  // Its script comes from the vendor, and does not come without a connection.
  if (typeof Office === 'undefined') return without('noOffice', browserLocale());
  await Office.onReady();
  const host = Office as unknown as WritingHost;
  const { context } = host;
  if (!context?.mailbox?.item || !context.roamingSettings) return without('noItem', browserLocale());
  start(host);
}

/** Ties the pane together. */
function start(host: WritingHost): void {
  const settings = rescuing(host.context.roamingSettings, () => host.context.mailbox.item?.sessionData);
  const open: Service = { fetch: (input, init) => window.fetch(input, init) };
  let locale: Locale = chosenLocale() ?? localeOf(host);
  let kept: Kept | undefined = keptPolicy(settings, new Date());
  let asking: Asking = 'idle';
  let tokens: Tokens | undefined;
  let service: Service | undefined;
  let judged:
    | {
        readonly message: Message;
        readonly verdict: Verdict;
        readonly approved: Rested['approved'];
        readonly by: Showing;
        readonly unknown: readonly Unknown[];
        readonly askable: Askable | undefined;
      }
    | undefined;
  let steps: readonly { readonly says: (locale: Locale) => string; readonly undo: () => Promise<Outcome> }[] = [];
  let outcome: ((locale: Locale) => string) | undefined;
  let opened: string | undefined;
  let turn = 0;
  let looked = 0;
  let waiting = 0;
  let busy = false;
  let summary = '';
  let leave: readonly Asked[] | undefined;
  let attention = '';
  let form = crypto.randomUUID();

  const findings = findingsList(the('findings-place'), (remedy, finding) => run(() => put(remedy, finding)));
  const approval = approvalSection(the('approval'), given => run(() => askLeave(given)));
  const who = whoIsThis(the('who'), {
    answer: (unknown, audience) => run(() => answered(unknown, audience)),
    forget: unknown => run(() => forgotten(unknown))
  });

  /** The outermost hand: whatever goes wrong in the pane is said in it, and the pane stays usable. */
  function run(act: () => Promise<void>): void {
    act().catch(() => {
      if (asking === 'asking') asking = 'unreachable';
      told(spoken => words.wentWrong[spoken]);
      the('verdict').hidden = false;
      announce(words.wentWrong[locale]);
    });
  }

  /** Reads the message and judges it anew. Of two looks that overlap only the later one is shown. */
  async function look(): Promise<void> {
    window.clearTimeout(waiting);
    turn += 1;
    const mine = turn;
    looked = Date.now();
    const now = new Date();
    kept = keptPolicy(settings, now);
    if (!kept || !host.context.mailbox.item) {
      judged = undefined;
      return show();
    }
    const message = await readMessage(host, now);
    if (mine !== turn) return;
    const answers = keptAnswers(settings);
    const policy = heeding(kept, message, settings);
    const { verdict, approved } = reviewWith(keptApprovals(settings), message, policy);
    const { prose } = readFacts(message, policy);
    judged = {
      message,
      verdict,
      approved,
      by: {
        locale,
        message,
        text: prose && 'value' in prose ? prose.value.text : '',
        names: namesIn(message),
        canDo: remedy => canDo(remedy, host, message)
      },
      unknown: unknownIn(message, kept.device.policy, answers),
      askable: askableIn(verdict, message, policy)
    };
    show();
  }

  function lookSoon(): void {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => run(look), pause);
  }

  /** The text of a message has no event: whoever comes back to the pane sees it judged anew. */
  function lookAgain(): void {
    if (document.visibilityState === 'visible' && Date.now() - looked > between) lookSoon();
  }

  function show(): void {
    showState();
    the('verdict').hidden = !judged;
    showOutcome();
    if (!judged) {
      the('approval').hidden = true;
      return who([], locale);
    }
    const { verdict, approved, message, by, unknown, askable } = judged;
    approval({ approved, askable, asked: leave, attention }, locale);
    findings(verdict, { ...by, locale });
    the('count').textContent = countOf(verdict, locale);
    the('count').hidden = verdict.findings.length === 0;
    who(unknown, locale);
    const says = summaryOf(verdict, message, locale);
    if (says !== summary) announce(says);
    summary = says;
    if (opened !== undefined) lead(opened);
    opened = undefined;
  }

  /** Leads to the finding from which the pane was opened. */
  function lead(rule: string): void {
    const finding = [...document.querySelectorAll<HTMLElement>('[data-finding]')].find(each => each.dataset['finding'] === rule);
    const target = finding?.querySelector<HTMLElement>('[data-remedy]') ?? finding;
    target?.focus();
    finding?.scrollIntoView({ block: 'nearest' });
  }

  function showState(): void {
    const state = stateOf(kept, asking, locale);
    const root = the('state');
    root.dataset['policy'] = state.policy;
    root.dataset['asking'] = asking;
    shown(root, [state, locale], () => {
      const button = stateButton(state.button);
      return [
        el('p', { class: 'policy' }, el('b', {}, state.title), ...(state.version ? [' ', el('small', {}, state.version)] : [])),
        ...state.says.map(sentence => el('p', {}, sentence)),
        ...(button ? [el('p', { class: 'doing' }, button)] : [])
      ];
    });
  }

  function stateButton(which: 'sign-in' | 'retry' | undefined): HTMLButtonElement | undefined {
    if (which === 'sign-in') return button(words.signIn[locale], { id: 'sign-in', class: 'remedy' }, () => run(() => ask('ask')));
    return which && button(words.retry[locale], { id: 'retry', class: 'quiet' }, () => run(() => ask('silent')));
  }

  function showOutcome(): void {
    const last = steps[steps.length - 1];
    const says = outcome ?? last?.says;
    the('outcome').hidden = !says;
    the('outcome-text').textContent = says ? says(locale) : '';
    the('undo').hidden = !last;
  }

  /** Says something to those who listen. */
  function announce(says: string): void {
    the('status').textContent = says;
  }

  async function put(remedy: Remedy, finding: Finding): Promise<void> {
    if (busy) return;
    working(true, () => words.doing[locale]);
    const name = (spoken: Locale): string => say(finding, spoken).remedy;
    const result = await carryOut(remedy, host);
    if ('refused' in result) told(spoken => refusalWords[result.refused][spoken]);
    else if (result.undo) {
      steps = [...steps, { says: spoken => fill(words.done[spoken], { remedy: name(spoken) }), undo: result.undo }];
      told(undefined);
    } else told(spoken => fill(words.doneForGood[spoken], { remedy: name(spoken) }));
    await look();
    announce(`${the('outcome-text').textContent} ${summary}`);
    if ('done' in result) (result.undo ? the('undo') : the('title')).focus();
  }

  async function undo(): Promise<void> {
    const last = steps[steps.length - 1];
    if (!last || busy) return;
    working(true, () => words.doing[locale]);
    const result = await last.undo();
    // What Outlook did not do this time it may do the next time.
    if (!('refused' in result) || result.refused !== 'unreachable') steps = steps.slice(0, -1);
    told(spoken => ('refused' in result ? refusalWords[result.refused][spoken] : words.undone[spoken]));
    await look();
    announce(`${the('outcome-text').textContent} ${summary}`);
    (steps.length > 0 ? the('undo') : the('title')).focus();
  }

  function told(says: typeof outcome): void {
    working(false, says);
  }

  function working(now: boolean, says: typeof outcome): void {
    busy = now;
    outcome = says;
    document.body.classList.toggle('busy', now);
    showOutcome();
  }

  /** Asks for leave to send this message. Its text goes along only where the sender ticked that. */
  async function askLeave({ note, attach }: Given): Promise<void> {
    if (!judged?.askable || !service || busy) return;
    working(true, () => words.doing[locale]);
    const { askable, by, message } = judged;
    const subject = 'value' in message.subject ? message.subject.value : '';
    const text = { subject: subject.slice(0, 300), body: by.text.slice(0, 8000) };
    const answer = await askApproval(settings, service, { once: form, ...askable, note, language: locale, ...(attach ? { text } : {}) });
    told(undefined);
    taken(answer);
    const went = answer !== undefined && 'asked' in answer;
    if (went) form = crypto.randomUUID();
    else attention = answer && 'refused' in answer ? answer.refused : words.leaveFailed[locale];
    await look();
    announce(went ? words.leaveSent[locale] : attention);
    (document.getElementById(went ? 'approval-title' : 'approval-note') ?? the('title')).focus();
  }

  function taken(answer: Answered): void {
    attention = '';
    if (answer && 'asked' in answer) leave = answer.asked;
  }

  async function answered(unknown: Unknown, audience: Answer['audience']): Promise<void> {
    const ok = await keepAnswer(settings, { hash: unknown.hash, audience, provider: unknown.provider });
    await look();
    const says = ok ? fill(words.noted[locale], { who: whoWords[audience as keyof typeof whoWords][locale] }) : words.notNoted[locale];
    announce(`${says} ${summary}`);
    const next = document.querySelector<HTMLElement>('#who [data-who]') ?? changeButtonOf(unknown) ?? the('title');
    next.focus();
    if (ok && service) await sendAnswers(settings, service);
  }

  async function forgotten(unknown: Unknown): Promise<void> {
    await dropAnswers(settings, [unknown.hash]);
    await look();
    document.querySelector<HTMLElement>(`#who [data-unknown="${CSS.escape(unknown.address)}"] [data-who]`)?.focus();
  }

  function changeButtonOf({ address }: Unknown): HTMLElement | null {
    return document.querySelector<HTMLElement>(`#who [data-change="${CSS.escape(address)}"]`);
  }

  /** Asks the school for a newer policy, and hands over what waits. Only a click may open a window. */
  async function ask(how: 'silent' | 'ask'): Promise<void> {
    if (asking === 'asking') return;
    const clicked = document.activeElement instanceof HTMLElement && the('state').contains(document.activeElement);
    asking = 'asking';
    showState();
    asking = await askSchool(how);
    await look();
    const { says, title, button } = stateOf(kept, asking, locale);
    if (clicked || says.length > 0) announce(`${title}. ${says.join(' ')} ${summary}`);
    // The button that was clicked is gone, or a new one.
    if (clicked) (document.getElementById(button ?? '') ?? the('title')).focus();
  }

  async function askSchool(how: 'silent' | 'ask'): Promise<Asking> {
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
    const fetched = await fetchPolicy(settings, service);
    if (fetched !== 'offline' && fetched !== 'unreachable' && fetched !== 'refused') {
      await sendRecords(settings, service);
      await sendAnswers(settings, service);
      taken(await fetchApprovals(settings, service));
    }
    return fetched;
  }

  function speak(chosen: Locale): void {
    locale = chosen;
    saySpoken(locale);
    show();
  }

  /** Hears of changes to the message where this Outlook tells of them. */
  function listen(): void {
    const { mailbox } = Office.context;
    const hear = (of: Office.Mailbox | Office.MessageCompose | undefined, name: keyof typeof Office.EventType, then: () => void): void => {
      try {
        const type: unknown = Office.EventType[name];
        // An older Outlook lacks the method, the event or its name; looking again when the pane is used does for it.
        if (of && type !== undefined) of.addHandlerAsync(type as Office.EventType, then, () => {});
      } catch {
        // As above.
      }
    };
    const hearItem = (): void => {
      hear(mailbox.item, 'RecipientsChanged', lookSoon);
      hear(mailbox.item, 'AttachmentsChanged', lookSoon);
      hear(mailbox.item, 'InitializationContextChanged', () => run(() => readContext().then(look)));
    };
    hearItem();
    hear(mailbox, 'ItemChanged', () => {
      steps = [];
      outcome = undefined;
      hearItem();
      run(look);
    });
    hear(mailbox, 'OfficeThemeChanged', showTheme);
  }

  /** Learns from which finding the pane was opened, if Outlook says so. */
  async function readContext(): Promise<void> {
    const item = Office.context.mailbox.item as unknown as Partial<Office.MessageCompose> | undefined;
    if (!item?.getInitializationContextAsync) return;
    const context = await asked<string>(answer => item.getInitializationContextAsync!(answer), patience);
    opened = 'value' in context ? ruleIn(context.value) : undefined;
  }

  the('undo').addEventListener('click', () => run(undo));
  the('again').addEventListener('click', () => run(look));
  window.addEventListener('focus', lookAgain);
  document.addEventListener('visibilitychange', lookAgain);
  document.documentElement.addEventListener('pointerenter', lookAgain);
  window.addEventListener('online', () => run(() => ask('silent')));
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=language]')) {
    radio.addEventListener('change', () => {
      const chosen = locales.find(each => each === radio.value);
      if (!chosen || !radio.checked) return;
      keepLocale(chosen);
      speak(chosen);
    });
  }

  showTheme();
  speak(locale);
  listen();
  run(() => readContext().then(look));
  run(() => ask('silent'));
}

/** The pane where there is nothing to judge: one plain sentence. */
function without(says: 'noOffice' | 'noItem' | 'wentWrong', locale: Locale): void {
  saySpoken(locale);
  shown(the('state'), [says, locale], () => [el('p', {}, words[says][locale])]);
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=language]')) {
    radio.addEventListener('change', () => {
      const chosen = locales.find(each => each === radio.value);
      if (chosen && radio.checked) {
        saySpoken(chosen);
        shown(the('state'), [says, chosen], () => [el('p', {}, words[says][chosen])]);
      }
    });
  }
}

/** Puts the standing words of the page into a language. */
function saySpoken(locale: Locale): void {
  document.documentElement.lang = locale;
  for (const element of document.querySelectorAll<HTMLElement>('[data-say]'))
    element.textContent = words[element.dataset['say'] as Word][locale];
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=language]')) radio.checked = radio.value === locale;
}

function browserLocale(): Locale {
  return chosenLocale() ?? (/^cy\b/i.test(navigator.language) ? 'cy' : 'en');
}

function chosenLocale(): Locale | undefined {
  try {
    const kept = window.localStorage.getItem(languageKey);
    return locales.find(each => each === kept);
  } catch {
    // Some browsers give a page inside another no store.
    return undefined;
  }
}

function keepLocale(locale: Locale): void {
  try {
    window.localStorage.setItem(languageKey, locale);
  } catch {
    // As above: it is chosen again the next time.
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

/** The rule in what a bar or an alert told the pane. */
function ruleIn(context: unknown): string | undefined {
  try {
    const told = (typeof context === 'string' && context !== '' ? JSON.parse(context) : context) as Partial<PaneContext> | null | undefined;
    return typeof told?.rule === 'string' ? told.rule : undefined;
  } catch {
    return undefined;
  }
}
