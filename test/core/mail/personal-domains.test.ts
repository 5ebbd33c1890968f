import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isPersonalDomain } from '../../../core/mail/personal-domains.ts';
import { compiled, personalDomains } from '../../fit/personal-domains.ts';

describe('personal domains', () => {
  for (const domain of [
    'gmail.com',
    'hotmail.co.uk',
    'yahoo.fr',
    'yahoo.com.au',
    'outlook.com',
    'live.co.uk',
    'icloud.com',
    'btinternet.com',
    'sky.com',
    'talktalk.net',
    'virginmedia.com',
    'ntlworld.com',
    'blueyonder.co.uk',
    'proton.me',
    'surname.freeserve.co.uk'
  ]) {
    it(`knows ${domain} as a private mailbox`, () => assert.equal(isPersonalDomain(domain), true));
  }
  for (const domain of [
    'school.example',
    'gmail.com.school.example',
    'notgmail.com',
    'gmail',
    '',
    'example.com',
    'facebook.com',
    'bt.com',
    'live.school.example',
    'hotmail.co.uk.test'
  ]) {
    it(`does not take «${domain}» for one`, () => assert.equal(isPersonalDomain(domain), false));
  }
  it('is what the script makes of the list of providers', () => assert.equal(readFileSync(compiled, 'utf8'), personalDomains()));
});
