import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runInContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { type Node, parse } from 'acorn';
import { bareContext, loadedBare } from '../support/bare-office.ts';
import { built } from '../support/browser.ts';
import { many, school } from '../support/mail.ts';

/** What the language itself gives every script: ES2016. */
const language = [
  ...[
    'Array',
    'ArrayBuffer',
    'Boolean',
    'Date',
    'Error',
    'Float64Array',
    'Infinity',
    'Int16Array',
    'Int32Array',
    'JSON',
    'Map',
    'Math',
    'NaN',
    'Number',
    'Object',
    'Promise',
    'RegExp'
  ],
  ...[
    'Set',
    'String',
    'Symbol',
    'TypeError',
    'Uint16Array',
    'Uint8Array',
    'arguments',
    'isFinite',
    'isNaN',
    'parseFloat',
    'parseInt',
    'undefined'
  ]
];
/** What Outlook's event runtime gives besides. */
const runtime = ['Office', 'clearTimeout', 'setTimeout'];
/** By whatever object it would be reached. */
const network = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'sendBeacon',
  'importScripts',
  'ImportExpression',
  'Worker',
  'RTCPeerConnection'
];

describe('the script that answers to Outlook’s events', () => {
  let source: string;
  let script: Script;
  before(() => {
    const build = built();
    source = readFileSync(`${build.folder}/outlook/launchevent.js`, 'utf8');
    script = new Script(source);
    build.gone();
  });

  it('is no more than 45 kB, compressed, with the engine and everything', () => {
    const size = gzipSync(source, { level: 9 }).length;
    assert.ok(size <= 45 * 1024, `${size} bytes`);
  });

  it('leaves the words that only panes and pages say at home', () => assert.doesNotMatch(source, /could not judge this message/));

  it('is ES2016, in ASCII, and a script', () => {
    parse(source, { ecmaVersion: 2016, sourceType: 'script' });
    assert.equal(/[^\0-\x7f]/.exec(source), null);
  });

  it('holds no pattern that an older engine cannot read, not even one that is made at run time', () => {
    assert.doesNotMatch(source, /\(\?<[=!a-zA-Z]|\\p\{/i);
    for (const [, flags] of source.matchAll(/new RegExp\((?:"[^"]*"|[^,()]*),\s*"([a-z]*)"\)/g)) assert.doesNotMatch(flags!, /[sdv]/);
  });

  it('uses names of the language, timers and Office, and no other', () => {
    const { free } = namesIn(source);
    assert.ok(free.has('Office') && free.has('setTimeout'));
    assert.deepEqual(
      [...free].filter(name => !language.includes(name) && !runtime.includes(name)),
      []
    );
  });

  it('has no way onto a network, and no list of Office’s that older runtimes lack', () => {
    const { all } = namesIn(source);
    for (const name of [
      ...network,
      'MailboxEnums',
      'AsyncResultStatus',
      'CoercionType',
      'displayDialogAsync',
      'sendAsync',
      'auth',
      'eval'
    ]) {
      assert.ok(!all.has(name), name);
    }
    assert.doesNotMatch(source, /\bhttps?:\/\/[a-z0-9]/);
  });

  it('answers, as soon as it is loaded, to the five events and no other', () => {
    assert.deepEqual([...loadedBare(script, school).events].sort(), [
      'onAttachmentsChanged',
      'onFromChanged',
      'onMessageSend',
      'onNewMessageCompose',
      'onRecipientsChanged'
    ]);
  });

  it('runs where there is nothing but the language, timers and Office', async () => {
    const context = bareContext({});
    for (const name of [
      'window',
      'document',
      'self',
      'fetch',
      'localStorage',
      'URL',
      'TextEncoder',
      'crypto',
      'navigator',
      'process',
      'require'
    ]) {
      assert.equal(runInContext(`typeof ${name}`, context), 'undefined', name);
    }
    assert.throws(() => runInContext('eval("1")', context), /Code generation/);
    const { fire, bars } = loadedBare(script, school);
    const head = 'This goes to parents or carers without the headteacher. Copy in the headteacher.';
    assert.deepEqual(plain(await fire('onMessageSend', { to: ['parent.one@family.example'] })), {
      allowEvent: false,
      errorMessage: head,
      cancelLabel: 'Copy in the head',
      commandId: 'beadlePane',
      contextData: '{"v":1,"rule":"head-not-copied"}',
      sendModeOverride: 'promptUser'
    });
    assert.deepEqual(plain(await fire('onMessageSend', { to: ['parent.one@family.example'], cc: ['head@school.example'] })), {
      allowEvent: true
    });
    for (const event of ['onNewMessageCompose', 'onRecipientsChanged', 'onAttachmentsChanged', 'onFromChanged']) {
      assert.deepEqual(plain(await fire(event, { to: ['parent.one@family.example'] })), {}, event);
    }
    assert.deepEqual(bars, ['beadle', 'beadle', 'beadle', 'beadle']);
  });

  it('touches of Office only what is there on every client', async () => {
    const { fire, touched } = loadedBare(script, school);
    await fire('onMessageSend', { to: ['parent.one@family.example'] });
    await fire('onRecipientsChanged', { to: ['parent.one@family.example'] });
    const first = (path: string): string => path.split('.').slice(0, 3).join('.');
    assert.deepEqual([...new Set([...touched].map(first))].sort(), [
      'Office.actions',
      'Office.actions.associate',
      'Office.context',
      'Office.context.displayLanguage',
      'Office.context.mailbox',
      'Office.context.requirements',
      'Office.context.roamingSettings',
      'Office.onReady'
    ]);
  });

  it('judges 500 recipients and a million characters within the four seconds it gives itself', async () => {
    const { fire } = loadedBare(script, school);
    const before = performance.now();
    const { allowEvent } = await fire('onMessageSend', {
      to: many(499, 'else.example'),
      html: `<p>${'Thank you for the letter. '.repeat(38000)}</p>`
    });
    assert.equal(allowEvent, false);
    assert.ok(performance.now() - before < 4000, `${performance.now() - before} ms`);
  });
});

/** An object of another context, as one of ours. */
function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

/**
 * The names in a script: those that it uses and nowhere declares, and all that it uses or asks an object for. Short names that are declared
 * anywhere count as declared everywhere, which a minified script makes harmless.
 */
function namesIn(source: string): { readonly free: ReadonlySet<string>; readonly all: ReadonlySet<string> } {
  const used = new Set<string>();
  const declared = new Set<string>();
  const all = new Set<string>();
  const bind = (pattern: unknown): void => {
    if (!isNode(pattern)) return;
    if (pattern.type === 'Identifier') declared.add(pattern['name'] as string);
    else if (pattern.type === 'AssignmentPattern') bind(pattern['left']);
    else if (pattern.type === 'RestElement') bind(pattern['argument']);
    else if (pattern.type === 'ArrayPattern') (pattern['elements'] as unknown[]).forEach(bind);
    else if (pattern.type === 'ObjectPattern')
      for (const each of pattern['properties'] as Branch[]) bind(each['value'] ?? each['argument']);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isNode(node)) return;
    all.add(node.type);
    if (
      node.type === 'VariableDeclarator' ||
      node.type === 'FunctionDeclaration' ||
      node.type === 'FunctionExpression' ||
      node.type === 'ClassDeclaration'
    )
      bind(node['id']);
    if (Array.isArray(node['params'])) node['params'].forEach(bind);
    if (node.type === 'CatchClause') bind(node['param']);
    for (const [name, child] of Object.entries(node)) {
      const isName = (name === 'property' && node.type === 'MemberExpression') || (name === 'key' && node.type === 'Property');
      if (isName && !node['computed'] && isNode(child)) all.add(String(child['name'] ?? child['value']));
      else if (name === 'label') continue;
      else visit(child);
    }
    if (node.type === 'Identifier') {
      used.add(node['name'] as string);
      all.add(node['name'] as string);
    }
  };
  visit(parse(source, { ecmaVersion: 2016, sourceType: 'script' }));
  return { free: new Set([...used].filter(name => !declared.has(name))), all };
}

type Branch = Node & { readonly [field: string]: unknown };

function isNode(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null && 'type' in value;
}
