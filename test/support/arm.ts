/** A value of a template's expression. What only Azure knows stands in as words. */
export type ArmValue = string | number | boolean;

/** What a template's expressions ask for. */
export interface ArmScope {
  readonly parameter: (name: string) => ArmValue;
  readonly variable: (name: string) => ArmValue;
  /** Told of each resource that is named by its type and names. */
  readonly named: (id: string, by: string) => void;
}

/** Evaluates a string of an ARM template; throws where it is no expression that this reader knows, so that nothing passes unread. */
export function armValue(text: string, scope: ArmScope): ArmValue {
  if (!text.startsWith('[') || text.startsWith('[[')) return text;
  if (!text.endsWith(']')) throw new Error(`is not closed: ${text}`);
  const tokens = text.slice(1, -1).match(/'(?:[^']|'')*'|[A-Za-z]\w*|\d+|[(),.[\]]|\S/g) ?? [];
  let at = 0;
  const take = (wanted?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (wanted !== undefined && token !== wanted)) throw new Error(`${wanted ?? 'more'} is missing in ${text}`);
    return token;
  };
  function value(): ArmValue {
    const token = take();
    let found: ArmValue;
    if (token.startsWith("'")) found = token.slice(1, -1).replace(/''/g, "'");
    else if (/^\d/.test(token)) found = Number(token);
    else {
      take('(');
      const given: ArmValue[] = [];
      while (tokens[at] !== ')') {
        given.push(value());
        if (tokens[at] === ',') at += 1;
      }
      take(')');
      found = called(token, given);
    }
    for (;;) {
      if (tokens[at] === '.') {
        at += 1;
        found = `${String(found)}.${take()}`;
      } else if (tokens[at] === '[') {
        at += 1;
        found = `${String(found)}[${String(value())}]`;
        take(']');
      } else return found;
    }
  }
  function called(name: string, given: readonly ArmValue[]): ArmValue {
    const words = given.map(String);
    switch (name) {
      case 'parameters':
        return scope.parameter(words[0]!);
      case 'variables':
        return scope.variable(words[0]!);
      case 'format':
        return words[0]!.replace(/\{(\d+)\}/g, (_, index: string) => {
          const part = words[Number(index) + 1];
          if (part === undefined) throw new Error(`{${index}} has no value in ${text}`);
          return part;
        });
      case 'resourceId': {
        const id = armId(words[0]!, words.slice(1));
        scope.named(id, 'resourceId');
        return id;
      }
      case 'extensionResourceId':
        return `${words[0]!}|${armId(words[1]!, words.slice(2))}`;
      case 'reference':
      case 'listKeys':
        scope.named(words[0]!, name);
        return `${name}(${words[0]!})`;
      case 'subscriptionResourceId':
        return `subscription|${armId(words[0]!, words.slice(1))}`;
      case 'guid':
      case 'uniqueString':
        return `${name}-${words.join('-')}`;
      case 'take':
        return words[0]!.slice(0, Number(given[1]));
      case 'if':
        if (typeof given[0] !== 'boolean') throw new Error(`asks for a yes or no in ${text}`);
        return given[0] ? given[1]! : given[2]!;
      case 'json':
        return JSON.parse(words[0]!) as ArmValue;
      case 'uriComponent':
        return encodeURIComponent(words[0]!);
      case 'resourceGroup':
      case 'subscription':
        return name;
      default:
        throw new Error(`${name}() is not known, in ${text}`);
    }
  }
  const found = value();
  if (at !== tokens.length) throw new Error(`goes on behind its end: ${text}`);
  return found;
}

/** The id of a resource, out of its type and as many names as that has parts. */
export function armId(type: string, names: readonly string[]): string {
  const parts = type.split('/').length - 1;
  if (names.length !== parts) throw new Error(`${type} takes ${parts} names, not ${names.length}`);
  return `${type}:${names.join('/')}`;
}
