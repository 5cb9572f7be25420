/** What journeys use of `node:assert/strict`, where there is no Node.js. */

export function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message, value, 'something true');
}

export function equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (!Object.is(actual, expected)) fail(message, actual, expected);
}

export function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) fail(message, actual, 'something else');
}

export function deepEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (!isAlike(actual, expected)) fail(message, actual, expected);
}

export function match(actual: string, expected: RegExp, message?: string): void {
  if (!expected.test(actual)) fail(message, actual, String(expected));
}

export function doesNotMatch(actual: string, expected: RegExp, message?: string): void {
  if (expected.test(actual)) fail(message, actual, `not ${String(expected)}`);
}

function fail(message: string | undefined, actual: unknown, expected: unknown): never {
  const shown = (value: unknown) => JSON.stringify(value, null, 1)?.slice(0, 2000) ?? String(value);
  throw new Error(`${message === undefined ? '' : `${message}\n`}${shown(actual)}\n≠\n${shown(expected)}`);
}

function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every(name => name in other && isAlike(Reflect.get(one, name), Reflect.get(other, name)))
  );
}
