import { existsSync } from 'node:fs';
import { auditFigures } from './audit.ts';
import { chainLetterFigures } from './chain-letter.ts';
import { directoryFigures } from './directory.ts';
import { engineFigures } from './engine.ts';
import { gmailFigures } from './gmail.ts';
import { importFigures } from './import.ts';
import { languageFigures } from './language.ts';
import { ledgerFigures } from './ledger.ts';
import { outlookBootFigures } from './outlook-boot.ts';
import { outlookFigures } from './outlook.ts';
import { personalDetailsFigures } from './personal-details.ts';
import { sendingFigures } from './sending.ts';
import { signaturesFigures } from './signatures.ts';
import { tabFigures } from './tab.ts';
import { trustFigures } from './trust.ts';

/** The part that only the makers have: real mail and real policies. Never copied into the project. */
const shared = new URL('../../../shared/', import.meta.url);
const there = existsSync(shared);

const parts: readonly {
  readonly title: string;
  readonly figures: (shared: URL) => Promise<readonly string[]>;
  readonly needs?: 'shared';
  /** It takes many minutes: only where it is asked for by name. */
  readonly named?: 'trust';
}[] = [
  { title: 'The engine', figures: engineFigures },
  { title: 'The script of Outlook’s events', figures: outlookFigures },
  { title: 'From the click on Send to the answer', figures: outlookBootFigures },
  { title: 'The add-on for Gmail, from the request to the card', figures: gmailFigures },
  { title: 'The tab, from its address to the first view', figures: tabFigures },
  { title: 'Verifying a ledger', figures: ledgerFigures },
  { title: 'Signing', figures: signaturesFigures },
  { title: 'Sending to 20,000 people', figures: sendingFigures },
  { title: 'Auditing a large tenant', figures: auditFigures },
  { title: 'Who is who at 500 schools', figures: directoryFigures },
  { title: 'A trust of 500 schools', figures: trustFigures, named: 'trust' },
  { title: 'Chain letters, hoaxes, petitions and jokes', figures: chainLetterFigures, needs: 'shared' },
  { title: 'Personal details', figures: personalDetailsFigures, needs: 'shared' },
  { title: 'Language', figures: languageFigures, needs: 'shared' },
  { title: 'Import of policy documents', figures: importFigures, needs: 'shared' }
];

/** `npm run bench -- shared` prints only what is measured on real mail and real policies, `npm run bench -- trust` only a whole trust. */
const only = process.argv[2];
for (const { title, figures, needs } of parts.filter(part =>
  only === undefined ? part.named === undefined : part.needs === only || part.named === only
)) {
  console.log(`\n${title}`);
  if (needs && !there) console.log('  needs ../shared');
  else for (const line of await figures(shared)) console.log(`  ${line}`);
}
