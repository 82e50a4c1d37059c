/** Returns the element on which an event happened, which is of one of these kinds. @throws TypeError for another one */
export function targetOf<Kinds extends readonly (new () => Element)[]>(
  event: Event,
  ...kinds: Kinds
): InstanceType<Kinds[number]> {
  const { target } = event
  for (const kind of kinds) if (isA<Kinds[number]>(target, kind)) return target
  throw new TypeError(`A ${event.type} happened on an element of another kind.`)
}

const isA = <Kind extends new () => Element>(target: unknown, kind: Kind): target is InstanceType<Kind> =>
  target instanceof kind
