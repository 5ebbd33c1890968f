import assert from 'node:assert/strict';
import { type CheckName, faultsIn, type Manifests, type Site } from '../../manifests/check.ts';
import { started } from '../../manifests/source.ts';
import { addIn, made, site } from '../support/manifests.ts';
import { manifestsOf } from '../../manifests/files.ts';

/** The manifests with something put in another's place, which must be there. */
function changed(which: 'xml' | 'json' | 'cy', from: string | RegExp, to: string): Manifests {
  const swap = (text: string): string => {
    const swapped = text.replace(from, () => to);
    assert.notEqual(swapped, text, 'the mutation found nothing to change');
    return swapped;
  };
  if (which === 'xml') return { ...made, xml: swap(made.xml) };
  const file = which === 'json' ? 'manifest.json' : 'cy-gb.json';
  return { ...made, unified: { ...made.unified, [file]: swap(made.unified[file]!) } };
}

/** The same, in both at once. */
function inBoth(from: string | RegExp, to: string): Manifests {
  return { xml: changed('xml', from, to).xml, unified: changed('json', from, to).unified };
}

function checksOf(manifests: Manifests, of: Site = site): readonly CheckName[] {
  return [...new Set(faultsIn(manifests, of).map(({ check }) => check))];
}

const without = (path: string): Site => ({ ...site, at: asked => (asked === path ? undefined : site.at(asked)) });

describe('manifests: what the schemas let through', () => {
  for (const sendMode of ['PromptUser', 'SoftBlock'] as const) {
    it(`is none of it in our own, with ${sendMode}`, () => assert.deepEqual(faultsIn(manifestsOf({ ...addIn, sendMode }), site), []));
  }

  const cases: readonly (readonly [title: string, broken: Manifests, expected: readonly CheckName[], of?: Site])[] = [
    ['XML that ends early', { ...made, xml: made.xml.slice(0, -10) }, ['readable']],
    ['JSON that ends early', { ...made, unified: { 'manifest.json': '{' } }, ['readable']],
    [
      'a misspelt event in the XML',
      changed('xml', 'Type="OnMessageSend"', 'Type="OnMessageSent"'),
      ['event-names', 'one-send', 'send-mode', 'same']
    ],
    ['a misspelt event in the JSON', changed('json', '"messageRecipientsChanged"', '"recipientsChanged"'), ['event-names', 'same']],
    [
      'an event of the JSON in the words of the XML',
      changed('json', '"messageFromChanged"', '"OnMessageFrom"'),
      ['event-names', 'requirements', 'same']
    ],
    ['a function that the script does not associate', inBoth(/onRecipientsChanged/g, 'onRecipients'), ['handlers']],
    ['a script that associates nothing', made, ['handlers'], { ...site, associated: [] }],
    ['an action of no runtime', changed('json', '"actionId": "onMessageSend"', '"actionId": "onSend"'), ['handlers', 'same']],
    [
      'a button whose action is of no runtime',
      changed('json', '"actionId": "openPane"', '"actionId": "open"'),
      ['handlers', 'buttons', 'same']
    ],
    [
      'no button beside a mail that is read, in the XML',
      changed('xml', '"MessageReadCommandSurface"', '"AppointmentAttendeeCommandSurface"'),
      ['buttons', 'same']
    ],
    ['no button beside a mail that is read, in the JSON', changed('json', '"mailRead"', '"meetingDetailsAttendee"'), ['buttons', 'same']],
    ['a button that opens another page', inBoth(/outlook\/report\.html/, 'outlook/about.html'), ['buttons']],
    ['two buttons of one name', inBoth(/beadleReport/, 'beadlePane'), ['buttons']],
    ['other Welsh of the second button', changed('cy', 'Rhoi gwybod am neges', 'Rhoi gwybod'), ['same']],
    ['a report that is not served', made, ['served'], without('/outlook/report.html')],
    [
      'two send events in the XML',
      changed(
        'xml',
        'Type="OnMessageFromChanged" FunctionName="onFromChanged"',
        'Type="OnMessageSend" FunctionName="onMessageSend" SendMode="SoftBlock"'
      ),
      ['one-send', 'phones', 'same']
    ],
    [
      'two send events in the JSON',
      changed('json', '"messageFromChanged"', '"messageSending"'),
      ['one-send', 'send-mode', 'requirements', 'same']
    ],
    ['no send event', changed('xml', /<LaunchEvent Type="OnMessageSend"[^>]*>/, ''), ['one-send', 'same']],
    ['a send mode that would stop all mail in an outage', inBoth(/(?<=["'])[sS]oftBlock/, 'Block'), ['send-mode']],
    ['no send mode', changed('xml', ' SendMode="SoftBlock"', ''), ['send-mode', 'same']],
    ['a send mode of another manifest', changed('xml', '"SoftBlock"', '"PromptUser"'), ['same']],
    ['a misspelt event on phones', changed('xml', /(?<=<MobileFormFactor>[\s\S]*)"OnMessageFromChanged"/, '"OnFromChanged"'), ['phones']],
    ['another function on phones', changed('xml', /(?<=<MobileFormFactor>[\s\S]*)"onFromChanged"/, '"onFrom"'), ['phones']],
    [
      'a send event on phones',
      changed('xml', /(?<=<MobileFormFactor>[\s\S]*)Type="OnMessageFromChanged"/, 'Type="OnMessageSend"'),
      ['phones']
    ],
    [
      'a runtime without the script for classic Outlook, in the XML',
      changed('xml', /<Override type="javascript"[^>]*>/, ''),
      ['runtimes', 'same']
    ],
    ['a runtime without the script for classic Outlook, in the JSON', changed('json', /,\s*"script": "[^"]*"/, ''), ['runtimes', 'same']],
    [
      'a runtime without a page',
      changed('json', /"page": "[^"]*pane\.html"/, '"script": "https://beadle.school.example/outlook/pane.html"'),
      ['buttons', 'runtimes', 'same']
    ],
    [
      'events that start in another runtime',
      changed('xml', /(?<=<\/LaunchEvents>\s*)<SourceLocation resid="Events.Page"/, '<SourceLocation resid="Pane.Page"'),
      ['runtimes']
    ],
    [
      'a resource that is not there',
      changed('xml', '<Label resid="Group.Label"', '<Label resid="Groups.Label"'),
      ['resources', 'lengths', 'same']
    ],
    [
      'a resource of another kind',
      changed('xml', '<Label resid="Group.Label"', '<Label resid="Pane.Tip"'),
      ['resources', 'lengths', 'same']
    ],
    ['a resource that is there twice', changed('xml', ' id="Group.Label"', ' id="Pane.Label"'), ['resources', 'lengths', 'same']],
    ['a name of 31 characters', inBoth(/(?<=DisplayName DefaultValue="|"short": ")Beadle/, 'Beadle'.padEnd(31, '!')), ['lengths']],
    ['no Welsh', changed('xml', '<Override Locale="cy-GB" Value="Beadle"/>', ''), ['lengths', 'same']],
    ['other Welsh', changed('cy', 'Gwirio’r neges', 'Gwirio'), ['same']],
    [
      'a label too long for a ribbon',
      changed('xml', 'DefaultValue="Check message"', `DefaultValue="${'x'.repeat(126)}"`),
      ['lengths', 'same']
    ],
    ['a tip of more than 250 characters', changed('json', 'Shows what to look at', 'x'.repeat(251)), ['lengths', 'same']],
    ['no short description in Welsh', changed('cy', '"description.short"', '"description.brief"'), ['lengths']],
    ['a short description of more than 80 characters', changed('cy', 'Eich rhybuddio', 'x'.repeat(81)), ['lengths']],
    ['an image of other pixels', changed('xml', /(?<=id="Icon.16x16" DefaultValue="[^"]*)16\.png/, '32.png'), ['icons', 'same']],
    ['an image that is not there', made, ['icons', 'served'], without('/outlook/icons/80.png')],
    ['an image of the list that is not there', made, ['icons', 'served'], without('/outlook/icons/128.png')],
    ['a package without its outline', made, ['icons'], without('/outlook/icons/outline.png')],
    ['a button without the image for sharp screens', changed('json', /,\s*\{\s*"size": 80,[^}]*\}/, ''), ['icons', 'same']],
    [
      'another origin',
      changed('xml', 'https://beadle.school.example/outlook/pane.html', 'https://beadle.other.example/outlook/pane.html'),
      ['origin']
    ],
    [
      'no TLS',
      changed('json', 'https://beadle.school.example/outlook/about.html', 'http://beadle.school.example/outlook/about.html'),
      ['origin']
    ],
    [
      'another port',
      changed('json', 'https://beadle.school.example/outlook/icons/16.png', 'https://beadle.school.example:8443/outlook/icons/16.png'),
      ['origin', 'same']
    ],
    ['another domain that is allowed', changed('json', '"validDomains": [', '"validDomains": ["login.example",'), ['origin']],
    ['a page that is not served', made, ['served'], without('/outlook/about.html')],
    ['a version that is a word', changed('json', '"version": "1.0.0"', '"version": "v1"'), ['version', 'same']],
    ['a version of three numbers in the XML', changed('xml', '<Version>1.0.0.0', '<Version>1.0.0'), ['version', 'same']],
    ['a version below 1', changed('xml', '<Version>1.0.0.0', '<Version>0.1.0.0'), ['version', 'same']],
    ['a set that there is not', changed('xml', 'DefaultMinVersion="1.5"', 'DefaultMinVersion="9.9"'), ['requirements', 'same']],
    ['a set that phones lack', changed('xml', 'MinVersion="1.5"', 'MinVersion="1.12"'), ['requirements', 'same']],
    ['an event that asks for more than it needs', changed('json', '"minVersion": "1.12"', '"minVersion": "1.16"'), ['requirements']],
    ['a set of another program', changed('xml', '<bt:Set Name="Mailbox"', '<bt:Set Name="ExcelApi"'), ['requirements']],
    ['256 KB', { ...made, xml: made.xml.replace('<Id>', `<!--${'x'.repeat(256 * 1024)}--><Id>`) }, ['size']],
    ['another id', changed('json', /"id": "[0-9a-f]{8}-/, '"id": "01234567-'), ['same']],
    ['another permission', changed('xml', '>ReadWriteItem<', '>ReadWriteMailbox<'), ['same']],
    ['no shared mailboxes', changed('xml', /<SupportsSharedFolders>true<\/SupportsSharedFolders>/, ''), ['same']],
    ['another button', changed('json', '"id": "beadlePane"', '"id": "pane"'), ['same']],
    ['an event that only one has', changed('xml', /<LaunchEvent Type="OnMessageAttachmentsChanged"[^>]*>/, ''), ['same']]
  ];
  for (const [title, broken, expected, of] of cases) {
    it(`finds ${title}`, () => assert.deepEqual([...checksOf(broken, of)].sort(), [...expected].sort()));
  }

  it('says where and what, in a whole sentence', () =>
    assert.deepEqual(faultsIn(changed('json', '"minVersion": "1.13"', '"minVersion": "1.10"'), site), [
      { check: 'requirements', says: 'The unified manifest asks for Mailbox 1.10 where its events came with 1.13.' }
    ]));

  it('waits for nothing that the table of the events does not have', () =>
    assert.deepEqual(
      started.map(({ event }) => event),
      ['OnNewMessageCompose', 'OnMessageRecipientsChanged', 'OnMessageAttachmentsChanged', 'OnMessageFromChanged', 'OnMessageSend']
    ));
});
