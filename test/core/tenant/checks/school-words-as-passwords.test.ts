import { schoolWordsAsPasswords } from '../../../../core/tenant/checks/school-words-as-passwords.ts';
import { examineCheck } from '../../../support/tenant.ts';

const rule = (bannedWords: number, bannedWordsOn: boolean) => ({
  passwordRules: { value: [{ place: '/', bannedWords, bannedWordsOn, byDefault: false }] }
});

examineCheck(schoolWordsAsPasswords, [
  { says: 'words are refused', parts: rule(3, true), state: 'pass' },
  { says: 'words are listed and not refused', parts: rule(3, false), state: 'fail', message: 'off' },
  { says: 'no words are listed', parts: rule(0, false), state: 'not-configured', message: 'vendor' }
]);
