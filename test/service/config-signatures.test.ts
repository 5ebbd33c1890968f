import assert from 'node:assert/strict';
import { readConfig } from '../../service/config.ts';
import { audiencesOf, retentionOf } from '../../service/config-signatures.ts';

function settings(yaml: string, languages = '[en, cy]') {
  const text = `school: { name: Oak, languages: ${languages} }\ndomains: { staff: [oak.example] }\nsignatures:\n${yaml}\n`;
  return readConfig(text, 'beadle.yaml').value.signatures!;
}

describe('signatures in beadle.yaml', () => {
  it('changes one thing of an audience and leaves the rest', () => {
    const staff = audiencesOf(settings('  audiences: { staff: { renewal: on-change, deadlines: { joiner: 3 } } }')).find(
      ({ id }) => id === 'staff'
    );
    assert.deepEqual([staff?.renewal, staff?.deadlines, staff?.fields], ['on-change', { now: 14, joiner: 3, renewal: 20 }, ['job-title']]);
  });

  it('knows an audience of the school’s own', () => {
    const science = audiencesOf(
      settings(
        '  audiences:\n    science: { title: { en: Science, cy: Gwyddoniaeth }, who: { all: [{ group: Science }, { not: { role: pupil } }] }, binds: [staff] }'
      )
    ).at(-1);
    assert.deepEqual(
      [science?.id, science?.title, science?.who, science?.binds],
      ['science', { en: 'Science', cy: 'Gwyddoniaeth' }, { all: [{ group: 'Science' }, { not: { role: 'pupil' } }] }, ['staff']]
    );
  });

  it('takes English words alone where the school speaks English alone', () => {
    const staff = audiencesOf(settings('  audiences: { staff: { consent: { en: I agree. } } }', '[en]')).find(({ id }) => id === 'staff');
    assert.deepEqual(staff?.consent, { en: 'I agree.', cy: 'I agree.' });
  });

  const years: readonly (readonly [string, number])[] = [
    ['staff', 10],
    ['governors', 6],
    ['visitors', 1],
    ['science', 6]
  ];
  for (const [audience, kept] of years) {
    it(`keeps what ${audience} signed for ${kept} years after they left`, () =>
      assert.equal(retentionOf(settings('  retention: { staff: 10 }'), audience), kept));
  }
});
