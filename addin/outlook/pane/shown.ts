/** Puts `children` into `root` where they read differently from what was put there before, so that nothing moves under the reader. */
export function shown(root: HTMLElement, look: unknown, children: () => readonly (Node | string)[]): void {
  const now = JSON.stringify(look);
  if (root.dataset['look'] === now) return;
  root.dataset['look'] = now;
  root.replaceChildren(...children());
}
