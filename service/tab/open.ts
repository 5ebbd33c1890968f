import { basename, join } from 'node:path';
import type { Router } from 'express';
import type { IncidentDesk } from '../../core/incidents/desk.ts';
import type { Desk } from '../../core/policies/desk.ts';
import type { Auditing } from '../auditing.ts';
import { inUseAt } from '../in-use.ts';
import type { Post } from '../post.ts';
import { ownOfTeams } from '../registration.ts';
import { journalIn } from '../store/journal.ts';
import { tabRoutes } from '../routes/tab.ts';
import type { Signatures } from '../signatures.ts';
import { auditStateOf, revisionOf, tabSittingsOf } from '../store/tab.ts';
import { accessTokens, tabPurpose, type Tokens } from '../tokens.ts';
import { schoolSettings } from './settings.ts';
import { sittingsOf, type Sittings } from './sittings.ts';
import type { Tab } from './tab.ts';

/** What the tab is opened on. */
interface Parts {
  readonly signatures: Signatures;
  /** The desk as the pages use it. */
  readonly desk: Desk;
  readonly incidents?: IncidentDesk;
  readonly auditing?: Auditing;
  readonly runAudit?: () => Promise<void>;
  readonly post: Pick<Post, 'send'>;
  readonly sources?: Tab['sources'];
  /** Where the issuer’s public keys are, if not at Microsoft. */
  readonly keysAt?: string;
  readonly readOnly?: boolean;
}

/** Who sits at the tab of a school. */
export function schoolSittings({ database, id, now }: Pick<Signatures, 'database' | 'id' | 'now'>): Sittings {
  return sittingsOf(tabSittingsOf(database.db, id), now);
}

/** Opens the tab of a school. */
export function openTab({ signatures, desk, incidents, auditing, runAudit, post, sources = {}, keysAt, readOnly = false }: Parts): Tab {
  const { database, id, links, origin, folder, now } = signatures;
  const { file } = signatures.school;
  // Where the service was started counts no longer.
  const school = { ...signatures.school, ...(file === undefined ? {} : { file: join(folder, basename(file)) }) };
  const tokens = tokensOf(signatures, keysAt);
  const mail = journalIn(join(folder, 'data'));
  return {
    school,
    cwd: folder,
    desk,
    ...(incidents && { incidents }),
    ...(auditing && { auditing }),
    ...(runAudit && auditing && { runAudit }),
    auditState: async () => (await auditStateOf(database.db, id)).state,
    sittings: schoolSittings({ database, id, now }),
    settings: schoolSettings(signatures),
    links,
    post,
    origin,
    ...(tokens && { tokens }),
    inUse: () => inUseAt(signatures),
    sources,
    revision: async () =>
      [
        await revisionOf(database.db, id),
        (await auditStateOf(database.db, id)).mark,
        await mail.size(name => /^(?:records|sent)-/.test(name)),
        await sources.approvals?.revision?.(),
        await sources.registers?.revision?.()
      ].join(' '),
    support: school.config.audit?.support ?? [],
    readOnly
  };
}

/** The same as routes. */
export function tabOn(built: string, parts: Parts, log: (line: string) => void): Router {
  return tabRoutes(built, openTab(parts), log);
}

/** Reads what Teams says of who opened the tab, where the school is registered for it. */
function tokensOf(
  { school: { config }, origin, now }: Pick<Signatures, 'school' | 'origin' | 'now'>,
  keysAt: string | undefined
): Tokens | undefined {
  const { outlook, bot } = config;
  const clientId = ownOfTeams(config) ?? bot?.appId;
  const tenants = outlook?.tenants ?? (bot?.tenantId === undefined ? [] : [bot.tenantId]);
  if (clientId === undefined || tenants.length === 0) return undefined;
  const resource = `api://${new URL(bot?.origin ?? outlook?.origin ?? origin).host}/${clientId}`;
  return accessTokens({ clientId, tenants, now, purpose: tabPurpose(resource), ...(keysAt === undefined ? {} : { keysAt }) });
}
