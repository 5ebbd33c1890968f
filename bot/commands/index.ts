import type { Answer } from '../answers.ts';
import { rightsOf, seenBy } from '../rights.ts';
import { todayOf } from '../signatures.ts';
import type { Command, Reply, Turn } from '../turn.ts';
import { nameWords } from '../understand/names.ts';
import type { Ask, Question, Understood } from '../understand/question.ts';
import { type Known, understand } from '../understand/understand.ts';
import { approvals } from './approvals.ts';
import { changedSince } from './changed-since.ts';
import { excuse } from './excuse.ts';
import { exported } from './export.ts';
import { haveTheySigned } from './have-they-signed.ts';
import { hello, help, notUnderstood, thanks } from './help.ts';
import { lookedMeUp, myStatus } from './my-status.ts';
import { progress } from './progress.ts';
import { recall } from './recall.ts';
import { report } from './report.ts';
import { remind } from './remind.ts';
import { statusOf } from './status-of.ts';
import { tasks } from './tasks.ts';
import { whoHasNotSigned } from './who-has-not-signed.ts';

/** What answers each kind of question. A kind without an answer does not compile. */
const answers: { readonly [A in Ask]: Answer<A> } = {
  who: whoHasNotSigned,
  'have-they-signed': haveTheySigned,
  'status-of': statusOf,
  'my-status': myStatus,
  'looked-me-up': lookedMeUp,
  remind,
  'changed-since': changedSince,
  excuse,
  recall,
  export: exported,
  tasks,
  progress,
  help,
  hello,
  thanks
};

/** Everything that can be said to the bot: first what is reported, then what is asked for, then the questions. These are one command, because a sentence is understood once; it always answers, with buttons where it did not understand. */
export const commands: readonly Command[] = [
  report,
  approvals,
  {
    id: 'chat',
    reads: async (words, turn): Promise<Understood> => understand(words, await knownTo(turn)),
    run: (turn, meant) => answered(turn, meant as Understood)
  }
];

/** What the bot says when somebody has just got it. */
export const greeting = (turn: Turn): Promise<readonly Reply[]> => hello(turn, { ask: 'hello' });

/** Answers in the language of the question. */
function answered(turn: Turn, { question, locale = turn.locale }: Understood): Promise<readonly Reply[]> {
  const spoken: Turn = { ...turn, locale };
  return question ? answerTo(spoken, question) : notUnderstood(spoken);
}

function answerTo<Q extends Question>(turn: Turn, question: Q): Promise<readonly Reply[]> {
  // The table holds for each kind the answer of that kind; the compiler cannot follow that through an index.
  const answer = answers[question.ask] as (turn: Turn, question: Question) => Promise<readonly Reply[]>;
  return answer(turn, question);
}

/** What a question can name. Of names only those of people whom the asker may see: to everybody else a name is a word like any other. */
async function knownTo({ desk, person }: Turn): Promise<Known> {
  const [people, versions] = await Promise.all([desk.people(), desk.versions()]);
  const names = new Set(
    seenBy(person, people, rightsOf(person, people))
      .flatMap(({ name }) => nameWords(name))
      .filter(word => word.length > 1)
  );
  const each = (texts: readonly (string | undefined)[]): readonly string[] => Array.from(new Set(texts.flatMap(text => text ?? [])));
  return {
    today: todayOf(desk),
    audiences: desk.audiences,
    groups: each(people.flatMap(({ groups }) => groups)),
    classes: each(people.map(({ class: of }) => of)),
    policies: versions.map(({ policy, title }) => ({ id: policy, title })),
    isName: word => names.has(word),
    ...(desk.school.terms && { terms: desk.school.terms })
  };
}
