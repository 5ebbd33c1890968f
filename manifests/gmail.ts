import { type Locale, locales, type Text } from '../core/locale.ts';
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
  { scope: `${auth}/gmail.addons.execute`, why: { en: 'to be shown in Gmail', cy: 'i gael ei ddangos yn Gmail' } },
  {
    scope: `${auth}/gmail.addons.current.action.compose`,
    why: {
      en: 'to change who the message goes to, when its button is clicked',
      cy: 'i newid at bwy y mae’r neges yn mynd, pan gliciwch ei fotwm'
    }
  },
  {
    scope: `${auth}/gmail.addons.current.message.metadata`,
    why: { en: 'to see who the message that is being written goes to', cy: 'i weld at bwy y mae’r neges sy’n cael ei hysgrifennu yn mynd' }
  },
  {
    scope: `${auth}/gmail.addons.current.message.readonly`,
    why: { en: 'to see whether the message that is open is a chain letter', cy: 'i weld a yw’r neges sydd ar agor yn llythyr cadwyn' }
  },
  {
    scope: `${auth}/userinfo.email`,
    why: { en: 'to know who writes, and that they belong to the school', cy: 'i wybod pwy sy’n ysgrifennu, a’u bod yn perthyn i’r ysgol' }
  },
  { scope: `${auth}/script.locale`, why: { en: 'to speak the language of the person’s Gmail', cy: 'i siarad iaith Gmail y person' } }
] as const satisfies readonly { readonly scope: string; readonly why: Text }[];

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
        layoutProperties: { primaryColor: '#14534f' },
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
