import { pupilImageOutside } from '../../../../core/mail/rules/pupil-image-outside.ts';
import { zip } from '../../../support/files.ts';
import { examine, mail } from '../../../support/mail.ts';

const parent = ['parent.one@family.example'];
const pictures = [
  'IMG_1234.jpg',
  'IMG-20261118-WA0003.jpg',
  'IMG_1234 (2).JPG',
  'DSC01234.JPG',
  'DSCN0042.jpeg',
  'PXL_20261118_101112345.jpg',
  '20261118_101112.jpg',
  'P1010101.JPG',
  'WhatsApp Image 2026-11-18 at 10.11.12.jpeg',
  'image0.jpeg',
  'anything.heic',
  'sports day.png',
  'Year 3 trip.jpg',
  'ClassPhoto.jpg',
  'nursery.webp',
  'lluniau dosbarth 4.jpg',
  'concert.mp4',
  'film.mov',
  'Trip photos.zip'
];

examine(pupilImageOutside, {
  keeps: [
    { says: 'no attachment', mail: mail({ to: parent }) },
    { says: 'a photograph for a colleague', mail: mail({ to: ['office@school.example'], attachments: ['IMG_1234.jpg'] }) },
    ...[
      'image001.png',
      'logo.png',
      'school logo.jpg',
      'poster.jpg',
      'trip poster.png',
      'Screenshot 2026-11-18.png',
      'chart.gif',
      'letter.pdf',
      '.jpg'
    ].map(name => ({ says: name, mail: mail({ to: parent, attachments: [name] }) })),
    { says: 'an archive of letters', mail: mail({ to: parent, attachments: ['letters.zip'] }) },
    {
      says: 'parents, where the school says so',
      mail: mail({ to: parent, attachments: ['IMG_1234.jpg'] }),
      settings: { audiences: ['outsider'] }
    }
  ],
  breaks: [
    ...pictures.map(name => ({
      says: name,
      mail: mail({ to: parent, attachments: ['letter.pdf', name] }),
      breaches: [{ message: 'consent', remedy: { kind: 'remove-attachments' as const, names: [name] } }]
    })),
    {
      says: 'a photograph where none may leave',
      mail: mail({ cc: ['a@firm.example'], attachments: ['IMG_1234.jpg'] }),
      settings: { permission: 'never' },
      breaches: [{ message: 'never' }]
    },
    {
      says: 'photographs in an archive that does not say so',
      mail: mail({ to: parent, attachments: [{ name: 'stuff.zip', size: 200, content: { value: zip([{ name: 'x/IMG_0001.JPG' }]) } }] }),
      breaches: [{ message: 'consent', evidence: [{ in: 'attachment', name: 'stuff.zip' }] }]
    }
  ]
});
