import type { VerdictRecord } from '../../../core/mail/record.ts';
import { asked } from '../asked.ts';
import type { Session } from '../host.ts';
import { addRecords, type Settings, waitingRecords } from '../kept.ts';
import { names } from '../names.ts';

/** Milliseconds for what is kept with the message. */
const patience = 1000;

/**
 * The settings of a pane that may stay open while the message is sent. Outlook hands them over once and saves them as a whole, so that a pane which is
 * open would overwrite a record that was saved meanwhile: here every saving first takes in the records that are kept with the message. Each is taken in
 * once, so that one which the service has does not come back.
 */
export function rescuing(settings: Settings, session: () => Session | undefined): Settings {
  const seen = new Set(waitingRecords(settings).map(({ at }) => at));

  async function takeIn(): Promise<void> {
    const found = await keptBeside(session());
    const fresh = found.filter(({ at }) => !seen.has(at));
    for (const { at } of fresh) seen.add(at);
    if (fresh.length > 0) addRecords(settings, fresh);
  }

  return {
    get: name => settings.get(name) as unknown,
    set: (name, value) => settings.set(name, value),
    remove: name => settings.remove(name),
    saveAsync: answer => {
      const save = (): void => settings.saveAsync(answer as (result: Office.AsyncResult<void>) => void);
      void takeIn().then(save, save);
    }
  };
}

async function keptBeside(session: Session | undefined): Promise<readonly VerdictRecord[]> {
  if (!session) return [];
  const all = await asked<object>(answer => session.getAllAsync(answer), patience);
  if (!('value' in all)) return [];
  const kept = all.value as { readonly [name: string]: string };
  return Object.keys(kept)
    .filter(name => name.startsWith(names.record))
    .sort()
    .flatMap(name => {
      try {
        return [JSON.parse(kept[name]!) as VerdictRecord];
      } catch {
        return [];
      }
    });
}
