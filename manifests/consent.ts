/** Why people are asked again when one manifest of the app for Teams follows another. */
export type Again = 'another-app' | 'bot' | 'calls-or-files' | 'sign-in' | 'permissions';

/**
 * For what people must consent again when `after` takes the place of `before`, both the text of a `manifest.json` for Teams. Nothing: Teams brings it up to
 * date by itself. Microsoft, «Role of an admin to upgrade Teams apps», conditions when an app update requires consent.
 */
export function consentAgain(before: string, after: string): readonly Again[] {
  const [was, is] = [claimsIn(before), claimsIn(after)];
  // What cannot be read is taken for another app: nobody is told that nothing will be asked.
  if (!was || !is || was['another-app'] !== is['another-app']) return ['another-app'];
  return (Object.keys(was) as Again[]).filter(each => was[each] !== is[each]);
}

/** What is said of each, to whoever hands the package in. */
export const againSays: { readonly [A in Again]: string } = {
  'another-app': 'it is another app to Teams: everybody gets it beside the old one, which has to be removed',
  bot: 'a bot was added or is another one',
  'calls-or-files': 'what the bot may do with calls or files changed',
  'sign-in': 'the registration that signs people in changed',
  permissions: 'what it asks for changed'
};

function claimsIn(text: string): { readonly [A in Again]: string } | undefined {
  try {
    const read = JSON.parse(text) as { readonly [name: string]: unknown };
    const bots = (Array.isArray(read['bots']) ? read['bots'] : []) as readonly { readonly [name: string]: unknown }[];
    const each = (...names: readonly string[]): string => JSON.stringify(bots.map(bot => names.map(name => bot[name] ?? false)));
    return {
      'another-app': JSON.stringify(read['id']),
      bot: each('botId'),
      'calls-or-files': each('isNotificationOnly', 'supportsCalling', 'supportsVideo', 'supportsFiles'),
      'sign-in': JSON.stringify(read['webApplicationInfo'] ?? null),
      permissions: JSON.stringify([read['permissions'] ?? null, read['authorization'] ?? null])
    };
  } catch {
    return undefined;
  }
}
