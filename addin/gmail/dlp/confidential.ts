/**
 * Where people turn in confidence: public bodies (the designated officer of a local authority, occupational health, the police), unions of school
 * staff, help with whistle-blowing. The same for every school, so that a rule that leaves mail to them alone tells nobody whom this school exempts.
 */
export const confidentialDomains: readonly string[] = [
  'gov.uk',
  'nhs.uk',
  'nhs.net',
  'police.uk',
  'cjsm.net',
  'gov.wales',
  'llyw.cymru',
  'nhs.wales',
  'gov.scot',
  'hscni.net',
  'acas.org.uk',
  'ascl.org.uk',
  'community-tu.org',
  'edapt.org.uk',
  'educationsupport.org.uk',
  'eis.org.uk',
  'gmb.org.uk',
  'naht.org.uk',
  'nasuwt.org.uk',
  'neu.org.uk',
  'nspcc.org.uk',
  'protect-advice.org.uk',
  'ucac.cymru',
  'unison.co.uk',
  'unison.org.uk',
  'unitetheunion.org'
];

/** Whether a domain is one of these or below one of them. */
export function isBelow(domain: string, domains: readonly string[]): boolean {
  return domains.some(each => domain === each || domain.endsWith(`.${each}`));
}
