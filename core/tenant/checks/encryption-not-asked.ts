import { lockCheck } from '../locks.ts';

/** A policy asks that what is on a device be encrypted. iPads and Chromebooks always are. */
export const encryptionNotAsked = lockCheck({
  id: 'encryption-not-asked',
  title: { en: 'No policy asks for encryption', cy: 'Nid oes polisi’n gofyn am amgryptio' },
  duties: ['encrypt-data-off-site', 'protect-personal-data'],
  severity: 'medium',
  topics: [],
  platforms: ['windows', 'macos', 'android'],
  holds: ({ encryption }) => encryption,
  demand: () => ({ en: 'encryption of what is on the device', cy: 'amgryptio’r hyn sydd ar y ddyfais' })
});
