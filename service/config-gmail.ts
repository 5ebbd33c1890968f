import * as z from 'zod';
import { domain, origin } from './config-fields.ts';

const endpoint = z
  .string()
  .trim()
  .refine(written => URL.canParse(written) && new URL(written).protocol === 'https:')
  .meta({ title: 'an https address', examples: ['https://beadle.school.example/gmail/compose'] });

/** `gmail:` in `beadle.yaml`: the add-on for Gmail. */
export const gmail = z
  .strictObject({
    origin: origin.meta({ description: 'Where «beadle serve» is reached from outside, by HTTPS.' }),
    project: z.preprocess(
      written => (typeof written === 'number' ? String(written) : written),
      z
        .string()
        .regex(/^\d{6,20}$/)
        .meta({
          title: 'the number of a Google Cloud project',
          examples: ['123456789012'],
          description: 'The number (not the name) of the school’s own project in Google Cloud.'
        })
    ),
    clientId: z
      .string()
      .trim()
      .regex(/^[\w.-]{1,200}\.apps\.googleusercontent\.com$/)
      .meta({ title: 'an OAuth client id', examples: ['123456789012-abc.apps.googleusercontent.com'] })
      .meta({ description: 'The OAuth client id of the add-on: «gcloud workspace-add-ons get-authorization» prints it.' }),
    serviceAccount: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9.-]+@[a-z0-9.-]+\.iam\.gserviceaccount\.com$/)
      .optional()
      .meta({
        title: 'the address of a service account',
        examples: ['service-123456789012@gcp-sa-gsuiteaddons.iam.gserviceaccount.com'],
        description: 'In whose name Google asks; by default the one that Google makes for the project.'
      }),
    audience: z
      .array(endpoint)
      .default([])
      .meta({ description: 'Addresses for which Google’s tokens may be made besides the one that is asked; needed behind some proxies.' }),
    domains: z
      .array(domain)
      .default([])
      .meta({ description: 'The Workspace domains whose people may ask; the school’s own domains where it is empty.' })
  })
  .meta({ description: 'The add-on for Gmail. It shows a card while a mail is written; it cannot hold one back.' });

/** The service account in whose name Google asks the endpoints of an add-on of this project. */
export function addOnAccount({
  project,
  serviceAccount
}: {
  readonly project: string;
  readonly serviceAccount?: string | undefined;
}): string {
  return serviceAccount ?? `service-${project}@gcp-sa-gsuiteaddons.iam.gserviceaccount.com`;
}
