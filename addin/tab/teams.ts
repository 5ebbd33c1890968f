import { app, authentication, pages } from '@microsoft/teams-js';
import type { Locale } from '../../core/locale.ts';
import { localeOf } from './speak.ts';

/** What Teams says of whoever opened the tab, and what it does for us. */
export interface Teams {
  readonly locale: Locale | undefined;
  /** What a deep link asks to see, such as `signatures`; an empty text without one. */
  readonly asked: string;
  /** A token that says to our service who this is. Rejects where Teams refuses. */
  readonly token: () => Promise<string>;
  readonly ready: () => void;
  readonly failed: (because: string) => void;
  /** Lets Teams offer a link to what is shown. */
  readonly share: (asked: string, label: string) => void;
}

/**
 * Speaks with Teams; whoever needs it imports this file only then, with the library. Follows its theme from here on. Nothing: what frames this page is not Teams. `alsoFrom` are origins
 * of hosts that Microsoft’s own list lacks.
 */
export async function teams(alsoFrom: readonly string[] = []): Promise<Teams | undefined> {
  try {
    await app.initialize([...alsoFrom]);
    // Teams hides its own sign of waiting: ours says more.
    app.notifyAppLoaded();
    const { app: host, page } = await app.getContext();
    themed(host.theme);
    app.registerOnThemeChangeHandler(themed);
    return {
      locale: localeOf(host.locale),
      asked: page.subPageId ?? '',
      token: () => authentication.getAuthToken(),
      ready: () => void app.notifySuccess(),
      failed: because => app.notifyFailure({ reason: app.FailedReason.Other, message: because }),
      share: (asked, label) => {
        if (pages.isSupported()) pages.shareDeepLink({ subPageId: asked, subPageLabel: label });
      }
    };
  } catch {
    // «No parent window», or one that does not answer.
    return undefined;
  }
}

/** Teams’ three themes; one that it adds later looks like the one that its name speaks of. */
function themed(theme: string): void {
  document.documentElement.dataset['theme'] = /contrast/i.test(theme) ? 'contrast' : /dark/i.test(theme) ? 'dark' : 'light';
}
