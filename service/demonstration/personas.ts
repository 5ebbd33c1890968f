import type { PersonaId } from '../../addin/demonstration/api.ts';
import { type Invented, people } from './people.ts';

const names: { readonly [P in PersonaId]: string } = {
  teacher: 'Teacher Seven',
  head: 'Headteacher',
  coordinator: 'Safety Coordinator',
  chair: 'Chair of Governors',
  parent: 'Parent 7',
  it: 'IT Technician'
};

/** Somebody through whose eyes one can look. */
export type Eyes = Invented & { readonly id: PersonaId };

/** Those through whose eyes one can look, in the order of the page. */
export const personas: readonly Eyes[] = (Object.keys(names) as PersonaId[]).map(id => ({
  ...people.find(({ name }) => name === names[id])!,
  id
}));

export function personaOf(id: string): Eyes | undefined {
  return personas.find(each => each.id === id);
}

/** The chat of somebody with the bot. */
export function conversationOf(entraId: string): string {
  return `a:${entraId}`;
}
