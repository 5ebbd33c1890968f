import type { Reading } from '../../core/judge.ts';

/** Permission denied, in Office's list of errors. */
const denied = 7000;

/**
 * Asks Office something, and always settles: with the value, or with why it did not come, after `within` milliseconds at the latest. What comes
 * later than that is left lying. Never rejects.
 */
export function asked<T>(ask: (answer: (result: Office.AsyncResult<T>) => void) => void, within: number): Promise<Reading<T>> {
  return new Promise(resolve => {
    const late = setTimeout(() => resolve({ unread: 'unreachable' }), within);
    const settle = (reading: Reading<T>): void => {
      clearTimeout(late);
      resolve(reading);
    };
    try {
      ask(result => settle(readingOf(result)));
    } catch {
      // Office throws at once where it does not like an argument or lacks a method.
      settle({ unread: 'unreachable' });
    }
  });
}

function readingOf<T>(result: Office.AsyncResult<T> | undefined): Reading<T> {
  // The text and not Office's own list of values: older runtimes lack members of such lists.
  if (result && String(result.status) === 'succeeded') return { value: result.value };
  return { unread: result && result.error && result.error.code === denied ? 'forbidden' : 'unreachable' };
}
