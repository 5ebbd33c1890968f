import * as z from 'zod';
import type { LockRule } from '../../../core/tenant/snapshot.ts';
import { part, type Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { assignedOf, assignments } from '../assigned.ts';
import { platformOf, toldByCatalogue } from '../catalogue.ts';
import { kinds, toldBy } from '../lock-settings.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const policy = z.looseObject({ '@odata.type': z.string().optional(), id: z.string(), displayName: z.string().nullish(), assignments });
const catalogue = z.object({
  id: z.string(),
  name: z.string().nullish(),
  platforms: z.string().nullish(),
  settings: z.unknown().optional(),
  assignments
});
const hello = z.object({
  '@odata.type': z.string().optional(),
  id: z.string(),
  displayName: z.string().nullish(),
  state: z.string().nullish(),
  pinMinimumLength: z.int().nullish(),
  pinExpirationInDays: z.int().nullish(),
  assignments
});

const by: Read = {
  vendor: 'microsoft',
  rights: [rights.deviceManagementConfigurationReadAll, rights.deviceManagementServiceConfigReadAll],
  licences: ['intune']
};

/** Everything in Intune that says how a device locks: compliance policies, configuration profiles, the settings catalogue, Windows Hello. */
export const lockRules = part({
  ...by,
  part: 'lockRules',
  read: async way => {
    const all = await Promise.all([
      policies('/deviceManagement/deviceCompliancePolicies'),
      policies('/deviceManagement/deviceConfigurations'),
      // The catalogue stands in Microsoft's beta alone.
      readAll(
        way,
        by,
        graph('device-settings', '/deviceManagement/configurationPolicies', { $expand: 'settings,assignments' }, 'beta'),
        catalogue,
        (read): readonly LockRule[] => {
          const platform = platformOf(read.platforms ?? '');
          const told = toldByCatalogue(read.settings);
          if (!platform || Object.keys(told).length === 0) return [];
          return [{ id: read.id, name: read.name ?? '', from: 'catalogue', platform, ...told, assigned: assignedOf(read.assignments) }];
        }
      ),
      readAll(
        way,
        by,
        graph('device-settings', '/deviceManagement/deviceEnrollmentConfigurations', { $expand: 'assignments' }),
        hello,
        (read): readonly LockRule[] =>
          read['@odata.type']?.endsWith('WindowsHelloForBusinessConfiguration') && read.state === 'enabled'
            ? [
                {
                  id: read.id,
                  name: read.displayName ?? '',
                  from: 'windows-hello',
                  platform: 'windows',
                  ...(typeof read.pinMinimumLength === 'number' ? { leastLength: read.pinMinimumLength } : {}),
                  ...(read.pinExpirationInDays ? { days: read.pinExpirationInDays } : {}),
                  // The tenant's own default is given to everybody without an assignment.
                  assigned: /_DefaultWindowsHelloForBusiness$/i.test(read.id)
                    ? { ...assignedOf(read.assignments), everyone: true }
                    : assignedOf(read.assignments)
                }
              ]
            : []
      )
    ]);
    const unread = all.find(each => 'unread' in each);
    return unread ?? { value: all.flatMap(each => ('value' in each ? each.value : [])) };

    function policies(path: string) {
      return readAll(way, by, graph('device-settings', path, { $expand: 'assignments' }), policy, (read): readonly LockRule[] => {
        const kind = kinds[read['@odata.type']?.split('.').pop() ?? ''];
        const told = kind && toldBy(kind, read);
        if (!told || Object.keys(told).length === 0) return [];
        return [
          {
            id: read.id,
            name: read.displayName ?? '',
            from: kind.from,
            platform: kind.platform,
            ...told,
            assigned: assignedOf(read.assignments)
          }
        ];
      });
    }
  }
});
