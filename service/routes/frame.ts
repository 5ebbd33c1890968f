import type { Locale } from '../../core/locale.ts';

const words = {
  en: { skip: 'Go to the text', home: 'Try a mail', rules: 'All rules', checks: 'All checks', other: 'Cymraeg', site: 'Pages' },
  cy: {
    skip: 'Ewch i’r testun',
    home: 'Rhoi cynnig ar neges',
    rules: 'Pob rheol',
    checks: 'Pob gwiriad',
    other: 'English',
    site: 'Tudalennau'
  }
} as const;

/** Where a page stands in a language: `/rules` is `/cy/rules` in Welsh. */
export function inLocale(path: string, locale: Locale): string {
  if (locale === 'en') return path;
  return path === '/' ? '/cy' : `/cy${path}`;
}

/** A whole page to read. `title` is text; `article` is HTML of our own making. `path`, in English, gives the way to the other language. */
export function framed(locale: Locale, title: string, article: string, path = '/'): string {
  const say = words[locale];
  const other = locale === 'en' ? 'cy' : 'en';
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} – Beadle</title>
<link rel="icon" href="/try/beadle.svg" type="image/svg+xml">
<link rel="stylesheet" href="/try/page.css">
</head>
<body class="reading">
<a class="skip" href="#text">${say.skip}</a>
<header class="bar">
<a class="mark" href="${inLocale('/', locale)}"><img src="/try/beadle.svg" alt="" width="28" height="28">Beadle</a>
<nav aria-label="${say.site}">
<a href="${inLocale('/', locale)}">${say.home}</a>
<a href="${inLocale('/rules', locale)}">${say.rules}</a>
<a href="${inLocale('/checks', locale)}">${say.checks}</a>
<a href="${inLocale(path, other)}" lang="${other}" hreflang="${other}">${say.other}</a>
</nav>
</header>
<main id="text" tabindex="-1">
${article}
</main>
</body>
</html>
`;
}

/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}
