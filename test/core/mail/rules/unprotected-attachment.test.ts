import type { Attachment } from '../../../../core/mail/message.ts';
import { unprotectedAttachment } from '../../../../core/mail/rules/unprotected-attachment.ts';
import { compound, ofText, pdf, zip } from '../../../support/files.ts';
import { examine, mail } from '../../../support/mail.ts';

function file(name: string, bytes: Uint8Array): Attachment {
  return { name, size: bytes.length, content: { value: bytes } };
}

const agency = ['worker@council.example'];
const harmless = [
  'Safeguarding policy.pdf',
  'SEN Information Report 2026.pdf',
  'Medical form template.docx',
  'Governors agenda.docx',
  'Menu week 3.pdf',
  'Parent information evening.pdf',
  'Health and safety plan.docx',
  'Documents to send.pdf',
  'Annual report to governors.pdf',
  'Financial report.xlsx',
  'Year 5 newsletter.pdf',
  'Class timetable.xlsx',
  'Assembly.pptx',
  'Presentation1.pptx',
  'polisi diogelu.pdf',
  '2026-11-18.pdf'
];
const telling = [
  'EHCP draft.docx',
  'SEN_register.xlsx',
  'ClassList_Y5.xlsx',
  'class-list.csv',
  'SIMS export 2026.csv',
  'Medical needs.docx',
  'Payroll Nov.xlsx',
  'Y5 reports.zip',
  'Reports Year 6.pdf',
  'Contact List.xlsx',
  'UPNs.csv',
  'CauseForConcern.docx',
  'Pupil progress report.docx',
  'Care plan.pdf',
  'Incident log.docx',
  'FSM.xlsx',
  'rhestr dosbarth.xlsx',
  'adroddiadau disgyblion.pdf',
  'cyflogres.xlsx',
  'CDU.docx',
  'Phonics results.xlsx'
];

examine(unprotectedAttachment, {
  keeps: [
    { says: 'no attachment', mail: mail({ to: agency }) },
    { says: 'a register among colleagues', mail: mail({ to: ['office@school.example'], attachments: ['SEN register.xlsx'] }) },
    ...harmless.map(name => ({ says: name, mail: mail({ to: agency, attachments: [name] }) })),
    {
      says: 'an encrypted workbook',
      mail: mail({ to: agency, attachments: [file('Class list.xlsx', compound([{ name: 'EncryptedPackage' }]))] })
    },
    { says: 'an encrypted PDF', mail: mail({ to: agency, attachments: [file('EHCP.pdf', pdf('<< /Encrypt 2 0 R >>'))] }) },
    {
      says: 'an encrypted archive',
      mail: mail({ to: agency, attachments: [file('Reports Y5.zip', zip([{ name: 'a.pdf', sealed: true }]))] })
    },
    { says: 'a file whose name says that it is encrypted', mail: mail({ to: agency, attachments: ['Class list.xlsx.gpg'] }) },
    { says: 'an exempt recipient', mail: mail({ to: ['lado@council.example'], attachments: ['Cause for concern.docx'] }) },
    {
      says: 'parents, where the school says so',
      mail: mail({ to: ['parent.one@family.example'], attachments: ['Pupil report.pdf'] }),
      settings: { audiences: ['agency', 'outsider'] }
    },
    {
      says: 'a name that the school allows',
      mail: mail({ to: agency, attachments: ['SEN offer.pdf'] }),
      settings: { allow: ['sen offer'] }
    }
  ],
  breaks: [
    ...telling.map(name => ({
      says: name,
      mail: mail({ to: agency, attachments: [name] }),
      breaches: [{ message: 'open', evidence: [{ in: 'attachment' as const, name }] as const }]
    })),
    {
      says: 'a plain file, by its bytes',
      mail: mail({ to: agency, attachments: ['letter.docx', file('Class list.csv', ofText('name,class\n'))] }),
      breaches: [{ message: 'open', remedy: { kind: 'remove-attachments', names: ['Class list.csv'] } }]
    },
    {
      says: 'an archive with one open file, beside an unread file',
      mail: mail({
        to: agency,
        attachments: [file('Reports Y5.zip', zip([{ name: 'a.pdf', sealed: true }, { name: 'b.pdf' }])), 'EHCP.docx']
      }),
      breaches: [{ message: 'open' }]
    },
    {
      says: 'the school’s own word',
      mail: mail({ to: agency, attachments: ['Bluebook 2026.xlsx'] }),
      settings: { names: ['bluebook'] },
      breaches: [{ message: 'open' }]
    }
  ]
});
