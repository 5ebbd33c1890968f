import * as z from 'zod';
import type { Device } from '../../../core/tenant/snapshot.ts';
import { type Read, stream } from '../../part.ts';
import { walk } from '../../reading.ts';
import { google } from '../manner.ts';
import { scopes } from '../scopes.ts';

const user = z.object({ name: z.string(), userEmail: z.string().optional(), passwordState: z.string().optional() });
const shape = z.object({
  name: z.string(),
  deviceType: z.string().optional(),
  model: z.string().optional(),
  ownerType: z.string().optional(),
  encryptionState: z.string().optional(),
  compromisedState: z.string().optional(),
  lastSyncTime: z.string().optional()
});
const by: Read = { vendor: 'google', rights: [scopes.devices] };

const platforms: { readonly [type: string]: Device['platform'] } = {
  ANDROID: 'android',
  IOS: 'ios',
  WINDOWS: 'windows',
  MAC_OS: 'macos',
  CHROME_OS: 'chromeos'
};

/** Every device that Google knows, with whether its user has set a password. */
export function devices(customer: string) {
  return stream({
    ...by,
    stream: 'devices',
    walk: async (way, see) => {
      const query = { customer: `customers/${customer}`, pageSize: '100' };
      const users = new Map<string, z.output<typeof user>>();
      const known = await walk(way, by, google('devices', 'cloudidentity.googleapis.com', '/v1/devices/-/deviceUsers', query), user, each =>
        users.set(each.name.split('/deviceUsers/')[0]!, each)
      );
      if ('unread' in known) return { ...known, seen: 0 };
      return walk(way, by, google('devices', 'cloudidentity.googleapis.com', '/v1/devices', query), shape, device => {
        const owner = users.get(device.name);
        see({
          id: device.name,
          name: device.model ?? '',
          platform: platforms[device.deviceType ?? ''] ?? 'other',
          personal: device.ownerType === 'BYOD',
          ...either('encrypted', device.encryptionState, 'ENCRYPTED', 'NOT_ENCRYPTED'),
          ...either('compromised', device.compromisedState, 'COMPROMISED', 'UNCOMPROMISED'),
          ...either('passwordSet', owner?.passwordState, 'PASSWORD_SET', 'PASSWORD_NOT_SET'),
          ...(device.lastSyncTime ? { lastSeenAt: device.lastSyncTime } : {}),
          ...(owner?.userEmail ? { user: owner.userEmail.toLowerCase() } : {})
        });
      });
    }
  });
}

/** A state of two values; any other is «Google does not say». */
function either<K extends string>(name: K, state: string | undefined, yes: string, no: string): { readonly [N in K]?: boolean } {
  return state === yes || state === no ? ({ [name]: state === yes } as { [N in K]: boolean }) : {};
}
