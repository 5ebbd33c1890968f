/**
 * A text of the tenant’s own as it may be shown anywhere: what moves a cursor, turns the direction of writing or cannot be seen becomes a blank. A device’s
 * name can be anything.
 */
export function tame(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/g, ' ');
}

/** Whether a link may be followed: to a page, and to nothing else. */
export function isPage(url: string): boolean {
  return /^https?:\/\/[^\s"'<>\\]+$/i.test(url);
}
