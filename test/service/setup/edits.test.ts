import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readConfig } from '../../../service/config.ts';
import { exampleConfig } from '../../../service/example.ts';
import { difference, type Edit, edited, standing } from '../../../service/setup/edits.ts';

const hand = `# Ours.
school: { name: Oak Primary, policy: st-norberts }   # since 2019
domains:
  staff: [oak.example]     # one
  # the pupils' own
  pupils:
    - pupils.oak.example
people:
  headteacher:
    - head@oak.example     # Head One
  coordinator: []

calendar:
  terms:
# The end.
`;

const table: readonly (readonly [what: string, edits: readonly Edit[], after: string])[] = [
  ['changes a value in a line of braces', [{ path: ['school', 'name'], value: 'Elm Primary' }], hand.replace('Oak Primary', 'Elm Primary')],
  [
    'adds a key in a line of braces',
    [{ path: ['school', 'languages'], value: ['en'] }],
    hand.replace('st-norberts }', 'st-norberts, languages: [en] }')
  ],
  ['takes a key out of braces', [{ path: ['school', 'policy'], value: undefined }], hand.replace(', policy: st-norberts', '')],
  [
    'changes a list and keeps the comment behind it',
    [{ path: ['domains', 'staff'], value: ['oak.example', 'elm.example'] }],
    hand.replace('[oak.example]', '[oak.example, elm.example]')
  ],
  [
    'puts a list of lines into one',
    [{ path: ['domains', 'pupils'], value: ['p.example'] }],
    hand.replace('- pupils.oak.example', '[p.example]')
  ],
  [
    'adds a key below its neighbours',
    [{ path: ['people', 'dsl'], value: ['dsl@oak.example'] }],
    hand.replace('coordinator: []\n', 'coordinator: []\n  dsl: [dsl@oak.example]\n')
  ],
  [
    'gives a value to a key that has none',
    [{ path: ['calendar', 'terms'], value: [{ from: '2026-09-01', to: '2026-12-18' }] }],
    hand.replace('terms:\n', 'terms: [{ from: 2026-09-01, to: 2026-12-18 }]\n')
  ],
  ['adds a section at the end', [{ path: ['post', 'from'], value: 'aup@oak.example' }], `${hand}\npost:\n  from: aup@oak.example\n`],
  ['leaves alone what is the same', [{ path: ['people', 'headteacher'], value: ['head@oak.example'] }], hand]
];

describe('changing beadle.yaml', () => {
  for (const [what, edits, after] of table) it(what, () => assert.equal(edited(hand, edits), after));

  it('puts a section in the place of its template, without the lines that it answers', () => {
    const after = edited(exampleConfig(), [{ path: ['post'], value: { from: 'aup@oak.example' } }]);
    assert.match(after, /BEADLE_SMTP_URL\.\npost:\n {2}from: aup@oak\.example\n# {3}by: smtp /);
    assert.doesNotMatch(after, /^# post:/m);
    assert.equal(readConfig(after, 'beadle.yaml').value.post!.from, 'aup@oak.example');
  });

  it('keeps every comment and every other line, whatever changes', () => {
    const paths = [
      ['school', 'name'],
      ['people', 'headteacher'],
      ['people', 'chairOfGovernors'],
      ['mail', 'exempt'],
      ['post', 'from'],
      ['outlook', 'days'],
      ['audit', 'support']
    ];
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.boolean(), fc.integer());
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), value), { maxLength: 6 }), changes => {
        const edits = changes.map(([path, given]) => ({ path, value: given }));
        const after = edited(exampleConfig(), edits);
        for (const { path } of edits) {
          const last = edits.findLast(each => each.path === path)!;
          assert.deepEqual(standing(after, path), last.value);
        }
        const other = (text: string): readonly string[] => {
          const read = parse(text) as { [key: string]: { [key: string]: unknown } };
          return Object.entries(read).flatMap(([top, inner]) =>
            Object.entries(inner)
              .filter(([key]) => !paths.some(([one, two]) => one === top && two === key))
              .map(([key, it]) => `${top}.${key} ${JSON.stringify(it)}`)
          );
        };
        assert.deepEqual(other(after), other(exampleConfig()));
        const comments = (text: string): number =>
          text.split('\n').filter(line => line.startsWith('# ') && !/^# {3}|^# \w+:/.test(line)).length;
        assert.equal(comments(after), comments(exampleConfig()));
      }),
      { numRuns: 60 }
    );
  });

  it('shows what differs with what stands around it', () => {
    const before = Array.from({ length: 20 }, (_, i) => `line ${i}`).join('\n');
    assert.deepEqual(difference(before, before.replace('line 10', 'other')), [
      '  line 7',
      '  line 8',
      '  line 9',
      '- line 10',
      '+ other',
      '  line 11',
      '  line 12',
      '  line 13',
      '  …'
    ]);
    assert.deepEqual(difference(before, before), []);
  });
});
