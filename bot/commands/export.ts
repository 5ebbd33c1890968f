import { type Answer, no, replied, rightsIn } from '../answers.ts';
import { chatCard } from '../cards/chat-parts.ts';
import { heading, openUrl, paragraph } from '../cards/elements.ts';
import { allowedTo } from '../rights.ts';

const words = {
  title: { en: 'Export', cy: 'Allforio' },
  link: {
    en: 'This link gives you the school’s signatures as a file. It is for you alone, and good once. The file holds personal data: keep it as such.',
    cy: 'Mae’r ddolen hon yn rhoi llofnodion yr ysgol i chi fel ffeil. I chi yn unig y mae hi, ac unwaith yn unig y mae’n gweithio. Mae’r ffeil yn cynnwys data personol: cadwch hi felly.'
  },
  open: { en: 'Get the file', cy: 'Cael y ffeil' },
  server: {
    en: 'I do not send records through the chat. Whoever looks after the server makes the files with «beadle export»: tables (CSV, XLSX), JSON, or a certificate (PDF) that says how to check it.',
    cy: 'Nid wyf yn anfon cofnodion drwy’r sgwrs. Mae pwy bynnag sy’n gofalu am y gweinydd yn gwneud y ffeiliau gyda «beadle export»: tablau (CSV, XLSX), JSON, neu dystysgrif (PDF) sy’n dweud sut i’w gwirio.'
  }
};

/** How to take the records out: a link where the desk gives one, else what to run on the server. Records never travel through the chat. */
export const exported: Answer<'export'> = async turn => {
  const { desk, locale, person } = turn;
  if (allowedTo('export', await rightsIn(turn)) !== 'all') return [replied(no(turn), locale)];
  const link = await desk.files?.(person.id);
  const text = link === undefined ? words.server[locale] : words.link[locale];
  const buttons = link === undefined ? [] : [openUrl(words.open[locale], link)];
  return [replied(chatCard(locale, text, [heading(words.title[locale]), paragraph(text)], buttons), locale)];
};
