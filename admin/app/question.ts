import type { ReactiveControllerHost } from 'lit'

/** A question to the person that any number of calls can wait for; all get the same answer. */
export class Question {
  private readonly host: ReactiveControllerHost
  private waiting: Promise<boolean> | null = null
  private settle: (yes: boolean) => void = () => {}

  constructor(host: ReactiveControllerHost) {
    this.host = host
  }

  get isOpen(): boolean {
    return this.waiting !== null
  }

  ask(): Promise<boolean> {
    this.waiting ??= new Promise((resolve) => {
      this.settle = resolve
    })
    this.host.requestUpdate()
    return this.waiting
  }

  answer(yes: boolean): void {
    this.settle(yes)
    this.waiting = null
    this.host.requestUpdate()
  }
}
