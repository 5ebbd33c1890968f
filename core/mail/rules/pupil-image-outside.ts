import { entriesOf } from '../encryption.ts';
import { kindOfFile, wordsOfName } from '../file-names.ts';
import type { Attachment } from '../message.ts';
import { leavesTo } from '../outside.ts';
import { orSeveral } from '../own-words.ts';
import { rule, some } from '../rule.ts';
import { phrases } from '../words.ts';

/** Photographs and films that may show pupils do not leave the school without leave. */
export const pupilImageOutside = rule({
  id: 'pupil-image-outside',
  title: { en: 'A picture that may show pupils would leave the school', cy: 'Byddai llun a all ddangos disgyblion yn gadael yr ysgol' },
  duties: ['pupil-images-stay-in-school', 'protect-personal-data'],
  action: 'confirm',
  reads: ['recipients', 'attachments'],
  settings: {
    permission: {
      kind: 'choice',
      of: ['never', 'with-consent'],
      default: 'with-consent',
      says: 'whether such pictures may leave the school at all'
    },
    audiences: {
      kind: 'choices',
      of: ['governor', 'parent', 'agency', 'outsider'],
      default: ['governor', 'parent', 'agency', 'outsider'],
      says: 'who is outside'
    }
  },
  messages: {
    never: {
      en: 'Pictures of pupils must not leave the school: take them off this message.',
      cy: 'Ni chaiff lluniau o ddisgyblion adael yr ysgol: tynnwch nhw oddi ar y neges hon.'
    },
    consent: {
      en: 'Pictures would leave the school: make sure that there is consent for every pupil they show, or take them off.',
      cy: 'Byddai lluniau’n gadael yr ysgol: sicrhewch fod caniatâd ar gyfer pob disgybl a ddangosir, neu tynnwch nhw.'
    }
  },
  judge: ({ recipients, attachments }, { permission, audiences }) => {
    if (attachments.length === 0 || leavesTo(audiences, recipients).length === 0) return [];
    const pictures = attachments.filter(mayShowPupils).map(({ name }) => name);
    const evidence = some(pictures.map(name => ({ in: 'attachment', name })));
    if (!evidence) return [];
    return [
      {
        message: permission === 'never' ? 'never' : 'consent',
        evidence,
        remedy: { kind: 'remove-attachments', names: pictures }
      }
    ];
  }
});

/** What cameras, phones and messengers call their files, and the endings that only cameras write. */
const camera =
  /(?:^|[\\/])(?:(?:img|dsc[nf]?|pxl|vid|mov|gopr|photo|picture|image)[ _-]?(?!\d{3}\.)\d{1,8}|p\d{7}|(?:19|20)\d{6}[ _-]\d{6}|whatsapp |signal-)|\.(?:hei[cf]|dng|cr[23]|nef|arw)$/i;
const shows = phrases(
  [
    'photo|photograph|pic|llun|lluniau|ffoto|ffotograff|ffotograffau|selfie|portrait',
    'class|pupil|child|children|kid|boy|girl|team|choir|band|dosbarth|disgybl|disgyblion|plentyn|plant|tîm|reception|nursery|meithrin',
    'year|yr|y|blwyddyn #',
    'sport|trip|visit|assembly|nativity|concert|play|swimming|eisteddfod|taith|sioe|cyngerdd'
  ].map(orSeveral)
);
const drawn = phrases(
  ['logo|banner|signature|llofnod|poster|leaflet|map|chart|graph|diagram|screenshot|header|footer|menu|timetable|taflen|siart|baner'].map(
    orSeveral
  )
);

function mayShowPupils({ name, content }: Attachment): boolean {
  if (kindOfFile(name) !== 'archive') return isOfPupils(name);
  if ('value' in content && entriesOf(content.value).some(entry => isOfPupils(entry.name))) return true;
  return shows.find(wordsOfName(name)).some(hit => hit.phrase === 0);
}

function isOfPupils(name: string): boolean {
  const kind = kindOfFile(name);
  if (kind !== 'image' || camera.test(name)) return kind === 'image' || kind === 'video';
  const words = wordsOfName(name);
  return drawn.find(words).length === 0 && shows.find(words).length > 0;
}
