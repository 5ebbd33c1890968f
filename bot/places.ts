/** Teams' connector for whoever was not heard yet (learn.microsoft.com, «Send proactive messages»). */
export const worldwide = 'https://smba.trafficmanager.net/teams/';

/** Whether this is a connector of Teams or of the Bot Framework, over TLS. Our token is given to no other place. Hosts under trafficmanager.net are anybody's. */
export function isAllowedPlace(url: string): boolean {
  const place = placeOf(url);
  if (!place || place.protocol !== 'https:' || place.port !== '') return false;
  const host = place.hostname;
  return host === 'smba.trafficmanager.net' || ['.botframework.com', '.teams.microsoft.com'].some(end => host.endsWith(end));
}

/** Whether this is on this machine. */
export function isLoopback(url: string): boolean {
  const host = placeOf(url)?.hostname;
  return host !== undefined && (host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host));
}

function placeOf(url: string): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const place = new URL(url);
  return place.username === '' && place.password === '' ? place : undefined;
}
