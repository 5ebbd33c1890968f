import fc from 'fast-check';
import type { Address, Attachment, Message, Thread } from '../../core/mail/message.ts';
import type { MailPolicy } from '../../core/mail/policy.ts';
import { mail, school } from './mail.ts';

/** Everybody a message of the invented school may go to: known and unknown people, private mailboxes, hostile forms, nothing. */
const people = [
  'teacher@school.example',
  'Robin Example <r.example@school.example>',
  'head@school.example',
  'HEADTEACHER@School.Example.',
  'deputy@school.example',
  'dsl@school.example',
  'parent.one@family.example',
  'parent.two@family.example',
  'Parent Three <parent.three@home.example>',
  'parent.four+school@home.example',
  'chair@governors.example',
  'worker@council.example',
  'lado@council.example',
  'Kit Sample <kit.sample@pupils.school.example>',
  'lee.pupil@pupils.school.example',
  'Robin Example <robinexample77@gmail.com>',
  'rexample@hotmail.co.uk',
  'kit.sample09@gmail.com',
  'someone@shop.example',
  'someone@schoo1.example',
  'someone@school.example.evil.example',
  '"x@school.example"@evil.example',
  'head@school.example <other@evil.example>',
  'ѕomeone@ѕchool.example',
  'admissions@anytown.gov.uk',
  'not an address',
  '',
  '@'
] as const;

const words = [
  'Dear all,',
  'Thank you for your help at the summer fair.',
  'See you in lesson tomorrow.',
  'Please send this to ten of your friends or bad luck will follow you.',
  'Forward this to everybody you know!!!',
  'My mobile is 07700 900123, call me any time.',
  'Ring me at home on 01632 960001.',
  'I live at 1 High Street, Anytown, AB1 2CD.',
  'Write to me at teacher.home@gmail.com or @teacherhome.',
  'Her date of birth is 4 May 2014 and her UPN is A123456789012.',
  'NHS number 999 000 0018.',
  'Meet me at the park after school.',
  'Come to my house on Saturday.',
  'The safeguarding concern goes to the child protection conference.',
  'Your formal complaint and the data breach.',
  'You stupid idiot, damn you.',
  'The trip is on Friday: bring a coat.',
  'Password: summer',
  'Cofion gorau,',
  'Dewch i’r wers yfory.',
  'Anfonwch hwn at bawb rydych yn eu hadnabod.',
  'Please find the register attached.',
  '\n\n',
  '\n-- \nTeacher One\n07700 900456\n',
  '\nKind regards,\nTeacher One\nSchool 01632 960000\n',
  '\nOn 18 November 2026 at 10:00, Parent One <parent.one@family.example> wrote:\n> My number is 07700 900789.\n',
  '\n-----Original Message-----\nFrom: Parent One\nSent: Monday\nTo: Teacher\nSubject: Trip\n\nMeet me at the park.\n',
  '<b>bold</b>',
  '<div style="display:none">hidden 07700 900321</div>',
  '<blockquote>quoted</blockquote>',
  '&amp; &#9731; &lt;script&gt;',
  '<p>',
  '😀😀',
  'ﬁ é\u0301 \u200b\u00ad\ufeff',
  '(((((((((('
] as const;

const files = [
  'worksheet.pdf',
  'Year 5 medical.xlsx',
  'Kit Sample.jpg',
  'photo.png',
  'register.csv',
  'letter.docx',
  'class.zip',
  '',
  'Ünï.pdf'
] as const;

const person: fc.Arbitrary<string | Address> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...people) },
  { weight: 1, arbitrary: fc.emailAddress() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }).map(address => ({ name: address, address })) }
);

const group: fc.Arbitrary<Address> = fc.letrec<{ group: Address; member: Address }>(tie => ({
  group: fc.record({
    name: fc.constant('A group'),
    address: fc.constantFrom('year5@school.example', 'lado@council.example', 'list@lists.example', ''),
    members: fc.array(tie('member'), { maxLength: 4 })
  }),
  member: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...people).map(address => ({ name: '', address })),
    tie('group')
  )
})).group;

const recipients = fc.array(fc.oneof({ weight: 8, arbitrary: person }, { weight: 1, arbitrary: group }), { maxLength: 6 });

const prose = fc.oneof(
  { weight: 8, arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 10 }).map(parts => parts.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'<>/="\' a@.0&;#-_\n'.split('')), maxLength: 200 }) }
);

const attachment: fc.Arbitrary<Attachment> = fc.record({
  name: fc.constantFrom(...files),
  size: fc.nat(1e7),
  content: fc.oneof(
    fc.constant({ unread: 'unsupported' } as const),
    fc.uint8Array({ maxLength: 64 }).map(value => ({ value })),
    fc
      .constantFrom('%PDF-1.7\n/Encrypt', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0')
      .map(text => ({ value: Uint8Array.from(text, each => each.charCodeAt(0)) }))
  )
});

const thread: fc.Arbitrary<Thread> = fc.record({
  kind: fc.constantFrom('new', 'reply', 'forward'),
  earlier: fc.oneof(
    fc.constant({ unread: 'unsupported' } as const),
    fc.array(fc.constantFrom(...people), { maxLength: 4 }).map(value => ({ value }))
  )
});

const instant = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }).map(date => date.toISOString())
  },
  { weight: 1, arbitrary: fc.constantFrom('', 'yesterday', '2026-11-18T10:00:00') }
);

/** Any message that a surface could hand over in full. */
export const anyMessage: fc.Arbitrary<Message> = fc
  .record({
    from: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(people[0], people[1]) }, { weight: 1, arbitrary: person }),
    to: recipients,
    cc: recipients,
    bcc: recipients,
    subject: prose,
    text: prose,
    isHtml: fc.boolean(),
    attachments: fc.array(attachment, { maxLength: 3 }),
    thread,
    at: instant
  })
  .map(({ isHtml, text, ...draft }) => mail({ ...draft, ...(isHtml ? { html: text } : { text }) }));

const parts = ['from', 'addressed', 'subject', 'body', 'attachments', 'thread', 'at'] as const;

/** Any message of which a surface could not read some parts. */
export const anyUnreadMessage: fc.Arbitrary<Message> = fc
  .tuple(anyMessage, fc.dictionary(fc.constantFrom(...parts), fc.constantFrom('unsupported', 'forbidden', 'unlicensed', 'unreachable')))
  .map(([message, unread]) =>
    Object.entries(unread).reduce<Message>((left, [part, why]) => ({ ...left, [part]: { unread: why } }), message)
  );

/** A school for which every rule has something to do. */
export const strictSchool: MailPolicy = {
  ...school,
  directory: {
    ...school.directory,
    'r.example@school.example': [{ audience: 'staff', name: 'Robin Example', household: 'h9' }],
    'rexample@hotmail.co.uk': [{ audience: 'staff', name: 'Robin Example' }]
  },
  rules: { 'outside-not-authorised': { scope: 'all' }, 'head-not-copied': { audiences: ['parent', 'governor', 'agency', 'outsider'] } }
};

/** Schools that decided differently or said little. */
export const anySchool: fc.Arbitrary<MailPolicy> = fc.constantFrom(
  school,
  strictSchool,
  { ...school, directory: {}, whenUnsure: 'allow' as const },
  { ...school, domains: { staff: [], pupils: [] } },
  { ...school, domains: { staff: ['school.example', 'pupils.school.example'], pupils: [] } },
  { ...school, people: { headteacher: [], deputies: [], coordinator: [], dsl: [], chairOfGovernors: [] } },
  { ...school, calendar: { offsets: [], hours: [], terms: [], closed: [] } },
  { ...school, rules: { 'head-not-copied': { deputyCounts: false, bccCounts: true }, 'outside-not-authorised': { scope: 'sensitive' } } }
);
