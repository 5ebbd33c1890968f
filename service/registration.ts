import type { BotRegistration } from './config-signatures.ts';
import type { Environment, Secret } from './environment.ts';
import { failure } from './failure.ts';

/** How the bot is to run: as it is registered, or for trials on this machine alone. */
export type Registered =
  | { readonly appId: string; readonly tenantId: string; readonly type: BotRegistration['type']; readonly password: Secret | undefined }
  | 'trial';

/**
 * How the bot runs. Nothing: there is none. Throws `wrong-config` where it would answer whoever asks: without a registration botbuilder checks nobody, so
 * that is for this machine alone.
 */
export function registrationOf(
  bot: BotRegistration | undefined,
  { botPassword, production }: Pick<Environment, 'botPassword' | 'production'>,
  isLocal: boolean
): Registered | undefined {
  const trial = isLocal && !production;
  if (!bot) return trial ? 'trial' : undefined;
  const { appId, tenantId, type } = bot;
  if (appId === undefined || tenantId === undefined) {
    if (trial && appId === undefined) return 'trial';
    const missing = appId === undefined ? 'appId' : 'tenantId';
    throw failure(
      'wrong-config',
      `«bot.${missing}» is missing in beadle.yaml. Without it anybody could speak as anybody: put the id of the bot’s registration in.`
    );
  }
  if (type === 'SingleTenant' && !botPassword) {
    throw failure(
      'wrong-config',
      'BEADLE_BOT_PASSWORD is missing in the environment. Put the client secret of the bot’s registration there.'
    );
  }
  return { appId, tenantId, type, password: botPassword };
}
