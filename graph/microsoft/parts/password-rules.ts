import * as z from 'zod';
import type { PasswordRule } from '../../../core/tenant/snapshot.ts';
import { part, type Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

/** The template «Password Rule Settings». */
const template = '5cf42378-d67d-4f36-ba46-e8b86229381d';

const shape = z.object({
  templateId: z.string().nullish(),
  values: z.array(z.object({ name: z.string().nullish(), value: z.string().nullish() }))
});
const by: Read = { vendor: 'microsoft', rights: [rights.groupSettingsReadAll] };

/** What Microsoft Entra holds passwords to where nobody decided: its own length and strength, ten attempts, one minute, and no words of the school's. */
const byMicrosoft: PasswordRule = {
  place: '/',
  leastLength: 8,
  strong: true,
  lockoutAfter: 10,
  lockoutSeconds: 60,
  bannedWords: 0,
  bannedWordsOn: false,
  byDefault: true
};

/** Lock-out and banned words of the whole tenant. The settings are there only once somebody has changed them. */
export const passwordRules = part({
  ...by,
  part: 'passwordRules',
  read: async way => {
    const all = await readAll(way, by, graph('directory', '/groupSettings'), shape, setting =>
      setting.templateId === template ? [setting] : []
    );
    if ('unread' in all) return all;
    const [setting] = all.value;
    if (!setting) return { value: [byMicrosoft] };
    const said = new Map(setting.values.map(({ name, value }) => [name ?? '', value ?? '']));
    const words = (said.get('BannedPasswordList') ?? '').split('\t').filter(word => word !== '');
    return {
      value: [
        {
          ...byMicrosoft,
          ...numberOf('lockoutAfter', said.get('LockoutThreshold')),
          ...numberOf('lockoutSeconds', said.get('LockoutDurationInSeconds')),
          bannedWords: words.length,
          bannedWordsOn: said.get('EnableBannedPasswordCheck')?.toLowerCase() === 'true',
          byDefault: false
        }
      ]
    };
  }
});

/** Every value of these settings is a text. What is no number leaves Microsoft's own. */
function numberOf<K extends 'lockoutAfter' | 'lockoutSeconds'>(name: K, text: string | undefined): { readonly [N in K]?: number } {
  return text !== undefined && /^\d{1,9}$/.test(text) ? ({ [name]: Number(text) } as { [N in K]: number }) : {};
}
