const isOldNode = Number(process.versions.node.split('.')[0]) < 24

/**
 * Settings of Node for processes that live for seconds, and for those of tests, which run most of their code a few
 * times: early optimising takes a third of the processor's time of the former, and a tenth of the latter.
 */
export const ofShortLife = ['--max-semi-space-size=64', ...(isOldNode ? ['--interrupt-budget=600000'] : [])]
