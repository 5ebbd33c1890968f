import assert from 'node:assert/strict';
import { mailCarrier } from '../../service/mail-carrier.ts';
import { linksIn } from '../../service/links.ts';
import type { Sending } from '../../service/outbox.ts';
import type { Mail } from '../../service/post.ts';
import { reportJobs } from '../../service/reporting.ts';
import { readConfig } from '../../service/config.ts';
import { exampleConfig } from '../../service/example.ts';
import { routesOf, spokenTo } from '../../service/config-incidents.ts';
import { everyWeek } from '../support/desk.ts';
import { school } from '../support/database.ts';
import { exampleReport, freshIncidents, type TestIncidents } from '../support/incidents.ts';

const config = (more = '') => readConfig(`${exampleConfig()}\n${more}`, 'beadle.yaml').value;

describe('reports, as beadle.yaml says', () => {
  it('take the usual routes where it says nothing, and its own where it does', () => {
    const { incidents } = config('incidents: { routes: { virus: { to: [line-manager] } }, lead: { en: Ms Example } }');
    assert.ok(incidents);
    const routes = routesOf(incidents);
    assert.deepEqual(routes.virus, { to: ['line-manager'], also: [] });
    assert.deepEqual(routes.misuse, { to: ['head', 'chair'], also: [] });
    assert.deepEqual(spokenTo(incidents).lead, { en: 'Ms Example', cy: 'Ms Example' });
    assert.match(spokenTo(incidents).outside.cy, /awdurdod lleol/);
    assert.equal(incidents.retention, 6);
  });

  for (const [says, written, wrong] of [
    ['a category that is none', 'incidents: { routes: { viruses: { to: [head] } } }', /viruses/],
    ['a post that is none', 'incidents: { routes: { virus: { to: [caretaker] } } }', /caretaker/],
    ['a route to nobody', 'incidents: { routes: { virus: { to: [] } } }', /at least one post/],
    ['a deputy without an address', 'incidents: { deputies: { head: [somebody] } }', /address/],
    ['an absence without an end', 'incidents: { away: [{ who: head@school.example, from: 2026-11-20 }] }', /until/],
    ['a retention of no time', 'incidents: { retention: 0 }', /retention/]
  ] as const) {
    it(`are refused ${says}, in plain words`, () => assert.throws(() => config(written), wrong));
  }
});

describe('the mail that tells of an item', () => {
  let at: TestIncidents;
  const mails: Mail[] = [];
  before(async () => {
    at = await freshIncidents();
  });

  it('says nothing of it, in both languages, and leads to the page to report', async () => {
    await at.incidents.report(exampleReport({ category: 'misuse', what: 'weasel', aboutRoles: ['head'] }), at.ids['teacher']!, 'form');
    const [item] = await at.incidents.waiting(at.ids['chair']!);
    const carrier = mailCarrier({
      desk: at.desk,
      links: linksIn(at.database.db, school, () => new Date(at.clock.at)),
      key: at.key,
      days: everyWeek,
      school: { config: config(), file: undefined, policy: { rules: {} } } as never,
      origin: 'https://beadle.school.example',
      now: () => new Date(at.clock.at),
      post: { send: mail => Promise.resolve(void mails.push(mail)) }
    });
    const sending: Sending = {
      id: 'x',
      person: at.ids['chair']!,
      purpose: 'notice',
      channel: 'mail',
      step: '',
      payload: { item: item!.id },
      attempt: 1,
      until: Infinity
    };
    assert.deepEqual(await carrier.send(sending), { kind: 'sent' });
    const { subject, text, html } = mails[0]!;
    assert.match(subject, /mae gennych eitem gyfrinachol/);
    assert.match(text, /https:\/\/beadle\.school\.example\/report#[A-Za-z0-9_-]{43}/);
    assert.match(text, /You have a confidential item/);
    for (const part of [subject, text, html ?? '']) {
      assert.doesNotMatch(part, /weasel|misuse|rules|Seven|Leading|headteacher/i);
      assert.ok(!part.includes(item!.reference) && !part.includes(item!.id));
    }
  });
});

describe('what is done with reports by itself', () => {
  it('says in numbers what was done, and does nothing while everything is held', async () => {
    const { database } = await freshIncidents();
    const done: unknown[] = [];
    const [job] = reportJobs(
      { school: { config: config() } as never, database, id: school },
      { rerouted: () => Promise.resolve(2), erase: (years, held) => Promise.resolve(done.push([years, [...held]])) }
    );
    assert.equal(await job!.run(() => Promise.resolve()), 'Reports: 2 found somebody new, 1 were taken away at the end of their time.');
    assert.deepEqual(done, [[6, []]]);
    await database.db.insertInto('hold').values({ school, person: null, because: 'an inquiry', created_by: 'head' }).execute();
    assert.equal(await job!.run(() => Promise.resolve()), 'Reports: 2 found somebody new, 0 were taken away at the end of their time.');
    assert.equal(done.length, 1);
  });
});
