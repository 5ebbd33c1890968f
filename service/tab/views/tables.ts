import type { Tables } from '../../../addin/tab/api.ts';
import type { Text } from '../../../core/locale.ts';
import { emptyOf } from '../manner.ts';
import { type Asking, cellOf, type Tab } from '../tab.ts';

const empty: { readonly [V in 'approvals' | 'registers']: readonly [title: Text, says: Text] } = {
  approvals: [
    { en: 'No approval has been asked for', cy: 'Ni ofynnwyd am gymeradwyaeth' },
    {
      en: 'What staff ask before they send, take away or use something stands here with what was decided.',
      cy: 'Bydd yr hyn y mae staff yn gofyn amdano cyn anfon, mynd â rhywbeth allan neu ei ddefnyddio i’w weld yma, gyda’r penderfyniad.'
    }
  ],
  registers: [
    { en: 'No register is kept here yet', cy: 'Nid oes cofrestr yn cael ei chadw yma eto' },
    {
      en: 'Training, reviews of policies, equipment and consents stand here once somebody enters the first.',
      cy: 'Bydd hyfforddiant, adolygiadau polisi, offer a chydsyniadau i’w gweld yma unwaith y bydd rhywun yn cofnodi’r cyntaf.'
    }
  ]
};

/** Approvals or registers, as what keeps them gives them. */
export async function tablesView(tab: Tab, asking: Asking, view: 'approvals' | 'registers'): Promise<Tables> {
  const source = tab.sources[view];
  const [title, says] = empty[view];
  const shown = source && (await source.tables(asking, cellOf(`see-${view}`, asking)));
  if (shown && (shown.begin.length > 0 || shown.tables.some(({ rows }) => rows.length > 0))) return shown;
  return { says: shown?.says ?? '', tables: shown?.tables ?? [], begin: shown?.begin ?? [], empty: emptyOf(title, says, asking.locale) };
}
