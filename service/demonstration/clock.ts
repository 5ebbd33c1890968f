/** The clock of the demonstration: the real one and an offset; while the past or a leap is gone through it stands at one moment after another. */
export interface MovedClock {
  readonly now: () => Date;
  /** Milliseconds by which it is ahead of the real one. */
  readonly offset: () => number;
  /** Stands still at a moment until it is set again or let go. */
  readonly stand: (at: Date) => void;
  /** Goes on from a moment. */
  readonly goOn: (from: Date) => void;
}

/** A clock that begins with an offset (milliseconds). `real` is the clock of this machine. */
export function movedClock(real: () => Date, offset: number): MovedClock {
  let ahead = offset;
  let standing: Date | undefined;
  return {
    now: () => new Date(standing?.getTime() ?? real().getTime() + ahead),
    offset: () => ahead,
    stand: at => void (standing = at),
    goOn: from => {
      ahead = from.getTime() - real().getTime();
      standing = undefined;
    }
  };
}
