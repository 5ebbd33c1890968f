import type { Host } from './outlook/frames.ts';

// In a frame of the add-in this script stands where the vendor’s own stands elsewhere. The window above is the mail program.
const { ahead } = (window.parent as Window & { readonly pretendOutlook: Host }).pretendOutlook.enter(window);
const Real = Date;

/** The clock of the invented school: an add-in judges a mail by the hour at which it leaves. */
class Moved extends Real {
  constructor(...given: readonly [] | ConstructorParameters<DateConstructor>) {
    if (given.length === 0) super(Real.now() + ahead());
    else super(...(given as [number]));
  }

  static override now(): number {
    return Real.now() + ahead();
  }
}

window.Date = Moved as DateConstructor;
