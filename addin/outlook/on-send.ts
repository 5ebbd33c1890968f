/** For now: lets everything go. */
export function onSend(_office: typeof Office): (event: Office.MailboxEvent) => void {
  return event => event.completed({ allowEvent: true });
}
