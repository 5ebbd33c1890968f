import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { draftOf } from '../../core/policies/import/draft.ts';
import { lintPolicy } from '../../core/policies/lint.ts';
import { topics } from '../../core/policies/topics.ts';
import { yamlOf } from '../../service/documents/draft-yaml.ts';
import { readDocument } from '../../service/documents/read.ts';
import { readPolicy } from '../../service/policy-file.ts';

const policies = new URL('../../../shared/policies/', import.meta.url);
const shared = existsSync(policies);

/** What a document contradicts itself on and which law in it has gone, after nothing but import. */
async function lintOf(name: string): Promise<{ readonly contradicts: readonly string[]; readonly repealed: readonly string[] }> {
  const { document } = await readDocument(name, readFileSync(new URL(name, policies)));
  const { value } = readPolicy(yamlOf(draftOf(document), { name, id: 'imported' }), 'policy.yaml');
  const findings = lintPolicy(value, { today: '2026-11-22' });
  const contradictions = findings.filter(({ kind }) => kind === 'contradiction').map(({ what }) => what.en);
  return {
    contradicts: Object.entries(topics)
      .filter(([, { says }]) => contradictions.some(sentence => sentence.includes(`– ${says.en}: `)))
      .map(([id]) => id),
    repealed: findings.filter(({ kind }) => kind === 'repealed-law').map(({ what }) => what.en)
  };
}

describe('a document that was only imported', () => {
  for (const [name, topic] of [
    ['000.txt', 'images-on-own-devices'],
    ['000.txt', 'image-consent-from'],
    ['000.txt', 'data-out-protected-by'],
    ['001.txt', 'personal-use'],
    ['001.txt', 'images-on-own-devices'],
    ['001.txt', 'sites-reported-to']
  ] as const) {
    (shared ? it : it.skip)(`${name} is found to contradict itself on ${topic} (needs ../shared)`, async () => {
      assert.ok((await lintOf(name)).contradicts.includes(topic));
    });
  }

  (shared ? it : it.skip)('003.txt is not found to contradict itself (needs ../shared)', async () => {
    assert.deepEqual((await lintOf('003.txt')).contradicts, []);
  });

  for (const [name, law] of [
    ['000.txt', /Data Protection Act 1998/],
    ['000.txt', /Lawful Business Practice/],
    ['000.txt', /Investigatory Powers Act 2000/],
    ['001.txt', /without its year/],
    ['002.txt', /£500,000/],
    ['004.txt', /UK GDPR/]
  ] as const) {
    (shared ? it : it.skip)(`${name} is found to cite ${law.source} (needs ../shared)`, async () => {
      assert.ok((await lintOf(name)).repealed.some(sentence => law.test(sentence)));
    });
  }
});
