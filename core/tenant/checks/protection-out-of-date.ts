import { check } from '../check.ts';

/** Protection against malware is on and knows what is new. */
export const protectionOutOfDate = check({
  id: 'protection-out-of-date',
  title: { en: 'Protection against malware is old or off', cy: 'Mae diogelwch rhag maleiswedd yn hen neu wedi’i ddiffodd' },
  duties: ['virus-protection-current', 'leave-protection-on'],
  severity: 'high',
  vendors: ['microsoft'],
  topics: [],
  reads: ['protection'],
  messages: {
    fine: {
      en: 'Microsoft Defender is on and up to date on {of} of {of} Windows {of:device|devices}.',
      cy: 'Mae Microsoft Defender ymlaen ac yn gyfredol ar {of} o {of} dyfais Windows.'
    },
    some: {
      en: 'Of {of} Windows {of:device|devices}, Microsoft Defender is off on {off}, old on {old}, and has found something on {found}. Look at {of:it|them} in Intune.',
      cy: 'O {of} dyfais Windows, mae Microsoft Defender wedi’i ddiffodd ar {off}, yn hen ar {old}, ac wedi canfod rhywbeth ar {found}. Edrychwch {of:arni|arnynt} yn Intune.'
    },
    none: { en: 'No Windows device reports its protection.', cy: 'Nid oes dyfais Windows yn adrodd am ei diogelwch.' }
  },
  pages: { microsoft: 'https://learn.microsoft.com/en-us/mem/intune/protect/antivirus-microsoft-defender-settings-windows' },
  judge: ({ protection: { devices, outOfDate, off, infected } }) => {
    if (devices === 0) return { state: 'not-readable', message: 'none' };
    // One device may be counted for more than one reason.
    const wrong = Math.min(devices, outOfDate + off + infected);
    const share = { held: devices - wrong, of: devices };
    const values = { of: devices, off, old: outOfDate, found: infected };
    if (wrong === 0) return { state: 'pass', message: 'fine', values, share };
    return { state: share.held > 0 ? 'partial' : 'fail', message: 'some', values, share };
  }
});
