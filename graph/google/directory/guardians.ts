import * as z from 'zod';
import { type DirectoryReader, type DirectoryRow, isMail } from '../../directory.ts';
import type { Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { google } from '../manner.ts';
import { directoryScopes } from '../scopes.ts';
import { addChild } from './accounts.ts';

const guardian = z.object({
  studentId: z.string(),
  guardianProfile: z
    .object({ emailAddress: z.string().optional(), name: z.object({ fullName: z.string().optional() }).optional() })
    .optional(),
  invitedEmailAddress: z.string().optional()
});
const invitation = z.object({ studentId: z.string(), invitedEmailAddress: z.string().optional(), state: z.string().optional() });
const by: Read = { vendor: 'google', rights: [directoryScopes.guardians, directoryScopes.guardianAddresses] };
const everybody = '/v1/userProfiles/-';

/**
 * The guardians of Google Classroom, and those whose invitation waits. An invitation that is complete may have been accepted, refused or have run out: it makes
 * nobody a parent. The address that was invited may be another than that of the account: both are known.
 */
export const guardians: DirectoryReader = {
  ...by,
  source: 'google-guardians',
  wanted: () => true,
  read: async way => {
    const all = google('classroom', 'classroom.googleapis.com', `${everybody}/guardians`, { pageSize: '1000' });
    const links = await readAll(way, by, all, guardian, each => [each]);
    if ('unread' in links) return links;
    const waiting = google('classroom', 'classroom.googleapis.com', `${everybody}/guardianInvitations`, {
      states: 'PENDING',
      pageSize: '1000'
    });
    const invitations = await readAll(way, by, waiting, invitation, each => [each]);
    if ('unread' in invitations) return invitations;
    const parents = new Map<string, DirectoryRow>();
    let doubts = 0;
    for (const { studentId, guardianProfile, invitedEmailAddress } of links.value) {
      const [address, ...others] = mailsIn([guardianProfile?.emailAddress, invitedEmailAddress]);
      const name = guardianProfile?.name?.fullName?.trim();
      if (address === undefined) doubts += 1;
      else addChild(parents, address, studentId, { others, ...(name ? { name } : {}) });
    }
    for (const { studentId, invitedEmailAddress, state } of invitations.value) {
      const [address] = mailsIn([invitedEmailAddress]);
      if (state !== 'PENDING') continue;
      if (address === undefined) doubts += 1;
      else addChild(parents, address, studentId);
    }
    return { rows: [...parents.values()], doubts };
  }
};

function mailsIn(written: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(written.map(each => each?.trim().toLowerCase()).filter(isMail))];
}
