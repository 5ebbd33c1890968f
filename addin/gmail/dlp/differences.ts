import type { Text } from '../../../core/locale.ts';
import type { Difference } from './shapes.ts';

const more = (id: string, en: string, cy: string): Difference => ({ id, says: 'more', text: { en, cy } satisfies Text });
const less = (id: string, en: string, cy: string): Difference => ({ id, says: 'less', text: { en, cy } satisfies Text });

/** Where Gmail's rules and the core differ, each with a sentence for whoever reads the plan. */
export const differences = {
  senders: more(
    'senders',
    'It looks at everybody of the organisational unit, whoever they are in the school’s directory: name the unit of the staff under «gmailRules.unit».',
    'Mae’n edrych ar bawb yn yr uned sefydliadol, pwy bynnag ydynt yng nghyfeiriadur yr ysgol: enwch uned y staff o dan «gmailRules.unit».'
  ),
  strangers: more(
    'strangers',
    'Gmail cannot tell a parent, a governor or an agency from a stranger: it speaks of all mail outside.',
    'Ni all Gmail wahaniaethu rhwng rhiant, llywodraethwr neu asiantaeth a dieithryn: mae’n sôn am bob post allanol.'
  ),
  insiders: more(
    'insiders',
    'It takes colleagues, pupils and the head’s own further mailboxes outside the school’s domains for people outside.',
    'Mae’n cymryd bod cydweithwyr, disgyblion a blychau eraill y pennaeth y tu allan i barthau’r ysgol yn bobl allanol.'
  ),
  governorsInside: less(
    'governors-inside',
    'It takes everybody in the school’s domains for people of the school, governors and agencies too.',
    'Mae’n cymryd bod pawb ym mharthau’r ysgol yn bobl yr ysgol, llywodraethwyr ac asiantaethau hefyd.'
  ),
  confidential: less(
    'confidential',
    'It leaves mail alone that also goes to a public body, a union or a helpline, for every school alike, so that nobody sees whom this school exempts.',
    'Mae’n gadael llonydd i bost sydd hefyd yn mynd i gorff cyhoeddus, undeb neu linell gymorth, yr un fath i bob ysgol, fel na all neb weld pwy y mae’r ysgol hon yn ei eithrio.'
  ),
  blindCopy: less(
    'blind-copy',
    'A blind copy to the head may count as a copy: Google does not say whether a rule sees Bcc.',
    'Gall copi dall i’r pennaeth gyfrif fel copi: nid yw Google yn dweud a yw rheol yn gweld Bcc.'
  ),
  blindCopyUnseen: more(
    'blind-copy-unseen',
    'A blind copy to the head may not count: Google does not say whether a rule sees Bcc.',
    'Efallai na fydd copi dall i’r pennaeth yn cyfrif: nid yw Google yn dweud a yw rheol yn gweld Bcc.'
  ),
  textInHeaders: less(
    'text-in-headers',
    'The head’s address counts wherever it stands in the headers: in a name, in a longer address, in an earlier message’s number.',
    'Mae cyfeiriad y pennaeth yn cyfrif lle bynnag y mae yn y penynnau: mewn enw, mewn cyfeiriad hwy, yn rhif neges gynharach.'
  ),
  otherForms: more(
    'other-forms',
    'It does not know other ways to write the same address (+tag, quotation marks, a dot at the end), nor what is no address.',
    'Nid yw’n adnabod ffyrdd eraill o ysgrifennu’r un cyfeiriad (+tag, dyfynodau, dot ar y diwedd), na’r hyn nad yw’n gyfeiriad.'
  ),
  otherFormsLess: less(
    'other-forms-unseen',
    'It does not see people without a plain address: a name from a contact list, an address in quotation marks or in another alphabet.',
    'Nid yw’n gweld pobl heb gyfeiriad plaen: enw o restr gysylltiadau, cyfeiriad mewn dyfynodau neu mewn gwyddor arall.'
  ),
  groups: more(
    'groups',
    'It sees a group as one address and not who is in it.',
    'Mae’n gweld grŵp fel un cyfeiriad ac nid pwy sydd ynddo.'
  ),
  groupsHide: less('groups-hide', 'It does not see who is in a group.', 'Nid yw’n gweld pwy sydd mewn grŵp.'),
  exemptWithOutsiders: more(
    'exempt-inside',
    'Mail to an exempt address inside the school and to people outside in one is not left alone.',
    'Ni adewir llonydd i bost sy’n mynd i gyfeiriad eithriedig yn yr ysgol ac i bobl allanol yr un pryd.'
  ),
  anybodysMailbox: more(
    'anybodys-mailbox',
    'It speaks of every mailbox at a private provider, most of which are parents’: it cannot know whose a mailbox is.',
    'Mae’n sôn am bob blwch post gyda darparwr preifat, y rhan fwyaf ohonynt yn rhai rhieni: ni all wybod pwy biau blwch post.'
  ),
  knownElsewhere: less(
    'known-elsewhere',
    'It does not know the private mailboxes that the directory has at other domains.',
    'Nid yw’n adnabod y blychau post preifat sydd gan y cyfeiriadur mewn parthau eraill.'
  ),
  households: more(
    'households',
    'It counts addresses, not households, and the addresses of colleagues outside the school’s domains, of groups, of Bcc and of earlier messages’ numbers among them; an address that stands there twice may count twice.',
    'Mae’n cyfrif cyfeiriadau, nid aelwydydd, gan gynnwys cyfeiriadau cydweithwyr y tu allan i barthau’r ysgol, grwpiau, Bcc a rhifau negeseuon cynharach; gall cyfeiriad sydd yno ddwywaith gyfrif ddwywaith.'
  ),
  crowdInside: less(
    'crowd-inside',
    'It does not count pupils, parents and governors with mailboxes in the school’s domains.',
    'Nid yw’n cyfrif disgyblion, rhieni a llywodraethwyr â blychau post ym mharthau’r ysgol.'
  ),
  phrases: less(
    'phrases',
    'It knows two dozen turns of phrase of each kind and no jokes; the school’s own rule weighs the whole text and sees several times as much.',
    'Mae’n adnabod rhyw ddau ddwsin o ymadroddion o bob math a dim jôcs; mae rheol yr ysgol yn pwyso’r testun cyfan ac yn gweld sawl gwaith cymaint.'
  ),
  phrasesInnocent: more(
    'phrases-innocent',
    'Two such phrases may stand in innocent mail, quoted mail and mail that warns of chain letters, which the school’s own rule forgives.',
    'Gall dau ymadrodd o’r fath fod mewn post diniwed, post wedi’i ddyfynnu a phost sy’n rhybuddio am lythyrau cadwyn, y mae rheol yr ysgol yn eu maddau.'
  ),
  blocks: less(
    'only-warns',
    'The school blocks such mail; Beadle lets Gmail warn of it and no more.',
    'Mae’r ysgol yn atal post o’r fath; mae Beadle yn gadael i Gmail rybuddio amdano a dim mwy.'
  )
} as const satisfies { readonly [name: string]: Difference };
