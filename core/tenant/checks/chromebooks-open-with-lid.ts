import { lockCheck } from '../locks.ts';

/** A Chromebook whose lid was closed asks for the password when it is opened. */
export const chromebooksOpenWithLid = lockCheck({
  id: 'chromebooks-open-with-lid',
  title: { en: 'Chromebooks open with their lid', cy: 'Mae Chromebooks yn agor gyda’u caead' },
  duties: ['lock-when-unattended'],
  severity: 'medium',
  topics: [],
  vendors: ['google'],
  platforms: ['chromeos'],
  holds: ({ lockOnClose }) => lockOnClose,
  demand: () => ({ en: 'locked when the lid is closed', cy: 'wedi’i gloi pan gaeir y caead' })
});
