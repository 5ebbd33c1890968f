import { about, kinds } from '../../core/approvals/kinds.ts';
import { defaultHolders } from '../../core/approvals/routing.ts';
import { defaultHours } from '../../core/incidents/hours.ts';
import { defaultRoutes } from '../../core/incidents/routing.ts';
import type { ApprovalParts } from '../../service/approvals.ts';
import type { IncidentParts } from '../../service/incidents.ts';
import { peopleOf } from '../../service/store/people.ts';
import { offsetsOf } from '../../service/time-zone.ts';

type Placed = Pick<IncidentParts, 'db' | 'school' | 'sealing'>;

const offsets = offsetsOf('Europe/London', Date.parse('2020-01-01'), Date.parse('2035-01-01'));
const everyDay = (): boolean => true;
const byMail = (): 'mail' => 'mail';

/** What the reports of one of several schools on one database work with, beside the service that serves them. */
export function incidentPartsOf({ db, school, sealing }: Placed): IncidentParts {
  return {
    db,
    school,
    people: peopleOf(db, school).all,
    channelOf: byMail,
    cover: () => ({ routes: defaultRoutes, deputies: {}, away: [] }),
    hours: defaultHours,
    isSchoolDay: everyDay,
    offsets,
    now: () => new Date(),
    sealing,
    lead: { en: 'the safeguarding lead', cy: 'y person diogelu' },
    outside: { en: 'the local authority', cy: 'yr awdurdod lleol' }
  };
}

/** What its approvals work with, likewise. */
export function approvalPartsOf({ db, school, sealing }: Placed): ApprovalParts {
  return {
    db,
    school,
    people: peopleOf(db, school).all,
    channelOf: byMail,
    cover: () => ({ holders: defaultHolders, delegates: {}, away: [] }),
    kinds,
    deciders: kind => about[kind].deciders,
    days: 5,
    lasts: 7,
    clock: { isSchoolDay: everyDay, offsets, hours: { from: '00:00', until: '23:59' } },
    now: () => new Date(),
    sealing
  };
}
