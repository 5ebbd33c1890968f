import { fill } from '../../core/locale.ts';
import { type Answer, no, replied, rightsIn } from '../answers.ts';
import { chatCard, pageWords, type Part } from '../cards/chat-parts.ts';
import { type Button, execute, heading, paragraph } from '../cards/elements.ts';
import { plain } from '../cards/plain.ts';
import { task as taskCard } from '../cards/task.ts';
import { listTrouble } from '../people-lists.ts';
import { allowedTo } from '../rights.ts';
import { toldOf } from '../tasks.ts';
import type { Card, Turn } from '../turn.ts';

const words = {
  title: { en: 'Waiting for you', cy: 'Yn aros amdanoch' },
  none: { en: 'Nothing is waiting: no questions, no refusals.', cy: 'Nid oes dim yn aros: dim cwestiynau, dim gwrthodiadau.' },
  one: { en: '1 answer is waiting.', cy: 'Mae 1 ateb yn aros.' },
  some: { en: '{count} answers are waiting.', cy: 'Mae {count} ateb yn aros.' },
  question: { en: '{name}: a question about {title}', cy: '{name}: cwestiwn am {title}' },
  refusal: { en: '{name} does not agree: {title}', cy: 'Nid yw {name} yn cytuno: {title}' },
  late: { en: '{name}: an answer that came late to {title}', cy: '{name}: ateb a ddaeth yn hwyr i {title}' },
  open: { en: 'Open', cy: 'Agor' },
  earlier: { en: 'Back', cy: 'Yn ôl' },
  later: { en: 'Next', cy: 'Nesaf' }
};
const onPage = 6;

/** Questions and refusals that wait for a coordinator. */
export const tasks: Answer<'tasks'> = async turn => [replied(await tasksCard(turn, 0), turn.locale)];

/** One page of them, each with a button that opens its card. */
export async function tasksCard(turn: Turn, page: number): Promise<Card> {
  const { desk, locale } = turn;
  if (allowedTo('tasks', await rightsIn(turn)) !== 'all') return no(turn);
  const waiting = await desk.tasks();
  const pages = Math.max(1, Math.ceil(waiting.length / onPage));
  const at = Math.min(Math.max(0, page), pages - 1);
  const count = waiting.length;
  const lead = count === 0 ? words.none[locale] : count === 1 ? words.one[locale] : fill(words.some[locale], { count });
  const trouble = await listTrouble(desk, locale);
  const body: Part[] = [heading(words.title[locale]), ...(trouble === undefined ? [] : [paragraph(trouble)]), paragraph(lead)];
  for (const task of waiting.slice(at * onPage, (at + 1) * onPage)) {
    const told = await toldOf(turn, task);
    if (!told) continue;
    body.push(
      paragraph(`${fill(words[told.kind][locale], { name: plain(told.name, 100), title: plain(told.title, 100) })} – ${told.when}`, {
        spacing: 'Medium'
      }),
      { type: 'ActionSet', actions: [execute(words.open[locale], 'chat-tasks', { of: told.of, in: locale })] }
    );
  }
  if (pages > 1) body.push(paragraph(pageWords(at, pages, locale)));
  const turning: Button[] = [
    ...(at > 0 ? [execute(words.earlier[locale], 'chat-tasks', { page: at - 1, in: locale })] : []),
    ...(at < pages - 1 ? [execute(words.later[locale], 'chat-tasks', { page: at + 1, in: locale })] : [])
  ];
  return chatCard(locale, lead, body, turning);
}

/** The card of one task, or the list where it waits no longer. */
export async function oneTask(turn: Turn, of: number): Promise<Card> {
  if (allowedTo('tasks', await rightsIn(turn)) !== 'all') return no(turn);
  const task = (await turn.desk.tasks()).find(each => each.of.index === of);
  const told = task && (await toldOf(turn, task));
  return told ? taskCard(told, turn.locale) : tasksCard(turn, 0);
}
