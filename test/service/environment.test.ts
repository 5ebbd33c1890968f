import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { readEnvironment } from '../../service/environment.ts';
import { isFailure } from '../../service/failure.ts';

const secrets = {
  DATABASE_URL: 'postgresql://beadle:hunter-two@db.school.example/beadle',
  BEADLE_SMTP_URL: 'smtps://aup:hunter-two@mail.school.example',
  BEADLE_BOT_PASSWORD: 'hunter-two',
  BEADLE_GRAPH_SECRET: 'hunter-two',
  BEADLE_METRICS_TOKEN: 'hunter-two-hunter-two-hunter-two'
};

describe('the environment', () => {
  it('is read with its defaults', () => {
    assert.deepEqual(readEnvironment({}, '/school'), {
      database: undefined,
      connections: undefined,
      data: undefined,
      smtp: undefined,
      botPassword: undefined,
      metricsToken: undefined,
      graph: {},
      googleKey: undefined,
      logLevel: 'info',
      production: false
    });
  });

  it('takes what is empty for left out, and a folder from where one stands', () => {
    const { database, data, production } = readEnvironment({ DATABASE_URL: '', BEADLE_DATA: 'data', NODE_ENV: 'production' }, '/school');
    assert.deepEqual([database, data, production], [undefined, '/school/data', true]);
  });

  it('gives a secret to whoever asks for it, and to nobody who prints it', () => {
    const environment = readEnvironment(secrets, '/school');
    assert.equal(environment.botPassword?.(), 'hunter-two');
    assert.equal(environment.database?.(), secrets.DATABASE_URL);
    for (const printed of [inspect(environment, { depth: 9, showHidden: true }), JSON.stringify(environment), String(environment.smtp)]) {
      assert.doesNotMatch(printed, /hunter/);
    }
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    [
      'DATABASE_URL',
      'mysql://beadle:hunter-two@db.school.example/beadle',
      'DATABASE_URL in the environment is no address of a PostgreSQL server. Write postgresql://user:password@host:5432/database.'
    ],
    [
      'BEADLE_SMTP_URL',
      'hunter-two@mail.school.example',
      'BEADLE_SMTP_URL in the environment is no address of a mail server. Write smtps://user:password@mail.school.example.'
    ],
    [
      'BEADLE_METRICS_TOKEN',
      'hunter-two',
      'BEADLE_METRICS_TOKEN in the environment is too short to keep anybody out. Take twenty letters or more.'
    ],
    ['LOG_LEVEL', 'hunter-two', 'LOG_LEVEL in the environment is no level. Take one of fatal, error, warn, info, debug, trace, silent.']
  ];
  for (const [name, value, sentence] of wrong) {
    it(`says what is wrong with ${name}, and not what stands there`, () => {
      assert.throws(
        () => readEnvironment({ [name]: value }, '/school'),
        error => isFailure(error) && error.code === 'wrong-config' && error.message === sentence
      );
    });
  }
});
