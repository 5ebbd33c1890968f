import type { Text } from '../../core/locale.ts';

/** A question as the page shows it. */
export interface Shown {
  readonly id: string;
  readonly kind: 'text' | 'list' | 'one' | 'some' | 'secret';
  readonly ask: Text;
  readonly hint?: Text;
  readonly options?: readonly { readonly id: string; readonly says: Text }[];
  readonly answer: string;
  readonly optional: boolean;
  /** Of a secret: whether there is one already. */
  readonly kept: boolean;
  readonly wrong?: Text;
}

/** `POST /setup/api/questions`: everything that is asked after these answers, in steps. */
export interface Questions {
  readonly steps: readonly { readonly id: string; readonly title: Text; readonly questions: readonly Shown[] }[];
}

/** `POST /setup/api/preview`: what these answers would write, and which rights they need. */
export interface Preview {
  readonly difference: readonly string[];
  /** The names of secrets that would be written. */
  readonly secrets: readonly string[];
  /** Whether anything would change. */
  readonly changes: boolean;
  readonly rights: readonly { readonly feature: Text; readonly right: string }[];
  readonly granting: readonly { readonly says: Text; readonly lines: readonly string[] }[];
}

/** `POST /setup/api/try`: each right as the vendor says it is. */
export interface Tried {
  readonly rights: readonly {
    readonly feature: Text;
    readonly right: string;
    readonly standing: 'there' | 'missing' | 'untried';
    readonly why?: Text;
    readonly todo?: Text;
  }[];
}

/** `POST /setup/api/write`: what was written. */
export interface Wrote {
  readonly files: readonly string[];
  readonly copy?: string;
}

/** What any of them answers instead where it cannot. */
export interface Problem {
  readonly problem: Text;
}
