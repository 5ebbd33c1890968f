import { entriesOf } from '../encryption.ts';
import { kindOfFile, spaced, wordsOfName } from '../file-names.ts';
import type { Attachment } from '../message.ts';
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
      en: 'Pictures of pupils must not leave the school: take the photographs or films off this message.',
      cy: 'Rhaid i luniau o ddisgyblion beidio â gadael yr ysgol: tynnwch y ffotograffau neu’r ffilmiau oddi ar y neges hon.'
    },
    consent: {
      en: 'Photographs or films would leave the school: make sure that there is consent for every pupil they show, or take them off.',
      cy: 'Byddai ffotograffau neu ffilmiau’n gadael yr ysgol: sicrhewch fod caniatâd ar gyfer pob disgybl a ddangosir, neu tynnwch nhw.'
    }
  },
  judge: ({ recipients, attachments }, { permission, audiences }) => {
    if (attachments.length === 0) return [];
    if (!recipients.some(who => !who.ours && !who.exempt && audiences.some(audience => audience === who.audience))) return [];
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

/** What cameras, phones and messengers call their files. */
const camera =
  /^(?:(?:p_)?(?:img|mvimg|dsc|dscn|dscf|dcim|pxl|vid|mov|gopr|gh|sam|snapchat|fb_img|photo|picture|image)[ _-]?\d{1,6}(?:[ _(.-]|$)|(?:img|vid|pxl|mvimg|burst)[ _-]?(?:19|20)\d{6}|(?:19|20)\d{6}[ _-]\d{6}|p\d{7}(?:\D|$)|whatsapp (?:image|video)|signal-\d{4}|photo-?\d{4})/i;
/** Outlook numbers the pictures of a signature like this. */
const inline = /^image\d{3}$/i;
/** Cameras' own formats: never a drawing or a logo. */
const raw = /\.(?:heic|heif|dng|cr2|cr3|nef|arw|orf|rw2)$/i;
const shows = phrases([
  'photo|photos|photograph|photographs|pic|pics|llun|lluniau|ffoto|ffotograff|ffotograffau|selfie|headshot|portrait',
  'class|pupil|pupils|student|students|child|children|kids|boys|girls|team|choir|band',
  'dosbarth|disgybl|disgyblion|plentyn|plant|merched|bechgyn|tîm|côr',
  'year|yr|y|reception|nursery|blwyddyn|derbyn|meithrin #',
  'reception|nursery|preschool|meithrin',
  'sports|sport|trip|visit|assembly|nativity|concert|play|prom|swimming|football|netball|rugby|eisteddfod|taith|trip|gwibdaith|mabolgampau|gwasanaeth|sioe|cyngerdd'
]);
const drawn = phrases([
  'logo|logos|icon|banner|signature|llofnod|poster|flyer|leaflet|map|chart|graph|diagram|screenshot|screen|clipart|badge|header|footer|menu|timetable|certificate|taflen|siart|arwyddlun|baner'
]);

function mayShowPupils({ name, content }: Attachment): boolean {
  const kind = kindOfFile(name);
  if (kind === 'video') return true;
  if (kind === 'image') return isPhotograph(name);
  if (kind !== 'archive') return false;
  if ('value' in content) {
    for (const entry of entriesOf(content.value)) {
      const inside = kindOfFile(entry.name);
      if (inside === 'video' || (inside === 'image' && isPhotograph(entry.name))) return true;
    }
  }
  return shows.find(wordsOfName(name)).some(hit => hit.phrase === 0);
}

function isPhotograph(name: string): boolean {
  if (raw.test(name)) return true;
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = file.lastIndexOf('.');
  const base = dot > 0 ? file.slice(0, dot) : file;
  if (inline.test(base)) return false;
  if (camera.test(base)) return true;
  const words = wordsOfName(name);
  if (words.count === 0 || spaced(name).trim() === '') return false;
  return drawn.find(words).length === 0 && shows.find(words).length > 0;
}
