import type { Text } from '../locale.ts';

/**
 * What is said to whoever worries about a child, or about how an adult behaves towards one. Nothing of it is stored but a reference without name and
 * text. `{lead}` is the designated safeguarding lead as the school names them.
 */
export const safeguarding: {
  readonly [W in 'choice' | 'title' | 'now' | 'danger' | 'aboutLead' | 'kept' | 'reference' | 'reminder' | 'lead']: Text;
} = {
  choice: { en: 'A worry about a child, or about an adult and a child', cy: 'Pryder am blentyn, neu am oedolyn a phlentyn' },
  title: { en: 'Please speak to somebody now', cy: 'Siaradwch â rhywun nawr' },
  now: {
    en: 'Speak to {lead} now, in person or by telephone. Do not wait and do not write it here.',
    cy: 'Siaradwch â {lead} nawr, wyneb yn wyneb neu dros y ffôn. Peidiwch ag aros a pheidiwch â’i ysgrifennu yma.'
  },
  danger: { en: 'If a child is in danger at this moment, call 999.', cy: 'Os yw plentyn mewn perygl ar hyn o bryd, ffoniwch 999.' },
  aboutLead: {
    en: 'If it is about that person, speak to the headteacher; if it is about the headteacher, to the chair of governors or the local authority.',
    cy: 'Os yw’n ymwneud â’r person hwnnw, siaradwch â’r pennaeth; os yw’n ymwneud â’r pennaeth, â chadeirydd y llywodraethwyr neu’r awdurdod lleol.'
  },
  kept: { en: 'Beadle keeps nothing of this: no name, no word.', cy: 'Nid yw Beadle yn cadw dim o hyn: dim enw, dim gair.' },
  reference: {
    en: 'If you want to say later that you were here, give this reference: {reference}',
    cy: 'Os hoffech ddweud yn ddiweddarach eich bod wedi bod yma, rhowch y cyfeirnod hwn: {reference}'
  },
  reminder: {
    en: 'If a child may be at risk, stop here and speak to {lead} now.',
    cy: 'Os gall plentyn fod mewn perygl, stopiwch yma a siaradwch â {lead} nawr.'
  },
  lead: { en: 'the designated safeguarding lead', cy: 'y person diogelu dynodedig' }
};
