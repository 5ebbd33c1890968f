import assert from 'node:assert/strict';
import { models } from '../../../core/policies/models/index.ts';
import { shownIn, signedTextOf } from '../../../core/policies/signed-text.ts';
import { clause, version } from '../../support/signing.ts';

const both = version({
  title: { en: 'Using technology', cy: 'Defnyddio technoleg' },
  major: 2,
  minor: 1,
  languages: ['en', 'cy'],
  clauses: [
    clause('1', { en: 'Lock the screen.', cy: 'Clowch y sgrin.' }, { section: 'Devices', binds: ['staff', 'governor'] }),
    clause('2', { en: 'Keep   your\npassword to yourself.', cy: 'Cadwch eich cyfrinair i chi’ch hun.' }, { section: 'Devices' }),
    clause('U.1', { en: 'Ask the union first.' }, { section: 'Union', standing: 'advice' }),
    clause('3', { en: 'We mean well.', cy: 'Mae ein bwriad yn dda.' }, { section: '', binds: [] })
  ]
});

describe('the text that people sign', () => {
  it('is the title, the version, and every clause with its number and whom it binds', () => {
    assert.equal(
      signedTextOf(both, 'en'),
      `Using technology
Version 2.1

Devices

1  Lock the screen.
    For: staff, governors

2  Keep your password to yourself.
    For: staff

Union
Advice; it binds nobody.

U.1  Ask the union first.

3  We mean well.
`
    );
  });

  it('is in the language that was asked for, and in the first where words are missing', () => {
    assert.equal(
      signedTextOf(both, 'cy'),
      `Defnyddio technoleg
Fersiwn 2.1

Devices

1  Clowch y sgrin.
    Ar gyfer: staff, llywodraethwyr

2  Cadwch eich cyfrinair i chi’ch hun.
    Ar gyfer: staff

Union
Cyngor; nid yw’n rhwymo neb.

U.1  Ask the union first.

3  Mae ein bwriad yn dda.
`
    );
  });

  it('is the same whichever way its letters with accents are written', () => {
    const composed = version({ clauses: [clause('1', 'Cadwch y dŵr i ffwrdd o’r tŷ.')] });
    const apart = version({ clauses: [clause('1', 'Cadwch y dŵr i ffwrdd o’r tŷ.'.normalize('NFD'))] });
    assert.equal(signedTextOf(apart, 'en'), signedTextOf(composed, 'en'));
  });

  it('differs with a word, a number, a version, a heading and whom it binds', () => {
    const text = signedTextOf(version(), 'en');
    const [first] = version().clauses;
    for (const other of [
      version({ clauses: [{ ...first!, text: 'Lock the screen when you leave it' }] }),
      version({ clauses: [{ ...first!, id: '1a' }] }),
      version({ minor: 1 }),
      version({ clauses: [{ ...first!, section: 'Devices' }] }),
      version({ clauses: [{ ...first!, binds: ['staff', 'pupil'] }] })
    ]) {
      assert.notEqual(signedTextOf(other, 'en'), text);
    }
  });

  for (const model of models) {
    it(`has every clause of ${model.id}, each once`, () => {
      const shown = shownIn('en', { ...model, major: 1, minor: 0 });
      assert.deepEqual(
        shown.sections.flatMap(({ clauses }) => clauses.map(({ number }) => number)),
        model.clauses.map(({ id }) => id)
      );
      const lines = signedTextOf({ ...model, major: 1, minor: 0 }, 'en').split('\n');
      for (const { id, text } of model.clauses) assert.ok(lines.includes(`${id}  ${text as string}`), id);
    });
  }
});
