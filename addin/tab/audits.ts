import { addDays, isDay } from '../../core/dates.ts';
import type { AcceptedRisk, AuditLine, Audits, Done } from './api.ts';
import { send } from './ask.ts';
import { blocks, inItem } from './blocks.ts';
import { columns } from './chart.ts';
import { askFirst } from './dialog.ts';
import { el } from './dom.ts';
import { done, failed } from './done.ts';
import { line, lines } from './field.ts';
import { button, card, empty, more } from './pieces.ts';
import { printing, type Screen, showing, type Shown, top } from './screen.ts';
import { say } from './speak.ts';
import { type Column, type Looking, table } from './table.ts';

/** What this view draws itself, and therefore not a second time as a section of the report. */
const drawnHere = ['accepted', 'trend'];

/** What the audits say, grouped by state, what changed, and the risks that the school accepted. */
export function audits(screen: Screen): Shown {
  const looking: Looking = { page: 0 };
  let wanted = screen.asked[0];
  const view = showing<Audits>(screen, say('audits'), 'audits', data => {
    const mayRun = data.asks && screen.can('run-audit');
    const run = button(say('runAudit'), 'main', () => void runs(), 'run');
    if (data.running) run.setAttribute('aria-disabled', 'true');
    const nothing = data.empty;
    // The page is drawn first; then what a link asked for is brought into sight, once.
    queueMicrotask(() => {
      if (wanted !== undefined) wanted = reveal(wanted);
    });
    return [
      top(say('audits'), mayRun ? run : undefined, printing()),
      el('p', { class: 'lead', 'data-key': 'lead' }, data.says),
      data.running ? el('p', { class: 'stale', 'data-key': 'running' }, say('running')) : undefined,
      data.failed === undefined ? undefined : el('p', { class: 'stale', 'data-key': 'failed' }, data.failed),
      nothing ? empty(nothing) : undefined,
      ...data.groups
        .filter(group => group.lines.length > 0)
        .map(({ tone, label, lines: all }) =>
          el(
            'section',
            { class: 'card', 'data-key': `group-${tone}-${label}` },
            el('h2', {}, say('countOf', { label, count: all.length })),
            el('ul', { class: 'items' }, ...all.map(each => lineOf(each, screen, accepting, data)))
          )
        ),
      ...data.sections
        .filter(({ id, blocks: all }) => !drawnHere.includes(id) && all.length > 0)
        .map(({ title, blocks: all }) => card(title, ...blocks(all))),
      data.trend.length > 1
        ? el(
            'section',
            { class: 'card', 'data-key': 'trend' },
            columns(
              say('auditTrend'),
              say('auditOn'),
              data.trend.map(({ label }) => label),
              [
                { title: say('right'), look: 'good', values: data.trend.map(({ right }) => right) },
                { title: say('unknown'), look: 'unknown', values: data.trend.map(({ unknown }) => unknown) },
                { title: say('wrong'), look: 'bad', values: data.trend.map(({ wrong }) => wrong) }
              ]
            )
          )
        : undefined,
      data.accepted.length > 0
        ? card(
            say('accepted'),
            ...table({
              caption: say('accepted'),
              columns: acceptedColumns(screen, takenBack),
              rows: data.accepted,
              key: ({ check, from }) => `${from}-${check}`,
              looking,
              again: () => view.again()
            })
          )
        : undefined
    ];
  });

  async function runs(): Promise<void> {
    const answer = await send<Done>('audits/run', {});
    if ('problem' in answer) return failed(answer.problem);
    done(answer.value.says);
    view.renew();
  }

  async function takenBack(check: string): Promise<void> {
    const answer = await send<Done>('audits/take-back', { check });
    if ('problem' in answer) return failed(answer.problem);
    done(answer.value.says);
    view.renew();
  }

  function accepting({ check, title }: AuditLine): void {
    const until = line('accept-until', say('until'), { type: 'date', 'aria-required': 'true', min: addDays(screen.session.today, 1) });
    const owner = line('accept-owner', say('owner'), { maxlength: 120, 'aria-required': 'true', autocomplete: 'off' });
    const because = lines('accept-because', say('because'), { maxlength: 200, 'aria-required': 'true' });
    askFirst({
      title: say('acceptOf', { title }),
      body: [el('p', {}, say('acceptText')), until.row, owner.row, because.row],
      does: say('acceptDo'),
      confirm: async () => {
        const day = until.value();
        const [untilWrong, ownerWrong, becauseWrong] = [
          !isDay(day) || day <= screen.session.today,
          owner.value() === '',
          because.value() === ''
        ];
        because.wrong(becauseWrong ? say('missing') : undefined);
        owner.wrong(ownerWrong ? say('missing') : undefined);
        until.wrong(untilWrong ? say('untilMissing') : undefined);
        if (untilWrong || ownerWrong || becauseWrong) return say('missingSome');
        const answer = await send<Done>('audits/accept', { check, until: day, owner: owner.value(), because: because.value() });
        if ('problem' in answer) return answer.problem;
        done(answer.value.says, () => void takenBack(check));
        view.renew();
        return undefined;
      }
    });
  }
  return {
    ...view,
    turn: asked => {
      wanted = asked[0];
      if (wanted !== undefined) wanted = reveal(wanted);
    }
  };
}

/** Brings a check into sight; its id again where it is not there yet. */
function reveal(check: string): string | undefined {
  const found = [...document.querySelectorAll<HTMLElement>('[data-check]')].find(({ dataset }) => dataset['check'] === check);
  if (!found) return check;
  found.focus({ preventScroll: true });
  found.scrollIntoView({ block: 'center' });
  return undefined;
}

function lineOf(each: AuditLine, screen: Screen, accepting: (line: AuditLine) => void, data: Audits): HTMLElement {
  const { check, tone, change, subjects, acceptable, title } = each;
  const accept = button(say('accept'), 'quiet', () => accepting(each));
  accept.setAttribute('aria-label', say('acceptOf', { title }));
  const twice = data.groups.flatMap(group => group.lines).filter(other => other.check === check).length > 1;
  return el(
    'li',
    { class: tone, 'data-key': twice ? `${check}-${title}` : check, 'data-check': check, tabindex: '-1' },
    ...inItem(each),
    change === undefined ? undefined : el('p', { class: 'small' }, say('changed', { change })),
    subjects && subjects.count > 0
      ? more(say('subjects', { count: subjects.count }), el('ul', {}, ...subjects.first.map(name => el('li', {}, name))))
      : undefined,
    acceptable && screen.can('accept-risk') ? el('p', {}, accept) : undefined
  );
}

function acceptedColumns(screen: Screen, takenBack: (check: string) => Promise<void>): readonly Column<AcceptedRisk>[] {
  const all: readonly Column<AcceptedRisk>[] = [
    { id: 'title', title: say('risk'), cell: ({ title }) => title, by: ({ title }) => title },
    {
      id: 'until',
      title: say('until'),
      cell: ({ label, over }) => (over ? `${label} (${say('over')})` : label),
      by: ({ until }) => until
    },
    { id: 'owner', title: say('owner').split(' (')[0]!, cell: ({ owner }) => owner ?? '–' },
    { id: 'because', title: say('because'), cell: ({ because }) => because ?? '–' },
    { id: 'from', title: say('from'), cell: ({ from }) => say(from === 'here' ? 'acceptedHere' : 'acceptedFile') }
  ];
  if (!screen.can('accept-risk')) return all;
  return [
    ...all,
    {
      id: 'does',
      title: say('does'),
      cell: ({ check, title, from }) => {
        if (from !== 'here') return '–';
        const back = button(say('takeBack'), 'plain-button', () => void takenBack(check));
        back.setAttribute('aria-label', say('takeBackOf', { title }));
        return back;
      }
    }
  ];
}
