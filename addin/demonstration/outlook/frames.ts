import { el } from '../../dom.ts';
import type { Account, Device, Writing } from './draft.ts';
import { nestedSignIn, type Signed } from './nested-sign-in.ts';
import { type Office, officeFor } from './office.ts';

/** What a frame of the add-in finds in the window above it. */
export interface Host {
  /** Gives the frame its `Office`, its clock and its account. Throws where the frame is none that was opened here. */
  readonly enter: (frame: Window & { Office?: object; nestedAppAuthBridge?: object }) => { readonly ahead: () => number };
}

declare global {
  interface Window {
    pretendOutlook?: Host;
  }
}

/** A page of the add-in inside the pretend Outlook. */
export interface Frame {
  readonly element: HTMLIFrameElement;
  readonly office: Office;
  readonly close: () => void;
}

const open = new Map<HTMLIFrameElement, { readonly office: Office; readonly bridge: object; readonly ahead: () => number }>();

/** Opens a page of the add-in in `place`: the task pane where people see it, the events’ page where nobody does. */
export function openFrame(
  page: string,
  title: string,
  place: HTMLElement,
  by: { readonly writing: Writing; readonly account: Account; readonly device: Device; readonly signed: () => Promise<Signed> }
): Frame {
  window.pretendOutlook ??= { enter };
  const element = el('iframe', { title, src: page, ...(title === '' ? { hidden: true, 'aria-hidden': 'true' } : {}) });
  const office = officeFor(by.writing, by.account, by.device);
  open.set(element, { office, bridge: nestedSignIn(by.signed, by.device.token), ahead: by.device.ahead });
  place.append(element);
  return {
    element,
    office,
    close: () => {
      open.delete(element);
      element.remove();
    }
  };
}

function enter(frame: Parameters<Host['enter']>[0]): ReturnType<Host['enter']> {
  const made = [...open].find(([element]) => element.contentWindow === frame)?.[1];
  if (!made) throw new Error('this frame was not opened by the pretend Outlook');
  frame.Office = made.office.office;
  frame.nestedAppAuthBridge = made.bridge;
  return made;
}
