import { model } from './model.ts';

/** A primary school’s full policy: everything from roles and lessons to photographs, with an agreement for staff. */
export const stNorberts = model({
  id: 'st-norberts',
  title: 'Technology safety and acceptable use',
  adoptedOn: '2016-04',
  reviewDue: '2018-04',
  // biome-ignore format: one clause a line
  sections: [
    ['Cover', 'Cover', [
      [['school'], 'Adopted in the spring of 2016; the next review falls in the spring of 2018.', ['review-policy'], { 'reviewed-every': 'two-years' }]
    ]],
    ['Introduction', 'Introduction', [
      [['staff', 'pupil', 'parent'], 'Everybody who goes online here ought to be aware of what can go wrong.', []],
      [['school'], 'We teach children to behave safely, kindly and lawfully online, at school and at home.', ['plan-online-safety-year']],
      [['staff', 'governor', 'visitor', 'pupil'], 'These rules hold for computers and mobile devices alike, the school’s and people’s own, once they are used here.', ['know-the-scope']],
      [['staff', 'governor', 'visitor', 'pupil'], 'There is an agreement to sign for each group: staff, governors, visitors and pupils.', ['sign-policy'], { 'signed-by': ['staff', 'governors', 'visitors', 'pupils'] }]
    ]],
    ['Levels', 'Safety on every level', [
      [['school'], 'We publish our rules so that everyone can see what responsible use means.', ['publish-policy']],
      [['school'], 'Our broadband is secure and filtered by the product that the local authority recommends.', ['filtering-in-place']],
      [['school'], 'We draw on the standards of the national education network.', []]
    ]],
    ['Roles', 'Who does what', [
      [['head', 'governor'], 'Headteacher and governors answer for putting this policy into practice and watching over it.', ['report-to-governors']],
      [['school'], 'One named person coordinates online safety and another leads on safeguarding.', ['name-post-holders']],
      [['school'], 'We tell the whole school community who these two are.', ['name-post-holders']],
      [['coordinator'], 'Both keep their knowledge current with the help of the local authority and national child-protection bodies.', ['train-staff']],
      [['head', 'coordinator'], 'Senior leaders and governors hear about online safety from the headteacher or the coordinator.', ['report-to-governors']],
      [['governor'], 'Every governor understands what online safety means here and nationally.', ['report-to-governors']],
      [['school'], 'This policy belongs with those on safeguarding, health and safety, behaviour, home and school, and personal education.', ['publish-policy']]
    ]],
    ['Training', 'Education and training', [
      [['school', 'staff'], 'Staff are trained regularly as technology moves on.', ['train-staff']],
      [['school'], 'We revise what we teach about online safety regularly, so that it suits every pupil.', ['plan-online-safety-year']],
      [['school'], 'Parents are offered information and workshops on what their children use and risk.', ['inform-parents']]
    ]],
    ['Staff skills', 'Staff skills', [
      [['school', 'staff'], 'All staff have training on online safety each year and news in between.', ['train-staff']],
      [['school'], 'What training took place stands in the professional-development record.', ['train-staff']],
      [['school', 'staff'], 'Newcomers receive this policy and the rules for technology in their induction.', ['train-staff', 'sign-policy']],
      [['staff'], 'Each member of staff knows their own safeguarding duty and what to do when technology is misused.', ['train-staff', 'report-concerns']],
      [['staff'], 'Staff are encouraged to bring online safety into the subjects they teach.', ['teach-online-safety']]
    ]],
    ['Messages', 'Keeping the message alive', [
      [['staff'], 'Whenever a lesson goes online, safety is part of it.', ['teach-online-safety']],
      [['staff'], 'Pupils meet these rules anew each September.', ['plan-online-safety-year']],
      [['school'], 'Pupils elect their own online-safety officers and digital leaders.', ['plan-online-safety-year']],
      [['staff'], 'Each classroom has a corner that shows how to stay safe online.', ['plan-online-safety-year']]
    ]],
    ['Curriculum', 'Online safety in lessons', [
      [['staff'], 'Teachers talk about dangers met outside school, in lessons and when the moment comes.', ['teach-online-safety']],
      [['staff'], 'Pupils learn about copyright and about respect for what belongs to others, pictures included.', ['teach-online-safety']],
      [['pupil', 'staff'], 'Pupils know what bullying online does and where help is to be had.', ['teach-online-safety']],
      [['staff', 'parent'], 'No pupil goes online without supervision and permission.', ['supervise-pupils-online']],
      [['school'], 'Access is set up for children, with filtering to suit their age.', ['filtering-in-place']],
      [['staff'], 'Pupils learn what is acceptable online and what each online task is for.', ['teach-online-safety']],
      [['staff'], 'Pupils learn to search, choose and judge what they find.', ['teach-online-safety']],
      [['school', 'staff', 'pupil'], 'Whatever is taken from the internet is used within copyright law.', ['respect-copyright']],
      [['staff'], 'Pupils learn to doubt, and to check before they believe.', ['teach-online-safety']],
      [['school'], 'The school joins the national safer-internet day each year.', ['plan-online-safety-year']],
      [['school'], 'The school joins anti-bullying week each year and looks at bullying online.', ['plan-online-safety-year']]
    ]],
    ['Passwords', 'Passwords', [
      [['staff', 'governor', 'visitor', 'pupil'], 'Every user reads the agreement and signs it to show that it was understood.', ['sign-policy'], { 'signed-by': ['staff', 'governors', 'visitors', 'pupils'] }],
      [['school'], 'Every user has a log-in and a mail account that nobody else shares.', ['own-account-for-each-user']],
      [['pupil'], 'Pupils keep out of the files of other pupils, of teachers and of anybody else.', ['own-files-only']],
      [['staff', 'pupil'], 'Anyone whose password may be known to another tells the headteacher.', ['report-loss'], { 'passwords-reported-to': 'headteacher' }],
      [['staff'], 'Passwords are for one person and are never shared.', ['keep-passwords-secret'], { 'anothers-password': 'never' }],
      [['staff'], 'Staff change their passwords from time to time.', ['change-passwords'], { 'password-change': 'from-time-to-time' }],
      [['staff'], 'No workstation stays unlocked with nobody at it.', ['lock-when-unattended'], { 'leaving-a-device': 'lock' }]
    ]],
    ['Data security', 'Data security', [
      [['staff'], 'Staff let nobody else look at the school’s data.', ['limit-access-to-data']],
      [['staff'], 'Staff alter the school’s data only when the headteacher has asked for it.', ['take-data-out-when-authorised']],
      [['staff'], 'Data that leaves the site is protected by a password.', ['encrypt-data-off-site'], { 'data-out-protected-by': 'password' }],
      [['staff'], 'Staff do not use their own phones, tablets or laptops in school to film, photograph or record anything about children.', ['no-images-on-own-devices'], { 'images-on-own-devices': 'never' }]
    ]],
    ['Internet', 'Managing the internet', [
      [['school'], 'Filtering logs are kept and looked at at random.', ['monitor-use'], { 'logs-looked-at': 'at-random' }],
      [['school'], 'Unsuitable use is followed up by the e-safety officer of the area’s safeguarding board.', ['refer-outside'], { 'outside-partners': 'safeguarding-partners' }],
      [['staff'], 'Pupils are supervised online where that is reasonable.', ['supervise-pupils-online']],
      [['staff'], 'Staff try out a site before they recommend it.', ['supervise-pupils-online']],
      [['staff'], 'Search engines made for children are preferred.', ['filtering-in-place']],
      [['staff'], 'With pupils, open image searches are best avoided.', ['supervise-pupils-online']],
      [['staff'], 'Homework that needs the internet names sites that the teacher has checked.', ['supervise-pupils-online']],
      [['school', 'parent'], 'Parents are asked to look at those sites again and to stay nearby during further research.', ['inform-parents']],
      [['staff', 'pupil'], 'Software is used within its licence; nobody copies the school’s software or passes on pirated software.', ['respect-copyright', 'install-with-permission']],
      [['staff', 'pupil'], 'Everybody respects the copyright of what is found online.', ['respect-copyright']]
    ]],
    ['Systems', 'Security of systems', [
      [['school'], 'We review the capacity and security of our systems regularly.', ['review-policy']],
      [['head', 'governor'], 'Senior staff and the governor for computing see to it that the filtering suits its purpose and is reasonable.', ['filtering-in-place']],
      [['school'], 'Virus protection is updated regularly.', ['virus-protection-current']],
      [['school'], 'The local authority’s filtering service controls our access to the internet.', ['filtering-in-place']],
      [['school'], 'When we monitor staff we keep to the Data Protection Act 1998, the Lawful Business Practice Regulations 2000, the Regulation of Investigatory Powers Act 2000 and the Human Rights Act 1998.', ['monitor-lawfully']],
      [['staff', 'pupil'], 'Staff and pupils know that mail and internet use here may be monitored and looked into.', ['know-of-monitoring']],
      [['school'], 'Internet logs are closed to pupils.', ['limit-access-to-data']],
      [['staff', 'pupil'], 'Whoever comes upon an unsuitable site turns the screen off and tells the coordinator at once.', ['report-unsuitable-material'], { 'sites-reported-to': 'coordinator' }]
    ]],
    ['E-mail', 'E-mail', [
      [['staff', 'pupil'], 'Nobody should expect school mail to be private.', ['know-of-monitoring']],
      [['staff'], 'Pupils learn to write mail as suits their age, and to be courteous in it.', ['teach-online-safety']],
      [['school'], 'Mail and chat on school platforms are watched closely.', ['monitor-use', 'know-of-monitoring']],
      [['school'], 'A school mail account is given to each member of staff, to do all the school’s business with.', ['own-account-for-each-user', 'no-personal-account']],
      [['staff', 'pupil'], 'The holder of a mail account keeps its password safe.', ['keep-passwords-secret']],
      [['school'], 'Every mail passes a filter and leaves a trace in a log, which can be followed.', ['mail-scanned-and-logged', 'know-of-monitoring']],
      [['staff'], 'School business goes through that account and no other.', ['no-personal-account']],
      [['staff'], 'Personal mail addresses are never used to write to pupils or parents or to do school business.', ['school-channels-only', 'no-personal-account'], { 'ways-to-reach-pupils': 'school-channels' }],
      [['staff', 'pupil'], 'All who write mail are courteous and choose suitable language.', ['no-offensive-messages', 'professional-messages']],
      [['staff', 'pupil'], 'Mail gives away no personal details, neither one’s own nor anybody else’s.', ['own-details-private', 'others-details-private'], { 'own-details-kept-from': 'everybody' }],
      [['staff', 'pupil'], 'Nobody arranges by mail to meet someone without express permission.', ['no-meeting-without-permission']],
      [['school'], 'Attachments pass through the school’s virus scanner.', ['mail-scanned-and-logged', 'virus-protection-current']],
      [['staff'], 'Pupils come to e-mail through the computing scheme, with clear rules.', ['teach-online-safety']],
      [['pupil'], 'On school systems pupils use approved mail accounts only.', ['pupils-use-approved-mail']],
      [['pupil'], 'A pupil who receives offensive mail tells a teacher at once.', ['report-bad-mail'], { 'mail-reported-to': 'teacher' }],
      [['pupil'], 'Pupils give away no personal details by mail and arrange no meetings.', ['own-details-private', 'others-details-private', 'no-meeting-without-permission']],
      [['staff'], 'Staff who receive offensive mail tell the coordinator or their line manager.', ['report-bad-mail'], { 'mail-reported-to': ['coordinator', 'line-manager'] }],
      [['staff', 'pupil'], 'Mail to an outside organisation is written with the care of a letter and approved by a teacher or the headteacher first.', ['head-authorises-outside-mail'], { 'outside-mail': 'all' }],
      [['staff', 'pupil'], 'Chain letters, jokes and funny sayings are not passed on.', ['no-chain-letters']]
    ]],
    ['Website', 'What we publish', [
      [['school'], 'The website gives the school’s own address, mail and telephone, and no one else’s.', ['publish-with-approval']],
      [['school'], 'Personal information on staff or pupils stays unpublished.', ['publish-with-approval']],
      [['head'], 'The headteacher has the last word on what the website says.', ['publish-with-approval']],
      [['governor', 'school'], 'Governors ask parents to agree before pictures go on the internet.', ['consent-for-images']],
      [['school'], 'No child’s surname stands beside their photograph on the website.', ['no-pupil-names-with-images']]
    ]],
    ['Press', 'The press', [
      [['visitor', 'school'], 'Journalists talk to or photograph a child under sixteen about the child’s welfare only with a responsible adult’s consent.', ['outside-cameras-with-permission']],
      [['visitor'], 'Nobody from the press approaches or photographs pupils at school unless the school agreed.', ['outside-cameras-with-permission']],
      [['school'], 'The Data Protection Act 1998 lets us tell a journalist a child’s name once the parents have agreed.', ['outside-cameras-with-permission', 'others-details-private']],
      [['school'], 'A printed photograph carries names only where the parents said yes.', ['no-pupil-names-with-images', 'consent-for-images']]
    ]],
    ['Events', 'Filming at events', [
      [['parent'], 'Anyone who objects to photographs at events speaks to the headteacher.', ['know-complaints-route']],
      [['governor'], 'Governors seek parents’ consent to pictures and film at school events.', ['consent-for-images']],
      [['school'], 'When a commercial photographer is to film, parents hear of it beforehand.', ['inform-parents', 'outside-cameras-with-permission']],
      [['school', 'visitor'], 'The photographer is told clearly what content and conduct we expect.', ['outside-cameras-with-permission']],
      [['visitor'], 'The photographer wears our identification all the time.', ['outside-cameras-with-permission']],
      [['school'], 'Parents and children know who is filming and have agreed to the taking and the showing.', ['consent-for-images', 'inform-parents']],
      [['visitor', 'school'], 'No photographer is alone with children or sees one child at home.', ['outside-cameras-with-permission']],
      [['school'], 'Neither at a child’s home nor anywhere away from the event do we agree to a session.', ['outside-cameras-with-permission']]
    ]],
    ['Mobile', 'Mobile technology', [
      [['school'], 'New technology is weighed up for its use and its risk before it comes into school.', ['assess-new-technology']]
    ]],
    ['Own devices', 'People’s own devices', [
      [['staff'], 'Staff may bring their own phones and devices.', [], { 'staff-phones': 'allowed' }],
      [['staff'], 'Nobody on the staff rings or writes to a pupil or parent from a personal device.', ['school-channels-only'], { 'ways-to-reach-pupils': 'school-channels' }],
      [['pupil', 'parent'], 'A pupil brings a device only when the school has agreed beforehand.', ['pupil-phones-handed-in']],
      [['pupil', 'school'], 'A phone needed for the way home is left at the office in the morning and fetched in the afternoon.', ['pupil-phones-handed-in']],
      [['school'], 'Personal devices that are lost, broken or stolen are not the school’s responsibility.', ['know-the-scope']],
      [['staff', 'pupil', 'parent'], 'No unsuitable texts or mails pass between members of our community.', ['no-offensive-messages']],
      [['staff', 'pupil'], 'Personal devices are not used for pictures, film or sound.', ['no-images-on-own-devices'], { 'images-on-own-devices': 'never' }],
      [['staff', 'pupil', 'visitor'], 'A device that comes into school holds nothing unsuitable or illegal.', ['no-unsuitable-material']],
      [['staff'], 'Staff should not be in touch with pupils outside school hours.', ['pupil-contact-in-school-hours'], { 'hours-to-reach-pupils': 'school-hours' }]
    ]],
    ['School devices', 'The school’s devices', [
      [['staff', 'pupil'], 'No unsuitable texts are sent from the school’s devices.', ['no-offensive-messages']],
      [['staff', 'pupil'], 'Ask before you record anyone, in picture or sound, on any device.', ['consent-to-recording']],
      [['staff'], 'On visits and trips only the phones, laptops and tablets that the school provides are used.', ['school-equipment-for-work']],
      [['staff'], 'Whoever has a school laptop does school business away from school on that laptop only.', ['school-equipment-for-work', 'no-school-data-on-own-devices']]
    ]],
    ['Photographs', 'Using photographs', [
      [['school'], 'Photographs are used responsibly, with thought for privacy and child protection.', ['consent-for-images']],
      [['school'], 'Parents’ consent is secured before photographs are used.', ['consent-for-images']],
      [['school'], 'No picture of a pupil or member of staff is shown online, in print or in public without consent.', ['consent-for-images']],
      [['school'], 'A picture of a large crowd at an event needs no permission from each person in it.', []],
      [['parent'], 'Pictures that families take for themselves are outside the Data Protection Act.', []],
      [['staff', 'pupil'], 'Staff and pupils learn what may happen to pictures that are stored, shared or posted.', ['know-image-risks']],
      [['staff'], 'Before taking or keeping a picture, ask for consent and consider whether it is fitting.', ['consent-for-images', 'know-image-risks']],
      [['staff', 'pupil'], 'Where parents and staff agreed in writing, pictures are taken with school equipment.', ['consent-for-images', 'no-images-on-own-devices']],
      [['staff'], 'Personal phones and cameras are not for pictures of pupils, on trips either, unless the headteacher expressly allows it.', ['own-device-images-approved', 'no-images-on-own-devices'], { 'images-on-own-devices': 'permitted' }],
      [['staff'], 'A picture taken so goes straight to the school’s network, nowhere else, and off the device.', ['own-device-images-approved']],
      [['pupil'], 'Pupils do not record others with their own equipment, on trips either.', ['no-images-on-own-devices']]
    ]],
    ['Images', 'Publishing images and work', [
      [['school', 'parent'], 'When a child joins us parents are asked about each of six ways of showing work and pictures.', ['consent-for-images']],
      [['parent', 'school'], 'That consent holds for the child’s time here unless circumstances change.', ['consent-for-images'], { 'image-consent-lasts': 'enrolment' }],
      [['parent'], 'Parents may take it back in writing whenever they wish.', ['consent-for-images']],
      [['parent'], 'It counts only when both parents have given it.', ['consent-for-images'], { 'image-consent-from': 'both-parents' }],
      [['school'], 'A surname is never printed next to a picture, nor a picture next to a surname.', ['no-pupil-names-with-images']],
      [['school'], 'Pupils’ mail and home addresses stay unpublished.', ['publish-with-approval', 'others-details-private']]
    ]],
    ['Storage', 'Storing images', [
      [['staff'], 'Pictures and films of children are kept on the school’s network.', ['images-stored-on-network']],
      [['staff', 'pupil'], 'They are not put on private memory sticks unless the headteacher expressly allows it.', ['own-device-images-approved', 'images-stored-on-network']],
      [['school'], 'Only staff who teach or support, and pupils, can open them, and only from our network.', ['images-stored-on-network']],
      [['staff'], 'Memory sticks with school data that leave the site are encrypted.', ['encrypt-data-off-site'], { 'data-out-protected-by': 'encryption' }]
    ]],
    ['Video', 'Video conferences', [
      [['school'], 'Video conferences run over the education network in preference to the open internet.', []],
      [['school', 'parent'], 'Parents are asked before their child takes part.', ['video-calls-approved']],
      [['school', 'parent'], 'They are asked too when the other end is outside the school.', ['video-calls-approved']],
      [['staff'], 'A member of staff is present whenever pupils are in a video conference.', ['supervise-pupils-online']],
      [['staff'], 'The same holds when the other end is outside the school.', ['supervise-pupils-online']],
      [['school'], 'A log is kept with the date, the time and who took part.', ['video-calls-approved']],
      [['staff'], 'The headteacher approves each video conference beforehand.', ['video-calls-approved'], { 'video-calls': 'head' }],
      [['staff'], 'Nothing is recorded unless all who take part agreed in writing.', ['consent-to-recording']]
    ]],
    ['Social networks', 'Social networks', [
      [['school'], 'Social networks are blocked or filtered.', ['filtering-in-place']],
      [['school'], 'Newsgroups are closed unless one is approved for a purpose.', ['filtering-in-place', 'assess-new-technology']],
      [['staff', 'pupil'], 'Pupils are told never to give anything away that shows who or where they are.', ['teach-online-safety']]
    ]],
    ['New technology', 'New technology', [
      [['governor', 'coordinator', 'head'], 'The governor for computing, the computing lead and the headteacher assess the risk of anything new before it is used.', ['assess-new-technology']]
    ]],
    ['Risks', 'Risks', [
      [['school'], 'We take reasonable care, but cannot promise that nothing unsuitable ever appears, and accept no liability for it.', ['know-the-scope']],
      [['school'], 'We audit our technology to see whether this policy is enough and works.', ['review-policy']]
    ]],
    ['Complaints', 'Complaints', [
      [['staff', 'parent', 'pupil'], 'A complaint on online safety goes to the coordinator or the headteacher.', ['know-complaints-route']],
      [['coordinator'], 'Incidents are logged.', ['log-incidents']],
      [['school'], 'A complaint that touches child protection follows the child-protection procedure.', ['report-child-concerns']],
      [['school', 'parent', 'pupil'], 'Pupils and parents are told how to complain.', ['know-complaints-route']],
      [['head', 'coordinator'], 'Where the law may have been broken the local authority’s advice is sought.', ['refer-outside'], { 'outside-partners': 'local-authority' }]
    ]],
    ['Material', 'Unsuitable material', [
      [['staff', 'pupil'], 'Unsuitable material met by accident is reported to the coordinator at once.', ['report-unsuitable-material'], { 'sites-reported-to': 'coordinator' }],
      [['staff', 'pupil'], 'All users know how to make that report.', ['report-unsuitable-material']],
      [['coordinator'], 'When someone sought it on purpose the coordinator logs it.', ['log-incidents']],
      [['head'], 'Serious cases may be investigated and lead to suspension, dismissal or the police.', ['accept-consequences', 'refer-outside'], { breach: ['discipline', 'police'], 'outside-partners': ['local-authority', 'police'] }],
      [['head'], 'What follows is told in a formal talk and confirmed by the headteacher’s letter.', ['accept-consequences']]
    ]],
    ['Needs', 'Pupils with additional needs', [
      [['staff'], 'Some pupils need more teaching, reminders and prompts about safety online.', ['teach-online-safety']],
      [['staff'], 'Online activities are planned with special care for pupils who find social situations hard.', ['supervise-pupils-online']]
    ]],
    ['Parents', 'Parents’ part', [
      [['parent', 'pupil', 'school'], 'Parents and pupils help us review this policy, at events and in a questionnaire each year.', ['consult-on-policy']],
      [['parent'], 'On admission parents read and sign the agreement for their child.', ['parents-sign'], { 'signed-by': 'parents' }],
      [['parent'], 'Parents decide whether pictures of their child may be seen in public.', ['consent-for-images']],
      [['school'], 'We give parents news about online safety in evenings, guides, posters and newsletters and on the website.', ['inform-parents']]
    ]],
    ['Unsuitable use', 'Unsuitable use', [
      [['staff'], 'School systems are for agreed and fitting work only.', ['work-use'], { 'personal-use': 'none' }],
      [['staff', 'head'], 'Unsuitable use ends in disciplinary action; crime is reported and may be prosecuted.', ['accept-consequences', 'refer-outside'], { breach: ['discipline', 'police'] }]
    ]],
    ['Response', 'Responding to incidents', [
      [['school'], 'Every incident is handled along the same flow chart.', ['log-incidents']]
    ]],
    ['Community', 'Community use', [
      [['school'], 'We talk with local organisations about a shared approach.', []]
    ]],
    ['Pupils', 'Telling pupils', [
      [['staff'], 'Rules to suit each age hang in every classroom and are talked through each September.', ['plan-online-safety-year']],
      [['pupil'], 'Pupils hear that what they do on the network is monitored.', ['know-of-monitoring']],
      [['pupil'], 'Pupils know that they may look for information online as long as it is safe.', []],
      [['coordinator'], 'The notice board in the computer room is kept up to date regularly.', ['plan-online-safety-year']]
    ]],
    ['Staff', 'Telling staff', [
      [['school', 'staff'], 'All staff are given this policy and told why it matters.', ['publish-policy', 'sign-policy']],
      [['staff'], 'Staff know that their traffic can be traced to them, and act with discretion.', ['know-of-monitoring', 'no-disrepute-online']]
    ]],
    ['Parents’ support', 'Telling parents', [
      [['school'], 'Newsletters, prospectus, guides and website point parents to this policy.', ['inform-parents', 'publish-policy']]
    ]],
    ['Review', 'Writing and reviewing', [
      [['staff', 'coordinator'], 'Staff can raise a worry about online safety with the coordinator at any time.', ['ask-when-unsure']],
      [['school'], 'This policy is reviewed bi-annually along with the school’s plans.', ['review-policy'], { 'reviewed-every': ['six-months', 'two-years'] }],
      [['school'], 'Staff, governors, parents and children can have their say on it.', ['consult-on-policy']],
      [['school'], 'It is amended when new technology arrives or government guidance changes.', ['review-policy']]
    ]],
    ['Activities', 'Examples of activities', [
      [['staff'], 'Link collections: with parents’ consent, supervised, to approved material.', ['supervise-pupils-online']],
      [['staff'], 'Search engines: with parents’ consent, supervised, knowing what to do when something feels wrong.', ['supervise-pupils-online']],
      [['staff', 'pupil'], 'Mail with other schools: approved accounts only, nothing personal, moderated if possible.', ['pupils-use-approved-mail']],
      [['staff'], 'Pupils’ work online: with the child’s and parents’ consent, without full names or personal facts.', ['no-pupil-names-with-images', 'consent-for-images']],
      [['staff'], 'Photographs online: with parents’ consent, so that no pupil can be picked out.', ['no-pupil-names-with-images', 'consent-for-images']],
      [['staff'], 'The file of a picture does not bear the pupil’s name.', ['no-pupil-names-with-images']]
    ]],
    ['Agreement', 'Staff agreement', [
      [['staff'], 'All staff sign this code and keep to it always.', ['sign-policy'], { 'signed-by': 'staff' }],
      [['staff'], 'Questions go to the coordinator.', ['ask-when-unsure']],
      [['staff'], 'I use school mail and internet for my work, or as the headteacher or governors find reasonable.', ['work-use'], { 'personal-use': 'approved' }],
      [['staff'], 'I keep to the security of the system and give no password away.', ['keep-passwords-secret', 'leave-protection-on'], { 'anothers-password': 'never' }],
      [['staff'], 'What I write to pupils and colleagues befits my role.', ['professional-contact-with-pupils', 'professional-messages']],
      [['staff'], 'I give pupils neither my own mobile number nor my own mail address.', ['own-details-private'], { 'own-details-kept-from': 'pupils' }],
      [['staff'], 'For school business I use the approved, secure mail only.', ['no-personal-account']],
      [['staff'], 'I keep personal data safe in school, outside it and online.', ['protect-personal-data']],
      [['staff'], 'I take personal data out or reach it from outside only when the headteacher allowed it.', ['take-data-out-when-authorised'], { 'data-out-approved-by': 'headteacher' }],
      [['staff'], 'I neither look at nor pass on anything offensive, illegal or discriminatory.', ['no-unsuitable-material']],
      [['staff'], 'I take and use pictures for work only, once the parent, carer or colleague has agreed in writing.', ['consent-for-images'], { 'image-consent-from': 'parent-or-staff' }],
      [['staff'], 'Pictures leave the school’s network only with permission of the parent, colleague or headteacher.', ['pupil-images-stay-in-school'], { 'images-outside': 'permitted' }],
      [['staff'], 'I know that my use is monitored and logged and may be shown to the headteacher on request.', ['know-of-monitoring'], { 'logs-seen-by': 'head' }],
      [['staff'], 'I respect copyright and intellectual property.', ['respect-copyright']],
      [['staff'], 'What I do online, here or elsewhere, brings no discredit on my role.', ['no-disrepute-online'], { 'social-media': 'disrepute' }],
      [['staff'], 'I stand by this policy and help pupils to act safely and with thought.', ['support-policy']],
      [['staff'], 'I sign with the date, my post and my name in print.', ['sign-policy'], { 'signed-with': ['name', 'date', 'post'] }]
    ]]
  ]
});
