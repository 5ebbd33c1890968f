import type { Right } from '../part.ts';

const auth = 'https://www.googleapis.com/auth';

/** The scopes that a school’s administrator delegates. All of them read only, except that Google knows no smaller one for mailbox settings. */
export const scopes = {
  policies: { name: `${auth}/cloud-identity.policies.readonly` },
  devices: { name: `${auth}/cloud-identity.devices.readonly` },
  units: { name: `${auth}/admin.directory.orgunit.readonly` },
  users: { name: `${auth}/admin.directory.user.readonly` },
  roles: { name: `${auth}/admin.directory.rolemanagement.readonly` },
  domains: { name: `${auth}/admin.directory.domain.readonly` },
  chrome: { name: `${auth}/chrome.management.policy.readonly` },
  mailSettings: { name: `${auth}/gmail.settings.basic` }
} as const satisfies { readonly [name: string]: Right };

/** To write rules for Gmail: the only right by which Beadle changes anything at Google, and asked for only where a school applies them. */
export const writeScopes = { policies: { name: `${auth}/cloud-identity.policies` }, units: scopes.units } as const satisfies {
  readonly [name: string]: Right;
};

/** To count what was sent in spite of a warning: the log of the rules, and, where a school wants it, the headers of what was sent. */
export const sentScopes = {
  reports: { name: `${auth}/admin.reports.audit.readonly` },
  headers: { name: `${auth}/gmail.metadata` }
} as const satisfies { readonly [name: string]: Right };

/** To know who is who beyond the accounts themselves: each is asked for only where the school wants what it reads. */
export const directoryScopes = {
  users: scopes.users,
  members: { name: `${auth}/admin.directory.group.member.readonly` },
  guardians: { name: `${auth}/classroom.guardianlinks.students.readonly` },
  guardianAddresses: { name: `${auth}/classroom.profile.emails` },
  contacts: { name: `${auth}/directory.readonly` }
} as const satisfies { readonly [name: string]: Right };

/** To send mail in the name of the school’s own sender, where a school has Beadle send by its tenant. */
export const mailScopes = { send: { name: `${auth}/gmail.send` } } as const satisfies { readonly [name: string]: Right };
