import { model } from './model.ts';

/** Twenty-nine numbered clauses for staff alone, from 2023. */
export const staff2023 = model({
  id: 'staff-2023',
  title: 'Acceptable use of technology by staff',
  adoptedOn: '2023',
  // biome-ignore format: one clause a line
  sections: [
    ['Introduction', 'Introduction', [
      [['staff'], 'We ask each member of staff to read this policy and to sign it.', ['sign-policy'], { 'signed-by': 'staff' }],
      [['staff'], 'Staff guard data and systems against infection, intruders, damage, loss, abuse and theft.', ['protect-personal-data', 'use-systems-lawfully']],
      [['staff'], 'We do not mean to stand in the way of teaching or of anybody’s private use of the internet.', []]
    ]],
    ['1', 'Scope', [
      [['staff'], 'This policy holds for every system that I have or reach through my post, at work and in private.', ['know-the-scope']]
    ]],
    ['2', 'Scope', [
      [['staff'], 'I read it with the code of conduct and the policies on child protection and online safety.', ['read-linked-policies']]
    ]],
    ['3', 'Scope', [
      [['staff'], 'No list is complete: my use fits our ethos, our other policies, official guidance and the law.', ['use-systems-lawfully']]
    ]],
    ['4', 'Devices and systems', [
      [['staff'], 'Equipment and internet here are for education and for staff alone.', ['own-account-for-each-user', 'work-use']],
      [['staff', 'head', 'governor'], 'Private use is allowed, but headteacher or governors may withdraw it at any time.', ['work-use'], { 'personal-use': 'allowed' }],
      [['staff'], 'My use meets the second part of the national standards for teachers.', ['use-systems-lawfully', 'read-linked-policies']],
      [['staff'], 'My use puts no child at risk, invades no privacy and reveals no personal details to anyone outside the staff.', ['protect-personal-data', 'others-details-private']],
      [['staff'], 'I keep no private files on school devices.', ['work-use']],
      [['staff'], 'Private files found there may be deleted without warning.', ['know-of-monitoring']]
    ]],
    ['6', 'Data and system security', [
      [['staff'], 'I leave no system alone without logging out or locking it.', ['lock-when-unattended'], { 'leaving-a-device': ['lock', 'log-off'] }],
      [['staff'], 'I disclose no password or other security information.', ['keep-passwords-secret'], { 'anothers-password': 'never' }],
      [['staff'], 'My password is strong: eight characters or more, with numbers, letters and symbols.', ['strong-passwords'], { 'password-shape': 'eight-mixed' }],
      [['staff'], 'It contains no word from a dictionary.', ['strong-passwords']],
      [['staff'], 'I use it on one system only.', ['one-password-one-system']],
      [['staff'], 'In public I never leave a laptop, tablet, camera or phone alone.', ['look-after-devices']],
      [['staff'], 'I keep my home safe from burglars and unwelcome callers.', ['look-after-devices']],
      [['staff'], 'I leave no device where it can be seen through a window or glass door.', ['look-after-devices']],
      [['staff'], 'I leave no device in sight in a car.', ['look-after-devices']],
      [['staff'], 'My laptop, tablet and phone always ask for a password.', ['password-on-devices']]
    ]],
    ['7', 'Data and system security', [
      [['staff'], 'I open links and attachments only when I know and trust where they come from.', ['open-trusted-mail-only']],
      [['staff'], 'I report mail that looks wrong to the headteacher, who is also safeguarding lead, or to IT support.', ['report-bad-mail'], { 'mail-reported-to': ['headteacher', 'dsl', 'support'] }]
    ]],
    ['8', 'Data and system security', [
      [['staff'], 'I install no software, toolbar or hardware that I bought or downloaded unless the headteacher agreed.', ['install-with-permission'], { 'installing-approved-by': 'headteacher' }]
    ]],
    ['9', 'Data and system security', [
      [['staff'], 'I keep personal data as the law, GDPR included, and our security policies ask.', ['protect-personal-data', 'read-linked-policies']],
      [['staff', 'school'], 'Data is obtained fairly, for a stated purpose, and kept no longer than necessary.', ['keep-data-no-longer-than-needed']],
      [['staff', 'school'], 'Data is put online only in places and countries with suitable data-protection controls.', ['host-data-safely']],
      [['staff'], 'Data that leaves the site by mail, stick or disc is encrypted in a way that the school approved.', ['encrypt-data-off-site'], { 'data-out-protected-by': 'approved-encryption' }],
      [['staff'], 'Pictures of pupils are used as our image policy says and as parents agreed.', ['consent-for-images'], { 'image-consent-from': 'a-parent' }],
      [['staff'], 'No sensitive school document, picture or mail is kept on a device of mine.', ['no-school-data-on-own-devices']]
    ]],
    ['10', 'Data and system security', [
      [['staff'], 'I know the offences of the Computer Misuse Act 1990 and use systems lawfully.', ['use-systems-lawfully']]
    ]],
    ['11', 'Data and system security', [
      [['staff'], 'I do not try to get round filtering or security.', ['leave-protection-on']],
      [['school'], 'A named product filters our connection.', ['filtering-in-place']],
      [['head', 'school'], 'Headteacher and IT company each go through the internet traffic once a week.', ['monitor-use'], { 'logs-looked-at': 'weekly', 'logs-seen-by': 'it-company' }],
      [['staff'], 'Illegal or unsuitable use that they find may lead to disciplinary action.', ['accept-consequences'], { breach: 'discipline' }]
    ]],
    ['12', 'Data and system security', [
      [['staff'], 'I report a suspected virus to the headteacher, the computing lead or IT support as soon as possible.', ['report-viruses'], { 'malware-reported-to': ['headteacher', 'coordinator', 'support'] }]
    ]],
    ['13', 'Data and system security', [
      [['staff'], 'When school documents or files are lost I tell the headteacher as soon as possible.', ['report-loss', 'handle-data-breaches'], { 'loss-reported-to': ['headteacher', 'dsl'] }]
    ]],
    ['14', 'Data and system security', [
      [['staff'], 'Pictures and films are used as our image policy says.', ['read-linked-policies', 'consent-for-images']],
      [['staff'], 'Pictures are fitting and taken with school equipment only.', ['no-images-on-own-devices']],
      [['staff'], 'Pictures are taken and published only with a parent’s explicit consent.', ['consent-for-images'], { 'image-consent-from': 'a-parent', 'images-outside': 'parents-agree' }]
    ]],
    ['15', 'In the classroom', [
      [['staff'], 'The child-protection policy is known to me and understood.', ['read-linked-policies']]
    ]],
    ['16', 'In the classroom', [
      [['staff'], 'In my class I stand up for safety online.', ['support-policy', 'teach-online-safety']],
      [['staff'], 'I teach it as a steady part of the curriculum that builds year by year.', ['teach-online-safety']],
      [['staff'], 'Children can tell me what happened to them online without fear of blame.', ['teach-online-safety']],
      [['staff'], 'I choose resources for online safety with care.', ['teach-online-safety']]
    ]],
    ['17', 'In the classroom', [
      [['staff'], 'I report each concern about a pupil’s safety online to the headteacher, who is safeguarding lead, as soon as possible.', ['report-child-concerns'], { 'children-reported-to': ['headteacher', 'dsl'] }],
      [['staff'], 'I report unsuitable sites and material, met by accident or sent to me, and gaps in the filtering.', ['report-unsuitable-material', 'report-bad-mail'], { 'sites-reported-to': ['headteacher', 'dsl'] }]
    ]],
    ['18', 'In the classroom', [
      [['staff'], 'I respect copyright, get permission, and neither copy nor share what is protected.', ['respect-copyright']]
    ]],
    ['19', 'Social media and mobile technology', [
      [['staff'], 'My standing online and my use of technology fit my post and the code of conduct.', ['no-disrepute-online'], { 'social-media': 'disrepute' }],
      [['staff'], 'I take sensible steps to protect myself on social media.', ['protect-yourself-online']],
      [['staff'], 'I know what the school expects about personal devices and phones.', ['phones-away-from-pupils']],
      [['staff'], 'On social media I say and share nothing about pupils, staff, the school or parents.', ['no-school-talk-on-social-media'], { 'social-media': 'its-people' }],
      [['staff'], 'My use of technology does not undermine my post or keep me from my work.', ['work-use']]
    ]],
    ['20', 'Social media and mobile technology', [
      [['staff'], 'My contact with pupils and parents, now or in the past, and with other professionals is open to scrutiny.', ['professional-contact-with-pupils', 'school-channels-only']],
      [['staff'], 'It stays within clear professional bounds.', ['professional-messages', 'professional-contact-with-pupils']],
      [['staff'], 'It takes place through addresses and numbers that the school provides or approved.', ['school-channels-only'], { 'ways-to-reach-pupils': 'school-channels' }],
      [['staff'], 'I give pupils neither my own mail address nor my telephone number.', ['own-details-private'], { 'own-details-kept-from': 'pupils' }],
      [['staff'], 'I neither send nor accept friend requests with pupils, past pupils or parents.', ['no-friends-with-pupils'], { 'social-media': 'friends' }],
      [['staff'], 'If a pupil or parent approaches me online I do not answer and tell the headteacher.', ['report-concerns', 'no-friends-with-pupils']],
      [['staff'], 'I tell the headteacher of any existing tie that makes it hard to keep this policy.', ['declare-relationships']]
    ]],
    ['21', 'Social media and mobile technology', [
      [['staff'], 'I take questions about safe practice to the headteacher.', ['ask-when-unsure']]
    ]],
    ['22', 'Social media and mobile technology', [
      [['staff'], 'I neither upload, download nor open anything illegal.', ['no-unsuitable-material']]
    ]],
    ['23', 'Social media and mobile technology', [
      [['staff'], 'I write and pass on nothing that may harass, offend, inconvenience or needlessly alarm anyone.', ['no-chain-letters', 'no-offensive-messages']]
    ]],
    ['24', 'Social media and mobile technology', [
      [['staff'], 'Nothing I do online discredits the school or the county council.', ['no-disrepute-online'], { 'social-media': 'disrepute' }]
    ]],
    ['25', 'Social media and mobile technology', [
      [['staff'], 'Should Covid close the school, the policy on remote learning applies.', ['read-linked-policies']]
    ]],
    ['26', 'Compliance', [
      [['staff'], 'To see that this policy is kept the school may monitor systems and internet use and intercept mail.', ['know-of-monitoring']],
      [['school'], 'Such monitoring is proportionate and respects privacy, human rights and the law on data.', ['monitor-lawfully']],
      [['school'], 'Where the school believes that use was unauthorised or unacceptable, its disciplinary procedure follows.', ['accept-consequences'], { breach: 'discipline' }],
      [['school'], 'Suspected crime and unlawful material are handed to the police.', ['refer-outside'], { 'outside-partners': 'police' }]
    ]],
    ['27', 'Compliance', [
      [['staff'], 'Staff may carry a phone but keep it, whenever possible, where children neither see nor reach it.', ['phones-away-from-pupils'], { 'staff-phones': 'staff-areas' }],
      [['staff'], 'A phone may be used to tell the time.', []],
      [['staff'], 'While children are present nobody calls, texts, browses or uses social media.', ['phones-away-from-pupils']],
      [['staff'], 'Personal phones are used in staff areas only.', ['phones-away-from-pupils'], { 'staff-phones': 'staff-areas' }],
      [['staff'], 'Phones are not connected to the school’s wireless network.', ['own-devices-off-network'], { 'own-devices-on-network': 'never' }],
      [['staff'], 'No contact details of parents are kept on a personal phone.', ['no-parent-contacts-on-own-phone']],
      [['staff'], 'No pictures of children are taken on a personal phone, at events either.', ['no-images-on-own-devices'], { 'images-on-own-devices': 'never' }]
    ]],
    ['28', 'Breaches and concerns', [
      [['staff'], 'What worries me about a pupil or a parent I report to the headteacher and put on record.', ['report-child-concerns'], { 'children-reported-to': ['headteacher', 'dsl'] }]
    ]],
    ['29', 'Breaches and concerns', [
      [['staff'], 'I report concerns about colleagues to the headteacher.', ['report-concerns-about-staff'], { 'staff-reported-to': ['headteacher', 'dsl'] }]
    ]],
    ['Declaration', 'Declaration', [
      [['staff'], 'I have read and understood this policy and agree to keep it, on site and off.', ['sign-policy']],
      [['staff'], 'My name, signature and the date stand below.', ['sign-policy'], { 'signed-with': ['name', 'date'] }]
    ]]
  ]
});
