import type { Demonstration, Draft, PersonaId, Place, StepId } from './api.ts';

/** What the places of the page share: what is known, and what leads on. */
export interface Tour {
  /** What the service said last. */
  readonly state: () => Demonstration;
  /** Goes to a place. */
  readonly go: (place: Place) => void;
  /** Looks through somebody else’s eyes from now on; kept once the service knows. */
  readonly become: (persona: PersonaId) => Promise<void>;
  /** Moves the clock and says what that brought. */
  readonly move: (goal: { readonly days: number } | { readonly to: string }) => Promise<void>;
  /** Tells the service that something was looked at which only the page can know of. */
  readonly seen: (step: StepId) => void;
  /** What a step of the path put ready for a place to begin with: taken once. */
  readonly ready: { draft?: Draft; words?: string };
}

/** A place of the page. It stays as it is while another is shown, and is made anew for another persona or language. */
export interface View {
  readonly root: HTMLElement;
  /** The service said something new, or the place is shown again. */
  readonly update: () => void;
  /** It is taken away for good: frames and what waits end here. */
  readonly gone?: () => void;
}
