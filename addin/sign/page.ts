import { ask } from './ask.ts';
import { classMode } from './class.ts';
import { askForLink, enterCode } from './enter.ts';
import { goesBack } from './idle.ts';
import { type Around, goodbye, keepTyped, sit } from './sitting.ts';
import { reporting } from './report.ts';
import { firstLocale, forgetChoice, listenForLanguage, say, speak } from './speak.ts';
import { showWaiting } from './view.ts';
import { welcome } from './visit.ts';

/** The secret behind `#`, where there is one. */
function linkHere(): string | undefined {
  return /^#([A-Za-z0-9_-]{43})$/.exec(location.hash)?.[1];
}

/** Where the page is: what a path and the secret behind `#` ask for. */
function start(around: Around): void {
  const { pathname } = location;
  const link = linkHere();
  if (pathname === '/class') return void classMode();
  if (pathname === '/report') return link === undefined ? report() : enterCode(link, report);
  if (link === undefined) return sitting(around);
  if (pathname === '/read') return void read(link, around);
  if (/^\/(?:kiosk\/)?visit$/.test(pathname)) {
    return welcome(
      link,
      receiptTo => sitting({ ...around, ...(receiptTo !== '' && { receiptTo }) }),
      sentence => askForLink(sentence),
      around.shared
    );
  }
  enterCode(link, () => sitting(around));
}

/** Once somebody has proved who they are, they report here. */
function report(): void {
  if (location.hash) history.replaceState(null, '', location.pathname);
  entered = true;
  void reporting(goodbye);
}

/** Whether somebody reports here. */
let entered = false;

/** Once somebody sits, the link is used up, and its secret leaves the address and the history. */
function sitting(around: Around, because?: string): void {
  if (location.hash) history.replaceState(null, '', location.pathname);
  seated = around;
  void sit(around, because);
}

async function read(link: string, around: Around): Promise<void> {
  showWaiting();
  const answer = await ask('/sign/api/read', { link });
  // Somebody who presses the same button again may still sit here.
  sitting(around, 'problem' in answer ? answer.problem : undefined);
}

/** In what somebody sits here, if anybody does. */
let seated: Around | undefined;

const kiosk = location.pathname === '/kiosk/visit';
const idle = kiosk ? goesBack(() => void finish()) : undefined;
const around: Around = { shared: kiosk, signed: () => idle?.soon(), left: () => (kiosk ? void finish() : goodbye()) };

async function finish(): Promise<void> {
  await ask('/sign/api/leave', {});
  forgetChoice();
  location.replace('/kiosk');
}

speak(firstLocale());
document.title = say('title');
listenForLanguage(() => {
  if (document.body.classList.contains('receipted')) return;
  if (location.pathname === '/class') return void classMode();
  if (entered) return void reporting(goodbye);
  if (!seated) return;
  keepTyped();
  void sit(seated);
});
// A page that the browser kept for «back» may show what somebody else signed.
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});
// A link that is put into the address of a page that is open already loads nothing by itself.
addEventListener('hashchange', () => {
  if (linkHere() !== undefined) location.reload();
});
start(around);
