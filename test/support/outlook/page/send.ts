import type { Alert, Button, CompletedOptions, EventName, Fate, Ran, SendMode } from '../shapes.ts';
import { openFrame } from './frames.ts';
import { heeds } from './methods.ts';
import { type Compose, pause } from './window.ts';

const unknownFunction = 11101;

/** How long an event's page stays after it has answered, so that a second answer would be seen. */
const linger = 400;

/** Runs an event in a page of its own that starts cold, as the browsers' event runtime does. Nothing where add-in or client has no such event. */
export async function run(event: EventName, more: object, window: Compose): Promise<Ran | undefined> {
  const { manifest, profile, clocks } = window.setup;
  const name = manifest.events[event];
  if (name === undefined || !profile.events.includes(event)) return undefined;
  window.busy += 1;
  const began = performance.now();
  const frame = openFrame('event', manifest.runtime, window, document.body);
  const ran = (answer: Ran['answer'], booted: number, options: CompletedOptions = {}): Ran => {
    const done: Ran = { event, answer, options, boot: Math.round(booted - began), judged: Math.round(performance.now() - booted) };
    window.ran.push(done);
    window.busy -= 1;
    setTimeout(frame.close, linger);
    return done;
  };
  const loaded = await Promise.race([frame.ready.then(() => true), pause(clocks.boot).then(() => false)]);
  const booted = performance.now();
  if (!loaded) return ran('not-loaded', booted);
  const left = Math.max(0, clocks.gone - (booted - began));
  const said = await Promise.race([frame.call(name, { type: event, ...more }), pause(left).then(() => undefined)]);
  if (!said) return ran('timed-out', booted);
  if (said.status === unknownFunction) return ran('unknown-function', booted);
  return ran('completed', booted, checked(said.options as CompletedOptions, event, window));
}

const longest = { errorMessage: 500, errorMessageMarkdown: 500, cancelLabel: 20 };

/** Holds what an event answers to the documentation. */
function checked(options: CompletedOptions, event: EventName, window: Compose): CompletedOptions {
  const complain = (what: string): number => window.complaints.push(`${event}: ${what}`);
  for (const name of ['errorMessage', 'errorMessageMarkdown', 'cancelLabel'] as const) {
    const text = options[name];
    if (text === undefined) continue;
    if (typeof text !== 'string' || text.trim() === '') complain(`${name} is no text`);
    else if (text.length > longest[name]) complain(`${name} has ${text.length} characters, more than ${longest[name]}`);
  }
  if (event !== 'OnMessageSend') return options;
  const { allowEvent, commandId, contextData, sendModeOverride, errorMessage, errorMessageMarkdown } = options;
  if (typeof allowEvent !== 'boolean') complain('it neither allows nor stops the message');
  if (allowEvent === false && errorMessage === undefined) complain('it stops the message and does not say why');
  if (errorMessageMarkdown !== undefined && /https?:/.test(asText(errorMessageMarkdown).replace(/\]\(https:\/\/[^)\s]+\)/g, '')))
    complain('a link in errorMessageMarkdown is not [text](https://…)');
  if (commandId !== undefined && !(asText(commandId) in window.setup.manifest.panes))
    complain(`the manifest has no command ${asText(commandId)}`);
  if (contextData !== undefined && commandId === undefined) complain('contextData without commandId is ignored');
  if (contextData !== undefined && typeof contextData !== 'string') complain('older Outlooks take contextData only as a string');
  if (sendModeOverride !== undefined && sendModeOverride !== 'promptUser') complain('sendModeOverride can only be promptUser');
  return options;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const sendAnyway: Button = { label: 'Send Anyway', does: 'send' };
const dontSend: Button = { label: 'Don’t Send', does: 'keep' };
const tryLater: Button = { label: 'Try Later', does: 'keep' };

/** What happens after a click on Send, until the message has gone or stays. */
export async function send(window: Compose): Promise<void> {
  const { manifest, profile, clocks } = window.setup;
  const { weather } = window.setup;
  if (window.fate !== 'writing' || window.alert) return;
  if (manifest.events.OnMessageSend === undefined || !profile.events.includes('OnMessageSend')) return end(window, 'sent');
  const mode = manifest.sendMode;
  if (weather.offline === 'chosen' && mode === 'promptUser') return end(window, 'outbox');
  if (weather.offline !== 'no') return ask(window, offline(mode, manifest.name, weather.offline === 'chosen'));

  window.fate = 'checking';
  window.sends += 1;
  const turn = window.sends;
  const slow = setTimeout(() => {
    if (window.fate !== 'checking' || window.sends !== turn) return;
    const text = `${manifest.name} is taking longer than expected to check your message.`;
    ask(window, { why: 'slow', text, markdown: false, buttons: mode === 'promptUser' ? [sendAnyway, dontSend] : [dontSend] });
  }, clocks.slow);
  window.changed({ in: 'elsewhere' });
  const ran = await run('OnMessageSend', {}, window);
  clearTimeout(slow);
  if (!ran || window.fate !== 'checking' || window.sends !== turn) return;
  window.alert = undefined;
  if (ran.answer === 'completed' && ran.options.allowEvent === true) return end(window, 'sent');
  window.fate = 'writing';
  ask(window, ran.answer === 'completed' ? finding(ran.options, window) : failed(ran.answer, window));
}

function ask(window: Compose, alert: Alert): void {
  window.alert = alert;
  window.changed({ in: 'elsewhere' });
}

/** The message leaves the window, or stays in it. */
export function end(window: Compose, fate: Fate): void {
  window.alert = undefined;
  window.fate = fate;
  window.changed({ in: 'elsewhere' });
}

function failed(answer: Ran['answer'], { setup: { manifest } }: Compose): Alert {
  const mode = manifest.sendMode;
  const late = answer === 'timed-out';
  const text = late
    ? `${manifest.name} did not finish checking your message.`
    : `${manifest.name} is unavailable and cannot check your message right now.`;
  const buttons = late
    ? mode === 'promptUser'
      ? [sendAnyway, dontSend]
      : [tryLater]
    : mode === 'block'
      ? [dontSend]
      : [sendAnyway, tryLater];
  return { why: late ? 'timed-out' : 'unavailable', text, markdown: false, buttons };
}

function offline(mode: SendMode, name: string, chosen: boolean): Alert {
  const text = `${name} cannot check your message because you are offline.`;
  return { why: 'offline', text, markdown: false, buttons: chosen || mode === 'block' ? [dontSend] : [sendAnyway, dontSend] };
}

/** The alert with the add-in's own words, as this client shows it. What is newer than the client is not heeded. */
function finding(options: CompletedOptions, window: Compose): Alert {
  const { manifest, profile } = window.setup;
  const message = typeof options.errorMessage === 'string' ? options.errorMessage : '';
  const rich = profile.markdown && typeof options.errorMessageMarkdown === 'string' ? options.errorMessageMarkdown : '';
  const prompts = manifest.sendMode === 'promptUser' || (heeds(window, '1.14') && options.sendModeOverride === 'promptUser');
  const heeded = profile.action !== 'none' && (message !== '' || !profile.labelNeedsMessage);
  const command = heeded && typeof options.commandId === 'string' && options.commandId in manifest.panes;
  const label = heeded && typeof options.cancelLabel === 'string' ? options.cancelLabel : '';
  const buttons: Button[] = [];
  if (prompts) buttons.push(sendAnyway);
  if (profile.action === 'own-button' && command) buttons.push({ label: label || 'Take Action', does: 'pane' });
  if (profile.action === 'on-dont-send') buttons.push({ label: label || dontSend.label, does: command ? 'pane' : 'keep' });
  else buttons.push(dontSend);
  return {
    why: 'finding',
    text: rich || message || `${manifest.name} is preventing this email from being sent.`,
    markdown: rich !== '',
    buttons
  };
}
