/** A text in lower case, with one blank between words and at both ends; of signs nothing is left but `£`. Phrases are looked for as ` phrase `. */
export function plainOf(text: string): string {
  return ` ${text.toLowerCase().replace(/[^a-z0-9£âêîôûŵŷáéíóúàèìòùäëïöü]+/g, ' ')} `;
}
