import assert from 'node:assert/strict';
import type { Question } from '../../../bot/understand/question.ts';
import { understand } from '../../../bot/understand/understand.ts';
import * as q from './school.ts';

const { who, have, status, remind, remindOne, changed, excuse, recall, governors, staff, parents, pupils, supply } = q;

/** Written after the reading of questions was done. */
const table: readonly (readonly [typed: string, question: Question | undefined])[] = [
  ['any stragglers among the governors?', who('late', governors)],
  ['which people haven’t done theirs yet', who()],
  ['who are we still waiting on', who()],
  ['names of staff who didnt sign pls', who('not-signed', staff)],
  ['is everyone done', have()],
  ['have all the parents in 4A returned it', have({ ...parents, classes: ['4A'] })],
  ['did the governors all sign off', have(governors)],
  ['how many pupils are left', have(pupils)],
  ['wheres Kit Sample at', status('kit', 'sample')],
  ['Has Gwen P signed', status('gwen', 'p')],
  ['tell me about Ffion Tester', status('ffion', 'tester')],
  ['what’s the situation with teacher seven', status('teacher', 'seven')],
  ['could you give the supply staff a nudge', remind('not-signed', supply)],
  ['pls remnd everybody thats overdue', remind('late')],
  ['drop Kit Sample a reminder', remindOne('kit', 'sample')],
  ['anything happen over the last week?', changed('2026-11-09')],
  ['what’s different since the 3rd of October', changed('2026-10-03')],
  ['who has signed since yesterday', changed('2026-11-21', true)],
  ['i’d like to export the records', q.exporting],
  ['let Ffion off until Easter', { ...excuse(['ffion']), unclear: 'Easter' } as Question],
  ['Ffion Tester is excused until 5 January, paternity leave', excuse(['ffion', 'tester'], '2027-01-05', 'paternity leave')],
  ['excuse Gwen Prawf till the end of March as she broke her leg', excuse(['gwen', 'prawf'], '2027-03-31', 'she broke her leg')],
  ['oops undo that', recall()],
  ['is there anything I need to sign', q.mine],
  ['did anybody look me up', q.lookups],
  ['are the cards still going out', q.progress],
  ['can you help me', q.help],
  ['evening!', q.hello],
  ['pwy sy ar ôl', who()],
  ['pa aelodau o staff sydd heb arwyddo eto', who('not-signed', staff)],
  ['oes yna lywodraethwyr heb lofnodi', who('not-signed', governors)],
  ['a yw pawb wedi cwblhau', have()],
  ['faint o rieni sydd ar ôl', have(parents)],
  ['beth ydy sefyllfa Gwen Prawf', status('gwen', 'prawf')],
  ['ydi Ffion di llofnodi', status('ffion')],
  ['gyrrwch neges at y llywodraethwyr i’w hatgoffa', remind('not-signed', governors)],
  ['unrhyw newyddion ers dydd Iau', changed('2026-11-19')],
  ['hoffwn allforio’r data', q.exporting],
  ['esgusodwch Ffion hyd ddiwedd Ionawr oherwydd llawdriniaeth', excuse(['ffion'], '2027-01-31', 'llawdriniaeth')],
  ['oes gen i rywbeth i’w lofnodi', q.mine]
];

/** Twenty more, written after the words that the forty lacked were added. */
const second: typeof table = [
  ['which of the supply teachers are overdue?', who('late', supply)],
  ['who’s left to sign in 4B', who('not-signed', { classes: ['4B'] })],
  ['have you got everyone’s signatures', have()],
  ['has robin signed the aup', status('robin')],
  ['how’s governor two getting on', status('governor', 'two')],
  ['send all late parents a reminder please', remind('late', parents)],
  ['ping Gwen', remindOne('gwen')],
  ['give me everything that changed since 1st Nov', changed('2026-11-01')],
  ['what’s gone on since tuesday', changed('2026-11-17')],
  ['get me the pdf', q.exporting],
  ['excuse Robin Remington for 3 weeks, bereavement', excuse(['robin', 'remington'], '2026-12-13', 'bereavement')],
  ['cancel Gwen’s excuse', recall('gwen')],
  ['is anyone refusing', who('declined')],
  ['do i owe you a signature', q.mine],
  ['pwy o 4B sydd heb wneud', who('not-signed', { classes: ['4B'] })],
  ['ydy rhieni dosbarth 7C i gyd wedi arwyddo?', have({ ...parents, classes: ['7C'] })],
  ['dwedwch wrtha i beth yw statws Robin', status('robin')],
  ['atgoffwch rieni 4A os gwelwch chi’n dda', remind('not-signed', { ...parents, classes: ['4A'] })],
  ['be sy’n newydd ers ddoe', changed('2026-11-21')],
  ['esgusodwch Gwen Prawf tan yr 2il o Chwefror gan ei bod hi’n absennol', excuse(['gwen', 'prawf'], '2027-02-02', 'absennol')]
];

describe('understand: sixty sentences that it was not made with', () => {
  // The figures of the first try of each list; what was missed was added afterwards.
  for (const [name, sentences, atFirst] of [
    ['the first forty', table, 29],
    ['the second twenty', second, 15]
  ] as const)
    it(`understands of ${name} at least the ${atFirst} that it understood at first`, () => {
      const missed = sentences.filter(([typed, question]) => !same(understand(typed, q.known).question, question));
      assert.ok(sentences.length - missed.length >= atFirst, missed.map(([typed]) => typed).join('\n'));
    });

  it('changes nothing by mistake: what is not meant to remind or excuse is not taken for it', () => {
    for (const [typed, question] of [...table, ...second]) {
      const { question: found } = understand(typed, q.known);
      if (found && ['remind', 'excuse', 'recall'].includes(found.ask)) assert.equal(question?.ask, found.ask, typed);
    }
  });
});

function same(a: unknown, b: unknown): boolean {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
}
