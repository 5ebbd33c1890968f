/**
 * The same object, and what it holds, with one difference: asking for a member that it does not have throws, and says which. A mail program that quietly
 * answered «undefined» would hide that an add-in uses what we do not offer.
 */
export function strict<T extends object>(whole: T, name: string): T {
  return new Proxy(whole, {
    get(target, member, receiver) {
      const value: unknown = Reflect.get(target, member, receiver);
      if (typeof member === 'symbol' || member === 'then' || member === 'toJSON') return value;
      if (!(member in target)) throw new TypeError(`this Outlook has no ${name}.${member}`);
      return isPlain(value) ? strict(value, `${name}.${member}`) : value;
    }
  });
}

/** Whether it is an object of our own making, not an array, a date or a function. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
