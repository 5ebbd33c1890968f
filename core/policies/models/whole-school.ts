import { model } from './model.ts';

/** Rules for pupils, parents, staff, governors and visitors of a small school, with the unions’ advice bound in. */
export const wholeSchool = model({
  id: 'whole-school',
  title: 'Acceptable use and online safety for the whole school',
  // biome-ignore format: one clause a line
  sections: [
    ['Introduction', 'Introduction', [
      [['staff', 'pupil', 'parent'], 'Everybody who goes online knows the risks, and that many services ask for a minimum age, often thirteen.', []],
      [['school'], 'We teach children to stay safe and within the law online.', ['plan-online-safety-year']],
      [['staff'], 'Everyone shares in keeping sensitive information safe, even those who do not handle data themselves.', ['protect-personal-data', 'train-staff']],
      [['staff', 'governor', 'visitor', 'pupil'], 'The agreement takes in staff, governors, regular visitors and pupils, and devices of the school’s and of their own.', ['know-the-scope', 'sign-policy'], { 'signed-by': ['staff', 'governors', 'visitors', 'pupils'] }]
    ]],
    ['Monitoring', 'Monitoring', [
      [['school'], 'Our internet provider logs everything that is done online and may look at its logs.', ['know-of-monitoring']]
    ]],
    ['Breaches', 'Breaches', [
      [['staff', 'visitor', 'pupil'], 'Whoever breaks this policy may lose equipment, software or services for a while or for good.', ['accept-consequences'], { breach: 'access' }],
      [['staff'], 'For staff a breach is a reason for disciplinary action; for support staff on probation, for what their terms say.', ['accept-consequences'], { breach: 'discipline' }],
      [['staff', 'visitor', 'pupil'], 'A breach may also end in criminal or civil proceedings.', ['accept-consequences', 'refer-outside'], { breach: 'police' }],
      [['school'], 'The Information Commissioner can fine the school up to £500,000 when it seriously breaks the Data Protection Act.', ['handle-data-breaches'], { 'outside-partners': 'commissioner' }]
    ]],
    ['Incidents', 'Reporting incidents', [
      [['staff'], 'Breaches, attempts at them and misuse of technology, known or suspected, are reported at once.', ['report-concerns'], { 'sites-reported-to': 'responsible-person' }],
      [['staff'], 'Lost or stolen equipment, data, remote-access details and PINs are reported at once.', ['report-loss'], { 'loss-reported-to': 'responsible-person' }],
      [['staff'], 'Warnings of a virus are reported.', ['report-viruses']],
      [['staff'], 'Mail that nobody asked for is reported.', ['report-bad-mail'], { 'mail-reported-to': 'responsible-person' }],
      [['staff'], 'Everything else that is not in line with this policy goes to the responsible person.', ['report-concerns']]
    ]],
    ['Viruses', 'Viruses', [
      [['staff'], 'Files from the internet, from mail or from a stick are checked with the school’s virus scanner before use.', ['virus-protection-current']],
      [['staff'], 'Nobody meddles with the virus scanner.', ['leave-protection-on']],
      [['staff'], 'A machine that seldom joins the network gets regular virus updates arranged with the IT team.', ['virus-protection-current']],
      [['staff'], 'Whoever suspects a virus stops working on the machine and calls IT support at once.', ['report-viruses'], { 'malware-reported-to': 'support' }],
      [['school'], 'IT support says what to do and tells those who must know.', ['log-incidents']]
    ]],
    ['1', 'Introduction to the rules', [
      [['staff'], 'Before pupils go online staff have talked about how to deal sensitively with unsuitable use.', ['train-staff']],
      [['governor', 'pupil'], 'Governors and pupils have discussed these rules.', ['consult-on-policy']],
      [['staff'], 'Read them with the safeguarding policy and the guidance for safer working practice.', ['read-linked-policies']],
      [['staff'], 'Putting them into practice is the work of all staff.', ['support-policy']]
    ]],
    ['2', 'The internet in school', [
      [['parent', 'staff'], 'Parents can reach staff through the school’s mail address.', []]
    ]],
    ['3', 'The internet in lessons', [
      [['staff'], 'Teachers plan lessons online and make sure that pupils have the skills to work safely.', ['supervise-pupils-online', 'teach-online-safety']]
    ]],
    ['4', 'Website', [
      [['school'], 'Nobody can tell from a caption who the children in our photographs are.', ['no-pupil-names-with-images']],
      [['school'], 'Elsewhere a first name alone is given, never tied to a picture or to other personal facts.', ['no-pupil-names-with-images']],
      [['school'], 'No personal mail address of a pupil or member of staff is on the website.', ['publish-with-approval']]
    ]],
    ['5', 'Who does what', [
      [['head', 'governor'], 'The headteacher, with the governors, sees that the rules are put into practice and kept.', ['report-to-governors']],
      [['coordinator'], 'The senior teacher leads on e-safety and has been trained for it.', ['name-post-holders', 'train-staff']],
      [['staff'], 'Teachers encourage safe behaviour and follow the procedures.', ['support-policy']],
      [['staff'], 'Nobody is blamed for speaking up, so that pupils dare to report.', ['report-concerns']],
      [['school'], 'As they grow older pupils gain access step by step.', ['filtering-in-place']],
      [['staff'], 'Teachers explain what is unacceptable without going into detail.', ['teach-online-safety']],
      [['pupil'], 'Pupils sign the rules before they first go online.', ['pupils-sign'], { 'signed-by': 'pupils' }],
      [['pupil', 'school'], 'A pupil who will not sign loses access there and then.', ['pupils-sign']],
      [['staff'], 'The rules are for staff as much as for pupils.', ['support-policy']],
      [['staff'], 'Staff sign each year, and so do temporary and regular supply teachers.', ['sign-policy', 'sign-yearly'], { 'signed-by': ['staff', 'supply'], 'signed-again': 'yearly' }]
    ]],
    ['6', 'Monitoring in school', [
      [['head', 'coordinator'], 'Headteacher and senior teacher look at how the internet is used on a regular basis.', ['monitor-use'], { 'logs-looked-at': 'regularly' }],
      [['staff'], 'Each teacher watches over internet use in the classroom.', ['supervise-pupils-online']],
      [['head'], 'The headteacher checks that nothing unsuitable is stored on our systems.', ['monitor-use']],
      [['pupil'], 'Children know that teachers can open all their work folders.', ['know-of-monitoring']],
      [['coordinator'], 'The coordinator sees to regular virus checks and takes the IT provider’s advice.', ['virus-protection-current']]
    ]],
    ['7', 'The network', [
      [['staff', 'pupil'], 'The network is ours and serves pupils’ learning and staff’s profession.', ['work-use']],
      [['staff', 'pupil'], 'The school may look at and delete files and monitor mail and internet use as it sees fit.', ['know-of-monitoring']]
    ]],
    ['8', 'Private use', [
      [['staff'], 'A little private use now and then is fine as long as it does no harm.', ['work-use'], { 'personal-use': 'incidental' }],
      [['staff'], 'Staff act responsibly and do not abuse this.', ['work-use']],
      [['staff'], 'No personal device joins the wireless network without the headteacher’s permission.', ['own-devices-off-network'], { 'own-devices-on-network': 'permitted' }],
      [['staff'], 'What staff do on social media fits their professional standing.', ['no-disrepute-online'], { 'social-media': 'disrepute' }],
      [['staff'], 'On social media they never mention the school, talk about its people or go against its values.', ['no-school-talk-on-social-media'], { 'social-media': ['the-school', 'its-people'] }],
      [['staff'], 'Private blogs and sites neither harm their professional role nor can be mistaken for it.', ['no-disrepute-online']],
      [['staff'], 'Nothing that they do online puts their professional duties in doubt.', ['no-disrepute-online']]
    ]],
    ['Pupils', 'Rules for pupils', [
      [['pupil'], 'At school I use computers for school work only.', ['work-use']],
      [['pupil'], 'I write mail from my class address or my own school address only.', ['pupils-use-approved-mail']],
      [['pupil'], 'I open attachments only when I know the sender or my teacher said yes.', ['open-trusted-mail-only']],
      [['pupil'], 'I tell nobody my passwords.', ['keep-passwords-secret']],
      [['pupil'], 'I open and delete only files that are mine.', ['own-files-only']],
      [['pupil'], 'I do not hand in somebody else’s work as mine.', ['respect-copyright']],
      [['pupil'], 'When I write to children or adults I am polite, sensible and responsible.', ['no-offensive-messages']],
      [['pupil'], 'I do not look for, keep or send nasty things, and I tell my teacher if I come across any.', ['no-unsuitable-material', 'report-unsuitable-material'], { 'sites-reported-to': 'teacher' }],
      [['pupil'], 'I give away no names, phone numbers or home addresses, mine or others’.', ['own-details-private', 'others-details-private']],
      [['pupil'], 'I meet nobody and send no picture of me unless my teacher approved it and an adult comes along.', ['no-meeting-without-permission']],
      [['pupil'], 'I answer for what I do, because these rules keep me safe.', ['support-policy']],
      [['pupil'], 'I upload nothing that could upset anybody at our school.', ['no-disrepute-online', 'no-offensive-messages']],
      [['pupil'], 'I know that my work can be checked and that my parents may be called if someone worries about me.', ['know-of-monitoring']],
      [['pupil'], 'I join nothing online unless it is for a project that my teacher approved.', ['pupils-join-no-services']],
      [['pupil'], 'I leave my smart watch at home.', ['pupil-phones-handed-in']],
      [['pupil'], 'I join services only when I am old enough, often over thirteen.', ['pupils-join-no-services']],
      [['pupil'], 'I know that what I do online is monitored and logged and that teachers can see it.', ['know-of-monitoring']],
      [['pupil'], 'I know that breaking the rules has consequences and that my parents may hear of it.', ['accept-consequences']],
      [['school'], 'What children do on the internet away from school is not the school’s responsibility.', ['know-the-scope']]
    ]],
    ['Parents', 'Letter to parents', [
      [['parent'], 'Parents talk the rules over at home and send back the slip.', ['parents-sign'], { 'signed-by': 'parents' }],
      [['parent'], 'Parents with a question ask the class teacher.', ['ask-when-unsure']],
      [['parent'], 'Parents see to protection at home and check that age limits are no longer at factory settings.', ['inform-parents']],
      [['parent'], 'The slip shows the parent’s signature, the child’s name, the class and the date.', ['parents-sign'], { 'signed-with': ['name', 'date'] }]
    ]],
    ['Agreement', 'Agreement for staff, governors and visitors', [
      [['staff', 'governor', 'visitor'], 'All of us sign this code and keep to it always.', ['sign-policy'], { 'signed-by': ['staff', 'governors', 'visitors'] }],
      [['staff'], 'Questions go to the headteacher or the senior teacher.', ['ask-when-unsure']],
      [['staff', 'governor', 'visitor'], 'I use school systems for my work, or as headteacher or governors find acceptable.', ['work-use'], { 'personal-use': 'approved' }],
      [['staff', 'governor', 'visitor'], 'I keep to the security of our systems and give no password away.', ['keep-passwords-secret', 'leave-protection-on'], { 'anothers-password': 'never' }],
      [['staff', 'governor', 'visitor'], 'I lock my computer whenever I leave the room.', ['lock-when-unattended'], { 'leaving-a-device': 'lock' }],
      [['staff', 'governor', 'visitor'], 'What I write to pupils and staff befits my role.', ['professional-contact-with-pupils', 'professional-messages']],
      [['staff', 'governor', 'visitor'], 'I give pupils no mobile number, mail address or social-media link of my own.', ['own-details-private'], { 'own-details-kept-from': 'pupils' }],
      [['staff', 'governor', 'visitor'], 'For school business I use the approved, secure mail only.', ['no-personal-account']],
      [['staff', 'governor', 'visitor'], 'I keep personal data from our information system safe, in school, outside and from afar.', ['protect-personal-data']],
      [['staff', 'governor', 'visitor'], 'I take it out or reach it from outside only when headteacher or governors allowed it.', ['take-data-out-when-authorised'], { 'data-out-approved-by': ['headteacher', 'governors'] }],
      [['staff', 'governor', 'visitor'], 'Personal or sensitive data outside the site is encrypted.', ['encrypt-data-off-site'], { 'data-out-protected-by': 'encryption' }],
      [['staff', 'governor', 'visitor'], 'I install no hardware or software without a colleague’s permission.', ['install-with-permission'], { 'installing-approved-by': 'any-colleague' }],
      [['staff', 'governor', 'visitor'], 'I neither look at nor pass on anything offensive, illegal or discriminatory.', ['no-unsuitable-material']],
      [['staff', 'governor', 'visitor'], 'I take pictures for work only, as our policy says and with written consent.', ['consent-for-images'], { 'image-consent-from': 'parent-or-staff' }],
      [['staff', 'governor', 'visitor'], 'Pictures leave the school’s network only with permission of parent, colleague or headteacher.', ['pupil-images-stay-in-school'], { 'images-outside': 'permitted' }],
      [['staff', 'governor', 'visitor'], 'I upload no picture, film, sound or text that has anything to do with us here.', ['no-school-talk-on-social-media'], { 'social-media': 'the-school' }],
      [['staff', 'governor', 'visitor'], 'I know that my use is monitored and logged, and that line manager or headteacher may ask to see it.', ['know-of-monitoring'], { 'logs-seen-by': 'line-manager' }],
      [['staff', 'governor', 'visitor'], 'I respect copyright and intellectual property.', ['respect-copyright']],
      [['staff', 'governor', 'visitor'], 'What I do online never discredits the school, my good name or another’s.', ['no-disrepute-online'], { 'social-media': 'disrepute' }],
      [['staff', 'governor', 'visitor'], 'From 8.30 to 3.30 I use no personal device or smart watch in public areas, the staff room apart.', ['phones-away-from-pupils'], { 'staff-phones': 'staff-areas' }],
      [['staff'], 'I know that this is part of the terms of my contract.', ['accept-consequences'], { breach: 'contract' }],
      [['staff', 'governor', 'visitor'], 'I sign with my printed name, my post and the date.', ['sign-policy'], { 'signed-with': ['name', 'date', 'post'] }]
    ]],
    ['Advice', 'Advice of the unions', [
      [['staff'], 'Let whatever you write to pupils, parents and others fit your role and the rules.', ['professional-messages', 'professional-contact-with-pupils']],
      [['staff'], 'Do not speak of your job in any way on social media.', ['no-school-talk-on-social-media'], { 'social-media': 'its-people' }],
      [['staff'], 'Keep off the internet whatever might upset someone at the school.', ['no-disrepute-online']],
      [['staff'], 'Do all school business with the school’s mail, phone and camera.', ['school-equipment-for-work', 'no-personal-account']],
      [['staff'], 'Give nobody your own number, mail address or social-media details.', ['own-details-private'], { 'own-details-kept-from': ['pupils', 'parents', 'everybody'] }],
      [['staff'], 'Give no password away, and keep personal data safe.', ['keep-passwords-secret', 'protect-personal-data']],
      [['staff'], 'Take pictures for work only and let a colleague know.', ['second-adult-for-images', 'consent-for-images']],
      [['staff'], 'Keep away from anything offensive, illegal or discriminatory.', ['no-unsuitable-material']],
      [['staff'], 'Let nothing that you do online discredit your employer or your role.', ['no-disrepute-online'], { 'social-media': 'disrepute' }],
      [['staff'], 'You must report any online incident that touches you, your profession or your employer.', ['report-concerns']]
    ], 'advice']
  ]
});
