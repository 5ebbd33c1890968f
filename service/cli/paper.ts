import { fill, type Locale, type Text } from '../../core/locale.ts';
import { fields } from '../../core/policies/audience.ts';
import type { Refusal } from '../../core/policies/desk.ts';
import { fieldWords, longest, refusalWords } from '../../core/policies/desk-words.ts';
import { wordsOf } from '../../core/policies/policy.ts';
import { failure } from '../failure.ts';
import { command } from './command.ts';
import { confirmed } from './confirm.ts';
import { signingSchool } from './own-signatures.ts';
import { personNamed } from './person-named.ts';

const words = {
  ask: {
    en: '{name} signed «{title}», version {number}{child}, on paper as «{typed}». {by} has seen the paper and typed this in.\nRecord it? It cannot be taken back. [y/N] ',
    cy: 'Llofnododd {name} «{title}», fersiwn {number}{child}, ar bapur fel «{typed}». Mae {by} wedi gweld y papur ac wedi teipio hyn.\nEi gofnodi? Ni ellir ei dynnu’n ôl. [y/N] '
  },
  child: { en: ', for {name}', cy: ', ar ran {name}' },
  left: { en: 'Nothing was recorded.\n', cy: 'Ni chofnodwyd dim.\n' },
  done: {
    en: 'Recorded as entry {index}: on paper, countersigned by {by}. Keep the paper.\n',
    cy: 'Cofnodwyd fel cofnod {index}: ar bapur, wedi’i gydlofnodi gan {by}. Cadwch y papur.\n'
  }
} as const satisfies { readonly [word: string]: Text };

/**
 * `beadle paper`: a signature on paper, typed in by a second person who is named with it. It is marked so: the text counts as opened on paper at the moment
 * of typing, and the time is that of the record, not of the pen.
 */
export const paper = command({
  path: 'paper',
  summary: 'record a signature that was given on paper, typed in by a second person',
  details:
    'People are named by their name, their address, or their id. The one who types is not the one who signed, and belongs to the school’s staff.\n' +
    'The record bears the time of typing, the mark «on paper» and both persons. Keep the paper: it is the evidence.',
  arguments: [
    { name: 'PERSON', says: 'who signed' },
    { name: 'POLICY', says: 'the id of the policy' }
  ],
  options: {
    by: { kind: 'value', of: 'PERSON', says: 'who has seen the paper and types it in' },
    as: { kind: 'value', of: 'NAME', says: 'the name as it stands on the paper (default: the person’s name)' },
    child: { kind: 'value', of: 'PERSON', says: 'the child for whom a parent signed' },
    'job-title': { kind: 'value', of: 'TEXT', says: 'the job title, as it stands on the paper' },
    class: { kind: 'value', of: 'TEXT', says: 'the class, as it stands on the paper' },
    relationship: { kind: 'value', of: 'TEXT', says: 'the relationship to the child, as it stands on the paper' },
    text: { kind: 'value', of: 'LANG', says: 'the language of the text on the paper', choices: ['en', 'cy'], default: 'en' },
    yes: { kind: 'flag', says: 'record it without asking' },
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    {
      line: 'beadle paper "Governor Two" acceptable-use --by office@school.example',
      says: 'a governor signed on paper; the office types it in'
    },
    {
      line: 'beadle paper parent.three@home.example acceptable-use --child "Kit Sample" --relationship Mother --by office@school.example',
      says: 'a parent for one child'
    }
  ],
  run: async ([who = '', policy = ''], options, io) => {
    const { by, as, child: childNamed, text, yes, school: file, lang } = options;
    if (by === undefined) throw failure('wrong-use', 'Say with --by who has seen the paper and types it in.');
    const [{ school }, { openSignatures }] = await Promise.all([signingSchool(file, io), import('../signatures.ts')]);
    const signatures = await openSignatures(school, io);
    try {
      const { desk } = signatures;
      const person = await personNamed(desk, who);
      const second = await personNamed(desk, by);
      if (second.id === person.id) throw failure('wrong-use', 'Whoever signed does not type it in. Name somebody else with --by.');
      if (!second.roles.some(role => role === 'staff' || role === 'head' || role === 'coordinator')) {
        throw failure('wrong-use', 'Whoever types it in belongs to the school’s staff. Name somebody else with --by.');
      }
      const child = childNamed === undefined ? undefined : await personNamed(desk, childNamed);
      const version = (await desk.versions()).find(each => each.policy === policy);
      if (!version) throw failure('wrong-use', `No policy «${policy}» is published. «beadle status» shows which are.`);
      const matter = { person: person.id, policy, ...(child && { child: child.id }) };
      const typedName = as ?? person.name;
      const question = fill(words.ask[lang], {
        name: person.name,
        title: wordsOf(version.title, lang, version.languages),
        number: `${version.major}.${version.minor}`,
        child: child ? fill(words.child[lang], { name: child.name }) : '',
        typed: typedName,
        by: second.name
      });
      if (!yes && !(await confirmed(question, io))) {
        await io.stdout.write(words.left[lang]);
        return 1;
      }
      const language = version.languages.includes(text) ? text : version.languages[0];
      const opened = await desk.open(matter, language, 'paper');
      if ('refused' in opened) throw refused(opened.refused, undefined, lang);
      const taken = await desk.sign({
        matter,
        major: version.major,
        typedName,
        fields: Object.fromEntries(fields.flatMap(field => (options[field] === undefined ? [] : [[field, options[field]]]))),
        agreed: true,
        language,
        channel: 'paper',
        assurance: 'countersigned',
        countersigner: second.id
      });
      if ('refused' in taken) throw refused(taken.refused, taken.field, lang);
      await io.stdout.write(fill(words.done[lang], { index: taken.done.entry.index, by: second.name }));
      return 0;
    } finally {
      await signatures.close();
    }
  }
});

function refused(refusal: Refusal, field: string | undefined, lang: Locale): Error {
  const known = fields.find(each => each === field);
  return failure(
    'wrong-use',
    fill(refusalWords[refusal][lang], {
      field: known ? `--${known} (${fieldWords[known][lang]})` : (field ?? ''),
      most: refusal === 'name-too-long' ? longest.name : longest.field
    })
  );
}
