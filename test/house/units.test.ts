import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { locales } from '../../core/locale.ts';
import { rules } from '../../core/mail/rules/index.ts';
import { checks } from '../../core/tenant/checks/index.ts';

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

const shelves = [
  { folder: 'core/mail/rules', units: rules, headings: headings.rule },
  { folder: 'core/tenant/checks', units: checks, headings: headings.check }
];

for (const { folder, units, headings } of shelves) {
  describe(`the house: ${folder}`, () => {
    const files = readdirSync(folder)
      .filter(file => file.endsWith('.ts') && file !== 'index.ts')
      .map(file => file.slice(0, -3));

    it('lists every file in its index, once', () => assert.deepEqual(units.map(unit => unit.id).sort(), files.sort()));

    for (const unit of units) {
      it(`${unit.id} has a test`, () => assert.ok(existsSync(`test/${folder}/${unit.id}.test.ts`)));
      for (const locale of locales) {
        it(`${unit.id} has a page in «${locale}» with its title and its headings`, () => {
          const page = readFileSync(`${folder}/${unit.id}${locale === 'en' ? '' : `.${locale}`}.md`, 'utf8');
          assert.equal(page.split('\n')[0], `# ${unit.title[locale]}`);
          assert.deepEqual(
            [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
            headings[locale]
          );
        });
      }
    }
  });
}

describe('the house: what a rule’s page quotes is what the sender sees', () => {
  for (const rule of rules) {
    for (const locale of locales) {
      it(`${rule.id} in «${locale}»`, () => {
        const page = readFileSync(`core/mail/rules/${rule.id}${locale === 'en' ? '' : `.${locale}`}.md`, 'utf8');
        const quoted = quotesIn(page);
        assert.ok(quoted.length > 0, 'quotes no message');
        const patterns = Object.values(rule.messages).map(text => patternOf(text[locale]));
        for (const quote of quoted)
          assert.ok(
            patterns.some(pattern => pattern.test(quote)),
            `no message reads «${quote}»`
          );
      });
    }
  }
});

/** The block quotes of a page, each on one line. */
function quotesIn(page: string): readonly string[] {
  return [...page.matchAll(/(?:^> ?.*\n?)+/gm)]
    .flatMap(([block]) => block.split(/^> ?$/m))
    .map(block => block.replace(/^> ?/gm, '').replace(/\s+/g, ' ').trim())
    .filter(quote => quote !== '');
}

function patternOf(text: string): RegExp {
  const pieces = text.split(/\{[a-zA-Z]+\}/).map(piece => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.+')}$`);
}
