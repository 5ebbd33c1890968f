import type { Mailbox, Setup } from '../shapes.ts';
import { answered } from './methods.ts';
import { type Compose, pause } from './window.ts';

/** A page of the add-in inside Outlook, at the other end of office.js's own way of talking across windows. */
export interface Frame {
  readonly element: HTMLIFrameElement;
  /** Kept once office.js is ready to be called. */
  readonly ready: Promise<void>;
  /** Calls a function of the add-in, and tells what it answered and how often it has answered by then. */
  readonly call: (name: string, event: object) => Promise<{ readonly status: number; readonly options: unknown }>;
  /** Tells the add-in of a change that it asked to hear of. */
  readonly tell: (event: string, data: unknown) => void;
  readonly close: () => void;
}

/** One envelope of office.js, either way. */
interface Envelope {
  readonly _messageType: 0 | 1;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType?: 0 | 1;
  readonly _data?: {
    readonly MethodData?: { readonly DispatchId: number };
    readonly ApiParams?: object;
    readonly DdaMethod?: { readonly DispatchId: number };
    readonly 0?: string;
    readonly 1?: number;
    readonly 2?: string;
  };
}

const request = 0;
const response = 1;
const register = 1;
const commandCompleted = 94;
const readWriteItem = 3;
const message = 1;
const messageCompose = 4;

/** Opens a page of the add-in in `place`. */
export function openFrame(kind: 'event' | 'pane', path: string, window: Compose, place: HTMLElement): Frame {
  const { setup } = window;
  const { origin } = setup.manifest;
  const conversation = `conversation-${Math.random().toString(36).slice(2)}`;
  const id = `add-in-${Math.random().toString(36).slice(2)}`;
  const heard = new Set<string>();
  const waiting = new Map<string, (answer: { readonly status: number; readonly options: unknown }) => void>();
  let isReady: () => void;
  const ready = new Promise<void>(resolve => {
    isReady = resolve;
  });

  const element = document.createElement('iframe');
  element.title = kind === 'pane' ? setup.manifest.name : '';
  element.hidden = kind === 'event';
  element.name = JSON.stringify({
    xdmInfo: [conversation, id, location.origin].join('|'),
    hostInfo: `Outlook|Web|16.01|${setup.locale}|correlation|||0`,
    serializerVersion: '1',
    baseFrameName: 'frame'
  });
  element.src = origin + path;

  const post = (envelope: object): void => element.contentWindow?.postMessage(JSON.stringify(envelope), origin);
  const respond = ({ _actionName, _conversationId, _correlationId }: Envelope, data: unknown): void =>
    post({
      _messageType: response,
      _actionName,
      _conversationId,
      _correlationId,
      _origin: location.origin,
      _data: data,
      _errorCode: 0,
      _responseType: 0,
      _serializerVersion: 1
    });
  const tell = (event: string, data: unknown): void =>
    post({
      _messageType: response,
      _actionName: event,
      _conversationId: conversation,
      _correlationId: 0,
      _origin: location.origin,
      _responseType: 1,
      _errorCode: 0,
      _serializerVersion: 1,
      _data: data
    });

  const completed = (data: NonNullable<Envelope['_data']>): void => {
    const call = String(data[0]);
    const answer = waiting.get(call);
    if (!answer) {
      window.complaints.push('event.completed was called more than once');
      return;
    }
    waiting.delete(call);
    const said = data[2] ? (JSON.parse(data[2]) as { readonly completedContext?: unknown }) : {};
    answer({ status: Number(data[1]), options: said.completedContext ?? {} });
  };

  const hear = async ({ source, origin: from, data }: MessageEvent): Promise<void> => {
    if (source !== element.contentWindow || from !== origin) return;
    const envelope = parsed(data);
    if (!envelope || envelope._messageType !== request) return;
    const name = envelope._actionName;
    const asks = envelope._data ?? {};
    if (envelope._actionType === register) {
      heard.add(name);
      respond(envelope, { Error: 0 });
      if (name === 'appCommandInvoked') isReady();
    } else if (name === 'ContextActivationManager_getAppContextAsync') respond(envelope, appContext(id, window));
    else if (name === 'ContextActivationManager_notifyHost') respond(envelope, null);
    else if (name === 'GetInitialData') respond(envelope, initialData(setup));
    else if (name === 'ExecuteMethod') {
      window.busy += 1;
      if (window.setup.weather.delay > 0) await pause(window.setup.weather.delay);
      const answer = answered(asks.MethodData?.DispatchId ?? -1, { window, given: asks.ApiParams ?? {}, kind });
      window.busy -= 1;
      if (answer) respond(envelope, answer);
    } else if (name === 'executeMethod' && asks.DdaMethod?.DispatchId === commandCompleted) {
      completed(asks);
      respond(envelope, { Error: 0, Version: 0 });
    } else {
      window.complaints.push(`${name} ${asks.DdaMethod?.DispatchId ?? ''} is not for ${kind === 'event' ? 'an event' : 'a pane'}`.trim());
      respond(envelope, { Error: 7000, Version: 0 });
    }
  };
  const listen = (event: MessageEvent): void => void hear(event);
  addEventListener('message', listen);
  place.append(element);

  return {
    element,
    ready,
    call: (name, event) =>
      new Promise(resolve => {
        const call = `call-${Math.random().toString(36).slice(2)}`;
        waiting.set(call, resolve);
        tell('appCommandInvoked', { 0: call, 1: name, 2: JSON.stringify({ source: { id: 'event' }, ...event }) });
      }),
    tell: (event, data) => {
      if (heard.has(event)) tell(event, data);
    },
    close: () => {
      removeEventListener('message', listen);
      element.remove();
    }
  };
}

function parsed(data: unknown): Envelope | undefined {
  try {
    return typeof data === 'string' ? (JSON.parse(data) as Envelope) : undefined;
  } catch {
    return undefined;
  }
}

function appContext(id: string, { setup, settings }: Compose): object {
  return {
    _id: id,
    _appName: 64,
    _appVersion: '16.0',
    _appUILocale: setup.locale,
    _dataLocale: setup.locale,
    _docUrl: '',
    _clientMode: 0,
    _settings: settings,
    _reason: 'documentOpened',
    _osfControlType: 0,
    _eToken: '',
    _correlationId: 'correlation',
    _appInstanceId: id,
    _requirementMatrix: JSON.stringify({ Mailbox: setup.profile.mailbox, react: '1' }),
    _hostFullVersion: '16.0.1',
    _clientWindowHeight: 600,
    _clientWindowWidth: 800,
    _addinName: setup.manifest.name,
    _appDomains: [setup.manifest.origin],
    _dialogRequirementMatrix: '{}',
    _featureGates: {}
  };
}

function initialData({ draft, reading }: Setup): object {
  return reading ? received(draft) : written(draft);
}

/** A message that was received: all of it but its text is handed over at once. */
function received(draft: Setup['draft']): object {
  const shown = ({ address, name }: Mailbox) => ({ address, name: name ?? address, recipientType: 0 });
  return {
    ...written({ ...draft, from: { address: 'teacher@school.example', name: 'Class Teacher' } }),
    itemType: message,
    id: 'received',
    subject: draft.subject,
    normalizedSubject: draft.subject,
    from: shown(draft.from),
    sender: shown(draft.from),
    to: draft.to.map(shown),
    cc: draft.cc.map(shown),
    bcc: [],
    attachments: []
  };
}

function written(draft: Setup['draft']): object {
  return {
    permissionLevel: readWriteItem,
    itemType: messageCompose,
    userDisplayName: draft.from.name ?? draft.from.address,
    userEmailAddress: draft.from.address,
    userTimeZone: 'GMT Standard Time',
    userProfileType: 'office365',
    hostVersion: '16.0.1.1',
    owaView: 'ThreeColumns',
    timeZoneOffsets: [],
    isRestIdSupported: true,
    id: null,
    conversationId: 'conversation',
    dateTimeCreated: Date.now(),
    dateTimeModified: Date.now(),
    itemClass: 'IPM.Note'
  };
}
