import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { outlookXml } from '../../manifests/outlook-xml.ts';
import { sendModes } from '../../manifests/source.ts';
import { addIn } from '../support/manifests.ts';

const schemas = new URL('../../../shared/contracts/outlook/', import.meta.url);
const shared = existsSync(schemas);

/** What Microsoft's own schemas of the add-in-only manifest ([MS-OWEMXML]) say of it; nothing where it is right. */
async function errorsIn(xml: string): Promise<readonly string[]> {
  const files = readdirSync(schemas).filter(name => name.endsWith('.xsd'));
  const loaded = files.map(fileName => ({ fileName, contents: readFileSync(new URL(fileName, schemas), 'utf8') }));
  const main = 'OfficeAppManifest.xsd';
  const { errors } = await validateXML({
    xml: [{ fileName: 'manifest.xml', contents: xml }],
    schema: loaded.filter(({ fileName }) => fileName === main),
    preload: loaded.filter(({ fileName }) => fileName !== main)
  });
  return errors.map(({ message }) => message);
}

describe('contracts: the add-in-only manifest', function () {
  this.timeout(30_000);

  for (const sendMode of sendModes) {
    (shared ? it : it.skip)(`keeps Microsoft’s schemas with ${sendMode} (needs ../shared)`, async () =>
      assert.deepEqual(await errorsIn(outlookXml({ ...addIn, sendMode })), [])
    );
  }

  const broken: readonly (readonly [title: string, from: string, to: string])[] = [
    ['a send mode that there is not', '"SoftBlock"', '"Softblock"'],
    ['an event without its function', ' FunctionName="onMessageSend"', ''],
    ['an id that is none', '<Id>', '<Id>x'],
    ['an element that is missing', '<ProviderName>Beadle</ProviderName>', ''],
    ['an element that there is not', '<FunctionFile resid="Events.Page"/>', '<FunctionFiles resid="Events.Page"/>'],
    ['an identifier of more than 32 characters', 'resid="Group.Label"', `resid="${'x'.repeat(33)}"`]
  ];
  for (const [title, from, to] of broken) {
    (shared ? it : it.skip)(`hears of ${title} (needs ../shared)`, async () => {
      const xml = outlookXml(addIn);
      assert.ok(xml.includes(from));
      assert.notEqual((await errorsIn(xml.replace(from, to))).length, 0);
    });
  }
});
