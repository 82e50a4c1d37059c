const isOldNode = Number(process.versions.node.split('.')[0]) < 24

/** Settings of Node for processes that live for seconds: early optimising costs them a third of their start. */
export const ofShortLife = ['--max-semi-space-size=64', ...(isOldNode ? ['--interrupt-budget=600000'] : [])]
