/** The readable text of an HTML body. */
export function textOf(html: string): string {
  return html.replace(/<[^>]{0,2000}>/g, ' ');
}
