import type { Licence } from '../../../core/tenant/snapshot.ts';

type Thing = { readonly [property: string]: unknown };

/** An invented school as Microsoft Graph would give it, before $select and pages. */
export interface FakeSchool {
  readonly licences: readonly Licence[];
  /** By the path of Graph. A function makes things as they are asked for, so that a large school costs no memory. */
  readonly collections: { readonly [path: string]: readonly Thing[] | { readonly count: number; readonly at: (i: number) => Thing } };
  readonly single: { readonly [path: string]: Thing };
}

const id = (kind: number, i: number): string => `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${i.toString(16).padStart(12, '0')}`;
const day = (n: number): string => new Date(Date.parse('2026-11-22T00:00:00Z') - n * 86_400_000).toISOString().replace('.000', '');

const planIds: { readonly [licence: string]: string } = {
  'entra-p1': '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
  'entra-p2': 'eec0eb4f-6444-4f95-aba0-50c24d67f998',
  intune: 'c1ec4a95-1f05-45b3-a911-aa3fa01094f5',
  exchange: '9aaf7827-d63c-4b61-89c3-182f06f82e5c'
};

/** One account in ten is a pupil’s on A1; one in fifty never expires; the first is an administrator. */
function userAt(licences: readonly Licence[], i: number, mixed: boolean): Thing {
  const pupil = i % 10 !== 0;
  const name = `${pupil ? 'pupil' : 'staff'}.${i}`;
  return {
    id: id(1, i),
    userPrincipalName: `${name}@${pupil ? 'pupils.' : ''}school.example`,
    displayName: `${pupil ? 'Pupil' : 'Member of Staff'} ${i}`,
    mail: `${name}@${pupil ? 'pupils.' : ''}school.example`,
    accountEnabled: i % 40 !== 39,
    userType: 'Member',
    createdDateTime: day(900),
    passwordPolicies:
      i % 50 === 49 ? 'DisablePasswordExpiration' : i % 70 === 69 ? 'DisablePasswordExpiration, DisableStrongPassword' : 'None',
    lastPasswordChangeDateTime: day(i % 400),
    onPremisesSyncEnabled: null,
    assignedLicenses: [],
    assignedPlans: (pupil && mixed ? (['exchange'] as const) : licences).map(licence => ({
      assignedDateTime: day(300),
      capabilityStatus: 'Enabled',
      service: 'x',
      servicePlanId: planIds[licence]
    })),
    signInActivity: {
      lastSignInDateTime: i % 30 === 29 ? day(200) : day(1),
      lastSignInRequestId: '',
      lastNonInteractiveSignInDateTime: null
    }
  };
}

function registrationAt(i: number): Thing {
  const { userPrincipalName } = userAt([], i, false);
  return {
    id: id(1, i),
    userPrincipalName,
    userDisplayName: '',
    isAdmin: i === 0,
    isMfaCapable: i % 10 === 0,
    isMfaRegistered: i % 10 === 0,
    isPasswordlessCapable: false,
    isSsprCapable: false,
    isSsprEnabled: false,
    isSsprRegistered: false,
    isSystemPreferredAuthenticationMethodEnabled: true,
    methodsRegistered: i % 10 === 0 ? ['microsoftAuthenticatorPush'] : [],
    userType: 'member',
    lastUpdatedDateTime: day(1)
  };
}

const systems = ['Windows', 'Windows', 'iOS', 'macOS', 'Android'] as const;

function deviceAt(i: number): Thing {
  return {
    id: id(2, i),
    deviceName: `DEVICE-${i}`,
    userId: id(1, i % 500),
    userPrincipalName: String(userAt([], i % 500, false)['userPrincipalName']),
    operatingSystem: systems[i % systems.length],
    osVersion: '10.0',
    isEncrypted: i % 20 !== 19,
    complianceState: i % 25 === 24 ? 'noncompliant' : 'compliant',
    complianceGracePeriodExpirationDateTime: '9999-12-31T23:59:59Z',
    jailBroken: i % 500 === 499 ? 'True' : 'Unknown',
    managedDeviceOwnerType: i % 15 === 14 ? 'personal' : 'company',
    managementAgent: 'mdm',
    deviceEnrollmentType: 'windowsAzureADJoin',
    lastSyncDateTime: i % 33 === 32 ? day(90) : day(2),
    enrolledDateTime: day(300),
    azureADDeviceId: id(3, i)
  };
}

/** A school with so many accounts and devices, and these licences; `mixed` leaves pupils with the free ones. */
export function fakeSchool(
  licences: readonly Licence[],
  { accounts = 120, devices = 60, mixed = false }: { readonly accounts?: number; readonly devices?: number; readonly mixed?: boolean } = {}
): FakeSchool {
  const everyone = { '@odata.type': '#microsoft.graph.allDevicesAssignmentTarget' };
  const group = (n: number) => ({ '@odata.type': '#microsoft.graph.groupAssignmentTarget', groupId: id(9, n) });
  const assigned = (...targets: readonly object[]) => targets.map((target, i) => ({ id: `a${i}`, target }));
  return {
    licences,
    collections: {
      '/subscribedSkus': [
        {
          id: 's1',
          skuId: '4b590615-0888-425a-a965-b3bf7789848d',
          skuPartNumber: 'SCHOOL',
          capabilityStatus: 'Enabled',
          servicePlans: licences.map(licence => ({
            servicePlanId: planIds[licence],
            servicePlanName: licence,
            provisioningStatus: 'Success',
            appliesTo: 'User'
          }))
        }
      ],
      '/domains': [
        {
          id: 'school.example',
          isDefault: true,
          isRoot: true,
          isVerified: true,
          authenticationType: 'Managed',
          passwordValidityPeriodInDays: 2_147_483_647
        },
        {
          id: 'pupils.school.example',
          isDefault: false,
          isRoot: false,
          isVerified: true,
          authenticationType: 'Managed',
          passwordValidityPeriodInDays: null
        },
        {
          id: 'not-yet.example',
          isDefault: false,
          isRoot: true,
          isVerified: false,
          authenticationType: 'Managed',
          passwordValidityPeriodInDays: null
        }
      ],
      '/groupSettings': [
        {
          id: id(5, 1),
          displayName: 'Password Rule Settings',
          templateId: '5cf42378-d67d-4f36-ba46-e8b86229381d',
          values: [
            { name: 'LockoutThreshold', value: '15' },
            { name: 'LockoutDurationInSeconds', value: '60' },
            { name: 'EnableBannedPasswordCheck', value: 'True' },
            { name: 'BannedPasswordList', value: 'school\tstnorbert\tpassword' }
          ]
        }
      ],
      '/identity/conditionalAccess/policies': [
        {
          id: id(6, 1),
          displayName: 'Second factor for everybody',
          state: 'enabledForReportingButNotEnforced',
          createdDateTime: day(100),
          modifiedDateTime: null,
          conditions: {
            clientAppTypes: ['all'],
            applications: { includeApplications: ['All'], excludeApplications: [], includeUserActions: [] },
            users: {
              includeUsers: ['All'],
              excludeUsers: [],
              includeGroups: [],
              excludeGroups: [id(9, 1)],
              includeRoles: [],
              excludeRoles: []
            },
            signInRiskLevels: [],
            userRiskLevels: [],
            servicePrincipalRiskLevels: []
          },
          grantControls: { operator: 'OR', builtInControls: ['mfa'], customAuthenticationFactors: [], termsOfUse: [] }
        }
      ],
      '/directoryRoles': [
        {
          id: id(7, 1),
          displayName: 'Global Administrator',
          description: '',
          roleTemplateId: '62e90394-69f5-4237-9190-012177145e10',
          members: [
            { '@odata.type': '#microsoft.graph.user', id: id(1, 0) },
            { '@odata.type': '#microsoft.graph.user', id: id(1, 10) }
          ]
        }
      ],
      '/deviceManagement/deviceCompliancePolicies': [
        {
          '@odata.type': '#microsoft.graph.windows10CompliancePolicy',
          id: id(8, 1),
          displayName: 'Windows',
          version: 1,
          createdDateTime: day(200),
          lastModifiedDateTime: day(100),
          passwordRequired: true,
          passwordMinimumLength: 8,
          passwordMinutesOfInactivityBeforeLock: 10,
          passwordBlockSimple: true,
          passwordExpirationDays: null,
          storageRequireEncryption: true,
          assignments: assigned(everyone)
        },
        {
          '@odata.type': '#microsoft.graph.iosCompliancePolicy',
          id: id(8, 2),
          displayName: 'iPads of pupils',
          version: 1,
          createdDateTime: day(200),
          lastModifiedDateTime: day(100),
          passcodeRequired: true,
          passcodeMinimumLength: 4,
          passcodeMinutesOfInactivityBeforeLock: 30,
          passcodeBlockSimple: false,
          securityBlockJailbrokenDevices: true,
          assignments: assigned(group(2))
        }
      ],
      '/deviceManagement/deviceConfigurations': [
        {
          '@odata.type': '#microsoft.graph.macOSGeneralDeviceConfiguration',
          id: id(8, 3),
          displayName: 'Macs',
          version: 1,
          createdDateTime: day(200),
          lastModifiedDateTime: day(100),
          passwordRequired: true,
          passwordMinimumLength: 6,
          passwordMinutesOfInactivityBeforeLock: 5,
          passwordBlockSimple: false,
          assignments: assigned()
        }
      ],
      '/deviceManagement/deviceEnrollmentConfigurations': [
        {
          '@odata.type': '#microsoft.graph.deviceEnrollmentPlatformRestrictionsConfiguration',
          id: `${id(8, 4)}_DefaultPlatformRestrictions`,
          displayName: 'All users and all devices',
          priority: 0,
          version: 1,
          createdDateTime: day(200),
          lastModifiedDateTime: day(100),
          windowsRestriction: { platformBlocked: false, personalDeviceEnrollmentBlocked: true, osMinimumVersion: '', osMaximumVersion: '' },
          iosRestriction: { platformBlocked: false, personalDeviceEnrollmentBlocked: false, osMinimumVersion: '', osMaximumVersion: '' },
          macOSRestriction: { platformBlocked: true, personalDeviceEnrollmentBlocked: false, osMinimumVersion: '', osMaximumVersion: '' },
          androidRestriction: {
            platformBlocked: false,
            personalDeviceEnrollmentBlocked: false,
            osMinimumVersion: '',
            osMaximumVersion: ''
          },
          assignments: []
        },
        {
          '@odata.type': '#microsoft.graph.deviceEnrollmentWindowsHelloForBusinessConfiguration',
          id: `${id(8, 5)}_DefaultWindowsHelloForBusiness`,
          displayName: 'All users and all devices',
          priority: 0,
          version: 1,
          createdDateTime: day(200),
          lastModifiedDateTime: day(100),
          state: 'enabled',
          pinMinimumLength: 6,
          pinExpirationInDays: 0,
          assignments: []
        }
      ],
      '/deviceManagement/configurationPolicies': [
        {
          id: 'c1',
          name: 'Laptops from the catalogue',
          platforms: 'windows10',
          settings: [
            {
              id: '0',
              settingInstance: {
                '@odata.type': '#microsoft.graph.deviceManagementConfigurationChoiceSettingInstance',
                settingDefinitionId: 'device_vendor_msft_policy_config_devicelock_devicepasswordenabled',
                choiceSettingValue: {
                  value: 'device_vendor_msft_policy_config_devicelock_devicepasswordenabled_0',
                  children: [
                    {
                      settingDefinitionId: 'device_vendor_msft_policy_config_devicelock_mindevicepasswordlength',
                      simpleSettingValue: { value: 10 }
                    },
                    {
                      settingDefinitionId: 'device_vendor_msft_policy_config_devicelock_maxinactivitytimedevicelock',
                      simpleSettingValue: { value: 7 }
                    }
                  ]
                }
              }
            }
          ],
          assignments: assigned(group(1))
        }
      ],
      '/deviceAppManagement/iosManagedAppProtections': [],
      '/deviceAppManagement/androidManagedAppProtections': [],
      '/users': { count: accounts, at: i => userAt(licences, i, mixed) },
      '/reports/authenticationMethods/userRegistrationDetails': { count: accounts, at: registrationAt },
      '/deviceManagement/managedDevices': { count: devices, at: deviceAt }
    },
    single: {
      '/policies/identitySecurityDefaultsEnforcementPolicy': {
        id: '00000000-0000-0000-0000-000000000005',
        displayName: 'Security Defaults',
        description: '',
        isEnabled: !licences.includes('entra-p1')
      },
      '/deviceManagement/settings': { secureByDefault: false, deviceComplianceCheckinThresholdDays: 30, isScheduledActionEnabled: true },
      '/deviceManagement/deviceProtectionOverview': {
        totalReportedDeviceCount: 24,
        cleanDeviceCount: 20,
        criticalFailuresDeviceCount: 0,
        inactiveThreatAgentDeviceCount: 1,
        pendingFullScanDeviceCount: 0,
        pendingManualStepsDeviceCount: 0,
        pendingOfflineScanDeviceCount: 0,
        pendingQuickScanDeviceCount: 0,
        pendingRestartDeviceCount: 0,
        pendingSignatureUpdateDeviceCount: 3,
        unknownStateThreatAgentDeviceCount: 0
      }
    }
  };
}
