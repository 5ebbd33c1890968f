import { dateIn } from '../../core/dates.ts';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import { failure } from '../failure.ts';
import type { Signatures } from '../signatures.ts';
import { command } from './command.ts';
import { signingSchool } from './own-signatures.ts';
import { personNamed } from './person-named.ts';

const words = {
  line: { en: '{name}, since {date}, by {by}: {because}\n', cy: '{name}, ers {date}, gan {by}: {because}\n' },
  none: {
    en: 'Nothing is held: what is personal of a leaver is erased when its time is over.\n',
    cy: 'Nid oes dim yn cael ei gadw’n ôl: caiff manylion personol y rhai a adawodd eu dileu pan ddaw eu hamser i ben.\n'
  },
  held: {
    en: 'Held: {name}. Nothing of theirs is erased until «beadle hold … --lift».\n',
    cy: 'Cedwir: {name}. Ni chaiff dim o’u heiddo ei ddileu tan «beadle hold … --lift».\n'
  },
  lifted: { en: 'Held no more: {name}.\n', cy: 'Ni chedwir mwyach: {name}.\n' },
  everybody: { en: 'everybody', cy: 'pawb' },
  erased: { en: 'somebody who is not known any more', cy: 'rhywun nad yw’n hysbys mwyach' }
} as const satisfies { readonly [word: string]: Text };

/** `beadle hold`: what is kept beyond its time, because of an inquiry or a dispute: it is shown, begun and lifted. */
export const hold = command({
  path: 'hold',
  summary: 'keep somebody’s signatures beyond their retention, because of an inquiry or a dispute',
  details:
    'Without anything it shows what is held. A hold names why and who decided; it stands until it is lifted, and nothing that it covers is erased.\n' +
    'People are named by their name, their address, or their id, leavers among them.',
  arguments: [{ name: 'PERSON', says: 'whose signatures are kept', optional: true }],
  options: {
    everybody: { kind: 'flag', says: 'keep those of everybody' },
    because: { kind: 'value', of: 'TEXT', says: 'why' },
    by: { kind: 'value', of: 'PERSON', says: 'who decided' },
    lift: { kind: 'flag', says: 'let what is past its time be erased again' },
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle hold', says: 'what is held' },
    { line: 'beadle hold teacher.six@school.example --because "An inquiry" --by head@school.example', says: 'until further notice' },
    { line: 'beadle hold teacher.six@school.example --lift', says: 'the inquiry is over' }
  ],
  run: async ([named], { everybody, because, by, lift, school: file, lang }, io) => {
    if (named !== undefined && everybody) throw failure('wrong-use', 'Name a person or say --everybody, not both.');
    const [{ school }, { openSignatures }] = await Promise.all([signingSchool(file, io), import('../signatures.ts')]);
    const signatures = await openSignatures(school, io);
    try {
      if (named === undefined && !everybody) {
        if (lift || because !== undefined || by !== undefined)
          throw failure('wrong-use', 'Say whose signatures are meant: a person, or --everybody.');
        await io.stdout.write(await shown(signatures, lang));
        return 0;
      }
      const { desk, database, id } = signatures;
      const person = named === undefined ? null : await personNamed(desk, named);
      const name = person?.name ?? words.everybody[lang];
      if (lift) {
        const { numUpdatedRows } = await database.db
          .updateTable('hold')
          .set({ lifted_at: io.now() })
          .where('school', '=', id)
          .where('person', person ? '=' : 'is', person?.id ?? null)
          .where('lifted_at', 'is', null)
          .executeTakeFirst();
        if (Number(numUpdatedRows) === 0) throw failure('wrong-use', `Nothing is held of ${name}. «beadle hold» shows what is.`);
        await io.stdout.write(fill(words.lifted[lang], { name }));
        return 0;
      }
      const why = because?.trim() ?? '';
      if (why === '' || by === undefined) throw failure('wrong-use', 'Say why with --because, and with --by who decided.');
      const { id: decided } = await personNamed(desk, by);
      await database.db
        .insertInto('hold')
        .values({ school: id, person: person?.id ?? null, because: why, created_by: decided })
        .execute();
      await io.stdout.write(fill(words.held[lang], { name }));
      return 0;
    } finally {
      await signatures.close();
    }
  }
});

/** What is held, a line each. */
async function shown({ database, id, desk, days }: Signatures, lang: Locale): Promise<string> {
  const [rows, people] = await Promise.all([
    database.db.selectFrom('hold').selectAll().where('school', '=', id).where('lifted_at', 'is', null).orderBy('created_at').execute(),
    desk.people()
  ]);
  if (rows.length === 0) return words.none[lang];
  const nameOf = (person: string): string => people.find(each => each.id === person)?.name ?? words.erased[lang];
  return rows
    .map(({ person, because, created_by: by, created_at: at }) =>
      fill(words.line[lang], {
        name: person === null ? words.everybody[lang] : nameOf(person),
        date: dateIn(lang, days.dayOf(at.toISOString())),
        by: nameOf(by),
        because
      })
    )
    .join('');
}
