import type { Rule } from '../rule.ts';
import { chainLetter } from './chain-letter.ts';
import { crowdInTheOpen } from './crowd-in-the-open.ts';
import { headNotCopied } from './head-not-copied.ts';
import { lookalikeAddress } from './lookalike-address.ts';
import { meetingWithPupil } from './meeting-with-pupil.ts';
import { newDomainOnReply } from './new-domain-on-reply.ts';
import { offensiveLanguage } from './offensive-language.ts';
import { outsideNotAuthorised } from './outside-not-authorised.ts';
import { othersDetailsGiven } from './others-details-given.ts';
import { ownDetailsGiven } from './own-details-given.ts';
import { pupilImageOutside } from './pupil-image-outside.ts';
import { pupilNamedInFileName } from './pupil-named-in-file-name.ts';
import { pupilOutOfHours } from './pupil-out-of-hours.ts';
import { sensitiveNotDiscussed } from './sensitive-not-discussed.ts';
import { sentFromPersonalAccount } from './sent-from-personal-account.ts';
import { sentToPersonalAccount } from './sent-to-personal-account.ts';
import { unprotectedAttachment } from './unprotected-attachment.ts';

/** Every rule, in the order in which a sender reads its findings. */
export const rules: readonly Rule[] = [
  headNotCopied,
  sentFromPersonalAccount,
  sentToPersonalAccount,
  crowdInTheOpen,
  lookalikeAddress,
  newDomainOnReply,
  ownDetailsGiven,
  othersDetailsGiven,
  unprotectedAttachment,
  pupilImageOutside,
  pupilNamedInFileName,
  outsideNotAuthorised,
  sensitiveNotDiscussed,
  pupilOutOfHours,
  meetingWithPupil,
  chainLetter,
  offensiveLanguage
];
