/** Leaves a part of a wait to chance, so that the forms of a whole village do not ask in the same second. */
export const addJitter = (milliseconds: number): number => milliseconds * (0.7 + Math.random() * 0.6)
