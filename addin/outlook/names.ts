/** The names that the manifests, the script of the events and the pane share. */
export const names = {
  /** What a manifest calls each event, and what `Office.actions.associate` must call it too. */
  events: {
    compose: 'onNewMessageCompose',
    recipients: 'onRecipientsChanged',
    attachments: 'onAttachmentsChanged',
    from: 'onFromChanged',
    send: 'onMessageSend'
  },
  /** The command that opens the pane. */
  pane: 'beadlePane',
  /** The image, among a manifest's resources, beside the bar. */
  icon: 'Icon.16x16',
  /** The one notification bar of ours on a message. */
  bar: 'beadle'
} as const;

/** What the pane is told of the place it is opened from: JSON, read with `getInitializationContextAsync`. */
export interface PaneContext {
  readonly v: 1;
  /** The rule whose finding opened it. */
  readonly rule?: string;
}
