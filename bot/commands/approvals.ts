import { randomUUID } from 'node:crypto';
import type { Kind } from '../../core/approvals/kinds.ts';
import type { Locale } from '../../core/locale.ts';
import { replied } from '../answers.ts';
import { approvalsCard, withoutApprovals } from '../approving.ts';
import { approvalChoose } from '../cards/approval-choose.ts';
import { approvalForm } from '../cards/approval-form.ts';
import type { Command } from '../turn.ts';
import { tokensOf } from '../understand/tokens.ts';

/** What somebody wants of approvals: the list, to ask, or to ask for one kind. */
export interface Meant {
  readonly wants: 'list' | 'ask';
  readonly kind?: Kind;
  readonly locale: Locale;
}

const lists: readonly (readonly [words: RegExp, locale: Locale])[] = [
  [/^(?:show (?:me )?)?(?:my |the |all )?approvals?$/, 'en'],
  [/^what waits for my (?:approval|decision)$/, 'en'],
  [/^what (?:do|must|should) i approve$/, 'en'],
  [/^(?:dangos |fy |y )?(?:nghymeradwyaethau|cymeradwyaethau|cymeradwyaeth|gymeradwyaeth)$/, 'cy'],
  [/^beth sy n aros am fy (?:nghymeradwyaeth|mhenderfyniad)$/, 'cy']
];

/** How a sentence begins by which somebody asks for leave. */
const asks: readonly (readonly [words: RegExp, locale: Locale])[] = [
  [/^(?:may|can|could|am i allowed|is it ok|is it okay|is it all right) (?:to |if )?(?:i |we )?/, 'en'],
  [/^(?:please )?ask (?:the )?(?:head|headteacher|chair|permission|leave|approval|for)\b/, 'en'],
  [/^i (?:need|want|would like|d like) (?:permission|leave|approval|to ask)\b/, 'en'],
  [/^(?:request|get) (?:an |the )?(?:approval|permission)\b/, 'en'],
  [/^(?:a ga i|gaf i|alla i|allaf i|a allaf|a gaf|ga i)\b/, 'cy'],
  [/^(?:gofyn|gofynnwch|gofynna) (?:i r |i |am )?(?:pennaeth|bennaeth|cadeirydd|gadeirydd|ganiatad|gymeradwyaeth)\b/, 'cy'],
  [/^(?:dw i |rwyf |mae )?(?:angen|eisiau) (?:caniatad|cymeradwyaeth)\b/, 'cy']
];

/** What a sentence speaks of; the first that fits counts. */
const about: readonly (readonly [words: RegExp, kind: Kind, locale: Locale])[] = [
  [/\b(?:photos?|pictures?|photographs?|film|camera of my own|my (?:own )?(?:phone|camera))\b/, 'own-device-photos', 'en'],
  [/\b(?:lluniau|llun|ffilmio|fy ffon|fy nghamera)\b/, 'own-device-photos', 'cy'],
  [/\b(?:video (?:call|conference|link|meeting)|videoconference|teams call|zoom)\b/, 'video-conference', 'en'],
  [/\b(?:galwad fideo|cynhadledd fideo|gynhadledd fideo|alwad fideo)\b/, 'video-conference', 'cy'],
  [
    /\b(?:account|mailbox|password) of\b|\bsomebody(?: else)?(?: s)? (?:account|mailbox)\b|\b(?:get|go|log|look) into .*\b(?:account|mailbox)\b|\bs (?:account|mailbox)\b/,
    'account-access',
    'en'
  ],
  [/\b(?:cyfrif|gyfrif|blwch post|flwch post)\b/, 'account-access', 'cy'],
  [/\b(?:borrow|take out|sign out|loan)\b.*\b(?:laptop|ipad|tablet|camera|equipment|projector|chromebook|device)s?\b/, 'equipment', 'en'],
  [/\b(?:benthyg|fenthyg)\b/, 'equipment', 'cy'],
  [
    /\b(?:data|marks|files?|records|usb|stick|books?)\b.*\b(?:home|off ?site|off the site|out of school|away)\b|\btake (?:data|marks|files|records)\b/,
    'data-off-site',
    'en'
  ],
  [/\b(?:data|marciau|ffeiliau|cofnodion)\b.*\b(?:adref|gartref|o r ysgol|oddi ar)\b/, 'data-off-site', 'cy'],
  [
    /\b(?:write|writing|e ?mail|mail)\b.*\b(?:outside|external|agency|council|company|solicitor)\b|\b(?:outside|external) (?:e ?mail|mail)\b/,
    'external-mail',
    'en'
  ],
  [/\b(?:ysgrifennu|e bost|post)\b.*\b(?:allanol|y tu allan|asiantaeth|cyngor)\b/, 'external-mail', 'cy'],
  [/\b(?:send|sending|write|e ?mail|mail|message)\b/, 'send', 'en'],
  [/\b(?:anfon|ysgrifennu|e bost|neges)\b/, 'send', 'cy']
];

/** By these a sentence is about signatures or a report after all. */
const others = /\b(?:sign|signs|signed|signatures?|llofnod\w*|lofnod\w*|remind\w*|atgoffa|excuse|report|adrodd|reminders?)\b(?! out)/;

/** Asks for leave, or shows what waits and what was asked. */
export const approvals: Command = {
  id: 'approvals',
  reads: (words, turn): Meant | undefined => (turn.approvals ? read(words) : undefined),
  run: async (asked, meant) => {
    const { wants, kind, locale } = meant as Meant;
    const turn = { ...asked, locale: locale === 'cy' ? locale : asked.locale };
    const { approvals: desk } = turn;
    if (!desk) return [replied(withoutApprovals(turn.locale), turn.locale)];
    if (wants === 'list') return [replied(await approvalsCard(turn), turn.locale)];
    const card =
      kind !== undefined && desk.kinds.includes(kind)
        ? approvalForm({ kind, once: randomUUID() }, turn.locale)
        : approvalChoose(desk.kinds, turn.locale);
    return [replied(card, turn.locale)];
  }
};

/** What a sentence wants of approvals; nothing where it speaks of something else. */
export function read(words: string): Meant | undefined {
  const { tokens } = tokensOf(words);
  const said = tokens
    .map(({ text }) => text)
    .filter(word => !['please', 'plis', 'hi', 'hello', 'helo'].includes(word))
    .join(' ');
  const list = lists.find(([each]) => each.test(said));
  if (list) return { wants: 'list', locale: list[1] };
  const begun = asks.find(([each]) => each.test(said));
  if (!begun || others.test(said)) return undefined;
  const found = about.find(([each]) => each.test(said));
  if (found) return { wants: 'ask', kind: found[1], locale: begun[1] };
  // «May I …?» of something else is not for us; whoever names the head or leave is.
  return /\b(?:head|headteacher|chair|permission|leave|approval|pennaeth|bennaeth|cadeirydd|gadeirydd|caniatad|ganiatad|cymeradwyaeth|gymeradwyaeth)\b/.test(
    said
  )
    ? { wants: 'ask', locale: begun[1] }
    : undefined;
}
