import { model } from './model.ts';

/** One page of promises that staff, governors and other authorised users sign. */
export const codeOfConduct = model({
  id: 'code-of-conduct',
  title: 'Code of conduct for the use of technology',
  // biome-ignore format: one clause a line
  sections: [
    ['Preamble', 'Who signs', [
      [['staff', 'governor', 'visitor'], 'Staff, governors and every authorised user sign this code and keep to it for as long as they have access.', ['sign-policy'], { 'signed-by': ['staff', 'governors', 'visitors'], 'signed-again': 'once' }],
      [['staff', 'governor', 'visitor'], 'Worries go to either of our two e-safety coordinators.', ['ask-when-unsure', 'name-post-holders']]
    ]],
    ['Code', 'Code of conduct', [
      [['staff', 'governor', 'visitor'], 'I know that technology means phones, tablets, cameras, messages and social networks too, whoever owns them.', ['know-the-scope']],
      [['staff', 'governor', 'visitor'], 'I know that using a school system for what its owner does not permit is a crime.', ['use-systems-lawfully']],
      [['staff', 'governor', 'visitor'], 'I add no software or hardware to a school device unless the computing lead agreed.', ['install-with-permission'], { 'installing-approved-by': 'computing-lead' }],
      [['staff', 'governor', 'visitor'], 'I respect copyright and intellectual property.', ['respect-copyright']],
      [['staff', 'governor', 'visitor'], 'All my school business goes through the approved, secure mail, where I have it.', ['no-personal-account']],
      [['staff', 'governor', 'visitor'], 'I use school systems for my role here, or for what the headteacher approved.', ['work-use'], { 'personal-use': 'approved' }],
      [['staff', 'governor', 'visitor'], 'I know that my use in school is monitored and logged, and that my line manager or the headteacher may ask to see it.', ['know-of-monitoring'], { 'logs-seen-by': 'line-manager' }],
      [['staff', 'governor', 'visitor'], 'I keep to the school’s security and tell no third party a password.', ['keep-passwords-secret', 'leave-protection-on'], { 'anothers-password': 'never' }],
      [['staff', 'governor', 'visitor'], 'I answer for all that happens under my user names.', ['answer-for-own-account']],
      [['staff', 'governor', 'visitor'], 'What I do online, here or elsewhere, never discredits my role; I pass on nothing abusive, illegal or discriminatory.', ['no-disrepute-online', 'no-unsuitable-material'], { 'social-media': 'disrepute' }],
      [['staff', 'governor', 'visitor'], 'My mail, messages and posts to staff and children befit my role.', ['professional-contact-with-pupils', 'professional-messages'], { 'ways-to-reach-pupils': 'any-professional' }],
      [['staff', 'governor', 'visitor'], 'I try to write so that I cannot be misunderstood.', ['professional-messages']],
      [['staff', 'governor', 'visitor'], 'I keep personal data safe in school, outside it and from afar.', ['protect-personal-data']],
      [['staff', 'governor', 'visitor'], 'I take data out or reach it from outside only when the headteacher allowed it.', ['take-data-out-when-authorised'], { 'data-out-approved-by': 'headteacher' }],
      [['staff', 'governor', 'visitor'], 'Nobody hands out pictures of children or staff beyond the school.', ['pupil-images-stay-in-school'], { 'images-outside': 'never' }],
      [['staff', 'governor', 'visitor'], 'Pictures serve work only, and a parent, a colleague or the headteacher has agreed to them in writing.', ['consent-for-images'], { 'image-consent-from': 'parent-staff-or-head' }],
      [['staff', 'governor', 'visitor'], 'During the school day my phone is out of sight and off or silent.', ['phones-away-from-pupils'], { 'staff-phones': 'off' }],
      [['staff', 'governor', 'visitor'], 'I never photograph children at school with a device of my own.', ['no-images-on-own-devices'], { 'images-on-own-devices': 'never' }],
      [['staff', 'governor', 'visitor'], 'I report whatever worries me about a child’s safety to the safeguarding lead or the coordinators.', ['report-child-concerns'], { 'children-reported-to': ['dsl', 'coordinator'] }],
      [['staff', 'governor', 'visitor'], 'I stand by the online-safety policy and help children to act safely and with thought.', ['support-policy']],
      [['staff', 'governor', 'visitor'], 'I promote online safety with the children I teach and help them to use, write and publish responsibly.', ['support-policy', 'teach-online-safety']],
      [['staff', 'governor', 'visitor'], 'I accept that any user who breaks this code, governors too, may face disciplinary action.', ['accept-consequences'], { breach: 'discipline' }],
      [['staff'], 'I read this together with the staff handbook and the online-safety policy.', ['read-linked-policies']]
    ]]
  ]
});
