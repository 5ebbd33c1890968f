import assert from 'node:assert/strict';
import { command, type Command } from '../../../service/cli/command.ts';
import { commands } from '../../../service/cli/commands.ts';
import { failure } from '../../../service/failure.ts';
import { beadle } from '../../support/cli.ts';

const told = command({
  path: 'tell',
  summary: 'say what it was given',
  arguments: [{ name: 'WORD', says: 'a word', many: true }],
  options: {
    loud: { kind: 'flag', says: 'louder' },
    'out-file': { kind: 'value', of: 'FILE', says: 'where to' },
    lang: { kind: 'value', of: 'LANG', says: 'language', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [{ line: 'beadle tell a', says: 'tells' }],
  run: async (args, options, io) => {
    await io.stdout.write(JSON.stringify({ args, ...options }));
    return args.length;
  }
});

function failing(error: unknown): Command {
  const examples = [{ line: 'beadle fail', says: 'fails' }] as const;
  return command({ path: 'fail', summary: 'fail', arguments: [], options: {}, examples: [...examples], run: () => Promise.reject(error) });
}

describe('the command line', () => {
  it('hands a command its arguments and options, and hands back its exit code', async () => {
    assert.deepEqual(await beadle(['tell', '--out-file', 'x', 'a', '--loud', '-', '--lang', 'cy'], { commands: [told] }), {
      code: 2,
      out: '{"args":["a","-"],"loud":true,"out-file":"x","lang":"cy"}',
      err: ''
    });
    assert.match((await beadle(['tell', 'a'], { commands: [told] })).out, /"loud":false,"lang":"en"/);
  });

  for (const [args, lang] of [
    [['tell', 'again', '--lang', 'cy'], 'cy'],
    [['tell', '--lang', 'cy', 'again'], 'cy'],
    [['tell', '--lang', 'cy', 'again', '--lang', 'en'], 'en'],
    [['tell', 'again'], 'en']
  ] as const)
    it(`hands «${args.join(' ')}» ${lang}, though the command above has an option of that name`, async () => {
      const again = { ...told, path: 'tell again', arguments: [] };
      const { out } = await beadle([...args], { commands: [{ ...told, arguments: [] }, again] });
      assert.equal(out, `{"args":[],"loud":false,"lang":"${lang}"}`);
    });

  it('breaks what is said of a command by the width of the help alone', async () => {
    const details = `${'first '.repeat(13)}first\nsecond second.\nExit code: 0.`;
    const { out } = await beadle(['tell', '--help'], { commands: [{ ...told, details }] });
    assert.ok(out.includes('first second second.\nExit code: 0.'), out);
  });

  for (const args of [[], ['--help'], ['-h'], ['help']]) {
    it(`lists every command with an example for «${['beadle', ...args].join(' ')}»`, async () => {
      const { code, out, err } = await beadle(args);
      assert.deepEqual([code, err], [0, '']);
      for (const { path, summary, examples } of commands) {
        assert.ok(path.includes(' ') || out.replace(/\s+/g, ' ').includes(summary), path);
        assert.ok(out.includes(`$ ${examples[0].line}`), path);
      }
    });
  }

  for (const { path, arguments: parts, options, examples } of commands) {
    it(`explains «beadle ${path}»: its arguments, its options, and examples that begin with it`, async () => {
      const { code, out } = await beadle([...path.split(' '), '--help']);
      assert.equal(code, 0);
      const flat = out.replace(/\s+/g, ' ');
      for (const { name, says } of parts) assert.ok(flat.includes(name) && flat.includes(says), name);
      for (const [name, { says }] of Object.entries(options)) assert.ok(flat.includes(`--${name}`) && flat.includes(says), name);
      for (const { line, says } of examples) {
        assert.ok(line.includes(`beadle ${path}`), line);
        assert.ok(flat.includes(line) && flat.includes(says), line);
      }
    });
  }

  it('says its version', async () => assert.match((await beadle(['--version'])).out, /^\d+\.\d+\.\d+\n$/));

  for (const { args, says } of [
    { args: ['chekc'], says: /^beadle: unknown command 'chekc'\n\(Did you mean check\?\)\n$/ },
    { args: ['check'], says: /^beadle: missing required argument 'FILE'\n«beadle check --help» shows how it is used\.\n$/ },
    { args: ['check', '--jsno', 'x'], says: /^beadle: unknown option '--jsno'\n\(Did you mean --json\?\)/ },
    { args: ['check', '--school'], says: /^beadle: option '--school <FILE>' argument missing/ },
    { args: ['check', '--lang', 'fr', 'x'], says: /Allowed choices are en, cy\./ },
    { args: ['init', 'a', 'b'], says: /^beadle: too many arguments/ },
    { args: ['--nonsense'], says: /^beadle: unknown option '--nonsense'/ }
  ]) {
    it(`helps with «beadle ${args.join(' ')}»`, async () => {
      const { code, out, err } = await beadle(args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, says);
    });
  }

  it('says a failure in its own sentence', async () => {
    const { code, err } = await beadle(['fail'], { commands: [failing(failure('wrong-use', 'Do this instead.'))] });
    assert.deepEqual([code, err], [2, 'beadle: Do this instead.\n']);
  });

  it('lets no word of an unknown error out, not even when asked where it happened', async () => {
    const secret = new RangeError('the words of a mail\n    at the words again');
    for (const env of [{}, { BEADLE_DEBUG: '1' }]) {
      const { code, err } = await beadle(['fail'], { commands: [failing(secret)], env });
      assert.equal(code, 2);
      assert.match(err, /^beadle: Something went wrong inside Beadle\. That is a fault of ours/);
      assert.ok(!err.includes('words of a mail') && !err.includes('words again'), err);
      assert.equal(err.includes('main.test.ts'), 'BEADLE_DEBUG' in env);
    }
  });

  it('takes what is thrown for a fault even when it is no error', async () => {
    assert.equal((await beadle(['fail'], { commands: [failing('words')], env: { BEADLE_DEBUG: '1' } })).code, 2);
  });
});
