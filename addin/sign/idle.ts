import { button, el } from '../dom.ts';
import { say, tell } from './speak.ts';

const second = 1000;

/**
 * A screen that many people use goes back by itself: after a while without a touch, sooner after a receipt. It says so before, so that nobody is cut
 * off while they read.
 */
export function goesBack(back: () => void, seconds = { reading: 120, receipt: 30, warning: 20 }): { readonly soon: () => void } {
  let left = seconds.reading;
  let bar: HTMLElement | undefined;
  const touched = (): void => {
    left = Math.max(left, seconds.reading);
    bar?.remove();
    bar = undefined;
  };
  for (const event of ['pointerdown', 'keydown', 'wheel', 'touchmove']) addEventListener(event, touched, { passive: true });
  setInterval(() => {
    left -= 1;
    if (left <= 0) return back();
    if (left > seconds.warning) return;
    const sentence = say('idle', { seconds: left });
    if (!bar) {
      bar = el(
        'aside',
        { class: 'idle', 'aria-label': say('stay') },
        el('p', {}, sentence),
        button(say('stay'), { class: 'main' }, touched)
      );
      document.body.append(bar);
      // It is told once; the seconds that follow are for the eye.
      tell(sentence);
    } else bar.querySelector('p')!.textContent = sentence;
  }, second);
  return { soon: () => void (left = Math.min(left, seconds.receipt)) };
}
