import type { Credentials } from '../graph/microsoft/credentials.ts';
import type { Config } from './config.ts';
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
  bot: Omit<BotRegistration, 'install'> | undefined,
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

/** How the bot’s own registration proves itself to Microsoft Entra. Throws `wrong-config` where it cannot. */
export function botProof(bot: BotRegistration | undefined, { botPassword }: Pick<Environment, 'botPassword'>): Credentials {
  const registered = registrationOf(bot, { botPassword, production: true }, false);
  if (!registered || registered === 'trial')
    throw failure('wrong-config', 'beadle.yaml names no registration of a bot. Write «bot:» with its appId and tenantId.');
  const { appId: clientId, tenantId, password } = registered;
  return { tenantId, clientId, ...(password ? { secret: password() } : { managedIdentity: true as const }) };
}

/**
 * The registration that the app in Teams names as its own (`webApplicationInfo`), by which the tab signs people in: the bot’s, where it installs the app,
 * because Microsoft lets an app install only itself; else that of the add-in for Outlook. Nothing where there is neither.
 */
export function ownOfTeams({ bot, outlook }: Pick<Config, 'bot' | 'outlook'>): string | undefined {
  return bot?.install && bot.appId !== undefined ? bot.appId : outlook?.clientId;
}
