import type { Text } from '../core/locale.ts';

/** What is said of a row of an export. `{other}` is the line of another row, `{word}` what stands in a cell. */
export const exportWords = {
  mended: { en: 'letters in a wrong encoding were put right.', cy: 'cywirwyd llythrennau mewn amgodiad anghywir.' },
  lost: {
    en: 'a letter of the name was lost when it was exported: «?» stands for it.',
    cy: 'collwyd llythyren o’r enw wrth allforio: mae «?» yn ei lle.'
  },
  address: {
    en: 'what stands for the address is none, such as parent.one@family.example; it was left out.',
    cy: 'nid yw’r hyn sydd yn lle’r cyfeiriad yn gyfeiriad, megis parent.one@family.example; fe’i hepgorwyd.'
  },
  unnamed: { en: 'there is no name; the row was left out.', cy: 'nid oes enw; hepgorwyd y rhes.' },
  unknown: {
    en: 'there is neither an id nor an address to know the person again; the row was left out.',
    cy: 'nid oes na rhif na chyfeiriad i adnabod y person eto; hepgorwyd y rhes.'
  },
  twice: { en: 'the same person as on line {other}; taken once.', cy: 'yr un person ag ar linell {other}; fe’i cymerwyd unwaith.' },
  childless: {
    en: 'it is not said whose contact this is; the row was left out.',
    cy: 'ni ddywedir cyswllt pwy yw hwn; hepgorwyd y rhes.'
  },
  silent: {
    en: 'the contact has no address; no mail is known as theirs.',
    cy: 'nid oes gan y cyswllt gyfeiriad; ni fydd unrhyw e-bost yn hysbys fel un ganddynt.'
  },
  order: {
    en: 'a court order restricts this contact, who was left out.',
    cy: 'mae gorchymyn llys yn cyfyngu ar y cyswllt hwn, a hepgorwyd.'
  },
  without: { en: 'a contact without parental responsibility, left out.', cy: 'cyswllt heb gyfrifoldeb rhiant; fe’i hepgorwyd.' },
  unsaid: {
    en: 'it is not clear whether this contact has parental responsibility; left out.',
    cy: 'nid yw’n glir a oes gan y cyswllt hwn gyfrifoldeb rhiant; fe’i hepgorwyd.'
  },
  relation: {
    en: '«{word}» is no parent or guardian; the contact was left out.',
    cy: 'nid yw «{word}» yn rhiant nac yn warcheidwad; hepgorwyd y cyswllt.'
  },
  unrelated: {
    en: 'the relationship to the child is not said; the contact was left out.',
    cy: 'ni ddywedir y berthynas â’r plentyn; hepgorwyd y cyswllt.'
  },
  unjudged: {
    en: 'no column says who has parental responsibility: every contact counts as a parent.',
    cy: 'nid oes colofn yn dweud pwy sydd â chyfrifoldeb rhiant: mae pob cyswllt yn cyfrif fel rhiant.'
  },
  shared: {
    en: 'somebody else has the same address on line {other}; both keep it.',
    cy: 'mae gan rywun arall yr un cyfeiriad ar linell {other}; mae’r ddau yn ei gadw.'
  },
  parental: {
    en: 'the child’s address is a parent’s; it was left out of the child.',
    cy: 'cyfeiriad rhiant yw cyfeiriad y plentyn; fe’i hepgorwyd o’r plentyn.'
  },
  siblings: {
    en: 'two children have the same address; it was left out of both.',
    cy: 'mae gan ddau blentyn yr un cyfeiriad; fe’i hepgorwyd o’r ddau.'
  }
} as const satisfies { readonly [name: string]: Text };
