import type { Text } from '../../../core/locale.ts';
import { domainOf, isOneOf } from '../../../core/mail/address.ts';
import { directoryHas } from '../../../core/mail/directory.ts';
import type { MailPolicy } from '../../../core/mail/policy.ts';
import type { Rule } from '../../../core/mail/rule.ts';
import { chainLetter } from '../../../core/mail/rules/chain-letter.ts';
import { crowdInTheOpen } from '../../../core/mail/rules/crowd-in-the-open.ts';
import { headNotCopied } from '../../../core/mail/rules/head-not-copied.ts';
import { rules as everyRule } from '../../../core/mail/rules/index.ts';
import { sentToPersonalAccount } from '../../../core/mail/rules/sent-to-personal-account.ts';
import { decide } from '../../../core/mail/settings.ts';
import { chainPhrases } from './chain-phrases.ts';
import { all, any, contains, keysIn, matches, not } from './condition.ts';
import { confidentialDomains, isBelow } from './confidential.ts';
import { differences } from './differences.ts';
import { domainsPattern, elsewherePattern, providersPattern } from './patterns.ts';
import { type Compiled, type Detector, type DlpRule, limits } from './shapes.ts';
import { exemptNamed, nobodyAsked, noHead, onlyJokes, tooLong, unexpressed, unexpressedRule } from './unexpressed.ts';

/** What a school decided of its rules for Gmail besides its policy for mail. */
export interface Wishes {
  /** Whole domains besides the usual ones that no rule looks at, and that whoever administers Gmail may read. */
  readonly confidential: readonly string[];
}

/** A rule with the detectors that it refers to, or why there is none. */
type Expressed = (Omit<DlpRule, 'key' | 'title'> & { readonly detectors: readonly Detector[] }) | Text;

/** What the compile of one rule is given. */
interface Asked {
  readonly policy: MailPolicy;
  readonly settings: { readonly [name: string]: unknown };
  /** Keeps mail to confidential domains out of a condition. */
  readonly apart: { readonly condition: string; readonly detector: Detector };
  /** Whether a rule that leaves mail to exempt addresses alone would have to name one. */
  readonly namesExempt: boolean;
  readonly exemptInside: boolean;
}

const expressions: { readonly [rule: string]: (asked: Asked) => Expressed } = {
  [headNotCopied.id]: headless,
  [sentToPersonalAccount.id]: toProviders,
  [crowdInTheOpen.id]: crowded,
  [chainLetter.id]: chained
};

/**
 * Makes the school's policy for mail into rules for Gmail. Nothing is dropped in silence: what differs from the core's own judgement is listed with
 * each rule, and each rule of the core that Gmail cannot have with its reason. No address of a family, and none that the school exempts, is in it.
 */
export function compileDlp(policy: MailPolicy, { confidential }: Wishes, rules: readonly Rule[] = everyRule): Compiled {
  const own = [...policy.domains.staff, ...policy.domains.pupils];
  // The sender's own domain stands in every header: a rule apart from it would never speak.
  const apartFrom = [...new Set([...confidentialDomains, ...confidential])].filter(each => !own.some(domain => isBelow(domain, [each])));
  const detector = pattern('confidential', 'Public bodies, unions, helplines', domainsPattern(apartFrom));
  const outside = policy.exempt.filter(address => !isOneOf(domainOf(address), own));
  const asked = {
    policy,
    apart: { condition: not(matches('all_headers', 'pattern', detector.key)), detector },
    namesExempt: !outside.every(address => isBelow(domainOf(address), apartFrom)),
    exemptInside: outside.length < policy.exempt.length
  };
  const made: DlpRule[] = [];
  const detectors = new Map<string, Detector>();
  const without: { rule: string; because: Text }[] = [];
  for (const rule of rules) {
    const school = policy.rules[rule.id] ?? {};
    const action = school.action ?? rule.action;
    const settings: { readonly [name: string]: unknown } = decide(rule.settings, school);
    if (action === 'off' || settings['scope'] === 'off') continue;
    const express = expressions[rule.id];
    const expressed = express ? express({ ...asked, settings }) : (unexpressed[rule.id] ?? unexpressedRule);
    if ('en' in expressed) without.push({ rule: rule.id, because: expressed });
    else if (!fits(expressed)) without.push({ rule: rule.id, because: tooLong });
    else {
      for (const each of expressed.detectors) detectors.set(each.key, each);
      const { condition, within } = expressed;
      made.push({
        key: rule.id,
        title: rule.title.en,
        condition,
        within,
        // Gmail knows no hint that does not hold a message up.
        most: action === 'advise' ? 'audit' : expressed.most,
        differences: action === 'block' ? [...expressed.differences, differences.blocks] : expressed.differences
      });
    }
  }
  return { detectors: [...detectors.values()], rules: made, unexpressed: without };
}

function headless({ policy, settings, apart, namesExempt, exemptInside }: Asked): Expressed {
  const { headteacher, deputies } = policy.people;
  const may = settings['deputyCounts'] === true ? [...headteacher, ...deputies] : headteacher;
  if (may.length === 0) return noHead;
  if (namesExempt) return exemptNamed;
  const chosen = settings['audiences'] as readonly string[];
  if (!chosen.some(each => each !== 'agency') && directoryHas(['parent', 'governor', 'agency'], policy)) return nobodyAsked;
  const strangersToo =
    chosen.includes('outsider') ||
    ((chosen.includes('parent') || chosen.includes('agency')) && !directoryHas(['parent', 'governor', 'agency'], policy));
  const everyone =
    strangersToo && ['parent', 'governor', 'agency'].every(each => chosen.includes(each) || !directoryHas([each as 'parent'], policy));
  return {
    // Each condition has to look for something that is there: every header has an @.
    condition: all(contains('all_headers', '@'), ...may.map(address => not(contains('all_headers', address))), apart.condition),
    detectors: [apart.detector],
    within: false,
    most: everyone ? 'warn' : 'audit',
    differences: [
      differences.senders,
      ...(everyone ? [] : [differences.strangers]),
      differences.insiders,
      differences.governorsInside,
      differences.confidential,
      ...(settings['bccCounts'] === true ? [differences.blindCopyUnseen] : [differences.blindCopy]),
      differences.textInHeaders,
      differences.otherForms,
      differences.otherFormsLess,
      differences.groups,
      differences.groupsHide,
      ...(exemptInside ? [differences.exemptWithOutsiders] : [])
    ]
  };
}

function toProviders({ apart }: Asked): Expressed {
  const providers = pattern('providers', 'Providers of private mailboxes', providersPattern());
  return {
    condition: all(matches('all_headers', 'pattern', providers.key), apart.condition),
    detectors: [providers, apart.detector],
    within: false,
    most: 'audit',
    differences: [
      differences.senders,
      differences.anybodysMailbox,
      differences.knownElsewhere,
      differences.confidential,
      differences.otherForms,
      differences.otherFormsLess,
      differences.groups,
      differences.groupsHide
    ]
  };
}

function crowded({ policy, settings, apart }: Asked): Expressed {
  const elsewhere = pattern(
    'elsewhere',
    'Addresses outside the school',
    elsewherePattern([...policy.domains.staff, ...policy.domains.pupils])
  );
  return {
    condition: all(matches('all_headers', 'pattern', elsewhere.key, { different: Number(settings['least']) }), apart.condition),
    detectors: [elsewhere, apart.detector],
    within: false,
    most: 'audit',
    differences: [
      differences.senders,
      differences.households,
      differences.crowdInside,
      differences.confidential,
      differences.otherForms,
      differences.otherFormsLess
    ]
  };
}

function chained({ settings, apart }: Asked): Expressed {
  if (!(settings['kinds'] as readonly string[]).some(kind => kind !== 'joke')) return onlyJokes;
  const lists = shares(chainPhrases).map(
    (words, i, { length }): Detector => ({
      key: length === 1 ? 'chain-phrases' : `chain-phrases-${i + 1}`,
      title: 'What chain letters say',
      kind: 'words',
      words
    })
  );
  return {
    condition: all(any(...lists.map(({ key }) => matches('all_content', 'words', key, { different: 2 }))), apart.condition),
    detectors: [...lists, apart.detector],
    within: true,
    most: 'warn',
    differences: [differences.phrases, differences.phrasesInnocent, differences.confidential]
  };
}

function pattern(key: string, title: string, expression: string): Detector {
  return { key, title, kind: 'pattern', expression };
}

/** A list in as many parts as Google's limits ask for. */
function shares(words: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let room = 0;
  for (const word of words) {
    const last = parts[parts.length - 1];
    if (last && last.length < limits.words && word.length <= room) last.push(word);
    else {
      parts.push([word]);
      room = limits.wordCharacters;
    }
    room -= word.length;
  }
  return parts;
}

function fits({ condition, detectors }: { readonly condition: string; readonly detectors: readonly Detector[] }): boolean {
  // Google's own names stand in the place of the keys, some fifty letters each.
  const size = new TextEncoder().encode(condition).length + 50 * keysIn(condition).length;
  return size <= limits.condition && detectors.every(each => each.kind === 'words' || each.expression.length <= limits.pattern);
}
