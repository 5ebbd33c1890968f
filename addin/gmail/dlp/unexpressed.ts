import type { Text } from '../../../core/locale.ts';

const needsTheText: Text = {
  en: 'it weighs the sense of the whole text; a list of words would warn of innocent mail.',
  cy: 'mae’n pwyso ystyr y testun cyfan; byddai rhestr o eiriau’n rhybuddio am bost diniwed.'
};
const needsTheDirectory: Text = {
  en: 'it needs to know who each recipient is, and the school’s directory is not given to Google’s rules.',
  cy: 'mae angen gwybod pwy yw pob derbynnydd, ac ni roddir cyfeiriadur yr ysgol i reolau Google.'
};

/** Why a rule of the core is not made into a rule for Gmail: the end of a sentence that begins with the rule's name. */
export const unexpressed: { readonly [rule: string]: Text } = {
  'sent-from-personal-account': {
    en: 'what is sent from a private account never passes through the school’s Gmail.',
    cy: 'nid yw’r hyn a anfonir o gyfrif preifat byth yn mynd trwy Gmail yr ysgol.'
  },
  'lookalike-address': {
    en: 'a pattern cannot tell how much one address looks like another.',
    cy: 'ni all patrwm ddweud pa mor debyg yw un cyfeiriad i un arall.'
  },
  'new-domain-on-reply': {
    en: 'a rule does not see who was in the conversation before.',
    cy: 'nid yw rheol yn gweld pwy oedd yn y sgwrs o’r blaen.'
  },
  'own-details-given': needsTheText,
  'others-details-given': needsTheText,
  'sensitive-not-discussed': needsTheText,
  'meeting-with-pupil': needsTheText,
  'offensive-language': {
    en: 'a list of rude words would not know where such a word is innocent, in a name or a saying.',
    cy: 'ni fyddai rhestr o eiriau anweddus yn gwybod ble mae gair o’r fath yn ddiniwed, mewn enw neu ddywediad.'
  },
  'unprotected-attachment': {
    en: 'it looks at the names and the protection of files, which a rule for headers and text does not see.',
    cy: 'mae’n edrych ar enwau ffeiliau a’u diogelwch, na all rheol ar benynnau a thestun eu gweld.'
  },
  'pupil-image-outside': needsTheDirectory,
  'pupil-named-in-file-name': needsTheDirectory,
  'outside-not-authorised': {
    en: 'a message that goes outside without the head is what «head-not-copied» already looks for; who else may give leave depends on the directory.',
    cy: 'neges sy’n mynd allan heb y pennaeth yw’r hyn y mae «head-not-copied» eisoes yn chwilio amdano; mae pwy arall a all roi caniatâd yn dibynnu ar y cyfeiriadur.'
  },
  'pupil-out-of-hours': {
    en: 'a rule knows neither the school’s hours nor its holidays.',
    cy: 'nid yw rheol yn gwybod oriau’r ysgol na’i gwyliau.'
  }
};

/** Where nothing better is known of a rule. */
export const unexpressedRule: Text = {
  en: 'nobody has written it for Gmail yet.',
  cy: 'nid oes neb wedi ei hysgrifennu ar gyfer Gmail eto.'
};

export const noHead: Text = {
  en: '«people» in beadle.yaml gives no address of the headteacher or a deputy.',
  cy: 'nid yw «people» yn beadle.yaml yn rhoi cyfeiriad y pennaeth na dirprwy.'
};

export const exemptNamed: Text = {
  en: '«mail.exempt» has addresses that a rule would have to name, and whoever administers Gmail could read whom the school exempts. Write their whole domains under «gmailRules.confidential» if anybody may know of them; the add-on and Outlook judge such mail as before.',
  cy: 'mae gan «mail.exempt» gyfeiriadau y byddai’n rhaid i reol eu henwi, a gallai pwy bynnag sy’n gweinyddu Gmail ddarllen pwy y mae’r ysgol yn ei eithrio. Ysgrifennwch eu parthau cyfan o dan «gmailRules.confidential» os caiff unrhyw un wybod amdanynt; mae’r ychwanegiad ac Outlook yn barnu post o’r fath fel o’r blaen.'
};

export const tooLong: Text = {
  en: 'it does not fit into the size that Google allows a rule or a detector.',
  cy: 'nid yw’n ffitio i’r maint y mae Google yn ei ganiatáu i reol neu ganfodydd.'
};

export const onlyJokes: Text = {
  en: 'the school asks for jokes alone, and no list of words knows a joke.',
  cy: 'dim ond jôcs y mae’r ysgol yn gofyn amdanynt, ac nid yw unrhyw restr o eiriau’n adnabod jôc.'
};

export const nobodyAsked: Text = {
  en: 'of those to whom mail is copied, Gmail can tell none from people inside the school or from public bodies.',
  cy: 'o’r rhai y copïir post atynt, ni all Gmail wahaniaethu rhwng neb a phobl yn yr ysgol neu gyrff cyhoeddus.'
};
