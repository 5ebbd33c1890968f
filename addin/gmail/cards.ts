import { fill, type Locale, type Text } from '../../core/locale.ts';
import { personOf } from '../../core/mail/facts.ts';
import { countNotJudged, notJudged } from '../../core/mail/not-judged.ts';
import type { MailPolicy } from '../../core/mail/policy.ts';
import type { Remedy } from '../../core/mail/remedy.ts';
import type { Finding, Verdict } from '../../core/mail/review.ts';
import { actionWords, say } from '../../core/mail/say.ts';
import { titleOf } from '../../core/mail/title.ts';
import { asking, type Button, type Card, link, paragraph, plain, type Section, shown, type Widget } from './card.ts';
import { canDo } from './redraft.ts';
import { byHandWords, words } from './words.ts';

/** What every endpoint is given beside Google’s event. */
export interface By {
  readonly policy: MailPolicy;
  /** Where the service is reached by HTTPS, without a slash at its end. */
  readonly origin: string;
  /** The address of the account that is signed in, as Google’s token says it. */
  readonly sender: string;
  readonly now: Date;
}

/** Below the origin. */
export const paths = {
  home: '/gmail/home',
  open: '/gmail/message',
  compose: '/gmail/compose',
  actions: '/gmail/actions',
  icon: '/gmail/icon.png'
} as const;

/** How many findings are drawn; Google leaves out what is beyond a hundred widgets. */
const drawn = 20;
/** The colour of the one button that is always there. */
const ours = { red: 0.08, green: 0.33, blue: 0.31, alpha: 1 } as const;

/** What a button of a finding says of itself to the endpoint behind it. */
export interface Asked {
  readonly rule: string;
  readonly kind: Remedy['kind'];
  /** Of whom the finding speaks, where a rule may find several one by one. */
  readonly address?: string;
}

/** What Beadle says of a message that is being written. */
export function verdictCard(verdict: Verdict, by: By, locale: Locale): Card {
  const { findings, unjudged } = verdict;
  const sections: Section[] = findings
    .slice(0, drawn)
    .map(finding => findingSection(finding, askWords(finding, words.beforeSending), by, locale));
  if (findings.length > drawn) sections.push({ widgets: [paragraph(fill(words.more[locale], { count: findings.length - drawn }))] });
  const remarks: Widget[] = [];
  if (findings.length === 0) remarks.push(paragraph(words[unjudged.length === 0 ? 'fineSays' : 'fineSoFarSays'][locale]));
  if (findings.some(({ action }) => action === 'block')) remarks.push(paragraph(words.notStopped[locale]));
  const asks = verdict.action === 'confirm' && !findings.some(({ action }) => action !== 'advise');
  if (asks) remarks.push(paragraph(words.unsure[locale]));
  const [first, ...others] = remarks;
  if (first) sections.push({ widgets: [first, ...others] });
  if (unjudged.length > 0) sections.push(unjudgedSection(verdict, locale));
  return framed(titleFor(verdict, locale), sections, by, locale);
}

/** What is shown where Gmail handed over nobody to whom the message goes. */
export function nobodyCard(by: By, locale: Locale): Card {
  return framed(words.nobody[locale], [{ widgets: [paragraph(words.nobodySays[locale])] }], by, locale);
}

/** What Beadle says of a message that was opened: whether it may be sent on. */
export function openedCard(verdict: Verdict, by: By, locale: Locale): Card {
  const [finding] = verdict.findings;
  if (finding) {
    const section = findingSection(finding, askWords(finding, words.beforeSendingOn), by, locale);
    return { ...headed(words.openedBad[locale], by, locale), sections: [section] };
  }
  const unread = verdict.unjudged.length > 0;
  return {
    ...headed(words[unread ? 'openedUnread' : 'openedFine'][locale], by, locale),
    sections: [{ widgets: [paragraph(words[unread ? 'openedUnreadSays' : 'openedFineSays'][locale])] }]
  };
}

/** What Beadle is here for, and what it does not see. */
export function homeCard(by: By, locale: Locale): Card {
  const chain = by.policy.rules['chain-letter'];
  const opened = !chain || chain.action !== 'off' ? [paragraph(words.homeOpened[locale])] : [];
  return {
    ...headed('Beadle', by, locale),
    sections: [
      {
        widgets: [
          paragraph(words.homeSays[locale]),
          ...opened,
          { buttonList: { buttons: [link(words.rules[locale], page('/rules', by, locale))] } }
        ]
      },
      {
        header: words.limits[locale],
        widgets: [
          paragraph(words.limitsText[locale]),
          paragraph(words.limitsFrom[locale]),
          paragraph(words.limitsChange[locale]),
          paragraph(words.limitsStop[locale])
        ]
      },
      { widgets: [paragraph(words.private[locale])] }
    ]
  };
}

/** What the button of a finding that one click puts right says. */
export function remedyLabel(finding: Finding, policy: MailPolicy, locale: Locale): string {
  const { remedy } = finding;
  if (remedy && remedy.kind === 'move-to-bcc') {
    const families = remedy.addresses.every(address => personOf({ name: '', address }, policy).audience === 'parent');
    if (families) return words.families[locale];
  }
  return say(finding, locale).remedy;
}

/** By what the endpoint behind the button finds the finding again, in the message as it is then. */
export function askedFor({ rule, remedy }: Finding & { readonly remedy: Remedy }): Asked {
  return remedy.kind === 'replace-recipient' ? { rule, kind: remedy.kind, address: remedy.address } : { rule, kind: remedy.kind };
}

/** What is asked of the person. Nothing can be confirmed here: Gmail sends when it is told to, and asks no add-on. */
function askWords({ action }: Finding, before: Text): Text {
  return action === 'confirm' ? before : actionWords[action];
}

function findingSection(finding: Finding, asks: Text, by: By, locale: Locale): Section {
  const said = say(finding, locale);
  const title = titleOf(finding.rule, locale);
  const why: Button = {
    ...link(words.why[locale], page(`/rules/${finding.rule}`, by, locale)),
    altText: plain(fill(words.whyOf[locale], { title }), 200)
  };
  const { remedy } = finding;
  const buttons: Button[] = [];
  const instead: Widget[] = [];
  if (remedy && canDo(remedy)) {
    const asked = askedFor({ ...finding, remedy });
    buttons.push(asking(remedyLabel(finding, by.policy, locale), by.origin + paths.actions, { do: 'remedy', ...asked }));
  } else if (remedy) {
    const text = byHandWords[remedy.kind];
    if (text) instead.push(paragraph(fill(text[locale], 'address' in remedy ? { address: remedy.address } : {})));
  }
  return {
    widgets: [
      { decoratedText: { topLabel: asks[locale], text: `<b>${shown(said.sentence)}</b>`, wrapText: true } },
      paragraph(clauseOf(finding, said.clause, locale)),
      ...instead,
      { buttonList: { buttons: [...buttons, why] } }
    ]
  };
}

function clauseOf({ clauses }: Finding, says: string, locale: Locale): string {
  if (says === '') return words.noClause[locale];
  const sections = Array.from(new Set(clauses.map(({ section }) => section)));
  const [section] = sections;
  return sections.length === 1 && section
    ? fill(words.clauseIn[locale], { clause: says, section })
    : fill(words.clauseOf[locale], { clause: says });
}

function unjudgedSection(verdict: Verdict, locale: Locale): Section {
  const reasons = notJudged(verdict, locale).map(({ says, rules }) =>
    paragraph(`${says} ${rules.map(rule => titleOf(rule, locale)).join('; ')}.`)
  );
  return {
    collapsible: true,
    uncollapsibleWidgetsCount: 1,
    widgets: [paragraph(`${words.onlyWho[locale]} ${countNotJudged(verdict, locale)}.`), ...reasons]
  };
}

function titleFor({ findings, unjudged }: Verdict, locale: Locale): string {
  if (findings.length === 0) return words[unjudged.length === 0 ? 'fine' : 'fineSoFar'][locale];
  return findings.length === 1 ? words.oneThing[locale] : fill(words.manyThings[locale], { count: findings.length });
}

function framed(title: string, sections: readonly Section[], by: By, locale: Locale): Card {
  const again = { ...asking(words.again[locale], by.origin + paths.actions, { do: 'check' }), color: ours };
  return { ...headed(title, by, locale), sections, fixedFooter: { primaryButton: again } };
}

function headed(title: string, { policy, origin }: By, locale: Locale): Pick<Card, 'header'> {
  const header = { title: plain(title), subtitle: plain(policy.school), imageUrl: origin + paths.icon, imageAltText: words.icon[locale] };
  return { header };
}

function page(path: string, { origin }: By, locale: Locale): string {
  return `${origin}${locale === 'en' ? '' : `/${locale}`}${path}`;
}
