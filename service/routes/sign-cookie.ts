import type { Request, RequestHandler, Response } from 'express';
import type { Person } from '../../core/policies/person.ts';
import { type Level, type Sitting, sitsFor } from '../links.ts';
import type { SignPages } from '../sign.ts';
import { signProblem } from './sign-words.ts';

/** A sitting whose person is known. */
export interface Seated {
  readonly person: Person;
  readonly sitting: Sitting;
  readonly secret: string;
}

const places = { sign: { name: 'beadle-sign', path: '/sign' }, kiosk: { name: 'beadle-kiosk', path: '/kiosk' } } as const;

/** Lets a browser keep the secret of a sitting: scripts cannot read it, and other sites cannot make the browser send it. */
export function keep(response: Response, { origin }: Pick<SignPages, 'origin'>, level: Level, secret: string): void {
  const { name, path } = places[level === 'kiosk' ? 'kiosk' : 'sign'];
  response.cookie(name, secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure: origin.startsWith('https:'),
    path,
    maxAge: sitsFor[level]
  });
}

/** Makes a browser forget it. */
export function forget(response: Response, { origin }: Pick<SignPages, 'origin'>): void {
  const { name, path } = places.sign;
  response.clearCookie(name, { httpOnly: true, sameSite: 'strict', secure: origin.startsWith('https:'), path });
}

/** The secret that a browser kept. */
export function kept(request: Request, place: keyof typeof places): string {
  const { name } = places[place];
  for (const pair of (request.get('Cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return '';
}

/**
 * Lets through only who sits and is still known to the school; `level` sign: only whoever may sign. Where a teacher handed the device to a class, nothing of
 * the teacher's own is reached with it: only what asks for the level `class`.
 */
export function seated(pages: SignPages, level: 'read' | 'sign' | 'class'): RequestHandler {
  return async (request, response, next) => {
    const secret = kept(request, 'sign');
    const sitting = await pages.links.sitting(secret);
    const person = sitting?.person === undefined ? undefined : await pages.desk.person(sitting.person);
    if (!sitting || !person || (sitting.channel === 'class' && level !== 'class')) return signProblem(request, response, 401, 'nobody');
    if (level !== 'read' && sitting.level !== 'sign') return signProblem(request, response, 403, 'read-only');
    response.locals['seated'] = { person, sitting, secret } satisfies Seated;
    next();
  };
}

/** Who was let through. */
export function seatedIn(response: Response): Seated {
  return response.locals['seated'] as Seated;
}
