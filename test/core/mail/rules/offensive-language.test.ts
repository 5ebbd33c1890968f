import assert from 'node:assert/strict';
import { offensiveLanguage } from '../../../../core/mail/rules/offensive-language.ts';
import { breachesIn, examine, mail } from '../../../support/mail.ts';
import { within } from '../../../support/quick.ts';

examine(offensiveLanguage, {
  keeps: [
    {
      says: 'an ordinary message',
      mail: mail({ subject: 'Year 5 trip', text: 'Please bring a packed lunch. The coach leaves at 9.15am.' })
    },
    { says: 'an empty message', mail: mail() },
    {
      says: 'words and places that contain a rude one',
      mail: mail({
        text: 'The class from Scunthorpe and Penistone will assess and assessed the Titanic; Dickens, cockpits, Essex and the analyst passed.'
      })
    },
    { says: 'a name', mail: mail({ text: 'Dear Dick, the reading by Mr Cock was lovely. Thank you, Dick.' }) },
    { says: 'sayings', mail: mail({ text: 'It was tit for tat over the spotted dick; what a cock and bull story.' }) },
    { says: 'birds, plants and a school dinner', mail: mail({ text: 'We saw blue tits and a pussy willow, then ate faggots and peas.' }) },
    { says: 'a first-aid note', mail: mail({ text: 'She has spastic diplegia and needs a finger prick test at noon.' }) },
    { says: 'phonics', mail: mail({ text: 'This week: s a t p i n\nt i t\nand the words p-i-n and c-a-t.' }) },
    { says: 'codes, roads and postcodes', mail: mail({ text: 'Take the A55 to LL55 1AA. Room B17, form P45, ref TW47, KS1, Y5.' }) },
    { says: 'what somebody else wrote', mail: mail({ text: 'Thank you, I will ring you.\n\n> this is bullshit\n> from first to last\n' }) },
    { says: 'mild words', mail: mail({ text: 'What a bloody nuisance.' }) },
    { says: 'a word that the school allows', mail: mail({ text: 'Mr Wanker teaches maths.' }), settings: { allow: ['Wanker'] } },
    { says: 'a kind that the school leaves alone', mail: mail({ text: 'What a wanker.' }), settings: { kinds: ['slur'] } }
  ],
  breaks: [
    {
      says: 'a rude word, with its place',
      mail: mail({ text: 'This is bollocks.' }),
      breaches: [{ message: 'rude', evidence: [{ in: 'text', start: 8, end: 16, what: 'obscene' }] }]
    },
    {
      says: 'an ending',
      mail: mail({ text: 'Stop shitting about, you tossers.' }),
      breaches: [
        {
          message: 'rude',
          evidence: [
            { in: 'text', start: 5, end: 13, what: 'obscene' },
            { in: 'text', start: 25, end: 32, what: 'insult' }
          ]
        }
      ]
    },
    {
      says: 'the subject',
      mail: mail({ subject: 'That wanker again', text: 'See above.' }),
      breaches: [{ message: 'rude', evidence: [{ in: 'subject', start: 5, end: 11, what: 'insult' }] }]
    },
    {
      says: 'a slur beside an insult',
      mail: mail({ text: 'That pikey is a bastard.' }),
      breaches: [
        { message: 'discriminatory', evidence: [{ in: 'text', start: 5, end: 10, what: 'slur' }] },
        { message: 'rude', evidence: [{ in: 'text', start: 16, end: 23, what: 'insult' }] }
      ]
    },
    {
      says: 'a disguise, with its place',
      mail: mail({ text: 'What a load of $h!t.' }),
      breaches: [{ message: 'rude', evidence: [{ in: 'text', start: 15, end: 19, what: 'obscene' }] }]
    },
    { says: 'Welsh', mail: mail({ text: 'Paid â bod yn gachgi, y cachwr.' }), breaches: [{ message: 'rude' }] },
    { says: 'a saying', mail: mail({ text: 'He is a son of a bitch.' }), breaches: [{ message: 'rude' }] },
    {
      says: 'a mild word, where the school asks',
      mail: mail({ text: 'Damn.' }),
      settings: { kinds: ['mild'] },
      breaches: [{ message: 'rude' }]
    },
    {
      says: 'the school’s own word',
      mail: mail({ text: 'You absolute muppet, Kit.' }),
      settings: { also: ['muppet', 'plank of wood'] },
      breaches: [{ message: 'rude', evidence: [{ in: 'text', start: 13, end: 19, what: 'school' }] }]
    }
  ]
});

const disguises = [
  ['stops between the letters', ['f.u.c.k', 'f-u-c-k', 'f_u_c_k', 'w.a.n.k.e.r', 'b.o.l.l.o.c.k.s']],
  ['spaces between the letters', ['f u c k', 's   h   i   t', 'T W A T', 'you f u c k e r s', 'a s s']],
  ['one space put in', ['fu ck', 'f uck', 's hit', 'sh it']],
  ['figures for letters', ['sh1t', '5h1t', 'b4st4rd', 'w4nker', 'ar5e', 'm0therfucker', 'bo11ocks']],
  ['signs for letters', ['$h!t', 'b!tch', '@rsehole', 'a$$hole', 'tw@t', 'pu$$y', 'A$$', 'fu(k', 'f@ck', 'f#ck']],
  ['letters left out', ['f**k', 'f*ck', 'f***', 's**t', 'c*nt', 'w*nker', 'b*tches', 'f-ck', 'sh-t', 'f***ing']],
  ['letters repeated', ['fuuuuck', 'shiiiit', 'biiitch', 'fuckkkk', 'wankerrrr']],
  ['letters that nobody sees', ['f\u200bu\u200bc\u200bk', 'sh\u00adit']],
  ['look-alikes of other alphabets and fonts', ['fυck', 'fуck', 'ѕhіt', 'ｆｕｃｋ', '𝓯𝓾𝓬𝓴', 'ⓕⓤⓒⓚ', 'fück']],
  ['written twice or run together', ['shitshit', 'wankerwanker', 'whatthefuck', '#fuckthis']],
  ['the middle finger', ['🖕']]
] as const;

describe('offensive-language: disguises', () => {
  for (const [says, words] of disguises) {
    it(`sees ${says}`, () => {
      for (const word of words) {
        for (const text of [`Well, ${word} then`, word, `“${word}”!`]) {
          assert.equal(breachesIn(offensiveLanguage, { mail: mail({ text }) }).length, 1, text);
        }
      }
    });
  }

  it('sees none in what only looks like one', () => {
    const clean = [
      'P.Rick@school.example W.Anker@school.example S.Hitchens@school.example',
      'Ask A S Sharp or B C Unwin: options a s d f, rows 5 5 5 and 1 2 3',
      'note*** and cost*, bold **text**, 3*4*5, f(x), if (!NOT_SET), x[i]',
      'Shiite and Sunni; Twatt in Orkney; Hmmmm, aaaah, shhhh; vacuum; skiing; www.school.example/a/b-c.d?x=1',
      'It’s hit or miss. Sh, it is late. Push it. Was Steph in? Bob ‘s hit',
      'p@ssword cl@ss gr@ss pass1 b@ss assess-ment co-op cul-de-sac well-being 12.30-1.30 A*'
    ];
    for (const text of clean) assert.deepEqual(breachesIn(offensiveLanguage, { mail: mail({ text }) }), [], text);
  });

  it('stays quick on a megabyte of whatever', () => {
    for (const piece of [
      'f ',
      'f*',
      '$a ',
      '$h!x ',
      'f.',
      'fu',
      'u u ',
      'а',
      '(',
      '𝓯',
      's',
      'a$',
      '5 ',
      'fuck ',
      'blue tit ',
      'sh1t ',
      'tit for tat '
    ]) {
      const text = piece.repeat(1e6 / piece.length);
      within(5000, () => breachesIn(offensiveLanguage, { mail: mail({ text }) }), JSON.stringify(piece));
    }
  });
});
