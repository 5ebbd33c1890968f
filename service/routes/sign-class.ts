import { type RequestHandler, type Response, Router } from 'express';
import * as z from 'zod';
import { locales } from '../../core/locale.ts';
import type { Matter } from '../../core/policies/entry.ts';
import type { Person } from '../../core/policies/person.ts';
import { shownIn } from '../../core/policies/signed-text.ts';
import type { Wanted } from '../../core/policies/standing.ts';
import type { Version } from '../../core/policies/version.ts';
import { sentenceFor } from '../../bot/actions/shapes.ts';
import type { SignPages } from '../sign.ts';
import { problem } from './problem.ts';
import { keep, seated, seatedIn } from './sign-cookie.ts';
import { sent } from './sign-guard.ts';
import { textLanguage } from './sign-text.ts';
import { localeOf, signProblem } from './sign-words.ts';

const turn = z.strictObject({ pupil: z.string().min(1).max(100), policy: z.string().min(1).max(100), language: z.enum(locales) });
const agrees = turn.extend({ agreed: z.boolean() });

/** A pupil of the class, and one text that they are asked to sign. */
interface Pupil {
  readonly person: Person;
  readonly wanted: readonly Wanted[];
}

/**
 * A class that signs one after the other with its teacher, who proved who they are. Of a pupil the name, the class and the day are recorded, and who stood
 * by; the text is opened for each when it is their turn.
 */
export function classRoutes({ desk, ...pages }: SignPages): Router {
  const routes = Router();
  const teacher: readonly RequestHandler[] = [seated({ desk, ...pages }, 'class'), teaching, begun];

  async function pupilsOf({ class: name }: Person): Promise<readonly Pupil[]> {
    const pupils = (await desk.people()).filter(each => each.class === name && each.roles.includes('pupil'));
    return Promise.all(pupils.map(async person => ({ person, wanted: await desk.wanted(person.id) })));
  }

  /** The pupil of this teacher's class, and the version that they are asked to sign. */
  async function wantedOf(
    response: Response,
    id: string,
    policy: string
  ): Promise<{ readonly pupil: Person; readonly wanted: Wanted; readonly version: Version } | undefined> {
    const found = (await pupilsOf(seatedIn(response).person)).find(({ person }) => person.id === id);
    const wanted = found?.wanted.find(each => each.policy === policy && !['signed', 'excused', 'left'].includes(each.standing));
    const version = (await desk.versions()).find(each => each.policy === policy);
    return found && wanted && version && { pupil: found.person, wanted, version };
  }

  // From here on the device is the class's: with what it holds nobody signs as the teacher, or sees what is theirs.
  routes.post('/sign/api/class/begin', seated({ desk, ...pages }, 'sign'), teaching, async (_request, response) => {
    const { person, secret, sitting } = seatedIn(response);
    await pages.links.rise(secret);
    keep(response, pages, 'sign', await pages.links.sit({ ...sitting, person: person.id, channel: 'class' }));
    response.json({});
  });

  routes.get('/sign/api/class', ...teacher, async (request, response) => {
    const pupils = await pupilsOf(seatedIn(response).person);
    const locale = localeOf(request);
    const asked = new Set(pupils.flatMap(({ wanted }) => wanted.map(({ policy }) => policy)));
    const versions = (await desk.versions()).filter(({ policy }) => asked.has(policy));
    if (versions.length === 0) return signProblem(request, response, 404, 'no-class');
    response.json({
      school: desk.school.name,
      class: seatedIn(response).person.class,
      texts: versions.map(version => ({
        ...shownIn(textLanguage(locale, version), version),
        policy: version.policy,
        languages: version.languages,
        language: textLanguage(locale, version)
      })),
      pupils: pupils
        .map(({ person, wanted }) => ({
          id: person.id,
          name: person.name,
          open: wanted.filter(({ standing }) => !['signed', 'excused', 'left'].includes(standing)).map(({ policy }) => policy)
        }))
        .sort((a, b) => a.name.localeCompare(b.name, locale))
    });
  });

  routes.post('/sign/api/class/open', ...teacher, async (request, response) => {
    const given = sent(turn, request, response);
    if (!given) return;
    const found = await wantedOf(response, given.pupil, given.policy);
    if (!found) return signProblem(request, response, 404, 'not-yours');
    const language = textLanguage(given.language, found.version);
    const opened = await desk.open({ person: found.pupil.id, policy: given.policy }, language, 'class');
    if ('refused' in opened) return problem(response, 409, sentenceFor(opened.refused, localeOf(request)), { reason: opened.refused });
    const audience = desk.audiences.find(({ id }) => id === found.wanted.audience);
    response.json({ ...shownIn(language, opened.done), language, consent: audience?.consent[language] ?? '' });
  });

  routes.post('/sign/api/class/sign', ...teacher, async (request, response) => {
    const given = sent(agrees, request, response);
    if (!given) return;
    const found = await wantedOf(response, given.pupil, given.policy);
    if (!found) return signProblem(request, response, 404, 'not-yours');
    const { pupil, version } = found;
    const matter: Matter = { person: pupil.id, policy: given.policy };
    const taken = await desk.sign({
      matter,
      major: version.major,
      typedName: pupil.name,
      fields: pupil.class === undefined ? {} : { class: pupil.class },
      agreed: given.agreed,
      language: textLanguage(given.language, version),
      channel: 'class',
      assurance: 'present',
      countersigner: seatedIn(response).person.id
    });
    if ('refused' in taken) return problem(response, 409, sentenceFor(taken.refused, localeOf(request)), { reason: taken.refused });
    response.json({});
  });

  return routes;
}

/** A teacher is somebody of the school's own with a class, who proved their address: presence at a kiosk is not enough. */
const teaching: RequestHandler = (request, response, next) => {
  const { person, sitting } = seatedIn(response);
  const ours = person.roles.some(role => role === 'staff' || role === 'head' || role === 'supply');
  if (!ours || person.class === undefined || sitting.assurance !== 'code') return signProblem(request, response, 403, 'no-class');
  next();
};

const begun: RequestHandler = (request, response, next) => {
  if (seatedIn(response).sitting.channel !== 'class') return signProblem(request, response, 403, 'class-not-begun');
  next();
};
