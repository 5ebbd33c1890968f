import type { Change, Field, Setting, Settings } from './api.ts';
import { formOf, type Form } from './asking.ts';
import { send } from './ask.ts';
import { askFirst } from './dialog.ts';
import { el } from './dom.ts';
import { done, failed } from './done.ts';
import { button, card, empty, tag } from './pieces.ts';
import { type Screen, showing, type Shown, top } from './screen.ts';
import { say } from './speak.ts';

/** What can be set while Beadle runs, where each value comes from, and who changed what. */
export function settings(screen: Screen): Shown {
  const changes = screen.can('change-settings');
  const view = showing<Settings>(screen, say('settings'), 'settings', data => [
    top(say('settings')),
    el('p', { class: 'lead', 'data-key': 'lead' }, data.says),
    data.empty ? empty(data.empty) : undefined,
    ...data.groups.map(group =>
      el(
        'section',
        { class: 'card', 'data-key': group.id },
        el('h2', {}, group.title),
        el('p', { class: 'soft' }, group.says),
        el('ul', { class: 'history' }, ...group.settings.map(each => settingOf(each, data)))
      )
    ),
    card(
      say('history'),
      data.history.length === 0
        ? el('p', { class: 'soft' }, say('noHistory'))
        : el('ol', { class: 'history' }, ...data.history.map(changeOf))
    )
  ]);

  function settingOf(setting: Setting, data: Settings): HTMLElement {
    const { key, title, help, shown, from, base, changed, editable } = setting;
    const edit = button(say('change'), 'quiet', () => editing(setting, data), 'edit');
    edit.setAttribute('aria-label', say('changeOf', { title }));
    const where = from === 'here' ? say('fromHere') : say(from === 'file' ? 'fromFile' : 'fromUsual');
    return el(
      'li',
      { class: 'setting', 'data-key': key },
      el(
        'div',
        {},
        el('h3', {}, title),
        el('p', { class: 'soft small' }, help),
        el(
          'p',
          { class: 'value' },
          el('bdi', {}, shown === '' ? say('none') : shown),
          ' ',
          tag(where, from === 'here' ? 'unknown' : 'plain')
        ),
        changed ? el('p', { class: 'soft small' }, say('changedBy', changed)) : undefined,
        base === undefined ? undefined : el('p', { class: 'soft small' }, say('baseIs', { base: base === '' ? say('none') : base }))
      ),
      editable && changes
        ? el(
            'div',
            { class: 'row' },
            edit,
            from === 'here'
              ? button(
                  say('backToBase'),
                  'plain-button',
                  () => void saving(setting, null, data).then(sentence => sentence && failed(sentence)),
                  'base'
                )
              : undefined
          )
        : undefined
    );
  }

  function editing(setting: Setting, data: Settings): void {
    const form = setting.many ? listForm(setting) : oneForm(setting.fields, setting.value);
    askFirst({
      title: say('changeOf', { title: setting.title }),
      body: [el('p', { class: 'soft' }, setting.help), ...form.rows],
      does: say('save'),
      confirm: async () => {
        const typed = form.read();
        return 'wrong' in typed ? typed.wrong : saving(setting, typed.value, data);
      }
    });
  }

  async function saving({ key, title }: Setting, value: unknown, { history }: Settings): Promise<string | undefined> {
    const was = history.find(change => change.key === key)?.id;
    const answer = await send<Settings>('settings/change', { key, value, ...(was !== undefined && { was }) });
    if ('problem' in answer) {
      if (answer.status === 409) view.renew();
      return answer.problem;
    }
    view.put(answer.value);
    const change = answer.value.history.find(each => each.key === key && each.undo);
    done(say('saved', { title }), change && (() => void undoing(change.id)));
    return undefined;
  }

  async function undoing(change: string): Promise<void> {
    const answer = await send<Settings>('settings/undo', { change });
    if ('problem' in answer) return failed(answer.problem);
    view.put(answer.value);
    done(say('undone'));
  }

  function changeOf({ id, title, by, when, before, after, undo }: Change): HTMLElement {
    const back = button(say('undo'), 'plain-button', () => void undoing(id), 'undo');
    back.setAttribute('aria-label', say('undoOf', { title, when }));
    return el(
      'li',
      { 'data-key': `change-${id}` },
      el('p', {}, say('historyOf', { title, before: before === '' ? say('none') : before, after: after === '' ? say('none') : after })),
      el('p', { class: 'soft small' }, say('byWhom', { by, when }), ' ', undo && changes ? back : undefined)
    );
  }
  return view;
}

/** A form of a setting: what its value would be, in the shape in which the service gave it. */
interface ValueForm {
  readonly rows: readonly HTMLElement[];
  readonly read: () => { readonly value: unknown } | { readonly wrong: string };
}

function oneForm(fields: readonly Field[], value: unknown, name = 'setting'): ValueForm {
  const form: Form = formOf(fields, beforeOf(fields, value), name);
  return {
    rows: form.rows,
    read: () => {
      const typed = form.read();
      return 'wrong' in typed ? typed : { value: shapedAs(fields, typed.fields) };
    }
  };
}

/** A list: its lines can be changed, taken away and added to. */
function listForm({ fields, value }: Setting): ValueForm {
  const all: { readonly form: ValueForm; readonly row: HTMLElement }[] = [];
  const place = el('ol', { class: 'lines' });
  let made = 0;
  const renumber = (): void =>
    all.forEach(({ row }, i) => {
      row.querySelector('legend')!.textContent = say('lineOf', { number: i + 1 });
      row.querySelector(':scope > fieldset > button')!.setAttribute('aria-label', say('removeLine', { number: i + 1 }));
    });
  const add = (of: unknown): HTMLElement => {
    const form = oneForm(fields, of, `line-${made++}`);
    const remove = button(say('takeAway'), 'plain-button', () => {
      all.splice(all.indexOf(one), 1);
      row.remove();
      renumber();
      more.focus();
    });
    const row = el('li', {}, el('fieldset', { class: 'field' }, el('legend', {}), ...form.rows, remove));
    const one = { form, row };
    all.push(one);
    place.append(row);
    renumber();
    return row;
  };
  const more = button(say('addLine'), 'quiet', () => add(undefined).querySelector<HTMLElement>('input, select, textarea')?.focus());
  for (const each of Array.isArray(value) ? value : []) add(each);
  return {
    rows: [place, el('p', {}, more)],
    read: () => {
      const typed = all.map(({ form }) => form.read());
      const wrong = typed.find(each => 'wrong' in each);
      return wrong && 'wrong' in wrong ? wrong : { value: typed.map(each => ('value' in each ? each.value : undefined)) };
    }
  };
}

/** A value of one field is that field’s own; of several it has each of them by its id. */
function beforeOf(fields: readonly Field[], value: unknown): { readonly [id: string]: unknown } {
  if (value === undefined || value === null) return {};
  const [only] = fields;
  if (typeof value === 'object' && !Array.isArray(value)) return value as { readonly [id: string]: unknown };
  return only ? { [only.id]: value } : {};
}

function shapedAs(fields: readonly Field[], typed: { readonly [id: string]: unknown }): unknown {
  const given = fields.map(({ id, kind, needed }) => {
    const value = typed[id];
    return [id, kind === 'number' && value !== '' ? Number(value) : value, needed || (value !== '' && value !== undefined)] as const;
  });
  if (fields.length === 1) return given[0]?.[1];
  return Object.fromEntries(given.filter(([, , there]) => there).map(([id, value]) => [id, value]));
}
