import { button, el } from '../dom.ts';
import { saying } from './field.ts';
import { say } from './speak.ts';

/** What one may do with receipts: print what stands on the page, and keep each as a file that proves itself. */
export function receiptButtons(receipts: readonly string[]): HTMLElement {
  return el(
    'div',
    { class: 'receipts' },
    el(
      'div',
      { class: 'beside' },
      saying('print', { class: 'quiet' }, () => window.print()),
      ...receipts.map(text => {
        const index = indexIn(text);
        const words = receipts.length > 1 && index !== '' ? say('downloadFor', { index }) : say('download');
        return button(words, { class: 'quiet' }, () => save(`receipt-${index || 'beadle'}.json`, text));
      })
    )
  );
}

function indexIn(text: string): string {
  return /"index":\s*(\d+)/.exec(text)?.[1] ?? '';
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
