import * as z from 'zod';
import { gmailPaths, gmailScopes } from './gmail.ts';

const url = z.string().startsWith('https://');
const shape = z.strictObject({
  oauthScopes: z.array(z.string()),
  addOns: z.strictObject({
    common: z.strictObject({
      name: z.string().min(1).max(50),
      logoUrl: url,
      useLocaleFromApp: z.boolean().optional(),
      layoutProperties: z
        .strictObject({ primaryColor: z.string().regex(/^#[0-9a-f]{6}$/), secondaryColor: z.string().optional() })
        .optional(),
      openLinkUrlPrefixes: z.array(url).optional(),
      homepageTrigger: z.strictObject({ runFunction: url, enabled: z.boolean().optional() }),
      universalActions: z.array(z.strictObject({ label: z.string(), openLink: url.optional(), runFunction: url.optional() })).optional()
    }),
    gmail: z.strictObject({
      homepageTrigger: z.strictObject({ runFunction: url, enabled: z.boolean().optional() }).optional(),
      contextualTriggers: z.array(z.strictObject({ unconditional: z.strictObject({}), onTriggerFunction: url })),
      composeTrigger: z.strictObject({
        draftAccess: z.enum(['NONE', 'METADATA']),
        actions: z.array(z.strictObject({ label: z.string().min(1), runFunction: url, logoUrl: url.optional() }))
      })
    }),
    httpOptions: z.strictObject({
      authorizationHeader: z.enum(['SYSTEM_ID_TOKEN', 'USER_ID_TOKEN', 'NONE']),
      granularOauthPermissionSupport: z.enum(['OPT_IN', 'OPT_OUT']).optional()
    })
  })
});

/**
 * Everything that is wrong with a deployment for Gmail, one sentence a fault: fields that Google does not know, addresses that nobody answers, scopes
 * too few or too many. Google itself takes most of it, and the add-on then stays silent.
 */
export function gmailFaultsIn(text: string, origin: string): readonly string[] {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return ['The deployment is not JSON.'];
  }
  const read = shape.safeParse(written);
  if (!read.success) {
    return read.error.issues.map(issue => {
      const place = issue.path.join('.') || 'the deployment';
      return issue.code === 'unrecognized_keys'
        ? `Google knows no «${issue.keys.join('», «')}» in «${place}».`
        : `«${place}» is not as Google takes it.`;
    });
  }
  const { oauthScopes, addOns } = read.data;
  const { common, gmail, httpOptions } = addOns;
  const { actions, draftAccess } = gmail.composeTrigger;
  const faults: string[] = [];
  const needed = gmailScopes.map(({ scope }): string => scope);
  for (const scope of needed) if (!oauthScopes.includes(scope)) faults.push(`The scope «${scope}» is missing.`);
  for (const scope of oauthScopes) if (!needed.includes(scope)) faults.push(`The scope «${scope}» is more than Beadle needs.`);
  if (actions.length !== 1) faults.push(`Gmail shows one action while a mail is written, and here are ${actions.length}.`);
  if (draftAccess !== 'METADATA') faults.push('Without the draft access METADATA Gmail does not say who a message goes to.');
  if (httpOptions.authorizationHeader !== 'SYSTEM_ID_TOKEN') faults.push('Beadle answers only to requests with SYSTEM_ID_TOKEN.');
  const asked: readonly (readonly [address: string, path: string])[] = [
    [common.homepageTrigger.runFunction, gmailPaths.home],
    [common.logoUrl, gmailPaths.icon],
    ...gmail.contextualTriggers.map(({ onTriggerFunction }) => [onTriggerFunction, gmailPaths.open] as const),
    ...actions.map(({ runFunction }) => [runFunction, gmailPaths.compose] as const)
  ];
  for (const [address, path] of asked) if (address !== origin + path) faults.push(`«${address}» should be «${origin}${path}».`);
  if (!common.openLinkUrlPrefixes?.includes(`${origin}/`)) faults.push(`Links to «${origin}/» would not open.`);
  return faults;
}
