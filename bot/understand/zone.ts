/** When a day begins by the school's clock, ISO 8601 in UTC. */
export function beginningOf(date: string, timezone: string): string {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  let at = midnight;
  // Twice, because the clocks may change between the first guess and the midnight itself.
  for (let round = 0; round < 2; round += 1) {
    const { year, month, day, hour, minute } = partsIn(timezone, new Date(at));
    at += midnight - Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  }
  return new Date(at).toISOString();
}

type Parts = { readonly [P in 'year' | 'month' | 'day' | 'hour' | 'minute']: string };

function partsIn(timeZone: string, at: Date): Parts {
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }
  });
  const parts = clock.formatToParts(at);
  const of = (type: string): string => parts.find(part => part.type === type)?.value ?? '00';
  return { year: of('year'), month: of('month'), day: of('day'), hour: of('hour'), minute: of('minute') };
}
