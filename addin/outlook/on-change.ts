/** For now: says nothing. */
export function onChange(_office: typeof Office): (event: Office.MailboxEvent) => void {
  return event => event.completed();
}
