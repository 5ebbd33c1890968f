import { names } from '../addin/outlook/names.ts';
import type { Config } from './config.ts';

/** The header that the add-in writes into a message that it judged, where the school wants it, and what it says: the verdict's action. */
const checkedHeader = names.header;

export const mailFlowActions = ['audit', 'reject'] as const;

/**
 * Exchange Online PowerShell that makes a backstop of three mail-flow rules: mail from staff to outside that bears no header was not judged (a phone,
 * Outbox after working offline, another program); mail whose header says that the sender was warned went all the same; and the header stays inside the
 * school. `action` says what becomes of mail that was not judged. Exempt addresses are not named in it.
 */
export function mailFlowScript({ school, domains }: Pick<Config, 'school' | 'domains'>, action: (typeof mailFlowActions)[number]): string {
  const staff = domains.staff.map(quoted).join(', ');
  const unjudged = action === 'audit' ? ["-SetAuditSeverity 'Medium'"] : [`-RejectMessageReasonText ${quoted(rejection)}`];
  return `# Beadle’s backstop for ${school.name.replace(/[\r\n]+/g, ' ')}, for Exchange Online PowerShell (Connect-ExchangeOnline).
# The rules begin in audit mode: nothing is held back, and the mail-flow reports show what they saw. Look at them for a week, then run for each:
#   Set-TransportRule '<its name>' -Mode Enforce
# Whoever can write headers can write this one too: it shows what went past Beadle by accident, not what somebody meant to hide.

$staff = @(${staff})

# 1. Mail to outside that no Beadle judged: a phone, Outbox after working offline, another mail program.
New-TransportRule -Name 'Beadle 1: not judged' \`
  -Comments 'Mail from staff to outside without the header of Beadle.' \`
  -FromScope InOrganization -SenderDomainIs $staff -SentToScope NotInOrganization \`
  -ExceptIfHeaderMatchesMessageHeader '${checkedHeader}' -ExceptIfHeaderMatchesPatterns '^(allow|advise|confirm|block)$' \`
  ${unjudged.join(' ')} -Mode Audit

# 2. Mail that went although the sender was warned. Outlook never tells which button was pressed; this is the only place where it shows.
New-TransportRule -Name 'Beadle 2: sent after a warning' \`
  -Comments 'Mail from staff to outside that Beadle warned of.' \`
  -FromScope InOrganization -SenderDomainIs $staff -SentToScope NotInOrganization \`
  -HeaderMatchesMessageHeader '${checkedHeader}' -HeaderMatchesPatterns '^(confirm|block)$' \`
  -SetAuditSeverity 'Low' -Mode Audit

# 3. The header stays inside the school.
New-TransportRule -Name 'Beadle 3: header stays here' \`
  -Comments 'Takes the header of Beadle off mail that leaves the school.' \`
  -SentToScope NotInOrganization -RemoveHeader '${checkedHeader}' -SetAuditSeverity 'DoNotAudit' -Mode Enforce

# To take them away again:
#   Get-TransportRule | Where-Object Name -like 'Beadle [123]:*' | Remove-TransportRule
`;
}

const rejection =
  'This message was not checked by Beadle. Send it again from Outlook on a computer. | Ni wiriwyd y neges hon gan Beadle. Anfonwch hi eto o Outlook ar gyfrifiadur.';

/** A text as PowerShell takes it word for word. Its curly quotes end a text as the straight one does. */
function quoted(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
}
