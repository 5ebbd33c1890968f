import assert from 'node:assert/strict';
import { names } from '../../../addin/outlook/names.ts';
import { outlookXml } from '../../../manifests/outlook-xml.ts';
import { paneControl } from '../../../manifests/source.ts';
import { addIn } from '../../support/manifests.ts';

describe('what the script of the events calls by name', () => {
  it('is the control that opens the pane', () => assert.equal(names.pane, paneControl));
  it('is an image that the manifest names', () => assert.ok(outlookXml(addIn).includes(`<bt:Image id="${names.icon}"`)));
  it('is short enough for Outlook', () => assert.ok(names.bar.length <= 32 && names.icon.length <= 32));
});
