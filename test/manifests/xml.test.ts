import assert from 'node:assert/strict';
import { all, element, readXml, writeXml } from '../../manifests/xml.ts';

describe('manifests: XML', () => {
  it('reads what it writes, whatever stands in it', () => {
    const root = element('a', { said: '"<&>\' ’' }, [element('b:c', {}, 'x < y & "z"'), element('d', { e: '1', f: '' })]);
    assert.deepEqual(readXml(writeXml(root)), root);
  });

  it('writes two spaces for each step inwards', () =>
    assert.equal(
      writeXml(element('a', {}, [element('b', { c: '1' }), element('d', {}, 'e')])),
      '<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  <b c="1"/>\n  <d>e</d>\n</a>\n'
    ));

  for (const [title, document] of [
    ['an element that is never closed', '<a><b></a>'],
    ['one that was never opened', '<a></a></b>'],
    ['two roots', '<a/><b/>'],
    ['nothing', ''],
    ['words outside', '<a/>x'],
    ['an attribute without quotation marks', '<a b=c/>'],
    ['a tag that does not end', '<a/><b'],
    ['a stray bracket', '<a>1 > 2 <</a>']
  ] as const) {
    it(`does not read ${title}`, () => assert.equal(readXml(document), undefined));
  }

  it('reads past comments, and finds elements with and without their prefix', () => {
    const root = readXml('<?xml version="1.0"?><!-- <x/> --><a><bt:b i="1"/><c><b i="2"/></c></a>')!;
    assert.deepEqual(
      all(root, 'b').map(({ attributes }) => attributes['i']),
      ['1', '2']
    );
  });
});
