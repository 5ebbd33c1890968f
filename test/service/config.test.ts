import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rules } from '../../core/mail/rules/index.ts';
import { editorSchema, readConfig } from '../../service/config.ts';
import { exampleConfig } from '../../service/example.ts';
import { isFailure } from '../../service/failure.ts';

const written = `school: { name: Example Primary School, timezone: Europe/London, languages: [en, cy], policy: st-norberts }
domains: { staff: [school.example], pupils: [pupils.school.example] }
people: { headteacher: [head@school.example], deputies: [], coordinator: [esafety@school.example], dsl: [], chairOfGovernors: [] }
directory: [{ file: people.csv }]          # columns address,audience,name,household ; audience: staff governor parent pupil agency
mail: { rules: { head-not-copied: { action: confirm, audiences: [parent, governor, agency] } }, exempt: [lado@council.example], whenUnsure: confirm }
`;

const id = '01234567-89ab-cdef-0123-456789abcdef';

function wrong(text: string): string {
  try {
    readConfig(text, 'beadle.yaml');
  } catch (error) {
    assert.ok(isFailure(error), String(error));
    assert.equal(error.code, 'wrong-config');
    return error.message;
  }
  return assert.fail('nothing was wrong');
}

describe('beadle.yaml', () => {
  it('is read with its defaults filled in', () => {
    assert.deepEqual(readConfig(written, 'beadle.yaml').value, {
      school: { name: 'Example Primary School', timezone: 'Europe/London', languages: ['en', 'cy'], policy: 'st-norberts' },
      domains: { staff: ['school.example'], pupils: ['pupils.school.example'] },
      people: {
        headteacher: ['head@school.example'],
        deputies: [],
        coordinator: ['esafety@school.example'],
        dsl: [],
        chairOfGovernors: []
      },
      directory: [{ file: 'people.csv' }],
      calendar: { hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '17:00' }], terms: [], closed: [], inset: [] },
      mail: {
        rules: { 'head-not-copied': { action: 'confirm', audiences: ['parent', 'governor', 'agency'] } },
        exempt: ['lado@council.example'],
        whenUnsure: 'confirm'
      }
    });
  });

  it('needs no more than a name and a domain', () => {
    const { value } = readConfig('school:\n  name: Oak\ndomains:\n  staff: [oak.example]\npeople:\nmail:\n  rules:\n', 'beadle.yaml');
    assert.deepEqual([value.people.headteacher, value.mail.whenUnsure, value.directory], [[], 'confirm', []]);
  });

  it('brings addresses and domains into the form in which they are compared', () => {
    const { value } = readConfig(
      'school: { name: Oak }\ndomains: { staff: [Oak.Example.] }\npeople: { headteacher: [" Head@Oak.EXAMPLE. "] }\nmail: { exempt: [LADO@council.example] }',
      'beadle.yaml'
    );
    assert.deepEqual(
      [value.domains.staff, value.people.headteacher, value.mail.exempt],
      [['oak.example'], ['head@oak.example'], ['lado@council.example']]
    );
  });

  it('brings what Outlook needs into one form', () => {
    const { value } = readConfig(
      `${written}outlook: { origin: "https://Beadle.School.example/", clientId: ${id.toUpperCase()}, tenants: [${id}] }`,
      'beadle.yaml'
    );
    assert.deepEqual(value.outlook, { origin: 'https://beadle.school.example', clientId: id, tenants: [id], days: 14, header: false });
  });

  const swap = (from: string, to: string): string => {
    assert.ok(written.includes(from), from);
    return written.replace(from, to);
  };
  const cases: readonly (readonly [says: string, text: string, sentence: string])[] = [
    ['an unknown key', swap('whenUnsure', 'whenUnsur'), 'line 5: «mail.whenUnsur» is not known here. Did you mean «whenUnsure»?'],
    [
      'a key that is like none',
      swap('people:', 'zebras:'),
      'line 3: «zebras» is not known here. Known here: school, domains, people, directory, sources, calendar, mail, signatures, bot, post, incidents, approvals, registers, audit, outlook, gmail, gmailRules, sent.'
    ],
    [
      'an unknown rule',
      swap('head-not-copied', 'head-not-copy'),
      'line 5: «mail.rules.head-not-copy» is not known here. Did you mean «head-not-copied»?'
    ],
    [
      'an unknown setting',
      swap('audiences:', 'audience:'),
      'line 5: «mail.rules.head-not-copied.audience» is not known here. Did you mean «audiences»?'
    ],
    [
      'a value that is none of them',
      swap('whenUnsure: confirm', 'whenUnsure: confrim'),
      'line 5: «mail.whenUnsure» should be one of allow, confirm, but «confrim» stands there. Did you mean «confirm»?'
    ],
    [
      'a missing key',
      swap('name: Example Primary School, ', ''),
      'line 1: «school.name» is missing. Expected: the school’s name such as Example Primary School.'
    ],
    ['a misspelt key, once', swap('file: people', 'fiel: people'), 'line 4: «directory #1.fiel» is not known here. Did you mean «file»?'],
    [
      'a text for a list',
      swap('staff: [school.example]', 'staff: school.example'),
      'line 2: «domains.staff» should be a list in brackets, each a domain without @ such as school.example, but «school.example» stands there.'
    ],
    [
      'an @ before a domain',
      swap('[school.example]', '["@school.example"]'),
      'line 2: «domains.staff #1» should be a domain without @ such as school.example, but «@school.example» stands there.'
    ],
    ['no domain', swap('staff: [school.example]', 'staff: []'), 'line 2: «domains.staff» needs at least one domain: [school.example].'],
    [
      'one domain twice',
      swap('pupils.school.example', 'school.example'),
      'line 2: «domains.pupils» names school.example, which is under staff as well. A domain belongs to staff or to pupils.'
    ],
    [
      'a name for an address',
      swap('[head@school.example]', '[head]'),
      'line 3: «people.headteacher #1» should be an address such as head@school.example, but «head» stands there.'
    ],
    [
      'a misspelt time zone',
      swap('Europe/London', 'Europe/Lonon'),
      'line 1: «school.timezone» is no time zone that is known. Did you mean «Europe/London»?'
    ],
    ['an unknown language', swap('[en, cy]', '[en, fr]'), 'line 1: «school.languages #2» should be one of en, cy, but «fr» stands there.'],
    [
      'a day that is none',
      `${written}calendar:\n  closed:\n    - 2026-02-30\n`,
      'line 8: «calendar.closed #1» should be a date such as 2026-09-01, but «2026-02-30» stands there.'
    ],
    [
      'a time that is none',
      `${written}calendar:\n  hours: [{ days: [mon], from: "8", to: "17:00" }]\n`,
      'line 7: «calendar.hours #1.from» should be a time such as 08:30, but «8» stands there.'
    ],
    [
      'school hours that end before they begin',
      `${written}calendar:\n  hours: [{ days: [mon], from: "08:00", to: "07:00" }]\n`,
      'line 7: «calendar.hours #1.to» is 07:00, which is not after 08:00. School hours end on the day they begin.'
    ],
    [
      'a term that ends before it begins',
      `${written}calendar:\n  terms: [{ from: 2026-12-18, to: 2026-09-01 }]\n`,
      'line 7: «calendar.terms #1.to» is 2026-09-01, which is before 2026-12-18. A term ends after it begins.'
    ],
    ['a key beside the one it belongs under', `${written}rules: {}\n`, 'line 6: «rules» is not known here. It belongs under «mail».'],
    [
      'a setting beside its rule',
      'school: { name: x }\ndomains: { staff: [school.example] }\nmail:\n  rules:\n    head-not-copied:\n    action: block\n',
      'line 6: «mail.rules.action» is not known here. It belongs under one of the keys here, such as «head-not-copied»: indent it further than that key.'
    ],
    [
      'a sign that YAML keeps for itself',
      'domains: { staff: [@school.example] }\n',
      'line 1: a text may not begin with @, % or `. Take the sign away, or put the text in quotes.'
    ],
    [
      'no space after a colon',
      'school:\n  name:x\n  timezone: y\n',
      'line 2: a key has no colon after it, or no space after its colon. Write «key: text».'
    ],
    [
      'a count out of range',
      swap('head-not-copied: { action: confirm, audiences: [parent, governor, agency] }', 'crowd-in-the-open: { least: 1 }'),
      'line 5: «mail.rules.crowd-in-the-open.least» should be a whole number from 2 to 500, but «1» stands there.'
    ],
    ['a tab', 'school:\n\tname: x\n', 'line 2: a tab stands at the beginning of the line. Indent with spaces.'],
    ['a key twice', `${written}mail: {}\n`, 'line 6: this key stands here for the second time. Keep one of the two.'],
    [
      'two colons',
      'school: name: x\n',
      'line 1: there are two colons in one line. Put the text after the first one in quotes, or begin a new line.'
    ],
    [
      'a list for a file',
      '- school\n',
      'line 1: the file should be a group of keys (school, domains, people, directory, sources, calendar, mail, signatures, …), but a list stands there.'
    ],
    [
      'an origin without TLS',
      `${written}outlook: { origin: "http://beadle.school.example", clientId: ${id}, tenants: [${id}] }\n`,
      'line 6: «outlook.origin» should be an https address without a path such as https://beadle.school.example, but «http://beadle.school.example» stands there.'
    ],
    [
      'an origin with a path',
      `${written}outlook: { origin: "https://beadle.school.example/beadle", clientId: ${id}, tenants: [${id}] }\n`,
      'line 6: «outlook.origin» should be an https address without a path such as https://beadle.school.example, but «https://beadle.school.example/beadle» stands there.'
    ],
    [
      'no organisation that may ask',
      `${written}outlook: { origin: "https://beadle.school.example", clientId: ${id}, tenants: [] }\n`,
      'line 6: «outlook.tenants» needs at least one directory (tenant) id.'
    ],
    [
      'an organisation by its name',
      `${written}outlook: { origin: "https://beadle.school.example", clientId: ${id}, tenants: [common] }\n`,
      'line 6: «outlook.tenants #1» should be an id such as 01234567-89ab-cdef-0123-456789abcdef, but «common» stands there.'
    ],
    [
      'an audience that is none',
      `${written}signatures: { policies: [{ policy: st-norberts, audiences: [staff, govenors] }] }\n`,
      'line 6: «signatures.policies #1.audiences #2» names «govenors», which is no audience. Did you mean «governors»?'
    ],
    [
      'a policy twice',
      `${written}signatures: { policies: [{ policy: x, audiences: [staff] }, { policy: x, audiences: [pupils] }] }\n`,
      'line 6: «signatures.policies #2.policy» is «x», which stands there already. Put its audiences into one list.'
    ],
    [
      'the retention of an audience that is none',
      `${written}signatures:\n  retention:\n    stuff: 6\n`,
      'line 8: «signatures.retention.stuff» names «stuff», which is no audience. Did you mean «staff»?'
    ],
    [
      'a sentence that is not in each language of the school',
      `${written}signatures: { audiences: { staff: { consent: { en: I agree. } } } }\n`,
      'line 6: «signatures.audiences.staff.consent» lacks its Welsh text. Write «cy: …».'
    ],
    [
      'an audience of people by nothing that is known',
      `${written}signatures: { audiences: { science: { who: { department: Science } } } }\n`,
      'line 6: «signatures.audiences.science.who» should be people by role or group such as { role: governor }, but a group of keys stands there.'
    ],
    [
      'an id of an audience in capitals',
      `${written}signatures: { audiences: { Science: {} } }\n`,
      'line 6: «signatures.audiences.Science» is not known here.'
    ],
    [
      'a renewal that is none',
      `${written}signatures: { audiences: { staff: { renewal: year } } }\n`,
      'line 6: «signatures.audiences.staff.renewal» should be one of once, on-change, yearly, but «year» stands there. Did you mean «yearly»?'
    ],
    [
      'reminders without end',
      `${written}signatures: { reminders: { cap: 100 } }\n`,
      'line 6: «signatures.reminders.cap» should be a whole number from 0 to 20, but «100» stands there.'
    ],
    [
      'a bot of everybody',
      `${written}bot: { appId: ${id}, tenantId: ${id}, type: MultiTenant, origin: "https://beadle.school.example" }\n`,
      'line 6: «bot.type» should be one of SingleTenant, UserAssignedMSI, but «MultiTenant» stands there.'
    ],
    [
      'a sender that is none',
      `${written}post: { from: Example Primary School }\n`,
      'line 6: «post.from» should be a sender such as Example Primary School <aup@school.example>, but «Example Primary School» stands there.'
    ],
    [
      'a key of every object',
      `${written}__proto__: { x: 1 }\n`,
      'line 6: «__proto__» is not known here. Known here: school, domains, people, directory, sources, calendar, mail, signatures, bot, post, incidents, approvals, registers, audit, outlook, gmail, gmailRules, sent.'
    ]
  ];
  for (const [says, text, sentence] of cases)
    it(`says what is wrong with ${says}`, () => assert.equal(wrong(text), `beadle.yaml, ${sentence}`));

  it('says all that is wrong at once, ten at most', () => {
    const keys = Array.from({ length: 14 }, (_, i) => `zz${i}: 1`).join('\n');
    const lines = wrong(`${written}${keys}\n`).split('\n');
    assert.deepEqual([lines.length, lines.at(-1)], [11, '… and 4 more.']);
  });

  it('says of an empty file what it needs', () => {
    assert.deepEqual(wrong('').split('\n'), [
      'beadle.yaml, line 1: «school» is missing. Expected: a group of keys (name, id, timezone, languages, policy).',
      'beadle.yaml, line 1: «domains» is missing. Expected: a group of keys (staff, pupils).'
    ]);
  });

  it('reads or refuses whatever text it is given, in words', () => {
    const spoilt = fc
      .tuple(
        fc.nat(written.length),
        fc.nat(40),
        fc.oneof(fc.string(), fc.constantFrom(':', '{', '- ', '\t', '&a ', '*a', '!!x ', '"', '\n', '|', '? '))
      )
      .map(([at, length, piece]) => written.slice(0, at) + piece + written.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(fc.string(), spoilt), text => {
        try {
          readConfig(text, 'beadle.yaml');
        } catch (error) {
          assert.ok(isFailure(error), String(error));
          assert.match(error.message, /^beadle\.yaml(, line \d+)?: ./);
        }
      }),
      { numRuns: 500 }
    );
  });

  it('does not follow references that multiply', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}*${'abcdefgh'[i]}]`)
    ];
    assert.match(wrong(bomb.join('\n')), /a reference \(\*name\) leads nowhere or round in a circle/);
  });
});

/** The example with these groups of keys uncommented. */
function offering(...keys: readonly string[]): string {
  const blocks = exampleConfig().split('\n\n');
  const offered = blocks.map(block =>
    keys.some(key => block.includes(`\n# ${key}:\n`)) ? block.replace(/^# (?=\w+:$| {2})/gm, '') : block
  );
  assert.equal(offered.filter((block, i) => block !== blocks[i]).length, keys.length);
  return offered.join('\n\n');
}

describe('the beadle.yaml to begin with', () => {
  it('is read as it is', () => assert.equal(readConfig(exampleConfig(), 'beadle.yaml').value.school.name, 'Example Primary School'));

  it('still says the same when every rule’s lines are uncommented', () => {
    const uncommented = exampleConfig().replace(/^( {4})# (?=[a-z-]+:$| {2}\w+: )/gm, '$1');
    const { value } = readConfig(uncommented, 'beadle.yaml');
    const defaults = rules.map(({ id, action, settings }) => [
      id,
      { action, ...Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default])) }
    ]);
    assert.deepEqual(value.mail.rules, Object.fromEntries(defaults));
  });

  it('offers Outlook as it would be written', () => {
    assert.deepEqual(readConfig(offering('outlook'), 'beadle.yaml').value.outlook, {
      origin: 'https://beadle.school.example',
      clientId: '01234567-89ab-cdef-0123-456789abcdef',
      tenants: ['89abcdef-0123-4567-89ab-cdef01234567'],
      days: 14,
      header: false
    });
  });

  it('offers signatures, the bot and the post as they would be written, with the defaults', () => {
    const { signatures, bot, post } = readConfig(offering('signatures', 'bot', 'post'), 'beadle.yaml').value;
    assert.deepEqual(signatures, {
      people: 'people-to-ask.csv',
      policies: [{ policy: 'st-norberts', audiences: ['staff', 'governors'] }],
      audiences: { staff: { renewal: 'yearly', fields: ['job-title'], deadlines: { now: 14, joiner: 5, renewal: 20 } } },
      reminders: { days: [-7, -2, 0, 1], then: 'weekly', cap: 6, escalateAfter: 14, at: '08:00' },
      retention: { staff: 6, governors: 6, supply: 3, contractors: 3, visitors: 1, pupils: 1, parents: 1 },
      checkpointsTo: [],
      origin: 'https://beadle.school.example'
    });
    assert.deepEqual(bot, {
      appId: '01234567-89ab-cdef-0123-456789abcdef',
      tenantId: '89abcdef-0123-4567-89ab-cdef01234567',
      type: 'SingleTenant',
      origin: 'https://beadle.school.example',
      perSecond: 20,
      install: false
    });
    assert.deepEqual(post, { by: 'smtp', from: 'Example Primary School <aup@school.example>' });
  });

  it('names the schema that stands beside it', () =>
    assert.match(exampleConfig(), /^# yaml-language-server: \$schema=\.\/beadle\.schema\.json\n/));
});

describe('the editor’s schema', () => {
  const schema = JSON.parse(JSON.stringify(editorSchema()));

  it('knows every rule, its action and its settings, with what they are for', () => {
    for (const { id, title, action, settings } of rules) {
      const rule = schema.properties.mail.properties.rules.properties[id];
      assert.equal(rule.description, title.en);
      assert.deepEqual([rule.properties.action.enum, rule.properties.action.default], [['advise', 'confirm', 'block', 'off'], action]);
      for (const [name, { says, default: usual }] of Object.entries(settings)) {
        assert.deepEqual([rule.properties[name].description, rule.properties[name].default], [says, usual]);
      }
      assert.equal(rule.additionalProperties, false);
    }
  });

  it('refuses keys that are not known', () => assert.equal(schema.additionalProperties, false));
});
