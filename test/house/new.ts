import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What `npm run new` can lay out. */
export const kinds = ['rule', 'check'] as const;
type Kind = (typeof kinds)[number];

const usage = 'npm run new rule|check <id>, where <id> is kebab-case and names the wrong that it finds: npm run new rule head-not-copied';

/**
 * Lays out a new rule or check below `root`: its file, its two pages, its test and its line in the index. What it writes compiles and its test
 * fails until it is written. Throws a sentence where something is in the way; nothing is written then.
 */
export function layOut(root: string, kind: Kind, id: string): readonly string[] {
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(id)) throw new Error(`«${id}» is not an id. ${usage}`);
  const folder = kind === 'rule' ? 'core/mail/rules' : 'core/tenant/checks';
  const name = id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const files: { readonly [path: string]: string } = {
    [`${folder}/${id}.ts`]: kind === 'rule' ? ruleFile(id, name) : checkFile(id, name),
    [`${folder}/${id}.md`]: page(id, kind === 'rule' ? headings.rule.en : headings.check.en),
    [`${folder}/${id}.cy.md`]: page(id, kind === 'rule' ? headings.rule.cy : headings.check.cy),
    [`test/${folder}/${id}.test.ts`]: kind === 'rule' ? ruleTest(id, name) : checkTest(id, name)
  };
  for (const path of Object.keys(files))
    if (existsSync(join(root, path))) throw new Error(`${path} is already there. Choose another id, or delete it first.`);
  const index = join(root, folder, 'index.ts');
  const list = listed(readFileSync(index, 'utf8'), id, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(index, list);
  return [...Object.keys(files), `${folder}/index.ts`];
}

/** The index with one more import and one more line at the end of its list. */
function listed(index: string, id: string, name: string): string {
  const imported = index.replace(/\n\n\/\*\*/, `\nimport { ${name} } from './${id}.ts';\n\n/**`);
  return imported.replace(/,?\s*\];\s*$/, `,\n  ${name}\n];\n`).replace(/= \[(\w)/, '= [\n  $1');
}

const headings = {
  rule: {
    en: ['What it looks at', 'Why', 'What the sender sees', 'How to keep it', 'What it does not see'],
    cy: ['Beth mae’n edrych arno', 'Pam', 'Beth mae’r anfonwr yn ei weld', 'Sut i’w gadw', 'Beth nad yw’n ei weld']
  },
  check: {
    en: ['What it reads', 'Why', 'How to put it right', 'When it is unknown'],
    cy: ['Beth mae’n ei ddarllen', 'Pam', 'Sut i’w gywiro', 'Pan nad yw’n hysbys']
  }
};

function page(title: string, sections: readonly string[]): string {
  return [`# ${title}`, ...sections.map(section => `## ${section}\n`)].join('\n\n');
}

function ruleFile(id: string, name: string): string {
  return `import { rule } from '../rule.ts';

/** What this rule asks of a message, in one sentence. */
export const ${name} = rule({
  id: '${id}',
  title: { en: '${id}', cy: '${id}' },
  duties: ['check-recipients'],
  action: 'advise',
  reads: ['recipients'],
  settings: {},
  messages: {
    seen: { en: 'What is wrong, and what to do.', cy: 'Beth sydd o’i le, a beth i’w wneud.' }
  },
  judge: () => []
});
`;
}

function ruleTest(id: string, name: string): string {
  return `import { ${name} } from '../../../../core/mail/rules/${id}.ts';
import { examine, mail } from '../../../support/mail.ts';

examine(${name}, {
  keeps: [{ says: 'an ordinary mail', mail: mail({ to: ['colleague@school.example'] }) }],
  breaks: [{ says: 'what it is for', mail: mail({ to: ['someone@outside.example'] }), breaches: [{ message: 'seen' }] }]
});
`;
}

function checkFile(id: string, name: string): string {
  return `import { check } from '../check.ts';

/** What this check asks of a tenant, in one sentence. */
export const ${name} = check({
  id: '${id}',
  title: { en: '${id}', cy: '${id}' },
  duties: ['protect-personal-data'],
  severity: 'medium',
  vendors: ['microsoft', 'google'],
  topics: [],
  reads: ['domains'],
  messages: {
    kept: { en: 'What is right.', cy: 'Beth sy’n iawn.' },
    broken: { en: 'What is wrong, and what to do.', cy: 'Beth sydd o’i le, a beth i’w wneud.' }
  },
  pages: {},
  judge: ({ domains }) => (domains.length > 0 ? { state: 'pass', message: 'kept' } : { state: 'fail', message: 'broken' })
});
`;
}

function checkTest(id: string, name: string): string {
  return `import { ${name} } from '../../../../core/tenant/checks/${id}.ts';
import { examineCheck } from '../../../support/tenant.ts';

examineCheck(${name}, [
  { says: 'what is right', parts: { domains: { value: [] } }, state: 'pass' },
  { says: 'what it is for', parts: { domains: { value: [] } }, state: 'fail' }
]);
`;
}

if (import.meta.filename === process.argv[1]) {
  const [kind, id = ''] = process.argv.slice(2);
  const known = kinds.find(each => each === kind);
  try {
    if (!known) throw new Error(`«${kind ?? ''}» is not something to lay out. ${usage}`);
    for (const path of layOut('.', known, id)) console.log(path);
    console.log('Now write the test, the rule and both pages, and run npm test.');
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    process.exitCode = 2;
  }
}
