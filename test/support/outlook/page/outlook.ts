import type { Draft, EventName, FakeOutlook, Seen, Setup } from '../shapes.ts';
import { draw, type Hands } from './draw.ts';
import { openFrame } from './frames.ts';
import { end, run, send } from './send.ts';
import { type Change, type Compose, panesOf, pause } from './window.ts';

Object.assign(window, { fakeOutlook: fakeOutlook() });

function fakeOutlook(): FakeOutlook {
  let opened: Compose | undefined;

  function current(): Compose {
    if (!opened) throw new Error('no message is being written');
    return opened;
  }

  const hands: Hands = {
    send: () => void send(current()),
    press: index => {
      const window = current();
      const pressed = window.alert?.buttons[index];
      if (!pressed) return;
      const lost = window.alert?.why === 'offline';
      window.sends += 1;
      end(window, pressed.does === 'send' ? (lost ? 'outbox' : 'sent') : 'writing');
      const last = window.ran[window.ran.length - 1]?.options;
      if (pressed.does === 'pane') void openPane(window, typeof last?.commandId === 'string' ? last.commandId : '', last?.contextData);
    },
    close: () => {
      const window = current();
      window.sends += 1;
      end(window, 'writing');
    },
    dismiss: key => {
      const window = current();
      window.bars = window.bars.filter(bar => bar.key !== key);
      window.changed({ in: 'elsewhere' });
    },
    open: (command, context) => void openPane(current(), command, context)
  };

  function changes(window: Compose, what: Change): void {
    draw(window, hands);
    if (what.in === 'recipients') {
      const fields = Object.fromEntries((['to', 'cc', 'bcc'] as const).map(field => [field, what.fields.includes(field)]));
      window.pane?.frame.tell('olkRecipientsChanged', [JSON.stringify(fields)]);
      void run('OnMessageRecipientsChanged', { changedRecipientFields: fields }, window);
    } else if (what.in === 'attachments') {
      const event = { attachmentStatus: what.status, attachmentDetails: { id: what.name, name: what.name } };
      window.pane?.frame.tell('olkAttachmentsChanged', [JSON.stringify(event)]);
      void run('OnMessageAttachmentsChanged', event, window);
    } else if (what.in === 'from') void run('OnMessageFromChanged', {}, window);
  }

  /** Kept once nothing is going on, and nothing new has begun for a moment. */
  async function rest(): Promise<void> {
    const window = current();
    for (let calm = 0; calm < 2; calm = window.busy === 0 ? calm + 1 : 0) await pause(15);
  }

  async function open(setup: Setup): Promise<void> {
    const window: Compose = {
      setup,
      draft: setup.draft,
      fate: 'writing',
      alert: undefined,
      bars: [],
      settings: setup.settings,
      session: {},
      headers: {},
      pane: undefined,
      busy: 0,
      sends: 0,
      ran: [],
      calls: [],
      complaints: [],
      changed: what => changes(window, what)
    };
    opened = window;
    draw(window, hands);
    // Outlook that was started without a connection knows of no add-ins, and no event of ours comes with a message that is read.
    if (setup.weather.offline === 'no' && !setup.reading) void run('OnNewMessageCompose', {}, window);
    await rest();
  }

  async function write(change: Partial<Draft>): Promise<void> {
    const window = current();
    const before = window.draft.attachments;
    window.draft = { ...window.draft, ...change };
    const fields = (['to', 'cc', 'bcc'] as const).filter(field => field in change);
    window.changed(fields.length > 0 ? { in: 'recipients', fields } : { in: 'elsewhere' });
    if (change.from) window.changed({ in: 'from' });
    const after = change.attachments ?? before;
    for (const { name } of after.filter(file => !before.includes(file))) window.changed({ in: 'attachments', status: 'added', name });
    for (const { name } of before.filter(file => !after.includes(file))) window.changed({ in: 'attachments', status: 'removed', name });
    await rest();
  }

  async function fire(event: EventName): Promise<Seen['ran'][number]> {
    const ran = await run(event, {}, current());
    if (!ran) throw new Error(`neither this client nor the add-in has ${event}`);
    return ran;
  }

  function seen(): Seen {
    const { draft, fate, alert, bars, pane, settings, headers, ran, calls, complaints } = current();
    return { draft, fate, alert, bars, pane: pane?.command, settings, headers, ran, calls, complaints };
  }

  return {
    open,
    write,
    rest,
    fire,
    seen,
    change: weather => {
      const window = current();
      window.setup = { ...window.setup, weather: { ...window.setup.weather, ...weather } };
    }
  };
}

/** Opens the task pane. One that is open already starts again with what it is opened with now. */
async function openPane(window: Compose, command: string, context: unknown): Promise<void> {
  const path = panesOf(window.setup)[command];
  if (path === undefined) return;
  window.pane?.frame.close();
  window.busy += 1;
  const frame = openFrame('pane', path, window, document.getElementById('pane')!);
  window.pane = { command, context, frame };
  window.changed({ in: 'elsewhere' });
  await Promise.race([frame.ready, pause(window.setup.clocks.boot)]);
  window.busy -= 1;
}
