/** Elements that keep what is typed in their own fields, or ask by themselves before it is lost. */
export const keepers = new WeakSet<object>()
