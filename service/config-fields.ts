import * as z from 'zod';
import { domainOf, normalAddress } from '../core/mail/address.ts';
import { nearest } from './nearest.ts';

/** A text that is not empty. `title` and `example` say in errors what it is. */
export function text(title: string, example: string) {
  return z
    .string()
    .trim()
    .min(1)
    .meta({ title, examples: [example] });
}

/** Mail addresses in the form in which they are compared; none by default. */
export function addresses(description: string) {
  return z.array(address).default([]).meta({ description });
}

/** One mail address. */
export const address = z
  .string()
  .refine(isAddress)
  .meta({ title: 'an address', examples: ['head@school.example'] })
  .transform(normalAddress);

/** A whole mail domain. */
export const domain = z
  .string()
  .refine(written => !written.includes('@') && isDomain(bareDomain(written)))
  .meta({ title: 'a domain without @', examples: ['school.example'] })
  .transform(bareDomain);

/** Where something is reached by HTTPS, without a path. */
export const origin = z
  .string()
  .refine(isOrigin)
  .meta({ title: 'an https address without a path', examples: ['https://beadle.school.example'] })
  .transform(written => new URL(written.trim()).origin);

/** The address of a service, with or without TLS. */
export const url = z.url({ protocol: /^https?$/ }).meta({ title: 'an address', examples: ['https://stamps.example/tsr'] });

/** An id of Microsoft Entra. */
export const guid = z
  .string()
  .trim()
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  .meta({ title: 'an id', examples: ['01234567-89ab-cdef-0123-456789abcdef'] })
  .transform(written => written.toLowerCase());

/** A time of day: `08:30`. */
export const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ title: 'a time', examples: ['08:30'] });

/** A date: `2026-09-01`. */
export const day = z
  .string()
  .refine(isDay)
  .meta({ title: 'a date', examples: ['2026-09-01'] });

/** A time zone by its name. */
export const timezone = z
  .string()
  .refine(isZone, {
    error: ({ input }) => {
      const near = nearest(String(input), Intl.supportedValuesOf('timeZone'));
      return `is no time zone that is known.${near ? ` Did you mean «${near}»?` : ' Expected a name such as Europe/London.'}`;
    }
  })
  .meta({ title: 'a time zone', examples: ['Europe/London'] });

/** Whether this is one whole address: something, one `@`, a domain; no space and no brackets. */
export function isAddress(written: string): boolean {
  const at = written.trim().lastIndexOf('@');
  return at > 0 && written.length <= 320 && !/[\s<>,;]/.test(written.trim()) && isDomain(bareDomain(written.trim().slice(at + 1)));
}

function bareDomain(written: string): string {
  return domainOf(normalAddress(`x@${written}`));
}

function isDomain(written: string): boolean {
  return written.length <= 253 && written.includes('.') && written.split('.').every(label => /^[^\s@<>,;:"/\\()[\]]{1,63}$/.test(label));
}

function isOrigin(written: string): boolean {
  const bare = written.trim().replace(/\/$/, '');
  return /^https:\/\/[^\s/?#@\\]+$/i.test(bare) && URL.canParse(bare);
}

function isDay(written: string): boolean {
  const moment = /^\d{4}-\d\d-\d\d$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : NaN;
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(written);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
