import { fill, type Text } from '../../core/locale.ts';
import { command } from './command.ts';
import { signingSchool } from './own-signatures.ts';

const words = {
  link: {
    en: 'Open this on the tablet at the door, within a day; it is good once:\n\n  {link}\n\nThe tablet stays a kiosk for 90 days, or until «beadle kiosk --stop».\n',
    cy: 'Agorwch hwn ar y llechen wrth y drws, o fewn diwrnod; mae’n gweithio unwaith:\n\n  {link}\n\nBydd y llechen yn giosg am 90 diwrnod, neu hyd «beadle kiosk --stop».\n'
  },
  stopped: { en: 'Kiosks that were ended: {count}.\n', cy: 'Nifer y ciosgau a gaewyd: {count}.\n' }
} as const satisfies { readonly [word: string]: Text };

/** `beadle kiosk`: a link that makes a tablet the kiosk at which visitors and supply staff sign; or the end of every kiosk. */
export const kiosk = command({
  path: 'kiosk',
  summary: 'make a tablet the kiosk at which visitors and supply staff sign',
  details: 'The service runs («beadle serve») while the tablet is used.',
  arguments: [],
  options: {
    stop: { kind: 'flag', says: 'end every kiosk of the school instead' },
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle kiosk', says: 'print a link, to be opened on the tablet' },
    { line: 'beadle kiosk --stop', says: 'a tablet was lost: none is a kiosk any more' }
  ],
  run: async (_args, { stop, school: file, lang }, io) => {
    const [{ school }, { openSignatures }, { addressOf }] = await Promise.all([
      signingSchool(file, io),
      import('../signatures.ts'),
      import('../sign.ts')
    ]);
    const signatures = await openSignatures(school, io);
    try {
      const { links, origin } = signatures;
      if (stop) await io.stdout.write(fill(words.stopped[lang], { count: await links.endKiosks() }));
      else await io.stdout.write(fill(words.link[lang], { link: addressOf(origin, '/kiosk', await links.issue('kiosk')) }));
      return 0;
    } finally {
      await signatures.close();
    }
  }
});
