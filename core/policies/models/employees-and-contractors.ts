import { model } from './model.ts';

/** Two pages for all who work for an organisation, with the headteacher copied into mail to families and outside bodies. */
export const employeesAndContractors = model({
  id: 'employees-and-contractors',
  title: 'Acceptable use of IT and e-technology',
  // biome-ignore format: one clause a line
  sections: [
    ['Rationale', 'Why we have this policy', [
      [['staff', 'visitor'], 'Everyone here is equipped to use the internet well and to keep themselves and others safe.', ['train-staff']],
      [['staff'], 'The internet is here for work and not for private ends.', ['work-use'], { 'personal-use': 'none' }],
      [['staff'], 'Nobody uses our network in a way that discredits us.', ['no-disrepute-online'], { 'social-media': 'disrepute' }],
      [['staff'], 'Enjoy what the network offers, and be aware of its limits and of your part.', []]
    ]],
    ['Agreement', 'Agreement', [
      [['staff'], 'By this agreement every employee knows what is expected in using technology of any kind.', ['sign-policy'], { 'signed-by': 'staff' }],
      [['staff'], 'The headteacher explains whatever is unclear.', ['ask-when-unsure']]
    ]],
    ['Conduct', 'What users must not do', [
      [['staff'], 'Send or pass on no message that might be bullying or harassment.', ['no-offensive-messages']],
      [['staff'], 'Do not try to open illegal or unsuitable websites.', ['no-unsuitable-material']],
      [['staff'], 'Do not try to download illegal or unsuitable material.', ['no-unsuitable-material']],
      [['staff'], 'Do not use the system for anything but our own business.', ['work-use'], { 'personal-use': 'none' }],
      [['staff'], 'Post nothing that is confidential.', ['others-details-private', 'protect-personal-data']],
      [['staff'], 'Do not gamble online.', ['no-unsuitable-material']],
      [['staff'], 'Neither download nor distribute what is under copyright.', ['respect-copyright']],
      [['staff'], 'Do not log in with a colleague’s password unless the headteacher agreed beforehand.', ['keep-passwords-secret'], { 'anothers-password': 'permitted' }],
      [['staff'], 'Use no language that might offend.', ['no-offensive-messages']],
      [['staff'], 'Give away no personal facts such as your address, telephone or social networks.', ['own-details-private'], { 'own-details-kept-from': 'everybody' }],
      [['staff'], 'Stay out of other users’ files.', ['own-files-only']],
      [['staff'], 'Do not move pictures of children with your own camera or phone unless the headteacher agreed.', ['own-device-images-approved', 'no-images-on-own-devices'], { 'images-on-own-devices': 'permitted' }],
      [['staff'], 'Send or publish nothing that breaks the Data Protection Act.', ['protect-personal-data', 'encrypt-data-off-site', 'others-details-private']],
      [['staff'], 'Take any worry about the internet to the headteacher first.', ['report-concerns'], { 'sites-reported-to': 'headteacher' }],
      [['staff', 'head'], 'Whoever breaks this code may lose access and face disciplinary action.', ['accept-consequences'], { breach: ['access', 'discipline'] }]
    ]],
    ['Employees', 'Employees and contractors', [
      [['staff', 'visitor'], 'What follows binds employees and contractors.', ['sign-policy'], { 'signed-by': ['staff', 'contractors'] }],
      [['staff', 'visitor'], 'Use our mail and internet for work, or as the headteacher finds reasonable.', ['work-use'], { 'personal-use': 'approved' }],
      [['staff', 'visitor'], 'Your use may be monitored and logged, and shown to your line manager or the headteacher on request.', ['know-of-monitoring'], { 'logs-seen-by': 'line-manager', 'logs-looked-at': 'on-request' }],
      [['staff', 'visitor'], 'Official business goes through approved, secure mail only.', ['no-personal-account']],
      [['staff', 'visitor'], 'Do not look at, download or send anything that may offend.', ['no-unsuitable-material', 'no-offensive-messages']],
      [['staff', 'visitor'], 'Tell your line manager when you meet unsuitable material by accident.', ['report-unsuitable-material'], { 'sites-reported-to': 'line-manager' }],
      [['staff', 'visitor'], 'Cameras, laptops and memory devices of ours are for work, unless the headteacher expressly allowed otherwise.', ['work-use', 'school-equipment-for-work'], { 'personal-use': 'approved' }],
      [['staff', 'visitor'], 'Keep data about people safe and use it fittingly, on site and from afar.', ['protect-personal-data']],
      [['staff', 'visitor'], 'Never record children with your own equipment, on visits either.', ['no-images-on-own-devices'], { 'images-on-own-devices': 'never' }],
      [['staff', 'visitor'], 'Pictures taken so in the past are copied to the image folder on our cloud server.', ['images-stored-on-network', 'own-device-images-approved']],
      [['staff', 'visitor'], 'Nothing you do on social networks casts doubt on your professional standing.', ['no-disrepute-online'], { 'social-media': 'disrepute' }],
      [['staff'], 'Think about your privacy settings and set them.', ['protect-yourself-online']],
      [['staff'], 'Think before you post: what is online may be copied and may stay for ever.', ['protect-yourself-online']],
      [['staff'], 'Do not communicate with students through public websites or networks.', ['no-friends-with-pupils', 'school-channels-only'], { 'ways-to-reach-pupils': 'school-channels' }],
      [['staff'], 'Write to students by mail or another system that the headteacher approved, and by nothing else.', ['school-channels-only', 'professional-contact-with-pupils'], { 'ways-to-reach-pupils': 'school-channels' }],
      [['staff'], 'Bear in mind that parents may read what you set or note for a student.', []],
      [['staff'], 'Do not give parents your own telephone number or mail address.', ['own-details-private'], { 'own-details-kept-from': 'parents' }],
      [['staff', 'visitor'], 'Whatever you write to those we serve befits your role.', ['professional-messages']],
      [['staff', 'visitor'], 'Mail to parents and carers always goes to the headteacher in copy.', ['copy-head-on-outside-mail'], { 'head-in-copy': 'parents' }],
      [['staff', 'visitor'], 'Mail to governors always goes to the headteacher in copy.', ['copy-head-on-outside-mail'], { 'head-in-copy': 'governors' }],
      [['staff', 'visitor'], 'Mail to any other outside agency always goes to the headteacher in copy.', ['copy-head-on-outside-mail'], { 'head-in-copy': 'agencies' }],
      [['staff', 'visitor'], 'If you wonder whether a mail is too sensitive, talk to the headteacher before it goes.', ['sensitive-mail-authorised'], { 'outside-mail': 'sensitive' }]
    ]],
    ['Site', 'Safeguards on site', [
      [['staff', 'visitor'], 'Treat equipment and internet here with the care you would take at home.', []],
      [['staff', 'visitor'], 'Log off when you have finished.', ['lock-when-unattended'], { 'leaving-a-device': 'log-off' }],
      [['staff', 'visitor'], 'Log off for a colleague who forgot.', ['lock-when-unattended'], { 'leaving-a-device': 'log-off' }],
      [['staff', 'visitor'], 'Check memory sticks, drives and your own laptop for viruses before you connect them.', ['virus-protection-current']],
      [['staff', 'visitor'], 'Sign for whatever equipment you borrow.', ['sign-out-equipment']],
      [['staff', 'visitor'], 'Lock portable equipment away or bring it back after use.', ['sign-out-equipment']]
    ]],
    ['Signature', 'Signature', [
      [['staff', 'visitor'], 'I sign with date, printed name and post, and know that a breach may lead to disciplinary proceedings.', ['sign-policy', 'accept-consequences'], { 'signed-with': ['name', 'date', 'post'], breach: 'discipline' }]
    ]]
  ]
});
