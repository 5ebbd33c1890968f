import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { directory } from './directory.ts';
import { doctor } from './doctor.ts';
import { exportRecords } from './export.ts';
import { gmailApply, gmailPlan, gmailRemove } from './gmail-apply.ts';
import { hold } from './hold.ts';
import { init } from './init.ts';
import { inspectionPackCommand } from './inspection-pack.ts';
import { kiosk } from './kiosk.ts';
import { ledgerExport } from './ledger-export.ts';
import { ledgerNewKey } from './ledger-new-key.ts';
import { ledgerVerify } from './ledger-verify.ts';
import { manifests } from './manifests.ts';
import { notice } from './notice.ts';
import { outlookMailFlow } from './outlook-mail-flow.ts';
import { outlookNewKey } from './outlook-new-key.ts';
import { outlookPolicy } from './outlook-policy.ts';
import { outlookRecords } from './outlook-records.ts';
import { outlookAccept, outlookRefuse, outlookSuggestions } from './outlook-suggestions.ts';
import { paper } from './paper.ts';
import { people, peopleImport } from './people.ts';
import { permissions } from './permissions.ts';
import { policyImport } from './policy-import.ts';
import { policyLint } from './policy-lint.ts';
import { policyMap } from './policy-map.ts';
import { publish } from './publish.ts';
import { registersCommand, registersExport, registersImport } from './registers.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { rule } from './rule.ts';
import { scan } from './scan.ts';
import { sending } from './sending.ts';
import { sent } from './sent.ts';
import { serve } from './serve.ts';
import { setup } from './setup.ts';
import { setupGoogle } from './setup-google.ts';
import { status } from './status.ts';
import { trust } from './trust.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  check,
  scan,
  policyImport,
  policyMap,
  policyLint,
  rule,
  init,
  serve,
  trust,
  people,
  peopleImport,
  directory,
  publish,
  status,
  audit,
  report,
  permissions,
  notice,
  kiosk,
  paper,
  hold,
  registersCommand,
  registersImport,
  registersExport,
  exportRecords,
  inspectionPackCommand,
  ledgerVerify,
  ledgerExport,
  ledgerNewKey,
  backup,
  restore,
  sending,
  manifests,
  outlookPolicy,
  outlookRecords,
  outlookSuggestions,
  outlookAccept,
  outlookRefuse,
  outlookMailFlow,
  outlookNewKey,
  doctor,
  setup,
  setupGoogle,
  gmailPlan,
  gmailApply,
  gmailRemove,
  sent
];
