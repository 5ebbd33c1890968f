import * as z from 'zod';
import { day, domain, text } from './config-fields.ts';

/** `gmailRules:` in `beadle.yaml`: the rules that Gmail itself asks by before a mail leaves. */
export const gmailRules = z
  .strictObject({
    unit: z
      .string()
      .trim()
      .regex(/^\/(?:[^/]+(?:\/[^/]+)*)?$/)
      .default('/')
      .meta({
        title: 'the path of an organisational unit',
        examples: ['/Staff'],
        description: 'The organisational unit of the staff, in which the rules hold.'
      }),
    confidential: z.array(domain).default([]).meta({
      description:
        'Whole domains that no rule looks at and that whoever administers Gmail may read; public bodies and unions are left alone anyhow.'
    })
  })
  .meta({ description: 'What «beadle gmail apply» writes into Google’s rules for Gmail.' });

/** Where what was sent in spite of a warning is looked for. */
export const sentSources = ['rules-log', 'mail-log', 'mailboxes', 'message-trace'] as const;
export type SentSource = (typeof sentSources)[number];

/** `sent:` in `beadle.yaml`: looking, after the fact, at what was sent in spite of a warning. */
export const sent = z
  .strictObject({
    dpia: z
      .strictObject({ date: day, by: text('who made the assessment', 'Data Protection Officer') })
      .meta({ description: 'When the data-protection assessment of this was made, and by whom. Without it nothing is looked at.' }),
    from: z.array(z.enum(sentSources)).min(1, { error: 'needs at least one source: rules-log.' }).default(['rules-log']).meta({
      description: 'Where to look, the first that can be read: rules-log, mail-log and mailboxes of Google, message-trace of Exchange.'
    }),
    tell: z
      .enum(['sender', 'nobody'])
      .default('sender')
      .meta({ description: 'Who gets a quiet note of one message: its sender, or nobody. Never a manager.' })
  })
  .meta({ description: 'Counts what was sent in spite of a warning. Off unless a dated data-protection assessment stands here.' });
