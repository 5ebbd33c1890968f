import type { MailRule } from '../../../core/tenant/snapshot.ts';
import { part, type Read } from '../../part.ts';
import { scopes } from '../scopes.ts';
import { settingsOf } from '../settings.ts';

const by: Read = { vendor: 'google', rights: [scopes.policies, scopes.units] };
const said = {
  forwarding: ['gmail.auto_forwarding', 'enableAutoForwarding'],
  delegation: ['gmail.mail_delegation', 'enableMailDelegation'],
  pop: ['gmail.pop_access', 'enablePopAccess'],
  imap: ['gmail.imap_access', 'enableImapAccess'],
  servers: ['gmail.per_user_outbound_gateway', 'allowUsersToUseExternalSmtpServers']
} as const;

/** What people may do with their mail by themselves, by organisational unit. Where nobody decided, Google lets mail be forwarded. */
export function mailRules(customer: string) {
  return part({
    ...by,
    part: 'mailRules',
    read: async way => {
      const read = await settingsOf(
        way,
        by,
        customer,
        Object.values(said).map(([type]) => type)
      );
      if ('unread' in read) return read;
      const places = [...new Set(Object.values(read.value).flatMap(all => all.map(({ place }) => place)))];
      return {
        value: places.map((place): MailRule => {
          const of = ([type, name]: (typeof said)[keyof typeof said]): boolean | undefined => {
            const all = read.value[type]!;
            const value = (all.find(each => each.place === place) ?? all.find(each => each.place === '/'))?.value[name];
            return typeof value === 'boolean' ? value : undefined;
          };
          const [delegation, pop, imap, servers] = [of(said.delegation), of(said.pop), of(said.imap), of(said.servers)];
          return {
            place,
            forwarding: of(said.forwarding) ?? true,
            ...(delegation === undefined ? {} : { delegation }),
            ...(pop === undefined && imap === undefined ? {} : { popOrImap: pop === true || imap === true }),
            ...(servers === undefined ? {} : { ownServers: servers }),
            byDefault: Object.values(said).every(([type]) => read.value[type]!.find(each => each.place === place)?.byDefault ?? true)
          };
        })
      };
    }
  });
}
