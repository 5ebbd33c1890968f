import { fill } from '../../locale.ts';
import type { Section } from '../report.ts';

const words = {
  // What may be about the head is not counted, and it is not said here that there is such a thing.
  incidents: {
    en: 'Reported this school year: {open} open, {closed} closed; the 72 hours run for {clocks}.',
    cy: 'Adroddwyd yn y flwyddyn ysgol hon: {open} ar agor, {closed} ar gau; mae’r 72 awr yn rhedeg ar gyfer {clocks}.'
  },
  approvals: {
    en: 'Approvals: {waiting} waiting, {given} approved, {refused} not approved, {overdue} overdue.',
    cy: 'Cymeradwyaethau: {waiting} yn aros, {given} wedi’u cymeradwyo, {refused} heb eu cymeradwyo, {overdue} yn hwyr.'
  },
  registers: {
    en: 'Registers: {due} due soon, {overdue} overdue.',
    cy: 'Cofrestri: {due} i’w gwneud yn fuan, {overdue} yn hwyr.'
  }
} as const;

/** Incidents, approvals and registers in a sentence each: the head's report has two pages, and the tab has the rest. */
export const everyday: Section = {
  id: 'everyday',
  title: { en: 'Every day', cy: 'Bob dydd' },
  readers: ['head'],
  make: ({ everyday: { incidents = [], approvals = [], registers = [] } = {} }, locale) => {
    const sum = <Count>(all: readonly Count[], of: (count: Count) => number): number => all.reduce((before, each) => before + of(each), 0);
    const [open, closed] = [sum(incidents, each => each.open), sum(incidents, each => each.closed)];
    const asked = sum(approvals, each => each.waiting + each.given + each.refused + each.lapsed);
    const sentences = [
      ...(open + closed > 0 ? [fill(words.incidents[locale], { open, closed, clocks: sum(incidents, each => each.clocks) })] : []),
      ...(asked > 0
        ? [
            fill(words.approvals[locale], {
              waiting: sum(approvals, each => each.waiting),
              given: sum(approvals, each => each.given),
              refused: sum(approvals, each => each.refused),
              overdue: sum(approvals, each => each.overdue)
            })
          ]
        : []),
      ...(sum(registers, each => each.entries) > 0
        ? [fill(words.registers[locale], { due: sum(registers, each => each.due), overdue: sum(registers, each => each.overdue) })]
        : [])
    ];
    return sentences.length === 0 ? [] : [{ kind: 'paragraph', text: sentences.join(' ') }];
  }
};
