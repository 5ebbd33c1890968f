import { fill, type Locale, locales } from '../../core/locale.ts';
import { normalAddress } from '../../core/mail/address.ts';
import { type Field, personOf } from '../../core/mail/facts.ts';
import type { Address, Addressed, Attachment, Message, Thread } from '../../core/mail/message.ts';
import { recordOf } from '../../core/mail/record.ts';
import { applied, type Remedy } from '../../core/mail/remedy.ts';
import { type Finding, review, type Verdict } from '../../core/mail/review.ts';
import type { Evidence } from '../../core/mail/rule.ts';
import { say } from '../../core/mail/say.ts';
import { button, el, the } from '../dom.ts';
import { addressesIn, bare, blank, clockOf, instantOf } from './compose.ts';
import { type Example, examples } from './examples.ts';
import { countOf, summaryOf, verdictPane } from './pane.ts';
import { choices, firstChoice, schoolUnder } from './policies.ts';
import { type RecipientField, recipientField } from './recipients.ts';
import { everybody, exampleSchool, type Somebody, senders } from './school.ts';
import { type Step, undone } from './steps.ts';
import { suggest } from './suggest.ts';
import { shelfWords, type Word, words } from './words.ts';

const fields = ['to', 'cc', 'bcc'] as const satisfies readonly Field[];
const shelves: readonly Somebody['shelf'][] = ['staff', 'pupil', 'parent', 'group', 'governor', 'agency', 'outsider', 'own'];
/** Files are read whole up to this size, in bytes; of larger ones the first part. */
const whole = 32 * 1024 * 1024;

start();

/** Ties the page together. All that it knows stands in here; the browser's own store is not used. */
function start(): void {
  let locale: Locale = /^\/cy(?:\/|$)/.test(location.pathname) ? 'cy' : 'en';
  let policyId = firstChoice;
  let policy = schoolUnder(policyId);
  let message = fresh();
  let blind = false;
  let verdict: Verdict = review(message, policy);
  let steps: readonly (Step & { readonly says: () => string })[] = [];
  let shown = '';
  let waiting = 0;
  let announcing = 0;
  let inSight = true;

  const from = the<HTMLInputElement>('from');
  const subject = the<HTMLInputElement>('subject');
  const text = the<HTMLTextAreaElement>('text');
  const when = the<HTMLInputElement>('when');
  const kind = the<HTMLSelectElement>('kind');
  const earlier = the<HTMLInputElement>('earlier');
  const attach = the<HTMLInputElement>('attach');
  const dialog = the<HTMLDialogElement>('dialog');
  const status = the('status');
  const recipients = Object.fromEntries(
    fields.map(field => [
      field,
      recipientField(field, {
        locale: () => locale,
        audienceOf: who => personOf(who, policy).audience,
        change: list => edited({ addressed: { value: { ...addressedIn(message), [field]: list } } })
      })
    ])
  ) as { readonly [F in Field]: RecipientField };

  const pane = verdictPane(the('verdict'), { remedy: put, show: showPlace });

  function fresh(): Message {
    return blank(senders[0]!, new Date().toISOString());
  }

  function word(name: Word, values: { readonly [name: string]: string | number } = {}): string {
    return fill(words[name][locale], values);
  }

  /** The person changed a part of the message. */
  function edited(change: Partial<Message>): void {
    message = { ...message, ...change };
    judged();
  }

  /** Judges at once; what is found is shown when the typing pauses, so that the pane does not flicker under every letter. */
  function judged(now = false): void {
    const unseen = { unread: 'unsupported' } as const;
    verdict = review(blind ? { ...message, subject: unseen, body: unseen } : message, policy);
    showFields();
    window.clearTimeout(waiting);
    if (now) showVerdict();
    else waiting = window.setTimeout(showVerdict, 180);
  }

  function showFields(): void {
    const addressed = addressedIn(message);
    const flagged = (field: Field | 'from'): ReadonlySet<string> => new Set(evidenceIn(verdict, field).map(({ address }) => address));
    for (const field of fields) recipients[field].show(addressed[field], flagged(field));
    the('from-row').classList.toggle('flagged', flagged('from').size > 0);
    the('subject-row').classList.toggle('flagged', evidenceIn(verdict, 'subject').length > 0);
    setValue(from, spelled('value' in message.from ? message.from.value : { name: '', address: '' }));
    setValue(subject, subjectOf(message));
    setValue(text, textIn(message));
    setValue(when, 'value' in message.at ? clockOf(message.at.value, policy.calendar) : '');
    const thread = threadOf(message);
    kind.value = thread.kind;
    the('earlier-row').hidden = thread.kind === 'new';
    if (document.activeElement !== earlier) setValue(earlier, 'value' in thread.earlier ? thread.earlier.value.join(', ') : '');
    the('blind').hidden = !blind;
    showMarks();
    showFiles();
  }

  /** Lays the same text behind the field, with the places marked in it. */
  function showMarks(): void {
    const written = textIn(message);
    const marks = evidenceIn(verdict, 'text')
      .slice()
      .sort((a, b) => a.start - b.start);
    const nodes: Node[] = [];
    let at = 0;
    for (const { start, end } of marks) {
      if (start < at || end > written.length) continue;
      nodes.push(document.createTextNode(written.slice(at, start)), el('mark', {}, written.slice(start, end)));
      at = end;
    }
    // A last line that is empty has no height of its own.
    nodes.push(document.createTextNode(`${written.slice(at)}\n `));
    the('behind').replaceChildren(...nodes);
  }

  function showFiles(): void {
    const list = the('files');
    const files = attachmentsOf(message);
    const flagged = new Set(evidenceIn(verdict, 'attachment').map(({ name }) => name));
    const look = JSON.stringify([locale, files.map(({ name, size }) => [name, size, flagged.has(name)])]);
    if (list.dataset['look'] === look) return;
    list.dataset['look'] = look;
    list.setAttribute('aria-label', word('attachments'));
    list.hidden = files.length === 0;
    list.replaceChildren(
      ...files.map(file =>
        el(
          'li',
          { class: flagged.has(file.name) ? 'chip flagged' : 'chip', 'data-name': file.name },
          el('span', { class: 'chip-name' }, file.name),
          el('small', {}, sizeOf(file.size, locale)),
          button('×', { 'aria-label': word('remove', { name: file.name }) }, () => {
            edited({ attachments: { value: attachmentsOf(message).filter(other => other !== file) } });
            attach.focus();
          })
        )
      )
    );
  }

  function showVerdict(): void {
    window.clearTimeout(waiting);
    showSteps();
    pane(verdict, { locale, policyId, message });
    const summary = summaryOf(verdict, message, locale);
    if (summary !== shown) announce(summary);
    shown = summary;
    showPeek();
  }

  /** On a narrow screen what Beadle says stands below the message: a link leads there while it is out of sight. */
  function showPeek(): void {
    const peek = the('peek');
    peek.textContent = countOf(verdict, locale);
    peek.hidden = inSight || verdict.findings.length === 0;
  }

  function showSteps(): void {
    while (steps.length > 0 && !undone(steps[steps.length - 1]!, message)) steps = steps.slice(0, -1);
    const last = steps[steps.length - 1];
    the('step').textContent = last ? last.says() : '';
    the('steps').hidden = !last;
  }

  /** Says something to those who listen, once the page has been quiet for a moment. */
  function announce(says: string): void {
    window.clearTimeout(announcing);
    announcing = window.setTimeout(() => {
      status.textContent = says;
    }, 700);
  }

  /** Does something that can be undone. */
  function step(after: Message, says: () => string): void {
    steps = [...steps, { before: message, after, says }];
    message = after;
    judged(true);
    announce(`${says()} ${summaryOf(verdict, message, locale)}`);
  }

  function put(remedy: Remedy, finding: Finding): void {
    step(introduced(applied(remedy, message)), () => word('done', { remedy: say(finding, locale).remedy }));
    the('undo').focus();
  }

  function load(example: Example): void {
    blind = example.blind === true;
    step(example.mail(Date.now(), locale), () => word('loaded', { example: example.title[locale] }));
  }

  function showPlace(place: Evidence): void {
    switch (place.in) {
      case 'text':
      case 'subject': {
        const field = place.in === 'text' ? text : subject;
        field.focus();
        field.setSelectionRange(place.start, place.end);
        break;
      }
      case 'attachment':
        [...the('files').children]
          .find(file => file.getAttribute('data-name') === place.name)
          ?.querySelector('button')
          ?.focus();
        break;
      case 'from':
        from.focus();
        break;
      default:
        recipients[place.in].focus(place.address);
    }
  }

  function speak(chosen: Locale): void {
    locale = chosen;
    document.documentElement.lang = locale;
    document.title = `${word('title')} – Beadle`;
    for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) element.textContent = word(element.dataset['say'] as Word);
    for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=language]')) radio.checked = radio.value === locale;
    the<HTMLAnchorElement>('rules').href = locale === 'en' ? '/rules' : `/${locale}/rules`;
    the('who-title').textContent = word('who', { school: exampleSchool.school });
    the('policy').replaceChildren(
      ...choices(locale).map(({ id, title, lang }) => el('option', { value: id, lang, selected: id === policyId }, title))
    );
    the('examples').replaceChildren(
      ...examples.map(example =>
        el(
          'li',
          {},
          button(example.title[locale], { 'data-example': example.id }, () => load(example))
        )
      )
    );
    showPeople();
    judged(true);
  }

  function showPeople(): void {
    the('people').replaceChildren(
      ...shelves.map(shelf =>
        el(
          'section',
          {},
          el('h3', {}, shelfWords[shelf][locale]),
          el('ul', {}, ...everybody.filter(who => who.shelf === shelf).map(who => el('li', {}, personButton(who))))
        )
      )
    );
  }

  function personButton(who: Somebody): HTMLButtonElement {
    const made = button('', { class: 'person', 'data-address': who.address }, () => {
      const into = document.querySelector<HTMLInputElement>('input[name=into]:checked')?.value as Field;
      const list = addressedIn(message)[into];
      if (list.some(({ address }) => normalAddress(address) === who.address)) return;
      edited({ addressed: { value: { ...addressedIn(message), [into]: [...list, bare(who)] } } });
      announce(word('added', { name: who.name, field: word(into) }));
    });
    const at = who.address.indexOf('@');
    made.append(el('strong', {}, who.name), el('span', {}, who.address.slice(0, at), el('wbr'), who.address.slice(at)));
    return made;
  }

  /** What the sender meets when they click on Send, as in Outlook: nothing, a question, or a stop. */
  function send(): void {
    const asks = verdict.action === 'confirm' || verdict.action === 'block';
    const serious = verdict.findings.filter(({ action }) => action !== 'advise');
    const sentences = serious.map(finding => el('li', {}, say(finding, locale).sentence));
    if (serious.length === 0 && asks) sentences.push(el('li', {}, word('unsure')));
    const back = button(word('back'), { class: 'send' }, () => dialog.close());
    if (!asks) gone(word('goes'));
    else {
      the('dialog-title').textContent = word(verdict.action === 'block' ? 'stops' : 'ask');
      the('dialog-text').replaceChildren(el('ul', {}, ...sentences));
      the('dialog-doing').replaceChildren(back);
      if (verdict.action === 'confirm') the('dialog-doing').append(button(word('anyway'), { class: 'quiet' }, () => gone(word('gone'))));
    }
    if (!dialog.open) dialog.showModal();
  }

  function gone(title: string): void {
    const record = recordOf(verdict, { at: 'value' in message.at ? message.at.value : '', sender: 'pseudonym-1' });
    const close = button(word('close'), { class: 'send' }, () => dialog.close());
    the('dialog-title').textContent = title;
    the('dialog-text').replaceChildren(
      el('p', {}, word('goneText')),
      el('p', {}, word('kept')),
      el('pre', { tabindex: '0', 'aria-labelledby': 'dialog-title' }, JSON.stringify(record, null, 2))
    );
    the('dialog-doing').replaceChildren(close);
    close.focus();
  }

  async function take(files: readonly File[]): Promise<void> {
    const taken = await Promise.all(files.map(readFile));
    attach.value = '';
    edited({ attachments: { value: [...attachmentsOf(message), ...taken] } });
  }

  function sender(): void {
    const { found, left } = addressesIn(from.value, everybody);
    const [who] = found;
    const wrong = left.length > 0 || !who;
    the('from-error').textContent = wrong ? word('notAddress', { text: from.value }) : '';
    if (wrong) from.setAttribute('aria-invalid', 'true');
    else {
      from.removeAttribute('aria-invalid');
      if (who.address !== ('value' in message.from ? message.from.value.address : '')) edited({ from: { value: who } });
    }
  }

  suggest(from, {
    among: () => senders,
    label: () => word('suggestions'),
    pick: who => {
      from.value = spelled(who);
      sender();
    }
  });
  from.addEventListener('change', sender);
  subject.addEventListener('input', () => edited({ subject: { value: subject.value } }));
  text.addEventListener('input', () => edited({ body: { value: { format: 'text', content: text.value } } }));
  when.addEventListener('change', () => {
    const at = instantOf(when.value, policy.calendar);
    if (at) edited({ at: { value: at } });
  });
  const threaded = (): void => {
    const addresses = addressesIn(earlier.value, everybody).found.map(({ address }) => address);
    edited({ thread: { value: { kind: kind.value as Thread['kind'], earlier: { value: kind.value === 'new' ? [] : addresses } } } });
  };
  kind.addEventListener('change', threaded);
  earlier.addEventListener('input', threaded);
  attach.addEventListener('change', () => void take([...(attach.files ?? [])]));
  the('unblind').addEventListener('click', () => {
    blind = false;
    judged(true);
    text.focus();
  });
  the('clear').addEventListener('click', () => {
    blind = false;
    step(fresh(), () => word('cleared'));
  });
  the('undo').addEventListener('click', () => {
    const last = steps[steps.length - 1];
    const back = last && undone(last, message);
    if (!back) return;
    steps = steps.slice(0, -1);
    message = back;
    judged(true);
    announce(`${word('undone')} ${summaryOf(verdict, message, locale)}`);
    (steps.length > 0 ? the('undo') : the('compose')).focus();
  });
  the('policy').addEventListener('change', () => {
    policyId = the<HTMLSelectElement>('policy').value;
    policy = schoolUnder(policyId);
    judged(true);
  });
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=language]')) {
    radio.addEventListener('change', () => {
      const chosen = locales.find(each => each === radio.value);
      if (!chosen || !radio.checked) return;
      history.replaceState(null, '', chosen === 'en' ? '/' : `/${chosen}`);
      speak(chosen);
    });
  }
  const form = the<HTMLFormElement>('compose');
  form.addEventListener('keydown', event => {
    // Enter in a field must not send, as it does not in a mail program.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type !== 'file') event.preventDefault();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    send();
  });

  for (const [link, target] of [
    [document.querySelector('.skip')!, the('compose')],
    [the('peek'), the('pane')]
  ] as const) {
    link.addEventListener('click', event => {
      // Following the link would make some browsers ask for the page's icon again.
      event.preventDefault();
      target.focus();
    });
  }
  new IntersectionObserver(([entry]) => {
    inSight = entry ? entry.isIntersecting : true;
    showPeek();
  }).observe(the('pane'));

  speak(locale);
  document.querySelector('main')!.hidden = false;
}

/** The message with the names of those whom the school knows and whom a remedy put in by address alone. */
function introduced(message: Message): Message {
  const { to, cc, bcc } = addressedIn(message);
  const known = (who: Address): Somebody | undefined =>
    who.name === '' ? everybody.find(({ address }) => address === normalAddress(who.address)) : undefined;
  if (![...to, ...cc, ...bcc].some(known)) return message;
  const named = (who: Address): Address => bare(known(who) ?? who);
  return { ...message, addressed: { value: { to: to.map(named), cc: cc.map(named), bcc: bcc.map(named) } } };
}

function addressedIn({ addressed }: Message): Addressed {
  return 'value' in addressed ? addressed.value : { to: [], cc: [], bcc: [] };
}

function subjectOf({ subject }: Message): string {
  return 'value' in subject ? subject.value : '';
}

function textIn({ body }: Message): string {
  return 'value' in body ? body.value.content : '';
}

function attachmentsOf({ attachments }: Message): readonly Attachment[] {
  return 'value' in attachments ? attachments.value : [];
}

function threadOf({ thread }: Message): Thread {
  return 'value' in thread ? thread.value : { kind: 'new', earlier: { value: [] } };
}

/** The evidence of a verdict that lies in one place of the message. */
function evidenceIn<I extends Evidence['in']>({ findings }: Verdict, where: I): readonly (Evidence & { readonly in: I })[] {
  return findings.flatMap(({ evidence }) => evidence.filter((place): place is Evidence & { readonly in: I } => place.in === where));
}

/** Sets what differs, so that the place of the cursor is kept. */
function setValue(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (field.value !== value) field.value = value;
}

function spelled({ name, address }: Address): string {
  return name && address ? `${name} <${address}>` : address;
}

async function readFile(file: File): Promise<Attachment> {
  try {
    const bytes = await (file.size > whole ? file.slice(0, whole) : file).arrayBuffer();
    return { name: file.name, size: file.size, content: { value: new Uint8Array(bytes) } };
  } catch {
    // The file was moved or locked after it was chosen: the rules say that they could not see into it.
    return { name: file.name, size: file.size, content: { unread: 'unreachable' } };
  }
}

function sizeOf(bytes: number, locale: Locale): string {
  const units = { en: ['bytes', 'kB', 'MB'], cy: ['beit', 'kB', 'MB'] }[locale];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < 2) {
    size /= 1000;
    unit += 1;
  }
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}
