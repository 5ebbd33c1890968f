/** The names that the script of the events shares with the manifests and the pane. */
export const names = {
  /** The command that opens the pane. */
  pane: 'beadlePane',
  /** The image, among a manifest's resources, beside the bar. */
  icon: 'Icon.16x16',
  /** The one notification bar of ours on a message. */
  bar: 'beadle',
  /** The header that a mail-flow rule of the school can match; it holds the verdict's action. */
  header: 'X-Beadle',
  /** Before the time of a record that is kept with the message. */
  record: 'beadle.record '
} as const;

/** What the pane is told of the place it is opened from: JSON, read with `getInitializationContextAsync`. */
export interface PaneContext {
  readonly v: 1;
  /** The rule whose finding opened it. */
  readonly rule?: string;
}
