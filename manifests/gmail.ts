import { type Locale, locales } from '../core/locale.ts';
import { words } from './source.ts';

/** All that the deployment of the add-on for Gmail is made of. The same add-on gives the same bytes. */
export interface GmailAddOn {
  /** Scheme and host that Google asks, without a slash at its end: `https://beadle.school.example`. */
  readonly origin: string;
  /** In which languages the button is labelled: Google knows only one label, so both stand there. */
  readonly languages: readonly Locale[];
}

/** Below the origin. */
export const gmailPaths = {
  home: '/gmail/home',
  open: '/gmail/message',
  compose: '/gmail/compose',
  icon: '/gmail/icon.png'
} as const;

const auth = 'https://www.googleapis.com/auth';

/** What the add-on asks of each person, and why. None of it reads the mailbox. */
export const gmailScopes = [
  { scope: `${auth}/gmail.addons.execute`, why: 'to be shown in Gmail' },
  { scope: `${auth}/gmail.addons.current.action.compose`, why: 'to change who the message goes to, when its button is clicked' },
  { scope: `${auth}/gmail.addons.current.message.metadata`, why: 'to see who the message that is being written goes to' },
  { scope: `${auth}/gmail.addons.current.message.readonly`, why: 'to see whether the message that is open is a chain letter' },
  { scope: `${auth}/userinfo.email`, why: 'to know who writes, and that they belong to the school' },
  { scope: `${auth}/script.locale`, why: 'to speak the language of the person’s Gmail' }
] as const;

/** What «gcloud workspace-add-ons deployments create» takes (`google.cloud.gsuiteaddons.v1.Deployment`). */
export function gmailDeployment({ origin, languages }: GmailAddOn): string {
  const label = locales
    .filter(locale => languages.includes(locale))
    .map(locale => words.button[locale])
    .join(' / ');
  const deployment = {
    oauthScopes: gmailScopes.map(({ scope }) => scope),
    addOns: {
      common: {
        name: words.name.en,
        logoUrl: origin + gmailPaths.icon,
        useLocaleFromApp: true,
        layoutProperties: { primaryColor: '#1c4f73' },
        openLinkUrlPrefixes: [`${origin}/`],
        homepageTrigger: { runFunction: origin + gmailPaths.home }
      },
      gmail: {
        contextualTriggers: [{ unconditional: {}, onTriggerFunction: origin + gmailPaths.open }],
        composeTrigger: { draftAccess: 'METADATA', actions: [{ label, runFunction: origin + gmailPaths.compose }] }
      },
      httpOptions: { authorizationHeader: 'SYSTEM_ID_TOKEN', granularOauthPermissionSupport: 'OPT_IN' }
    }
  };
  return `${JSON.stringify(deployment, null, 2)}\n`;
}
