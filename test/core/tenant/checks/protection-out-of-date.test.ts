import { protectionOutOfDate } from '../../../../core/tenant/checks/protection-out-of-date.ts';
import { examineCheck } from '../../../support/tenant.ts';

const given = (devices: number, outOfDate: number, off: number, infected: number) => ({
  protection: { value: { devices, outOfDate, off, infected } }
});

examineCheck(protectionOutOfDate, [
  { says: 'on and new everywhere', parts: given(10, 0, 0, 0), state: 'pass', share: [10, 10] },
  { says: 'old on two, off on one', parts: given(10, 2, 1, 0), state: 'partial', share: [7, 10] },
  { says: 'off everywhere', parts: given(3, 3, 3, 0), state: 'fail', share: [0, 3] },
  { says: 'reported by nobody', parts: given(0, 0, 0, 0), state: 'not-readable' }
]);
