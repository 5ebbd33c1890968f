import assert from 'node:assert/strict';
import { pupilNamedInFileName } from '../../../../core/mail/rules/pupil-named-in-file-name.ts';
import { breachesIn, examine, mail } from '../../../support/mail.ts';
import { within } from '../../../support/quick.ts';

const parent = ['parent.one@family.example'];
const directory = {
  'a@pupils.school.example': [{ audience: 'pupil' as const, name: 'Kit Sample' }],
  'b@pupils.school.example': [{ audience: 'pupil' as const, name: 'Anné-Maria Test Pupil-Seven' }],
  'c@pupils.school.example': [{ audience: 'pupil' as const, name: "O'Example, Robin" }],
  'd@family.example': [{ audience: 'parent' as const, name: 'Parent One' }]
};
const naming = [
  'kit_sample.jpg',
  'Kit Sample.png',
  'SampleKit.jpg',
  'KitSample2.jpg',
  'kitsample.heic',
  'sports day Kit-Sample 3.jpg',
  'SAMPLE, Kit (Y5).jpeg',
  'kit.sample.mp4',
  'Annemaria Pupil Seven.jpg',
  'pupil-seven_anne-maria.jpg',
  'Robin O’Example.jpg',
  'oexample robin.jpg'
];

examine(pupilNamedInFileName, {
  keeps: [
    { says: 'no attachment', mail: mail({ to: parent }), policy: { directory } },
    ...[
      'Kit.jpg',
      'Sample.jpg',
      'kit bag sample.jpg',
      'sampler kitchen.jpg',
      'toolkit samples.jpg',
      'IMG_1234.jpg',
      'Parent One.jpg',
      '.jpg'
    ].map(name => ({
      says: name,
      mail: mail({ to: parent, attachments: [name] }),
      policy: { directory }
    })),
    { says: 'a document, where images count', mail: mail({ to: parent, attachments: ['Kit Sample report.docx'] }), policy: { directory } },
    {
      says: 'mail inside the school',
      mail: mail({ to: ['office@school.example'], attachments: ['Kit Sample.jpg'] }),
      policy: { directory }
    }
  ],
  breaks: [
    ...naming.map(name => ({
      says: name,
      mail: mail({ to: parent, attachments: [name] }),
      policy: { directory },
      breaches: [{ message: 'named', remedy: { kind: 'remove-attachments' as const, names: [name] } }]
    })),
    {
      says: 'a document, where all files count',
      mail: mail({ to: parent, attachments: ['Kit Sample report.docx', 'letter.pdf'] }),
      policy: { directory },
      settings: { files: 'all' },
      breaches: [{ evidence: [{ in: 'attachment', name: 'Kit Sample report.docx' }] }]
    },
    {
      says: 'mail inside the school, where that counts',
      mail: mail({ to: ['office@school.example'], attachments: ['Kit Sample.jpg'] }),
      policy: { directory },
      settings: { to: 'all' },
      breaches: [{ message: 'named' }]
    }
  ]
});

describe('pupil-named-in-file-name: a large school', () => {
  it('finds one of 2,000 pupils within a few milliseconds', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const word = (n: number): string =>
      `${letters[n % 26]}${letters[(n * 7) % 26]}${letters[(n * 11) % 26]}${letters[Math.floor(n / 26) % 26]}o`;
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [
        `p${i}@pupils.school.example`,
        [{ audience: 'pupil' as const, name: `${word(i)} ${word(i * 3 + 1)}` }]
      ])
    );
    const message = mail({ to: parent, attachments: [`${word(1999)}_${word(5998)}.jpg`, 'IMG_1234.jpg', 'sports day.jpg'] });
    breachesIn(pupilNamedInFileName, { mail: message, policy: { directory: many } });
    within(400, () => {
      for (let i = 0; i < 20; i += 1)
        assert.equal(breachesIn(pupilNamedInFileName, { mail: message, policy: { directory: many } }).length, 1);
    });
  });
});
