/** What is used of an event: that Outlook is told when we are done with it. */
export interface Open<Options> {
  completed(options: Options): void;
}

/** Completes an event the first time it is called, and never again. Never throws: whom would it tell? */
export function once<Options>(event: Open<Options>): (options: Options) => void {
  let open = true;
  return options => {
    if (!open) return;
    open = false;
    try {
      event.completed(options);
    } catch {
      // Outlook closed the event itself, after a time of its own.
    }
  };
}
