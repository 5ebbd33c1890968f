import { dropRecords, keptAnswers, markSent, type Settings, waitingRecords } from './kept.ts';
import { call, type Service, type Trouble } from './service.ts';

/** How handing over went: all of it, nothing to hand over, or why not. What was not taken waits for the next time. */
export type Sent = 'sent' | 'nothing' | Trouble;

/** Hands the records that wait to the service: rule ids, actions and counts. What the service can never take is let go as well. */
export async function sendRecords(settings: Settings, service: Service): Promise<Sent> {
  const records = waitingRecords(settings);
  if (records.length === 0) return 'nothing';
  const answer = await call(service, { path: '/outlook/records', send: { records } });
  if ('trouble' in answer) return answer.trouble;
  await dropRecords(settings, records);
  return 'sent';
}

/** Hands what was said of unknown addresses to the service, as keyed hashes, for the coordinator to approve. They go on to count on this device. */
export async function sendAnswers(settings: Settings, service: Service): Promise<Sent> {
  const answers = keptAnswers(settings).filter(({ sent }) => !sent);
  if (answers.length === 0) return 'nothing';
  const suggestions = answers.map(({ hash, audience, provider }) => ({ hash, audience, provider }));
  const answer = await call(service, { path: '/outlook/suggestions', send: { suggestions } });
  if ('trouble' in answer) return answer.trouble;
  await markSent(settings, answers);
  return 'sent';
}
