import assert from 'node:assert/strict';
import { draftOf } from '../../../core/policies/import/draft.ts';
import { blocksOfDocx } from '../../../service/documents/docx.ts';
import { docxOf } from '../../support/documents.ts';

const run = (text: string, bold = false): string =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const item = (text: string, level: number): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
const cell = (text: string): string => `<w:tc><w:p>${run(text)}</w:p></w:tc>`;

describe('policy import: a Word document', () => {
  it('counts a list in levels, on after a heading, and anew in each deeper list', async () => {
    const blocks = await blocksOfDocx(
      docxOf([
        { xml: item('Staff must:', 0) },
        { xml: item('lock screens', 1) },
        { xml: item('log off', 1) },
        { heading: 'Visitors' },
        { xml: item('Visitors must:', 0) },
        { xml: item('sign in', 1) }
      ])
    );
    assert.deepEqual(
      blocks.map(({ kind, number, level }) => [kind, number, level]),
      [
        ['item', '1', 0],
        ['item', 'a', 1],
        ['item', 'b', 1],
        ['heading', undefined, 1],
        ['item', '2', 0],
        ['item', 'a', 1]
      ]
    );
  });

  it('takes a short line in bold for a heading, and a longer one for what it says', async () => {
    const [first, second] = await blocksOfDocx(
      docxOf([{ xml: `<w:p>${run('Use of phones', true)}</w:p>` }, { xml: `<w:p>${run('Staff must keep phones away.', true)}</w:p>` }])
    );
    assert.deepEqual([first!.kind, second!.kind], ['heading', 'paragraph']);
  });

  it('reads rows of a table, and lines that were broken by hand', async () => {
    const blocks = await blocksOfDocx(
      docxOf([
        { xml: `<w:tbl><w:tr>${cell('Searching')}${cell('Pupils must be supervised.')}</w:tr></w:tbl>` },
        { xml: `<w:p>${run('Staff must sign.')}<w:r><w:br/></w:r>${run('Visitors must sign.')}</w:p>` }
      ])
    );
    assert.deepEqual(
      blocks.map(({ kind, text }) => [kind, text.replace(/ /g, ' ').trim()]),
      [
        ['row', 'Searching \tPupils must be supervised.'],
        ['paragraph', 'Staff must sign.'],
        ['paragraph', 'Visitors must sign.']
      ]
    );
    assert.deepEqual(
      draftOf({ kind: 'blocks', blocks }).clauses.map(({ text }) => text),
      ['Searching: Pupils must be supervised.', 'Staff must sign.', 'Visitors must sign.']
    );
  });

  it('reads no header that runs along the pages', async () => {
    const blocks = await blocksOfDocx(docxOf([{ text: 'Staff must sign.' }], 'All staff must read this header.'));
    assert.deepEqual(
      blocks.map(({ text }) => text),
      ['Staff must sign.']
    );
  });
});
