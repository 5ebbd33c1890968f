import { devicePolicyOf } from '../../../core/mail/device.ts';
import type { MailPolicy } from '../../../core/mail/policy.ts';
import { school } from '../mail.ts';
import type { Setup } from './shapes.ts';

/** The key of the invented school's filter. */
export const schoolKey = '000102030405060708090a0b0c0d0e0f';

const day = 24 * 60 * 60 * 1000;

/** What a mailbox keeps once the pane has fetched a policy: the invented school's, with what this test decides otherwise, issued so many days ago. */
export function kept(policy: Partial<MailPolicy> = {}, ago = 1): Setup['settings'] {
  const issued = new Date(Date.now() - ago * day).toISOString();
  const payload = JSON.stringify(devicePolicyOf({ ...school, version: '00112233aabb', ...policy }, { key: schoolKey, issued, days: 14 }));
  // Only the pane looks at the signature, before it keeps a policy.
  return { 'beadle.policy': JSON.stringify({ payload, kid: 'test', signature: 'test' }) };
}
