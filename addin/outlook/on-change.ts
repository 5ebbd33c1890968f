import { asked } from './asked.ts';
import { type Bars, type Host, localeOf, supports } from './host.ts';
import { judged } from './judged.ts';
import { keptPolicy } from './kept.ts';
import { names, type PaneContext } from './names.ts';
import { once, type Open } from './once.ts';
import { actionText, barText, policyText } from './words.ts';

/** Milliseconds after which Outlook is told that we are done, whatever has come so far. */
const deadline = 4000;
/** Milliseconds for one call about the bar. */
const patience = 1000;

/** What the bar is to say, and of which rule. */
interface Wanted {
  readonly text: string;
  readonly rule?: string;
  /** Whether a bar that says it may stay, and no other takes its place. */
  readonly onlyThere?: true;
}

/**
 * Keeps the one bar over a message in step with it: `composed` for a message that is begun, `changed` whenever its recipients, files or sender
 * change. Each tells Outlook exactly once that it is done. Of two that overlap only the later one touches the bar.
 */
export function onChange(host: Host): { readonly composed: (event: Open<void>) => void; readonly changed: (event: Open<void>) => void } {
  let latest = 0;
  const refresh = (event: Open<void>, begun: boolean): void => {
    latest += 1;
    const turn = latest;
    const done = once(event);
    const late = setTimeout(done, deadline);
    const end = (): void => {
      clearTimeout(late);
      done();
    };
    refreshed(host, begun, () => turn === latest).then(end, end);
  };
  return { composed: event => refresh(event, true), changed: event => refresh(event, false) };
}

async function refreshed(host: Host, begun: boolean, isLatest: () => boolean): Promise<void> {
  const { item } = host.context.mailbox;
  if (!item) return;
  const bars = item.notificationMessages;
  const [shown, wanted] = await Promise.all([
    asked<Office.NotificationMessageDetails[]>(answer => bars.getAllAsync(answer), patience),
    wantedOn(host, begun)
  ]);
  if (!isLatest() || wanted === 'as-it-is') return;
  const ours = 'value' in shown && Array.isArray(shown.value) ? shown.value.filter(({ key }) => key === names.bar)[0] : undefined;
  if (wanted === 'nothing' || wanted.onlyThere) {
    if (wanted !== 'nothing' && ours && ours.message === wanted.text) return;
    if (ours || 'unread' in shown) await asked<void>(answer => bars.removeAsync(names.bar, answer), patience);
  } else if (!ours || ours.message !== wanted.text) await show(bars, wanted, host);
}

async function wantedOn(host: Host, begun: boolean): Promise<Wanted | 'nothing' | 'as-it-is'> {
  const now = new Date();
  const locale = localeOf(host);
  const kept = keptPolicy(host.context.roamingSettings, now);
  // Once for each message, and not again when the sender has closed it.
  if (!kept) return begun ? { text: policyText('none', opensPane(host), locale) } : 'as-it-is';
  const verdict = await judged(host, kept, now);
  const text = barText(verdict, locale);
  if (text !== undefined) return { text, rule: verdict.findings[0]!.rule };
  if (!kept.old) return 'nothing';
  const lack = { text: policyText('old', opensPane(host), locale) };
  // As above: only where it is still to be seen.
  return begun ? lack : { ...lack, onlyThere: true };
}

/** Phones have bars that only say something. */
function opensPane(host: Host): boolean {
  return supports(host, '1.10');
}

async function show(bars: Bars, { text, rule }: Wanted, host: Host): Promise<void> {
  const replaced = (bar: Office.NotificationMessageDetails) => asked<void>(answer => bars.replaceAsync(names.bar, bar, answer), patience);
  if (opensPane(host)) {
    const context: PaneContext = rule === undefined ? { v: 1 } : { v: 1, rule };
    const action = {
      actionType: 'showTaskPane',
      actionText: actionText(localeOf(host)),
      commandId: names.pane,
      contextData: JSON.stringify(context)
    };
    const shown = await replaced({ type: 'insightMessage', message: text, icon: names.icon, actions: [action] });
    if ('value' in shown) return;
  }
  await replaced({ type: 'informationalMessage', message: text, icon: names.icon, persistent: true });
}
