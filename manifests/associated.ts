import { createContext, runInContext } from 'node:vm';

/**
 * The names that a built script of the events gives to `Office.actions.associate` while it loads, in order; nothing where it does not load in a
 * bare ES2016 host, as classic Outlook is one.
 */
export function associatedIn(script: string): readonly string[] | undefined {
  const names: string[] = [];
  const Office = {
    onReady: () => Promise.resolve(),
    actions: { associate: (name: unknown, handler: unknown) => void (typeof handler === 'function' && names.push(String(name))) },
    context: {}
  };
  try {
    runInContext(script, createContext({ Office, setTimeout, clearTimeout }), { timeout: 2000 });
  } catch {
    return undefined;
  }
  return names;
}
