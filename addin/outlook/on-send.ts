import type { MailPolicy } from '../../core/mail/policy.ts';
import { recordOf, type VerdictRecord } from '../../core/mail/record.ts';
import type { Verdict } from '../../core/mail/review.ts';
import { keyedHash } from '../../core/mail/filter.ts';
import { normalAddress } from '../../core/mail/address.ts';
import { asked } from './asked.ts';
import { judged } from './judged.ts';
import { type Host, type Item, localeOf, supports } from './host.ts';
import { keepRecord, type Kept, keptPolicy } from './kept.ts';
import { names, type PaneContext } from './names.ts';
import { once, type Open } from './once.ts';
import { alertOf } from './words.ts';

/** Milliseconds after which Send is answered, whatever has come so far: at five seconds Outlook itself steps in. */
const deadline = 4000;
/** Milliseconds for which an answer waits for its record and its mark, because some Outlooks stop us as soon as we have answered. */
const grace = 250;

type Options = Office.SmartAlertsEventCompletedOptions;

/**
 * Answers to Send, exactly once: lets a message go, asks, or blocks. Without a policy everything goes; where the message could not be judged, the
 * school has decided what happens.
 */
export function onSend(host: Host): (event: Open<Options>) => void {
  return event => {
    const answer = once(event);
    const kept = policyOn(host);
    if (!kept) return answer({ allowEvent: true });
    const { policy } = kept.device;
    const unsure = (): void => answer(answerTo(unjudged(policy), host));
    const late = setTimeout(unsure, deadline);
    answered(host, kept)
      .then(answer, unsure)
      .then(
        () => clearTimeout(late),
        // Only a policy that is beyond use leads here.
        () => answer({ allowEvent: true })
      );
  };
}

/** The policy on this device. What cannot even be asked for is no policy. */
function policyOn({ context }: Host): Kept | undefined {
  try {
    return keptPolicy(context.roamingSettings, new Date());
  } catch {
    return undefined;
  }
}

async function answered(host: Host, kept: Kept): Promise<Options> {
  const { policy } = kept.device;
  const now = new Date();
  const verdict = await judged(host, kept, now);
  const noted = verdict.findings.length > 0 || verdict.action !== 'allow';
  await Promise.all([noted && recorded(verdict, now, policy, host), kept.device.marks && marked(verdict, host)]);
  return answerTo(verdict, host);
}

/** Keeps the record of what was asked. Whether that works changes nothing for the sender. */
async function recorded(verdict: Verdict, now: Date, policy: MailPolicy, { context }: Host): Promise<void> {
  try {
    const at = now.toISOString();
    const sender = pseudonymOf(context.mailbox.userProfile.emailAddress, at, policy);
    const record = recordOf(verdict, { at, sender });
    await Promise.all([keepRecord(context.roamingSettings, record, grace), besides(record, context.mailbox.item)]);
  } catch {
    // A report that lacks one record is better than a sender who waits.
  }
}

/** Keeps the record with the message as well: a pane that is open does not see what is saved meanwhile, and would overwrite it. */
async function besides(record: VerdictRecord, item: Item | undefined): Promise<void> {
  const session = item && item.sessionData;
  if (session) await asked<void>(answer => session.setAsync(names.record + record.at, JSON.stringify(record), answer), grace);
}

/** Marks the message for the school's mail-flow rules. One that could not be marked in time is one that they report. */
async function marked({ action }: Verdict, { context }: Host): Promise<void> {
  const headers = context.mailbox.item && context.mailbox.item.internetHeaders;
  if (headers) await asked<void>(answer => headers.setAsync({ [names.header]: action }, answer), grace);
}

/** The same sender has another pseudonym every month, and only who has the school's key can tell which. */
function pseudonymOf(address: string, at: string, { filter }: MailPolicy): string {
  return filter ? keyedHash(filter.key, `${normalAddress(address)} ${at.slice(0, 7)}`) : '';
}

/** A message of which nothing was judged in time, or at all. */
function unjudged({ version, whenUnsure }: MailPolicy): Verdict {
  return {
    policy: version,
    action: whenUnsure === 'confirm' ? 'confirm' : 'allow',
    findings: [],
    unjudged: [{ rule: 'all', because: 'unreachable', part: 'message' }]
  };
}

/** What Outlook is told: advice was on the bar while writing, and lets the message go. */
function answerTo(verdict: Verdict, host: Host): Options {
  const { action, findings } = verdict;
  if (action === 'allow' || action === 'advise') return { allowEvent: true };
  const { plain, markdown, label } = alertOf(verdict, localeOf(host));
  const options: Options = { allowEvent: false, errorMessage: plain };
  if (supports(host, '1.15')) options.errorMessageMarkdown = markdown;
  if (supports(host, '1.14')) {
    const [first] = findings;
    const context: PaneContext = first ? { v: 1, rule: first.rule } : { v: 1 };
    options.cancelLabel = label;
    options.commandId = names.pane;
    options.contextData = JSON.stringify(context);
    // As a text: older runtimes do not know Office's own name for it. Where a rule blocks, and in older Outlooks, the manifest's mode stands.
    if (action === 'confirm') options.sendModeOverride = 'promptUser';
  }
  return options;
}
