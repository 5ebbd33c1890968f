import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rules } from '../../core/mail/rules/index.ts';
import { filesOf, manifestsOf } from '../../manifests/files.ts';
import { blocking, idOf, paneControl, reportControl, sendModeOf } from '../../manifests/source.ts';
import { names } from '../../addin/outlook/names.ts';
import { all, readXml } from '../../manifests/xml.ts';
import { addIn, made } from '../support/manifests.ts';

const xml = readXml(made.xml)!;
const images = { 'color.png': Uint8Array.of(1), 'outline.png': Uint8Array.of(2) };

describe('manifests: both from one source', () => {
  it('wait for these events, the send event as softly as the school decided', () =>
    assert.deepEqual(
      all(all(xml, 'DesktopFormFactor')[0]!, 'LaunchEvent').map(({ attributes }) => Object.values(attributes).join(' ')),
      [
        'OnNewMessageCompose onNewMessageCompose',
        'OnMessageRecipientsChanged onRecipientsChanged',
        'OnMessageAttachmentsChanged onAttachmentsChanged',
        'OnMessageFromChanged onFromChanged',
        'OnMessageSend onMessageSend SoftBlock'
      ]
    ));

  it('wait on phones for what phones have: nothing at Send', () =>
    assert.deepEqual(
      all(all(xml, 'MobileFormFactor')[0]!, 'LaunchEvent').map(({ attributes }) => attributes['Type']),
      ['OnNewMessageCompose', 'OnMessageRecipientsChanged', 'OnMessageFromChanged']
    ));

  it('call the pane and the bar’s image as the script of the events calls them', () => {
    assert.equal(all(xml, 'Control')[0]!.attributes['id'], names.pane);
    assert.equal(paneControl, names.pane);
    assert.ok(all(xml, 'Image').some(({ attributes }) => attributes['id'] === names.icon));
  });

  it('open the report beside a mail that is read, under a name of its own', () => {
    const point = all(xml, 'ExtensionPoint').find(({ attributes }) => attributes['xsi:type'] === 'MessageReadCommandSurface')!;
    assert.deepEqual(
      all(point, 'Control').map(({ attributes }) => attributes['id']),
      [reportControl]
    );
    const { extensions } = JSON.parse(made.unified['manifest.json']!) as { extensions: { ribbons: { contexts: string[] }[] }[] };
    assert.deepEqual(
      extensions[0]!.ribbons.map(({ contexts }) => contexts),
      [['mailCompose'], ['mailRead']]
    );
  });

  it('ask for no more than to read and change the message that is being written', () => {
    assert.match(made.xml, /<Permissions>ReadWriteItem<\/Permissions>/);
    const { authorization } = JSON.parse(made.unified['manifest.json']!) as { authorization: unknown };
    assert.deepEqual(authorization, {
      permissions: {
        resourceSpecific: [
          { name: 'MailboxItem.ReadWrite.User', type: 'Delegated' },
          { name: 'Mailbox.SharedFolder', type: 'Delegated' }
        ]
      }
    });
  });

  it('speak English, and Welsh where Outlook does', () => {
    assert.match(
      made.xml,
      /<bt:String id="Pane.Label" DefaultValue="Check message">\s*<bt:Override Locale="cy-GB" Value="Gwirio’r neges"\/>/
    );
    const welsh = JSON.parse(made.unified['cy-gb.json']!) as { [key: string]: string };
    assert.equal(welsh['extensions[0].ribbons[0].tabs[0].groups[0].controls[0].label'], 'Gwirio’r neges');
  });

  it('have the same id at the same place, and another at another', () => {
    assert.equal(idOf(addIn), '00512ce3-0689-5bdf-92d3-73201589f902');
    assert.notEqual(idOf({ origin: 'https://beadle.other.example' }), idOf(addIn));
    assert.match(idOf({ origin: 'https://beadle.other.example' }), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('are the same bytes from the same decisions, and other bytes from others', () => {
    const digest = (from: typeof addIn): string => {
      const hash = createHash('sha256');
      for (const { path, bytes } of filesOf(manifestsOf(from), images)) hash.update(path).update(bytes);
      return hash.digest('hex');
    };
    assert.equal(digest({ ...addIn }), digest({ ...addIn }));
    for (const other of [{ origin: 'https://b.example' }, { version: '1.0.1' }, { sendMode: 'PromptUser' as const }]) {
      assert.notEqual(digest({ ...addIn, ...other }), digest(addIn));
    }
  });

  it('come as an XML, and as a package with all its parts beside it', () =>
    assert.deepEqual(
      filesOf(made, images).map(({ path }) => path),
      [
        'beadle-outlook.xml',
        'unified/manifest.json',
        'unified/cy-gb.json',
        'unified/color.png',
        'unified/outline.png',
        'beadle-outlook.zip'
      ]
    ));

  it('point at a page about them that says everything in both languages', () => {
    const page = readFileSync('addin/outlook/about.html', 'utf8');
    for (const part of ['id="privacy"', 'id="terms"', 'id="support"', '<section lang="cy"']) assert.ok(page.includes(part), part);
    assert.equal(page.split('<section')[0]!.match(/<h2/g)?.length, page.split('<section')[1]!.match(/<h2/g)?.length);
  });
});

describe('manifests: the send mode', () => {
  const allWarn = Object.fromEntries(rules.map(({ id }) => [id, { action: 'confirm' as const }]));
  const first = rules[0]!.id;

  it('is PromptUser where the rules only warn', () => assert.equal(sendModeOf({ rules: allWarn }, rules), 'PromptUser'));

  it('is SoftBlock as soon as one rule blocks', () => {
    const decided = { ...allWarn, [first]: { action: 'block' as const } };
    assert.equal(sendModeOf({ rules: decided }, rules), 'SoftBlock');
    assert.deepEqual(blocking({ rules: decided }, rules), [first]);
  });

  it('is read from the rule itself where the school decided nothing', () => {
    const [rule] = rules;
    assert.deepEqual(blocking({ rules: {} }, [{ ...rule!, action: 'block' }]), [first]);
    assert.deepEqual(blocking({ rules: { [first]: { action: 'off' } } }, [{ ...rule!, action: 'block' }]), []);
  });
});
