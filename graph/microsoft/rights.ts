import type { Right } from '../part.ts';

/** The application permissions of Microsoft Graph that Beadle may ask for, with the ids by which they are granted. All but `mailSend` and `teamsAppInstallSelf` read only. */
export const rights = {
  organizationReadAll: { name: 'Organization.Read.All', id: '498476ce-e0fe-48b0-b801-37ba7e2685c6' },
  domainReadAll: { name: 'Domain.Read.All', id: 'dbb9058a-0e50-45d7-ae91-66909b5d4664' },
  userReadAll: { name: 'User.Read.All', id: 'df021288-bdef-4463-88db-98f22de89214' },
  groupSettingsReadAll: { name: 'GroupSettings.Read.All', id: 'f3c4f514-c65a-43f5-bfce-1735872258dd' },
  policyReadAll: { name: 'Policy.Read.All', id: '246dd0d5-5bd0-4def-940b-0421030a5b68' },
  auditLogReadAll: { name: 'AuditLog.Read.All', id: 'b0afded3-3588-46d8-8b3d-9842eff778da' },
  roleManagementReadDirectory: { name: 'RoleManagement.Read.Directory', id: '483bed4a-2ad3-4361-a73b-c83ccdbdc53c' },
  deviceManagementConfigurationReadAll: { name: 'DeviceManagementConfiguration.Read.All', id: 'dc377aa6-52d8-4e23-b271-2a7ae04cedf3' },
  deviceManagementServiceConfigReadAll: { name: 'DeviceManagementServiceConfig.Read.All', id: '06a5fe6d-c49d-46a7-b082-56b1b14103c7' },
  deviceManagementManagedDevicesReadAll: { name: 'DeviceManagementManagedDevices.Read.All', id: '2f51be20-0bb4-4fed-bf7b-db946066c75e' },
  deviceManagementAppsReadAll: { name: 'DeviceManagementApps.Read.All', id: '7a6ee1e7-141e-4cec-ae74-d9db155731ff' },
  mailboxSettingsRead: { name: 'MailboxSettings.Read', id: '40f97065-369a-49f4-947c-6a255697ae91' },
  groupMemberReadAll: { name: 'GroupMember.Read.All', id: '98830695-27a2-44f7-8c18-0c3ebc9698f6' },
  eduRosterReadAll: { name: 'EduRoster.Read.All', id: 'e0ac9e1b-cb65-4fc5-87c5-1a8bc181f648' },
  exchangeMessageTraceReadAll: { name: 'ExchangeMessageTrace.Read.All', id: '89b20d8a-76e2-4057-867b-9961f800b9a4' },
  appCatalogReadAll: { name: 'AppCatalog.Read.All', id: 'e12dae10-5a57-4817-b79d-dfbec5348930' },
  teamsAppInstallSelf: { name: 'TeamsAppInstallation.ReadWriteSelfForUser.All', id: '908de74d-f8b2-4d6b-a9ed-2a17b3b78179' },
  mailSend: { name: 'Mail.Send', id: 'b633e1c5-b582-4048-a93e-9f11b44c7e96' }
} as const satisfies { readonly [key: string]: Right };
