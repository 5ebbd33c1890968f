import assert from 'node:assert/strict';
import { openedOf, type Part } from '../../../addin/gmail/opened.ts';

const data = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64url');

function text(content: string | Uint8Array, type = 'text/plain', charset = 'utf-8'): Part {
  return {
    mimeType: type,
    headers: [{ name: 'Content-Type', value: `${type}; charset="${charset}"` }],
    body: { size: 9, data: data(content) }
  };
}

describe('a message that was opened in Gmail', () => {
  it('is read by its plain text, or else by its HTML', () => {
    const plain = text('Good morning');
    const html = text('<p>Bore da</p>', 'text/html');
    assert.deepEqual(openedOf({ mimeType: 'multipart/alternative', parts: [html, plain] }).body, {
      value: { format: 'text', content: 'Good morning' }
    });
    assert.deepEqual(openedOf({ mimeType: 'multipart/alternative', parts: [{ mimeType: 'text/plain', body: { size: 0 } }, html] }).body, {
      value: { format: 'html', content: '<p>Bore da</p>' }
    });
    assert.deepEqual(openedOf({ ...html, headers: [{ name: 'subject', value: 'Trip' }] }), {
      subject: { value: 'Trip' },
      body: { value: { format: 'html', content: '<p>Bore da</p>' } }
    });
  });

  it('is found however deep its text lies, and files are not taken for it', () => {
    const file: Part = { ...text('a file'), filename: 'notes.txt' };
    const inner: Part = { mimeType: 'multipart/mixed', parts: [{ mimeType: 'multipart/related', parts: [file, text('The text')] }] };
    assert.deepEqual(openedOf({ mimeType: 'multipart/mixed', parts: [file, inner] }).body, {
      value: { format: 'text', content: 'The text' }
    });
  });

  it('may be written in UTF-8, whatever it says, or else in what it says', () => {
    assert.deepEqual(openedOf(text('tŷ', 'text/plain', 'iso-8859-1')).body, { value: { format: 'text', content: 'tŷ' } });
    assert.deepEqual(openedOf(text(Uint8Array.of(0x63, 0x61, 0x66, 0xe9), 'text/plain', 'iso-8859-1')).body, {
      value: { format: 'text', content: 'café' }
    });
    assert.deepEqual(openedOf(text(Uint8Array.of(0xe9), 'text/plain', 'no-such-charset')).body, { unread: 'unreachable' });
  });

  it('is not read where its text did not come', () => {
    for (const part of [
      {},
      { mimeType: 'image/png', filename: 'a.png' },
      { mimeType: 'text/plain', body: { size: 9 } },
      { mimeType: 'text/plain', body: { size: 9, data: '%%%' } }
    ]) {
      assert.deepEqual(openedOf(part).body, { unread: 'unreachable' }, JSON.stringify(part));
    }
    assert.deepEqual(openedOf({ mimeType: 'text/plain', body: { size: 0 } }).body, { value: { format: 'text', content: '' } });
  });

  it('is cut where it is very long, and says so', () => {
    const { body } = openedOf(text('a'.repeat(1000001)));
    assert.ok('value' in body && body.value.content.length === 1000000 && body.value.missing === 'unreachable');
  });

  it('may have parts in parts without end', () => {
    let part: Part = text('too deep');
    for (let i = 0; i < 5000; i += 1) part = { mimeType: 'multipart/mixed', parts: [part] };
    assert.deepEqual(openedOf(part).body, { unread: 'unreachable' });
  });
});
