import assert from 'node:assert/strict';
import { rules } from '../../../core/mail/rules/index.ts';
import { checks } from '../../../core/tenant/checks/index.ts';
import { beadle } from '../../support/cli.ts';

describe('beadle rule', () => {
  it('lists every rule with what it asks by default, and every check with how serious it is', async () => {
    const { code, out } = await beadle(['rule']);
    assert.equal(code, 0);
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map(line => line.split(/ {2,}/)),
      [
        ...rules.map(({ id, action, title }) => [id, action, title.en]),
        ...checks.map(({ id, severity, title }) => [id, severity, title.en])
      ]
    );
  });

  it('shows the page of one in the language asked for', async () => {
    const [english, welsh] = [await beadle(['rule', 'crowd-in-the-open']), await beadle(['rule', 'crowd-in-the-open', '--lang', 'cy'])];
    assert.match(english.out, /^# Families or outsiders can see .*\n\n## What it looks at\n/);
    assert.match(welsh.out, /^# Gall teuluoedd .*\n\n## Beth mae’n edrych arno\n/);
  });

  it('shows the page of a check as well', async () => {
    const { code, out } = await beadle(['rule', 'second-factor-missing', '--lang', 'cy']);
    assert.equal(code, 0);
    assert.ok(out.startsWith(`# ${checks.find(({ id }) => id === 'second-factor-missing')!.title.cy}\n`), out);
  });

  it('names the nearest rule where there is none of that name', async () => {
    const { code, out, err } = await beadle(['rule', 'crowd-in-open']);
    assert.deepEqual([code, out, err], [2, '', 'beadle: There is no rule or check «crowd-in-open». Did you mean «crowd-in-the-open»?\n']);
  });
});
