import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entriesOf, protectionOf } from '../../../core/mail/encryption.ts';
import { compound, ofText, pdf, zip } from '../../support/files.ts';

describe('encryption: zip', () => {
  it('is open where no file is encrypted', () => assert.equal(protectionOf(zip([{ name: 'list.csv' }])), 'open'));
  it('is sealed where every file is encrypted', () => {
    assert.equal(protectionOf(zip([{ name: 'a.csv', sealed: true }, { name: 'b/' }, { name: 'b/c.csv', sealed: true }])), 'sealed');
  });
  it('is open where one file of several is not encrypted', () => {
    assert.equal(protectionOf(zip([{ name: 'a.csv', sealed: true }, { name: 'b.csv' }])), 'open');
  });
  it('does not know an archive whose directory is missing', () => {
    const whole = zip([
      { name: 'a.csv', sealed: true },
      { name: 'b.csv', sealed: true }
    ]);
    assert.equal(protectionOf(whole.slice(0, 60), whole.length), 'unknown');
  });
  it('does not know an empty archive, nor an OpenDocument file', () => {
    assert.equal(protectionOf(zip([])), 'unknown');
    assert.equal(protectionOf(zip([{ name: 'mimetype' }, { name: 'content.xml' }])), 'unknown');
  });
  it('lists the files', () => {
    assert.deepEqual(entriesOf(zip([{ name: 'a.jpg' }, { name: 'b.jpg', sealed: true }])), [
      { name: 'a.jpg', sealed: false },
      { name: 'b.jpg', sealed: true }
    ]);
  });
});

describe('encryption: Office', () => {
  it('is sealed where the package is encrypted', () => {
    assert.equal(protectionOf(compound([{ name: 'EncryptionInfo' }, { name: 'EncryptedPackage' }])), 'sealed');
  });
  it('does not know of a document, a workbook or a presentation of the old formats', () => {
    for (const name of ['WordDocument', 'Workbook', 'PowerPoint Document']) assert.equal(protectionOf(compound([{ name }])), 'unknown');
  });
  it('does not know where only the beginning is at hand', () => {
    const whole = compound([{ name: 'EncryptedPackage' }]);
    assert.equal(protectionOf(whole.slice(0, 512), whole.length), 'unknown');
  });
});

describe('encryption: PDF', () => {
  it('is open without an encryption dictionary', () => assert.equal(protectionOf(pdf('<< /Size 3 /Root 1 0 R >>')), 'open'));
  it('is sealed with one in the trailer', () => assert.equal(protectionOf(pdf('<< /Size 3 /Root 1 0 R /Encrypt 2 0 R >>')), 'sealed'));
  it('is sealed with one in a cross-reference stream far from the end', () => {
    const stream = `<< /Type /XRef /Size 3 /Encrypt 2 0 R /Length 9000 >> stream\n${'x'.repeat(9000)}\nendstream`;
    assert.equal(protectionOf(pdf(stream, 'stream')), 'sealed');
  });
  it('does not take the word for the thing', () => {
    assert.equal(protectionOf(pdf('<< /Size 3 /EncryptMetadata false /Root 1 0 R >>')), 'open');
  });
  it('does not know where the end is missing', () => {
    const whole = pdf('<< /Size 3 /Root 1 0 R /Encrypt 2 0 R >>');
    assert.equal(protectionOf(whole.slice(0, 20), whole.length), 'unknown');
  });
});

describe('encryption: the rest', () => {
  it('does not know of a 7z or RAR archive, nor of an OpenPGP message', () => {
    for (const head of ["7z\u00bc\u00af'\u001c", 'Rar!\u001a\u0007', '-----BEGIN PGP MESSAGE-----\n']) {
      assert.equal(protectionOf(ofText(head)), 'unknown');
    }
  });
  it('is open in plain text', () => assert.equal(protectionOf(ofText('name,upn\n')), 'open'));
  it('does not know an empty file', () => assert.equal(protectionOf(new Uint8Array(0)), 'unknown'));
  it('takes whatever bytes come', () => {
    const heads = [
      'PK\u0003\u0004',
      'PK\u0005\u0006',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      '%PDF-1.7\n',
      "7z\u00bc\u00af'\u001c",
      ''
    ];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 3000 }), (head, rest) => {
        const bytes = Uint8Array.from([...ofText(head), ...rest]);
        assert.ok(['sealed', 'open', 'unknown'].includes(protectionOf(bytes)));
      })
    );
  });
});
