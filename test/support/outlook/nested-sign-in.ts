import type { BrowserContext } from 'playwright-core';
import { compiled } from './server.ts';

/** How Outlook answers to the add-in's wish for a token: at once, only after the person was asked, or not at all. */
export type Answers = 'signed-in' | 'asks-first' | 'refuses';

/**
 * Outlook's side of nested app authentication, in every page that opens in `context` from now on. `token` makes the access token; `answers` is asked anew
 * for each wish.
 */
export async function nestedSignIn(context: BrowserContext, token: () => Promise<string>, answers: () => Answers): Promise<void> {
  await context.exposeFunction('tokenFor', async (method: string) => {
    const how = answers();
    return how === 'signed-in' || (how === 'asks-first' && method === 'GetTokenPopup') ? token() : null;
  });
  await context.addInitScript(await compiled('nested-sign-in.ts'));
}
